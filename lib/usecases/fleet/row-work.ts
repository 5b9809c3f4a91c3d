import 'server-only'
import { historyConfig } from '@/lib/config/history-config'
import type { FleetRow } from '@/lib/contract/fleet'
import { problemSeverities } from '@/lib/diagnosis/types'
import type { RecentRows } from '@/lib/store/recent-observations'
import type { PastWork } from '@/lib/timeline/estimate/similar'
import { workViewOf } from '@/lib/timeline/estimate/work-view'
import type { Observation } from '@/lib/timeline/observation'
import { flagsOfWork, workOfView } from '../course/row-work'

type Problem = FleetRow['problem']

const rankOf = (problem: Problem): number =>
  problem === null ? problemSeverities.length : problemSeverities.indexOf(problem.severity)

/** What is overdue comes before what is merely good to know. */
function graver(problem: Problem, overdue: NonNullable<Problem>): Problem {
  return rankOf(problem) <= rankOf(overdue) ? problem : overdue
}

/**
 * A row with the work that goes on in its VM, by its looks alone: nobody reads the metrics of a whole fleet.
 * @param recent the newest looks of before; undefined where nothing was known to go on
 * @param look the look that the row shows; undefined where it was read for an earlier load
 * @param other work on other VMs that this person can read, and the present, epoch milliseconds on Azure's clock
 */
export function withWork(
  row: FleetRow,
  recent: RecentRows | undefined,
  look: Observation | undefined,
  { past, now }: { readonly past: readonly PastWork[]; readonly now: number },
): FleetRow {
  const { history } = row
  const observations = [...(recent?.observations ?? []), ...(look === undefined ? [] : [look])]
  if (history === null || observations.length === 0) return row
  if (row.state !== 'encrypting' && row.state !== 'decrypting') return row
  const view = workViewOf({
    observations,
    osTraffic: [],
    dataTraffic: [],
    past,
    polling: historyConfig().polling,
    now: new Date(now).toISOString(),
  })
  const work = workOfView(view, recent?.cut === true ? (recent.observations[0]?.firstSeen ?? null) : null)
  const flags = flagsOfWork(work).map(({ code }) => code)
  const volume = row.state === 'decrypting' || row.os !== 'encrypting' ? 'data' : 'os'
  return {
    ...row,
    history: { ...history, work },
    flags: [...new Set([...flags, ...row.flags])],
    problem:
      flags.length === 0
        ? row.problem
        : graver(row.problem, { kind: 'encryption-overdue', severity: 'action', volume }),
  }
}
