import { describe, expect, it } from 'vitest'
import { idOf, inventory, subscription } from './testing/inventory-world'

describe('takeInventory', () => {
  it('reads VMs with any sign of ADE and judges the others from the inventory', async () => {
    const world = { vms: ['a', 'b', 'c', 'd', 'e'], extensions: ['a'], stamped: ['b'], hidden: ['c'], unmanaged: ['d'] }
    const { readings, load } = await inventory(world)
    expect(readings).toEqual({ a: 'read', b: 'read', c: 'read', d: 'read', e: 'inventory' })
    expect(load.subscriptions.get(subscription)?.vms).toBe(5)
    expect(load.gaps.size).toBe(0)
  })

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['eah', { eah: 1 }],
    ['dualPass', { dualPass: 1 }],
    ['secType', { secType: 'ConfidentialVM' }],
    ['osSecType', { osSecType: 'DiskWithVMGuestState' }],
    ['osDes', { osDes: '/des' }],
    ['osDiskId', { osDiskId: '/other' }],
    ['nData', { nData: 1 }],
    ['prov', { prov: 'Updating' }],
    ['eah, with an id in capitals', { eah: 1, id: idOf('a').toUpperCase() }],
  ])('reads a VM with two rows that differ in %s', async (_name, again) => {
    const { readings } = await inventory({ vms: ['a'], again })
    expect(readings).toEqual({ a: 'read' })
  })

  it('reads a confidential VM, of which neither an extension nor a stamp has to be there', async () => {
    const columns = { secType: 'ConfidentialVM', osSecType: 'VMGuestStateOnly', nData: 1 }
    expect((await inventory({ vms: ['a'], columns })).readings).toEqual({ a: 'read' })
  })

  it('reads no VM for two rows that are alike in what it is judged by', async () => {
    const { readings } = await inventory({
      vms: ['a'],
      again: { power: 'PowerState/stopped', id: idOf('a').toUpperCase() },
    })
    expect(readings).toEqual({ a: 'inventory' })
  })

  it.each(['eah', 'dualPass', 'secType', 'osSecType', 'osDes', 'osDiskId', 'nData', 'prov'])(
    'reads a VM whose row has no readable %s',
    async (column) => {
      for (const value of [undefined, null, {}]) {
        const { readings } = await inventory({ vms: ['a'], columns: { [column]: value } })
        expect(readings).toEqual({ a: 'read' })
      }
    },
  )

  it('treats the list of extensions as incomplete where it lacks one that a VM has', async () => {
    const { readings } = await inventory({ vms: ['a', 'b', 'c'], stamped: ['a'] })
    expect(readings).toEqual({ a: 'read', b: 'read', c: 'read' })
  })

  it('reads a VM that only the evidence queries return', async () => {
    const { readings } = await inventory({ vms: [], extensions: ['new'] })
    expect(readings).toEqual({ new: 'read' })
  })

  it('requires a total in each answer before it judges from the inventory', async () => {
    const { readings, load } = await inventory({ vms: ['a'], uncounted: true })
    expect(readings).toEqual({ a: 'incomplete' })
    expect([...load.gaps]).toEqual(['inventory|tenant|arm-unreadable'])
  })

  it('judges no VM from the inventory where the join was cut short, and repeats the query a few times only', async () => {
    const { readings, load, sent } = await inventory({ vms: ['a', 'b', 'c'], hidden: ['b'], cut: 1 })
    expect(readings).toEqual({ a: 'incomplete', b: 'read', c: 'incomplete' })
    expect([...load.gaps]).toEqual(['inventory|tenant|arm-unreadable'])
    expect(sent.filter((body) => body.includes('leftouter'))).toHaveLength(3)
  })

  it('counts a row of the join that comes twice once', async () => {
    const { readings, load } = await inventory({ vms: ['a', 'b'], hidden: ['b', 'b'], extensions: ['b'] })
    expect(readings).toEqual({ a: 'inventory', b: 'read' })
    expect(load.gaps.size).toBe(0)
  })

  it('repeats no query where the counts agree', async () => {
    const { sent } = await inventory({ vms: ['a', 'b', 'c'] })
    // VMs, extensions, stamped disks, hidden disks, attestations.
    expect(sent).toHaveLength(5)
  })

  it.each([0, null, undefined, '7', 1.5])(
    'reads every VM of a subscription that shows %j extensions: the user may have no right to extensions',
    async (shown) => {
      const { readings, load } = await inventory({ vms: ['a', 'b'], stamped: ['b'], shown })
      expect(readings).toEqual({ a: 'read', b: 'read' })
      expect(load.gaps.size).toBe(0)
    },
  )

  it('treats the list as incomplete where the VM of an extension cannot be parsed', async () => {
    const { readings, load } = await inventory({ vms: ['a', 'b'], extensions: ['a', 'b/../c'] })
    expect(readings).toEqual({ a: 'read', b: 'incomplete' })
    expect([...load.gaps]).toEqual(['inventory|tenant|arm-unreadable'])
  })

  it('makes no claim about a VM whose id cannot be parsed, and reports it as a gap', async () => {
    const { readings, load } = await inventory({ vms: ['a', 'b*'], stamped: ['b*'] })
    expect(readings).toEqual({ a: 'inventory', 'b*': 'incomplete' })
    expect([...load.gaps]).toEqual([`vm|${idOf('b*').toLowerCase()}|arm-unreadable`])
  })
})
