import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTimeline } from '@/lib/store/read-timeline'
import type { Store } from '@/lib/store/store'
import { useDatabases } from '@/lib/store/testing/databases'
import { readSubscription } from '@/lib/usecases/collect/read-subscription'
import { collect, collectOnce } from '@/lib/usecases/collect/run'
import { survey } from '@/lib/usecases/collect/survey'
import { testCollector } from '@/lib/usecases/collect/testing/test-collector'
import type { Observation } from '@/lib/timeline/observation'
import { forgetLimits, startStack, type Stack } from '../faults/support'
import { ofTier } from '../fixtures/tier'
import type { TenantClient } from '../simulator/control/client'
import type { LogEntry } from '../simulator/control/truth'
import { collectorEnvironment } from './support'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack.stop())

const never = new AbortController().signal
const polling = { movingMs: 30_000, quietMs: 900_000 }

async function timeline(store: Store, tenant: TenantClient, id: string, vmId: string | null) {
  const read = await readTimeline(store, { cloud: 'public', tenantId: tenant.tenantId, id, vmId }, 0)
  if (!read.ok) throw new Error(read.failure.kind)
  return read.value.observations
}

const readsOf = async (tenant: TenantClient): Promise<Map<string, number[]>> => {
  const { entries } = await tenant.traffic({ route: 'vm-get', limit: 1_000_000 })
  const times = new Map<string, number[]>()
  for (const { path, at } of entries) {
    const key = (path.split('?')[0] ?? '').toLowerCase()
    times.set(key, [...(times.get(key) ?? []), at])
  }
  return times
}

const hour = 3_600_000
const wholeRuns: ReadonlySet<string> = new Set(['vm-offline-all', 'vm-online-all', 'vm-failure', 'vm-decryption'])

/** A new seed for each run, printed so that a failure can be reproduced. */
function drawn(): number {
  const seed = Math.floor(Math.random() * 1_000_000)
  console.info(`seed ${seed}`)
  return seed
}

/** The fields that both the fake Azure's log and an observation contain for a given time. */
interface ReportedState {
  readonly power: string | null
  readonly message: string | null
  readonly stamped: readonly string[]
}

function reportedBy({ state }: LogEntry): ReportedState {
  const stamped = Object.entries(state.stamps).filter(([, word]) => word === 'EncryptionState/encrypted')
  return { power: state.power, message: state.message, stamped: stamped.map(([disk]) => disk).sort() }
}

function rowSeen({ facts }: Observation): ReportedState {
  const stamped = facts.disks.filter(({ stamp }) => stamp === 'encrypted')
  return {
    power: facts.power,
    message: facts.message?.text ?? null,
    stamped: stamped.map(({ name }) => name).sort(),
  }
}

const same = (one: ReportedState, other: ReportedState): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The state of a VM at a given time, by the fake Azure's log. */
const logAt = (log: readonly LogEntry[], at: number): LogEntry | undefined => log.findLast((entry) => entry.at <= at)

/** Transitions that lasted at least one interval and were not observed within one. */
function missed(
  log: readonly LogEntry[],
  seen: readonly Observation[],
  when: { readonly interval: number; readonly unwatched: { readonly from: number; readonly to: number } },
): readonly string[] {
  return log.flatMap((entry, index) => {
    const until = log[index + 1]?.at ?? Number.POSITIVE_INFINITY
    const dark = entry.at > when.unwatched.from - when.interval && entry.at < when.unwatched.to
    if (dark || until - entry.at < when.interval) return []
    const inTime = seen.some(
      (observation) =>
        same(rowSeen(observation), reportedBy(entry)) &&
        Date.parse(observation.firstSeen) <= entry.at + when.interval &&
        Date.parse(observation.lastSeen) >= entry.at,
    )
    return inTime ? [] : [`${entry.what} ${JSON.stringify(reportedBy(entry))}`]
  })
}

/** Observations that contradict the fake Azure's log. */
function invented(log: readonly LogEntry[], seen: readonly Observation[]): readonly string[] {
  return seen.flatMap((observation) => {
    const then = logAt(log, Date.parse(observation.firstSeen))
    return then === undefined || same(rowSeen(observation), reportedBy(then))
      ? []
      : [`${observation.firstSeen} ${JSON.stringify(rowSeen(observation))} for ${JSON.stringify(reportedBy(then))}`]
  })
}

describe('the collector', () => {
  const databases = useDatabases()
  for (const database of databases) {
    it(`reads VMs in motion every interval, and others when they change: ${database.name}`, async () => {
      const tenant = await stack.tenant({ scenario: 'timeline', seed: 1 })
      let now = await tenant.clock({ freeze: true })
      const subscription = (await tenant.summary()).subscriptions[0]!.id
      const store = await database.open()
      const { collector, events } = testCollector(collectorEnvironment(tenant), store, { polling, now: () => now })
      const step = async (seconds: number, surveys = true): Promise<Map<string, number[]>> => {
        now = await tenant.clock({ step: seconds * 1000 })
        await tenant.clearTraffic()
        if (surveys) expect(await collectOnce(collector, never)).toBe(true)
        else await readSubscription(collector, subscription, never)
        return readsOf(tenant)
      }
      const first = await step(60)
      const vm = (await tenant.vms()).find(({ name }) => name === 'vm-offline-all')
      if (vm === undefined) throw new Error('no VM')
      // Not encrypted yet: the inventory is enough, and the VM itself is not read.
      expect(first.has(vm.id.toLowerCase())).toBe(false)
      expect((await timeline(store, tenant, vm.id, vm.vmId)).map(({ facts }) => facts.depth)).toEqual(['inventory'])
      await tenant.changeVm({ id: vm.id, plan: 'linux-offline-all' })
      expect((await step(120)).get(vm.id.toLowerCase())).toHaveLength(1)
      expect((await step(10, false)).has(vm.id.toLowerCase())).toBe(false)
      for (let round = 0; round < 3; round += 1) {
        const reads = await step(30, false)
        expect(reads.get(vm.id.toLowerCase())).toHaveLength(1)
        for (const each of reads.values()) expect(each).toHaveLength(1)
      }
      const seen = await timeline(store, tenant, vm.id, vm.vmId)
      expect(seen.at(-1)).toMatchObject({ source: 'collector', lastSeen: new Date(now).toISOString() })
      expect(seen.at(-1)?.facts.extension).not.toBeNull()
      expect(events.filter(({ event }) => event === 'failed')).toEqual([])
      // A deleted VM is no longer watched.
      await tenant.deleteVm(vm.id)
      await step(120)
      expect((await step(60, false)).has(vm.id.toLowerCase())).toBe(false)
    })
  }

  for (const database of ofTier({ part: databases.slice(0, 1), whole: databases })) {
    it(`records whole runs as in the fake Azure's log, and hours without a reading: ${database.name}`, async () => {
      const tenant = await stack.tenant({ scenario: 'timeline', seed: drawn(), bucketScale: 1000 })
      const interval = 300_000
      const store = await database.open()
      let now = await tenant.clock({ freeze: true })
      const began = now
      const even = { movingMs: interval, quietMs: interval }
      const { collector, events } = testCollector(collectorEnvironment(tenant), store, {
        polling: even,
        now: () => now,
      })
      const runs = (await tenant.vms()).filter(({ name }) => wholeRuns.has(name))
      expect(runs).toHaveLength(wholeRuns.size)
      for (const { id, plan } of runs) await tenant.changeVm({ id, plan: plan ?? '' })
      const unwatched = { from: began + 3 * hour, to: began + 5 * hour }
      while (now < began + 20 * hour) {
        now = await tenant.clock({ step: interval })
        if (now > unwatched.from && now < unwatched.to) continue
        forgetLimits()
        expect(await collectOnce(collector, never)).toBe(true)
      }
      expect(events.filter(({ event }) => event === 'failed')).toEqual([])
      for (const { id, vmId, name } of runs) {
        const log = await tenant.log({ id })
        const seen = (await timeline(store, tenant, id, vmId)).filter(({ facts }) => facts.depth === 'vm')
        expect(missed(log, seen, { interval, unwatched }), name).toEqual([])
        expect(invented(log, seen), name).toEqual([])
        const across = seen.filter(
          ({ firstSeen, lastSeen }) => Date.parse(firstSeen) <= unwatched.from && Date.parse(lastSeen) >= unwatched.to,
        )
        expect(across, `${name}: nothing is claimed for hours without a reading`).toEqual([])
      }
    })
  }

  it('shares VMs over four collectors, none read twice in an interval, each subscription by one at a time', async () => {
    const [, postgres] = databases
    if (postgres === undefined) throw new Error('no PostgreSQL')
    const tenant = await stack.tenant({ scenario: 'fleet', seed: 2, vms: 120, subscriptions: 16, ade: 1, still: true })
    const place = await postgres.fresh()
    const stores = await Promise.all([1, 2, 3, 4].map(() => postgres.open(place)))
    const interval = 1500
    const short = { movingMs: interval, quietMs: interval }
    const collectors = stores.map((store) => testCollector(collectorEnvironment(tenant), store, { polling: short }))
    const stopper = new AbortController()
    const running = collectors.map(({ collector }) => collect(collector, stopper.signal))
    let reads = await readsOf(tenant)
    const slowest = (): number => Math.min(...[...reads.values()].map((times) => times.length))
    const atWork = (): number => collectors.filter(({ events }) => events.some(({ event }) => event === 'read')).length
    // The first collector takes all available work; on a busy machine the others get work later.
    const isEnough = async (): Promise<boolean> => {
      reads = await readsOf(tenant)
      return reads.size === 120 && slowest() >= 3 && atWork() > 1
    }
    await expect.poll(isEnough, { interval: 250 }).toBe(true)
    stopper.abort()
    await Promise.all(running)
    reads = await readsOf(tenant)
    expect([reads.size, slowest()]).toEqual([120, expect.any(Number)])
    expect(slowest()).toBeGreaterThanOrEqual(3)
    for (const times of reads.values()) {
      for (const [index, time] of times.entries()) {
        // Sent within a millisecond of the plan; the fake Azure uses this machine's clock.
        if (index > 0) expect(time - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(interval - 1)
      }
    }
    expect(atWork()).toBeGreaterThan(1)
    expect(collectors.flatMap(({ events }) => events.filter(({ event }) => event === 'failed'))).toEqual([])
    expect((await tenant.traffic({ limit: 0 })).counts['vm-get']).not.toHaveProperty('429')
  })

  it('reports what is wrong', async () => {
    const [sqlite] = databases
    const tenant = await stack.tenant({ scenario: 'fleet', seed: 3, vms: 10, subscriptions: 1, ade: 0.5, still: true })
    const store = await sqlite!.open()
    const { collector } = testCollector(collectorEnvironment(tenant), store, { polling })
    await tenant.addFault({ kind: 'deny', routes: ['subscriptions-list'] })
    expect(await survey(collector, never)).toEqual({ ok: false, failure: 'arm-denied' })
    await tenant.removeFaults()
    expect(await survey(collector, never)).toMatchObject({ ok: true })
  })

  it('ends a single run badly where the history fails on the way, which is no reading', async () => {
    const [sqlite] = databases
    const tenant = await stack.tenant({ scenario: 'fleet', seed: 3, vms: 10, subscriptions: 1, ade: 1, still: true })
    const store = await sqlite!.open()
    const { collector, events } = testCollector(collectorEnvironment(tenant), store, { polling })
    await sql`create trigger stopped before insert on observations begin select raise(abort, 'stopped'); end`.execute(
      store.db,
    )
    expect(await collectOnce(collector, never)).toBe(false)
    expect(events.map(({ event }) => event)).toEqual(['surveyed', 'failed'])
    expect(events.at(-1)).toMatchObject({ what: 'read' })
    await sql`drop trigger stopped`.execute(store.db)
    expect(await collectOnce(collector, never)).toBe(true)
    expect(events.at(-1)).toMatchObject({ event: 'read', read: 10, failed: 0 })
  })
})
