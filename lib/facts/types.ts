import type { Known } from '@/lib/shared/known'
import type { AdeExtension, OtherExtension, StatusFacts } from './extension-types'
import type { SetupFacts } from './setup'
import type { ToolReading } from './tool-reading-types'

export type OsType = 'Windows' | 'Linux'

/** Key settings of one disk, from the disk or the model. */
export interface KeySettings {
  readonly enabled: boolean
  readonly secretUrl: string | null
  readonly vaultId: string | null
  readonly keyUrl: string | null
}

/** The vault and key of a VM; null where nothing names them. */
export interface KeyReferences {
  readonly vaultId: string | null
  /** As the request spells it. */
  readonly vaultUrl: string | null
  readonly secretUrl: string | null
  /** With its version, if the address has one. */
  readonly keyUrl: string | null
  /** Id of the vault that holds the key encryption key. */
  readonly keyVaultId: string | null
}

/** A disk as the platform's instance view shows it. */
export interface DiskViewFacts {
  readonly name: string | null
  readonly settings: readonly KeySettings[]
  /** Every status code of the view in ARM's order. */
  readonly codes: readonly string[]
}

export interface DiskFacts {
  /** Empty where Azure sends no code. */
  readonly name: string
  /** ARM id of a managed disk; null for any other. */
  readonly id: string | null
  readonly role: 'os' | 'data'
  readonly lun: number | null
  readonly sizeGiB: number | null
  /** `false` for a disk in a storage account; null where the answer contains neither form. */
  readonly managed: boolean | null
  /** Azure's word, e.g. `Premium_LRS`; null where the model omits it. */
  readonly storageType: string | null
  readonly writeAccelerator: boolean
  readonly diskEncryptionSetId: string | null
  readonly securityEncryptionType: string | null
  /** Ephemeral OS disk: it is stored on the host and ADE cannot encrypt it. */
  readonly ephemeral: boolean
  /** The first instance view of this name; null where it is missing. */
  readonly view: DiskViewFacts | null
}

export interface AgentFacts {
  /** First status code, e.g. `ProvisioningState/succeeded`. */
  readonly code: string | null
  readonly displayStatus: string | null
  readonly message: string | null
  readonly version: string | null
  /** ISO time of the first status: the last heartbeat. */
  readonly heartbeatAt: string | null
}

export interface ImageFacts {
  readonly publisher: string | null
  readonly offer: string | null
  readonly sku: string | null
  /** ARM id of a custom or gallery image; null for a marketplace image. */
  readonly id: string | null
}

/**
 * The normalised reading of one VM. It contains no judgement: words and codes are Azure's own. `why` is `not-asked`
 * where the answer cannot contain the value, `absent` where it could and does not.
 */
export interface VmFacts {
  readonly id: Known<string>
  readonly vmId: Known<string>
  readonly name: Known<string>
  readonly subscriptionId: Known<string>
  readonly resourceGroup: Known<string>
  readonly region: Known<string>
  readonly size: Known<string>
  readonly provisioningState: Known<string>
  readonly scaleSetId: Known<string>
  readonly tags: Readonly<Record<string, string>>
  readonly zones: readonly string[]
  readonly image: Known<ImageFacts>
  readonly osType: Known<OsType>
  readonly osName: Known<string>
  readonly osVersion: Known<string>
  /** Azure's word in lower case: `running`, `deallocated`, … */
  readonly powerState: Known<string>
  readonly agent: Known<AgentFacts>
  /** States of provisioning of the VM and of the handlers of disk encryption in the instance view, other than `succeeded`. */
  readonly platformWords: readonly string[]
  /** Whether the reading contains an instance view: without one the disks' stamps are unknown. */
  readonly hasInstanceView: boolean
  /** Null where the model names no OS disk. */
  readonly osDisk: DiskFacts | null
  readonly dataDisks: readonly DiskFacts[]
  /** Every disk view, also of disks that the model does not name. */
  readonly diskViews: readonly DiskViewFacts[]
  /** Dual pass: key settings in the VM model. After a disable they stay with `enabled: false`. */
  readonly modelSettings: KeySettings | null
  /** The disk-encryption extensions found by publisher and type; the first counts. */
  readonly adeExtensions: readonly AdeExtension[]
  readonly otherExtensions: readonly OtherExtension[]
  /** `false` where some extension resource lacks its publisher or type, so that "no ADE" is not certain. */
  readonly extensionsListed: boolean
  readonly securityType: Known<string>
  readonly encryptionAtHost: Known<boolean>
  /** Whether the answer contains the model's disks at all; otherwise the number of data disks is unknown, not 0. */
  readonly hasStorageProfile: boolean
  /** Paths of inputs of the verdict that have another form than Azure documents. */
  readonly unreadable: readonly string[]
  readonly setup: SetupFacts
  readonly keyReferences: KeyReferences
  /** Name of the vault that holds the secrets. */
  readonly keyVault: Known<string>
  /** Name of the key encryption key; `absent` where the VM uses no such key. */
  readonly keyEncryptionKey: Known<string>
  /** What other tools read, unchanged; null where the reading is itself the output of such a tool. */
  readonly toolReading: ToolReading | null
}

export type { AdeExtension, OtherExtension, StatusFacts }
