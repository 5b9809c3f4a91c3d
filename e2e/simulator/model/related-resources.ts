/** Related resources that decide whether encryption can succeed: vaults, networks, locks, policies. Only what Azure would store. */
export interface SimKeyVersion {
  readonly version: string
  readonly enabled: boolean
  /** Epoch milliseconds; null for a key that never expires. */
  readonly expires: number | null
}

export interface SimKey {
  readonly name: string
  readonly kty: 'RSA' | 'RSA-HSM' | 'EC'
  readonly size: number
  /** Oldest first: the last one is the current version. */
  readonly versions: readonly SimKeyVersion[]
}

/** The location and settings of a vault. A null is a setting that Azure has never stored, as in old vaults. */
export interface SimVault {
  readonly id: string
  readonly region: string
  readonly enabledForDiskEncryption: boolean | null
  readonly enableSoftDelete: boolean | null
  readonly enablePurgeProtection: boolean
  readonly enableRbacAuthorization: boolean
  readonly publicNetworkAccess: 'Enabled' | 'Disabled' | 'SecuredByPerimeter'
  readonly defaultAction: 'Allow' | 'Deny'
  readonly bypass: 'AzureServices' | 'None'
  readonly sku: 'standard' | 'premium'
  readonly keys: readonly SimKey[]
}

/** The vault in a VM's requests, and the key that wraps its secret, if any. */
export interface VaultChoice {
  readonly id: string
  /** `https://name.vault.azure.net`, without a slash at the end. */
  readonly url: string
  /** Versioned URL of the key; null if the secret is not wrapped. */
  readonly keyUrl: string | null
}

export interface SimLock {
  /** ARM id of a subscription, resource group or resource. */
  readonly scope: string
  readonly name: string
  readonly level: 'CanNotDelete' | 'ReadOnly'
  readonly notes: string
}

export const policyNames = [
  'secret-maximum-validity',
  'secret-expiration-date',
  'encryption-at-host',
  'approved-extensions',
  'linux-ade-or-host',
  'windows-ade-or-host',
] as const
export type PolicyName = (typeof policyNames)[number]

export interface SimPolicyAssignment {
  /** ARM id of a management group, subscription, resource group or resource. */
  readonly scope: string
  readonly name: string
  readonly displayName: string
  readonly policy: PolicyName
  readonly effect: 'Audit' | 'Deny' | 'Disabled' | 'AuditIfNotExists'
  readonly enforcementMode: 'Default' | 'DoNotEnforce'
  /** Other parameters of the assignment than its effect. */
  readonly parameters?: Readonly<Record<string, unknown>>
}

/** Blocking outbound rules, by their target. */
export const outboundBlocks = ['entra-and-key-vault', 'storage', 'internet', 'imds'] as const
export type OutboundBlock = (typeof outboundBlocks)[number]

/** The result of guest configuration for a VM, from inside. */
export interface SimAttestation {
  readonly complianceStatus: 'Compliant' | 'NonCompliant' | 'Pending'
  readonly code: string
  readonly phrase: string
  /** Seconds before the world begins. */
  readonly checkedAgo: number
}

/** Findings of the extension inside the guest before it starts, which only the serial console shows. */
export type PreCheckWarning = 'application' | 'memory' | 'mounts'

/** Unusual related resources of one VM. Absent fields have the default. */
export interface SimVmRelatedResources {
  readonly vault?: VaultChoice
  /** Rules of a network security group on the network interface. */
  readonly interfaceBlocks?: readonly OutboundBlock[]
  /** Rules of a network security group on the subnet, which this VM then uses alone. */
  readonly subnetBlocks?: readonly OutboundBlock[]
  /** True if a route sends all outbound traffic to an appliance; the VM then has a separate subnet. */
  readonly forcedTunnel?: boolean
  /** Seconds since snapshots of its disks were taken; absent without snapshots. */
  readonly snapshotAgo?: number
  readonly dnsServers?: readonly string[]
  /** False if boot diagnostics are disabled. */
  readonly bootDiagnostics?: boolean
  readonly preChecks?: readonly PreCheckWarning[]
  readonly attestation?: SimAttestation
  /** Name of the vault that backs it up. */
  readonly backupVault?: string
  /** Name of the host pool whose session host it is. */
  readonly hostPool?: string
  /** False if the VM was created without extension operations. */
  readonly allowExtensionOperations?: boolean
}

/** An unattached managed disk. */
export interface SimLooseDisk {
  readonly id: string
  readonly region: string
  readonly sku: string
  readonly sizeGiB: number
  readonly osType: 'Windows' | 'Linux' | null
  /** Whether it has key settings of ADE. */
  readonly stamped: boolean
}

/** All related resources of a tenant. */
export interface SimRelatedResources {
  readonly looseDisks: readonly SimLooseDisk[]
  /** Subscriptions in which the feature `EncryptionAtHost` is not registered. */
  readonly withoutHostEncryption: readonly string[]
  /** Vaults in addition to those of every subscription and region, by lower-case id. */
  readonly vaults: Map<string, SimVault>
  readonly locks: readonly SimLock[]
  readonly policyAssignments: readonly SimPolicyAssignment[]
  /** Changes by a test: an RFC 7396 merge patch on a resource by its lower-case id; null for a deleted one. */
  readonly patches: Map<string, Record<string, unknown> | null>
}
