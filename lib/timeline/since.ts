import type { DataState, VmState, VolumeState } from '@/lib/encryption/types'
import { millisecondsOf } from './instants'
import { laneOf, type LaneView } from './lane'
import { laneViews } from './lane-views'
import { livesOf } from './lives'
import type { Observation } from './observation'
import { paint } from './paint'
import type { Polling } from './polling'
import { sightingsOf } from './sighting'
import type { Interval } from './types'

/** Since when a machine has been in its last observed state. */
export interface Since {
  readonly vm: Interval<VmState>
  readonly os: Interval<VolumeState>
  readonly data: Interval<DataState>
}

/**
 * For the columns "for" and "since" of one VM: the newest interval of each state, from the observations under its ARM
 * id. Null without any observation. `interval.open` is true when the state may be claimed for now.
 */
export function sinceOf(observations: readonly Observation[], polling: Polling, nowIso: string): Since | null {
  const now = millisecondsOf(nowIso)
  if (now === null) return null
  const life = livesOf(sightingsOf(observations, now).sightings).at(-1)
  if (life === undefined) return null
  const pieces = paint(life.sightings)
  const newest = <Value>(view: LaneView<Value>): Interval<Value> | undefined =>
    laneOf(pieces, view, polling, { at: now, why: 'now' }).intervals.at(-1)
  const [vm, os, data] = [newest(laneViews.vm), newest(laneViews.os), newest(laneViews.data)]
  return vm === undefined || os === undefined || data === undefined ? null : { vm, os, data }
}
