import 'server-only'
import { accessSync, constants, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Database as BetterSqlite } from 'better-sqlite3'
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely'
import type { DatabaseFile, OpenDatabase } from './dialect'
import { storeFailureOf, type StoreFailure } from './failure'
import { keepPrivate } from './private-files'
import type { Tables } from './schema'

/**
 * How long a statement waits for another process's transaction. Short, because it blocks this process; the caller waits
 * and retries.
 */
const busyMilliseconds = 50

/** SQLite's own code for a database whose file is no longer at its path: https://www.sqlite.org/rescode.html#readonly_dbmoved */
export const replacedCode = 'SQLITE_READONLY_DBMOVED'

/** Page cache of the database, in kibibytes. */
const cacheKibibytes = 65_536

function failureOf(work: () => StoreFailure | null): StoreFailure | null {
  try {
    return work()
  } catch (error) {
    return storeFailureOf(error)
  }
}

function databaseFile(path: string): DatabaseFile {
  const opened = statSync(path, { bigint: true })
  return {
    moved: () =>
      failureOf(() => {
        const now = statSync(path, { bigint: true })
        return now.ino === opened.ino && now.dev === opened.dev ? null : { kind: 'unreachable', code: replacedCode }
      }),
    denied: () =>
      failureOf(() => {
        accessSync(path, constants.R_OK | constants.W_OK)
        // SQLite creates its log beside the file.
        accessSync(dirname(path), constants.W_OK | constants.X_OK)
        return null
      }),
  }
}

/**
 * After some failures, such as a full disk, SQLite rolls back by itself. A second rollback would fail, and its error would
 * hide the first one. Source: https://www.sqlite.org/lang_transaction.html#response_to_errors_within_a_transaction
 */
function rolledBackOnce(handle: BetterSqlite): SqliteDatabase {
  return {
    close: () => void handle.close(),
    prepare: (text) => handle.prepare(text === 'rollback' && !handle.inTransaction ? 'select 1' : text),
  }
}

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
    // Deleted contents of links are overwritten, also in unused pages.
    // Source: https://www.sqlite.org/pragma.html#pragma_secure_delete
    handle.pragma('secure_delete = ON')
    handle.pragma(`cache_size = -${cacheKibibytes}`)
    handle.pragma(`journal_size_limit = ${64 * 1_048_576}`)
    const pageSize = Number(handle.pragma('page_size', { simple: true }))
    handle.pragma(`max_page_count = ${Math.max(1, Math.floor(maxBytes / pageSize))}`)
  } catch (error) {
    handle.close()
    throw error
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: rolledBackOnce(handle) }) })
  return { dialect: 'sqlite', db, handle, file: databaseFile(file) }
}
