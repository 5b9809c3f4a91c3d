import type { FleetRow } from '@/lib/contract/fleet'

type Work = NonNullable<NonNullable<FleetRow['history']>['work']>

/** Time left in milliseconds, from measurements or from similar disks; never from the documentation alone. */
interface Left {
  readonly low: number
  readonly high: number
}

interface Running {
  readonly direction: 'encrypting' | 'decrypting'
  /** Null when there is no basis for an estimate. */
  readonly left: Left | null
}

/**
 * What can be drawn of a run's progress: `known` from the percentages of the messages, over all volumes; `estimated`
 * from the bytes that a copy has read; `silent` without a percentage, with the observed duration; `unmeasured` where a
 * message has the percentage of one pass over one volume, and the work over all volumes is not known.
 */
export type RunningProgress =
  | ({ readonly kind: 'known' | 'estimated'; readonly percent: number } & Running)
  | ({ readonly kind: 'silent'; readonly silentFor: number | null; readonly isAtLeast: boolean } & Running)
  | ({ readonly kind: 'unmeasured' } & Running)
  | { readonly kind: 'none' }

interface Evidence extends Pick<FleetRow, 'state' | 'os' | 'data' | 'progress' | 'history'> {
  /** The work by the VM's own reading, which has it also where the history could not be read. */
  readonly work?: Work | null
}

function leftOf(work: Work | null): Left | null {
  if (work === null) return null
  const { timeLeft } = work
  switch (timeLeft.basis) {
    case 'none':
    case 'documented':
      return null
    default:
      return { low: timeLeft.range.low, high: timeLeft.range.high }
  }
}

function silentFor(history: FleetRow['history']): number | null {
  const start = history?.work?.start ?? null
  if (history === null || start === null) return null
  return Math.max(0, Date.parse(history.seenAt) - Date.parse(start.at))
}

/** By the message alone, where neither the history nor the metrics have a share of the whole run. */
function withoutWork({ progress, history }: Evidence, work: Work | null, running: Running): RunningProgress {
  const { percent, phase } = progress
  if (percent !== null) {
    // The OS volume is the only one in its phase. A data volume runs through three passes, and the next volume follows.
    return phase === 'os-encrypting'
      ? { kind: 'known', percent: Math.floor(percent), ...running }
      : { kind: 'unmeasured', ...running }
  }
  if (phase !== 'os-encrypting' || running.direction === 'decrypting') return { kind: 'none' }
  // There was no earlier observation: the work may have begun before.
  const isAtLeast = work?.start?.kind === 'first-seen'
  return { kind: 'silent', silentFor: silentFor(history), isAtLeast, ...running }
}

/**
 * The one percentage and the one time left of a run, for every screen, snapshot and export. A percentage counts only
 * while a volume is in motion, because the last message stays after the run has ended. The OS disk reports no percentage
 * while it is encrypted; this is expected and is called the silent phase.
 */
export function runningProgress(row: Evidence): RunningProgress {
  const states = [row.state, row.os, row.data.state]
  const direction = states.includes('encrypting') ? 'encrypting' : states.includes('decrypting') ? 'decrypting' : null
  if (direction === null) return { kind: 'none' }
  const work = row.work ?? row.history?.work ?? null
  const running = { direction, left: leftOf(work) } as const
  if (work?.done.basis === 'percent') return { kind: 'known', percent: work.done.percent, ...running }
  if (work?.done.basis === 'metrics') return { kind: 'estimated', percent: work.done.percent, ...running }
  return withoutWork(row, work, running)
}

/** The percentage of a run that a table or a file may state; null where there is only an estimate, or none. */
export function knownPercent(row: Evidence): number | null {
  const progress = runningProgress(row)
  return progress.kind === 'known' ? progress.percent : null
}
