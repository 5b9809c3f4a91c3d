import type { DataState, VmState, VolumeState } from '@/lib/encryption/types'
import type { ActivityItem } from './activity/types'
import type { ObservationSource, ObservedMessage } from './observation'

/** Lanes of observations; activities of users and pipelines are a separate lane of events. */
export const laneIds = ['vm', 'os', 'data', 'message', 'power'] as const
export type LaneId = (typeof laneIds)[number]

export interface LaneValues {
  readonly vm: VmState
  readonly os: VolumeState
  readonly data: DataState
  /** Null while the extension reports no message. For messages with a percentage, the newest one of the interval. */
  readonly message: ObservedMessage | null
  /** Azure's words; null for a value that was not read. */
  readonly power: { readonly power: string | null; readonly agent: string | null }
}

/** How precisely the start of an interval is known. */
export const startKinds = ['exact', 'between', 'first-seen'] as const
export type StartKind = (typeof startKinds)[number]

/**
 * `exact`: Azure recorded the time. `between`: after the observation of something else at `after`, and no later than
 * the one at `at`. `first-seen`: there was no observation before, so it may have begun at any time before `at`. Times
 * are ISO.
 */
export type Start =
  | { readonly kind: 'exact'; readonly at: string }
  | { readonly kind: 'between'; readonly after: string; readonly at: string }
  | { readonly kind: 'first-seen'; readonly at: string }

/** An interval of equal observations. `from` and `to` are the first and the last of them. */
export interface Interval<Value> {
  readonly value: Value
  readonly from: string
  readonly to: string
  readonly start: Start
  /** Whether the value may still be claimed for now: it is the newest observation and recent enough. */
  readonly open: boolean
  readonly sources: readonly ObservationSource[]
}

/** No observations from `from` to `to`, to now, or to the deletion of the machine. */
export interface Gap {
  readonly from: string
  readonly to: string
  readonly ends: 'seen-again' | 'now' | 'deleted'
}

/** Intervals and gaps of a lane in order of time: no two overlap. */
export interface Lane<Value> {
  readonly intervals: readonly Interval<Value>[]
  readonly gaps: readonly Gap[]
}

export type Lanes = { readonly [Id in LaneId]: Lane<LaneValues[Id]> }

/** A percentage as it was read. */
export interface PercentReading {
  readonly at: string
  readonly percent: number
  readonly index: number | null
  readonly count: number | null
}

/** The time span of one machine under this ARM id. */
export interface MachineTimeline {
  readonly vmId: string | null
  /** First and last observation of it. */
  readonly from: string
  readonly to: string
  /** When the Activity Log recorded its deletion; null without such a record. */
  readonly deletedAt: string | null
  /** ARM ids in lower case, in order of first observation; more than one after a move. */
  readonly places: readonly { readonly id: string; readonly from: string }[]
  readonly lanes: Lanes
  readonly percents: readonly PercentReading[]
}

/** The history of one VM. Machines in order of first observation; the last one is the present one. */
export interface Timeline {
  readonly machines: readonly MachineTimeline[]
  readonly activity: readonly ActivityItem[]
  /** Rows and events left out because their time cannot be parsed or is in the future. */
  readonly leftOut: number
}
