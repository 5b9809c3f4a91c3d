import 'server-only'
import * as z from 'zod'
import { fail, ok, type Result } from '@/lib/shared/result'
import { withoutEmpty } from './environment'
import { ConfigurationError, problemsOf, type ConfigProblem } from './problems'

export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

/** What is written to the log, by every program that runs for long. */
export interface LogConfig {
  readonly level: LogLevel
  /** Key of the hash that stands for ids of people, tenants, subscriptions and VMs; null where they are written as they are. */
  readonly idKey: string | null
}

/** The variables of logs. They stand apart: a program with a wrong environment must be able to say so. */
export const logEnvironmentSchema = z.object({
  SEALWATCH_LOG_LEVEL: z.enum(logLevels).default('info'),
  SEALWATCH_LOG_ID_KEY: z.string().min(16, 'must have at least 16 characters').optional(),
})

/** Parses what the environment says about logs. */
export function parseLogConfig(
  raw: Readonly<Record<string, string | undefined>>,
): Result<LogConfig, readonly ConfigProblem[]> {
  const variables = withoutEmpty(raw)
  const parsed = logEnvironmentSchema.safeParse(variables)
  if (!parsed.success) return fail(problemsOf(parsed.error.issues, variables))
  return ok({ level: parsed.data.SEALWATCH_LOG_LEVEL, idKey: parsed.data.SEALWATCH_LOG_ID_KEY ?? null })
}

/**
 * The logs' part of this process's configuration.
 * @throws ConfigurationError naming every wrong variable
 */
export function logConfig(): LogConfig {
  const parsed = parseLogConfig(process.env)
  if (!parsed.ok) throw new ConfigurationError(parsed.failure)
  return parsed.value
}
