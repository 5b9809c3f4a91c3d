import type { Known } from '@/lib/shared/known'

/** A VM size as the subscription sees it in its region. */
export interface SizeFacts {
  readonly memoryGiB: number | null
  readonly virtualCpus: number | null
  readonly generations: readonly string[]
  readonly encryptionAtHost: boolean | null
}

/** A managed disk from its own reading. */
export interface DiskResourceFacts {
  readonly name: string
  readonly role: 'os' | 'data'
  /** Azure's word, e.g. `Premium_LRS`. */
  readonly sku: string | null
  readonly sizeGiB: number | null
  readonly maxShares: number | null
  /** Azure's word, e.g. `EncryptionAtRestWithCustomerKey`. */
  readonly encryptionType: string | null
  /** `encryptionSettingsCollection.enabled`; null where it is missing. */
  readonly stamped: boolean | null
  /** `1.1` single pass, `1.0` or older dual pass. */
  readonly settingsVersion: string | null
}

export interface VaultFacts {
  readonly id: string
  /** Whether a request or a disk names it; `false` for a vault that merely could be used. */
  readonly named: boolean
  readonly name: string
  readonly subscriptionId: string
  readonly region: string | null
  readonly enabledForDiskEncryption: boolean | null
  readonly softDelete: boolean | null
  readonly purgeProtection: boolean | null
  /** `Allow`, `Deny`, or another word of Azure; null where it is missing. */
  readonly defaultAction: string | null
  readonly bypass: string | null
  readonly publicNetworkAccess: string | null
  readonly roleBasedAccess: boolean | null
}

export interface KeyFacts {
  readonly name: string
  /** The version in use, which the disks or the request name. */
  readonly version: string | null
  /** The newest version of this name; null where it could not be read. */
  readonly currentVersion: string | null
  readonly enabled: boolean | null
  /** ISO time. */
  readonly expiresAt: string | null
  readonly keyType: string | null
  readonly keySize: number | null
}

export interface SecurityRuleFacts {
  readonly name: string
  readonly group: string
  readonly priority: number
  readonly direction: 'Inbound' | 'Outbound'
  readonly access: 'Allow' | 'Deny'
  readonly protocol: string
  /** Destination prefixes and service tags as Azure spells them. */
  readonly destinations: readonly string[]
  readonly ports: readonly string[]
}

export interface NetworkFacts {
  /** Rules of the groups on the interface and on its subnet; a packet must pass both. */
  readonly interfaceRules: readonly SecurityRuleFacts[]
  readonly subnetRules: readonly SecurityRuleFacts[]
  readonly customDnsServers: readonly string[]
  /** Whether a route sends all traffic to an appliance; null where it could not be read. */
  readonly forcedTunnel: boolean | null
}

export interface PolicyFacts {
  readonly assignment: string
  /** Id of the definition; for an assignment of a set, of each of its definitions. */
  readonly definitionId: string
  /** In lower case: `deny`, `audit`, `modify`, …; null where it could not be resolved. */
  readonly effect: string | null
  readonly enforced: boolean
}

export interface LockFacts {
  readonly name: string
  readonly level: 'CanNotDelete' | 'ReadOnly'
  readonly scope: string
}

export interface SnapshotFacts {
  readonly diskName: string
  /** ISO time of the newest snapshot of this disk. */
  readonly newestAt: string
}

/** The guest configuration of Azure Policy on the volumes of a VM. */
export interface AttestationFacts {
  readonly compliant: boolean | null
  /** ISO time of the last check. */
  readonly checkedAt: string | null
  readonly reasons: readonly string[]
}

/** The related resources of one VM. Each part is known, or unknown with its reason. */
export interface RelatedResources {
  readonly size: Known<SizeFacts>
  readonly disks: Known<readonly DiskResourceFacts[]>
  readonly vault: Known<VaultFacts>
  readonly key: Known<KeyFacts>
  readonly network: Known<NetworkFacts>
  readonly policies: Known<readonly PolicyFacts[]>
  readonly locks: Known<readonly LockFacts[]>
  readonly snapshots: Known<readonly SnapshotFacts[]>
  /** The serial console's text. */
  readonly bootLog: Known<string>
  readonly attestation: Known<AttestationFacts>
}
