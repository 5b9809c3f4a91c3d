import { sql, type Kysely } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Database } from '@/lib/config/history-config'
import { openDatabase, openStore } from '../store'
import { recordObservations } from '../record-observations'
import type { Tables } from '../schema'
import { useDatabases, type TestDatabase } from '../testing/databases'
import { testConfig } from '../testing/databases-config'
import { moving, observation, vmIdOf } from '../testing/observations'
import { contentOf, filled, place, program, untilSo } from '../testing/transfers'
import { copyStore, type Copied } from './copy'
import type { TransferFailure } from './side'
import { tablesOf, transfers } from './tables'

async function copied(from: Database, to: Database, switchOver = false): Promise<Copied> {
  const done = await copyStore(place(from), place(to), switchOver)
  if (!done.ok) throw new Error(JSON.stringify(done.failure))
  return done.value
}

async function refused(from: Database, to: Database, switchOver = false): Promise<TransferFailure | null> {
  const done = await copyStore(place(from), place(to), switchOver)
  return done.ok ? null : done.failure
}

/** Why a program does not use the database; null where it does. */
async function closedFor(database: Database): Promise<string | null> {
  const opened = await openStore(testConfig(database))
  if (!opened.ok) return opened.failure.kind
  await opened.value.close()
  return null
}

const sumOf = ({ tables }: Copied, what: 'written' | 'deleted'): number =>
  [...tables.values()].reduce((sum, table) => sum + table[what], 0)

async function count(db: Kysely<Tables>, table: string): Promise<number> {
  const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(table)}`.execute(db)
  return rows[0]!.rows
}

describe('a copy', () => {
  const databases = useDatabases()
  const [sqlite, postgres] = databases as readonly [TestDatabase, TestDatabase]
  const ways = [
    { name: 'SQLite to PostgreSQL', from: sqlite, to: postgres },
    { name: 'PostgreSQL to SQLite', from: postgres, to: sqlite },
  ] as const

  for (const database of databases) {
    it(`knows every table of the schema, and its key: ${database.name}`, async () => {
      const store = await database.open()
      const tables = await store.db.introspection.getTables()
      const internal = new Set(['kysely_migration', 'kysely_migration_lock', 'sqlite_sequence'])
      expect(
        tables
          .map(({ name }) => name)
          .filter((name) => !internal.has(name))
          .sort(),
      ).toEqual(Object.keys(transfers).sort())
      const keys = await (
        database.name === 'SQLite'
          ? sql<{ table: string; column: string }>`select m.name as "table", c.name as "column" from sqlite_master m
            join pragma_table_info(m.name) c where m.type = 'table' and c.pk > 0 order by m.name, c.pk`
          : sql<{ table: string; column: string }>`select table_name as "table", column_name as "column"
            from information_schema.table_constraints join information_schema.key_column_usage
            using (table_name, table_schema, constraint_name)
            where constraint_type = 'PRIMARY KEY' and table_schema = 'public' order by table_name, ordinal_position`
      ).execute(store.db)
      for (const table of await tablesOf(store))
        expect(keys.rows.filter((key) => key.table === table.name).map(({ column }) => column)).toEqual(
          table.columns.slice(0, table.keys),
        )
    })
  }

  for (const { name, from, to } of ways) {
    it(`carries every kind of row over, and the numbers of the next ones: ${name}`, async () => {
      const [source, target] = [await filled(await from.fresh()), await to.fresh()]
      const before = await from.open(source)
      await before.db.deleteFrom('activity').where('id', '=', 6).execute()
      const first = await copied(source, target)
      expect([sumOf(first, 'written'), first.switched]).toEqual([Object.keys(transfers).length * 6 - 1, false])
      expect(await closedFor(target)).toBe('copy-unfinished')
      await before.close()
      expect(sumOf(await copied(source, target, true), 'written')).toBe(0)
      const [old, made] = [await from.open(source), await to.open(target)]
      const content = await contentOf(old)
      expect(await contentOf(made)).toEqual(content)
      expect(content['observations']).toMatchObject({ rows: 6, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
      // The source is as it was, and its last event had number 6 although it was deleted.
      const next = { cloud: 'public', tenant_id: 'x', vm_key: 'x', event_key: 'x', happened_at: 1, body: '{}' }
      const inserted = await made.db.insertInto('activity').values(next).returning('id').executeTakeFirstOrThrow()
      expect(inserted.id).toBe(7)
      // A further copy by mistake deletes nothing that was written since.
      expect(await refused(source, target)).toEqual({ side: 'target', kind: 'not-empty', code: null })
    })

    it(`catches up with what was added, changed and deleted: ${name}`, async () => {
      const [source, target] = [await filled(await from.fresh()), await to.fresh()]
      await copied(source, target)
      const store = await from.open(source)
      const { db } = store
      // A machine that is deleted with its rows, and comes back under another number in the same place.
      const machine = await db.selectFrom('machines').where('id', '=', 20).selectAll().executeTakeFirstOrThrow()
      await db.deleteFrom('machines').where('id', '=', 20).execute()
      await db
        .insertInto('machines')
        .values({ ...machine, id: 61 })
        .execute()
      await db.updateTable('observations').where('id', '=', 7).set({ last_seen: 1.9e12 }).execute()
      // The same watch under an id that comes before the one it had.
      const watch = await db.selectFrom('watches').orderBy('id').selectAll().executeTakeFirstOrThrow()
      await db.deleteFrom('watches').where('id', '=', watch.id).execute()
      await db
        .insertInto('watches')
        .values({ ...watch, id: 'a' })
        .execute()
      const content = await contentOf(store)
      await store.close()
      const second = await copied(source, target, true)
      expect(sumOf(second, 'written')).toBe(3)
      expect(await contentOf(await to.open(target))).toEqual(content)
    })

    it(`is continued after kills, and follows a writer until the switch: ${name}`, async () => {
      const [source, target] = [await filled(await from.fresh()), await to.fresh()]
      const store = await from.open(source)
      const many = Array.from({ length: 4000 }, (_one, index) =>
        observation(index * 100_000, moving(index % 100), { id: vmIdOf(`vm-${index % 50}`), vmId: `m-${index % 50}` }),
      )
      for (let start = 0; start < many.length; start += 1000)
        expect(await recordObservations(store, many.slice(start, start + 1000))).toMatchObject({ ok: true })
      const writing = program('writer', JSON.stringify(source), '1')
      await new Promise((resolve) => writing.child.stdout.once('data', resolve))
      // Copying nothing makes the tables of the target, so that its rows can be counted from now on.
      const empty = await from.fresh()
      await from.open(empty)
      expect(sumOf(await copied(empty, target), 'written')).toBe(0)
      const watching = await openDatabase(testConfig(target))
      if (!watching.ok) throw new Error(watching.failure.kind)
      // The last one can be killed while it compares.
      const points = [
        ['machines', 1],
        ['observations', 1000],
        ['observations', 3000],
        ['ended_tokens', 1],
      ] as const
      const ends: string[] = []
      for (const [table, rows] of points) {
        const copying = program('transferrer', 'copy', JSON.stringify(source), JSON.stringify(target))
        await untilSo(copying, async () => (await count(watching.value.db, table)) >= rows)
        copying.child.kill('SIGKILL')
        ends.push(await copying.ended)
        expect(await closedFor(target)).toBe('copy-unfinished')
      }
      expect(ends.slice(0, 3)).toContain('SIGKILL')
      // What is there already is not written again.
      const rest = await copied(source, target)
      const { rows, written } = rest.tables.get('observations')!
      expect(rows - written).toBeGreaterThanOrEqual(4000)
      expect(await refused(source, target, true)).toMatchObject({ side: 'source', kind: 'in-use' })
      writing.child.kill('SIGKILL')
      await writing.ended
      await watching.value.db.destroy()
      const content = await contentOf(store)
      await store.close()
      await copied(source, target, true)
      expect(await contentOf(await to.open(target))).toEqual(content)
    })
  }

  it('refuses the same database, one in use, one that is missing, and one of another version', async () => {
    const [source, target] = [await filled(await sqlite.fresh()), await postgres.fresh()]
    expect(await refused(source, source)).toMatchObject({ side: 'target', kind: 'same-database' })
    const missing = { kind: 'sqlite', file: '/nowhere/history.sqlite' } as const
    expect(await refused(missing, target)).toEqual({ side: 'source', kind: 'unreachable', code: 'ENOENT' })
    expect(await refused(await postgres.fresh(), target)).toMatchObject({ side: 'source', kind: 'schema-older' })
    const unreachable = { kind: 'postgres', url: 'postgres://a:b@127.0.0.1:1/x' } as const
    expect(await refused(source, unreachable)).toMatchObject({ side: 'target', kind: 'unreachable' })
    expect(await refused(unreachable, target)).toMatchObject({ side: 'source', kind: 'unreachable' })
    const other = await filled(await postgres.fresh())
    expect(await refused(source, other)).toMatchObject({ side: 'target', kind: 'not-empty' })
    const store = await postgres.open(other)
    await store.db.selectFrom('leases').execute()
    expect(await refused(other, await sqlite.fresh(), true)).toEqual({
      side: 'source',
      kind: 'in-use',
      code: 'sealwatch',
    })
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', 'x')`.execute(store.db)
    expect(await refused(other, target)).toEqual({ side: 'source', kind: 'schema-newer', code: '9999-later' })
    expect(await refused(source, other)).toEqual({ side: 'target', kind: 'schema-newer', code: '9999-later' })
  })

  it('does not end well where the target is not what was written', async () => {
    const [source, target] = [await filled(await sqlite.fresh()), await postgres.fresh()]
    await copied(source, target)
    const opened = await openDatabase(testConfig(target))
    if (!opened.ok) throw new Error(opened.failure.kind)
    const { db } = opened.value
    await sql`create function meddle() returns trigger language plpgsql as
      $$ begin new.looks = new.looks + 1; return new; end $$`.execute(db)
    await sql`create trigger meddle before insert or update on observations for each row execute function meddle()`.execute(
      db,
    )
    await sql`delete from observations where id = 7`.execute(db)
    expect(await refused(source, target, true)).toEqual({ side: 'target', kind: 'unequal', code: 'observations' })
    expect(await closedFor(target)).toBe('copy-unfinished')
    await db.destroy()
  })
})
