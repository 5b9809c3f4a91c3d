import 'server-only'
import type { Database as BetterSqlite } from 'better-sqlite3'
import type { Kysely } from 'kysely'
import type { Tables } from './schema'

export type Dialect = 'sqlite' | 'postgres'

/** An open database, before its schema is checked. */
export interface OpenDatabase {
  readonly dialect: Dialect
  readonly db: Kysely<Tables>
  /** The SQLite handle, for functions that only SQLite has; null on PostgreSQL. */
  readonly handle: BetterSqlite | null
}
