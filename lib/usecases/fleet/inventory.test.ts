import { describe, expect, it } from 'vitest'
import { fakeSession, type FakeAnswer } from '@/lib/azure/testing/fake-session'
import type { FleetRow } from '@/lib/contract/fleet'
import type { Observer } from '../history/observer'
import { takeInventory } from './inventory'
import { newLoad } from './load'
import { objectOf } from '@/lib/wire/read'
import { rowOf } from './event-batcher'

const none: Observer = {
  observeReading: () => {
    throw new Error('this test makes no observation')
  },
  read: () => undefined,
  inventory: () => undefined,
  finish: () => undefined,
}
const subscription = '11111111-1111-4111-8111-111111111111'
const other = '22222222-2222-4222-8222-222222222222'
/** A VM of the other subscription has a name that begins with `other-`. */
const subscriptionOf = (name: string) => (name.startsWith('other-') ? other : subscription)
const idOf = (name: string) =>
  `/subscriptions/${subscriptionOf(name)}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/${name}`

const adeResource = {
  id: `${idOf('x')}/extensions/AzureDiskEncryptionForLinux`,
  name: 'AzureDiskEncryptionForLinux',
  properties: { publisher: 'Microsoft.Azure.Security', type: 'AzureDiskEncryptionForLinux', typeHandlerVersion: '1.4' },
}

interface World {
  readonly vms: readonly string[]
  readonly extensions?: readonly string[]
  readonly stamped?: readonly string[]
  readonly hidden?: readonly string[]
  readonly unmanaged?: readonly string[]
  /** Columns with other values than usual, in every VM's row. */
  readonly columns?: Readonly<Record<string, unknown>>
  /** Columns of a second row of each VM, beside those of the first. */
  readonly again?: Readonly<Record<string, unknown>>
  /** Members of every stamped disk's row that are not as usual; undefined removes one. */
  readonly disk?: Readonly<Record<string, unknown>>
  /** Ids in the join that are not as usual, each counted as one VM. */
  readonly joined?: readonly unknown[]
  /** VMs that an evidence query cannot see, by a word of its text. */
  readonly unseen?: Readonly<Partial<Record<'leftouter' | '/extensions' | 'compute/disks', readonly string[]>>>
  /** The VMs when the ids are requested again. */
  readonly later?: readonly string[]
  /** VMs that the join silently drops. */
  readonly cut?: number
  /** Pages contain no total, as in a response of a gateway. */
  readonly uncounted?: boolean
}

/** Rows with the number of VMs that an evidence query could see. */
function counted(names: readonly string[], cut = 0): unknown[] {
  return [subscription, other].flatMap((id) => {
    const vms = names.filter((name) => subscriptionOf(name) === id).length - (id === subscription ? cut : 0)
    return vms > 0 ? [{ id: `vms:${id}`, vms }] : []
  })
}

function graph(world: World, query: string, tries: number): unknown[] {
  if (query.endsWith('project id | order by id asc'))
    return (world.later ?? world.vms).map((name) => ({ id: idOf(name) }))
  const isSeen = (name: string): boolean =>
    !Object.entries(world.unseen ?? {}).some(([word, names]) => query.includes(word) && names.includes(name))
  if (query.includes('leftouter')) {
    const names = (tries > 1 ? (world.later ?? world.vms) : world.vms).filter(isSeen)
    const hidden = [...(world.hidden ?? []), ...(world.unmanaged ?? [])].filter((name) => names.includes(name))
    const rest = names.filter((name) => !hidden.includes(name)).slice(world.joined?.length ?? 0)
    const odd = (world.joined ?? []).map((id) => ({ id, vms: 1 }))
    return [...hidden.map((name) => ({ id: idOf(name), vms: 1 })), ...odd, ...counted(rest, world.cut)]
  }
  const seen = counted(world.vms.filter(isSeen))
  if (query.includes('/extensions'))
    return [...(world.extensions ?? []).map((name) => ({ id: `${idOf(name)}/extensions/ade` })), ...seen]
  if (query.includes('compute/disks'))
    return [
      ...(world.stamped ?? []).map((name) => ({ id: `/disks/${name}`, managedBy: idOf(name), ...world.disk })),
      ...seen,
    ]
  const row = (name: string) => ({
    id: idOf(name),
    name,
    subscriptionId: subscriptionOf(name),
    nData: 0,
    eah: 0,
    prov: 'Succeeded',
    dualPass: 0,
    secType: '',
    osSecType: '',
    osDes: '',
    osDiskId: world.unmanaged?.includes(name) ? '' : `/disks/${name}`,
    ...world.columns,
  })
  const again = world.again
  return [...world.vms.map(row), ...(again === undefined ? [] : world.vms.map((name) => ({ ...row(name), ...again })))]
}

async function inventory(world: World, subscriptions: readonly string[] = [subscription]) {
  let joins = 0
  const made = fakeSession((request): FakeAnswer => {
    if (request.method === 'GET')
      return { json: { id: new URL(request.url).pathname, resources: [adeResource], properties: {} } }
    const { query } = JSON.parse(request.body as string) as { query: string }
    if (query.includes('leftouter')) joins += 1
    const data = graph(world, query, joins)
    const totalRecords = new Set(data.map((row) => String(objectOf(row)?.['id']).toLowerCase())).size
    return { json: world.uncounted === true ? { data } : { data, totalRecords } }
  })
  const load = newLoad(
    made.session,
    subscriptions.map((id) => ({ id, name: 's', vms: null, error: null })),
    none,
  )
  const rows = new Map<string, FleetRow>()
  load.events.putRow = (row) => {
    rows.set(row.key, rowOf(row))
  }
  await made.settle(takeInventory(load, subscriptions))
  while (load.reading.size > 0) await made.settle(Promise.all(load.reading))
  const readings = Object.fromEntries([...rows].map(([key, row]) => [key.split('/').at(-1), row.reading]))
  return { readings, load, sent: made.sent.map(({ body }) => (typeof body === 'string' ? body : '')) }
}

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

  it('treats the list as incomplete where the VM of an extension cannot be parsed', async () => {
    const { readings, load } = await inventory({ vms: ['a', 'b'], extensions: ['a', 'b/../c'] })
    expect(readings).toEqual({ a: 'read', b: 'incomplete' })
    expect([...load.gaps]).toEqual(['inventory|tenant|arm-unreadable'])
  })

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
    for (const told of [{ subscriptionId: subscription }, { id: `/subscriptions/${subscription}/disks/a` }]) {
      const world = { vms: ['a', 'other-b'], stamped: ['a'], disk: { managedBy: id, ...told } }
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

  it('says nothing where the id of a stamped disk cannot be read', async () => {
    for (const id of ['x', 7, null]) {
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

  it('makes no claim about a VM whose id cannot be parsed, and reports it as a gap', async () => {
    const { readings, load } = await inventory({ vms: ['a', 'b*'], stamped: ['b*'] })
    expect(readings).toEqual({ a: 'inventory', 'b*': 'incomplete' })
    expect([...load.gaps]).toEqual([`vm|${idOf('b*').toLowerCase()}|arm-unreadable`])
  })
})
