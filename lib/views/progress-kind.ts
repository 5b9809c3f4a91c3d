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
 * What can be drawn of a run's progress: `known` from the percentages of the messages, over all volumes if the history
 * has them; `estimated` from the bytes that a copy has read; `silent` without a percentage, with the observed duration.
 */
export type RunningProgress =
  | ({ readonly kind: 'known' | 'estimated'; readonly percent: number } & Running)
  | ({ readonly kind: 'silent'; readonly silentFor: number | null; readonly isAtLeast: boolean } & Running)
  | { readonly kind: 'none' }

type Evidence = Pick<FleetRow, 'state' | 'os' | 'data' | 'progress' | 'history'>

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

/**
 * What may be drawn for a VM. A percentage counts only while a volume is in motion, because the last message stays
 * after the run has ended. The OS disk reports no percentage while it is encrypted; this is expected and is called the
 * silent phase.
 */
export function runningProgress(row: Evidence): RunningProgress {
  const states = [row.state, row.os, row.data.state]
  const direction = states.includes('encrypting') ? 'encrypting' : states.includes('decrypting') ? 'decrypting' : null
  if (direction === null) return { kind: 'none' }
  const work = row.history?.work ?? null
  const running = { direction, left: leftOf(work) } as const
  // The percentage of the message alone would fall: a volume runs through three passes, and then the next one begins.
  if (work?.done.basis === 'percent') return { kind: 'known', percent: Math.floor(work.done.done * 100), ...running }
  if (row.progress.percent !== null) return { kind: 'known', percent: row.progress.percent, ...running }
  if (work?.done.basis === 'metrics')
    return { kind: 'estimated', percent: Math.round(work.done.done * 100), ...running }
  return row.progress.phase === 'os-encrypting' && direction === 'encrypting'
    ? {
        kind: 'silent',
        silentFor: silentFor(row.history),
        // There was no earlier observation: the work may have begun before.
        isAtLeast: work?.start?.kind === 'first-seen',
        ...running,
      }
    : { kind: 'none' }
}
