import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import type { HistoryConfig } from '@/lib/config/history-config'
import { readActivity, recordActivity } from './activity'
import { readFleetHistory } from './fleet-history'
import { releaseLease, takeLease } from './leases'
import { schemaStatus } from './migrate'
import { historyBytes, prune } from './prune'
import { readTimeline } from './read-timeline'
import { recordObservations } from './record-observations'
import { openDatabase, openStore, type Store } from './store'
import { useDatabases } from './testing/databases'
import { testConfig } from './testing/databases-config'
import { at, observation, moving, quiet, startOfTime, subscriptionId, vmIdOf } from './testing/observations'
import { dueVms, setTurns, watch } from './watched'

const folder = mkdtempSync(join(tmpdir(), 'sealwatch-faults-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function failureOf(config: HistoryConfig): Promise<string> {
  const opened = await openStore(config)
  if (!opened.ok) return opened.failure.kind
  await opened.value.close()
  return 'none'
}

const write = (store: Store, second = 0) => recordObservations(store, [observation(second, moving(second % 100))])

describe('a history that cannot be used', () => {
  const databases = useDatabases()

  it('is off, unreachable, or not a database', async () => {
    expect(await failureOf({ ...testConfig({ kind: 'sqlite', file: '' }), database: null })).toBe('off')
    const file = join(folder, 'not-a-folder')
    writeFileSync(file, 'x')
    expect(await failureOf(testConfig({ kind: 'sqlite', file: join(file, 'history.sqlite') }))).toBe('unreachable')
    const text = join(folder, 'text.sqlite')
    writeFileSync(text, 'This is a text, and rather longer than a hundred bytes. '.repeat(20))
    expect(await failureOf(testConfig({ kind: 'sqlite', file: text }))).toBe('damaged')
    expect(await failureOf(testConfig({ kind: 'postgres', url: 'postgres://a:b@127.0.0.1:1/x' }))).toBe('unreachable')
    const url = new URL(await databases[1]!.postgres().database())
    url.password = 'wrong'
    expect(await failureOf(testConfig({ kind: 'postgres', url: url.href }))).toBe('refused')
    url.password = 'password'
    url.pathname = '/nothing_here'
    expect(await failureOf(testConfig({ kind: 'postgres', url: url.href }))).toBe('unreachable')
  })

  it('is full at its size limit, and accepts more after the oldest rows are deleted', async () => {
    const store = await databases[0]!.open(undefined, { maxBytes: 3_000_000 })
    const observations = Array.from({ length: 6000 }, (_, index) => observation(index, moving(index % 100)))
    expect(await recordObservations(store, observations)).toMatchObject({ ok: false, failure: { kind: 'full' } })
    const kept = await readTimeline(store, observation(0, quiet), 0)
    expect(kept.ok && kept.value.observations.length > 1000 && kept.value.observations.length % 200).toBe(0)
    const before = await historyBytes(store)
    expect(await prune(store, startOfTime)).toMatchObject({ ok: true, value: { old: 0 } })
    expect(await historyBytes(store)).toBeLessThan(before)
    expect(await write(store, 9000)).toMatchObject({ ok: true })
  })

  it('is locked while another process holds it, and no longer', async () => {
    const database = await databases[0]!.fresh()
    const [store, other] = [await databases[0]!.open(database), await databases[0]!.open(database)]
    await sql`begin immediate`.execute(other.db)
    expect(await write(store)).toMatchObject({ ok: false, failure: { kind: 'locked' } })
    expect(await readTimeline(store, observation(0, quiet), 0)).toMatchObject({ ok: true })
    await sql`commit`.execute(other.db)
    expect(await write(store)).toMatchObject({ ok: true })
  })

  it('may be read-only', async () => {
    const [sqlite, postgres] = [await databases[0]!.open(), await databases[1]!.open()]
    await write(sqlite)
    await write(postgres)
    await sql`pragma query_only = ON`.execute(sqlite.db)
    await sql`set default_transaction_read_only = on`.execute(postgres.db)
    const name = new URL(postgres.config.database?.kind === 'postgres' ? postgres.config.database.url : '').pathname
    await databases[1]!.postgres().query(`alter database ${name.slice(1)} set default_transaction_read_only = on`)
    const again = await openDatabase(postgres.config)
    if (!again.ok) throw new Error(again.failure.kind)
    const readOnly: Store = { ...again.value, config: postgres.config, close: () => again.value.db.destroy() }
    for (const store of [sqlite, readOnly]) {
      expect(await write(store, 60)).toMatchObject({ ok: false, failure: { kind: 'read-only' } })
      expect(await readTimeline(store, observation(0, quiet), 0)).toMatchObject({ value: { observations: [{}] } })
    }
    await readOnly.close()
  })

  it('survives cut connections, also in the middle of a transaction', async () => {
    const store = await databases[1]!.open()
    const cut = (): Promise<void> =>
      databases[1]!
        .postgres()
        .query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sealwatch'`)
    const work = store.db.transaction().execute(async (transaction) => {
      await sql`select 1`.execute(transaction)
      await cut()
      await sql`select pg_sleep(0.05)`.execute(transaction)
    })
    await expect(work).rejects.toThrow()
    for (let round = 0; round < 20 && !(await write(store)).ok; round += 1) await new Promise(setImmediate)
    expect(await write(store, 30)).toMatchObject({ ok: true })
  })

  for (const database of databases) {
    it(`has a newer schema or no schema yet: ${database.name}`, async () => {
      const place = await database.fresh()
      const bare = await openDatabase(testConfig(place))
      if (!bare.ok) throw new Error(bare.failure.kind)
      expect(await schemaStatus(bare.value)).toEqual({
        applied: [],
        pending: [
          '0001-history',
          '0002-watches',
          '0003-states',
          '0004-webhooks',
          '0005-snapshots',
          '0006-trail',
          '0007-ended-tokens',
          '0008-notes',
          '0009-views',
        ],
        unknown: [],
      })
      const early: Store = { ...bare.value, config: testConfig(place), close: () => bare.value.db.destroy() }
      expect((await write(early)).ok).toBe(false)
      const stores = await Promise.all([1, 2, 3].map(() => openStore(testConfig(place))))
      expect(stores.map((store) => store.ok)).toEqual([true, true, true])
      expect(await write(early)).toMatchObject({ ok: true })
      await sql`insert into kysely_migration (name, timestamp) values ('9999-later', 'x')`.execute(early.db)
      expect(await failureOf(testConfig(place))).toBe('schema-newer')
      await early.close()
      for (const store of stores) if (store.ok) await store.value.close()
    })

    it(`deletes by age: ${database.name}`, async () => {
      const store = await database.open(undefined, { keepDays: 1 })
      await recordObservations(store, [
        observation(0, quiet),
        observation(90_000, quiet, { id: vmIdOf('vm2'), vmId: 'm2' }),
      ])
      await recordActivity(store, observation(0, quiet), [{ key: 'log:1', at: at(5), body: {} }])
      expect(await prune(store, startOfTime + 100_000_000)).toEqual({
        ok: true,
        value: { old: 1, forSize: 0, activity: 1, countedFrom: startOfTime + 90_000_000, left: 0 },
      })
      expect(await store.db.selectFrom('machines').select('vm_uid').execute()).toEqual([{ vm_uid: 'm2' }])
      expect(await historyBytes(store)).toBeGreaterThan(0)
    })

    it(`stores activity once, unchanged: ${database.name}`, async () => {
      const store = await database.open()
      const event = { key: 'activity-log:1', at: at(0), body: { operation: 'restart', by: ['a', null] } }
      const later = { key: 'activity-log:2', at: at(1), body: 'x' }
      await recordActivity(store, observation(0, quiet), [event, event])
      await recordActivity(store, observation(0, quiet), [later, { ...event, body: 'changed' }])
      expect(await readActivity(store, { ...observation(0, quiet), id: vmIdOf('VM1') }, 0)).toEqual({
        ok: true,
        value: [event, later],
      })
      expect(await readActivity(store, { ...observation(0, quiet), tenantId: 'other' }, 0)).toEqual({
        ok: true,
        value: [],
      })
    })

    it(`leases to one holder at a time: ${database.name}`, async () => {
      const store = await database.open()
      const lease = (holder: string, now: number) =>
        takeLease(store, { name: 'x', holder, milliseconds: 1000 }, now).then((taken) => taken.ok && taken.value)
      const all = await Promise.all(['a', 'b', 'c', 'd'].map((holder) => lease(holder, 5)))
      expect(all.filter(Boolean)).toHaveLength(1)
      const holder = ['a', 'b', 'c', 'd'][all.indexOf(true)]!
      expect([await lease(holder, 500), await lease('e', 1400), await lease('e', 1500)]).toEqual([true, false, true])
      await releaseLease(store, 'x', holder)
      expect(await lease('f', 1600)).toBe(false)
      await releaseLease(store, 'x', 'e')
      expect(await lease('f', 1600)).toBe(true)
    })

    it(`frees a lease of a clock that was ahead: ${database.name}`, async () => {
      const store = await database.open()
      const lease = (holder: string, now: number) => takeLease(store, { name: 'x', holder, milliseconds: 1000 }, now)
      await lease('ahead', 43_200_000_000)
      expect(await lease('a', 5)).toEqual({ ok: true, value: true })
      expect(await lease('b', 5)).toEqual({ ok: true, value: false })
      // One that another process takes for longer is not.
      await takeLease(store, { name: 'y', holder: 'a', milliseconds: 86_400_000 }, 5)
      const short = { name: 'y', holder: 'b', milliseconds: 1000, longest: 86_400_000 }
      expect(await takeLease(store, short, 5)).toEqual({ ok: true, value: false })
    })

    it(`reads VMs whose turn was set by a clock that was ahead: ${database.name}`, async () => {
      const store = await database.open()
      const watching = { cloud: 'AzureCloud', tenantId: 't' }
      const id = vmIdOf('vm1')
      const vms = [{ id, subscriptionId, fingerprint: 'f' }]
      const dueAfter = async (dueAt: number) => {
        await setTurns(store, watching, [{ id, readAt: null, dueAt }])
        await watch(store, watching, { subscriptions: [subscriptionId], vms, whole: true }, startOfTime)
        return dueVms(store, watching, subscriptionId, startOfTime, 10)
      }
      await dueAfter(startOfTime)
      expect(await dueAfter(startOfTime + 43_200_000_000)).toEqual({ ok: true, value: [id] })
      expect(await dueAfter(startOfTime + store.config.polling.quietMs)).toEqual({ ok: true, value: [] })
    })

    it(`keeps observations where the machine's clock is ahead: ${database.name}`, async () => {
      const store = await database.open(undefined, { keepDays: 1 })
      await recordObservations(store, [observation(0, quiet)])
      await recordActivity(store, observation(0, quiet), [{ key: 'log:1', at: at(5), body: {} }])
      expect(await prune(store, startOfTime + 43_200_000_000)).toEqual({
        ok: true,
        value: { old: 0, forSize: 0, activity: 0, countedFrom: startOfTime, left: 2 },
      })
    })

    it(`counts states over time, of the given VMs only: ${database.name}`, async () => {
      const store = await database.open()
      const other = { id: vmIdOf('vm2'), vmId: 'm2' }
      await recordObservations(store, [
        observation(0, moving(1)),
        observation(50, moving(1)),
        observation(90, quiet),
        observation(900, quiet),
        observation(40, quiet, other),
        observation(4000, moving(3), other),
      ])
      const keys = new Set([vmIdOf('vm1').toLowerCase(), vmIdOf('vm2').toLowerCase()])
      const query = { cloud: 'public', tenantId: 'Tenant-1', vmKeys: keys, from: startOfTime - 60_000, step: 60_000 }
      const both = await readFleetHistory(store, { ...query, moments: 69 })
      const counts = both.ok ? both.value.map((moment) => moment.counts) : []
      const lastKnown = both.ok ? both.value.map((moment) => moment.lastKnown) : []
      expect(counts.slice(0, 4)).toEqual([{}, { encrypting: 1 }, { encrypting: 1 }, { encrypted: 1 }])
      // The first VM still holds for two intervals after its last observation; the second had a gap, so it ends at
      // once.
      expect(counts[10]).toEqual({ encrypted: 1 })
      expect(counts[45]).toEqual({ encrypted: 1 })
      expect(counts[50]).toEqual({})
      expect(counts.at(-1)).toEqual({ encrypting: 1 })
      // Without an observation the earlier state is the last known one, never 0 and never still observed.
      expect(lastKnown.slice(0, 2)).toEqual([{}, {}])
      expect(lastKnown[50]).toEqual({ encrypted: 2 })
      expect(lastKnown.at(-1)).toEqual({ encrypted: 1 })
      for (const [index, held] of counts.entries()) {
        const seen = [...Object.values(held), ...Object.values(lastKnown[index] ?? {})]
        expect(seen.reduce((sum, count) => sum + count, 0)).toBe(Math.min(index, 2))
      }
      const one = await readFleetHistory(store, { ...query, vmKeys: new Set([...keys].slice(1)), moments: 4 })
      expect(one.ok && one.value.map((moment) => moment.counts)).toEqual([{}, {}, {}, {}])
      expect(await readFleetHistory(store, { ...query, vmKeys: new Set(), moments: 1 })).toMatchObject({
        value: [{ counts: {} }],
      })
    })
  }

  it('creates its folder for its own user only', async () => {
    const file = join(folder, 'own', 'history.sqlite')
    expect(await failureOf(testConfig({ kind: 'sqlite', file }))).toBe('none')
    expect(existsSync(file)).toBe(true)
  })
})
