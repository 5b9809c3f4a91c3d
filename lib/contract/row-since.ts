import type { RowHistory } from './row-history'

/** Since when a row's state is seen, as far as it may be said. */
export interface RowSince {
  /** ISO time of the first look that saw it. */
  readonly at: string
  /** From that look to the last one, in milliseconds: time that passed since nobody looked is not counted. */
  readonly seenFor: number
  /** True where it may have begun before anybody looked. */
  readonly isAtLeast: boolean
  /** True where nobody had looked before the look that the row shows. */
  readonly isFirstLook: boolean
}

/** For the columns "for" and "since"; null where the history says nothing. */
export function rowSince(history: RowHistory | null): RowSince | null {
  if (history === null) return null
  const { firstSeen, seenAt, before, beganBetween } = history
  const seenFor = Math.max(0, Date.parse(seenAt) - Date.parse(firstSeen))
  return {
    at: firstSeen,
    seenFor,
    isAtLeast: !beganBetween,
    isFirstLook: before === null && seenFor === 0,
  }
}
