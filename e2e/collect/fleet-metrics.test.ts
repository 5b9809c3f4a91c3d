import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GET as getFleet } from '@/app/api/v1/fleet/route'
import type { FleetRow } from '@/lib/contract/fleet'
import { vmStates } from '@/lib/contract/codes'
import { classify } from '@/lib/retirement/classify'
import { daysLeft } from '@/lib/retirement/plan'
import { saveFinished } from '@/lib/store/finished-work'
import { useDatabases } from '@/lib/store/testing/databases'
import type { Store } from '@/lib/store/store'
import { collect, collectOnce } from '@/lib/usecases/collect/run'
import { exportFleet } from '@/lib/usecases/collect/fleet-now'
import { survey } from '@/lib/usecases/collect/survey'
import { testCollector } from '@/lib/usecases/collect/testing/test-collector'
import type { MeasuredSubscriptions } from '@/lib/config/telemetry-config'
import type { Point } from '@/lib/telemetry/measure'
import { workKinds } from '@/lib/timeline/estimate/types'
import { countStates } from '@/lib/views/fleet-counts'
import { mergeRow } from '@/lib/views/fleet-entry'
import { ask, readFleet, startStack, type Stack } from '../faults/support'
import type { TenantClient } from '../simulator/control/client'
import { collectorEnvironment } from './support'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack.stop())

const exported = new Map<string, readonly Point[]>()
beforeEach(() => {
  exported.clear()
  globalThis.sealwatchTelemetry = {
    add: () => undefined,
    record: () => undefined,
    levels: (name, points) => void (points.length === 0 ? exported.delete(name) : exported.set(name, points)),
    begin: () => ({ handle: undefined, end: () => undefined }),
    end: () => Promise.resolve(),
  }
})
afterEach(() => {
  globalThis.sealwatchTelemetry = undefined
})

const never = new AbortController().signal
const hour = 3_600_000
const polling = { movingMs: 30_000, quietMs: 900_000 }
const valueOf = (name: string) => exported.get(name)?.[0]?.value
/** The sums of a metric by one of its attributes. */
function sumsBy(name: string, attribute: string): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { value, attributes } of exported.get(name) ?? []) {
    const key = String(attributes[attribute])
    sums[key] = (sums[key] ?? 0) + value
  }
  return sums
}
const countsOf = (words: readonly string[], all: readonly string[]): Record<string, number> =>
  Object.fromEntries(all.map((word) => [word, words.filter((each) => each === word).length]))

function collector(tenant: TenantClient, store: Store, now: () => number, measured?: MeasuredSubscriptions) {
  const options = { polling, now, ...(measured === undefined ? {} : { measured }) }
  return testCollector(collectorEnvironment(tenant), store, options).collector
}

describe('the numbers of the fleet that a collector exports', () => {
  const databases = useDatabases()
  const sqlite = databases.find(({ name }) => name === 'SQLite')
  for (const database of databases) {
    it(`equal the count strip, each VM once, by state, pass and operating system: ${database.name}`, async () => {
      const tenant = await stack.tenant({ scenario: 'troubleshooting', seed: 11 })
      const now = await tenant.clock({ freeze: true })
      const one = collector(tenant, await database.open(), () => now)
      expect(await collectOnce(one, never)).toBe(true)
      // The first inventory knows of VMs that were not read yet: they are unknown, and not 0.
      const unread = valueOf('sealwatch.fleet.vms.unread') ?? 0
      expect(unread).toBeGreaterThan(0)
      expect(sumsBy('sealwatch.fleet.vms', 'state')['unknown']).toBeGreaterThanOrEqual(unread)
      expect(await survey(one, never)).toMatchObject({ ok: true })
      const fleet = await readFleet(await ask(getFleet, tenant, 'Aiko Tanaka'))
      expect(fleet.gaps).toEqual([])
      const rows = [...fleet.rows.values()]
      const strip = countStates(rows.map((row) => mergeRow(undefined, row)))
      expect(sumsBy('sealwatch.fleet.vms', 'state')).toEqual(strip.byState)
      const total = (exported.get('sealwatch.fleet.vms') ?? []).reduce((sum, { value }) => sum + value, 0)
      expect([total, valueOf('sealwatch.fleet.inventory.complete')]).toEqual([strip.total, 1])
      const passOf = ({ pass }: FleetRow): string => pass ?? 'unknown'
      expect(sumsBy('sealwatch.fleet.vms', 'pass')).toEqual(
        countsOf(rows.map(passOf), ['single', 'dual', 'none', 'unknown']),
      )
      const osOf = ({ osType }: FleetRow): string => osType ?? 'unknown'
      expect(sumsBy('sealwatch.fleet.vms', 'os')).toEqual(countsOf(rows.map(osOf), ['Linux', 'Windows', 'unknown']))
      const { failed, conflict, 'restart-pending': restart } = strip.byState
      expect(valueOf('sealwatch.fleet.vms.needing_action')).toBe(failed + conflict + restart)
      expect(valueOf('sealwatch.fleet.vms.unread')).toBe(rows.filter(({ evidenceAt }) => evidenceAt === null).length)
      expect(valueOf('sealwatch.fleet.evidence.oldest.timestamp')).toBeLessThanOrEqual(now / 1000)
      const stuck = rows.filter(({ flags }) => flags.includes('possibly-stuck')).length
      expect(valueOf('sealwatch.fleet.vms.possibly_stuck')).toBe(stuck)
      expect(valueOf('sealwatch.retirement.left')).toBe(daysLeft(now) * 86_400)
      // A class that depends on what observations do not contain is undecided, and no other.
      const page = rows.flatMap((row) => classify(row, false)?.kind ?? [])
      const classes = sumsBy('sealwatch.retirement.vms', 'class')
      expect(Object.values(classes).reduce((sum, each) => sum + each, 0)).toBe(page.length)
      for (const [kind, value] of Object.entries(classes)) {
        const onPage = page.filter((each) => each === kind).length
        if (kind === 'undecided') expect(value).toBeGreaterThanOrEqual(onPage)
        else expect([kind, value <= onPage]).toEqual([kind, true])
      }
      expect(classes['linux-os']).toBe(page.filter((kind) => kind === 'linux-os').length)
      const words = [...exported.values()].flatMap((points) =>
        points.flatMap(({ attributes }) => Object.values(attributes).map(String)),
      )
      for (const { name } of rows) expect(words).not.toContain(name)
      for (const { subscriptionId } of rows) expect(words).not.toContain(subscriptionId)
    })
  }

  it('count VMs by subscription where the operator asks for it, each VM once', async () => {
    const tenant = await stack.tenant({
      scenario: 'fleet',
      seed: 15,
      vms: 130,
      subscriptions: 4,
      ade: 0.2,
      still: true,
    })
    const now = await tenant.clock({ freeze: true })
    const store = await sqlite!.open()
    expect(
      await collectOnce(
        collector(tenant, store, () => now),
        never,
      ),
    ).toBe(true)
    expect(exported.has('sealwatch.fleet.subscription.vms')).toBe(false)
    const fleet = await readFleet(await ask(getFleet, tenant, 'Chiara Rossi'))
    expect(fleet.gaps).toEqual([])
    const rows = [...fleet.rows.values()]
    const stripOf = (some: readonly FleetRow[]) => countStates(some.map((row) => mergeRow(undefined, row))).byState
    const ofSubscription = (id: string) => rows.filter(({ subscriptionId }) => subscriptionId.toLowerCase() === id)
    const all = [...new Set(rows.map(({ subscriptionId }) => subscriptionId.toLowerCase()))].sort()
    expect(all.length).toBeGreaterThan(2)
    const statesOf = (label: string) =>
      Object.fromEntries(
        (exported.get('sealwatch.fleet.subscription.vms') ?? []).flatMap(({ value, attributes }) =>
          attributes['subscription'] === label ? [[attributes['state'], value]] : [],
        ),
      )
    const labels = () => Object.keys(sumsBy('sealwatch.fleet.subscription.vms', 'subscription')).sort()

    expect(
      await survey(
        collector(tenant, store, () => now, '*'),
        never,
      ),
    ).toMatchObject({ ok: true })
    expect(labels()).toEqual(all)
    for (const id of all) expect(statesOf(id)).toEqual(stripOf(ofSubscription(id)))
    expect(sumsBy('sealwatch.fleet.subscription.vms', 'state')).toEqual(sumsBy('sealwatch.fleet.vms', 'state'))

    // One that the collector cannot read has no number, and everything that is not named counts together.
    const unknown = '00000000-0000-4000-8000-000000000009'
    const [named = ''] = all
    expect(
      await survey(
        collector(tenant, store, () => now, [named, unknown]),
        never,
      ),
    ).toMatchObject({ ok: true })
    expect(labels()).toEqual([named, 'other'])
    expect(statesOf(named)).toEqual(stripOf(ofSubscription(named)))
    expect(statesOf('other')).toEqual(stripOf(rows.filter((row) => !ofSubscription(named).includes(row))))

    await tenant.addFault({ kind: 'deny', routes: ['subscriptions-list'] })
    await survey(
      collector(tenant, store, () => now, '*'),
      never,
    )
    expect(exported.has('sealwatch.fleet.subscription.vms')).toBe(false)
  })

  it('never have more than 100 subscriptions', () => {
    const ids = Array.from({ length: 103 }, (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`)
    const vms = ids.map((id) => ({
      id: `/subscriptions/${id}/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/v`,
      state: 'unknown' as const,
      pass: null,
      osType: null,
      evidenceAt: null,
      facts: null,
      isMember: null,
      possiblyStuck: false,
    }))
    exportFleet({ vms, subscriptions: ids.toReversed(), finished: null }, 0, '*')
    const sums = sumsBy('sealwatch.fleet.subscription.vms', 'subscription')
    expect(sums).toEqual({ ...Object.fromEntries(ids.slice(0, 100).map((id) => [id, 1])), other: 3 })
    exportFleet({ vms, subscriptions: ids, finished: null }, 0, null)
    expect(exported.has('sealwatch.fleet.subscription.vms')).toBe(false)
    // Not all finished work could be read: how much there is, is not known.
    expect(exported.has('sealwatch.fleet.finished_last_day')).toBe(false)
  })

  it('count work that ended within the last day, on VMs of the inventory alone', async () => {
    const tenant = await stack.tenant({ scenario: 'fleet', seed: 16, vms: 10, subscriptions: 1, ade: 1, still: true })
    let now = await tenant.clock({ freeze: true })
    const store = await sqlite!.open()
    const one = collector(tenant, store, () => now)
    expect(await collectOnce(one, never)).toBe(true)
    const machines = await store.db.selectFrom('machines').select(['id', 'vm_id']).orderBy('id').execute()
    const works = ['os-copy', 'os-copy', 'decryption', 'decryption', 'os-copy'] as const
    for (const [at, hoursAgo] of [1, 23, 5, 25, 2].entries()) {
      const ended = now - hoursAgo * hour
      const work = { work: works[at]!, sizeGiB: 30, duration: hour, began: ended - hour, ended, scores: [] }
      expect(await saveFinished(store, machines[at]!.id, [work])).toMatchObject({ ok: true })
    }
    await tenant.deleteVm(machines[4]!.vm_id)
    now = await tenant.clock({ step: 10 * 60_000 })
    expect(await survey(one, never)).toMatchObject({ ok: true })
    const none = countsOf([], workKinds)
    const ended = () => sumsBy('sealwatch.fleet.finished_last_day', 'work')
    expect(ended()).toEqual({ ...none, 'os-copy': 2, decryption: 1 })
    now = await tenant.clock({ step: 23 * hour })
    expect(await survey(one, never)).toMatchObject({ ok: true })
    expect(ended()).toEqual(none)
  })

  it('are not exported for an incomplete inventory, which is no fleet without VMs', async () => {
    const tenant = await stack.tenant({ scenario: 'mixed', seed: 12 })
    const now = await tenant.clock({ freeze: true })
    const one = collector(tenant, await sqlite!.open(), () => now)
    expect(await survey(one, never)).toMatchObject({ ok: true })
    const at = valueOf('sealwatch.fleet.inventory.timestamp')
    expect(exported.has('sealwatch.fleet.vms')).toBe(true)
    for (const fault of [
      { kind: 'null-page', routes: ['resource-graph'], body: 'leftouter' },
      { kind: 'deny', routes: ['subscriptions-list'] },
    ] as const) {
      await tenant.addFault({ ...fault, routes: [...fault.routes] })
      await survey(one, never)
      await tenant.removeFaults()
      expect(valueOf('sealwatch.fleet.inventory.complete')).toBe(0)
      const kept = [...exported.keys()].filter((name) => /fleet|retirement/.test(name)).sort()
      expect(kept).toEqual([
        'sealwatch.fleet.inventory.complete',
        'sealwatch.fleet.inventory.timestamp',
        'sealwatch.retirement.left',
      ])
      expect(valueOf('sealwatch.fleet.inventory.timestamp')).toBe(at)
    }
    expect(await survey(one, never)).toMatchObject({ ok: true })
    expect(valueOf('sealwatch.fleet.inventory.complete')).toBe(1)
  })

  it('count a VM whose observation no longer holds as unknown', async () => {
    const tenant = await stack.tenant({ scenario: 'mixed', seed: 13 })
    let now = await tenant.clock({ freeze: true })
    const one = collector(tenant, await sqlite!.open(), () => now)
    await collectOnce(one, never)
    await survey(one, never)
    const before = sumsBy('sealwatch.fleet.vms', 'state')
    now = await tenant.clock({ step: 24 * 3_600_000 })
    await survey(one, never)
    const after = sumsBy('sealwatch.fleet.vms', 'state')
    const total = (sums: Record<string, number>) => vmStates.reduce((sum, state) => sum + (sums[state] ?? 0), 0)
    expect(total(after)).toBe(total(before))
    expect(after['encrypted']).toBe(0)
    expect(after['not-encrypted']).toBeGreaterThan(0)
    expect(after['unknown']).toBeGreaterThan(before['unknown'] ?? 0)
  })

  it('are exported by one of several collectors: the one that took the last inventory', async () => {
    const tenant = await stack.tenant({ scenario: 'fleet', seed: 14, vms: 10, subscriptions: 1, ade: 0.5, still: true })
    const now = await tenant.clock({ freeze: true })
    const place = await sqlite!.fresh()
    const one = collector(tenant, await sqlite!.open(place), () => now)
    const stopper = new AbortController()
    const running = collect(one, stopper.signal)
    await expect.poll(() => exported.has('sealwatch.fleet.vms')).toBe(true)
    // Another process takes the next inventory: this one withdraws its numbers.
    const { cloud, tenantId } = one.watching
    await one.store.db
      .updateTable('leases')
      .set({ holder: 'another#1' })
      .where('name', '=', `survey|${cloud}|${tenantId}`)
      .execute()
    await expect.poll(() => exported.has('sealwatch.fleet.inventory.complete')).toBe(false)
    expect([...exported.keys()].filter((name) => /fleet|retirement/.test(name))).toEqual([])
    stopper.abort()
    await running
  })
})
