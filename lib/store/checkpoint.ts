import 'server-only'
import { sql, type Kysely } from 'kysely'
import type { Tables } from './schema'

/**
 * Moves what SQLite's write-ahead log has into the database, and empties the log, whose size is taken from the disk
 * otherwise. While another program reads, less of it is moved, or nothing.
 * Source: https://www.sqlite.org/pragma.html#pragma_wal_checkpoint
 * @throws where the disk has no room for it
 */
export async function checkpoint(db: Kysely<Tables>): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(db)
}
