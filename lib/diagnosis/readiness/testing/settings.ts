import { known, unknown } from '@/lib/shared/known'
import { readVmFacts } from '@/lib/facts/vm-facts'
import type { NetworkFacts, SecurityRuleFacts, RelatedResources, VaultFacts } from '@/lib/facts/related-resources/types'
import type { Setting, WantedVolumes } from '../types'

/** What a test changes in a VM that meets every prerequisite. */
export interface Given {
  /** Merged into the VM's ARM body, one level of `properties` deep; `body` replaces the whole body. */
  readonly vm?: Readonly<Record<string, unknown>>
  readonly view?: Readonly<Record<string, unknown>>
  readonly storage?: Readonly<Record<string, unknown>>
  readonly resources?: readonly object[]
  readonly body?: object
  readonly wanted?: WantedVolumes
  readonly related?: Partial<RelatedResources> | null
  readonly denied?: true
}

const subscription = '/subscriptions/11111111-2222-3333-4444-555555555555'
export const vaultId = `${subscription}/resourceGroups/keys/providers/Microsoft.KeyVault/vaults/kv`
export const keyUrl = 'https://kv.vault.azure.net/keys/wrap/0123abcd'

export const vault: VaultFacts = {
  id: vaultId,
  named: true,
  name: 'kv',
  subscriptionId: '11111111-2222-3333-4444-555555555555',
  region: 'westeurope',
  enabledForDiskEncryption: true,
  softDelete: true,
  purgeProtection: true,
  defaultAction: 'Allow',
  bypass: 'AzureServices',
  publicNetworkAccess: 'Enabled',
  roleBasedAccess: true,
}

const openNetwork: NetworkFacts = { interfaceRules: [], subnetRules: [], customDnsServers: [], forcedTunnel: false }

/** A network with one outbound rule on its subnet. */
export function networkWith(
  destinations: readonly string[],
  more: Partial<SecurityRuleFacts> = {},
): RelatedResources['network'] {
  const rule: SecurityRuleFacts = {
    name: 'deny-it',
    group: 'nsg',
    priority: 100,
    direction: 'Outbound',
    access: 'Deny',
    protocol: '*',
    destinations,
    ports: ['*'],
    ...more,
  }
  return known({ ...openNetwork, subnetRules: [rule] })
}

export const disk = {
  name: 'os',
  role: 'os',
  sku: 'Premium_LRS',
  sizeGiB: 64,
  maxShares: null,
  encryptionType: 'EncryptionAtRestWithPlatformKey',
  stamped: null,
  settingsVersion: null,
} as const

export const key = {
  name: 'wrap',
  version: '0123abcd',
  currentVersion: '0123abcd',
  enabled: true,
  expiresAt: null,
  keyType: 'RSA',
  keySize: 4096,
} as const

const readyAround: RelatedResources = {
  size: known({ memoryGiB: 16, virtualCpus: 4, generations: ['V1', 'V2'], encryptionAtHost: true }),
  disks: known([disk]),
  vault: known(vault),
  key: known(key),
  network: known(openNetwork),
  policies: known([]),
  locks: known([]),
  snapshots: known([{ diskName: 'os', newestAt: '2026-11-24T08:00:00Z' }]),
  bootLog: unknown('not-asked'),
  attestation: unknown('absent'),
}

const denied = unknown('denied')
const deniedAround: RelatedResources = {
  size: denied,
  disks: denied,
  vault: denied,
  key: denied,
  network: denied,
  policies: denied,
  locks: denied,
  snapshots: denied,
  bootLog: denied,
  attestation: denied,
}

/** An extension resource; it names the vault and the key above. */
export function extension(settings: object = {}, properties: object = {}): object {
  return {
    name: 'AzureDiskEncryptionForLinux',
    properties: {
      publisher: 'Microsoft.Azure.Security',
      type: 'AzureDiskEncryptionForLinux',
      typeHandlerVersion: '1.4',
      autoUpgradeMinorVersion: true,
      provisioningState: 'Succeeded',
      settings: {
        EncryptionOperation: 'EnableEncryption',
        KeyVaultURL: 'https://kv.vault.azure.net/',
        KeyVaultResourceId: vaultId,
        ...settings,
      },
      ...properties,
    },
  }
}

export const keySettings = {
  enabled: true,
  diskEncryptionKey: { sourceVault: { id: vaultId }, secretUrl: 'https://kv.vault.azure.net/secrets/a/b' },
}

function bodyOf({ vm, view, storage, resources }: Given): object {
  return {
    id: `${subscription}/resourceGroups/shop/providers/Microsoft.Compute/virtualMachines/web`,
    name: 'web',
    location: 'westeurope',
    properties: {
      provisioningState: 'Succeeded',
      hardwareProfile: { vmSize: 'Standard_D4s_v5' },
      storageProfile: {
        imageReference: { publisher: 'Canonical', offer: '0001-com-ubuntu-server-jammy', sku: '22_04-lts-gen2' },
        osDisk: {
          osType: 'Linux',
          name: 'os',
          diskSizeGB: 64,
          managedDisk: { id: `${subscription}/disks/os`, storageAccountType: 'Premium_LRS' },
        },
        dataDisks: [],
        ...storage,
      },
      osProfile: { allowExtensionOperations: true, linuxConfiguration: { provisionVMAgent: true } },
      instanceView: {
        osName: 'ubuntu',
        osVersion: '22.04',
        hyperVGeneration: 'V2',
        vmAgent: {
          vmAgentVersion: '2.11.1.4',
          statuses: [{ code: 'ProvisioningState/succeeded', displayStatus: 'Ready' }],
        },
        disks: [],
        statuses: [{ code: 'PowerState/running' }],
        ...view,
      },
      ...vm,
    },
    resources: resources ?? [extension()],
  }
}

/** The setting of a ready VM with the given changes. */
export function setting(given: Given): Setting {
  const around = given.denied === true ? deniedAround : readyAround
  return {
    facts: readVmFacts(given.body ?? bodyOf(given)),
    related: given.related === null ? null : { ...around, ...given.related },
    wanted: given.wanted ?? 'all',
  }
}
