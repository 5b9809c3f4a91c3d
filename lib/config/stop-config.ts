import 'server-only'
import * as z from 'zod'
import { fail, ok, type Result } from '@/lib/shared/result'
import { withoutEmpty } from './environment'
import { ConfigurationError, problemsOf, type ConfigProblem } from './problems'

/** How a program ends when it is told to. */
export interface StopConfig {
  /** Requests are still answered for so long, so that whoever hands them out can notice. */
  readonly drainMs: number
  /** The process is gone after so long, whatever is left to do. */
  readonly longestMs: number
}

export const stopEnvironmentSchema = z.object({
  SEALWATCH_STOP_DRAIN_SECONDS: z.coerce.number().min(0).max(300).default(5),
  SEALWATCH_STOP_SECONDS: z.coerce.number().min(1).max(600).default(25),
})

/** Parses what the environment says about the end. */
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
 * This process's configuration of its end.
 * @throws ConfigurationError naming every wrong variable
 */
export function stopConfig(): StopConfig {
  const parsed = parseStopConfig(process.env)
  if (!parsed.ok) throw new ConfigurationError(parsed.failure)
  return parsed.value
}
