import 'server-only'
import * as z from 'zod'
import { fail, ok, type Result } from '@/lib/shared/result'
import { withoutEmpty } from './environment'
import { commaList, guid } from './fields'
import { ConfigurationError, problemsOf, type ConfigProblem } from './problems'

/** Which users may see the state of this deployment and its audit log. No user, unless the operator configures some. */
export interface AdminConfig {
  /** Value of an app role of the API's registration; null for no role. */
  readonly role: string | null
  /** Object ids of users, lower case. */
  readonly people: readonly string[]
}

export const adminEnvironmentSchema = z.object({
  SEALWATCH_ADMIN_ROLE: z
    .string()
    .trim()
    .regex(/^[\w.:-]{1,120}$/, 'must be the value of an app role')
    .optional(),
  SEALWATCH_ADMINS: z.string().transform(commaList).pipe(z.array(guid).min(1)).optional(),
})

/** Parses the variables about administrators. */
export function parseAdminConfig(
  raw: Readonly<Record<string, string | undefined>>,
): Result<AdminConfig, readonly ConfigProblem[]> {
  const variables = withoutEmpty(raw)
  const parsed = adminEnvironmentSchema.safeParse(variables)
  if (!parsed.success) return fail(problemsOf(parsed.error.issues, variables))
  return ok({ role: parsed.data.SEALWATCH_ADMIN_ROLE ?? null, people: parsed.data.SEALWATCH_ADMINS ?? [] })
}

/**
 * The administrators of this process's configuration.
 * @throws ConfigurationError naming every wrong variable
 */
export function adminConfig(): AdminConfig {
  const parsed = parseAdminConfig(process.env)
  if (!parsed.ok) throw new ConfigurationError(parsed.failure)
  return parsed.value
}
