import 'server-only'
import type { HistoryConfig } from '@/lib/config/history-config'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { OpenDatabase } from './dialect'
import { storeFailureOf, type StoreFailure } from './failure'
import { migrate } from './migrate'
import { openPostgres } from './postgres'
import type { PasswordSource } from './postgres-address'
import { openSqlite } from './sqlite'

/** An open history with the schema that this program expects. */
export interface Store extends OpenDatabase {
  readonly config: HistoryConfig
  readonly close: () => Promise<void>
}

/**
 * Opens the configured database without looking at its schema.
 * @param password where the configuration names an identity: asked at every new connection to PostgreSQL
 */
export async function openDatabase(
  config: HistoryConfig,
  password: PasswordSource | null = null,
): Promise<Result<OpenDatabase, StoreFailure>> {
  const { database } = config
  if (database === null) return fail({ kind: 'off', code: null })
  try {
    return ok(
      database.kind === 'sqlite'
        ? await openSqlite(database.file, config.maxBytes)
        : await openPostgres({ url: database.url, password }),
    )
  } catch (error) {
    return fail(storeFailureOf(error))
  }
}

const tries = 10
const pauseMilliseconds = 60

/** Something random in the pause, so that two who met do not meet again. */
function pause(round: number): Promise<void> {
  const milliseconds = pauseMilliseconds * Math.min(round, 5) * (0.5 + Math.random())
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Tries again what fails since others hold the database, for two or three seconds. */
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

/** Opens the history and brings its schema up to date. Close it when done. */
export function openStore(
  config: HistoryConfig,
  password: PasswordSource | null = null,
): Promise<Result<Store, StoreFailure>> {
  return untilFree(() => openMigrated(config, password))
}

/**
 * Does something with the database and turns what it throws into data. What fails since others held the database is
 * tried again, so the work must be one transaction or harmless to repeat.
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
