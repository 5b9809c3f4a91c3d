import { beforeAll, describe, expect, it } from 'vitest'
import type { SimScaleSet } from '../model/scale-set'
import type { World } from '../model/world'
import { createWorld } from '../worlds/create'
import { isObject } from './json'
import { callRoute, errorCode, jsonOf, valuesOf } from './test-context'

let world: World

beforeAll(() => {
  world = createWorld({ tenantId: 'a1', scenario: 'scale-sets', seed: 1 })
})

function setNamed(name: string): SimScaleSet {
  const found = world.scaleSets.find((set) => set.name === name)
  if (found === undefined) throw new Error(name)
  return found
}

const params = (name: string) => {
  const { subscriptionId, resourceGroup } = setNamed(name)
  return { subscription: subscriptionId, group: resourceGroup, scaleSet: name }
}
const text = (value: unknown): string => String(value)
const propertiesOf = (body: Record<string, unknown> | undefined) => (isObject(body?.properties) ? body.properties : {})

describe('uniform scale sets', () => {
  it('list their instances in pages, with the instance view if requested', async () => {
    const query = { $expand: 'instanceView' }
    const first = await callRoute(world, 'scale-set-vms-list', { params: params('vmss-batch'), query })
    expect(valuesOf(first)).toHaveLength(50)
    const next = new URL(text(jsonOf(first).nextLink))
    expect(next.searchParams.get('$expand')).toBe('instanceView')
    const [one] = valuesOf(first)
    expect(one).toMatchObject({ name: 'vmss-batch_0', instanceId: '0', sku: { name: 'Standard_D4s_v5' } })
    expect(propertiesOf(one)).toMatchObject({ hardwareProfile: {}, instanceView: { disks: expect.any(Array) } })
    const plain = await callRoute(world, 'scale-set-vms-list', { params: params('vmss-batch') })
    expect(propertiesOf(valuesOf(plain)[0])).not.toHaveProperty('instanceView')
  })

  it('omit model, name and extensions if only the view is selected', async () => {
    const query = { $expand: 'instanceView', $select: 'instanceView' }
    const [one] = valuesOf(await callRoute(world, 'scale-set-vms-list', { params: params('vmss-web'), query }))
    expect(Object.keys(one ?? {}).sort()).toEqual(['id', 'instanceId', 'properties'])
    expect(propertiesOf(one)).not.toHaveProperty('storageProfile')
  })

  it('distinguish an instance from a missing and a forbidden one', async () => {
    const get = (instance: string, as = 'Chiara Rossi') =>
      callRoute(world, 'scale-set-vm-get', { params: { ...params('vmss-web'), instance }, as })
    expect(jsonOf(await get('3'))).toMatchObject({ properties: { latestModelApplied: false } })
    expect(errorCode(await get('77'))).toBe('ResourceNotFound')
    expect(errorCode(await get('0', 'Dmitri Volkov'))).toBe('AuthorizationFailed')
    const wrong = { params: params('vmss-web'), query: { $expand: 'everything' } }
    expect(errorCode(await callRoute(world, 'scale-set-vms-list', wrong))).toBe('InvalidParameter')
  })

  it('are rows of Resource Graph with their model, and so are the disks of their instances', async () => {
    const ask = async (query: string) => valuesOf(await callRoute(world, 'resource-graph', { body: { query } }), 'data')
    const every = await ask(`resources | where type =~ 'microsoft.compute/virtualmachinescalesets'`)
    const sets = every.filter(({ properties }) => JSON.stringify(properties).includes('AzureDiskEncryption'))
    expect(sets.map(({ name }) => name).sort()).toEqual(['vmss-batch', 'vmss-web'])
    const disks = await ask(
      `resources | where type =~ 'microsoft.compute/disks' and managedBy contains 'vmss-old' | project id, managedBy`,
    )
    expect(disks.map(({ managedBy }) => text(managedBy).split('/').slice(-4).join('/'))).toEqual(
      disks.map(() => 'virtualMachineScaleSets/vmss-old/virtualMachines/0'),
    )
    expect(disks.length).toBe(2)
    const vms = await ask(`resources | where type =~ 'microsoft.compute/virtualmachines' | project id`)
    expect(vms).toHaveLength(2)
  })
})
