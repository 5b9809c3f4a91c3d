import 'server-only'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Dialect } from '../dialect'
import type { Tables } from '../schema'
import type { Row } from './read'
import type { Table } from './tables'

type Db = Kysely<Tables>

const tuple = (row: Row): RawBuilder<unknown> => sql`(${sql.join(row)})`

/** Adds rows, and changes those whose key exists. The audit log takes new rows only: its triggers refuse a change. */
export async function putRows(db: Db, table: Table, rows: readonly Row[], changed: boolean): Promise<void> {
  if (rows.length === 0) return
  const columns = sql.join(table.columns.map((column) => sql.ref(column)))
  const key = sql.join(table.columns.slice(0, table.keys).map((column) => sql.ref(column)))
  const values = table.columns
    .slice(table.keys)
    .map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`)
  const conflict = changed ? sql`on conflict (${key}) do update set ${sql.join(values)}` : sql``
  await sql`insert into ${sql.table(table.name)} (${columns}) values ${sql.join(rows.map(tuple))} ${conflict}`.execute(
    db,
  )
}

/** Deletes the rows with these keys. */
export async function deleteRows(db: Db, table: Table, keys: readonly Row[]): Promise<void> {
  if (keys.length === 0) return
  const names = table.columns.slice(0, table.keys)
  const one = (key: Row) =>
    sql`(${sql.join(
      names.map((name, index) => sql`${sql.ref(name)} = ${key[index]}`),
      sql` and `,
    )})`
  await sql`delete from ${sql.table(table.name)} where ${sql.join(keys.map(one), sql` or `)}`.execute(db)
}

/** The last number that the database gave to a row of the table; 0 before the first. */
export async function lastNumber(db: Db, dialect: Dialect, table: Table): Promise<number> {
  if (dialect === 'sqlite') {
    const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = ${table.name}`.execute(db)
    return rows[0]?.seq ?? 0
  }
  const { rows } = await sql<{ name: string }>`select pg_get_serial_sequence(${table.name}, 'id') as name`.execute(db)
  const state = await sql<{ last: number }>`select case when is_called then last_value else 0 end as last
    from ${sql.raw(rows[0]?.name ?? '')}`.execute(db)
  return state.rows[0]?.last ?? 0
}

/**
 * Lets the database continue after this number, or after a higher one: PostgreSQL does not take this back with the
 * transaction.
 */
export async function continueAfter(db: Db, dialect: Dialect, table: Table, last: number): Promise<void> {
  if (last === 0) return
  if (dialect === 'sqlite') {
    await sql`delete from sqlite_sequence where name = ${table.name}`.execute(db)
    await sql`insert into sqlite_sequence (name, seq) values (${table.name}, ${last})`.execute(db)
    return
  }
  const highest = Math.max(last, await lastNumber(db, dialect, table))
  await sql`select setval(pg_get_serial_sequence(${table.name}, 'id'), ${highest}::bigint)`.execute(db)
}
