import type { RowHistory } from './row-history'

/** Since when a row's state has been observed, as far as it may be claimed. */
export interface RowSince {
  /** ISO time of its first observation. */
  readonly at: string
  /** From that observation to the last one, in milliseconds: time since the last observation is not counted. */
  readonly seenFor: number
  /** True when the state may have begun before the first observation. */
  readonly isAtLeast: boolean
  /** True when the row shows the very first observation. */
  readonly isFirstObservation: boolean
}

/** For the columns "for" and "since"; null without a history. */
export function rowSince(history: RowHistory | null): RowSince | null {
  if (history === null) return null
  const { firstSeen, seenAt, before, beganBetween } = history
  const seenFor = Math.max(0, Date.parse(seenAt) - Date.parse(firstSeen))
  return {
    at: firstSeen,
    seenFor,
    isAtLeast: !beganBetween,
    isFirstObservation: before === null && seenFor === 0,
  }
}
