import type { ObservationInterval } from './observation-intervals'

/** An observation over a time span. Milliseconds since 1970; `from` ≤ `to`. */
export interface Seen {
  readonly from: number
  readonly to: number
}

/** A time span in which one observation is the newest. `from` ≤ `to`; pieces are in order and never overlap. */
export interface MergedInterval<S extends Seen = ObservationInterval> {
  readonly from: number
  readonly to: number
  readonly interval: S
}

/**
 * Resolves overlapping observations. Where two cover the same time with different facts (two servers, clocks that
 * differ, rows that arrived late), the one that began later wins; after its end the older one applies again if it was
 * still observed then. Takes observations in the order of `intervalsOf`.
 */
export function mergeIntervals<S extends Seen>(intervals: readonly S[]): readonly MergedInterval<S>[] {
  const spans: MergedInterval<S>[] = []
  const covering: { readonly interval: S; shown: boolean }[] = []
  let at = Number.NEGATIVE_INFINITY

  function show(entry: (typeof covering)[number], until: number): void {
    const from = Math.max(at, entry.interval.from)
    if (until > from || (!entry.shown && until === from)) spans.push({ from, to: until, interval: entry.interval })
    entry.shown = true
    at = Math.max(at, until)
  }

  /** Ends every open observation that was last seen before `until`, newest first. */
  function closeBefore(until: number): void {
    for (let top = covering.at(-1); top !== undefined; top = covering.at(-1)) {
      if (top.interval.to >= until) {
        show(top, until)
        return
      }
      show(top, top.interval.to)
      covering.pop()
    }
  }

  for (const interval of intervals) {
    closeBefore(interval.from)
    covering.push({ interval, shown: false })
  }
  closeBefore(Number.POSITIVE_INFINITY)
  return spans
}
