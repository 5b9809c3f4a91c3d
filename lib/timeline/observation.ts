import type { OsType } from '@/lib/facts/types'
import type { DataState, Pass, ReportedWord, Stamp, VmState, VolumeState } from '@/lib/encryption/types'
import type { MessageKind, MessagePhase } from '@/lib/messages/types'

/** Who read the VM: a signed-in user or the collector. */
export const observationSources = ['user', 'collector'] as const
export type ObservationSource = (typeof observationSources)[number]

/** What was read: the VM with its instance view, or only the inventory. */
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
  /** As Azure returned it, with the addresses of secrets shortened and the middle of very long texts left out. */
  readonly text: string
  readonly kind: MessageKind | 'unrecognised' | null
  readonly phase: MessagePhase | null
  /** The percentage in the message, 0 to 100. Not monotonic: a data volume runs through three passes. */
  readonly percent: number | null
  /** Volume `index` of `count`, if the message contains them. */
  readonly index: number | null
  readonly count: number | null
  /** Number of the attempt to unmount the old root. */
  readonly attempt: number | null
}

/** The facts of one observation. Two observations with equal facts become one row of the history. */
export interface ObservedFacts {
  readonly depth: ObservationDepth
  readonly osType: OsType | null
  readonly pass: Pass | null
  readonly state: VmState
  readonly os: VolumeState
  readonly data: DataState
  readonly reported: { readonly os: ReportedWord | null; readonly data: ReportedWord | null }
  /** Null when the extension reported no message; an empty message is not null. */
  readonly message: ObservedMessage | null
  /** First status of the extension. */
  readonly status: { readonly code: string | null; readonly level: string | null }
  readonly request: { readonly operation: string | null; readonly volumeType: string | null }
  readonly extension: {
    readonly name: string | null
    readonly version: string | null
    readonly provisioningState: string | null
    /** `SequenceVersion` of the public settings: it distinguishes one request from the next. */
    readonly sequence: string | null
  } | null
  /** Azure's power state in lower case; null when it was not read. */
  readonly power: string | null
  /** Display status of the VM agent, or its code. */
  readonly agent: string | null
  /** The OS disk first. Empty for `inventory`. */
  readonly disks: readonly ObservedDisk[]
}

/**
 * The VM that an observation is about. The ARM id can belong to several machines over time; `vmId` identifies the
 * machine.
 */
export interface ObservedVm {
  readonly cloud: string
  readonly tenantId: string
  /** ARM id as Azure spells it; compared without case. */
  readonly id: string
  /** Azure's unique id of this machine; null when it was not read. */
  readonly vmId: string | null
}

/**
 * The same facts observed from `firstSeen` to `lastSeen` without a pause longer than two polling intervals. Times are
 * ISO 8601 in UTC, by the clock of the server that read them.
 */
export interface Observation extends ObservedVm {
  readonly firstSeen: string
  readonly lastSeen: string
  readonly source: ObservationSource
  /**
   * Last heartbeat of the VM agent by the guest's clock, as known at `lastSeen`. Not part of the facts, because it
   * always changes.
   */
  readonly heartbeatAt: string | null
  readonly facts: ObservedFacts
}
