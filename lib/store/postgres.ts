import 'server-only'
import { Kysely, PostgresDialect } from 'kysely'
import type { OpenDatabase } from './dialect'
import { connectionOf, type PostgresAddress } from './postgres-address'
import type { Tables } from './schema'

const maxConnections = 8
const statementMilliseconds = 30_000
/** A server answers users, so it gives up soon what its database does not answer. */
const hurried = {
  connectionTimeoutMillis: 5000,
  statement_timeout: statementMilliseconds,
  query_timeout: statementMilliseconds + 5000,
}
/** A command of an operator waits for a busy database. The time for a connection ends it where a network drops packets. */
const patient = { connectionTimeoutMillis: 60_000 }

/** What the connections of servers and programs are called in PostgreSQL's own views. */
export const programName = 'sealwatch'

export interface PostgresUse {
  /** What its connections are called. */
  readonly name?: string
  /** For a command that may take minutes: no statement of it is ended for its time. */
  readonly isPatient?: boolean
}

/**
 * A connection pool for PostgreSQL. It connects at the first query. Counts and times stay far below 2^53, so 64-bit
 * integers are read as numbers.
 */
export async function openPostgres(
  { url, password }: PostgresAddress,
  { name = programName, isPatient = false }: PostgresUse = {},
): Promise<OpenDatabase> {
  const { default: pg } = await import('pg')
  const types = new pg.TypeOverrides()
  types.setTypeParser(pg.types.builtins.INT8, Number)
  const pool = new pg.Pool({
    ...connectionOf({ url, password }),
    max: maxConnections,
    ...(isPatient ? patient : hurried),
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: name,
    types,
  })
  // An error of an idle connection is harmless: the next query opens another.
  pool.on('error', () => undefined)
  // An error of a connection in use fails its query; without this handler the event would end the process as well.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { dialect: 'postgres', db, file: null }
}
