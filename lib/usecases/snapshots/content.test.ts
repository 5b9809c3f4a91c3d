import { describe, expect, it } from 'vitest'
import { snapshotParts } from '@/lib/contract/snapshots'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { emptyFleet } from '@/lib/views/fleet-model'
import { noFleetFilters } from '@/lib/contract/fleet-search'
import { judgeWithAudit } from '../audit/judge-with-audit'
import { vmDetail } from '../vm-detail'
import { viewContent } from './view-content'
import { vmContent } from './vm-content'

/** Values that a snapshot must not contain; each can be found by its own text. */
const canaries = {
  subscription: '5c0ffee0-aaaa-4bbb-8ccc-00000000cafe',
  tenant: '7e4a47e4-aaaa-4bbb-8ccc-0000000000aa',
  group: 'rg-canary-payroll',
  vault: 'kv-canary',
  vaultUrl: 'https://kv-canary.vault.azure.net/',
  secretUrl: 'https://kv-canary.vault.azure.net/secrets/canarysecret/0123456789abcdef0123456789abcdef',
  keyUrl: 'https://kv-canary.vault.azure.net/keys/canarykey/fedcba9876543210fedcba9876543210',
  keyName: 'canarykey',
  secretName: 'canarysecret',
  secretVersion: '0123456789abcdef0123456789abcdef',
  vmId: '11111111-2222-4333-8444-555555555555',
  computerName: 'host-canary',
  adminUser: 'admin-canary',
  sshKey: 'AAAAB3canaryNzaC1yc2E',
  osDisk: 'osdisk-canary',
  dataDisk: 'data-canary-1',
  diskEncryptionSet: 'des-canary',
  nic: 'nic-canary',
  identity: '99999999-1111-4222-8333-444444444444',
  tagName: 'owner-canary',
  tagValue: 'jane.canary',
  bootUri: 'https://bootcanary.blob.core.windows.net/',
  privateIp: '10.77.66.55',
  publicIp: '203.0.113.77',
  ipv6: '2001:db8:ca:fe::77',
  mac: '00:0d:3a:ca:fe:77',
  host: 'db.canary.internal',
  mail: 'jane.doe@canary.example',
  linuxUser: 'janecanary',
  windowsUser: 'canaryadmin',
  password: 'hunter2canary',
  sas: 'canarysas%2Bsignature',
  bearer: 'eyJhbGciOiJub25lIn0.eyJjYW5hcnkiOjF9.canary',
  apiToken: 'tok-canary-55',
  guid: 'deadbeef-0000-4000-8000-0000000000ff',
  url: 'https://portal.canary.example/x?y=1',
  encodedUrl: 'https%3a%2f%2fcanary.example%2fpath',
  resourceId: '/subscriptions/other/resourceGroups/rg-other-canary/providers/Microsoft.Compute/disks/d',
  scaleSet: 'vmss-canary',
  customData: 'Y2FuYXJ5LWN1c3RvbS1kYXRh',
} as const

const id = `/subscriptions/${canaries.subscription}/resourceGroups/${canaries.group}/providers/Microsoft.Compute/virtualMachines/vm-shown`
const message = [
  'Encryption failed:',
  `cannot reach ${canaries.privateIp} (${canaries.publicIp}, ${canaries.ipv6}, ${canaries.mac}) as host ${canaries.host}`,
  `vault ${canaries.vault} said 403 for ${canaries.secretUrl} and key ${canaries.keyUrl}`,
  `user=${canaries.windowsUser} password=${canaries.password} sig=${canaries.sas} bearer ${canaries.bearer}`,
  `api_key: ${canaries.apiToken} mail ${canaries.mail} file /home/${canaries.linuxUser}/x ${canaries.guid}`,
  `see ${canaries.url} ${canaries.encodedUrl} ${canaries.resourceId} on disk ${canaries.osDisk} and ${canaries.dataDisk}`,
  `in ${canaries.group} of ${canaries.subscription}, tenant ${canaries.tenant}, VM id ${canaries.vmId}`,
].join(' ')

const settings = {
  EncryptionOperation: 'EnableEncryption',
  VolumeType: 'All',
  KeyVaultURL: canaries.vaultUrl,
  KeyVaultResourceId: `/subscriptions/x/resourceGroups/y/providers/Microsoft.KeyVault/vaults/${canaries.vault}`,
  KeyEncryptionKeyURL: canaries.keyUrl,
  SequenceVersion: canaries.guid,
}
const encryptionSettings = [
  {
    enabled: true,
    diskEncryptionKey: { secretUrl: canaries.secretUrl, sourceVault: { id: settings.KeyVaultResourceId } },
    keyEncryptionKey: { keyUrl: canaries.keyUrl, sourceVault: { id: settings.KeyVaultResourceId } },
  },
]
const managed = (name: string) => ({
  id: `/subscriptions/${canaries.subscription}/resourceGroups/x/providers/Microsoft.Compute/disks/${name}`,
  diskEncryptionSet: { id: `/x/providers/Microsoft.Compute/diskEncryptionSets/${canaries.diskEncryptionSet}` },
})
const status = { code: 'ProvisioningState/failed/4', level: 'Error', displayStatus: 'Provisioning failed', message }

const body = {
  id,
  name: 'vm-shown',
  location: 'westeurope',
  tags: { [canaries.tagName]: canaries.tagValue },
  identity: { type: 'SystemAssigned', principalId: canaries.identity, tenantId: canaries.tenant },
  properties: {
    vmId: canaries.vmId,
    hardwareProfile: { vmSize: 'Standard_D4s_v5' },
    virtualMachineScaleSet: { id: `/x/virtualMachineScaleSets/${canaries.scaleSet}` },
    storageProfile: {
      imageReference: { publisher: 'Canonical', offer: 'ubuntu', sku: '22_04-lts' },
      osDisk: { name: canaries.osDisk, osType: 'Linux', diskSizeGB: 30, managedDisk: managed(canaries.osDisk) },
      dataDisks: [{ name: canaries.dataDisk, lun: 0, diskSizeGB: 8, managedDisk: managed(canaries.dataDisk) }],
    },
    osProfile: {
      computerName: canaries.computerName,
      adminUsername: canaries.adminUser,
      customData: canaries.customData,
      linuxConfiguration: { ssh: { publicKeys: [{ keyData: `ssh-rsa ${canaries.sshKey}` }] } },
    },
    networkProfile: { networkInterfaces: [{ id: `/x/networkInterfaces/${canaries.nic}` }] },
    diagnosticsProfile: { bootDiagnostics: { storageUri: canaries.bootUri } },
    instanceView: {
      computerName: canaries.computerName,
      osName: canaries.computerName,
      osVersion: canaries.host,
      vmAgent: {
        vmAgentVersion: canaries.host,
        statuses: [{ code: 'ProvisioningState/succeeded', displayStatus: 'Ready', time: '2026-11-20T10:00:00Z' }],
      },
      disks: [canaries.osDisk, canaries.dataDisk].map((name) => ({
        name,
        encryptionSettings,
        statuses: [{ code: 'EncryptionState/encrypted', displayStatus: 'Encryption is enabled on disk' }],
      })),
      extensions: [
        {
          name: 'AzureDiskEncryptionForLinux',
          type: 'Microsoft.Azure.Security.AzureDiskEncryptionForLinux',
          typeHandlerVersion: canaries.host,
          statuses: [status],
          substatuses: [
            {
              code: 'ComponentStatus/Microsoft.Azure.Security.AzureDiskEncryptionForLinux/succeeded',
              displayStatus: 'Provisioning succeeded',
              message: JSON.stringify({ os: canaries.host, data: canaries.mail }),
            },
          ],
        },
      ],
      statuses: [{ code: 'PowerState/running', displayStatus: 'VM running' }],
    },
  },
  resources: [
    {
      name: 'AzureDiskEncryptionForLinux',
      id: `${id}/extensions/AzureDiskEncryptionForLinux`,
      type: 'Microsoft.Compute/virtualMachines/extensions',
      location: 'westeurope',
      properties: {
        publisher: 'Microsoft.Azure.Security',
        type: 'AzureDiskEncryptionForLinux',
        typeHandlerVersion: '1.1',
        provisioningState: 'Failed',
        settings,
      },
    },
  ],
}

const detail = vmDetail(judgeWithAudit(readVmFacts(body), null, '2026-11-20T10:05:00.000Z'), {
  doubleEncryption: { known: true, value: false },
  id,
  name: { subscriptionId: canaries.subscription, resourceGroup: canaries.group, name: 'vm-shown' },
  tenantId: canaries.tenant,
  readAt: '2026-11-20T10:05:00.000Z',
  armRequests: 1,
  subscriptionName: null,
  raw: JSON.stringify(body),
  latestModelApplied: null,
  known: {
    workProgress: {
      at: '2026-11-20T10:05:00.000Z',
      history: null,
      work: null,
      failure: null,
      requested: {
        at: '2026-11-20T09:00:00.000Z',
        actor: { kind: 'person', name: canaries.mail },
      },
      documented: null,
    },
    flags: [],
  },
})

const found = (text: string) =>
  Object.entries(canaries)
    .filter(([, canary]) => text.toLowerCase().includes(canary.toLowerCase()))
    .map(([name]) => name)

describe('what a snapshot of a VM shows', () => {
  it('has forty canaries, and the reading itself contains them', () => {
    expect(Object.keys(canaries)).toHaveLength(40)
    expect(new Set(Object.values(canaries)).size).toBe(40)
    expect(found(JSON.stringify(detail) + JSON.stringify(body))).toHaveLength(40)
  })

  it('contains none of them where no part is ticked, and still shows the true state', () => {
    const content = vmContent(detail, [], '2026-11-20T10:06:00.000Z')
    expect(found(JSON.stringify(content))).toEqual([])
    expect(content).toMatchObject({ name: 'vm-shown', state: detail.verdict.state, region: 'westeurope' })
    expect(content.progress.message).toContain('Encryption failed')
    expect(content.withheld).toEqual(['resource-group', 'subscription', 'tenant', 'key-vault'])
  })

  it.each([
    ['resource-group', ['group']],
    ['subscription', ['subscription']],
    ['tenant', ['tenant']],
    ['key-vault', ['vault', 'keyName']],
    ['tags', []],
  ] as const)('shows with %s ticked that part, and nothing else', (part, shown) => {
    const text = JSON.stringify(vmContent(detail, [part], '2026-11-20T10:06:00.000Z'))
    expect(found(text)).toEqual([...shown])
  })
})

describe('what a snapshot of a view shows', () => {
  const entry = {
    key: id.toLowerCase(),
    id,
    name: 'vm-shown',
    subscriptionId: canaries.subscription,
    resourceGroup: canaries.group,
    region: 'westeurope',
    osType: 'Linux',
    osName: canaries.computerName,
    size: 'Standard_D4s_v5',
    power: 'running',
    tags: { [canaries.tagName]: canaries.tagValue },
    reading: 'read',
    readError: null,
    state: 'failed',
    os: 'failed',
    data: { state: 'failed', stamped: 1, total: 1 },
    pass: 'single',
    extensionVersion: canaries.host,
    progress: { message, messageKind: 'unrecognised', phase: null, percent: null },
    operation: null,
    flags: [],
    keyVault: canaries.vault,
    keyEncryptionKey: canaries.keyName,
    otherEncryption: [],
    readiness: null,
    problem: null,
    evidenceAt: '2026-11-20T10:05:00.000Z',
    history: null,
    kept: null,
  } as const
  const model = {
    ...emptyFleet,
    tenantId: canaries.tenant,
    complete: true,
    entries: [{ ...entry, flags: [], otherEncryption: [] }],
  }
  const filters = {
    ...noFleetFilters,
    state: ['failed'] as const,
    subscription: [canaries.subscription],
    tag: [{ name: canaries.tagName, value: canaries.tagValue }],
    text: canaries.host,
  }
  const content = (reveal: Parameters<typeof viewContent>[3]) =>
    viewContent(model, model.entries, filters, reveal, '2026-11-20T10:06:00.000Z', null)

  it('contains no canary where no part is ticked, counts every row and the filters that it hides', () => {
    expect(found(JSON.stringify(content([])))).toEqual([])
    expect(content([])).toMatchObject({ total: 1, notRead: 0, filters: { state: ['failed'], hidden: 3 } })
    expect(content([]).byState.failed).toBe(1)
  })

  it('has a trend only where some time was read', () => {
    const withTrend = (encrypted: number | null) =>
      viewContent(model, model.entries, noFleetFilters, [], '2026-11-20T10:06:00.000Z', [{ at: 0, encrypted }]).trend
    expect(withTrend(3)).toEqual([{ at: '1970-01-01T00:00:00.000Z', encrypted: 3 }])
    expect(withTrend(null)).toBeUndefined()
    expect(content([]).trend).toBeUndefined()
  })

  it('shows what is ticked', () => {
    expect(found(JSON.stringify(content([...snapshotParts])))).toEqual([
      'subscription',
      'tenant',
      'group',
      'vault',
      'tagName',
      'tagValue',
    ])
  })
})
