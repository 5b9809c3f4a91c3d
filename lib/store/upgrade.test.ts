import { Migrator, sql, type Kysely } from 'kysely'
import { describe, expect, it, vi } from 'vitest'
import type { Database } from '@/lib/config/history-config'
import type { OpenDatabase } from './dialect'
import { insertAuditEvent } from './audit-log/write'
import { migrate, schemaStatus } from './migrate'
import { migrationsFor } from './migrations'
import { readTimeline } from './read-timeline'
import { recordObservations } from './record-observations'
import { migrateDatabase, openDatabase, openStore, type Store } from './store'
import { useDatabases } from './testing/databases'
import { testConfig } from './testing/databases-config'
import { fillEveryKind } from './testing/every-kind'
import { moving, observation, quiet, startOfTime, vmIdOf } from './testing/observations'
import { previousVersion } from './testing/previous-version'
import { follow, follower, watchOfVm } from './testing/watches'
import { observedSeconds, startWriter } from './testing/writers'
import { tablesOf } from './transfer/tables'
import { watchesOfPerson } from './watches/watches'

const steps = Object.keys(migrationsFor('sqlite'))
const newest = steps.at(-1) ?? ''
const previous = steps.at(-2) ?? ''

/** Null where git does not have the previous version, as in a shallow clone. */
const previousProgram = previousVersion()

/** A database as the version of that migration left it. */
async function databaseAt(step: string, database: Database): Promise<OpenDatabase> {
  const opened = await openDatabase(testConfig(database))
  if (!opened.ok) throw new Error(opened.failure.kind)
  const { db, dialect } = opened.value
  const provider = { getMigrations: () => Promise.resolve(migrationsFor(dialect)) }
  const { error } = await new Migrator({ db, provider }).migrateTo(step)
  expect(error).toBeUndefined()
  return opened.value
}

type Rows = readonly Readonly<Record<string, unknown>>[]

const rowsIn = async (db: Kysely<never>, table: string): Promise<Rows> => {
  const { rows } = await sql<Readonly<Record<string, unknown>>>`select * from ${sql.table(table)}`.execute(db)
  return [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

async function everyRow(database: OpenDatabase): Promise<Map<string, Rows>> {
  const found = new Map<string, Rows>()
  for (const { name } of await tablesOf(database))
    found.set(name, await rowsIn(database.db as unknown as Kysely<never>, name))
  return found
}

/** Rows without the columns that a later migration has added. */
const before = (rows: Rows, like: Rows): Rows => {
  const names = Object.keys(like[0] ?? {})
  return rows
    .map((row) => Object.fromEntries(names.map((name) => [name, row[name]])))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

/** Work of a server and a collector, as each version since the watches does it. */
async function work(store: Store, second: number, name: string): Promise<void> {
  const vm = { id: vmIdOf(name), vmId: name }
  expect(await recordObservations(store, [observation(second, moving(second % 100), vm)])).toMatchObject({ ok: true })
  expect(await readTimeline(store, observation(second, quiet, vm), 0)).toMatchObject({ ok: true })
  await follow(store, watchOfVm(name))
  const listed = await watchesOfPerson(store, follower)
  expect(listed.ok && listed.value.some(({ target }) => target.kind === 'vm' && target.id === vm.id)).toBe(true)
  const event = { at: Date.now(), kind: 'sign-out', who: null, address: null, subject: name, detail: {} } as const
  expect(await insertAuditEvent(store, event)).toMatchObject({ ok: true })
}

const storeOf = (database: OpenDatabase, place: Database): Store => ({
  ...database,
  config: testConfig(place),
  close: () => database.db.destroy(),
})

describe('an upgrade', () => {
  const databases = useDatabases()

  it('waits while another process writes to SQLite', async () => {
    const place = await databases[0]!.fresh()
    const old = await databaseAt(previous, place)
    await sql`begin immediate`.execute(old.db)
    const pauses = vi.spyOn(globalThis, 'setTimeout')
    const migrated = migrateDatabase(testConfig(place))
    // Refused once, it pauses.
    while (pauses.mock.calls.length === 0) await new Promise(setImmediate)
    pauses.mockRestore()
    await sql`commit`.execute(old.db)
    expect(await migrated).toEqual({ ok: true, value: [newest] })
    await old.db.destroy()
  })

  for (const database of databases) {
    for (const step of steps.slice(0, -1)) {
      it(`keeps rows of every kind from ${step}: ${database.name}`, async () => {
        const place = await database.fresh()
        const old = await databaseAt(step, place)
        await fillEveryKind(old, Date.now())
        if (step === '0005-snapshots')
          await sql`insert into snapshot_events (snapshot_id, kind, at) select id, 'made', 5 from snapshots`.execute(
            old.db,
          )
        const kept = await everyRow(old)
        const applied = await migrate(old)
        expect(applied).toEqual({ ok: true, value: steps.slice(steps.indexOf(step) + 1) })
        const found = await everyRow(old)
        for (const [table, rows] of kept) {
          expect(rows.length, table).toBe(6)
          expect(before(found.get(table) ?? [], rows), table).toEqual(rows)
        }
        expect(found.get('machine_states')).toHaveLength(6)
        if (step === '0005-snapshots') {
          const events = await old.db.selectFrom('trail').select(['kind', 'at', 'person_id']).execute()
          expect(events).toEqual(
            Array.from({ length: 6 }, () => ({ kind: 'snapshot-made', at: 5, person_id: 'person-1' })),
          )
        }
        await old.db.destroy()
        const store = await database.open(place)
        await work(store, 0, 'vm-after')
        const timeline = await readTimeline(store, observation(0, quiet, { id: vmIdOf('vm-A'), vmId: 'uid-2' }), 0)
        const seen = { facts: { state: 'encrypted' }, firstSeen: new Date(startOfTime).toISOString() }
        expect(timeline).toMatchObject({ ok: true, value: { unreadable: 0, observations: [seen] } })
      })
    }

    it(`of one of two servers lets the other one go on: ${database.name}`, async () => {
      const place = await database.fresh()
      // The server of the previous version has it open. Its statements are those of this version for the tables that it has.
      const old = storeOf(await databaseAt(previous, place), place)
      await work(old, 0, 'vm-old')
      const store = await database.open(place)
      expect(await schemaStatus(store)).toMatchObject({ applied: steps, pending: [] })
      const turns = Array.from({ length: 20 }, (_one, index) => index + 1)
      await Promise.all([
        ...turns.map((second) => work(old, second, 'vm-old')),
        ...turns.map((second) => work(store, second, 'vm-new')),
      ])
      for (const each of [old, store])
        for (const name of ['vm-old', 'vm-new'])
          expect(await readTimeline(each, observation(0, quiet, { id: vmIdOf(name), vmId: name }), 0)).toMatchObject({
            value: { unreadable: 0 },
          })
      await old.close()
    })

    it.skipIf(previousProgram === null)(`lets a program of the previous version go on: ${database.name}`, async () => {
      const place = await database.fresh()
      const old = startWriter(place, 0, previousProgram ?? '')
      const writers = [old]
      const store = await (async () => {
        try {
          await old.after(3)
          const opened = await database.open(place)
          expect(await schemaStatus(opened)).toMatchObject({ applied: steps, pending: [], unknown: [] })
          // Both write one VM at the same time.
          const since = old.acknowledged.length
          const young = startWriter(place, 1)
          writers.push(young)
          await Promise.all([young.after(20), old.after(since + 20)])
          return opened
        } finally {
          for (const { process } of writers) process.kill('SIGKILL')
          await Promise.all(writers.map(({ ended }) => ended))
        }
      })()
      const shared = await observedSeconds(store, 'vm-shared')
      for (const [number, { acknowledged }] of writers.entries()) {
        const own = await observedSeconds(store, `vm-${number}`)
        expect(acknowledged.filter((second) => !own(second + number) || !shared(second + number))).toEqual([])
      }
      // Started again, it refuses the newer schema.
      expect(await startWriter(place, 0, previousProgram ?? '').ended).toContain('schema-newer')
    })

    it(`cannot be taken back: ${database.name}`, async () => {
      const place = await database.fresh()
      const newer = await databaseAt(newest, place)
      await sql`insert into kysely_migration (name, timestamp) values ('9999-later', 'x')`.execute(newer.db)
      const refused = await openStore(testConfig(place))
      expect(refused.ok ? null : refused.failure).toEqual({ kind: 'schema-newer', code: '9999-later' })
      await newer.db.destroy()
    })
  }
})
