import { describe, expect, it } from 'vitest'
import { fakeSession, type FakeAnswer } from '@/lib/azure/testing/fake-session'
import type { FleetRow } from '@/lib/contract/fleet'
import type { Observer } from '../history/observer'
import { takeInventory } from './inventory'
import { newLoad } from './load'
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
const idOf = (name: string) =>
  `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/${name}`

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
  /** VMs that the join silently drops. */
  readonly cut?: number
  /** Pages contain no total, as in a response of a gateway. */
  readonly uncounted?: boolean
}

function graph(world: World, query: string): unknown[] {
  if (query.endsWith('| count')) return [{ Count: world.vms.length }]
  if (query.includes('leftouter')) {
    const hidden = [...(world.hidden ?? []), ...(world.unmanaged ?? [])]
    const seen = world.vms.length - hidden.length - (world.cut ?? 0)
    return [...(seen > 0 ? [{ id: '', vms: seen }] : []), ...hidden.map((name) => ({ id: idOf(name), vms: 1 }))]
  }
  if (query.includes('/extensions'))
    return (world.extensions ?? []).map((name) => ({ id: `${idOf(name)}/extensions/ade` }))
  if (query.includes('compute/disks'))
    return (world.stamped ?? []).map((name) => ({ id: `/disks/${name}`, managedBy: idOf(name) }))
  return world.vms.map((name) => ({
    id: idOf(name),
    name,
    subscriptionId: subscription,
    nData: 0,
    eah: 0,
    prov: 'Succeeded',
    dualPass: 0,
    secType: '',
    osSecType: '',
    osDes: '',
    osDiskId: world.unmanaged?.includes(name) ? '' : `/disks/${name}`,
    ...world.columns,
  }))
}

async function inventory(world: World) {
  const made = fakeSession((request): FakeAnswer => {
    if (request.method === 'GET')
      return { json: { id: new URL(request.url).pathname, resources: [adeResource], properties: {} } }
    const { query } = JSON.parse(request.body as string) as { query: string }
    const data = graph(world, query)
    return { json: world.uncounted === true ? { data } : { data, totalRecords: data.length } }
  })
  const load = newLoad(made.session, [{ id: subscription, name: 's', vms: null, error: null }], none)
  const rows = new Map<string, FleetRow>()
  load.events.putRow = (row) => {
    rows.set(row.key, rowOf(row))
  }
  await made.settle(takeInventory(load, [subscription]))
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

  it('makes no claim about a VM whose id cannot be parsed, and reports it as a gap', async () => {
    const { readings, load } = await inventory({ vms: ['a', 'b*'], stamped: ['b*'] })
    expect(readings).toEqual({ a: 'inventory', 'b*': 'incomplete' })
    expect([...load.gaps]).toEqual([`vm|${idOf('b*').toLowerCase()}|arm-unreadable`])
  })
})
