import { beforeAll, describe, expect, it } from 'vitest'
import type { SimSubscription, World } from '../model/world'
import { createWorld } from '../worlds/create'
import { callRoute, errorCode, jsonOf, valuesOf } from './test-context'

let world: World
let fleet: World
const text = (value: unknown): string => String(value)

beforeAll(() => {
  world = createWorld({ tenantId: 'a1', scenario: 'mixed', seed: 1 })
  fleet = createWorld({ tenantId: 'a2', scenario: 'fleet', seed: 1, vms: 230, subscriptions: 2 })
})

function subscriptionNamed(name: string): SimSubscription {
  const found = world.subscriptions.find((each) => each.name === name)
  if (found === undefined) throw new Error(name)
  return found
}

/** Every page of a list, following `nextLink`. */
async function pages(of: World, route: string, params: Record<string, string>, query: Record<string, string> = {}) {
  const all: Record<string, unknown>[][] = []
  let next: Record<string, string> | null = query
  while (next !== null) {
    const response = await callRoute(of, route, { params, query: next })
    expect(response.status).toBe(200)
    all.push(valuesOf(response))
    const { nextLink } = jsonOf(response)
    if (nextLink !== undefined) expect(text(nextLink)).toMatch(/^https:\/\/localhost:4011\/subscriptions\//)
    next = nextLink === undefined ? null : Object.fromEntries(new URL(text(nextLink)).searchParams)
  }
  return all
}

describe('the list of a subscription', () => {
  it('comes in pages of fifty, complete and without repeats', async () => {
    const subscription = fleet.subscriptions[0]?.id ?? ''
    const all = await pages(fleet, 'vm-list-all', { subscription }, { 'api-version': '2024-11-01' })
    expect(all.slice(0, -1).every((page) => page.length === 50)).toBe(true)
    const names = all.flat().map(({ name }) => text(name))
    const expected = [...fleet.vms.values()].filter((vm) => vm.subscriptionId === subscription).map(({ name }) => name)
    expect(names.length).toBe(expected.length)
    expect(new Set(names)).toEqual(new Set(expected))
  })

  it('spells resource groups in upper case, the list of a group as the request does', async () => {
    const subscription = subscriptionNamed('Contoso Production').id
    const [first = {}] = (await pages(world, 'vm-list-all', { subscription })).flat()
    expect(text(first.id).split('/')[4]).toMatch(/^RG-[A-Z-]+$/)
    const grouped = (await pages(world, 'vm-list', { subscription, group: 'Rg-Erp-Prod' })).flat()
    expect(grouped).toHaveLength(6)
    expect(grouped.every(({ id }) => text(id).split('/')[4] === 'Rg-Erp-Prod')).toBe(true)
  })

  it('contains the model with only ids of extensions, and no instance view', async () => {
    const subscription = subscriptionNamed('Contoso Production').id
    const listed = (await pages(world, 'vm-list-all', { subscription }))
      .flat()
      .find(({ name }) => name === 'vm-erp-app-01')
    expect(listed?.resources).toEqual([
      { id: expect.stringMatching(/\/extensions\/AzureMonitorLinuxAgent$/) },
      { id: expect.stringMatching(/\/extensions\/AzureDiskEncryptionForLinux$/) },
    ])
    expect(listed?.properties).not.toHaveProperty('instanceView')
    expect(listed?.properties).toHaveProperty('storageProfile.osDisk.managedDisk.id')
  })

  it('answers statusOnly with power and without the model', async () => {
    const subscription = subscriptionNamed('Contoso Production Japan').id
    const listed = (await pages(world, 'vm-list-all', { subscription }, { statusOnly: 'true' })).flat()
    const off = listed.find(({ name }) => name === 'vm-jp-core-05')
    expect(off?.tags).toBeUndefined()
    expect(off?.properties).toMatchObject({
      hardwareProfile: {},
      instanceView: { statuses: [{}, { code: 'PowerState/deallocated' }] },
    })
    expect(off?.properties).not.toHaveProperty('storageProfile')
    expect(off?.properties).not.toHaveProperty('instanceView.disks')
  })

  it('expands only the members of a scale set', async () => {
    const subscription = subscriptionNamed('Contoso Shared Platform').id
    const refused = await callRoute(world, 'vm-list-all', {
      params: { subscription },
      query: { $expand: 'instanceView' },
    })
    expect([refused.status, errorCode(refused)]).toEqual([400, 'BadRequest'])
    const set = `/subscriptions/${subscription}/resourceGroups/RG-SHARED-EUS/providers/Microsoft.Compute/virtualMachineScaleSets/vmss-kafka`
    const query = { $expand: 'instanceView', $filter: `'virtualMachineScaleSet/id' eq '${set}'` }
    const members = (await pages(world, 'vm-list-all', { subscription }, query)).flat()
    expect(members).toHaveLength(4)
    expect(members[0]?.properties).toHaveProperty('instanceView.extensions')
    const wrong = await callRoute(world, 'vm-list-all', { params: { subscription }, query: { $filter: "name eq 'x'" } })
    expect(wrong.status).toBe(400)
  })

  it('refuses a token that it never issued', async () => {
    const subscription = subscriptionNamed('Contoso Production').id
    const response = await callRoute(world, 'vm-list-all', {
      params: { subscription },
      query: { $skiptoken: 'made-up' },
    })
    expect(response.status).toBe(400)
  })
})

describe('missing resources', () => {
  it.each([
    ['vm-list-all', { subscription: 'not-a-guid' }, 400, 'InvalidSubscriptionId'],
    ['vm-list-all', { subscription: '99999999-9999-4999-a999-999999999999' }, 404, 'SubscriptionNotFound'],
    ['vm-list', { group: 'rg-nowhere' }, 404, 'ResourceGroupNotFound'],
    ['vm-get', { group: 'rg-erp-prod', vm: 'vm-missing' }, 404, 'ResourceNotFound'],
    ['disk-get', { group: 'rg-erp-prod', disk: 'nothing' }, 404, 'ResourceNotFound'],
    ['vm-extension-get', { group: 'rg-erp-prod', vm: 'vm-erp-app-01', extension: 'none' }, 404, 'ResourceNotFound'],
    ['network-interface-get', { group: 'rg-erp-prod', networkInterface: 'none' }, 404, 'ResourceNotFound'],
  ])('%s %j answers %i %s', async (route, params, status, code) => {
    const all = { subscription: subscriptionNamed('Contoso Production').id, ...params }
    const response = await callRoute(world, route, { params: all })
    expect([response.status, errorCode(response)]).toEqual([status, code])
  })
})

describe('disks, sizes, interfaces', () => {
  it('lists disks in pages with their settings and their owner', async () => {
    const subscription = subscriptionNamed('Contoso Production').id
    const disks = (await pages(world, 'disks-list-all', { subscription })).flat()
    expect(disks.length).toBeGreaterThan(50)
    const sealed = disks.filter(({ managedBy }) => text(managedBy).endsWith('/vm-erp-app-01'))
    expect(sealed).toHaveLength(2)
    expect(sealed[0]?.properties).toMatchObject({
      encryptionSettingsCollection: { enabled: true, encryptionSettingsVersion: '1.1' },
      diskState: 'Attached',
    })
    const dual = disks.find(({ name }) => text(name).startsWith('WINLEG02_OsDisk'))
    expect(dual?.properties).toMatchObject({ encryptionSettingsCollection: { encryptionSettingsVersion: '1.0' } })
    expect(disks.some(({ name }) => text(name).startsWith('WINLEG01'))).toBe(false)
  })

  it('finds one disk without regard to case', async () => {
    const vm = [...world.vms.values()].find(({ name }) => name === 'vm-vault-proxy-02')
    const params = {
      subscription: vm?.subscriptionId ?? '',
      group: 'RG-SHARED-EUS',
      disk: vm?.disks[0]?.name.toUpperCase() ?? '',
    }
    const response = await callRoute(world, 'disk-get', { params })
    expect(jsonOf(response).properties).toMatchObject({
      encryption: { type: 'EncryptionAtRestWithPlatformAndCustomerKeys' },
    })
  })

  it('lists the capabilities of a size, by region', async () => {
    const subscription = subscriptionNamed('Contoso Production').id
    const response = await callRoute(world, 'skus-list', {
      params: { subscription },
      query: { $filter: "location eq 'westeurope'" },
    })
    const sizes = valuesOf(response)
    expect(new Set(sizes.map(({ name }) => name)).size).toBe(sizes.length)
    const used = new Set([...world.vms.values()].map(({ size }) => size))
    expect([...used].filter((size) => !sizes.some(({ name }) => name === size))).toEqual([])
    expect(sizes.find(({ name }) => name === 'Standard_DS2_v2')?.capabilities).toContainEqual({
      name: 'MemoryGB',
      value: '7',
    })
    expect(errorCode(await callRoute(world, 'skus-list', { params: { subscription }, query: { $filter: 'x' } }))).toBe(
      'InvalidParameter',
    )
  })

  it('returns the network interface that a VM names', async () => {
    const subscription = subscriptionNamed('Contoso Production').id
    const params = { subscription, group: 'rg-erp-prod', networkInterface: 'vm-erp-app-01-nic' }
    expect(jsonOf(await callRoute(world, 'network-interface-get', { params }))).toHaveProperty('properties.macAddress')
  })
})
