import { isoOf } from './instants'
import type { MergedInterval } from './merge-intervals'
import type { PercentReading } from './types'

/** Every percentage, at the first and the last observation that contained it. */
export function percentsOf(spans: readonly MergedInterval[]): readonly PercentReading[] {
  return spans.flatMap(({ from, to, interval }) => {
    const message = interval.facts.message
    if (message === null || message.percent === null) return []
    const { percent, index, count } = message
    const times = from === to ? [from] : [from, to]
    return times.map((at) => ({ at: isoOf(at), percent, index, count }))
  })
}
