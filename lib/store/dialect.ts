import 'server-only'
import type { Kysely } from 'kysely'
import type { StoreFailure } from './failure'
import type { Tables } from './schema'

export type Dialect = 'sqlite' | 'postgres'

/** The file of an open SQLite database. */
export interface DatabaseFile {
  /**
   * Why statements no longer reach the file at its path; null where they do. A file that is removed or replaced while it
   * is open accepts every statement and loses all of them. Source: https://www.sqlite.org/howtocorrupt.html#_unlinking_or_renaming_a_database_file_while_in_use
   */
  readonly moved: () => StoreFailure | null
  /** Why this process could not open the file again; null where it could. An open file outlives a change of its mode. */
  readonly denied: () => StoreFailure | null
  /** Why so many bytes cannot be written beside it; null where they can. Nothing of them stays. */
  readonly room: (bytes: number) => Promise<StoreFailure | null>
}

/** An open database, before its schema is checked. */
export interface OpenDatabase {
  readonly dialect: Dialect
  readonly db: Kysely<Tables>
  /** Null on PostgreSQL. */
  readonly file: DatabaseFile | null
}
