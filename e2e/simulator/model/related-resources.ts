/** What stands around VMs and decides whether encryption can work: vaults, networks, locks, policies. Only what Azure would store. */
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

/** Where a vault is and what its settings allow. A null is a setting Azure has never stored, as in old vaults. */
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

/** The vault a VM's requests name, and the key that wraps its secret where there is one. */
export interface VaultChoice {
  readonly id: string
  /** `https://name.vault.azure.net`, without a slash at the end. */
  readonly url: string
  /** Versioned URL of the key; null where the secret is not wrapped. */
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

/** Outbound rules that get in the way, by what they block. */
export const outboundBlocks = ['entra-and-key-vault', 'storage', 'internet', 'imds'] as const
export type OutboundBlock = (typeof outboundBlocks)[number]

/** Guest configuration's word on a VM: who is right about its encryption, seen from inside. */
export interface SimAttestation {
  readonly complianceStatus: 'Compliant' | 'NonCompliant' | 'Pending'
  readonly code: string
  readonly phrase: string
  /** Seconds before the world begins. */
  readonly checkedAgo: number
}

/** What the extension finds inside the guest before it starts, and tells the serial console alone. */
export type PreCheckWarning = 'application' | 'memory' | 'mounts'

/** What is unusual around one VM. Absent fields are as they are everywhere. */
export interface SimVmRelatedResources {
  readonly vault?: VaultChoice
  /** Rules of a network security group on the network interface. */
  readonly interfaceBlocks?: readonly OutboundBlock[]
  /** Rules of a network security group on the subnet, which the VM then has for itself. */
  readonly subnetBlocks?: readonly OutboundBlock[]
  /** True where everything outbound is led through an appliance; the VM then has its subnet for itself. */
  readonly forcedTunnel?: boolean
  /** Seconds since snapshots of its disks were taken; absent where there are none. */
  readonly snapshotAgo?: number
  readonly dnsServers?: readonly string[]
  /** False where boot diagnostics are switched off. */
  readonly bootDiagnostics?: boolean
  readonly preChecks?: readonly PreCheckWarning[]
  readonly attestation?: SimAttestation
  /** Name of the vault that backs it up. */
  readonly backupVault?: string
  /** Name of the host pool of which it is a session host. */
  readonly hostPool?: string
  /** False where the VM was made without extension operations. */
  readonly allowExtensionOperations?: boolean
}

/** A managed disk that hangs on no VM. */
export interface SimLooseDisk {
  readonly id: string
  readonly region: string
  readonly sku: string
  readonly sizeGiB: number
  readonly osType: 'Windows' | 'Linux' | null
  /** Whether key settings of ADE stand on it. */
  readonly stamped: boolean
}

/** Everything around the VMs of a tenant. */
export interface SimRelatedResources {
  readonly looseDisks: readonly SimLooseDisk[]
  /** Subscriptions in which the feature `EncryptionAtHost` is not registered. */
  readonly withoutHostEncryption: readonly string[]
  /** Vaults beside those every subscription and region has, by lower-case id. */
  readonly vaults: Map<string, SimVault>
  readonly locks: readonly SimLock[]
  readonly policyAssignments: readonly SimPolicyAssignment[]
  /** Changes a test made: an RFC 7396 merge patch on a resource by its lower-case id; null for one that was deleted. */
  readonly patches: Map<string, Record<string, unknown> | null>
}
