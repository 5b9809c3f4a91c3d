import 'server-only'
import { historyConfig } from '@/lib/config/history-config'
import type { FleetRow } from '@/lib/contract/fleet'
import { problemSeverities } from '@/lib/diagnosis/types'
import type { RecentRows } from '@/lib/store/recent-observations'
import type { PastWork } from '@/lib/timeline/estimate/similar'
import { workViewOf } from '@/lib/timeline/estimate/work-view'
import type { Observation } from '@/lib/timeline/observation'
import { flagsOfWork, workOfView } from '../work-progress/row-work'

type Problem = FleetRow['problem']

const rankOf = (problem: Problem): number =>
  problem === null ? problemSeverities.length : problemSeverities.indexOf(problem.severity)

/** An overdue step ranks before one that is only informative. */
function moreSevere(problem: Problem, overdue: NonNullable<Problem>): Problem {
  return rankOf(problem) <= rankOf(overdue) ? problem : overdue
}

/**
 * A row with the work progress of its VM, from its observations alone: reading the metrics of a whole fleet would cost
 * too many requests.
 * @param recent the newest earlier observations; undefined where no work was known to be running
 * @param observation the one that the row shows; undefined where it was read for an earlier load
 * @param other work on other VMs that this user can read, and the present, epoch milliseconds on Azure's clock
 */
export function withWork(
  row: FleetRow,
  recent: RecentRows | undefined,
  observation: Observation | undefined,
  { past, now }: { readonly past: readonly PastWork[]; readonly now: number },
): FleetRow {
  const { history } = row
  const observations = [...(recent?.observations ?? []), ...(observation === undefined ? [] : [observation])]
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
        : moreSevere(row.problem, { kind: 'encryption-overdue', severity: 'action', volume }),
  }
}
