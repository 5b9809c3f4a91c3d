import 'server-only'
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sql, type Transaction } from 'kysely'
import { makeFolder } from '@/lib/config/own-file'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { OpenDatabase } from '../dialect'
import { storeFailureOf } from '../failure'
import { schemaStatus, strangeSchema } from '../migrate'
import { openForeign, openSqlite } from '../sqlite'
import type { Tables } from '../schema'
import { contentOf, fillEmpty, fillFile, type BackupContent } from './backup'
import { makeFile } from './files'
import { checkUnused, migrateSide, stop, withPlace, type Place } from './places'
import { withoutTimeLimits, withSnapshot, type Source } from './read'
import { onSide, transferFailureOf, TransferError, type TransferFailure } from './side'
import { isEmpty, tablesOf, type Table } from './tables'
import { firstUnequal } from './transfer'

async function withDatabase<T>(
  opening: Promise<OpenDatabase>,
  work: (database: OpenDatabase) => Promise<T>,
): Promise<T> {
  const database = await opening
  try {
    return await work(database)
  } finally {
    await database.db.destroy()
  }
}

/** The first value that a pragma of SQLite gives. */
async function pragma({ db }: OpenDatabase, name: string): Promise<unknown> {
  const { rows } = await sql<Record<string, unknown>>`${sql.raw(`pragma ${name}`)}`.execute(db)
  return Object.values(rows[0] ?? {})[0]
}

/** Ends the restore unless every page and every row of the file is what the backup wrote. */
async function checkContent(file: string, database: OpenDatabase): Promise<BackupContent> {
  const size = Number(await pragma(database, 'page_count')) * Number(await pragma(database, 'page_size'))
  if (size !== statSync(file).size) stop('file', 'damaged', 'size')
  if ((await pragma(database, 'integrity_check(1)')) !== 'ok') stop('file', 'damaged', 'integrity_check')
  const content = await contentOf(database)
  if (content === null) stop('file', 'not-a-backup')
  const strange = strangeSchema(await schemaStatus(database))
  if (strange !== null) stop('file', strange.kind, strange.code)
  const tables = await tablesOf(database)
  const missing = [...content.tables.keys()].find((name) => !tables.some((table) => table.name === name))
  if (missing !== undefined) stop('file', 'damaged', missing)
  const unequal = await withSnapshot('file', database, (source) => firstUnequal(source, tables, content.tables))
  if (unequal !== null) stop('file', 'damaged', unequal)
  return content
}

/** Work in the folder for temporary files, whose failure is not one of the backup. */
function temporary<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    return stop('file', 'no-temporary-folder', storeFailureOf(error).code)
  }
}

/** A backup of an older version is migrated in a copy of its own: the file stays as it is. */
async function withNewestSchema<T>(
  file: string,
  database: OpenDatabase,
  work: (database: OpenDatabase) => Promise<T>,
): Promise<T> {
  const { pending } = await schemaStatus(database)
  if (pending.length === 0) return work(database)
  const folder = temporary(() => mkdtempSync(join(tmpdir(), 'sealwatch-restore-')))
  try {
    const copy = join(folder, 'backup.sqlite')
    temporary(() => copyFileSync(file, copy))
    return await withDatabase(openSqlite(copy, { maxBytes: Number.MAX_SAFE_INTEGER }), async (migrated) => {
      await migrateSide('file', migrated)
      return work(migrated)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Whether a SQLite file has rows. One that this program cannot read may have. */
async function hasRows(database: OpenDatabase): Promise<boolean> {
  const { unknown } = await schemaStatus(database)
  return unknown.length > 0 || !(await isEmpty(database.db, await tablesOf(database)))
}

/** Keeps other programs away from the present file until the work is done; a damaged one can be replaced too. */
async function withPresentFile<T>(file: string, replace: boolean, work: () => Promise<T>): Promise<T> {
  if (!existsSync(file)) return work()
  let present: OpenDatabase
  try {
    present = await openSqlite(file, { maxBytes: Number.MAX_SAFE_INTEGER, alone: true })
  } catch (error) {
    const failure = transferFailureOf(error, 'target')
    if (failure.kind === 'locked') stop('target', 'in-use')
    if (failure.kind === 'damaged' && !replace) stop('target', 'not-empty', failure.code)
    if (failure.kind !== 'damaged') throw new TransferError(failure)
    return work()
  }
  try {
    if (!replace && (await hasRows(present))) stop('target', 'not-empty')
    // Its write-ahead log becomes part of it: it stays whole, should this program be killed before the new file has its name.
    await pragma(present, 'journal_mode = DELETE')
    return await work()
  } finally {
    await present.db.destroy()
  }
}

/** The log of the replaced database would be taken for that of the new one. */
const removeLog = (file: string) => {
  for (const end of ['-wal', '-shm', '-journal']) rmSync(file + end, { force: true })
}

async function restoreSqlite(
  source: Source,
  tables: readonly Table[],
  { file, maxBytes, replace }: { readonly file: string; readonly maxBytes: number; readonly replace: boolean },
): Promise<void> {
  makeFolder(dirname(file))
  await withPresentFile(file, replace, () =>
    makeFile({
      side: 'target',
      file,
      maxBytes,
      fill: (made) => fillFile('target', source, made, tables),
      ready: () => removeLog(file),
    }),
  )
}

/** Empties the tables. The audit log's protection is off within this transaction, which only its owner can do. */
async function clear(db: Transaction<Tables>, tables: readonly Table[]): Promise<void> {
  await sql`alter table trail disable trigger user`.execute(db)
  for (const { name } of tables.toReversed()) await sql`delete from ${sql.table(name)}`.execute(db)
  await sql`alter table trail enable trigger user`.execute(db)
}

/** All in one transaction: it is there as a whole, or not at all. */
function restorePostgres(source: Source, tables: readonly Table[], target: Place, replace: boolean): Promise<void> {
  return withPlace('target', target, false, async (to) => {
    await migrateSide('target', to)
    await checkUnused('target', to)
    await to.db.transaction().execute(async (db) => {
      await withoutTimeLimits(db, to.dialect)
      for (const { name } of tables) await sql`lock table ${sql.table(name)} in exclusive mode`.execute(db)
      const empty = await isEmpty(db, tables)
      if (!empty && !replace) stop('target', 'not-empty')
      if (empty) await sql`delete from leases`.execute(db)
      else await clear(db, tables)
      await fillEmpty(source, { side: 'target', dialect: to.dialect, db }, tables, (work) =>
        onSide('target', () => work(db)),
      )
      await checkUnused('target', to)
    })
  })
}

/**
 * Restores a backup into the database, which then has exactly its content. A file that is damaged, cut or something else
 * changes nothing; neither does a restore that fails or is killed.
 * @param replace also where the database has rows, which are deleted
 */
export async function restoreStore(
  file: string,
  target: Place,
  replace: boolean,
): Promise<Result<BackupContent, TransferFailure>> {
  try {
    if (!existsSync(file)) stop('file', 'unreachable', 'ENOENT')
    const { database: place, maxBytes } = target.config
    if (place === null) stop('target', 'off')
    const restore = (source: Source, tables: readonly Table[]) =>
      place.kind === 'sqlite'
        ? restoreSqlite(source, tables, { file: place.file, maxBytes, replace })
        : restorePostgres(source, tables, target, replace)
    const content = await onSide('file', () =>
      withDatabase(openForeign(file), async (database) => {
        const found = await checkContent(file, database)
        await withNewestSchema(file, database, async (newest) => {
          const tables = await tablesOf(newest)
          await withSnapshot('file', newest, (source) => onSide('target', () => restore(source, tables)))
        })
        return found
      }),
    )
    return ok(content)
  } catch (error) {
    return fail(transferFailureOf(error, 'file'))
  }
}
