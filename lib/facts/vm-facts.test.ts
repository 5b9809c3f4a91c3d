import { describe, expect, it } from 'vitest'
import { known, unknown } from '@/lib/shared/known'
import { secretUrl, vmBody } from './testing/vm-body'
import { readVmFacts } from './vm-facts'

describe('facts of a VM', () => {
  it('are read from their documented places', () => {
    const facts = readVmFacts(
      vmBody({ osDisk: { stamp: 'encrypted', settings: true }, data: [{ lun: 3 }], extension: {} }),
    )
    expect(facts).toMatchObject({
      name: known('web'),
      subscriptionId: known('11111111-2222-3333-4444-555555555555'),
      resourceGroup: known('shop'),
      region: known('westeurope'),
      size: known('Standard_D4s_v5'),
      osType: known('Linux'),
      osName: known('ubuntu'),
      osVersion: known('22.04'),
      powerState: known('running'),
      agent: known({
        code: 'ProvisioningState/succeeded',
        displayStatus: 'Ready',
        message: null,
        version: '2.9.1.1',
        heartbeatAt: '2026-11-24T05:06:07+00:00',
      }),
      hasInstanceView: true,
      keyVault: known('contosokv'),
      keyEncryptionKey: unknown('absent'),
      encryptionAtHost: known(false),
    })
    expect(facts.osDisk).toMatchObject({
      role: 'os',
      sizeGiB: 64,
      managed: true,
      view: { codes: ['ProvisioningState/succeeded', 'EncryptionState/encrypted'] },
    })
    expect(facts.dataDisks).toMatchObject([{ name: 'web_DataDisk_0', role: 'data', lun: 3 }])
    expect(facts.adeExtensions).toMatchObject([
      {
        os: 'Linux',
        resource: { version: '1.4', operation: 'EnableEncryption', volumeType: 'All' },
        view: { version: '1.4.0.12' },
      },
    ])
  })

  it('say why they are missing', () => {
    const facts = readVmFacts(vmBody({ instanceView: false }))
    expect(facts).toMatchObject({
      powerState: unknown('not-asked'),
      agent: unknown('not-asked'),
      osName: unknown('not-asked'),
    })
    const empty = readVmFacts({})
    expect(empty).toMatchObject({
      id: unknown('absent'),
      osType: unknown('not-asked'),
      encryptionAtHost: unknown('not-asked'),
    })
    const odd = readVmFacts({ properties: { storageProfile: { osDisk: { osType: 'OS/2' } } } })
    expect(odd.osType).toEqual(unknown('unreadable'))
  })

  it('treat an empty instance view as a missing one', () => {
    expect(readVmFacts({ properties: { instanceView: {} } }).hasInstanceView).toBe(false)
    expect(readVmFacts({ properties: { instanceView: { statuses: [] } } }).hasInstanceView).toBe(true)
  })

  it('name the vault and the key from the disks, otherwise from the request', () => {
    const settings = {
      KeyVaultURL: 'https://asked.vault.azure.net/',
      KeyEncryptionKeyURL: 'https://asked.vault.azure.net/keys/kek/1',
    }
    const properties = { publisher: 'Microsoft.Azure.Security', type: 'AzureDiskEncryption', settings }
    expect(readVmFacts({ resources: [{ properties }] })).toMatchObject({
      keyVault: known('asked'),
      keyEncryptionKey: known('kek'),
    })
    const osDisk = {
      encryptionSettings: {
        enabled: true,
        diskEncryptionKey: { secretUrl },
        keyEncryptionKey: { keyUrl: 'https://w.vault.azure.net/keys/written/2' },
      },
    }
    const body = { properties: { storageProfile: { osDisk } }, resources: [{ properties }] }
    expect(readVmFacts(body)).toMatchObject({ keyVault: known('contosokv'), keyEncryptionKey: known('written') })
  })

  it('list other extensions separately, and state whether all were listed', () => {
    const body = {
      resources: [
        { name: 'BGInfo', properties: { publisher: 'Microsoft.Compute', type: 'BGInfo', provisioningState: 'Failed' } },
        { id: '/x' },
      ],
    }
    expect(readVmFacts(body)).toMatchObject({
      adeExtensions: [],
      extensionsListed: false,
      otherExtensions: [{ name: 'BGInfo', provisioningState: 'Failed' }, {}],
    })
  })

  it('pair each extension with its own view', () => {
    const body = vmBody({
      extensions: [
        { name: 'a', version: '1.1' },
        { name: 'b', version: '1.4', viewVersion: '1.4.9.9' },
      ],
    }) as {
      properties: { instanceView: { extensions: object[] } }
    }
    body.properties.instanceView.extensions.reverse()
    const pairs = readVmFacts(body).adeExtensions.map(({ resource, view }) => [resource?.name, view?.name])
    expect(pairs).toEqual([
      ['a', 'a'],
      ['b', 'b'],
    ])
  })

  it('read the power state from the last code', () => {
    const statuses = [{ code: 'PowerState/running' }, { code: 'powerstate/Deallocated' }, { code: 'Other/x' }]
    expect(readVmFacts({ properties: { instanceView: { statuses } } }).powerState).toEqual(known('deallocated'))
  })
})
