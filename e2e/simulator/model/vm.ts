import type { SimPace, SimTraffic, VmRecord } from './record'
import type { SimVmRelatedResources } from './related-resources'

/** The simulator's model of a VM. It uses none of the product's terms or rules: only what Azure would store and return. */
export interface SimDisk {
  readonly name: string
  readonly role: 'os' | 'data'
  readonly lun: number | null
  readonly sizeGiB: number
  readonly managed: boolean
  /** `EncryptionState/…` code of the instance view; null without one. */
  stampCode: string | null
  /** Key settings stamped on the disk; null if there never were any. */
  settings: { enabled: boolean; secretUrl: string; vaultId: string; keyUrl: string | null } | null
  readonly sse:
    | 'EncryptionAtRestWithPlatformKey'
    | 'EncryptionAtRestWithCustomerKey'
    | 'EncryptionAtRestWithPlatformAndCustomerKeys'
  readonly diskEncryptionSetId: string | null
  /** `securityEncryptionType` of a confidential OS disk, otherwise null. */
  readonly securityEncryptionType: string | null
  /** `sku.name` of the disk; absent for Premium SSD. */
  readonly sku?: string
  readonly maxShares?: number
  /** Sector size in bytes of an Ultra Disk or Premium SSD v2. */
  readonly sectorSize?: number
  /** ISO time; absent for a disk as old as its VM. */
  readonly createdAt?: string
  readonly writeAccelerator?: boolean
  /** An OS disk on the host's local storage, without a disk resource. */
  readonly ephemeral?: boolean
}

export interface SimStatus {
  readonly code: string
  readonly level: string
  readonly displayStatus: string
  readonly message?: string | undefined
  readonly time?: string | undefined
}

export interface SimExtension {
  readonly name: string
  readonly publisher: string
  readonly type: string
  /** Two parts, as in the model: `1.4`. */
  readonly version: string
  /** Four parts, as in the instance view: `1.4.0.12`. */
  readonly fullVersion: string
  autoUpgradeMinorVersion: boolean
  provisioningState: string
  settings: Record<string, unknown>
  statuses: SimStatus[] | null
  substatuses: SimStatus[] | null
}

export interface SimVm {
  /** ARM id in the spelling of `GET`. */
  readonly id: string
  readonly name: string
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly region: string
  readonly vmId: string
  readonly size: string
  readonly osType: 'Windows' | 'Linux'
  /** A marketplace image, the id of a custom image, or null for an attached disk. */
  readonly image: { publisher: string; offer: string; sku: string } | { id: string } | null
  readonly osName: string
  readonly osVersion: string
  readonly tags: Record<string, string>
  readonly zones: readonly string[]
  power: 'running' | 'stopped' | 'deallocated' | 'starting'
  agentReady: boolean
  readonly agentVersion: string
  /** Epoch milliseconds of the last agent heartbeat. */
  heartbeatAt: number
  /** Dual pass: `storageProfile.osDisk.encryptionSettings`; null if absent. */
  modelSettings: { enabled: boolean; secretUrl: string | null; vaultId: string | null; keyUrl: string | null } | null
  disks: SimDisk[]
  extensions: SimExtension[]
  readonly scaleSetId: string | null
  readonly encryptionAtHost: boolean
  readonly securityType: string | null
  provisioningState: string
  /** Unusual related resources of this VM; absent without any. */
  readonly related?: SimVmRelatedResources
  /** A recorded body, served byte for byte instead of a rendered one. */
  readonly recordedBody: string | null
  /** The active run of this VM (see `lifecycle/`); null without one. */
  run: SimRun | null
  /** The complete history of this VM; null until the first transition. */
  record: VmRecord | null
  /** Speed of its runs; null for the constant default pace. */
  pace: SimPace | null
  /** When it was created, epoch milliseconds; null: derived from its `vmId`. */
  readonly madeAt: number | null
  /** Its state before each of its latest changes, oldest first: Resource Graph is behind ARM. */
  past?: readonly { readonly until: number; readonly vm: SimVm }[]
}

/** Content of the extension's status file at one time. `words` is the sub-status measured at the same write; null writes none. */
export interface SimReport {
  readonly status: 'success' | 'transitioning' | 'error'
  readonly code: number
  readonly message: string
  readonly words: { readonly os: string; readonly data: string } | null
}

/** The effect of a VM restart on a run during this step. */
export type RestartRule = 'rest' | 'continue' | 'next' | 'resume-volume' | 'redo-os' | 'no-boot' | 'stuck'

/** One step of a run: what changes when it begins and how long it lasts. Absent fields change nothing. */
export interface SimStep {
  readonly name: string
  /** Seconds until the next step begins; Infinity for the last step. */
  readonly seconds: number
  readonly restart: RestartRule
  readonly report?: SimReport
  /** The platform's change of the key settings of these disks. */
  readonly stamp?: { readonly disks: 'os' | 'data' | 'all'; readonly write: 'encrypted' | 'notEncrypted' }
  /** Dual pass: the change of `osDisk.encryptionSettings`. */
  readonly model?: 'enable' | 'disable'
  readonly power?: 'running' | 'starting'
  readonly agentReady?: boolean
  /** Data volume (from 1) and percentage of a copy, for a resume. */
  readonly volume?: number
  readonly percent?: number
  /** The disks' traffic during the step. */
  readonly traffic?: readonly SimTraffic[]
}

/** A run of the ADE extension, driven by the world's clock. */
export interface SimRun {
  readonly plan: string
  readonly startedAt: number
  readonly steps: readonly SimStep[]
  /** Index of the current step; the lifecycle advances it with the clock. */
  step: number
  /** When that step began, epoch milliseconds; null while the VM is off and the run pauses. */
  stepAt: number | null
  /** All transitions so far: timelines are tested against them. */
  readonly history: { readonly at: number; readonly step: string; readonly message: string }[]
}
