import type { DataState, VmState, VolumeState } from '@/lib/encryption/types'
import type { ActivityItem } from './activity/types'
import type { ObservationSource, ObservedMessage } from './observation'

/** Lanes of what was observed; people and pipelines are a lane of events beside them. */
export const laneIds = ['vm', 'os', 'data', 'message', 'power'] as const
export type LaneId = (typeof laneIds)[number]

export interface LaneValues {
  readonly vm: VmState
  readonly os: VolumeState
  readonly data: DataState
  /** Null while the extension says nothing at all. Of a text that counts, the newest one of the stretch. */
  readonly message: ObservedMessage | null
  /** Azure's words; null where one was not read. */
  readonly power: { readonly power: string | null; readonly agent: string | null }
}

/** How well the beginning of a stretch is known. */
export const startKinds = ['exact', 'between', 'first-seen'] as const
export type StartKind = (typeof startKinds)[number]

/**
 * `exact`: Azure's own record says when. `between`: after the look at `after`, which saw something else, and by the one
 * at `at`. `first-seen`: nobody looked before, so it may have begun at any time before `at`. Times are ISO.
 */
export type Start =
  | { readonly kind: 'exact'; readonly at: string }
  | { readonly kind: 'between'; readonly after: string; readonly at: string }
  | { readonly kind: 'first-seen'; readonly at: string }

/** A stretch in which every look saw the same. `from` and `to` are the first and the last such look. */
export interface Interval<Value> {
  readonly value: Value
  readonly from: string
  readonly to: string
  readonly start: Start
  /** Whether it is still so as far as anybody can tell: the newest look, and not too long ago. */
  readonly open: boolean
  readonly sources: readonly ObservationSource[]
}

/** Nobody looked from the look at `from` to the one at `to`, or to now, or until the machine was deleted. */
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

/** One machine's time at this place. */
export interface Life {
  readonly vmId: string | null
  /** First and last look at it. */
  readonly from: string
  readonly to: string
  /** When the Activity Log says that it was deleted; null where nothing says so. */
  readonly deletedAt: string | null
  /** ARM ids in lower case, in order of first sight; more than one after a move. */
  readonly places: readonly { readonly id: string; readonly from: string }[]
  readonly lanes: Lanes
  readonly percents: readonly PercentReading[]
}

/** What is known of one VM over time. Lives in order of first sight; the last one is the present one. */
export interface Timeline {
  readonly lives: readonly Life[]
  readonly activity: readonly ActivityItem[]
  /** Rows and events left out because their time cannot be read or lies in the future. */
  readonly leftOut: number
}
