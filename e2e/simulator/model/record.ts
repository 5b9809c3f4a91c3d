/** The observable state of a VM at one time: recorded timelines are compared with it. */
export interface SimState {
  readonly power: string
  readonly agentReady: boolean
  /** `provisioningState` of the VM. */
  readonly provisioningState: string
  /** `EncryptionOperation` and `VolumeType` of the ADE extension's settings; null without such an extension. */
  readonly operation: string | null
  readonly volumeType: string | null
  /** `provisioningState` of the extension resource. */
  readonly extensionState: string | null
  /** Code and message of the extension's status, and the text of its sub-status, even while ARM does not show them. */
  readonly statusCode: string | null
  readonly message: string | null
  readonly substatus: string | null
  /** `EncryptionState/…` by disk name. */
  readonly stamps: Readonly<Record<string, string | null>>
}

/** Traffic of one disk during a step, in MiB a second. `disk` is `os`, or the index of a data disk in the order of LUNs from 0. */
export interface SimTraffic {
  readonly disk: 'os' | number
  readonly read: number
  readonly write: number
}

/** One transition. */
export interface SimTransition {
  readonly at: number
  /** A step of a run, or an action: `stamped`, `deallocated`. */
  readonly what: string
  /** The run it belongs to; null outside of one. */
  readonly plan: string | null
  readonly state: SimState
  /** The disks' traffic from here on; null: idle. */
  readonly traffic: readonly SimTraffic[] | null
}

/** A request to ARM, which the Activity Log shows. */
export interface SimRequestRecord {
  readonly at: number
  /** `Microsoft.Compute/virtualMachines/restart/action` */
  readonly operation: string
  /** ARM id of the target resource. */
  readonly target: string
  readonly method: 'PUT' | 'POST' | 'DELETE'
  /** Name of a person, application id of a service principal, `platform`, or null for one of the operators. */
  readonly by: string | null
  readonly correlationId: string
  readonly category: 'Administrative' | 'Policy'
  /** When it ended; may be in the future. Null while it is open. */
  endedAt: number | null
  outcome: 'Succeeded' | 'Failed' | null
  /** HTTP status text: `OK`, `Conflict`, `Forbidden`. */
  statusCode: string
  /** ARM's error as JSON text; null without one. */
  statusMessage: string | null
}

export interface SimPropertyChange {
  readonly previousValue: string | null
  readonly newValue: string | null
}

/** A change of a resource's model, as Resource Graph stores it. The instance view is not part of the model. */
export interface SimChange {
  readonly at: number
  readonly targetId: string
  /** Lower case, as in Resource Graph. */
  readonly targetType: string
  readonly changeType: 'Create' | 'Update' | 'Delete'
  readonly changes: Readonly<Record<string, SimPropertyChange>>
  /** The request behind it; null for changes by the platform. */
  readonly request: SimRequestRecord | null
}

/** The complete history of a VM. */
export interface VmRecord {
  /** The state before the first transition. */
  readonly first: SimState
  readonly transitions: SimTransition[]
  readonly requests: SimRequestRecord[]
  readonly changes: SimChange[]
}

/** Speed of the copies of a run, with pauses and stalls. Random or given; `seed` decides the rest. */
export interface SimPace {
  readonly seed: number
  /** MiB a second of the offline OS copy, before the hourly variation. */
  readonly osMiBPerSecond: number
  /** MiB a second of a data volume. */
  readonly dataMiBPerSecond: number
  /** Used share of the OS disk: the offline copy reads all and writes this share. */
  readonly fullness: number
  /** 0.4: every hour runs at 60 to 140 % of the base speed. */
  readonly hourlyVariation: number
  /** Number of pauses of 5 to 30 minutes in each copy. */
  readonly pauses: number
  /** Share of the base speed that remains in a pause; 0 for none. */
  readonly pauseTrickle: number
  /** Share of the copy after which it stalls forever; null for a healthy one. */
  readonly stallAt: number | null
  /** Delay in seconds until a minute's metrics can be read: from and to. */
  readonly metricsDelay: readonly [number, number]
}
