import { mergeActivity } from './activity/merge'
import type { ActivityItem, ActivityLogEvent, ResourceChange } from './activity/types'
import { isoOf, millisecondsOf } from './instants'
import { laneOf, type LaneEnd } from './lane'
import { laneViews } from './lane-views'
import { splitByMachine, type MachineSpan, type MachineIntervals } from './split-by-machine'
import type { Observation } from './observation'
import { mergeIntervals, type MergedInterval } from './merge-intervals'
import { percentsOf } from './percents'
import type { Polling } from './polling'
import { withExactPower } from './power-start'
import { observationIntervals } from './observation-intervals'
import type { Lanes, MachineTimeline, Timeline } from './types'

/** Times are ISO. */
export interface FormerMachine {
  readonly vmId: string
  readonly firstSeen: string
  readonly lastSeen: string
}

export interface TimelineInput {
  /** All observations stored under the VM's id or its `vmId`, in any order. */
  readonly observations: readonly Observation[]
  /** Machines that had the same ARM id and whose observations are not in `observations`. */
  readonly formerMachines: readonly FormerMachine[]
  readonly activityLog: readonly ActivityLogEvent[]
  readonly resourceChanges: readonly ResourceChange[]
  readonly polling: Polling
  /** Current time, ISO. */
  readonly now: string
}

function spanOf({ vmId, firstSeen, lastSeen }: FormerMachine): readonly MachineSpan[] {
  const [from, to] = [millisecondsOf(firstSeen), millisecondsOf(lastSeen)]
  return from === null || to === null ? [] : [{ vmId: vmId.toLowerCase(), from, to }]
}

function placesOf(spans: readonly MergedInterval[]): MachineTimeline['places'] {
  const places: { id: string; from: string }[] = []
  for (const { from, interval } of spans) {
    if (places.at(-1)?.id !== interval.id) places.push({ id: interval.id, from: isoOf(from) })
  }
  return places
}

/** The last successful deletion recorded between the last observation of one machine and the first of the next. */
function deletionOf(activity: readonly ActivityItem[], last: number, next: number | undefined): number | null {
  const times = activity
    .filter(({ kind, outcome }) => kind === 'vm-delete' && outcome !== 'failed' && outcome !== 'begun')
    .map(({ to }) => millisecondsOf(to) ?? Number.NaN)
    .filter((at) => at >= last && at <= (next ?? Number.POSITIVE_INFINITY))
  return times.length === 0 ? null : Math.max(...times)
}

function endOf(deleted: number | null, next: number | undefined, now: number): LaneEnd {
  if (deleted !== null) return { at: deleted, why: 'deleted' }
  return next === undefined ? { at: now, why: 'now' } : { at: next, why: 'replaced' }
}

function lanesOf(
  spans: readonly MergedInterval[],
  polling: Polling,
  end: LaneEnd,
  activity: readonly ActivityItem[],
): Lanes {
  return {
    vm: laneOf(spans, laneViews.vm, polling, end),
    os: laneOf(spans, laneViews.os, polling, end),
    data: laneOf(spans, laneViews.data, polling, end),
    message: laneOf(spans, laneViews.message, polling, end),
    power: withExactPower(laneOf(spans, laneViews.power, polling, end), activity),
  }
}

function machineTimelineOf(
  { vmId, intervals }: MachineIntervals,
  next: MachineIntervals | undefined,
  activity: readonly ActivityItem[],
  { polling, now }: { readonly polling: Polling; readonly now: number },
): MachineTimeline {
  const spans = mergeIntervals(intervals)
  const first = spans[0]?.from ?? now
  const last = spans.at(-1)?.to ?? now
  const nextFrom = next?.intervals[0]?.from
  const deleted = deletionOf(activity, last, nextFrom)
  return {
    vmId,
    from: isoOf(first),
    to: isoOf(last),
    deletedAt: deleted === null ? null : isoOf(deleted),
    places: placesOf(spans),
    lanes: lanesOf(spans, polling, endOf(deleted, nextFrom, now), activity),
    percents: percentsOf(spans),
  }
}

/**
 * The history of one VM. Times without an observation are gaps: no state is claimed for them. Order and repetition of
 * the input do not matter; rows with an impossible time are left out and counted.
 */
export function timelineOf(input: TimelineInput): Timeline {
  const now = millisecondsOf(input.now)
  if (now === null) return { machines: [], activity: [], leftOut: input.observations.length }
  const { intervals, leftOut } = observationIntervals(input.observations, now)
  const activity = mergeActivity(input.activityLog, input.resourceChanges, now)
  const machines = splitByMachine(intervals, input.formerMachines.flatMap(spanOf))
  return {
    machines: machines.map((machine, index) =>
      machineTimelineOf(machine, machines[index + 1], activity.items, { polling: input.polling, now }),
    ),
    activity: activity.items,
    leftOut: leftOut + activity.leftOut,
  }
}
