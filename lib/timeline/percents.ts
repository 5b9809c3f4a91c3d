import { isoOf } from './instants'
import type { Piece } from './paint'
import type { PercentReading } from './types'

/** Every percentage, at the first and the last observation that contained it. */
export function percentsOf(pieces: readonly Piece[]): readonly PercentReading[] {
  return pieces.flatMap(({ from, to, sighting }) => {
    const message = sighting.facts.message
    if (message === null || message.percent === null) return []
    const { percent, index, count } = message
    const times = from === to ? [from] : [from, to]
    return times.map((at) => ({ at: isoOf(at), percent, index, count }))
  })
}
