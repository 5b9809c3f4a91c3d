import 'server-only'
import { accessSync, constants, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Database as BetterSqlite, Options } from 'better-sqlite3'
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

interface Opening {
  /** The file never grows beyond it: a write that does not fit fails as `full`. */
  readonly maxBytes: number
  /**
   * No other program may have it open, or open it from now on: otherwise opening fails as `locked`.
   * Source: https://www.sqlite.org/wal.html#use_of_wal_without_shared_memory
   */
  readonly alone?: boolean
}

/** Every acknowledged transaction is on the disk. */
const durable = ['journal_mode = WAL', 'synchronous = FULL']

/** For a file that is thrown away unless it is finished: it is on the disk once it is closed and flushed. */
const disposable = ['journal_mode = MEMORY', 'synchronous = OFF']

function prepare(handle: BetterSqlite, { maxBytes, alone = false }: Opening, journal: readonly string[]): void {
  if (alone) handle.pragma('locking_mode = EXCLUSIVE')
  for (const pragma of journal) handle.pragma(pragma)
  handle.pragma('foreign_keys = ON')
  // Deleted contents of links are overwritten, also in unused pages.
  // Source: https://www.sqlite.org/pragma.html#pragma_secure_delete
  handle.pragma('secure_delete = ON')
  handle.pragma(`cache_size = -${cacheKibibytes}`)
  handle.pragma(`journal_size_limit = ${64 * 1_048_576}`)
  const pageSize = Number(handle.pragma('page_size', { simple: true }))
  handle.pragma(`max_page_count = ${Math.max(1, Math.floor(maxBytes / pageSize))}`)
  if (alone) handle.exec('BEGIN EXCLUSIVE; COMMIT')
}

async function openedBy(
  file: string,
  options: Options,
  prepared: (handle: BetterSqlite) => void,
): Promise<OpenDatabase> {
  const { default: SqliteDatabase } = await import('better-sqlite3')
  const handle = new SqliteDatabase(file, { ...options, timeout: busyMilliseconds })
  try {
    prepared(handle)
  } catch (error) {
    handle.close()
    throw error
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: rolledBackOnce(handle) }) })
  return { dialect: 'sqlite', db, handle, file: databaseFile(file) }
}

/**
 * Opens or creates a SQLite database, readable for its owner alone.
 * Source: https://www.sqlite.org/wal.html and https://www.sqlite.org/pragma.html#pragma_synchronous
 * @throws what SQLite or the file system throws
 */
export function openSqlite(file: string, opening: Opening): Promise<OpenDatabase> {
  keepPrivate(file)
  return openedBy(file, {}, (handle) => prepare(handle, opening, durable))
}

/** Opens an empty file that another name will get once it is finished. @throws as `openSqlite` */
export function openUnfinished(file: string, maxBytes: number): Promise<OpenDatabase> {
  return openedBy(file, { fileMustExist: true }, (handle) => prepare(handle, { maxBytes, alone: true }, disposable))
}

/**
 * Opens a file that no program writes, and that may be anything: it is only read, and its views and triggers call no
 * function. Source: https://www.sqlite.org/security.html
 * @throws as `openSqlite`
 */
export function openForeign(file: string): Promise<OpenDatabase> {
  return openedBy(file, { fileMustExist: true, readonly: true }, (handle) => {
    handle.pragma('trusted_schema = OFF')
    handle.pragma('cell_size_check = ON')
  })
}
