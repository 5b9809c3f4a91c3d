import 'server-only'
import { join } from 'node:path'
import { fail, ok, type Result } from '@/lib/shared/result'
import { cloudHosts } from './clouds'
import { problemOfAddress, type AddressProblem } from './database-address'
import { withoutEmpty } from './environment'
import { historyEnvironmentSchema, type HistoryEnvironment } from './history-environment'
import { ConfigurationError, problemsOf, type ConfigProblem } from './problems'

/** The managed identity that signs in to PostgreSQL: its token for the audience is the password. */
export interface DatabaseIdentity {
  readonly clientId: string
  readonly audience: string
}

/** Where the history is stored. */
export type Database =
  | { readonly kind: 'sqlite'; readonly file: string }
  /** The URL may contain a password: never log it. With an identity it contains none. */
  | { readonly kind: 'postgres'; readonly url: string; readonly identity?: DatabaseIdentity }

/** What is stored, where, and for how long. */
export interface HistoryConfig {
  /** Null where the operator disabled the history. */
  readonly database: Database | null
  /** Days after the last observation when a row is deleted. */
  readonly keepDays: number
  /** Days for which the audit log is kept. */
  readonly auditDays: number
  /** Size at which the oldest rows are deleted, at any age. SQLite never grows beyond it. */
  readonly maxBytes: number
  /**
   * How often the collector reads a VM, in milliseconds; two observations within two of these intervals have no gap
   * between them.
   */
  readonly polling: { readonly movingMs: number; readonly quietMs: number }
}

const problems: Readonly<Record<AddressProblem, string>> = {
  'takes-any-certificate': 'must check the certificate: sslmode=verify-full',
  'without-tls':
    'must use TLS to another machine: sslmode=verify-full (or SEALWATCH_DATABASE_WITHOUT_TLS=allow, where the network itself is encrypted)',
}

/** @param sslMode `PGSSLMODE`, which the driver uses where the address has no mode */
function databaseOf(environment: HistoryEnvironment, sslMode: string | undefined): Result<Database, ConfigProblem> {
  const { DATABASE_URL: url, SEALWATCH_DATABASE_IDENTITY: clientId } = environment
  const problem = (message: string) => fail({ variable: 'SEALWATCH_DATABASE_IDENTITY', message })
  if (url === undefined) {
    if (clientId !== undefined) return problem('needs DATABASE_URL')
    return ok({ kind: 'sqlite', file: join(environment.SEALWATCH_DATA_DIR, 'history.sqlite') })
  }
  const parts = new URL(url)
  const wrong = problemOfAddress(parts, sslMode)
  if (wrong === 'takes-any-certificate') return fail({ variable: 'DATABASE_URL', message: problems[wrong] })
  if (clientId === undefined) {
    if (wrong === null || environment.SEALWATCH_DATABASE_WITHOUT_TLS === 'allow') return ok({ kind: 'postgres', url })
    return fail({ variable: 'DATABASE_URL', message: problems[wrong] })
  }
  if (parts.password !== '') return problem('wants a DATABASE_URL without a password')
  if (parts.username === '') return problem('needs a user in DATABASE_URL: the name of the identity')
  // Without a setting, a token is sent over TLS.
  if (wrong !== null && parts.searchParams.has('sslmode'))
    return problem('needs TLS to the database: sslmode=disable is not allowed')
  const audience = cloudHosts[environment.SEALWATCH_CLOUD].postgresAudience
  return ok({ kind: 'postgres', url, identity: { clientId, audience } })
}

/** Parses the history's variables separately from the rest: the tools run without sign-in variables. */
export function parseHistoryConfig(
  raw: Readonly<Record<string, string | undefined>>,
): Result<HistoryConfig, ConfigProblem[]> {
  const variables = withoutEmpty(raw)
  const parsed = historyEnvironmentSchema.safeParse(variables)
  if (!parsed.success) return fail(problemsOf(parsed.error.issues, variables))
  const environment = parsed.data
  const database = databaseOf(environment, variables['PGSSLMODE'])
  if (!database.ok) return fail([database.failure])
  return ok({
    database: environment.SEALWATCH_HISTORY === 'off' ? null : database.value,
    keepDays: environment.SEALWATCH_HISTORY_DAYS,
    auditDays: environment.SEALWATCH_AUDIT_DAYS,
    maxBytes: environment.SEALWATCH_HISTORY_MAX_MB * 1_048_576,
    polling: {
      movingMs: environment.SEALWATCH_POLL_MOVING_SECONDS * 1000,
      quietMs: environment.SEALWATCH_POLL_QUIET_SECONDS * 1000,
    },
  })
}

let cached: HistoryConfig | undefined

/**
 * The history's part of this process's configuration, parsed on first use and cached.
 * @throws ConfigurationError naming every wrong variable
 */
export function historyConfig(): HistoryConfig {
  if (cached !== undefined) return cached
  const parsed = parseHistoryConfig(process.env)
  if (!parsed.ok) throw new ConfigurationError(parsed.failure)
  cached = parsed.value
  return cached
}
