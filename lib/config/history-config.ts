import 'server-only'
import { join } from 'node:path'
import { fail, ok, type Result } from '@/lib/shared/result'
import { withoutEmpty } from './environment'
import { historyEnvironmentSchema } from './history-environment'
import { ConfigurationError, problemsOf, type ConfigProblem } from './problems'

/** Where the history is kept. */
export type Database =
  | { readonly kind: 'sqlite'; readonly file: string }
  /** The URL may hold a password: never log it. */
  | { readonly kind: 'postgres'; readonly url: string }

/** What is remembered, where, and for how long. */
export interface HistoryConfig {
  /** Null where the operator wants no history at all. */
  readonly database: Database | null
  /** Days after which what was last seen longer ago is forgotten. */
  readonly keepDays: number
  /** Size at which the oldest is forgotten, whatever its age. SQLite never grows beyond it. */
  readonly maxBytes: number
  /** How often the collector looks, in milliseconds; what was looked at twice within two of these has no gap between. */
  readonly polling: { readonly movingMs: number; readonly quietMs: number }
}

/** Parses what the environment says about the history, apart from the rest: the tools need no sign-in to run. */
export function parseHistoryConfig(
  raw: Readonly<Record<string, string | undefined>>,
): Result<HistoryConfig, ConfigProblem[]> {
  const variables = withoutEmpty(raw)
  const parsed = historyEnvironmentSchema.safeParse(variables)
  if (!parsed.success) return fail(problemsOf(parsed.error.issues, variables))
  const environment = parsed.data
  const database: Database =
    environment.DATABASE_URL === undefined
      ? { kind: 'sqlite', file: join(environment.SEALWATCH_DATA_DIR, 'history.sqlite') }
      : { kind: 'postgres', url: environment.DATABASE_URL }
  return ok({
    database: environment.SEALWATCH_HISTORY === 'off' ? null : database,
    keepDays: environment.SEALWATCH_HISTORY_DAYS,
    maxBytes: environment.SEALWATCH_HISTORY_MAX_MB * 1_048_576,
    polling: {
      movingMs: environment.SEALWATCH_POLL_MOVING_SECONDS * 1000,
      quietMs: environment.SEALWATCH_POLL_QUIET_SECONDS * 1000,
    },
  })
}

let cached: HistoryConfig | undefined

/**
 * The history's part of this process's configuration, parsed on first use and kept.
 * @throws ConfigurationError naming every wrong variable
 */
export function historyConfig(): HistoryConfig {
  if (cached !== undefined) return cached
  const parsed = parseHistoryConfig(process.env)
  if (!parsed.ok) throw new ConfigurationError(parsed.failure)
  cached = parsed.value
  return cached
}
