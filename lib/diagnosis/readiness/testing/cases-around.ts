import { known, unknown } from '@/lib/shared/known'
import type { DiskResourceFacts, KeyFacts, PolicyFacts, VaultFacts } from '@/lib/facts/related-resources/types'
import { row, type Case } from './case'
import { disk, extension, key, keySettings, keyUrl, networkWith, vault, type Given } from './settings'

const vaulted = (more: Partial<VaultFacts>): Given => ({ related: { vault: known({ ...vault, ...more }) } })
const disked = (more: Partial<DiskResourceFacts>): Given => ({ related: { disks: known([{ ...disk, ...more }]) } })
const keyed = (more: Partial<KeyFacts> | null, given: Given = {}): Given => ({
  ...given,
  resources: [extension({ KeyEncryptionKeyURL: keyUrl })],
  related: { key: more === null ? unknown('absent') : known({ ...key, ...more }) },
})
const asked = (settings: object): Given => ({ resources: [extension(settings)] })
const memoryOf = (memoryGiB: number): Given => ({
  related: { size: known({ memoryGiB, virtualCpus: 2, generations: [], encryptionAtHost: true }) },
})
const policy = (guid: string, more: Partial<PolicyFacts> = {}): Given => ({
  related: {
    policies: known([
      {
        assignment: 'a',
        definitionId: `/providers/Microsoft.Authorization/policyDefinitions/${guid}`,
        effect: 'deny',
        enforced: true,
        ...more,
      },
    ]),
  },
})
const data = (count: number, diskSizeGB: number): Given => ({
  storage: {
    dataDisks: Array.from({ length: count }, (_, lun) => ({
      lun,
      name: `d${lun}`,
      diskSizeGB,
      managedDisk: { id: '/d' },
    })),
  },
})
const dualPass = { resources: [extension({}, { typeHandlerVersion: '0.1' })] }
const validity = '342e8053-e12e-4c44-be01-c3c2f318400f'
const expiration = '98728c90-32c7-4049-8429-847dc0f4fe37'
const windowsDisk = { osDisk: { osType: 'Windows', name: 'os', managedDisk: { id: '/d' } } }
const windows2022 = { storage: windowsDisk, view: { osName: 'Windows Server 2022 Datacenter' } }
const stampedView = { view: { disks: [{ name: 'd0', encryptionSettings: [keySettings] }] } }
const snapshotAt = (newestAt: string): Given => ({ related: { snapshots: known([{ diskName: 'OS', newestAt }]) } })

const diskCases: readonly Case[] = [
  row('memory', 'pass', 'memory-enough'),
  row('memory', 'fail', 'memory-below-minimum', memoryOf(3.5)),
  row('memory', 'warn', 'memory-below-recommended', memoryOf(7)),
  row('memory', 'pass', 'memory-enough', { ...memoryOf(3.5), wanted: 'data' }),
  row('memory', 'pass', 'memory-enough', { ...memoryOf(4), ...windows2022 }),
  row('memory', 'not-allowed', 'not-allowed', { related: { size: unknown('denied') } }),
  row('memory', 'unread', 'not-read', { related: null }),
  row('disk-type', 'pass', 'disk-types-supported'),
  row('disk-type', 'fail', 'disk-type-unsupported', disked({ sku: 'PremiumV2_LRS' })),
  row('disk-type', 'pass', 'disk-types-supported', { related: null }),
  row('shared-disk', 'pass', 'disk-shared-none'),
  row('shared-disk', 'fail', 'disk-shared', disked({ maxShares: 2 })),
  row('write-accelerator', 'pass', 'write-accelerator-off'),
  row('write-accelerator', 'fail', 'write-accelerator-on', {
    storage: { osDisk: { osType: 'Linux', name: 'os', managedDisk: { id: '/d' }, writeAcceleratorEnabled: true } },
  }),
  row('customer-managed-key', 'pass', 'customer-key-none'),
  row('customer-managed-key', 'fail', 'customer-key-on', disked({ encryptionType: 'EncryptionAtRestWithCustomerKey' })),
  row('customer-managed-key', 'unread', 'not-read', { related: null }),
  row('data-disk-coverage', 'not-applicable', 'data-disks-none'),
  row('data-disk-coverage', 'not-applicable', 'no-encryption-yet', data(1, 8)),
  row('data-disk-coverage', 'pass', 'data-disks-covered', { ...data(1, 8), ...stampedView }),
  row('data-disk-coverage', 'warn', 'data-disk-not-covered', { ...data(2, 8), ...stampedView }),
  row('data-size', 'pass', 'data-size-usual', data(2, 512)),
  row('data-size', 'warn', 'data-size-large', data(3, 512)),
  row('backup-limits', 'pass', 'backup-within-limits'),
  row('backup-limits', 'warn', 'backup-disk-too-large', data(1, 4098)),
  row('backup-limits', 'warn', 'backup-too-many-disks', data(16, 8)),
  row('backup-before', 'pass', 'snapshots-recent'),
  row('backup-before', 'warn', 'snapshot-old', snapshotAt('2026-11-23T10:00:00Z')),
  row('backup-before', 'warn', 'snapshot-none-seen', { related: { snapshots: known([]) } }),
]

const vaultCases: readonly Case[] = [
  row('vault-enabled', 'unread', 'vault-not-chosen', { resources: [], related: { vault: unknown('absent') } }),
  row('vault-enabled', 'fail', 'vault-missing', { related: { vault: unknown('absent') } }),
  row('vault-region', 'not-applicable', 'vault-missing', { related: { vault: unknown('absent') } }),
  row('vault-region', 'pass', 'vault-same-region', vaulted({ region: 'West Europe' })),
  row('vault-region', 'fail', 'vault-other-region', vaulted({ region: 'japaneast' })),
  row('vault-subscription', 'pass', 'vault-same-subscription'),
  row('vault-subscription', 'pass', 'vault-same-subscription', { related: { vault: unknown('denied') } }),
  row('vault-subscription', 'fail', 'vault-other-subscription', vaulted({ id: vault.id.replace('1111', '9999') })),
  row('vault-enabled', 'pass', 'vault-enabled'),
  row('vault-enabled', 'pass', 'vault-could-be-used', vaulted({ named: false })),
  row('vault-enabled', 'fail', 'vault-not-enabled', vaulted({ enabledForDiskEncryption: null })),
  row('vault-enabled', 'pass', 'vault-read-by-identity', {
    ...vaulted({ enabledForDiskEncryption: false }),
    vm: { securityProfile: { encryptionIdentity: { userAssignedIdentityResourceId: '/id' } } },
  }),
  row('vault-soft-delete', 'pass', 'vault-soft-delete-on'),
  row('vault-soft-delete', 'fail', 'vault-soft-delete-off', vaulted({ softDelete: null })),
  row('vault-firewall', 'pass', 'vault-open'),
  row('vault-firewall', 'pass', 'vault-lets-platform-in', vaulted({ defaultAction: 'Deny' })),
  row('vault-firewall', 'fail', 'vault-shuts-platform-out', vaulted({ defaultAction: 'Deny', bypass: 'None' })),
  row(
    'vault-firewall',
    'fail',
    'vault-shuts-platform-out',
    vaulted({ publicNetworkAccess: 'Disabled', bypass: 'None' }),
  ),
  row('vault-firewall', 'warn', 'vault-perimeter', vaulted({ publicNetworkAccess: 'SecuredByPerimeter' })),
  row('vault-firewall', 'unread', 'not-read', vaulted({ publicNetworkAccess: 'Splendid' })),
  row('vault-firewall', 'unread', 'not-read', vaulted({ defaultAction: 'Splendid' })),
  row('vault-firewall', 'unread', 'not-read', vaulted({ defaultAction: 'Deny', bypass: 'Splendid' })),
  row('vault-purge-protection', 'pass', 'vault-purge-protection-on'),
  row('vault-purge-protection', 'warn', 'vault-purge-protection-off', vaulted({ purgeProtection: null })),
  row('vault-url', 'not-applicable', 'nothing-requested', { resources: [] }),
  row('vault-url', 'pass', 'urls-well-formed', asked({ KeyEncryptionKeyURL: keyUrl })),
  row('vault-url', 'fail', 'url-not-https', asked({ KeyVaultURL: 'http://kv.vault.azure.net/' })),
  row('vault-url', 'fail', 'url-with-port', asked({ KeyVaultURL: 'https://kv.vault.azure.net:443/' })),
  row(
    'vault-url',
    'fail',
    'key-url-without-version',
    asked({ KeyEncryptionKeyURL: 'https://kv.vault.azure.net/keys/k' }),
  ),
  row('vault-url', 'fail', 'vault-id-incomplete', asked({ KeyVaultResourceId: 'kv' })),
  row('key-type', 'not-applicable', 'key-none'),
  row('key-type', 'fail', 'key-missing', keyed(null)),
  row('key-version', 'not-applicable', 'key-missing', keyed(null)),
  row('key-type', 'pass', 'key-fit', keyed({})),
  row('key-type', 'fail', 'key-not-rsa', keyed({ keyType: 'EC', keySize: null })),
  row('key-type', 'warn', 'key-2048', keyed({ keySize: 2048 })),
  row('key-type', 'fail', 'key-2048-windows', keyed({ keySize: 2048 }, windows2022)),
  row('key-version', 'pass', 'key-version-alive', keyed({})),
  row('key-version', 'fail', 'key-version-disabled', keyed({ enabled: false })),
  row('key-version', 'fail', 'key-version-expired', keyed({ expiresAt: '2026-11-24T00:00:00Z' })),
  row('key-version', 'warn', 'key-version-expires-soon', keyed({ expiresAt: '2026-12-24T12:00:00Z' })),
  row('key-version', 'pass', 'key-version-alive', keyed({ expiresAt: '2026-12-24T12:00:01Z' })),
  row('key-version', 'warn', 'key-version-superseded', keyed({ currentVersion: 'ffff' })),
  row('secret-present', 'not-applicable', 'secret-not-expected'),
  row('secret-present', 'not-visible', 'secrets-never-read', {
    view: { disks: [{ name: 'os', encryptionSettings: [keySettings] }] },
  }),
]

const placeCases: readonly Case[] = [
  row('policy-deny', 'pass', 'policy-none-blocks'),
  row('policy-deny', 'pass', 'policy-none-blocks', policy(validity, { effect: 'audit' })),
  row('policy-deny', 'pass', 'policy-none-blocks', policy(validity, { enforced: false })),
  row('policy-deny', 'fail', 'policy-secret-validity', policy(validity.toUpperCase())),
  row('policy-deny', 'pass', 'policy-none-blocks', policy('11111111-2222-3333-4444-555555555555')),
  row('policy-deny', 'warn', 'policy-secret-expiration', policy(expiration)),
  row('policy-deny', 'fail', 'policy-secret-expiration', { ...policy(expiration), ...windows2022 }),
  row('policy-deny', 'warn', 'policy-approved-extensions', policy('c0e996f8-39cf-4af9-9f45-83fbde810432')),
  row('policy-deny', 'warn', 'policy-encryption-at-host', policy('fc4d8e41-e223-45ea-9bf5-eada37891d87')),
  row('policy-deny', 'warn', 'policy-effect-unknown', policy(validity, { effect: null })),
  row('policy-deny', 'warn', 'policy-effect-unknown', {
    related: {
      policies: known([{ assignment: 'a', definitionId: '/x/policySetDefinitions/s', effect: null, enforced: true }]),
    },
  }),
  row('locks', 'pass', 'locks-none'),
  row('locks', 'fail', 'lock-read-only', {
    related: { locks: known([{ name: 'l', level: 'ReadOnly', scope: '/' }]) },
  }),
  row('locks', 'warn', 'lock-no-delete', {
    related: { locks: known([{ name: 'l', level: 'CanNotDelete', scope: '/' }]) },
  }),
  row('network-platform', 'pass', 'network-platform-open'),
  row('network-platform', 'pass', 'network-platform-open', { related: { network: networkWith(['*']) } }),
  row('network-platform', 'fail', 'network-platform-blocked', {
    related: { network: networkWith(['AzurePlatformIMDS']) },
  }),
  row('network-storage', 'pass', 'network-storage-open'),
  row('network-storage', 'warn', 'network-storage-blocked', { related: { network: networkWith(['Storage']) } }),
  row('network-storage', 'fail', 'network-storage-blocked', {
    ...dualPass,
    related: { network: networkWith(['Storage.WestEurope']) },
  }),
  row('network-storage', 'pass', 'network-storage-open', {
    related: { network: networkWith(['Storage'], { direction: 'Inbound' }) },
  }),
  row('network-storage', 'pass', 'network-storage-open', {
    related: { network: networkWith(['Storage'], { ports: ['80', '8000-9000'] }) },
  }),
  row('network-entra-vault', 'not-applicable', 'network-entra-vault-not-needed'),
  row('network-entra-vault', 'pass', 'network-entra-vault-open', dualPass),
  row('network-entra-vault', 'fail', 'network-entra-vault-blocked', {
    ...dualPass,
    related: { network: networkWith(['AzureKeyVault']) },
  }),
  row('network-packages', 'pass', 'network-packages-open'),
  row('network-packages', 'warn', 'network-packages-blocked', { related: { network: networkWith(['Internet']) } }),
  row('network-packages', 'warn', 'network-forced-tunnel', {
    related: {
      network: known({ interfaceRules: [], subnetRules: [], customDnsServers: [], forcedTunnel: true }),
    },
  }),
  row('custom-dns', 'pass', 'dns-of-azure'),
  row('custom-dns', 'pass', 'dns-custom', {
    related: {
      network: known({ interfaceRules: [], subnetRules: [], customDnsServers: ['10.0.0.4'], forcedTunnel: null }),
    },
  }),
  row('custom-dns', 'warn', 'dns-custom-dual-pass', {
    ...dualPass,
    related: {
      network: known({ interfaceRules: [], subnetRules: [], customDnsServers: ['10.0.0.4'], forcedTunnel: null }),
    },
  }),
]

/** Cases that need related resources. */
export const aroundCases: readonly Case[] = [...diskCases, ...vaultCases, ...placeCases]
