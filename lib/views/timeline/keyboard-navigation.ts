import { chartLanes, laneOfSegment, type ChartLane, type Segment, type Segments } from './segments'

/** Target of a keyboard step. */
export const steps = ['next', 'previous', 'first', 'last', 'down', 'up'] as const
export type Step = (typeof steps)[number]

const middle = ({ from, to }: Segment): number => (from + to) / 2

function nearest(segments: readonly Segment[], to: Segment): Segment | undefined {
  const at = middle(to)
  const distance = (segment: Segment) => Math.max(segment.from - at, at - segment.to, 0)
  return segments.reduce<Segment | undefined>(
    (best, one) => (best === undefined || distance(one) < distance(best) ? one : best),
    undefined,
  )
}

function otherLane(segments: Segments, lane: ChartLane, by: 1 | -1): readonly Segment[] {
  for (let place = chartLanes.indexOf(lane) + by; ; place += by) {
    const other = chartLanes[place]
    if (other === undefined) return []
    if (segments[other].length > 0) return segments[other]
  }
}

/** The segment that a step leads to; the same segment at the end of the lanes. */
export function segmentAfterKey(segments: Segments, current: Segment, step: Step): Segment {
  const lane = laneOfSegment(current)
  const own = segments[lane]
  const place = own.findIndex(({ key }) => key === current.key)
  switch (step) {
    case 'next':
      return own[place + 1] ?? current
    case 'previous':
      return own[place - 1] ?? current
    case 'first':
      return own[0] ?? current
    case 'last':
      return own.at(-1) ?? current
    case 'down':
      return nearest(otherLane(segments, lane, 1), current) ?? current
    case 'up':
      return nearest(otherLane(segments, lane, -1), current) ?? current
  }
}

/** Finds a segment again after the timeline was reloaded. */
export function segmentBy(segments: Segments, key: string | null): Segment | null {
  if (key === null) return null
  for (const lane of chartLanes) {
    const found = segments[lane].find((segment) => segment.key === key)
    if (found !== undefined) return found
  }
  return null
}
