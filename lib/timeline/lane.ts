import type { ObservationSource, ObservedFacts } from './observation'
import { isoOf } from './instants'
import type { Piece } from './paint'
import { allowedSilence, type Polling } from './polling'
import { observationSources } from './observation'
import type { Gap, Interval, Lane, Start } from './types'

/** How a lane reads the facts. */
export interface LaneView<Value> {
  /** Undefined where the facts say nothing for this lane: then the look does not count as one. */
  readonly valueOf: (facts: ObservedFacts) => Value | undefined
  /** Equal for values that make one stretch. */
  readonly keyOf: (value: Value) => string
}

/** Until when the lane may speak, in milliseconds: now, or the end of the machine. */
export interface LaneEnd {
  readonly at: number
  readonly why: 'now' | 'deleted' | 'replaced'
}

interface Stretch<Value> {
  readonly key: string
  readonly value: Value
  readonly from: number
  readonly to: number
  readonly start: Start
  readonly sources: ReadonlySet<ObservationSource>
  /** Facts of the last look, which set how soon the next one is due. */
  readonly facts: ObservedFacts
}

function stretchOf<Value>(
  { from, to, sighting }: Piece,
  value: Value,
  key: string,
  before: { readonly last: Stretch<Value> | undefined; readonly silent: boolean },
): Stretch<Value> {
  const { last, silent } = before
  const at = isoOf(from)
  const start: Start =
    last === undefined || silent ? { kind: 'first-seen', at } : { kind: 'between', after: isoOf(last.to), at }
  return { key, value, from, to, start, sources: new Set([sighting.source]), facts: sighting.facts }
}

function grown<Value>(last: Stretch<Value>, { to, sighting }: Piece, value: Value): Stretch<Value> {
  return {
    ...last,
    value,
    to,
    sources: new Set([...last.sources, sighting.source]),
    facts: sighting.facts,
  }
}

function intervalOf<Value>(stretch: Stretch<Value>, open: boolean): Interval<Value> {
  return {
    value: stretch.value,
    from: isoOf(stretch.from),
    to: isoOf(stretch.to),
    start: stretch.start,
    open,
    sources: observationSources.filter((source) => stretch.sources.has(source)),
  }
}

/** Joins the pieces of one machine into the stretches of a lane. A silence longer than allowed is a gap and parts them. */
export function laneOf<Value>(
  pieces: readonly Piece[],
  view: LaneView<Value>,
  polling: Polling,
  end: LaneEnd,
): Lane<Value> {
  const stretches: Stretch<Value>[] = []
  const gaps: Gap[] = []
  for (const piece of pieces) {
    const value = view.valueOf(piece.sighting.facts)
    if (value === undefined) continue
    const key = view.keyOf(value)
    const last = stretches.at(-1)
    const silent = last !== undefined && piece.from - last.to > allowedSilence(last.facts, polling)
    if (silent) gaps.push({ from: isoOf(last.to), to: isoOf(piece.from), ends: 'seen-again' })
    if (last?.key === key && !silent) stretches[stretches.length - 1] = grown(last, piece, value)
    else stretches.push(stretchOf(piece, value, key, { last, silent }))
  }
  const last = stretches.at(-1)
  const silentNow = last !== undefined && end.at - last.to > allowedSilence(last.facts, polling)
  if (silentNow && end.why !== 'replaced') gaps.push({ from: isoOf(last.to), to: isoOf(end.at), ends: end.why })
  const open = end.why === 'now' && !silentNow
  return { intervals: stretches.map((stretch) => intervalOf(stretch, open && stretch === last)), gaps }
}
