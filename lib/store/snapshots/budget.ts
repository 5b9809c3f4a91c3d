import 'server-only'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { HistoryConfig } from '@/lib/config/history-config'
import type { Dialect, OpenDatabase } from '../dialect'
import type { Tables } from '../schema'
import { whose, type SnapshotOwner } from './types'

/** Bytes of the content of one snapshot. */
export const mostSnapshotBytes = 1_048_576
/** Bytes of the open links of one user together. */
export const mostBytesPerPerson = 20 * mostSnapshotBytes
/** Share of the database's size limit for snapshots; the history has the rest. */
const share = 0.1
/** Bytes of the smallest unit in which SQLite stores a content. */
const pageBytes = 4096

/** Bytes that all snapshots together may take; the history never makes room for them. */
export function snapshotBudget({ maxBytes }: Pick<HistoryConfig, 'maxBytes'>): number {
  return maxBytes * share
}

/** Stored bytes of each content, read from the row's header. */
const size: Readonly<Record<Dialect, RawBuilder<number>>> = {
  sqlite: sql<number>`((octet_length(content) + ${sql.lit(pageBytes - 1)}) / ${sql.lit(pageBytes)}) * ${sql.lit(pageBytes)}`,
  postgres: sql<number>`pg_column_size(content)`,
}

/** Bytes of the contents of all snapshots, drafts included; with `open` of that user's open links and one draft. */
export async function snapshotBytes(
  db: Kysely<Tables>,
  dialect: Dialect,
  open: { readonly owner: SnapshotOwner; readonly draft: string; readonly now: number } | null = null,
): Promise<number> {
  const { bytes } = await db
    .selectFrom('snapshots')
    .$if(open !== null, (query) =>
      query
        .where((row) => row.and(open === null ? {} : whose(open.owner)))
        .where((row) => row.or([row('token_hash', 'is not', null), row('id', '=', open?.draft ?? '')]))
        .where('expires_at', '>', open?.now ?? 0),
    )
    .select(sql<number | string>`coalesce(sum(${size[dialect]}), 0)`.as('bytes'))
    .executeTakeFirstOrThrow()
  return Number(bytes)
}

/**
 * Removes deleted contents from SQLite's write-ahead log; the database file has them overwritten already. Where another
 * process reads at this moment, the next call does it. PostgreSQL has no such function: see docs/security/inventories.md.
 * Source: https://www.sqlite.org/pragma.html#pragma_wal_checkpoint
 */
export async function eraseDeleted({ db, dialect }: OpenDatabase): Promise<void> {
  if (dialect === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db)
}
