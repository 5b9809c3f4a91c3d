import { beforeAll, describe, expect, it } from 'vitest'
import { callRoute, jsonOf, valuesOf, type TestCaller } from '../arm/test-context'
import { isObject } from '../arm/json'
import type { World } from '../model/world'
import { createWorld } from '../worlds/create'

let world: World

beforeAll(() => {
  world = createWorld({ tenantId: 'd1', scenario: 'mixed', seed: 1 })
})

const q1 = `// VMs
resources | where type =~ 'microsoft.compute/virtualmachines'
| project id, name, subscriptionId, resourceGroup, tenantId, location, zones, tags,
  vmSize=tostring(properties.hardwareProfile.vmSize), osType=tostring(properties.storageProfile.osDisk.osType),
  osName=tostring(properties.extended.instanceView.osName), osVersion=tostring(properties.extended.instanceView.osVersion),
  power=tostring(properties.extended.instanceView.powerState.code), prov=tostring(properties.provisioningState),
  vmssId=tostring(properties.virtualMachineScaleSet.id), eah=tobool(properties.securityProfile.encryptionAtHost),
  secType=tostring(properties.securityProfile.securityType), osDiskId=tostring(properties.storageProfile.osDisk.managedDisk.id),
  osDes=tostring(properties.storageProfile.osDisk.managedDisk.diskEncryptionSet.id),
  dualPass=tobool(properties.storageProfile.osDisk.encryptionSettings.enabled), nData=array_length(properties.storageProfile.dataDisks)
| order by id asc`
const q2 = `resources | where type =~ 'microsoft.compute/virtualmachines/extensions'
| where properties.publisher =~ 'Microsoft.Azure.Security' and tostring(properties.type) in~ ('AzureDiskEncryption','AzureDiskEncryptionForLinux')
| project id, subscriptionId, extType=tostring(properties.type), ver=tostring(properties.typeHandlerVersion),
  prov=tostring(properties.provisioningState), settings=properties.settings | order by id asc`
const q3 = `resources | where type =~ 'microsoft.compute/disks' and properties.encryptionSettingsCollection.enabled == true
| project id, subscriptionId, managedBy, osType=tostring(properties.osType), state=tostring(properties.diskState),
  adeVer=tostring(properties.encryptionSettingsCollection.encryptionSettingsVersion), ade=properties.encryptionSettingsCollection.encryptionSettings,
  sse=tostring(properties.encryption.type), des=tostring(properties.encryption.diskEncryptionSetId) | order by id asc`

const q4 = `resources | where type =~ 'microsoft.compute/virtualmachines'
| project id, osDisk=tolower(tostring(properties.storageProfile.osDisk.managedDisk.id))
| join kind=leftouter (resources | where type =~ 'microsoft.compute/disks'
  | project osDisk=tolower(id) | distinct osDisk) on osDisk
| extend hidden=iff(isempty(osDisk1), id, '')
| summarize vms=count() by hidden
| project id=hidden, vms
| order by id asc`

interface Ask {
  readonly as?: TestCaller
  readonly subscriptions?: readonly string[]
  readonly options?: Record<string, unknown>
}

async function ask(query: string, { as, ...rest }: Ask = {}) {
  return callRoute(world, 'resource-graph', {
    body: { query, options: { $top: 1000 }, ...rest },
    ...(as === undefined ? {} : { as }),
  })
}

async function rows(query: string, more: Ask = {}): Promise<Record<string, unknown>[]> {
  const response = await ask(query, more)
  expect([response.status, JSON.stringify(response.json).slice(0, 300)]).toEqual([200, expect.anything()])
  return valuesOf(response, 'data')
}

function named(list: readonly Record<string, unknown>[], name: string): Record<string, unknown> | undefined {
  return list.find((row) => row.name === name || String(row.id).split('/')[8] === name)
}

describe('the product queries', () => {
  it('find every VM with the facts Resource Graph keeps', async () => {
    const all = await rows(q1)
    expect(all).toHaveLength(world.vms.size)
    expect(all.map(({ id }) => String(id))).toEqual(all.map(({ id }) => String(id)).sort())
    expect(named(all, 'vm-jp-core-05')).toMatchObject({
      resourceGroup: 'rg-jp-core',
      location: 'japaneast',
      osType: 'Linux',
      osName: 'ubuntu',
      osVersion: '22.04',
      power: 'PowerState/deallocated',
      eah: null,
      secType: '',
      vmssId: '',
      osDes: '',
      dualPass: null,
      nData: 1,
      zones: null,
      tenantId: 'd1',
    })
    expect(named(all, 'vm-build-01')?.eah).toBe(true)
    expect(named(all, 'WINLEG02')?.dualPass).toBe(true)
    expect(named(all, 'WINLEG04')?.dualPass).toBe(false)
    expect(named(all, 'WINLEG01')?.osDiskId).toBe('')
    expect(named(all, 'vmss-kafka_0a1b2c3d')?.zones).toEqual(['1'])
    expect(named(all, 'vm-jp-core-01')?.tags).toMatchObject({ 部署: '情報システム部' })
    expect(all.filter(({ name }) => name === 'vm-app-01')).toHaveLength(2)
  })

  it('find the ADE extensions by publisher and type, whatever their names', async () => {
    const all = await rows(q2)
    const expected = [...world.vms.values()]
      .flatMap((vm) => vm.extensions)
      .filter(({ publisher }) => publisher === 'Microsoft.Azure.Security')
    expect(all).toHaveLength(expected.length)
    const renamed = all.find(({ id }) => String(id).endsWith('/ade-by-terraform'))
    expect(renamed).toMatchObject({
      extType: 'AzureDiskEncryptionForLinux',
      ver: '1.4',
      prov: 'Succeeded',
      settings: { VolumeType: 'All' },
    })
    expect(named(all, 'vm-odd-numeric-volume-type')?.settings).toMatchObject({ VolumeType: 2 })
  })

  it('find the disks with settings, of VMs whose extension is gone as well', async () => {
    const all = await rows(q3)
    const removed = all.filter(({ managedBy }) => String(managedBy).endsWith('/vm-jp-core-08'))
    expect(removed).toHaveLength(2)
    expect(removed[0]).toMatchObject({
      adeVer: '1.1',
      state: 'Attached',
      sse: 'EncryptionAtRestWithPlatformKey',
      des: '',
    })
    expect(removed.map(({ osType }) => osType).sort()).toEqual(['', 'Linux'])
    expect(all.some(({ managedBy }) => String(managedBy).endsWith('/vm-odd-unstamped'))).toBe(false)
  })

  it('find no orphan where everything may be read, and every VM where disks may not', async () => {
    const unmanaged = [...world.vms.values()].filter(({ disks }) => disks[0]?.managed !== true).length
    const all = await rows(q4)
    expect(all[0]).toEqual({ id: '', vms: world.vms.size - unmanaged })
    expect(all).toHaveLength(1 + unmanaged)
    const ivans = await rows(q4, { as: 'Ivan Petrov' })
    expect(ivans).toHaveLength(world.vms.size)
    expect(ivans.every(({ vms }) => vms === 1)).toBe(true)
  })

  it('never hold a word of the instance view', async () => {
    const text = JSON.stringify(await rows('resources | project id, properties'))
    expect(text).not.toMatch(/EncryptionState|ComponentStatus|EncryptionInProgress|vmAgent/)
  })
})

describe('rights', () => {
  it('drop what may not be read without a word', async () => {
    const payments = world.subscriptions[4]?.id ?? ''
    const aikos = await rows(q1, { as: 'Aiko Tanaka' })
    expect(aikos.length).toBeGreaterThan(80)
    expect(aikos.some(({ subscriptionId }) => subscriptionId === payments)).toBe(false)
    expect(await rows(q1, { as: 'Ben Ortiz' })).toHaveLength(6)
    expect(await rows(q2, { as: 'Ivan Petrov' })).toEqual([])
    expect((await rows(q1, { as: 'Ivan Petrov' })).length).toBe(world.vms.size)
  })

  it('refuse where nothing at all may be read', async () => {
    expect((await ask(q1, { as: 'Dmitri Volkov' })).status).toBe(403)
    expect((await ask(q1, { as: 'Aiko Tanaka', subscriptions: [world.subscriptions[4]?.id ?? ''] })).status).toBe(403)
  })

  it('keep to the subscriptions asked for', async () => {
    const staging = world.subscriptions[2]?.id ?? ''
    const some = await rows(q1, { subscriptions: [staging.toUpperCase()] })
    expect(new Set(some.map(({ subscriptionId }) => subscriptionId))).toEqual(new Set([staging]))
  })
})

describe('pages', () => {
  it('default to a hundred rows and continue by token', async () => {
    const first = jsonOf(await ask(q1, { options: {} }))
    expect(first).toMatchObject({ totalRecords: world.vms.size, count: 100, resultTruncated: 'false' })
    const second = jsonOf(await ask(q1, { options: { $skipToken: first.$skipToken } }))
    expect(second).toMatchObject({ count: world.vms.size - 100 })
    expect(second.$skipToken).toBeUndefined()
  })

  it('give no token where no id is projected', async () => {
    const cut = jsonOf(await ask('resources | project name', { options: { $top: 5 } }))
    expect(cut).toMatchObject({ count: 5, resultTruncated: 'true' })
    expect(cut.$skipToken).toBeUndefined()
  })

  it('go on with the result that was begun, while VMs come and go', async () => {
    const changing = createWorld({ tenantId: 'd2', scenario: 'fleet', seed: 1, vms: 250, subscriptions: 1 })
    const call = async (options: Record<string, unknown>) =>
      jsonOf(await callRoute(changing, 'resource-graph', { body: { query: q1, options } }))
    const first = await call({ $top: 100 })
    for (const id of [...changing.vms.keys()].slice(0, 50)) changing.vms.delete(id)
    const second = await call({ $top: 100, $skipToken: first.$skipToken })
    expect(second).toMatchObject({ totalRecords: 250, count: 100 })
    expect(await call({ $top: 1000 })).toMatchObject({ totalRecords: 200 })
  })

  it.each([{ $top: 0 }, { $top: 1001 }, { $top: 'many' }, { $skipToken: 'made-up' }])('refuse %j', async (options) => {
    expect((await ask(q1, { options })).status).toBe(400)
  })

  it('answer as a table on demand', async () => {
    const { data } = jsonOf(
      await ask('resources | summarize count() by type | order by type asc', { options: { resultFormat: 'table' } }),
    )
    expect(isObject(data) ? data.columns : null).toEqual([
      { name: 'type', type: 'string' },
      { name: 'count_', type: 'integer' },
    ])
  })

  it('are quick over a large fleet', async () => {
    const large = createWorld({ tenantId: 'd3', scenario: 'fleet', seed: 1, vms: 20_000, subscriptions: 20 })
    const before = process.cpuUsage()
    for (const query of [q1, q2, q3, q4]) {
      const response = await callRoute(large, 'resource-graph', { body: { query, options: { $top: 1000 } } })
      expect(response.status).toBe(200)
    }
    // Processor time, so that a busy machine does not fail the test.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(4000)
  })
})

describe('guest configuration', () => {
  const query = `guestconfigurationresources
| where type =~ 'microsoft.guestconfiguration/guestconfigurationassignments'
| where name in~ ('AzureLinuxVMEncryptionCompliance', 'AzureWindowsVMEncryptionCompliance')
| project id, name, vmid = tostring(properties.targetResourceId), status = tostring(properties.complianceStatus),
  checked = tostring(properties.lastComplianceStatusChecked), resources = properties.latestAssignmentReport.resources
| order by id asc`
  const trouble = createWorld({ tenantId: 'd2', scenario: 'troubleshooting', seed: 1 }, () => Date.UTC(2026, 10, 24, 9))
  const run = async (text: string, as = 'Chiara Rossi') =>
    valuesOf(await callRoute(trouble, 'resource-graph', { as, body: { query: text } }), 'data')

  it('says of each VM whether it complies, since when, and why', async () => {
    const rows = await run(query)
    const found = rows.find(({ vmid }) => String(vmid).endsWith('/vm-attested-data-plain'))
    expect(found).toMatchObject({
      name: 'AzureLinuxVMEncryptionCompliance',
      status: 'NonCompliant',
      checked: '2026-11-24T08:35:00+00:00',
      resources: [{ complianceStatus: 'NonCompliant', reasons: [{ phrase: expect.stringContaining('/dev/sdc1') }] }],
    })
    const pending = rows.find(({ vmid }) => String(vmid).endsWith('/vm-attested-pending'))
    expect(pending).toMatchObject({ status: 'Pending', checked: '', resources: null })
    expect(rows.filter(({ name }) => name === 'AzureWindowsVMEncryptionCompliance')).toHaveLength(1)
  })

  it('answers the published queries with parts of ids and one row a reason', async () => {
    const rows = await run(`GuestConfigurationResources | extend vmid = split(properties.targetResourceId, '/')
| mv-expand resource = properties.latestAssignmentReport.resources | mv-expand reason = resource.reasons
| project id, machine = tostring(vmid[(-1)]), kind = tostring(vmid[(-3)]), phrase = tostring(reason.phrase)`)
    expect(rows).toHaveLength(6)
    expect(rows.find(({ machine }) => machine === 'vm-attested-host')?.phrase).toContain('EncryptionAtHost')
  })

  it('is empty for one who may read VMs alone', async () => {
    expect(await run(query, 'Ivan Petrov')).toEqual([])
  })
})
