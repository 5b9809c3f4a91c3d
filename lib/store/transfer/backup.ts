import 'server-only'
import { existsSync, statSync } from 'node:fs'
import { sql } from 'kysely'
import * as z from 'zod/mini'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { TransferSide } from '@/lib/shared/transfer-failures'
import type { OpenDatabase } from '../dialect'
import { makeFile } from './files'
import { checkSchema, stop, withPlace, type Place } from './places'
import { withSnapshot, type Source } from './read'
import { onSide, transferFailureOf, type TransferFailure } from './side'
import { tablesOf, type Table } from './tables'
import { firstUnequal, transfer, type Checksum, type Target } from './transfer'

/** A backup is a SQLite database with this program's tables and one more, which contains these checksums. */
const checksumsSchema = z.record(z.string(), z.object({ rows: z.number(), sha256: z.string() }))
const format = 1

export interface BackupContent {
  /** The history as it was at this time, epoch milliseconds. */
  readonly at: number
  readonly tables: ReadonlyMap<string, Checksum>
}

export interface BackedUp extends BackupContent {
  /** Size of the file. */
  readonly bytes: number
}

/** No limit: a backup is as large as its content. */
const unlimited = Number.MAX_SAFE_INTEGER

async function writeContent({ db }: OpenDatabase, { at, tables }: BackupContent): Promise<void> {
  await sql`create table sealwatch_backup (format integer, at integer, tables text)`.execute(db)
  const sums = JSON.stringify(Object.fromEntries(tables))
  await sql`insert into sealwatch_backup (format, at, tables) values (${format}, ${at}, ${sums})`.execute(db)
}

/** What a backup contains by its own account; null where the database is no backup. */
export async function contentOf({ db }: OpenDatabase): Promise<BackupContent | null> {
  const known = await sql`select 1 from sqlite_master where type = 'table' and name = 'sealwatch_backup'`.execute(db)
  if (known.rows.length === 0) return null
  const { rows } = await sql<{ format: unknown; at: unknown; tables: unknown }>`select format, at, tables
    from sealwatch_backup`.execute(db)
  const [row, second] = rows
  if (row === undefined || second !== undefined || row.format !== format || typeof row.at !== 'number') return null
  const sums = z.safeParse(checksumsSchema, parsed(row.tables))
  return sums.success ? { at: row.at, tables: new Map(Object.entries(sums.data)) } : null
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return null
  }
}

/** Fills an empty database, compares what is there with what was read, and ends the transfer where they differ. */
export async function fillEmpty(source: Source, to: Source, tables: readonly Table[], write: Target['write']) {
  const done = await transfer(source, { dialect: to.dialect, present: null, write }, tables)
  const unequal = await firstUnequal(to, tables, done)
  if (unequal !== null) stop(to.side, 'unequal', unequal)
  return done
}

/** The rows of a new file, in transactions of its own. */
export function fillFile(side: TransferSide, source: Source, { db, dialect }: OpenDatabase, tables: readonly Table[]) {
  const write: Target['write'] = (work) => onSide(side, () => db.transaction().execute(work))
  return fillEmpty(source, { side, dialect, db }, tables, write)
}

async function fillBackup(from: OpenDatabase, made: OpenDatabase, tables: readonly Table[]): Promise<BackupContent> {
  const at = Date.now()
  const done = await withSnapshot('source', from, (source) => fillFile('file', source, made, tables))
  const content = { at, tables: new Map([...done].map(([name, { rows, sha256 }]) => [name, { rows, sha256 }])) }
  await writeContent(made, content)
  return content
}

function checkFree(file: string): void {
  if (existsSync(file)) stop('file', 'file-exists')
}

/**
 * Writes the whole history into a new file, of either database, while servers and collectors use it. The file has its name
 * once it is whole and compared with what was read; only its owner can read it.
 */
export async function backUpStore(place: Place, file: string): Promise<Result<BackedUp, TransferFailure>> {
  try {
    checkFree(file)
    const content = await withPlace('source', place, false, async (from) => {
      await checkSchema('source', from)
      const tables = await tablesOf(from)
      return makeFile({
        side: 'file',
        file,
        maxBytes: unlimited,
        fill: (made) => fillBackup(from, made, tables),
        ready: () => checkFree(file),
      })
    })
    return ok({ ...content, bytes: statSync(file).size })
  } catch (error) {
    return fail(transferFailureOf(error, 'file'))
  }
}
