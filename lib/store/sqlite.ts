import 'server-only'
import { accessSync, constants, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Options } from 'better-sqlite3'
import { Kysely } from 'kysely'
import type { DatabaseFile, OpenDatabase } from './dialect'
import { storeFailureOf, type StoreFailure } from './failure'
import { keepPrivate } from './private-files'
import { roomBeside } from './room'
import type { Tables } from './schema'
import { threadDialect } from './sqlite-driver'
import { SqliteThread, type Statement } from './sqlite-thread'

/**
 * How long a statement waits for another process's transaction, which takes several turns of its event loop. The other
 * statements of this process wait behind it; then the caller pauses and retries.
 */
const busyMilliseconds = 500

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

function databaseFile(path: string, thread: SqliteThread): DatabaseFile {
  const opened = statSync(path, { bigint: true })
  return {
    moved: () =>
      failureOf(() => {
        const now = statSync(path, { bigint: true })
        const isSame = now.ino === opened.ino && now.dev === opened.dev && !thread.hasEnded
        return isSame ? null : { kind: 'unreachable', code: replacedCode }
      }),
    denied: () =>
      failureOf(() => {
        accessSync(path, constants.R_OK | constants.W_OK)
        // SQLite creates its log beside the file.
        accessSync(dirname(path), constants.W_OK | constants.X_OK)
        return null
      }),
    room: (bytes) => roomBeside(path, bytes),
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

const pragmas = (...values: readonly string[]): readonly Statement[] =>
  values.map((value) => ({ sql: `pragma ${value}`, parameters: [] }))

/** What an opened file is given before anything else; the size of a page is known only then. */
async function prepare(
  thread: SqliteThread,
  { maxBytes, alone = false }: Opening,
  journal: readonly string[],
): Promise<void> {
  const before = alone ? pragmas('locking_mode = EXCLUSIVE') : []
  const outcomes = await thread.run([...before, ...pragmas(...journal, 'page_size')])
  const rows: readonly { readonly page_size: number }[] = outcomes.at(-1)?.rows ?? []
  await thread.run(
    pragmas(
      'foreign_keys = ON',
      // Deleted contents of links are overwritten, also in unused pages.
      // Source: https://www.sqlite.org/pragma.html#pragma_secure_delete
      'secure_delete = ON',
      `cache_size = -${cacheKibibytes}`,
      // What SQLite's own checkpoints leave of the log: after more it is cut.
      `journal_size_limit = ${4 * 1_048_576}`,
      `max_page_count = ${Math.max(1, Math.floor(maxBytes / (rows[0]?.page_size ?? 4096)))}`,
    ),
  )
  if (alone) await thread.run(['begin exclusive', 'commit'].map((sql) => ({ sql, parameters: [] })))
}

async function openedBy(
  file: string,
  options: Options,
  prepared: (thread: SqliteThread) => Promise<unknown>,
): Promise<OpenDatabase> {
  const thread = await SqliteThread.start(file, { ...options, timeout: busyMilliseconds })
  try {
    await prepared(thread)
  } catch (error) {
    await thread.close()
    throw error
  }
  const db = new Kysely<Tables>({ dialect: threadDialect(thread) })
  // Kysely closes only what it has used.
  await db.connection().execute(() => Promise.resolve())
  return { dialect: 'sqlite', db, file: databaseFile(file, thread) }
}

/**
 * Opens or creates a SQLite database, readable for its owner alone.
 * Source: https://www.sqlite.org/wal.html and https://www.sqlite.org/pragma.html#pragma_synchronous
 * @throws what SQLite or the file system throws
 */
export async function openSqlite(file: string, opening: Opening): Promise<OpenDatabase> {
  keepPrivate(file)
  return openedBy(file, {}, (thread) => prepare(thread, opening, durable))
}

/** Opens an empty file that another name will get once it is finished. @throws as `openSqlite` */
export function openUnfinished(file: string, maxBytes: number): Promise<OpenDatabase> {
  return openedBy(file, { fileMustExist: true }, (thread) => prepare(thread, { maxBytes, alone: true }, disposable))
}

/**
 * Opens a file that no program writes, and that may be anything: it is only read, and its views and triggers call no
 * function. Source: https://www.sqlite.org/security.html
 * @throws as `openSqlite`
 */
export function openForeign(file: string): Promise<OpenDatabase> {
  return openedBy(file, { fileMustExist: true, readonly: true }, (thread) =>
    thread.run(pragmas('trusted_schema = OFF', 'cell_size_check = ON')),
  )
}
