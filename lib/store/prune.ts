import 'server-only'
import { sql } from 'kysely'
import type { Result } from '@/lib/shared/result'
import { checkpoint } from './checkpoint'
import type { OpenDatabase } from './dialect'
import type { StoreFailure } from './failure'
import { forgetEndedTokens } from './ended-tokens'
import { forgetNotes, oldNotes } from './notes/notes'
import { snapshotBudget, snapshotBytes } from './snapshots/budget'
import { forgetSnapshots } from './snapshots/forget'
import { attempt, type Store } from './store'
import { pruneAuditLog } from './audit-log/forget'

/** Rows deleted in one transaction: short enough that no other writer waits long. */
const batchSize = 2000
const dayMilliseconds = 86_400_000
/** Pruning for size starts here and ends a little lower, so that it does not start again at once. */
const fullFrom = 0.9
const fullTo = 0.8
/** Bytes per row in PostgreSQL besides its facts: its other columns, its header and its index entries. */
const postgresRowBytes = 320

/**
 * Size of the history in bytes: the space in use, not the size that the files have grown to. In neither database does it
 * include snapshots, which have their own limit.
 */
export async function historyBytes(store: Store): Promise<number> {
  const bytes =
    store.dialect === 'sqlite'
      ? sql<{ bytes: number }>`select (p.page_count - f.freelist_count) * s.page_size as bytes
          from pragma_page_count() p, pragma_freelist_count() f, pragma_page_size() s`
      : sql<{ bytes: number }>`select
          coalesce((select sum(pg_column_size(facts) + ${postgresRowBytes}::int) from observations), 0)::bigint +
          coalesce((select sum(pg_column_size(body) + ${postgresRowBytes}::int) from activity), 0)::bigint as bytes`
  const { rows } = await bytes.execute(store.db)
  const used = rows[0]?.bytes ?? 0
  return store.dialect === 'sqlite' ? used - (await snapshotBytes(store.db, store.dialect)) : used
}

/**
 * What the database says of its own size on the disk, everything included: PostgreSQL of this database, SQLite of its file
 * without the write-ahead log.
 */
export async function databaseBytes({ db, dialect }: OpenDatabase): Promise<number> {
  const bytes =
    dialect === 'sqlite'
      ? sql<{
          bytes: number
        }>`select p.page_count * s.page_size as bytes from pragma_page_count() p, pragma_page_size() s`
      : sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`
  const { rows } = await bytes.execute(db)
  return rows[0]?.bytes ?? 0
}

/** Deletes up to a batch of the rows that were last observed before a time. */
async function forgetBefore(store: Store, time: number): Promise<number> {
  const oldest = store.db
    .selectFrom('observations')
    .where('last_seen', '<', time)
    .orderBy('last_seen')
    .limit(batchSize)
    .select('id')
  const deleted = await store.db.deleteFrom('observations').where('id', 'in', oldest).executeTakeFirst()
  return Number(deleted.numDeletedRows)
}

async function forgetActivityBefore(store: Store, time: number): Promise<number> {
  const oldest = store.db
    .selectFrom('activity')
    .where('happened_at', '<', time)
    .orderBy('happened_at')
    .limit(batchSize)
    .select('id')
  const deleted = await store.db.deleteFrom('activity').where('id', 'in', oldest).executeTakeFirst()
  return Number(deleted.numDeletedRows)
}

async function untilNone(forget: () => Promise<number>): Promise<number> {
  let sum = 0
  for (;;) {
    const count = await forget()
    sum += count
    if (count < batchSize) return sum
    // Other work gets its turn.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Deletes runs that ended before every remaining row. */
async function forgetRuns(store: Store): Promise<void> {
  const { first } = await store.db
    .selectFrom('observations')
    .select((row) => row.fn.min<number | null>('last_seen').as('first'))
    .executeTakeFirstOrThrow()
  await store.db
    .deleteFrom('state_runs')
    .where('held_until', '<', first ?? Number.MAX_SAFE_INTEGER)
    .execute()
}

/** Deletes machines without any row left. */
async function forgetMachines(store: Store): Promise<void> {
  await store.db
    .deleteFrom('machines')
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('observations')
            .whereRef('observations.machine_id', '=', 'machines.id')
            .select('observations.id'),
        ),
      ),
    )
    .execute()
}

/** Deletes the oldest rows, a batch at a time, until the history is small enough again. */
async function forgetForSize(store: Store): Promise<number> {
  const maxBytes = store.config.maxBytes - snapshotBudget(store.config)
  let bytes = await historyBytes(store)
  if (bytes < maxBytes * fullFrom) return 0
  let sum = 0
  while (bytes > maxBytes * fullTo) {
    const count = await forgetBefore(store, Number.MAX_SAFE_INTEGER)
    sum += count
    if (count === 0) break
    bytes = await historyBytes(store)
  }
  return sum
}

export interface Pruned {
  /** Observations deleted because of their age, and because of the size limit. */
  readonly old: number
  readonly forSize: number
  readonly activity: number
  /** The time from which ages count, epoch milliseconds; null where Azure has given none: then nothing is too old. */
  readonly countedFrom: number | null
  /** Rows that are too old only by the clock of this machine, which may be ahead: they were left. */
  readonly left: number
}

/** The time of the newest observation, by Azure's clock; null without one. */
async function newestObservation(store: Store): Promise<number | null> {
  const row = await store.db
    .selectFrom('observations')
    .select((each) => each.fn.max<number | null>('last_seen').as('newest'))
    .executeTakeFirstOrThrow()
  return row.newest
}

/** How many rows are too old at a time. */
async function countOld({ db, config }: Store, now: number): Promise<number> {
  const rows = sql<number | string>`count(*)`.as('rows')
  const cutoff = now - config.keepDays * dayMilliseconds
  const counts = [
    db.selectFrom('observations').where('last_seen', '<', cutoff).select(rows),
    db.selectFrom('activity').where('happened_at', '<', cutoff).select(rows),
    db
      .selectFrom('trail')
      .where('at', '<', now - config.auditDays * dayMilliseconds)
      .select(rows),
    db.selectFrom('snapshots').where('expires_at', '<', now).where('content', '<>', '').select(rows),
    db.selectFrom('notes').where(oldNotes(config, now)).select(rows),
  ]
  let sum = 0
  for (const count of counts) sum += Number((await count.executeTakeFirstOrThrow()).rows)
  return sum
}

/** Deletes what is too old at a time. */
async function forgetOld(store: Store, now: number) {
  const cutoff = now - store.config.keepDays * dayMilliseconds
  const old = await untilNone(() => forgetBefore(store, cutoff))
  const activity = await untilNone(() => forgetActivityBefore(store, cutoff))
  await forgetSnapshots(store, now)
  await pruneAuditLog(store, now)
  await forgetEndedTokens(store, now)
  await forgetNotes(store, now)
  return { old, activity }
}

/** Deletions need room in SQLite's log, and leave it large. Without room for this they may still fit. */
async function emptyLog({ db, dialect }: Store): Promise<void> {
  if (dialect === 'sqlite') await checkpoint(db).catch(() => undefined)
}

/**
 * Deletes what is too old, then the oldest while the history is too large. Ages count from the newest observation at the
 * latest, which has the time of Azure's clock: this machine's may be ahead, and would delete what is not old. What is too
 * old by its clock alone is counted.
 * @param now epoch milliseconds, by the clock of this machine
 */
export async function prune(store: Store, now: number): Promise<Result<Pruned, StoreFailure>> {
  await emptyLog(store)
  const pruned = await attempt(async () => {
    const newest = await newestObservation(store)
    const countedFrom = newest === null ? null : Math.min(now, newest)
    const { old, activity } = countedFrom === null ? { old: 0, activity: 0 } : await forgetOld(store, countedFrom)
    const left = await countOld(store, now)
    const forSize = await forgetForSize(store)
    if (old + forSize > 0) {
      await forgetRuns(store)
      await forgetMachines(store)
    }
    return { old, forSize, activity, countedFrom, left }
  })
  await emptyLog(store)
  return pruned
}
