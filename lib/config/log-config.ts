import 'server-only'
import * as z from 'zod'
import { fail, ok, type Result } from '@/lib/shared/result'
import { withoutEmpty } from './environment'
import { ConfigurationError, problemsOf, type ConfigProblem } from './problems'

export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

/** What is written to the log, by every long-running program. */
export interface LogConfig {
  readonly level: LogLevel
  /** Key for hashing the ids of users, tenants, subscriptions and VMs; null where they are written unchanged. */
  readonly idKey: string | null
}

/** The log variables are separate, so that a program with an otherwise wrong environment can log that. */
export const logEnvironmentSchema = z.object({
  SEALWATCH_LOG_LEVEL: z.enum(logLevels).default('info'),
  SEALWATCH_LOG_ID_KEY: z.string().min(16, 'must have at least 16 characters').optional(),
})

/** Parses the log variables. */
export function parseLogConfig(
  raw: Readonly<Record<string, string | undefined>>,
): Result<LogConfig, readonly ConfigProblem[]> {
  const variables = withoutEmpty(raw)
  const parsed = logEnvironmentSchema.safeParse(variables)
  if (!parsed.success) return fail(problemsOf(parsed.error.issues, variables))
  return ok({ level: parsed.data.SEALWATCH_LOG_LEVEL, idKey: parsed.data.SEALWATCH_LOG_ID_KEY ?? null })
}

/**
 * The log's part of this process's configuration.
 * @throws ConfigurationError naming every wrong variable
 */
export function logConfig(): LogConfig {
  const parsed = parseLogConfig(process.env)
  if (!parsed.ok) throw new ConfigurationError(parsed.failure)
  return parsed.value
}
