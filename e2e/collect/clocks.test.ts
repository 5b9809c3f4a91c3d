import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { sql } from 'kysely'
import type { Store } from '@/lib/store/store'
import { useDatabases } from '@/lib/store/testing/databases'
import { noteWrite } from '@/lib/usecases/history/health'
import { collect } from '@/lib/usecases/collect/run'
import { testCollector } from '@/lib/usecases/collect/testing/test-collector'
import { closeHistory } from '@/lib/usecases/history/handle'
import { startStack, type Stack } from '../faults/support'
import type { TenantClient } from '../simulator/control/client'
import { collectorEnvironment, startCollector } from './support'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack.stop())

const databases = useDatabases()
const postgres = databases.find(({ name }) => name === 'PostgreSQL')
const sqlite = databases.find(({ name }) => name === 'SQLite')
const small = { scenario: 'fleet', seed: 21, vms: 6, subscriptions: 1, ade: 1, still: true } as const
const polling = { movingMs: 30_000, quietMs: 900_000 }

async function surveyLease(store: Store): Promise<{ readonly holder: string; readonly until: number } | undefined> {
  return store.db.selectFrom('leases').where('name', 'like', 'survey|%').select(['holder', 'until']).executeTakeFirst()
}

it.each([
  ['ahead of', 3600],
  ['behind', -7200],
])(
  'a collector whose clock is %s that of the database takes turns by the database’s, and says so',
  async (_, apart) => {
    const tenant = await stack.tenant(small)
    const place = await postgres?.fresh()
    if (place?.kind !== 'postgres' || postgres === undefined) throw new Error('no PostgreSQL')
    const store = await postgres.open(place)
    // The process has a wrong clock from its start on.
    const shift = `const now=Date.now;Date.now=()=>now()+${apart * 1000}`
    const collector = startCollector(stack, tenant, {
      DATABASE_URL: place.url,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(shift)}`,
    })
    await collector.said('read')
    const { rows } = await sql<{ now: number; due: number }>`select
    (extract(epoch from clock_timestamp()) * 1000)::bigint as now,
    (select max(due_at) from watched_vms)::bigint as due`.execute(store.db)
    const [{ now, due } = { now: 0, due: 0 }] = rows
    const { until } = (await surveyLease(store)) ?? { until: 0 }
    // Others would find every turn over, or never theirs, with the times of the wrong clock.
    expect(until - now).toBeLessThanOrEqual(60_000)
    expect(until - now).toBeGreaterThan(-120_000)
    expect(due - now).toBeLessThanOrEqual(polling.quietMs)
    expect(due - now).toBeGreaterThan(-120_000)
    const difference = collector.lines.find(({ event }) => event === 'clocks-differ')
    expect(difference?.level).toBe('warn')
    expect(Math.abs(Number(difference?.['seconds']) - apart)).toBeLessThan(60)
    // Observations have Azure's time all the same.
    const seen = await store.db.selectFrom('observations').select('last_seen').execute()
    for (const { last_seen } of seen) expect(Math.abs(last_seen - now)).toBeLessThan(600_000)
    expect(await collector.stop()).toBe(0)
  },
)

/** A collector in this process, and what it exports. */
async function running(tenant: TenantClient, now: () => number) {
  if (sqlite === undefined) throw new Error('no SQLite')
  const { collector, events } = testCollector(collectorEnvironment(tenant), await sqlite.open(), { polling, now })
  const stopper = new AbortController()
  const ended = collect(collector, stopper.signal)
  return {
    store: collector.store,
    events,
    stop: () => {
      stopper.abort()
      return ended
    },
  }
}

afterEach(async () => {
  globalThis.sealwatchTelemetry = undefined
  await closeHistory()
})

it('an inventory that takes longer than a minute is no other collector’s meanwhile', async () => {
  const tenant = await stack.tenant(small)
  let now = await tenant.clock({ freeze: true })
  await tenant.addFault({ kind: 'delay', routes: ['resource-graph'], milliseconds: 120_000 })
  const one = await running(tenant, () => now)
  await expect.poll(() => surveyLease(one.store)).toBeDefined()
  const first = await surveyLease(one.store)
  for (let minutes = 0; minutes < 2; minutes += 1) {
    now += 60_000
    await expect.poll(async () => (await surveyLease(one.store))?.until).toBeGreaterThan(now)
    expect((await surveyLease(one.store))?.holder).toBe(first?.holder)
  }
  await one.stop()
  expect(await surveyLease(one.store)).toBeUndefined()
})

it('a collector that cannot use the history exports no number of VMs, which another may export', async () => {
  const exported = new Set<string>()
  globalThis.sealwatchTelemetry = {
    add: () => undefined,
    record: () => undefined,
    levels: (name, points) => void (points.length === 0 ? exported.delete(name) : exported.add(name)),
    begin: () => ({ handle: undefined, end: () => undefined }),
    end: () => Promise.resolve(),
  }
  const tenant = await stack.tenant(small)
  const one = await running(tenant, () => Date.now())
  await expect.poll(() => exported.has('sealwatch.fleet.vms')).toBe(true)
  noteWrite({ kind: 'unreachable', code: 'ECONNREFUSED' })
  await expect.poll(() => one.events.some(({ event }) => event === 'unusable')).toBe(true)
  expect(exported.has('sealwatch.fleet.vms')).toBe(false)
  expect(exported.has('sealwatch.retirement.vms')).toBe(false)
  await one.stop()
})
