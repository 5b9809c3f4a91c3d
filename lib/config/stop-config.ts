import 'server-only'
import * as z from 'zod'
import { fail, ok, type Result } from '@/lib/shared/result'
import { withoutEmpty } from './environment'
import { ConfigurationError, problemsOf, type ConfigProblem } from './problems'

/** How a program shuts down. */
export interface StopConfig {
  /** Requests are still answered for this long, so that load balancers can notice the shutdown. */
  readonly drainMs: number
  /** The process ends after this time, even with work left. */
  readonly longestMs: number
}

export const stopEnvironmentSchema = z.object({
  SEALWATCH_STOP_DRAIN_SECONDS: z.coerce.number().min(0).max(300).default(5),
  SEALWATCH_STOP_SECONDS: z.coerce.number().min(1).max(600).default(25),
})

/** Parses the shutdown variables. */
export function parseStopConfig(
  raw: Readonly<Record<string, string | undefined>>,
): Result<StopConfig, readonly ConfigProblem[]> {
  const variables = withoutEmpty(raw)
  const parsed = stopEnvironmentSchema.safeParse(variables)
  if (!parsed.success) return fail(problemsOf(parsed.error.issues, variables))
  const { SEALWATCH_STOP_DRAIN_SECONDS: drain, SEALWATCH_STOP_SECONDS: longest } = parsed.data
  if (drain >= longest)
    return fail([{ variable: 'SEALWATCH_STOP_DRAIN_SECONDS', message: 'must be less than SEALWATCH_STOP_SECONDS' }])
  return ok({ drainMs: drain * 1000, longestMs: longest * 1000 })
}

/**
 * This process's shutdown configuration.
 * @throws ConfigurationError naming every wrong variable
 */
export function stopConfig(): StopConfig {
  const parsed = parseStopConfig(process.env)
  if (!parsed.ok) throw new ConfigurationError(parsed.failure)
  return parsed.value
}
