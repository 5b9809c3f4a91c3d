import { describe, expect, it } from 'vitest'
import { parseScaleSetId, parseVmId, vmIdOfExtension, wrongPart } from './vm-name'

const subscriptionId = '11111111-1111-4111-8111-111111111111'
const id = `/subscriptions/${subscriptionId}/resourceGroups/RG-1/providers/Microsoft.Compute/virtualMachines/vm_0`

describe('parseVmId', () => {
  it('reads ids in any case', () => {
    const parsed = { subscriptionId, resourceGroup: 'RG-1', name: 'vm_0' }
    expect(parseVmId(id)).toEqual(parsed)
    expect(parseVmId(id.toUpperCase())).toEqual({ ...parsed, name: 'VM_0' })
  })

  it('reads the ids of instances of scale sets, and of the sets', () => {
    const set = id.replace('virtualMachines/vm_0', 'virtualMachineScaleSets/web')
    expect(parseVmId(`${set}/virtualMachines/3`)).toEqual({
      subscriptionId,
      resourceGroup: 'RG-1',
      scaleSet: 'web',
      name: '3',
    })
    expect(parseScaleSetId(set)).toEqual({ subscriptionId, resourceGroup: 'RG-1', scaleSet: 'web' })
    expect(parseScaleSetId(`${set}/virtualMachines/3`)).toBeNull()
    expect(parseVmId(`${set.replace('web', '..')}/virtualMachines/3`)).toBeNull()
    expect(parseScaleSetId(set.replace('web', 'a b'))).toBeNull()
  })

  it.each([
    '',
    `${id}/`,
    `${id}/extensions/x`,
    `https://management.azure.com${id}`,
    id.replace('vm_0', '..'),
    id.replace('RG-1', '.'),
    id.replace('vm_0', 'a?b'),
    id.replace('vm_0', 'a b'),
    id.replace('vm_0', 'a%2e'),
    id.replace(subscriptionId, 'x'),
    id.replace('virtualMachines', 'virtualMachineScaleSets'),
  ])('refuses any other id: %j', (other) => {
    expect(parseVmId(other)).toBeNull()
  })
})

describe('wrongPart', () => {
  it('allows the names that Azure allows', () => {
    for (const resourceGroup of ['rg', 'Rg_(1).x-y', '東京-本番', 'a'.repeat(90)]) {
      expect(wrongPart({ subscriptionId, resourceGroup, name: 'vm-1.x_2' })).toBeNull()
    }
  })

  it.each(['a/b', 'a\\b', 'a\nb', 'a#b', '', 'a\u202Eb', 'a\u0000'])(
    'refuses %j as resource group and as name',
    (text) => {
      expect(wrongPart({ subscriptionId, resourceGroup: text, name: 'vm' })).toBe('resourceGroup')
      expect(wrongPart({ subscriptionId, resourceGroup: 'rg', name: text })).toBe('name')
    },
  )
})

it('finds the VM of an extension', () => {
  expect(vmIdOfExtension(`${id}/Extensions/AzureDiskEncryption`)).toBe(id)
  expect(vmIdOfExtension(id)).toBeNull()
})
