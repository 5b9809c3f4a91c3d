/** Where an activity item was read. */
export const activitySources = ['activity-log', 'resource-changes'] as const
export type ActivitySource = (typeof activitySources)[number]

/** One event of the Activity Log. A request writes several: begun, accepted, ended. */
export interface ActivityLogEvent {
  /** `eventDataId`; identifies the event, so an event read twice is recognised. */
  readonly id: string
  /** `eventTimestamp`, ISO. */
  readonly at: string
  readonly correlationId: string | null
  /** `operationName.value`, in any letter case. */
  readonly operation: string
  /** `status.value`, in any letter case. */
  readonly status: string | null
  readonly resourceId: string
  /** Name or object id of the caller. */
  readonly caller: string | null
  /** Application id of the token, where the event contains it. */
  readonly applicationId: string | null
}

/** One record of Resource Graph's `resourcechanges`. */
export interface ResourceChange {
  readonly id: string
  /** `changeAttributes.timestamp`, ISO. */
  readonly at: string
  readonly correlationId: string | null
  readonly operation: string | null
  readonly resourceId: string
  readonly changeType: string | null
  /** `changeAttributes.changedBy`. */
  readonly changedBy: string | null
  readonly changes: readonly PropertyChange[]
}

export interface PropertyChange {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
}

export const activityKinds = [
  'extension-write',
  'extension-delete',
  'vm-write',
  'vm-delete',
  'vm-start',
  'vm-restart',
  'vm-deallocate',
  'vm-power-off',
  'vm-redeploy',
  'vm-reimage',
  'run-command',
  'disk-write',
  'disk-delete',
  'snapshot-write',
  'vault-write',
  'vault-access-write',
  'tags-write',
  'other',
] as const
export type ActivityKind = (typeof activityKinds)[number]

export const activityOutcomes = ['begun', 'succeeded', 'failed', 'not-recorded'] as const
export type ActivityOutcome = (typeof activityOutcomes)[number]

/** The actor. A name with `@` is a user's; a bare GUID is an application's or a service principal's. */
export interface Actor {
  readonly kind: 'person' | 'application' | 'platform' | 'unknown'
  readonly name: string | null
}

/** The encryption settings that a change wrote to a disk: the only dated proof of a stamp. */
export interface StampChange {
  readonly at: string
  readonly diskId: string
  readonly stamped: boolean
}

/** One activity, merged from all its sources: at most one item per request and resource. */
export interface ActivityItem {
  /** Does not depend on the order and number of the events that the item was merged from. */
  readonly key: string
  readonly kind: ActivityKind
  /** Azure's name in lower case; null where the source names no operation. */
  readonly operation: string | null
  readonly resourceId: string
  /** First and last event, ISO. Equal where only one is known. */
  readonly from: string
  readonly to: string
  readonly outcome: ActivityOutcome
  readonly actor: Actor
  readonly correlationId: string | null
  readonly sources: readonly ActivitySource[]
  readonly changes: readonly PropertyChange[]
  readonly stamps: readonly StampChange[]
}
