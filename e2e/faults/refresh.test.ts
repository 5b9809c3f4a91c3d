import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/v1/fleet/route'
import { GET as getVm } from '@/app/api/v1/vms/[subscription]/[group]/[name]/route'
import type { TenantClient } from '../simulator/control/client'
import { ask, readFleet, startStack, type Loaded, type Stack } from './support'

let stack: Stack
let tenant: TenantClient
let first: Loaded

const admin = 'Aiko Tanaka'
const load = (query = ''): Promise<Loaded> => ask(GET, tenant, admin, { query }).then(readFleet)
/** Resource Graph is up to half a minute behind ARM. */
const inventoryFollows = (): Promise<unknown> => tenant.clock({ step: 30_000 })
const reads = async (): Promise<number> => (await tenant.traffic()).counts['vm-get']?.['200'] ?? 0

/** Readings are reused only for some time, so this clock runs ahead of the real one. */
const RealDate = Date
let ahead = 0
class DateAhead extends RealDate {
  constructor(...given: readonly unknown[]) {
    super(...((given.length === 0 ? [RealDate.now() + ahead] : given) as [number]))
  }

  static override now(): number {
    return RealDate.now() + ahead
  }
}
const pass = (milliseconds: number): void => {
  ahead += milliseconds
}

beforeAll(async () => {
  globalThis.Date = DateAhead as DateConstructor
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'fleet', vms: 300, subscriptions: 3, ade: 0.3, seed: 5, still: true })
  await tenant.clock({ freeze: true })
})
beforeEach(async () => {
  await tenant.removeFaults()
  first = await load('?fresh=true')
  pass(20_000)
  await tenant.clearTraffic()
})
afterAll(async () => {
  globalThis.Date = RealDate
  await stack.stop()
})

describe('a second load', () => {
  it('does not read VMs at rest again, and their rows keep the time of the reading', async () => {
    const again = await load()
    expect(await reads()).toBe(0)
    const read = [...first.rows.values()].filter((row) => row.reading === 'read')
    expect(read.length).toBeGreaterThan(50)
    for (const row of read) expect(again.rows.get(row.key)).toEqual(row)
    expect(again.last).toMatchObject({ type: 'end', complete: true, progress: { failed: 0, read: read.length } })
  })

  it('reads only what the inventory shows as changed', async () => {
    const victims = [...first.rows.values()]
      .filter((row) => row.reading === 'read' && row.power === 'running')
      .slice(0, 4)
    for (const { id } of victims) await tenant.changeVm({ id, action: 'deallocate' })
    await inventoryFollows()
    const again = await load()
    expect(await reads()).toBe(victims.length)
    for (const { key } of victims) expect(again.rows.get(key)).toMatchObject({ reading: 'read', power: 'deallocated' })
    for (const { id } of victims) await tenant.changeVm({ id, action: 'start' })
  })

  it('reads everything on request, and after a quarter of an hour', async () => {
    const count = [...first.rows.values()].filter((row) => row.reading === 'read').length
    await load('?fresh=true')
    expect(await reads()).toBe(count)
    await tenant.clearTraffic()
    pass(16 * 60_000)
    await load()
    expect(await reads()).toBe(count)
  })

  it('reuses no reading when the inventory is incomplete', async () => {
    await tenant.addFault({ kind: 'deny', routes: ['resource-graph'], body: 'leftouter' })
    const again = await load()
    expect(await reads()).toBe([...first.rows.values()].filter((row) => row.reading === 'read').length)
    expect(again.last).toMatchObject({ type: 'end', complete: false })
  })

  it('shows no stored reading of a VM that the user no longer sees', async () => {
    const [victim] = [...first.rows.values()].filter((row) => row.reading === 'read')
    await tenant.deleteVm(victim?.id ?? '')
    await inventoryFollows()
    const again = await load()
    expect(again.rows.has(victim?.key ?? '')).toBe(false)
    expect(again.rows.size).toBe(first.rows.size - 1)
  })

  it('never shows an older reading than the VM’s own page', async () => {
    const [row] = [...first.rows.values()].filter((each) => each.reading === 'read')
    const { subscriptionId: subscription, resourceGroup: group, name } = row ?? {}
    const response = await ask(getVm, tenant, admin, { params: { subscription, group, name } })
    const { readAt } = (await response.json()) as { readAt: string }
    pass(20_000)
    const again = await load()
    expect(again.rows.get(row?.key ?? '')?.evidenceAt).toBe(readAt)
  })

  it('reads again at once what the inventory shows as changed, and VMs at work each time', async () => {
    const running = [...first.rows.values()].filter((row) => row.reading === 'read' && row.power === 'running')
    const working = running.find(({ osType }) => osType === 'Linux')
    const victim = running.find((row) => row !== working)
    await tenant.changeVm({ id: working?.id ?? '', plan: 'linux-offline-all' })
    await inventoryFollows()
    await load('?fresh=true')
    await tenant.changeVm({ id: victim?.id ?? '', action: 'deallocate' })
    await inventoryFollows()
    await tenant.clearTraffic()
    const again = await load()
    expect(again.rows.get(victim?.key ?? '')).toMatchObject({ reading: 'read', power: 'deallocated' })
    expect(again.rows.get(working?.key ?? '')).toMatchObject({ reading: 'read', state: 'encrypting' })
    expect(await reads()).toBe(2)
    await load()
    expect(await reads()).toBe(3)
  })
})

describe('a shorter list of subscriptions', () => {
  it('is ignored while the subscriptions can still be read', async () => {
    await tenant.addFault({ kind: 'empty-page', routes: ['subscriptions-list'] })
    const again = await load()
    expect([...again.rows.keys()].sort()).toEqual([...first.rows.keys()].sort())
    const gap = { scope: 'tenant', kind: 'inventory', code: 'arm-unreadable' }
    expect(again.gaps).toContainEqual(expect.objectContaining(gap))
    expect(again.last).toMatchObject({ type: 'end', complete: false })
  })

  it('is accepted when they are refused', async () => {
    await tenant.addFault({ kind: 'empty-page', routes: ['subscriptions-list'] })
    await tenant.addFault({ kind: 'deny', routes: ['subscription-get'] })
    const again = await load()
    expect(again.rows.size).toBe(0)
    expect(again.gaps).toHaveLength(3)
    for (const gap of again.gaps) expect(gap).toMatchObject({ kind: 'subscription', code: 'arm-denied' })
  })
})
