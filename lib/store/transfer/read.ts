import 'server-only'
import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import type { TransferSide } from '@/lib/shared/transfer-failures'
import type { Dialect, OpenDatabase } from '../dialect'
import type { Tables } from '../schema'
import { onSide } from './side'
import type { Table } from './tables'

/** Both databases return the same values: 64-bit integers are read as numbers. */
type Value = string | number | null

/** Values in the order of the table's columns. */
export type Row = readonly Value[]

/** A database to read from; of PostgreSQL a transaction, because it reads through a cursor. */
export interface Source {
  readonly side: TransferSide
  readonly dialect: Dialect
  readonly db: Kysely<Tables> | Transaction<Tables>
}

type Found = Readonly<Record<string, Value>>

const refs = (columns: readonly string[]): RawBuilder<unknown> => sql.join(columns.map((column) => sql.ref(column)))

/** Pages by key. SQLite compares texts by their bytes. */
async function* sqlitePages({ db }: Source, table: Table, columns: readonly string[]): AsyncGenerator<Row[]> {
  const key = columns.slice(0, table.keys)
  for (let last: Row | undefined; ;) {
    const after = last === undefined ? sql`` : sql`where (${refs(key)}) > (${sql.join(last.slice(0, table.keys))})`
    const page = await sql<Found>`select ${refs(columns)} from ${sql.table(table.name)} ${after}
      order by ${refs(key)} limit ${sql.lit(table.rows)}`.execute(db)
    const rows = page.rows.map((row) => columns.map((column) => row[column] ?? null))
    if (rows.length > 0) yield rows
    if (rows.length < table.rows) return
    last = rows.at(-1)
  }
}

/** Texts by their bytes, as SQLite compares them, and not by the rules of a language. */
async function textColumns(db: Source['db'], table: Table): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ column: string }>`select column_name as "column" from information_schema.columns
    where table_schema = current_schema() and table_name = ${table.name} and data_type = 'text'`.execute(db)
  return new Set(rows.map(({ column }) => column))
}

async function* postgresPages({ db }: Source, table: Table, columns: readonly string[]): AsyncGenerator<Row[]> {
  const texts = await textColumns(db, table)
  const order = columns
    .slice(0, table.keys)
    .map((column) => (texts.has(column) ? sql`${sql.ref(column)} collate "C"` : sql.ref(column)))
  await sql`declare transfer no scroll cursor for
    select ${refs(columns)} from ${sql.table(table.name)} order by ${sql.join(order)}`.execute(db)
  for (;;) {
    const page = await sql<Found>`fetch ${sql.lit(table.rows)} from transfer`.execute(db)
    const rows = page.rows.map((row) => columns.map((column) => row[column] ?? null))
    if (rows.length > 0) yield rows
    if (rows.length < table.rows) break
  }
  await sql`close transfer`.execute(db)
}

/** The rows of a table in the order of their keys, the same on both databases; one table at a time. */
export async function* rowsOf(source: Source, table: Table, columns = table.columns): AsyncGenerator<Row> {
  const pages = (source.dialect === 'sqlite' ? sqlitePages : postgresPages)(source, table, columns)
  for (;;) {
    const page = await onSide(source.side, () => pages.next())
    if (page.done === true) return
    yield* page.value
  }
}

/**
 * Whether the key of the first row is before, after or equal to that of the second: below, above or equal to 0. Texts by
 * their bytes in UTF-8.
 */
export function compareKeys(left: Row, right: Row, keys: number): number {
  for (let index = 0; index < keys; index += 1) {
    const [a, b] = [left[index], right[index]]
    const order =
      typeof a === 'number' && typeof b === 'number' ? a - b : Buffer.compare(Buffer.from(`${a}`), Buffer.from(`${b}`))
    if (order !== 0) return order
  }
  return 0
}

/** A transaction that waits for its other database, which can take long. */
export async function withoutTimeLimits(db: Transaction<Tables>, dialect: Dialect): Promise<void> {
  if (dialect === 'sqlite') return
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(db)
  await sql`set local statement_timeout = 0`.execute(db)
}

/** Runs work on the database as it is at this moment, whatever other programs write meanwhile. */
export function withSnapshot<T>(
  side: TransferSide,
  { db, dialect }: OpenDatabase,
  work: (source: Source) => Promise<T>,
): Promise<T> {
  const transaction = db.transaction()
  const reading =
    dialect === 'sqlite' ? transaction : transaction.setIsolationLevel('repeatable read').setAccessMode('read only')
  return onSide(side, () =>
    reading.execute(async (open) => {
      await withoutTimeLimits(open, dialect)
      return work({ side, dialect, db: open })
    }),
  )
}
