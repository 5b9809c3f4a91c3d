import 'server-only'
import { sql } from 'kysely'
import { ok, type Result } from '@/lib/shared/result'
import type { StoreFailure } from './failure'
import { attempt, type Store } from './store'

/** The database server's clock, epoch milliseconds; null for SQLite, which has only this machine's. */
export async function databaseClock({ db, dialect }: Store): Promise<Result<number | null, StoreFailure>> {
  if (dialect === 'sqlite') return ok(null)
  return attempt(async () => {
    const read = sql<{ now: number }>`select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`
    return (await read.execute(db)).rows[0]?.now ?? null
  })
}
