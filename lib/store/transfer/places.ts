import 'server-only'
import { existsSync } from 'node:fs'
import { sql } from 'kysely'
import type { HistoryConfig } from '@/lib/config/history-config'
import type { TransferSide } from '@/lib/shared/transfer-failures'
import type { OpenDatabase } from '../dialect'
import { migrate, schemaStatus, strangeSchema } from '../migrate'
import { programName } from '../postgres'
import type { PasswordSource } from '../postgres-address'
import { queueName } from '../postgres-queue'
import { openDatabase } from '../store'
import { onSide, TransferError, type TransferFailure } from './side'

/** A configured database, and the source of its password where an identity signs in to it. */
export interface Place {
  readonly config: HistoryConfig
  readonly password: PasswordSource | null
}

/** How the connections of a transfer are called, so that it can tell them from those of servers and collectors. */
const transferName = 'sealwatch-store'

export function stop(side: TransferSide, kind: TransferFailure['kind'], code: string | null = null): never {
  throw new TransferError({ side, kind, code })
}

/**
 * Opens one side and closes it after the work.
 * @param alone refuses a SQLite database that another program has open, and keeps others out
 */
export async function withPlace<T>(
  side: TransferSide,
  { config, password }: Place,
  alone: boolean,
  work: (database: OpenDatabase) => Promise<T>,
): Promise<T> {
  const { database } = config
  // Opening creates a missing file: a database to write to may be one.
  if (side === 'source' && database?.kind === 'sqlite' && !existsSync(database.file))
    stop(side, 'unreachable', 'ENOENT')
  const opened = await openDatabase(config, password, { alone, name: transferName, isPatient: true })
  if (!opened.ok)
    stop(side, alone && opened.failure.kind === 'locked' ? 'in-use' : opened.failure.kind, opened.failure.code)
  try {
    return await onSide(side, () => work(opened.value))
  } finally {
    await opened.value.db.destroy()
  }
}

/** Ends the transfer while a server or collector is connected to this PostgreSQL. Those that wait connect again soon. */
export async function checkUnused(side: TransferSide, { db, dialect }: OpenDatabase): Promise<void> {
  if (dialect === 'sqlite') return
  await onSide(side, async () => {
    const { rows } = await sql<{ name: string }>`select application_name as name from pg_stat_activity
      where datname = current_database() and application_name in (${programName}, ${queueName}) limit 1`.execute(db)
    const [other] = rows
    if (other !== undefined) stop(side, 'in-use', other.name)
  })
}

/** Ends the transfer unless the database has exactly the schema of this program. */
export async function checkSchema(side: TransferSide, database: OpenDatabase): Promise<void> {
  const status = await onSide(side, () => schemaStatus(database))
  const strange = strangeSchema(status)
  if (strange !== null) stop(side, strange.kind, strange.code)
  if (status.pending.length > 0) stop(side, 'schema-older', status.pending[0] ?? null)
}

/** Brings a database to write to up to date. */
export async function migrateSide(side: TransferSide, database: OpenDatabase): Promise<void> {
  const migrated = await migrate(database)
  if (!migrated.ok) stop(side, migrated.failure.kind, migrated.failure.code)
}
