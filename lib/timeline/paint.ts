import type { Sighting } from './sighting'

/** An observation over a time span. Milliseconds since 1970; `from` ≤ `to`. */
export interface Seen {
  readonly from: number
  readonly to: number
}

/** A time span in which one observation is the newest. `from` ≤ `to`; pieces are in order and never overlap. */
export interface Piece<S extends Seen = Sighting> {
  readonly from: number
  readonly to: number
  readonly sighting: S
}

/**
 * Resolves overlapping observations. Where two cover the same time with different facts (two servers, clocks that
 * differ, rows that arrived late), the one that began later wins; after its end the older one applies again if it was
 * still observed then. Takes observations in the order of `sightingsOf`.
 */
export function paint<S extends Seen>(sightings: readonly S[]): readonly Piece<S>[] {
  const pieces: Piece<S>[] = []
  const covering: { readonly sighting: S; shown: boolean }[] = []
  let at = Number.NEGATIVE_INFINITY

  function show(entry: (typeof covering)[number], until: number): void {
    const from = Math.max(at, entry.sighting.from)
    if (until > from || (!entry.shown && until === from)) pieces.push({ from, to: until, sighting: entry.sighting })
    entry.shown = true
    at = Math.max(at, until)
  }

  /** Ends every open observation that was last seen before `until`, newest first. */
  function closeBefore(until: number): void {
    for (let top = covering.at(-1); top !== undefined; top = covering.at(-1)) {
      if (top.sighting.to >= until) {
        show(top, until)
        return
      }
      show(top, top.sighting.to)
      covering.pop()
    }
  }

  for (const sighting of sightings) {
    closeBefore(sighting.from)
    covering.push({ sighting, shown: false })
  }
  closeBefore(Number.POSITIVE_INFINITY)
  return pieces
}
