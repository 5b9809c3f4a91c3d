import 'server-only'
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { checkpoint } from './checkpoint'
import type { DatabaseFile } from './dialect'
import type { StoreFailure } from './failure'
import { releaseLease, takeLease } from './leases'
import { attempt, type Store } from './store'

/** More than a batch of observations needs. */
const roomBytes = 1_048_576

/** Writes one row that exists already, or the first one. It is never a held lease: it expires when it is taken. */
async function writeRow(store: Store, name: string, holder: string, now: number): Promise<StoreFailure | null> {
  const done = await takeLease(store, { name, holder, milliseconds: 0 }, now)
  return done.ok ? null : done.failure
}

/** Writes and deletes a large row. Random, because PostgreSQL compresses what repeats; base64 makes four bytes of three. */
async function roomInTable(store: Store, now: number): Promise<StoreFailure | null> {
  const filler = randomBytes((roomBytes / 4) * 3).toString('base64')
  const full = await writeRow(store, 'health-room', filler, now)
  await releaseLease(store, 'health-room', filler)
  return full
}

/**
 * A large row would stay in the write-ahead log, and each program that looks for room would take it from the others. So
 * the log is emptied, the room on the disk is tried beside the database, and that below the size limit is counted.
 */
async function roomInFile({ db }: Store, file: DatabaseFile): Promise<StoreFailure | null> {
  const counted = await attempt(async () => {
    await checkpoint(db)
    const used = await sql<{
      pages: number
      page_size: number
    }>`select p.page_count - f.freelist_count as pages, page_size
      from pragma_page_count() p, pragma_freelist_count() f, pragma_page_size()`.execute(db)
    const limit = await sql<{ max_page_count: number }>`pragma max_page_count`.execute(db)
    const { pages = 0, page_size: pageBytes = 0 } = used.rows[0] ?? {}
    return ((limit.rows[0]?.max_page_count ?? 0) - pages) * pageBytes
  })
  if (!counted.ok) return counted.failure
  return counted.value < roomBytes ? { kind: 'full', code: 'SQLITE_FULL' } : file.room(roomBytes)
}

/**
 * Whether the history can be written now: writes and commits one small row.
 * @param room also whether there is room for a batch of observations. Costs a megabyte of writing: after a failure only
 * @param now epoch milliseconds
 * @returns why not; null where it can
 */
export async function probeStore(store: Store, room: boolean, now: number): Promise<StoreFailure | null> {
  const { file } = store
  const failure = file?.moved() ?? file?.denied() ?? null
  if (failure !== null) return failure
  const full = file !== null && room ? await roomInFile(store, file) : null
  const written = full ?? (await writeRow(store, 'health', 'health', now))
  return written === null && file === null && room ? roomInTable(store, now) : written
}
