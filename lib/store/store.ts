import 'server-only'
import type { HistoryConfig } from '@/lib/config/history-config'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { OpenDatabase } from './dialect'
import { storeFailureOf, type StoreFailure } from './failure'
import { migrate } from './migrate'
import { openPostgres, type PostgresUse } from './postgres'
import type { PasswordSource } from './postgres-address'
import { openSqlite } from './sqlite'

/** An open history with the schema that this program expects. */
export interface Store extends OpenDatabase {
  readonly config: HistoryConfig
  readonly close: () => Promise<void>
}

/**
 * Opens the configured database without checking its schema.
 * @param password where the configuration names an identity: called for every new connection to PostgreSQL
 * @param more `alone`: no other program may have a SQLite file open, otherwise it is `locked`; the others are for PostgreSQL
 */
export async function openDatabase(
  config: HistoryConfig,
  password: PasswordSource | null = null,
  more: PostgresUse & { readonly alone?: boolean } = {},
): Promise<Result<OpenDatabase, StoreFailure>> {
  const { database } = config
  if (database === null) return fail({ kind: 'off', code: null })
  try {
    return ok(
      database.kind === 'sqlite'
        ? await openSqlite(database.file, { maxBytes: config.maxBytes, alone: more.alone ?? false })
        : await openPostgres({ url: database.url, password }, more),
    )
  } catch (error) {
    return fail(storeFailureOf(error))
  }
}

const tries = 6
const pauseMilliseconds = 60

/** A random part in the pause, so that two processes that collided do not collide again. */
function pause(round: number): Promise<void> {
  const milliseconds = pauseMilliseconds * Math.min(round, 5) * (0.5 + Math.random())
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Retries for about four seconds what fails because other processes hold the database. */
async function untilFree<T>(work: () => Promise<Result<T, StoreFailure>>): Promise<Result<T, StoreFailure>> {
  for (let round = 1; ; round += 1) {
    const result = await work()
    if (result.ok || result.failure.kind !== 'locked' || round >= tries) return result
    await pause(round)
  }
}

async function openMigrated(
  config: HistoryConfig,
  password: PasswordSource | null,
): Promise<Result<Store, StoreFailure>> {
  const opened = await openDatabase(config, password)
  if (!opened.ok) return opened
  const migrated = await migrate(opened.value)
  if (!migrated.ok) {
    await opened.value.db.destroy()
    return migrated
  }
  return ok({ ...opened.value, config, close: () => opened.value.db.destroy() })
}

/** Migrates the schema, also while other processes write; returns the names of the migrations that this call applied. */
export function migrateDatabase(
  config: HistoryConfig,
  password: PasswordSource | null = null,
): Promise<Result<readonly string[], StoreFailure>> {
  return untilFree(async () => {
    const opened = await openDatabase(config, password, { isPatient: true })
    if (!opened.ok) return opened
    try {
      return await migrate(opened.value)
    } finally {
      await opened.value.db.destroy()
    }
  })
}

/** Opens the history and migrates its schema. Close it when done. */
export function openStore(
  config: HistoryConfig,
  password: PasswordSource | null = null,
): Promise<Result<Store, StoreFailure>> {
  return untilFree(() => openMigrated(config, password))
}

/**
 * Runs work on the database and turns what it throws into data. Retries what fails because other processes hold the
 * database, so the work must be one transaction or safe to repeat.
 */
export function attempt<T>(work: () => Promise<T>): Promise<Result<T, StoreFailure>> {
  return untilFree(async () => {
    try {
      return ok(await work())
    } catch (error) {
      return fail(storeFailureOf(error))
    }
  })
}
