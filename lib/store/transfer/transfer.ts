import 'server-only'
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Dialect } from '../dialect'
import type { Tables } from '../schema'
import { compareKeys, rowsOf, type Row, type Source } from './read'
import type { Table } from './tables'
import { continueAfter, deleteRows, lastNumber, putRows } from './write'

/** How many rows a table has, and the SHA-256 of all of them in the order of their keys: the same on both databases. */
export interface Checksum {
  readonly rows: number
  readonly sha256: string
}

/** A database to write to. */
export interface Target {
  readonly dialect: Dialect
  /** What is there already; null for an empty database. */
  readonly present: Source | null
  /** Runs one transaction. */
  readonly write: (work: (db: Kysely<Tables>) => Promise<void>) => Promise<void>
}

export interface Transferred extends Checksum {
  /** Rows that were added or changed, and rows that were deleted, in this run. */
  readonly written: number
  readonly deleted: number
}

/** Few enough conditions for one statement. */
const deletedAtOnce = 200

function counting(): { readonly add: (row: Row) => void; readonly done: () => Checksum } {
  const hash = createHash('sha256')
  let rows = 0
  return {
    add: (row) => {
      rows += 1
      hash.update(JSON.stringify(row)).update('\n')
    },
    done: () => ({ rows, sha256: hash.digest('hex') }),
  }
}

/** Reads a whole table. */
export async function checksumOf(source: Source, table: Table): Promise<Checksum> {
  const sum = counting()
  for await (const row of rowsOf(source, table)) sum.add(row)
  return sum.done()
}

async function* none(): AsyncGenerator<Row> {
  // An empty database has no row.
}

/** Both tables side by side, in the order of their keys. */
async function* pairs(
  left: AsyncIterator<Row>,
  right: AsyncIterator<Row>,
  keys: number,
): AsyncGenerator<readonly [left: Row | null, right: Row | null]> {
  let [a, b] = [await left.next(), await right.next()]
  while (a.done !== true || b.done !== true) {
    const order = a.done === true ? 1 : b.done === true ? -1 : compareKeys(a.value, b.value, keys)
    yield [a.done !== true && order <= 0 ? a.value : null, b.done !== true && order >= 0 ? b.value : null]
    if (order <= 0) a = await left.next()
    if (order >= 0) b = await right.next()
  }
}

/** Deletes what the source no longer has. Before anything is added: a new row can take the place of a deleted one. */
async function deleteMissing(source: Source, target: Target, table: Table): Promise<number> {
  if (target.present === null) return 0
  const key = table.columns.slice(0, table.keys)
  let waiting: Row[] = []
  let deleted = 0
  const flush = async () => {
    const keys = waiting
    waiting = []
    deleted += keys.length
    await target.write((db) => deleteRows(db, table, keys))
  }
  const both = pairs(rowsOf(source, table, key), rowsOf(target.present, table, key), table.keys)
  for await (const [wanted, present] of both) {
    if (wanted === null && present !== null) waiting.push(present)
    if (waiting.length === deletedAtOnce) await flush()
  }
  if (waiting.length > 0) await flush()
  return deleted
}

/** Adds and changes what differs, and computes the checksum of the source on the way. */
async function putDifferent(source: Source, target: Target, table: Table): Promise<Checksum & { written: number }> {
  const sum = counting()
  let waiting: Row[] = []
  let [changed, written] = [false, 0]
  const flush = async () => {
    const [rows, isChanged] = [waiting, changed]
    ;[waiting, changed] = [[], false]
    written += rows.length
    await target.write((db) => putRows(db, table, rows, isChanged))
  }
  const present = target.present === null ? none() : rowsOf(target.present, table)
  for await (const [wanted, there] of pairs(rowsOf(source, table), present, table.keys)) {
    if (wanted === null) continue
    sum.add(wanted)
    if (there !== null && JSON.stringify(there) === JSON.stringify(wanted)) continue
    waiting.push(wanted)
    changed ||= there !== null
    if (waiting.length === table.rows) await flush()
  }
  if (waiting.length > 0) await flush()
  const last = table.counted ? await lastNumber(source.db, source.dialect, table) : 0
  await target.write((db) => continueAfter(db, target.dialect, table, last))
  return { ...sum.done(), written }
}

/**
 * Makes the tables of the target equal to those of the source. What is equal already is not written: a run that was killed
 * is continued by another, and a later run writes only what has changed since.
 * @param tables parents before the tables that refer to them
 * @returns by table, what the source has and what was written
 */
export async function transfer(
  source: Source,
  target: Target,
  tables: readonly Table[],
): Promise<ReadonlyMap<string, Transferred>> {
  const deleted = new Map<string, number>()
  for (const table of tables.toReversed()) deleted.set(table.name, await deleteMissing(source, target, table))
  const done = new Map<string, Transferred>()
  for (const table of tables) {
    const put = await putDifferent(source, target, table)
    done.set(table.name, { ...put, deleted: deleted.get(table.name) ?? 0 })
  }
  return done
}

/** The first table whose content is not that of the source; null where all are equal. */
export async function firstUnequal(
  target: Source,
  tables: readonly Table[],
  wanted: ReadonlyMap<string, Checksum>,
): Promise<string | null> {
  for (const table of tables) {
    const [found, expected] = [await checksumOf(target, table), wanted.get(table.name)]
    if (found.rows !== expected?.rows || found.sha256 !== expected.sha256) return table.name
  }
  return null
}
