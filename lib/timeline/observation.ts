import type { OsType } from '@/lib/facts/types'
import type { DataState, Pass, ReportedWord, Stamp, VmState, VolumeState } from '@/lib/encryption/types'
import type { MessageKind, MessagePhase } from '@/lib/messages/types'

/** Who looked: a signed-in person's reading, or the collector's own. */
export const observationSources = ['user', 'collector'] as const
export type ObservationSource = (typeof observationSources)[number]

/** What was looked at: the VM itself with its instance view, or only the inventory. */
export const observationDepths = ['vm', 'inventory'] as const
export type ObservationDepth = (typeof observationDepths)[number]

export interface ObservedDisk {
  /** Empty where Azure gave none. */
  readonly name: string
  readonly role: 'os' | 'data'
  readonly lun: number | null
  readonly sizeGiB: number | null
  readonly stamp: Stamp
  readonly state: VolumeState
}

export interface ObservedMessage {
  /** As Azure gave it, secrets' addresses shortened, the middle left out where it is very long. */
  readonly text: string
  readonly kind: MessageKind | 'unrecognised' | null
  readonly phase: MessagePhase | null
  /** The number that the text carries, 0 to 100. Not monotonic: a data volume runs through three passes. */
  readonly percent: number | null
  /** Volume `index` of `count`, where the text says so. */
  readonly index: number | null
  readonly count: number | null
  /** Number of the attempt to unmount the old root. */
  readonly attempt: number | null
}

/** What one look at a VM found. Two looks with equal facts are one row of the history. */
export interface ObservedFacts {
  readonly depth: ObservationDepth
  readonly osType: OsType | null
  readonly pass: Pass | null
  readonly state: VmState
  readonly os: VolumeState
  readonly data: DataState
  readonly reported: { readonly os: ReportedWord | null; readonly data: ReportedWord | null }
  /** Null where the extension said nothing at all; an empty text is a message of its own. */
  readonly message: ObservedMessage | null
  /** First status of the extension. */
  readonly status: { readonly code: string | null; readonly level: string | null }
  readonly request: { readonly operation: string | null; readonly volumeType: string | null }
  readonly extension: {
    readonly name: string | null
    readonly version: string | null
    readonly provisioningState: string | null
    /** `SequenceVersion` of the public settings: it tells one request from the next. */
    readonly sequence: string | null
  } | null
  /** Azure's word in lower case; null where it was not read. */
  readonly power: string | null
  /** Display status of the VM agent, or its code. */
  readonly agent: string | null
  /** The OS disk first. Empty for `inventory`. */
  readonly disks: readonly ObservedDisk[]
}

/** Which VM an observation is about. The id names a place; `vmId` names the machine that stands there. */
export interface ObservedVm {
  readonly cloud: string
  readonly tenantId: string
  /** ARM id as Azure spells it; compared without case. */
  readonly id: string
  /** Azure's unique id of this machine; null where it was not read. */
  readonly vmId: string | null
}

/**
 * The same facts seen from `firstSeen` to `lastSeen` without a pause longer than two polling intervals.
 * Times are ISO 8601 in UTC, by the clock of the server that looked.
 */
export interface Observation extends ObservedVm {
  readonly firstSeen: string
  readonly lastSeen: string
  readonly source: ObservationSource
  /** Last heartbeat of the VM agent by the guest's clock, as known at `lastSeen`. Not part of the facts: it always moves. */
  readonly heartbeatAt: string | null
  readonly facts: ObservedFacts
}
