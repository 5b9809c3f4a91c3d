import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { openPostgres } from './postgres'
import { postgresQueue } from './postgres-queue'
import { useDatabases } from './testing/databases'

const [, database] = useDatabases()
const options = { concurrency: 1, onError: () => undefined }

it('is created although another collector creates it at the same time and each waits for the other', async () => {
  const made = await database!.fresh()
  if (made.kind !== 'postgres') throw new Error('not PostgreSQL')
  const address = { url: made.url, password: null }
  const start = () => postgresQueue(address, () => Promise.resolve(), options)
  await (await start()).stop()
  const { db } = await openPostgres(address)
  const second = await db.connection().execute(async (other) => {
    await sql`create temp table kept as select * from pgboss.queue where name = 'sealwatch-collect'`.execute(other)
    await sql`select pgboss.delete_queue('sealwatch-collect')`.execute(other)
    // The other collector, up to where it locks the table; PostgreSQL must end the one under test.
    await sql`begin`.execute(other)
    await sql`set local deadlock_timeout = '60s'`.execute(other)
    await sql`insert into pgboss.queue select * from kept`.execute(other)
    const starting = start()
    const waiting = sql<{ count: string }>`select count(*) from pg_stat_activity where wait_event_type = 'Lock'`
    const held = async () => Number((await waiting.execute(db)).rows[0]?.count)
    await expect.poll(held).toBeGreaterThan(0)
    await sql`lock table pgboss.queue in share row exclusive mode`.execute(other)
    await sql`rollback`.execute(other)
    return starting
  })
  await expect(second.push(['vm'])).resolves.toBeUndefined()
  await second.stop()
  await db.destroy()
})

it('reports a job that the database cannot complete, and goes on with the next one', async () => {
  const made = await database!.fresh()
  if (made.kind !== 'postgres') throw new Error('not PostgreSQL')
  const address = { url: made.url, password: null }
  const { db } = await openPostgres(address)
  const [started, errors]: [string[], unknown[]] = [[], []]
  const worker = async (key: string): Promise<void> => {
    if (key === 'first') await sql`alter schema pgboss rename to away`.execute(db)
    started.push(key)
  }
  const queue = await postgresQueue(address, worker, { concurrency: 1, onError: (error) => errors.push(error) })
  await queue.push(['first'])
  await expect.poll(() => errors.length).toBeGreaterThan(0)
  await sql`alter schema away rename to pgboss`.execute(db)
  await queue.push(['second'])
  await expect.poll(() => started).toEqual(['first', 'second'])
  await queue.stop()
  await db.destroy()
})
