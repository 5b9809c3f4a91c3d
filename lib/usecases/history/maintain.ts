import 'server-only'
import { historyConfig } from '@/lib/config/history-config'
import { fail, ok, type Result } from '@/lib/shared/result'
import { endAccess, type EndedAccess } from '@/lib/store/end-access'
import { storeFailureOf, type StoreFailure } from '@/lib/store/failure'
import { schemaStatus, type SchemaStatus } from '@/lib/store/migrate'
import { databaseBytes, historyBytes, prune, type Pruned } from '@/lib/store/prune'
import { migrateDatabase, openDatabase, openStore } from '@/lib/store/store'
import { passwordOf } from './password'

export interface HistoryStatus extends SchemaStatus {
  readonly database: 'sqlite' | 'postgres'
  /** Of what SEALWATCH_HISTORY_MAX_MB limits; null while the schema is not this program's. */
  readonly bytes: number | null
  /** What the database says of its own size, with everything in it. */
  readonly databaseBytes: number
}

/** The status of the history. Changes nothing, except that it creates a missing SQLite file. */
export async function historyStatus(): Promise<Result<HistoryStatus, StoreFailure>> {
  const config = historyConfig()
  const opened = await openDatabase(config, passwordOf(config), { isPatient: true })
  if (!opened.ok) return opened
  const database = opened.value
  try {
    const status = await schemaStatus(database)
    const usable = status.pending.length === 0 && status.unknown.length === 0
    const store = { ...database, config, close: () => database.db.destroy() }
    const bytes = usable ? await historyBytes(store) : null
    return ok({ ...status, database: database.dialect, bytes, databaseBytes: await databaseBytes(database) })
  } catch (error) {
    return fail(storeFailureOf(error))
  } finally {
    await database.db.destroy()
  }
}

/** Migrates the schema; returns the names of the migrations that this call applied. */
export function migrateHistory(): Promise<Result<readonly string[], StoreFailure>> {
  const config = historyConfig()
  return migrateDatabase(config, passwordOf(config))
}

/** Deletes what is too old or over the size limit, now. */
export async function pruneHistory(): Promise<Result<Pruned, StoreFailure>> {
  const config = historyConfig()
  const opened = await openStore(config, passwordOf(config))
  if (!opened.ok) return opened
  try {
    return await prune(opened.value, Date.now())
  } finally {
    await opened.value.close()
  }
}

/** Ends the share links and watches of a user who has left, now. */
export async function endAccessOf(tenantId: string, personId: string): Promise<Result<EndedAccess, StoreFailure>> {
  const config = historyConfig()
  const opened = await openStore(config, passwordOf(config))
  if (!opened.ok) return opened
  try {
    return await endAccess(opened.value, { tenantId, personId }, Date.now())
  } finally {
    await opened.value.close()
  }
}
