import 'server-only'
import { sql, type Kysely } from 'kysely'
import type { OpenDatabase } from '../dialect'
import type { Tables } from '../schema'

interface Transfer<Name extends keyof Tables> {
  /** Columns of the primary key, in its order. */
  readonly key: readonly (keyof Tables[Name] & string)[]
  /** Rows that are read or written at once: fewer where a row can have megabytes. */
  readonly rows: number
  /** The database numbers the rows; no number is given twice. */
  readonly counted?: true
}

/**
 * How each table of the schema is carried to another database, parents before the tables that refer to them. Exhaustive: a
 * new table does not compile without its entry.
 */
export const transfers: { readonly [Name in keyof Tables]: Transfer<Name> } = {
  machines: { key: ['id'], rows: 1000, counted: true },
  observations: { key: ['id'], rows: 1000, counted: true },
  state_runs: { key: ['machine_id', 'first_seen'], rows: 1000 },
  machine_states: { key: ['machine_id'], rows: 1000 },
  finished_work: { key: ['machine_id', 'first_seen'], rows: 1000 },
  activity: { key: ['id'], rows: 1000, counted: true },
  watched_vms: { key: ['cloud', 'tenant_id', 'vm_key'], rows: 1000 },
  leases: { key: ['name'], rows: 1 },
  watches: { key: ['id'], rows: 1000 },
  watch_memories: { key: ['watch_id', 'vm_key'], rows: 1000 },
  watch_proofs: { key: ['watch_id', 'vm_key'], rows: 1000 },
  notifications: { key: ['id'], rows: 1000, counted: true },
  deliveries: { key: ['id'], rows: 1000, counted: true },
  snapshots: { key: ['id'], rows: 10 },
  // oxlint-disable-next-line house/vocabulary -- the table keeps the name of its migration
  trail: { key: ['id'], rows: 1000, counted: true },
  ended_tokens: { key: ['fingerprint'], rows: 1000 },
  notes: { key: ['cloud', 'tenant_id', 'kind', 'note_key'], rows: 1000 },
}

/** A table of an open database. */
export interface Table {
  readonly name: string
  /** The columns of the primary key first: a row is compared by its first values. */
  readonly columns: readonly string[]
  readonly keys: number
  readonly rows: number
  readonly counted: boolean
}

/** Columns by table, of this database's own schema. */
async function columnsOf({ db, dialect }: OpenDatabase): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await (
    dialect === 'sqlite'
      ? sql<{ table: string; column: string }>`select m.name as "table", c.name as "column"
        from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'`
      : sql<{ table: string; column: string }>`select table_name as "table", column_name as "column"
        from information_schema.columns where table_schema = current_schema()`
  ).execute(db)
  const found = new Map<string, string[]>()
  for (const { table, column } of rows) found.set(table, [...(found.get(table) ?? []), column])
  return found
}

/**
 * The tables of the schema that a database has, parents first. Columns are in an order that is the same on both databases.
 * A database before its newest migration has fewer.
 */
export async function tablesOf(database: OpenDatabase): Promise<Table[]> {
  const columns = await columnsOf(database)
  return Object.entries(transfers).flatMap(([name, { key, rows, counted = false }]) => {
    const found = columns.get(name)
    if (found === undefined) return []
    const others = found.filter((column) => !key.some((each) => each === column)).sort()
    return [{ name, columns: [...key, ...others], keys: key.length, rows, counted }]
  })
}

/** Whether no table has a row, apart from leases, which a program takes before it writes anything. */
export async function isEmpty(db: Kysely<Tables>, tables: readonly Table[]): Promise<boolean> {
  for (const { name } of tables.filter((table) => table.name !== 'leases')) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db)
    if (rows.length > 0) return false
  }
  return true
}
