import 'server-only'
import { Kysely, SqliteDialect } from 'kysely'
import type { OpenDatabase } from './dialect'
import { keepPrivate } from './private-files'
import type { Tables } from './schema'

/**
 * How long a statement waits for another process's transaction. Short, because it blocks this process; the caller waits
 * and retries.
 */
const busyMilliseconds = 50

/** Page cache of the database, in kibibytes. */
const cacheKibibytes = 65_536

/**
 * Opens or creates a SQLite database. Every acknowledged transaction is on the disk: write-ahead log, synchronous FULL.
 * Source: https://www.sqlite.org/wal.html and https://www.sqlite.org/pragma.html#pragma_synchronous
 * @param maxBytes the file never grows beyond it: a write that does not fit fails as `full`
 * @throws what SQLite or the file system throws
 */
export async function openSqlite(file: string, maxBytes: number): Promise<OpenDatabase> {
  const { default: SqliteDatabase } = await import('better-sqlite3')
  keepPrivate(file)
  const handle = new SqliteDatabase(file, { timeout: busyMilliseconds })
  try {
    handle.pragma('journal_mode = WAL')
    handle.pragma('synchronous = FULL')
    handle.pragma('foreign_keys = ON')
    handle.pragma(`cache_size = -${cacheKibibytes}`)
    handle.pragma(`journal_size_limit = ${64 * 1_048_576}`)
    const pageSize = Number(handle.pragma('page_size', { simple: true }))
    handle.pragma(`max_page_count = ${Math.max(1, Math.floor(maxBytes / pageSize))}`)
  } catch (error) {
    handle.close()
    throw error
  }
  return { dialect: 'sqlite', db: new Kysely<Tables>({ dialect: new SqliteDialect({ database: handle }) }), handle }
}
