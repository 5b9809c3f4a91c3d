import 'server-only'
import { Kysely, PostgresDialect } from 'kysely'
import type { OpenDatabase } from './dialect'
import { connectionOf, type PostgresAddress } from './postgres-address'
import type { Tables } from './schema'

const maxConnections = 8
const connectMilliseconds = 5000
const statementMilliseconds = 30_000
/**
 * A pool of connections to PostgreSQL. Nothing is connected yet: the first query does.
 * Counts and times stay far below 2^53, so 64-bit numbers come as numbers.
 */
export async function openPostgres({ url, password }: PostgresAddress): Promise<OpenDatabase> {
  const { default: pg } = await import('pg')
  const types = new pg.TypeOverrides()
  types.setTypeParser(pg.types.builtins.INT8, Number)
  const pool = new pg.Pool({
    ...connectionOf({ url, password }),
    max: maxConnections,
    connectionTimeoutMillis: connectMilliseconds,
    statement_timeout: statementMilliseconds,
    query_timeout: statementMilliseconds + 5000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'sealwatch',
    types,
  })
  // A connection that dies while nobody uses it is no news: the next query opens another.
  pool.on('error', () => undefined)
  // One that dies while it is used fails the query under way; the event besides would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return { dialect: 'postgres', db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), handle: null }
}
