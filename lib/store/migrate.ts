import 'server-only'
import { Migrator, sql, type Kysely } from 'kysely'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { Dialect, OpenDatabase } from './dialect'
import { storeFailureOf, type StoreFailure } from './failure'
import { migrationsFor } from './migrations'
import type { Tables } from './schema'

/** Which migrations a database has, lacks, and has although this program does not know them. */
export interface SchemaStatus {
  readonly applied: readonly string[]
  readonly pending: readonly string[]
  readonly unknown: readonly string[]
}

/**
 * Stands among the applied migrations of a database that a copy is not finished into. No program uses a database with a
 * migration that it does not know, older versions included.
 */
export const copyMark = 'copy-unfinished'

/** A role that may use no schema sees no tables, which says nothing of what was migrated. */
class NoSchema extends Error {
  /** Source: https://www.postgresql.org/docs/current/errcodes-appendix.html, invalid_schema_name */
  readonly code = '3F000'
}

async function appliedNames({ db, dialect }: OpenDatabase): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) {
    if (dialect === 'sqlite') return []
    const { rows } = await sql<{ schema: string | null }>`select current_schema() as schema`.execute(db)
    if (rows[0]?.schema === null) throw new NoSchema()
    return []
  }
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/** Compares the database's schema with this program's. */
export async function schemaStatus(database: OpenDatabase): Promise<SchemaStatus> {
  const applied = await appliedNames(database)
  const known = Object.keys(migrationsFor(database.dialect)).sort()
  return {
    applied: applied.filter((name) => known.includes(name)),
    pending: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
  }
}

async function migrateToLatest(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve(migrationsFor(dialect)) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error !== undefined) throw error instanceof Error ? error : new Error('migration failed', { cause: error })
}

/** Kysely locks PostgreSQL itself; on SQLite one transaction over everything keeps a second process out. */
async function runPending({ db, dialect }: OpenDatabase): Promise<void> {
  if (dialect === 'postgres') return migrateToLatest(db, dialect)
  await sql`begin immediate`.execute(db)
  try {
    await migrateToLatest(db, dialect)
    await sql`commit`.execute(db)
  } catch (error) {
    await sql`rollback`.execute(db)
    throw error
  }
}

/** Why this program must not touch the database; null where it may. */
export function strangeSchema({ unknown }: SchemaStatus): StoreFailure | null {
  const newer = unknown.filter((name) => name !== copyMark)
  if (newer.length > 0) return { kind: 'schema-newer', code: newer.at(-1) ?? null }
  return unknown.length > 0 ? { kind: 'copy-unfinished', code: null } : null
}

/**
 * Migrates the schema; does nothing where it is current. Several processes may do so at once.
 * @returns what this call applied; `schema-newer` where a newer program has migrated, `copy-unfinished`
 * where a copy into it is not finished, `schema-older` where migrations are missing, and applying them is not
 * permitted or failed
 */
export async function migrate(database: OpenDatabase): Promise<Result<readonly string[], StoreFailure>> {
  let isOlder = false
  try {
    const before = await schemaStatus(database)
    isOlder = before.pending.length > 0
    const strange = strangeSchema(before)
    if (strange !== null) return fail(strange)
    if (!isOlder) return ok([])
    await runPending(database)
    return ok(before.pending)
  } catch (error) {
    const failure = storeFailureOf(error)
    // 42501: this database user may read and write, and not create tables.
    const blocked = failure.code === '42501' || failure.kind === 'failed'
    return fail(isOlder && blocked ? { kind: 'schema-older', code: failure.code } : failure)
  }
}
