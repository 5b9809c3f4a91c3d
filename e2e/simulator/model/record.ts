/** Everything that can be asked about a VM at one moment: what a recorded timeline is compared with. */
export interface SimState {
  readonly power: string
  readonly agentReady: boolean
  /** `provisioningState` of the VM. */
  readonly provisioningState: string
  /** `EncryptionOperation` and `VolumeType` of the ADE extension's settings; null where there is no such extension. */
  readonly operation: string | null
  readonly volumeType: string | null
  /** `provisioningState` of the extension resource. */
  readonly extensionState: string | null
  /** Code and message of the extension's status, and the text of its sub-status, whether or not ARM shows them now. */
  readonly statusCode: string | null
  readonly message: string | null
  readonly substatus: string | null
  /** `EncryptionState/…` by disk name. */
  readonly stamps: Readonly<Record<string, string | null>>
}

/** Traffic of one disk while a step lasts, in MiB a second. `disk` is `os`, or the place of a data disk in the order of LUNs from 0. */
export interface SimTraffic {
  readonly disk: 'os' | number
  readonly read: number
  readonly write: number
}

/** One moment at which something changed. */
export interface SimTransition {
  readonly at: number
  /** A step of a run, or what somebody did: `stamped`, `deallocated`. */
  readonly what: string
  /** The run it belongs to; null outside of one. */
  readonly plan: string | null
  readonly state: SimState
  /** What the disks do from here on; null leaves them idle. */
  readonly traffic: readonly SimTraffic[] | null
}

/** A request somebody made of ARM: what the Activity Log tells of. */
export interface SimRequestRecord {
  readonly at: number
  /** `Microsoft.Compute/virtualMachines/restart/action` */
  readonly operation: string
  /** ARM id of what it was asked of. */
  readonly target: string
  readonly method: 'PUT' | 'POST' | 'DELETE'
  /** Name of a person, application id of a service principal, `platform`, or null for one of the operators. */
  readonly by: string | null
  readonly correlationId: string
  readonly category: 'Administrative' | 'Policy'
  /** When it ended; may lie ahead. Null while it is open. */
  endedAt: number | null
  outcome: 'Succeeded' | 'Failed' | null
  /** HTTP status in words: `OK`, `Conflict`, `Forbidden`. */
  statusCode: string
  /** ARM's error as JSON text; null where none. */
  statusMessage: string | null
}

export interface SimPropertyChange {
  readonly previousValue: string | null
  readonly newValue: string | null
}

/** A change of a resource's model, as Resource Graph keeps it. The instance view is no part of the model. */
export interface SimChange {
  readonly at: number
  readonly targetId: string
  /** Lower case, as in Resource Graph. */
  readonly targetType: string
  readonly changeType: 'Create' | 'Update' | 'Delete'
  readonly changes: Readonly<Record<string, SimPropertyChange>>
  /** The request behind it; null for what the platform did by itself. */
  readonly request: SimRequestRecord | null
}

/** All that ever happened to a VM. */
export interface VmRecord {
  /** The state before anything happened. */
  readonly first: SimState
  readonly transitions: SimTransition[]
  readonly requests: SimRequestRecord[]
  readonly changes: SimChange[]
}

/** How fast the copies of a run go, and what gets in their way. Drawn or given; `seed` decides the rest. */
export interface SimPace {
  readonly seed: number
  /** MiB a second of the offline OS copy, before the hourly variation. */
  readonly osMiBPerSecond: number
  /** MiB a second of a data volume. */
  readonly dataMiBPerSecond: number
  /** Share of the OS disk that holds data: the offline copy reads all and writes this much. */
  readonly fullness: number
  /** 0.4: every hour runs at 60 to 140 % of the base. */
  readonly hourlyVariation: number
  /** How many pauses of 5 to 30 minutes fall into each copy. */
  readonly pauses: number
  /** Share of the base speed that trickles on in a pause; 0 for none. */
  readonly pauseTrickle: number
  /** Share of the copy after which it stalls for ever; null for a healthy one. */
  readonly stallAt: number | null
  /** Seconds until a minute's metrics can be read: from and to. */
  readonly metricsDelay: readonly [number, number]
}
