import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { judge } from '@/lib/encryption/judge'
import { readVmFacts } from '@/lib/facts/vm-facts'
import type { Exchange } from './exchange'
import { group, redactAll, vmId } from './testing/redact-all'

/** Forty customer texts, each in a different place. */
const canaries = [
  '0c0ffee0-1111-4222-8333-444455556666',
  'rg-CanaryGroup',
  'vm-CanaryMachine',
  'canary-disk-os',
  'canary-disk-data',
  'kv-canaryvault',
  'CanarySecretName',
  'canarysecretversion00',
  'CanaryKeyName',
  'canarykeyversion0000',
  'canarycomputer',
  'canaryadmin',
  'Q2FuYXJ5Q3VzdG9t',
  'canary-tag-name',
  'canary-tag-value',
  'canarystorage',
  'canarysignature',
  'canary.person@example.org',
  '203.0.113.77',
  '2001:db8:ca4a:1::77',
  'canaryhost.corp.example',
  'CANARYTOKEN',
  'canary-nic',
  'canary-vnet',
  'canary-subnet',
  'canary-set',
  'canary-identity',
  'canary-gallery-image',
  'ssh-rsa AAAACANARY',
  'canary-nested-name',
  'ca4a4e00-aaaa-4bbb-8ccc-dddddddddddd',
  'canary-policy',
  'Canary lock note',
  'canary-plan',
  'canary-etag',
  'canaryuserdata',
  'canary-extension',
  'C:\\Users\\canaryprofile',
  'canary-key-of-a-map',
  'canary-header',
] as const

const body = {
  id: vmId,
  name: 'vm-CanaryMachine',
  type: 'Microsoft.Compute/virtualMachines',
  location: 'westeurope',
  etag: 'canary-etag',
  tags: { 'canary-tag-name': 'canary-tag-value' },
  plan: { name: 'canary-plan' },
  identity: { type: 'UserAssigned', userAssignedIdentities: { [`${group}/providers/X/y/canary-identity`]: {} } },
  properties: {
    vmId: 'ca4a4e00-aaaa-4bbb-8ccc-dddddddddddd',
    provisioningState: 'Succeeded',
    userData: 'canaryuserdata',
    'canary-key-of-a-map /x': true,
    virtualMachineScaleSet: { id: `${group}/providers/Microsoft.Compute/virtualMachineScaleSets/canary-set` },
    osProfile: {
      computerName: 'canarycomputer',
      adminUsername: 'canaryadmin',
      customData: 'Q2FuYXJ5Q3VzdG9t',
      linuxConfiguration: { ssh: { publicKeys: [{ path: '/home/canaryadmin', keyData: 'ssh-rsa AAAACANARY' }] } },
    },
    storageProfile: {
      imageReference: { id: `${group}/providers/Microsoft.Compute/galleries/g/images/canary-gallery-image` },
      osDisk: {
        name: 'canary-disk-os',
        osType: 'Linux',
        vhd: { uri: 'https://canarystorage.blob.core.windows.net/vhds/a.vhd?sig=canarysignature' },
      },
      dataDisks: [{ lun: 0, name: 'canary-disk-data' }],
    },
    networkProfile: {
      networkInterfaces: [{ id: `${group}/providers/Microsoft.Network/networkInterfaces/canary-nic` }],
    },
    subnets: [`${group}/providers/Microsoft.Network/virtualNetworks/canary-vnet/subnets/canary-subnet`],
    addresses: ['203.0.113.77', '2001:db8:ca4a:1::77'],
    notes: 'Canary lock note',
    policy: 'canary-policy',
    instanceView: {
      computerName: 'canarycomputer',
      extensions: [
        {
          name: 'canary-extension',
          type: 'Microsoft.Azure.Security.AzureDiskEncryptionForLinux',
          statuses: [
            {
              code: 'ProvisioningState/failed/0',
              level: 'Error',
              message:
                'Failed for canary.person@example.org on canaryhost.corp.example (203.0.113.77): https://kv-canaryvault.vault.azure.net/secrets/CanarySecretName/canarysecretversion00 token=CANARYTOKEN C:\\Users\\canaryprofile\\log vm-CanaryMachine {"name": "canary-nested-name"}',
            },
          ],
          substatuses: [
            {
              code: 'ComponentStatus/Microsoft.Azure.Security.AzureDiskEncryptionForLinux/succeeded',
              message: '{"os":"Encrypted","data":"NotMounted"}',
            },
          ],
        },
      ],
      disks: [
        {
          name: 'canary-disk-os',
          encryptionSettings: [
            {
              enabled: true,
              diskEncryptionKey: {
                secretUrl: 'https://kv-canaryvault.vault.azure.net/secrets/CanarySecretName/canarysecretversion00',
              },
              keyEncryptionKey: {
                keyUrl: 'https://kv-canaryvault.vault.azure.net/keys/CanaryKeyName/canarykeyversion0000',
              },
            },
          ],
        },
      ],
    },
    other: [{ id: 'x', name: 'canary-nested-name' }],
  },
}
const exchange: Exchange = {
  method: 'GET',
  url: `https://management.azure.com${vmId}?$expand=instanceView&api-version=2024-11-01&$filter=name eq 'vm-CanaryMachine'`,
  requestBody: {
    query: `resources | where id in~ ('${vmId}')`,
    subscriptions: ['0c0ffee0-1111-4222-8333-444455556666'],
  },
  status: 200,
  headers: { 'content-type': 'application/json', 'x-custom': 'canary-header', authorization: 'Bearer CANARYTOKEN' },
  body,
}

describe('a recording', () => {
  const [redacted] = redactAll([exchange])
  const text = JSON.stringify(redacted).toLowerCase()

  it.each(canaries)('does not contain %s', (canary) => {
    expect(JSON.stringify(exchange)).toContain(JSON.stringify(canary).slice(1, -1))
    expect(text).not.toContain(JSON.stringify(canary).slice(1, -1).toLowerCase())
  })

  it('keeps what a verdict depends on', () => {
    expect(text).toContain('{\\"os\\":\\"encrypted\\",\\"data\\":\\"notmounted\\"}')
    expect(text).toContain('provisioningstate/failed/0')
    expect(text).toContain('"ostype":"linux"')
  })

  it('replaces one name by the same stand-in everywhere', () => {
    const stand = /virtualMachines\/(n[0-9a-f]{10})/.exec(redacted?.url ?? '')?.[1]
    expect(stand).toBeDefined()
    expect(redacted?.body).toMatchObject({ name: stand })
  })
})

const folder = join(import.meta.dirname, '../../../../shared/recordings')

function recordedVms(): readonly (readonly [string, unknown])[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).flatMap((name) =>
    statSync(join(folder, name)).isDirectory() ? readdirSync(join(folder, name)).map((file) => join(name, file)) : [],
  )
  return files
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const content = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
        interactions?: readonly { body?: unknown }[]
      }
      return (content.interactions ?? []).flatMap(({ body: each }, index) =>
        JSON.stringify(each ?? null)
          .toLowerCase()
          .includes('"microsoft.compute/virtualmachines"')
          ? [[`${file} ${index}`, each] as const]
          : [],
      )
    })
}

describe.skipIf(!existsSync(folder))('the verdict on a public recording stays the same', () => {
  it.each(recordedVms())('%s', (_name, each) => {
    const [redacted] = redactAll([
      { method: 'GET', url: 'https://management.azure.com/x', requestBody: null, status: 200, headers: {}, body: each },
    ])
    const states = (value: unknown) => {
      const { pass, state, os, data, volumes, progress, flags } = judge(readVmFacts(value))
      return {
        pass,
        state,
        os: os.state,
        data: data.state,
        volumes: volumes.map((volume) => volume.state),
        kind: progress.messageKind,
        flags: flags.map(({ code }) => code),
      }
    }
    expect(states(redacted?.body)).toEqual(states(each))
  })
})
