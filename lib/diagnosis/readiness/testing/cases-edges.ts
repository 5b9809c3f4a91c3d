import { known, unknown } from '@/lib/shared/known'
import type { KeyFacts, SecurityRuleFacts } from '@/lib/facts/related-resources/types'
import { row, type Case } from './case'
import { disk, extension, key, keyUrl, networkWith, vault, type Given } from './settings'

const imaged = (publisher: string | undefined, offer?: string, sku?: string): Given => ({
  storage: { imageReference: { publisher, offer, sku } },
})
const sized = (vmSize: string, given: Given = {}): Given => ({ ...given, vm: { hardwareProfile: { vmSize } } })
const keyed = (more: Partial<KeyFacts>, given: Given = {}): Given => ({
  ...given,
  resources: [extension({ KeyEncryptionKeyURL: keyUrl })],
  related: { key: known({ ...key, ...more }) },
})
const noSystem: Given = { storage: { osDisk: { name: 'os', managedDisk: { id: '/d' } } }, resources: [] }
const windowsDisk = { osDisk: { osType: 'Windows', name: 'os', managedDisk: { id: '/d' } } }
const system = (osName: string | undefined, osVersion: string | undefined): Given => ({ view: { osName, osVersion } })
const otherNamed = (name: string | undefined, properties: object): Given => ({
  resources: [{ name, properties: { publisher: 'Contoso', type: 'Other', ...properties } }],
})
const memoryOf = (memoryGiB: number | null, given: Given = {}): Given => ({
  ...given,
  related: { size: known({ memoryGiB, virtualCpus: 2, generations: [], encryptionAtHost: true }) },
})

const imageCases: readonly Case[] = [
  row('image', 'pass', 'image-listed', imaged('Canonical', 'ubuntu', '22.04-lts')),
  row('image', 'pass', 'image-listed', imaged('CANONICAL', 'UbuntuServer', '18_04-LTS')),
  row('image', 'warn', 'image-not-listed', imaged('Canonical', 'ubuntu', 'latest')),
  row('image', 'warn', 'image-not-listed', imaged('Canonical')),
  row('image', 'warn', 'image-not-listed', imaged('Canonical', 'ubuntu-pro', '22_04')),
  row('image', 'warn', 'image-not-listed', imaged('Canonical', 'ubuntu', '22_04-cvm')),
  row('image', 'pass', 'image-listed', imaged('RedHat', 'rhel', '7.9')),
  row('image', 'pass', 'image-listed', imaged('RedHat', 'rhel', '79-gen2')),
  row('image', 'pass', 'image-listed', imaged('RedHat', 'rhel', '7-lvm-gen2')),
  row('image', 'warn', 'image-not-listed', imaged('RedHat', 'rhel-byos', '7.9')),
  row('image', 'warn', 'image-not-listed', imaged('RedHat', 'my-rhel', '7.9')),
  row('image', 'warn', 'image-not-listed', imaged('RedHat', 'rhel', 'sap-7.9')),
  row('image', 'warn', 'image-not-listed', imaged('RedHat', 'rhel', '7.9-sap')),
  row('image', 'pass', 'image-listed', imaged('OpenLogic', 'CentOS-LVM', '79-lvm')),
  row('image', 'warn', 'image-not-listed', imaged('Oracle', 'Oracle-Linux', '86-lvm')),
  row('image', 'warn', 'image-not-listed', imaged('Oracle', 'Oracle-Linux', 'ol86')),
  row('image', 'warn', 'image-not-listed', imaged('MicrosoftCBLMariner', 'other', 'cbl-mariner-2')),
  row('image', 'warn', 'image-not-listed', imaged('MicrosoftCBLMariner', 'cbl-mariner', 'mariner')),
  row('image', 'fail', 'image-data-only', imaged('SUSE', 'sles-hpc-12', '12-sp3')),
  row('image', 'warn', 'image-not-listed', imaged('SUSE', 'opensuse', '12-sp3')),
  row('image', 'warn', 'image-not-listed', imaged('SUSE', 'sles', '12-sp2')),
  row('image', 'warn', 'image-not-listed', imaged(undefined, 'rhel', '7.9')),
  row('image', 'warn', 'image-not-listed', imaged('constructor', 'rhel', '7.9')),
  row('image', 'unread', 'not-read', imaged(undefined)),
  row('image', 'unread', 'not-read', noSystem),
]

const systemCases: readonly Case[] = [
  row('running-os', 'unread', 'not-read', noSystem),
  row('running-os', 'unread', 'not-read', system('ubuntu', undefined)),
  row('running-os', 'pass', 'os-listed', { storage: { imageReference: undefined } }),
  row('running-os', 'pass', 'os-listed', { ...imaged('RedHat', 'rhel', '7.9'), ...system('redhat', '7.8') }),
  row('running-os', 'warn', 'os-differs-from-image', {
    ...imaged('RedHat', 'rhel', '7.9'),
    ...system('redhat', '8.1'),
  }),
  row('running-os', 'warn', 'os-differs-from-image', {
    ...imaged('RedHat', 'rhel', '7.9'),
    ...system('centos', '7.9'),
  }),
  row('end-of-life-os', 'unread', 'not-read', system(undefined, '22.04')),
  row('end-of-life-os', 'unread', 'not-read', noSystem),
  row('end-of-life-os', 'unread', 'os-lifecycle-unknown', system('ubuntu', undefined)),
  row('vm-size', 'unread', 'not-read', sized('Standard_L8s_v3', noSystem)),
  row('vm-size', 'pass', 'size-allowed', sized('Contoso')),
  row('vm-size', 'fail', 'size-a-series', sized('STANDARD_A8')),
  row('vm-size', 'fail', 'size-l-series', sized('Standard_L8s')),
  row('vm-size', 'fail', 'size-v6-temporary-disk', sized('Standard_E8-4ads_v6')),
  row('vm-size', 'fail', 'size-too-new', sized('Standard_NC24ads_A100_v7')),
  row('memory', 'unread', 'not-read', memoryOf(null)),
  row('memory', 'unread', 'not-read', memoryOf(16, noSystem)),
  row('memory', 'warn', 'memory-below-recommended', memoryOf(7.9)),
  row('memory', 'fail', 'memory-below-minimum', memoryOf(6.9)),
  row('memory', 'pass', 'memory-enough', memoryOf(8)),
  row('memory', 'fail', 'memory-below-minimum', { ...memoryOf(1.9), wanted: 'data' }),
  row('memory', 'pass', 'memory-enough', { ...memoryOf(2), wanted: 'data' }),
  row('volume-type', 'unread', 'not-read', noSystem),
  row('volume-type', 'pass', 'volume-type-possible', { wanted: 'data' }),
]

const stateCases: readonly Case[] = [
  row('vm-running', 'unread', 'not-read', { view: { statuses: [] } }),
  row('other-work', 'unread', 'not-read', { vm: { provisioningState: undefined } }),
  row('other-work', 'pass', 'other-work-none', { vm: { provisioningState: 'failed' } }),
  row('other-work', 'pass', 'other-work-none', otherNamed('a', {})),
  row('other-work', 'warn', 'other-work-running', otherNamed(undefined, { provisioningState: 'Creating' })),
  row('other-work', 'warn', 'other-work-running', {
    body: { properties: { provisioningState: 'Updating', instanceView: { statuses: [] } } },
  }),
  row('names', 'unread', 'not-read', { body: { properties: {} } }),
  row('names', 'warn', 'name-doubtful', { body: { name: '_web', properties: {} } }),
  row('names', 'warn', 'name-doubtful', { body: { name: 'web 1', properties: {} } }),
  row('names', 'pass', 'names-plain', { body: { name: 'web_1', properties: {} } }),
]

const keyCases: readonly Case[] = [
  row('key-type', 'not-allowed', 'not-allowed', {
    resources: [extension({ KeyEncryptionKeyURL: keyUrl })],
    related: { key: unknown('denied') },
  }),
  row('key-version', 'not-allowed', 'not-allowed', {
    resources: [extension({ KeyEncryptionKeyURL: keyUrl })],
    related: { key: unknown('denied') },
  }),
  row('key-version', 'not-applicable', 'key-none'),
  row('key-type', 'unread', 'not-read', keyed({ keyType: null })),
  row('key-type', 'unread', 'not-read', keyed({ keySize: null })),
  row('key-type', 'pass', 'key-fit', keyed({ keyType: 'rsa-hsm', keySize: 3072 })),
  row('key-type', 'fail', 'key-not-rsa', keyed({ keyType: 'ECRSA' })),
  row('key-type', 'warn', 'key-2048', keyed({ keySize: 2048 }, system(undefined, undefined))),
  row(
    'key-type',
    'fail',
    'key-2048-windows',
    keyed({ keySize: 2048 }, { storage: windowsDisk, view: { osName: 'WINDOWS 11 Pro' } }),
  ),
  row(
    'key-type',
    'warn',
    'key-2048',
    keyed({ keySize: 2048 }, { storage: windowsDisk, view: { osName: 'Windows Server 2019' } }),
  ),
  row('key-version', 'unread', 'not-read', keyed({ enabled: null })),
  row('key-version', 'pass', 'key-version-alive', keyed({ version: null })),
  row('key-version', 'pass', 'key-version-alive', keyed({ currentVersion: null })),
  row('key-version', 'warn', 'key-version-expires-soon', keyed({ expiresAt: '2026-11-24T12:00:01Z' })),
  row('key-version', 'fail', 'key-version-expired', keyed({ expiresAt: '2026-11-24T12:00:00Z' })),
]

const noVault = { vault: unknown('absent') } as const
const requested = (settings: object): Given => ({ resources: [extension(settings)] })
const vaultCases: readonly Case[] = [
  row('vault-region', 'unread', 'not-read', { related: { vault: known({ ...vault, region: null }) } }),
  row('vault-region', 'unread', 'not-read', { body: { properties: {} } }),
  row('vault-region', 'not-applicable', 'vault-missing', {
    ...requested({ KeyVaultResourceId: 'kv' }),
    related: noVault,
  }),
  row('vault-subscription', 'unread', 'vault-not-chosen', { resources: [], related: noVault }),
  row('vault-subscription', 'unread', 'not-read', { related: { vault: known({ ...vault, id: 'kv' }) } }),
  row('vault-subscription', 'unread', 'not-read', { body: { properties: {} } }),
  row('vault-enabled', 'unread', 'vault-not-chosen', { resources: [], related: noVault }),
  row('vault-firewall', 'pass', 'vault-open', {
    related: { vault: known({ ...vault, defaultAction: null, publicNetworkAccess: null }) },
  }),
  row('vault-url', 'pass', 'urls-well-formed'),
  row('vault-url', 'not-applicable', 'nothing-requested', requested({ KeyVaultURL: undefined })),
  row('vault-url', 'fail', 'url-not-https', requested({ KeyVaultURL: 'kv' })),
  row('vault-url', 'fail', 'url-not-https', requested({ KeyEncryptionKeyURL: 'ftp://kv/keys/k/1' })),
  row('vault-url', 'fail', 'vault-id-incomplete', requested({ KeyVaultResourceId: `x${vault.id}` })),
  row('vault-url', 'fail', 'vault-id-incomplete', requested({ KeyVaultResourceId: `${vault.id}/x` })),
  row('vault-url', 'fail', 'vault-id-incomplete', requested({ KekVaultResourceId: 'kv' })),
  row('vault-url', 'pass', 'urls-well-formed', requested({ KeyEncryptionKeyURL: `${keyUrl}/` })),
  row('vault-url', 'fail', 'key-url-without-version', requested({ KeyEncryptionKeyURL: `${keyUrl}?x` })),
]

/** A group in which another rule precedes the denying one. */
function firstAllowed(more: Partial<SecurityRuleFacts>): Given {
  const denied = networkWith(['Storage'])
  if (!denied.known) return {}
  const [deny] = denied.value.subnetRules
  if (deny === undefined) return {}
  const allow: SecurityRuleFacts = { ...deny, name: 'allow-it', access: 'Allow', priority: 50, ...more }
  return { related: { network: known({ ...denied.value, subnetRules: [deny, allow] }) } }
}
const platform = (more: Partial<SecurityRuleFacts>): Given => ({
  related: { network: networkWith(['AzurePlatformDNS'], more) },
})
const storage = (destination: string, more: Partial<SecurityRuleFacts> = {}): Given => ({
  related: { network: networkWith([destination], more) },
})
const networkCases: readonly Case[] = [
  row('network-storage', 'pass', 'network-storage-open', firstAllowed({})),
  row('network-storage', 'warn', 'network-storage-blocked', firstAllowed({ priority: 200 })),
  row('network-storage', 'warn', 'network-storage-blocked', firstAllowed({ protocol: 'Udp' })),
  row('network-storage', 'pass', 'network-storage-open', firstAllowed({ protocol: 'TCP' })),
  row('network-storage', 'warn', 'network-storage-blocked', firstAllowed({ destinations: ['AzureKeyVault'] })),
  row('network-storage', 'warn', 'network-storage-blocked', storage('internet')),
  row('network-storage', 'warn', 'network-storage-blocked', storage('0.0.0.0/0')),
  row('network-storage', 'warn', 'network-storage-blocked', storage('any')),
  row('network-storage', 'warn', 'network-storage-blocked', storage('STORAGE')),
  row('network-storage', 'pass', 'network-storage-open', storage('StorageSync')),
  row('network-storage', 'pass', 'network-storage-open', storage('10.0.0.0/8')),
  row('network-storage', 'warn', 'network-storage-blocked', storage('Storage', { ports: ['400-443'] })),
  row('network-storage', 'warn', 'network-storage-blocked', storage('Storage', { ports: ['443'] })),
  row('network-storage', 'warn', 'network-storage-blocked', storage('Storage', { ports: ['443-500'] })),
  row('network-storage', 'pass', 'network-storage-open', storage('Storage', { ports: ['444-500'] })),
  row('network-storage', 'pass', 'network-storage-open', storage('Storage', { ports: ['1-442'] })),
  row('network-platform', 'fail', 'network-platform-blocked', platform({})),
  row('network-platform', 'pass', 'network-platform-open', platform({ access: 'Allow' })),
  row('network-platform', 'pass', 'network-platform-open', platform({ direction: 'Inbound' })),
]

const diskEncryptionSet = { id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/diskEncryptionSets/d' }
const osDiskWith = (more: object, related: Given['related'] = null): Given => ({
  storage: { osDisk: { osType: 'Linux', name: 'os', ...more } },
  related,
})
const dataDisks = (...sizes: readonly (number | undefined)[]): Given => ({
  storage: {
    dataDisks: sizes.map((diskSizeGB, lun) => ({ lun, name: `d${lun}`, diskSizeGB, managedDisk: { id: '/d' } })),
  },
})
const managed = (storageAccountType?: string): object => ({ managedDisk: { id: '/d', storageAccountType } })
const noOsDisk: Given = { storage: { osDisk: undefined } }
const ade = (properties: object, given: Given = {}): Given => ({ ...given, resources: [extension({}, properties)] })
const diskCases: readonly Case[] = [
  row('disk-type', 'fail', 'disk-type-unsupported', osDiskWith(managed('ultrassd_lrs'))),
  row('disk-type', 'unread', 'not-read', osDiskWith(managed())),
  row('disk-type', 'unread', 'not-read', { ...noOsDisk, related: null }),
  row('shared-disk', 'unread', 'not-read', { related: null }),
  row('shared-disk', 'pass', 'disk-shared-none', { related: { disks: known([{ ...disk, maxShares: 1 }]) } }),
  row('write-accelerator', 'unread', 'not-read', noOsDisk),
  row('customer-managed-key', 'fail', 'customer-key-on', osDiskWith({ managedDisk: { id: '/d', diskEncryptionSet } })),
  row('customer-managed-key', 'pass', 'customer-key-none', {
    related: { disks: known([{ ...disk, encryptionType: null }]) },
  }),
  row('data-disk-coverage', 'unread', 'not-read', { ...dataDisks(8), vm: { instanceView: undefined } }),
  row('data-size', 'not-applicable', 'data-disks-none'),
  row('data-size', 'unread', 'not-read', noOsDisk),
  row('data-size', 'unread', 'not-read', { ...dataDisks(8, undefined), related: null }),
  row('data-size', 'unread', 'not-read', dataDisks(undefined)),
  row('data-size', 'warn', 'data-size-large', dataDisks(1_025, undefined)),
  row('data-size', 'pass', 'data-size-usual', dataDisks(1_000, 24)),
  row('data-size', 'pass', 'data-size-usual', {
    ...dataDisks(undefined),
    related: { disks: known([{ ...disk, name: 'D0', sizeGiB: 8 }]) },
  }),
  row('backup-limits', 'pass', 'backup-within-limits', dataDisks(4_097)),
  row('backup-limits', 'unread', 'not-read', dataDisks(undefined)),
  row('backup-limits', 'unread', 'not-read', noOsDisk),
  row('backup-limits', 'pass', 'backup-within-limits', dataDisks(...Array.from({ length: 15 }, () => 8))),
  row('backup-before', 'not-allowed', 'not-allowed', { related: { snapshots: unknown('denied') } }),
  row('backup-before', 'unread', 'not-read', noOsDisk),
  row('backup-before', 'warn', 'snapshot-none-seen', dataDisks(8)),
  row('backup-before', 'unread', 'not-read', { wanted: 'data' }),
  row('backup-before', 'warn', 'snapshot-none-seen', {
    related: { snapshots: known([{ diskName: 'os', newestAt: 'yesterday' }]) },
  }),
  row('backup-before', 'pass', 'snapshots-recent', {
    related: { snapshots: known([{ diskName: 'os', newestAt: '2026-11-23T12:00:00Z' }]) },
  }),
  row('agent-ready', 'unread', 'not-read', { view: { statuses: [] } }),
  row('agent-ready', 'unread', 'not-read', { view: { vmAgent: { statuses: [{}] } } }),
  row('agent-ready', 'fail', 'agent-not-ready', { view: { vmAgent: { statuses: [{ code: 'x/succeeded/y' }] } } }),
  row('agent-version', 'warn', 'agent-version-old', { view: { vmAgent: { vmAgentVersion: '2.2.38' } } }),
  row('agent-version', 'pass', 'agent-version-current', { view: { vmAgent: { vmAgentVersion: '2.2.53.1' } } }),
  row('agent-version', 'fail', 'agent-version-too-old', { view: { vmAgent: { vmAgentVersion: '2.2' } } }),
  row('agent-version', 'unread', 'not-read', { view: { vmAgent: { vmAgentVersion: 'v2.3.4' } } }),
  row('agent-version', 'unread', 'not-read', noSystem),
  row('agent-version', 'warn', 'agent-version-old', {
    storage: windowsDisk,
    view: { vmAgent: { vmAgentVersion: '2.7.41491.1009' } },
  }),
  row('extensions-allowed', 'unread', 'not-read', { vm: { osProfile: undefined } }),
  row('extensions-allowed', 'pass', 'extensions-allowed', { vm: { osProfile: {} } }),
  row('extension-type', 'unread', 'not-read', { ...noSystem, resources: [extension()] }),
  row('extension-type', 'unread', 'not-read', { ...noOsDisk, resources: [] }),
  row('extension-type', 'fail', 'extension-deprecated', {
    resources: [{ properties: { publisher: 'microsoft.ostcextensions', type: 'AzureDiskEncryptionForLinux' } }],
  }),
  row('extension-type', 'not-applicable', 'extension-none', {
    resources: [{ name: 'x', properties: { publisher: 'Microsoft.OSTCExtensions', type: 'VMAccessForLinux' } }],
  }),
  row('extension-pass', 'not-applicable', 'extension-none', { resources: [] }),
  row('extension-auto-upgrade', 'not-applicable', 'extension-none', { resources: [] }),
  row('extension-auto-upgrade', 'unread', 'not-read', ade({ autoUpgradeMinorVersion: undefined })),
  row('other-extensions', 'warn', 'other-extension-failed', otherNamed(undefined, { provisioningState: 'failed' })),
  row('other-extensions', 'unread', 'not-read', noOsDisk),
]

/** The borders between outcomes, and the outcome where a fact is missing. */
export const edgeCases: readonly Case[] = [
  ...imageCases,
  ...systemCases,
  ...stateCases,
  ...keyCases,
  ...diskCases,
  ...vaultCases,
  ...networkCases,
]
