import { describe, expect, it } from 'vitest'
import { idOf, inventory, other, subscription } from './testing/inventory-world'

describe('an answer that is no evidence for some VMs', () => {
  it.each(['leftouter', '/extensions', 'compute/disks'] as const)(
    'says nothing of a subscription whose VMs the query with %s could not see',
    async (word) => {
      const world = { vms: ['a', 'other-b'], unseen: { [word]: ['other-b'] } }
      const { readings, load, sent } = await inventory(world, [subscription, other])
      expect(readings).toEqual({ a: 'inventory', 'other-b': 'incomplete' })
      expect([...load.gaps]).toEqual([`inventory|${other}|arm-unreadable`])
      // As many as before: five, and at most two more joins, each with a list of ids.
      expect(sent.length).toBeLessThanOrEqual(9)
    },
  )

  it('says nothing of a subscription that every query but the list has lost', async () => {
    const lost = ['other-b']
    const unseen = { leftouter: lost, '/extensions': lost, 'compute/disks': lost }
    const world = { vms: ['a', 'other-b'], unseen, later: ['a'] }
    const { readings } = await inventory(world, [subscription, other])
    expect(readings).toEqual({ a: 'inventory', 'other-b': 'read' })
  })

  it.each(['leftouter', '/extensions', 'compute/disks'] as const)(
    'says nothing of a VM where the query with %s lost it and gained another one',
    async (word) => {
      const world = { vms: ['a', 'b'], unseen: { [word]: ['b'] }, gained: { [word]: ['c'] } }
      const { readings, judged, load } = await inventory(world)
      expect(readings).toEqual({ a: 'incomplete', b: 'incomplete' })
      // Not even until the list has ended.
      expect([...judged]).toEqual([])
      expect([...load.gaps]).toEqual(['inventory|tenant|arm-unreadable'])
    },
  )

  it.each(['leftouter', '/extensions', 'compute/disks'] as const)(
    'asks the query with %s again where it lost a VM and gained another one, and reads what changed meanwhile',
    async (word) => {
      const vms = { vms: ['a', 'b', 'e'], extensions: ['e'], later: ['a', 'd', 'e'] }
      const changes = { unseen: { [word]: ['b'] }, gained: { [word]: ['c'] }, once: true }
      const { readings, load } = await inventory({ ...vms, ...changes })
      expect(readings).toEqual({ a: 'inventory', b: 'read', d: 'read', e: 'read' })
      expect(load.gaps.size).toBe(0)
    },
  )

  it('says nothing of a subscription where the hash of one of its VMs cannot be read', async () => {
    for (const idHash of [undefined, null, '1', 1.5]) {
      const { readings } = await inventory({ vms: ['a', 'other-b'], columns: { idHash } }, [subscription, other])
      expect(readings).toEqual({ a: 'incomplete', 'other-b': 'incomplete' })
    }
  })

  it('says nothing of a subscription where a query could not see one of its VMs', async () => {
    const world = { vms: ['a', 'other-b', 'other-c'], unseen: { 'compute/disks': ['other-c'] } }
    const { readings } = await inventory(world, [subscription, other])
    expect(readings).toEqual({ a: 'inventory', 'other-b': 'incomplete', 'other-c': 'incomplete' })
  })

  const unreadableIds: readonly unknown[] = [
    null,
    undefined,
    {},
    7,
    [idOf('a')],
    idOf('a').slice(1),
    `${idOf('a')}/`,
    `${idOf('a')} `,
    idOf('a').replace('/providers', '//providers'),
    `https://management.azure.com${idOf('a')}`,
    `${idOf('a')}/extensions/b`,
    idOf('a').replace('/virtualMachines', '/disks'),
  ]

  it.each(unreadableIds)(
    'says nothing where a stamped disk is managed by %j, and cannot tell of what subscription',
    async (id) => {
      const world = { vms: ['a', 'other-b'], stamped: ['a'], disk: { managedBy: id, id: '/disks/a' } }
      const { readings } = await inventory(world, [subscription, other])
      expect(readings).toEqual({ a: 'incomplete', 'other-b': 'incomplete' })
    },
  )

  it.each(unreadableIds)('says nothing of the subscription of a stamped disk that is managed by %j', async (id) => {
    for (const named of [{ subscriptionId: subscription }, { id: `/subscriptions/${subscription}/disks/a` }]) {
      const world = { vms: ['a', 'other-b'], stamped: ['a'], disk: { managedBy: id, ...named } }
      const { readings, load } = await inventory(world, [subscription, other])
      expect(readings).toEqual({ a: 'incomplete', 'other-b': 'inventory' })
      expect([...load.gaps]).toEqual([`inventory|${subscription}|arm-unreadable`])
    }
  })

  it.each([
    '',
    '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g/providers/Microsoft.StoragePool/diskPools/p',
  ])('lets a stamped disk that no VM has (%j) be', async (managedBy) => {
    const { readings } = await inventory({ vms: ['a'], stamped: ['a'], disk: { managedBy } })
    expect(readings).toEqual({ a: 'inventory' })
  })

  it('says nothing where the id of the row of stamped disks cannot be read', async () => {
    for (const id of [7, null]) {
      const { readings } = await inventory({ vms: ['a'], stamped: ['a'], disk: { id } })
      expect(readings).toEqual({ a: 'incomplete' })
    }
  })

  it.each([`${idOf('a')}/`, idOf('a').slice(1), 'x', ' ', null])('says nothing where the join names %j', async (id) => {
    const { readings } = await inventory({ vms: ['a', 'b'], joined: [id] })
    expect(readings).toEqual({ a: 'incomplete', b: 'incomplete' })
  })

  it('reads a VM that was deleted and one that was created meanwhile, and lets the others stand', async () => {
    const world = { vms: ['a', 'c', 'e'], extensions: ['e'], unseen: { leftouter: ['c'] }, later: ['a', 'd', 'e'] }
    const { readings, load, sent } = await inventory(world)
    expect(readings).toEqual({ a: 'inventory', c: 'read', d: 'read', e: 'read' })
    expect(load.gaps.size).toBe(0)
    expect(sent.filter((body) => body.includes('query'))).toHaveLength(7)
  })
})
