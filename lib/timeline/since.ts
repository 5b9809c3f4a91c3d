import type { DataState, VmState, VolumeState } from '@/lib/encryption/types'
import { millisecondsOf } from './instants'
import { laneOf, type LaneView } from './lane'
import { laneViews } from './lane-views'
import { splitByMachine } from './split-by-machine'
import type { Observation } from './observation'
import { mergeIntervals } from './merge-intervals'
import type { Polling } from './polling'
import { observationIntervals } from './observation-intervals'
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
  const machine = splitByMachine(observationIntervals(observations, now).intervals).at(-1)
  if (machine === undefined) return null
  const spans = mergeIntervals(machine.intervals)
  const newest = <Value>(view: LaneView<Value>): Interval<Value> | undefined =>
    laneOf(spans, view, polling, { at: now, why: 'now' }).intervals.at(-1)
  const [vm, os, data] = [newest(laneViews.vm), newest(laneViews.os), newest(laneViews.data)]
  return vm === undefined || os === undefined || data === undefined ? null : { vm, os, data }
}
