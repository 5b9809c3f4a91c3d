import type { ObservationSource, ObservedFacts } from './observation'
import { isoOf } from './instants'
import type { MergedInterval } from './merge-intervals'
import { isGap, type Polling } from './polling'
import { observationSources } from './observation'
import type { Gap, Interval, Lane, Start } from './types'

/** How a lane reads the facts. */
export interface LaneView<Value> {
  /** Undefined when the facts contain nothing for this lane: the observation does not count for it. */
  readonly valueOf: (facts: ObservedFacts) => Value | undefined
  /** Whether two values belong to one interval. */
  readonly same: (left: Value, right: Value) => boolean
}

/** Latest time that the lane may cover, in milliseconds: now, or the deletion of the machine. */
export interface LaneEnd {
  readonly at: number
  readonly why: 'now' | 'deleted' | 'replaced'
}

/** Grows while the observed value stays the same. */
interface Stretch<Value> {
  value: Value
  readonly from: number
  to: number
  readonly start: Start
  readonly sources: Set<ObservationSource>
  /** Facts of the last observation; they determine when the next one is due. */
  facts: ObservedFacts
}

function stretchOf<Value>(
  { from, to, interval }: MergedInterval,
  value: Value,
  before: { readonly last: Stretch<Value> | undefined; readonly silent: boolean },
): Stretch<Value> {
  const { last, silent } = before
  const at = isoOf(from)
  const start: Start =
    last === undefined || silent ? { kind: 'first-seen', at } : { kind: 'between', after: isoOf(last.to), at }
  return { value, from, to, start, sources: new Set([interval.source]), facts: interval.facts }
}

function grow<Value>(stretch: Stretch<Value>, { to, interval }: MergedInterval, value: Value): void {
  stretch.value = value
  stretch.to = to
  stretch.sources.add(interval.source)
  stretch.facts = interval.facts
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

/**
 * Joins the pieces of one machine into the intervals of a lane. A silence longer than allowed becomes a gap between
 * them.
 */
export function laneOf<Value>(
  spans: readonly MergedInterval[],
  view: LaneView<Value>,
  polling: Polling,
  end: LaneEnd,
): Lane<Value> {
  const stretches: Stretch<Value>[] = []
  const gaps: Gap[] = []
  let last: Stretch<Value> | undefined
  for (const span of spans) {
    const value = view.valueOf(span.interval.facts)
    if (value === undefined) continue
    const silent = last !== undefined && isGap(last.facts, polling, span.from - last.to)
    if (last !== undefined && silent) gaps.push({ from: isoOf(last.to), to: isoOf(span.from), ends: 'seen-again' })
    if (last !== undefined && !silent && view.same(last.value, value)) grow(last, span, value)
    else {
      last = stretchOf(span, value, { last, silent })
      stretches.push(last)
    }
  }
  const silentNow = last !== undefined && isGap(last.facts, polling, end.at - last.to)
  if (last !== undefined && silentNow && end.why !== 'replaced') {
    gaps.push({ from: isoOf(last.to), to: isoOf(end.at), ends: end.why })
  }
  const open = end.why === 'now' && !silentNow
  return { intervals: stretches.map((stretch) => intervalOf(stretch, open && stretch === last)), gaps }
}
