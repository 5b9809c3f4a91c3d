import type { Gap, LaneId, Start, VmTimeline } from '@/lib/contract/timeline'
import { groupActivity, type ActivityGroup } from './activity-groups'

type MachineTimeline = VmTimeline['machines'][number]
type ValueOf<Id extends LaneId> = MachineTimeline['lanes'][Id]['intervals'][number]['value']

/** The value of a lane over an interval, with the id of the lane. */
export type Shown = { readonly [Id in LaneId]: { readonly lane: Id; readonly value: ValueOf<Id> } }[LaneId]

interface Placed {
  /** Stays the same for the same segment as long as the timeline only grows. */
  readonly key: string
  /** Milliseconds since 1970. */
  readonly from: number
  readonly to: number
}

/** An interval of equal observations. `from` and `to` are the first and the last of them; an open one ends now. */
export interface Stretch extends Placed {
  readonly kind: 'stretch'
  readonly machine: number
  readonly shown: Shown
  readonly start: Start
  readonly open: boolean
  readonly sources: MachineTimeline['lanes']['vm']['intervals'][number]['sources']
}

/** A gap: no observations. */
export interface Silence extends Placed {
  readonly kind: 'gap'
  readonly machine: number
  readonly lane: LaneId
  readonly ends: Gap['ends']
}

/** One percentage. `follows`: the line from the previous one may be drawn. `leads`: the first of its volume. */
export interface ProgressPoint extends Placed {
  readonly kind: 'reading'
  readonly percent: number
  readonly index: number | null
  readonly count: number | null
  readonly follows: boolean
  readonly leads: boolean
}

export type Segment = Stretch | Silence | ActivityGroup | ProgressPoint

/** The lanes in the order in which they are drawn. */
export const chartLanes = ['vm', 'os', 'data', 'progress', 'message', 'power', 'people'] as const
export type ChartLane = (typeof chartLanes)[number]

export type Segments = Readonly<Record<ChartLane, readonly Segment[]>>

/** The lane that a segment is drawn in. */
export function laneOfSegment(segment: Segment): ChartLane {
  switch (segment.kind) {
    case 'event':
      return 'people'
    case 'reading':
      return 'progress'
    case 'gap':
      return segment.lane
    case 'stretch':
      return segment.shown.lane
  }
}

interface AnyInterval {
  readonly from: string
  readonly to: string
  readonly start: Start
  readonly open: boolean
  readonly sources: Stretch['sources']
}

function stretches<Interval extends AnyInterval>(
  intervals: readonly Interval[],
  place: { readonly machine: number; readonly now: number },
  shownBy: (interval: Interval) => Shown,
): readonly Stretch[] {
  return intervals.map((interval) => {
    const { start, open, sources, to } = interval
    const shown = shownBy(interval)
    const from = start.kind === 'exact' ? start.at : interval.from
    return {
      kind: 'stretch',
      key: `${shown.lane} ${place.machine} ${from}`,
      from: Date.parse(from),
      to: open ? place.now : Date.parse(to),
      machine: place.machine,
      shown,
      start,
      open,
      sources,
    }
  })
}

function observed({ lanes }: MachineTimeline, lane: LaneId, place: { readonly machine: number; readonly now: number }) {
  switch (lane) {
    case 'vm':
      return stretches(lanes.vm.intervals, place, ({ value }) => ({ lane, value }))
    case 'os':
      return stretches(lanes.os.intervals, place, ({ value }) => ({ lane, value }))
    case 'data':
      return stretches(lanes.data.intervals, place, ({ value }) => ({ lane, value }))
    case 'message':
      return stretches(lanes.message.intervals, place, ({ value }) => ({ lane, value }))
    case 'power':
      return stretches(lanes.power.intervals, place, ({ value }) => ({ lane, value }))
  }
}

function silences({ lanes }: MachineTimeline, lane: LaneId, machine: number): readonly Silence[] {
  return lanes[lane].gaps.map(({ from, to, ends }) => ({
    kind: 'gap',
    key: `${lane} ${machine} gap ${from}`,
    from: Date.parse(from),
    to: Date.parse(to),
    machine,
    lane,
    ends,
  }))
}

/**
 * The percentages. A line joins two neighbours of the same volume, never across a gap, and never downwards: a volume
 * runs through several passes, and each starts from 0.
 */
function readings({ lanes, percents }: MachineTimeline, machine: number): readonly ProgressPoint[] {
  const gaps = lanes.message.gaps.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }))
  return percents.map(({ at: iso, percent, index, count }, place) => {
    const before = percents[place - 1]
    const at = Date.parse(iso)
    const same = before !== undefined && before.index === index && before.count === count
    const apart = before !== undefined && gaps.some(({ from, to }) => from >= Date.parse(before.at) && to <= at)
    return {
      kind: 'reading',
      key: `progress ${machine} ${iso}`,
      from: at,
      to: at,
      percent,
      index,
      count,
      follows: same && !apart && percent >= before.percent,
      leads: !same,
    }
  })
}

const inOrder = (segments: readonly Segment[]): readonly Segment[] =>
  [...segments].sort((left, right) => left.from - right.from || left.to - right.to)

/** All segments, lane by lane and in order of time. */
export function segmentsOf(timeline: VmTimeline): Segments {
  const now = Date.parse(timeline.now)
  const lane = (id: LaneId) =>
    inOrder(
      timeline.machines.flatMap((machine, index) => [
        ...observed(machine, id, { machine: index, now }),
        ...silences(machine, id, index),
      ]),
    )
  return {
    vm: lane('vm'),
    os: lane('os'),
    data: lane('data'),
    progress: inOrder(timeline.machines.flatMap(readings)),
    message: lane('message'),
    power: lane('power'),
    people: inOrder(groupActivity(timeline.activity)),
  }
}
