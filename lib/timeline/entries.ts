import type { ActivityItem } from './activity/types'
import {
  laneIds,
  type Gap,
  type Interval,
  type LaneId,
  type LaneValues,
  type MachineTimeline,
  type Start,
  type Timeline,
} from './types'

/** One line of the timeline as a list. `until` is ISO; null while the interval continues. */
export type Entry =
  | { readonly kind: 'first-seen'; readonly at: string; readonly machine: number }
  | {
      readonly kind: 'moved'
      readonly at: string
      readonly machine: number
      readonly fromId: string
      readonly toId: string
    }
  | { readonly kind: 'deleted'; readonly at: string; readonly machine: number }
  | {
      readonly kind: 'gap'
      readonly at: string
      readonly machine: number
      readonly gap: Gap
      readonly lanes: readonly LaneId[]
    }
  | { readonly kind: 'activity'; readonly at: string; readonly item: ActivityItem }
  | ChangeEntry

/** A change of one lane. `before` is null for the first observation and for the first one after a gap. */
export type ChangeEntry = {
  readonly [Id in LaneId]: {
    readonly kind: 'change'
    readonly at: string
    readonly machine: number
    readonly lane: Id
    readonly before: LaneValues[Id] | null
    readonly after: LaneValues[Id]
    readonly start: Start
    readonly until: string | null
  }
}[LaneId]

/** Carries the value type of each lane; the union above is built from these. */
type ChangeOf<Id extends LaneId> = Extract<ChangeEntry, { readonly lane: Id }>

function changesOf<Id extends LaneId>(
  intervals: readonly Interval<LaneValues[Id]>[],
  make: (interval: Interval<LaneValues[Id]>, before: LaneValues[Id] | null) => ChangeOf<Id>,
): readonly ChangeOf<Id>[] {
  return intervals.map((interval, index) => {
    const previous = intervals[index - 1]
    const known = interval.start.kind !== 'first-seen' && previous !== undefined
    return make(interval, known ? previous.value : null)
  })
}

const startedAt = ({ start, from }: Interval<unknown>): string => (start.kind === 'exact' ? start.at : from)
const untilOf = ({ open, to }: Interval<unknown>): string | null => (open ? null : to)

function laneEntries({ lanes }: MachineTimeline, machine: number): readonly ChangeEntry[] {
  const shared = (interval: Interval<unknown>) =>
    ({ kind: 'change', machine, at: startedAt(interval), start: interval.start, until: untilOf(interval) }) as const
  return [
    ...changesOf<'vm'>(lanes.vm.intervals, (interval, before) => ({
      ...shared(interval),
      lane: 'vm',
      before,
      after: interval.value,
    })),
    ...changesOf<'os'>(lanes.os.intervals, (interval, before) => ({
      ...shared(interval),
      lane: 'os',
      before,
      after: interval.value,
    })),
    ...changesOf<'data'>(lanes.data.intervals, (interval, before) => ({
      ...shared(interval),
      lane: 'data',
      before,
      after: interval.value,
    })),
    ...changesOf<'message'>(lanes.message.intervals, (interval, before) => ({
      ...shared(interval),
      lane: 'message',
      before,
      after: interval.value,
    })),
    ...changesOf<'power'>(lanes.power.intervals, (interval, before) => ({
      ...shared(interval),
      lane: 'power',
      before,
      after: interval.value,
    })),
  ]
}

/** One entry for a gap, however many lanes it covers. */
function gapEntries({ lanes }: MachineTimeline, machine: number): readonly Entry[] {
  const gaps = new Map<string, { readonly gap: Gap; readonly lanes: LaneId[] }>()
  for (const lane of laneIds) {
    for (const gap of lanes[lane].gaps) {
      const key = `${gap.from} ${gap.to}`
      const known = gaps.get(key)
      if (known === undefined) gaps.set(key, { gap, lanes: [lane] })
      else known.lanes.push(lane)
    }
  }
  return [...gaps.values()].map(({ gap, lanes: through }) => ({
    kind: 'gap',
    at: gap.from,
    machine,
    gap,
    lanes: through,
  }))
}

function machineEntries(machine: MachineTimeline, index: number): readonly Entry[] {
  const moves = machine.places.slice(1).map(({ id, from }, place): Entry => {
    return { kind: 'moved', at: from, machine: index, fromId: machine.places[place]?.id ?? id, toId: id }
  })
  return [
    { kind: 'first-seen', at: machine.from, machine: index },
    ...moves,
    ...laneEntries(machine, index),
    ...gapEntries(machine, index),
    ...(machine.deletedAt === null ? [] : [{ kind: 'deleted', at: machine.deletedAt, machine: index } as const]),
  ]
}

/**
 * The timeline as a list with the same facts as the lanes, newest first. Entries of the same time keep the order of the
 * lanes.
 */
export function entriesOf(timeline: Timeline): readonly Entry[] {
  const entries: Entry[] = [
    ...timeline.machines.flatMap(machineEntries),
    ...timeline.activity.map((item): Entry => ({ kind: 'activity', at: item.from, item })),
  ]
  return entries.sort((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0))
}
