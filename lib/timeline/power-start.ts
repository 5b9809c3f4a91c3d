import type { ActivityItem, ActivityKind } from './activity/types'
import type { Interval, Lane, LaneValues, Start } from './types'

/** What a finished operation leaves the VM in, in Azure's words. */
const powerAfter: ReadonlyMap<ActivityKind, string> = new Map([
  ['vm-start', 'running'],
  ['vm-restart', 'running'],
  ['vm-deallocate', 'deallocated'],
  ['vm-power-off', 'stopped'],
])

type Power = Interval<LaneValues['power']>

function exactStart(interval: Power, before: Power | undefined, activity: readonly ActivityItem[]): Start {
  // Without a look before it nothing says that the record belongs to this change and not to an earlier one.
  if (before === undefined || before.value.power === interval.value.power) return interval.start
  const newest = activity.findLast(
    ({ kind, outcome, to }) => powerAfter.has(kind) && outcome === 'succeeded' && to > before.to && to <= interval.from,
  )
  if (newest === undefined || powerAfter.get(newest.kind) !== interval.value.power) return interval.start
  return { kind: 'exact', at: newest.to }
}

/** Where the Activity Log tells when the power changed between two looks, the beginning is known exactly. */
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
