import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenDatabase } from './dialect'
import type { Tables } from './schema'
import { openSqlite, replacedCode } from './sqlite'
import { SqliteThread } from './sqlite-thread'

const folder = mkdtempSync(join(tmpdir(), 'sealwatch-thread-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let opened: OpenDatabase
let db: Kysely<Tables>
let files = 0

beforeEach(async () => {
  files += 1
  opened = await openSqlite(join(folder, `${files}.sqlite`), { maxBytes: 4_000_000 })
  db = opened.db
  await sql`create table t (x integer primary key)`.execute(db)
})
afterEach(() => db.destroy())

const insert = (to: Kysely<Tables>, x: number) => sql`insert into t values (${x})`.execute(to)

async function all(): Promise<readonly number[]> {
  const { rows } = await sql<{ x: number }>`select x from t order by x`.execute(db)
  return rows.map(({ x }) => x)
}

/** Numbers from one, counted by SQLite. */
const counted = (to: number) =>
  sql<{ n: number }>`with recursive c(n) as (select 1 union all select n + 1 from c where n < ${to})
    select max(n) as n from c`.execute(db)

describe('the thread of SQLite', () => {
  it('leaves the event loop to others during a long statement', async () => {
    const long = { isDone: false }
    const done = counted(300_000).finally(() => (long.isDone = true))
    let turns = 0
    for (; !long.isDone; turns += 1) await new Promise(setImmediate)
    expect((await done).rows).toEqual([{ n: 300_000 }])
    expect(turns).toBeGreaterThan(5)
  })

  it('passes on what SQLite says of a failure', async () => {
    await insert(db, 1)
    await expect(insert(db, 1)).rejects.toMatchObject({ name: 'SqliteError', code: 'SQLITE_CONSTRAINT_PRIMARYKEY' })
    await expect(sql`select * from nothing`.execute(db)).rejects.toMatchObject({ code: 'SQLITE_ERROR' })
    await sql`pragma query_only = ON`.execute(db)
    await expect(insert(db, 2)).rejects.toMatchObject({ code: 'SQLITE_READONLY' })
    await sql`pragma query_only = OFF`.execute(db)
    await expect(
      db.transaction().execute(async (one) => {
        await insert(one, 3)
        await sql`create table large as select randomblob(8000000) as bytes`.execute(one)
      }),
    ).rejects.toMatchObject({ code: 'SQLITE_FULL' })
    expect(await all()).toEqual([1])
  })

  it('says how many rows changed, and the id of a new one', async () => {
    const first = await insert(db, 7)
    expect([first.numAffectedRows, first.insertId]).toEqual([1n, 7n])
    expect((await sql`update t set x = x + 1 where x > 100`.execute(db)).numAffectedRows).toBe(0n)
  })

  it('lets nothing into a transaction that is not part of it', async () => {
    const order: string[] = []
    const transaction = db.transaction().execute(async (one) => {
      await insert(one, 1)
      order.push('inside')
      await new Promise(setImmediate)
      await insert(one, 2)
      order.push('end')
    })
    const beside = all().then((rows) => order.push(`sees ${rows.join()}`))
    const next = db.transaction().execute(async (one) => {
      await insert(one, 3)
      throw new Error('given up')
    })
    await expect(Promise.all([transaction, beside, next])).rejects.toThrow('given up')
    await beside
    expect(order).toEqual(['inside', 'end', 'sees 1,2'])
    expect(await all()).toEqual([1, 2])
  })

  it('knows the columns of a table that has changed since', async () => {
    await insert(db, 1)
    const select = () => sql`select * from t`.execute(db)
    expect((await select()).rows).toEqual([{ x: 1 }])
    await sql`alter table t add column y integer`.execute(db)
    expect((await select()).rows).toEqual([{ x: 1, y: null }])
  })

  it('carries out what it was given before it is closed, and nothing afterwards', async () => {
    const thread = await SqliteThread.start(':memory:', {})
    const counted = thread.run([{ sql: 'select 1 as n', parameters: [] }])
    await thread.close()
    expect(await counted).toEqual([{ rows: [{ n: 1 }] }])
    await expect(thread.run([])).rejects.toThrow('ended')
  })

  it('is no way to the file any more once it has ended: the history is opened anew', async () => {
    expect(opened.file?.moved()).toBeNull()
    await db.destroy()
    expect(opened.file?.moved()).toEqual({ kind: 'unreachable', code: replacedCode })
  })
})
