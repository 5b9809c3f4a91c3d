import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { StoreFailure } from './failure'
import { schemaStatus } from './migrate'
import { openPostgres } from './postgres'
import { probeStore } from './probe'
import { openDatabase, openStore } from './store'
import { useDatabases } from './testing/databases'
import { testConfig } from './testing/databases-config'

const databases = useDatabases()

/** A database on which an owner ran the statements, and its URL for another role. */
async function place(migrated: boolean, ...statements: readonly string[]): Promise<string> {
  const database = databases[1]!
  const made = await database.fresh()
  if (made.kind !== 'postgres') throw new Error('not PostgreSQL')
  if (migrated) await database.open(made)
  const owner = await openPostgres({ url: made.url, password: null })
  const role = `lesser_${new URL(made.url).pathname.slice(6, 16)}`
  await sql.raw(`create role ${role} login password 'p'`).execute(owner.db)
  for (const statement of statements) await sql.raw(statement.replaceAll('ROLE', role)).execute(owner.db)
  await owner.db.destroy()
  const url = new URL(made.url)
  url.username = role
  url.password = 'p'
  return url.href
}

async function opening(url: string): Promise<StoreFailure | null> {
  const opened = await openStore(testConfig({ kind: 'postgres', url }))
  if (!opened.ok) return opened.failure
  await opened.value.close()
  return null
}

describe('a role of PostgreSQL that may not use the history', () => {
  it('is refused, whether or not the schema is current, where it may not read what was migrated', async () => {
    for (const statement of ['select 1', `delete from kysely_migration where name > '0005'`])
      expect(await opening(await place(true, statement))).toEqual({ kind: 'refused', code: '42501' })
  })

  it('is refused where it may use no schema: the missing tables are not a missing migration', async () => {
    const url = await place(true, 'revoke usage on schema public from public')
    expect(await opening(url)).toEqual({ kind: 'refused', code: '3F000' })
    const bare = await openDatabase(testConfig({ kind: 'postgres', url }))
    if (!bare.ok) throw new Error(bare.failure.kind)
    await expect(schemaStatus(bare.value)).rejects.toMatchObject({ code: '3F000' })
    await bare.value.db.destroy()
  })

  it('finds the schema older where it may read that, and not migrate', async () => {
    expect(await opening(await place(false))).toEqual({ kind: 'schema-older', code: '42501' })
    const url = await place(
      true,
      `delete from kysely_migration where name > '0005'`,
      'grant select, insert, update, delete on all tables in schema public to ROLE',
    )
    expect(await opening(url)).toEqual({ kind: 'schema-older', code: '42501' })
  })

  it('is refused without a password', async () => {
    for (const password of ['', 'p']) {
      const url = new URL(await place(true))
      url.password = password
      const code = password === '' ? 'no-password' : '42501'
      expect(await opening(url.href)).toEqual({ kind: 'refused', code })
    }
  })

  it('finds a table missing that was there, without a word about migrations', async () => {
    const store = await databases[1]!.open()
    await sql`drop table leases`.execute(store.db)
    expect(await probeStore(store, false, 0)).toEqual({ kind: 'failed', code: '42P01' })
  })
})
