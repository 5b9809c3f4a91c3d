import 'server-only'
import * as z from 'zod'
import { fail, ok, type Result } from '@/lib/shared/result'
import { withoutEmpty } from './environment'
import { ConfigurationError, problemsOf, type ConfigProblem } from './problems'

/** Whether users may create links that open without sign-in. */
export interface SnapshotConfig {
  readonly enabled: boolean
  /** Hours that a link can be open for at most. */
  readonly mostHours: number
}

/**
 * The variables of snapshots. Off by default: the operator decides which users may share data with readers who are not
 * signed in.
 */
export const snapshotEnvironmentSchema = z.object({
  SEALWATCH_SNAPSHOTS: z.enum(['on', 'off']).default('off'),
  SEALWATCH_SNAPSHOT_MAX_HOURS: z.coerce
    .number()
    .int('must be a whole number of hours')
    .min(1, 'must be from 1 to 720')
    .max(720, 'must be from 1 to 720')
    .default(720),
})

/** Parses the snapshot variables. */
export function parseSnapshotConfig(
  raw: Readonly<Record<string, string | undefined>>,
): Result<SnapshotConfig, ConfigProblem[]> {
  const variables = withoutEmpty(raw)
  const parsed = snapshotEnvironmentSchema.safeParse(variables)
  if (!parsed.success) return fail(problemsOf(parsed.error.issues, variables))
  const { SEALWATCH_SNAPSHOTS, SEALWATCH_SNAPSHOT_MAX_HOURS } = parsed.data
  const enabled = SEALWATCH_SNAPSHOTS === 'on'
  return ok({ enabled, mostHours: SEALWATCH_SNAPSHOT_MAX_HOURS })
}

let cached: SnapshotConfig | undefined

/**
 * The snapshots' part of this process's configuration, parsed on first use and cached.
 * @throws ConfigurationError naming every wrong variable
 */
export function snapshotConfig(): SnapshotConfig {
  if (cached !== undefined) return cached
  const parsed = parseSnapshotConfig(process.env)
  if (!parsed.ok) throw new ConfigurationError(parsed.failure)
  cached = parsed.value
  return cached
}
