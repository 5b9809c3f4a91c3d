import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  readCountedVms,
  readStampedDisksRow,
  readExtensionRow,
  readHiddenDiskRow,
  readResourceGraphPage,
  readVmRow,
} from './resource-graph'
import { fieldOf, textMapOf } from './read'
import { readSubscriptionPage } from './subscriptions'
import { readVirtualMachine } from './virtualMachine'

describe('readers of Azure’s JSON', () => {
  it('never throw', () => {
    const readers = [
      readVirtualMachine,
      readVmRow,
      readExtensionRow,
      readStampedDisksRow,
      readHiddenDiskRow,
      readResourceGraphPage,
      readSubscriptionPage,
    ]
    fc.assert(fc.property(fc.jsonValue(), fc.constantFrom(...readers), (json, read) => void read(json)))
  })

  it('treat a body that is not a page as a failure, not as an empty page', () => {
    expect(readResourceGraphPage({ error: {} })).toBeUndefined()
    expect(readResourceGraphPage({ data: { columns: [], rows: [] } })).toBeUndefined()
    expect(readResourceGraphPage({ data: [], count: 0, $skipToken: 't' })).toMatchObject({ data: [], $skipToken: 't' })
    expect(readSubscriptionPage({})).toBeUndefined()
    expect(readSubscriptionPage({ value: [{ subscriptionId: 's' }, {}, null] })?.value).toHaveLength(1)
  })

  it('drop wrong types and keep unknown words', () => {
    const vm = readVirtualMachine({
      name: 7,
      resources: [null, 'x', { name: 'e', properties: { provisioningState: 'Dreaming' } }],
    })
    expect(vm.name).toBeUndefined()
    expect(vm.resources).toHaveLength(1)
    expect(vm.resources?.[0]?.properties.provisioningState).toBe('Dreaming')
  })

  it('see own keys only', () => {
    const hostile: unknown = JSON.parse('{"__proto__":{"name":"x"},"constructor":"y"}')
    expect(readVirtualMachine(hostile).name).toBeUndefined()
    expect(fieldOf({}, 'constructor')).toBeUndefined()
    expect(textMapOf(hostile)).toEqual({ constructor: 'y' })
    expect(({} as Record<string, unknown>).name).toBeUndefined()
  })

  it('read the rows of the disk queries', () => {
    expect(readStampedDisksRow({ id: 'd', managedBy: 'vm', subscriptionId: 7 })).toEqual({
      id: 'd',
      managedBy: 'vm',
      subscriptionId: undefined,
    })
    expect(readStampedDisksRow({ managedBy: 'vm' })).toBeUndefined()
    expect(readExtensionRow({ id: 'e', settings: { VolumeType: 2 } })?.settings?.VolumeType).toBe(2)
    expect(readHiddenDiskRow({ id: 'v', vms: 1, idHashes: -5 })).toEqual({ id: 'v', vms: 1, idHashes: -5 })
    expect(readCountedVms({ id: 'vms:S1', vms: 7, idHashes: 0 })).toEqual({ subscription: 's1', vms: 7, idHashes: 0 })
    expect(readHiddenDiskRow({ vms: 1, idHashes: 1 })).toBeUndefined()
    for (const vms of [undefined, null, '7', 0, -1, 1.5]) {
      expect(readCountedVms({ id: 'vms:s', vms, idHashes: 1 })).toBeUndefined()
      expect(readHiddenDiskRow({ id: 'v', vms, idHashes: 1 })).toBeUndefined()
    }
    for (const idHashes of [undefined, null, '7', 1.5, 2 ** 53, [1], true]) {
      expect(readCountedVms({ id: 'vms:s', vms: 1, idHashes })).toBeUndefined()
      expect(readHiddenDiskRow({ id: 'v', vms: 1, idHashes })).toBeUndefined()
      expect(readVmRow({ id: 'v', idHash: idHashes })?.idHash).toBeUndefined()
    }
    for (const id of ['vms:', 'vms:/s', '', '/vms:s', 7])
      expect(readCountedVms({ id, vms: 1, idHashes: 1 })).toBeUndefined()
  })
})
