/** Where an item of the people's lane comes from. */
export const activitySources = ['activity-log', 'resource-changes'] as const
export type ActivitySource = (typeof activitySources)[number]

/** One event of the Activity Log. A request writes several: begun, accepted, ended. */
export interface ActivityLogEvent {
  /** `eventDataId`: the same event read twice has it twice. */
  readonly id: string
  /** `eventTimestamp`, ISO. */
  readonly at: string
  readonly correlationId: string | null
  /** `operationName.value`, in any letter case. */
  readonly operation: string
  /** `status.value`, in any letter case. */
  readonly status: string | null
  readonly resourceId: string
  /** Name or object id of who asked. */
  readonly caller: string | null
  /** Application id of the token, where the event tells it. */
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

export const activityOutcomes = ['begun', 'succeeded', 'failed', 'not-told'] as const
export type ActivityOutcome = (typeof activityOutcomes)[number]

/** Who did it. A name with `@` is a person's; a bare GUID is an application's or a service principal's. */
export interface Actor {
  readonly kind: 'person' | 'application' | 'platform' | 'unknown'
  readonly name: string | null
}

/** What a disk's record says about the key settings on it: the only dated proof of a stamp. */
export interface StampChange {
  readonly at: string
  readonly diskId: string
  readonly stamped: boolean
}

/** One thing that was done, whoever recorded it: never two rows for the same request on the same resource. */
export interface ActivityItem {
  /** The same whatever the order and number of the events it was made from. */
  readonly key: string
  readonly kind: ActivityKind
  /** As Azure names it, in lower case; null where none is told. */
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
