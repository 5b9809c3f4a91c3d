import type { ActivityItem, ActivityKind } from './activity/types'
import type { Interval, Lane, LaneValues, Start } from './types'

/** The power state that a finished operation leaves the VM in, in Azure's words. */
const powerAfter: ReadonlyMap<ActivityKind, string> = new Map([
  ['vm-start', 'running'],
  ['vm-restart', 'running'],
  ['vm-deallocate', 'deallocated'],
  ['vm-power-off', 'stopped'],
])

type Power = Interval<LaneValues['power']>

function exactStart(interval: Power, before: Power | undefined, activity: readonly ActivityItem[]): Start {
  // Without an earlier observation the record may belong to an earlier change.
  if (before === undefined || before.value.power === interval.value.power) return interval.start
  const newest = activity.findLast(
    ({ kind, outcome, to }) => powerAfter.has(kind) && outcome === 'succeeded' && to > before.to && to <= interval.from,
  )
  if (newest === undefined || powerAfter.get(newest.kind) !== interval.value.power) return interval.start
  return { kind: 'exact', at: newest.to }
}

/** Makes the start of an interval exact when the Activity Log records the power change between two observations. */
export function withExactPower(
  lane: Lane<LaneValues['power']>,
  activity: readonly ActivityItem[],
): Lane<LaneValues['power']> {
  return {
    ...lane,
    intervals: lane.intervals.map((interval, index) => ({
      ...interval,
      start: exactStart(interval, lane.intervals[index - 1], activity),
    })),
  }
}
