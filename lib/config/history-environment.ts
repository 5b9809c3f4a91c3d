import 'server-only'
import * as z from 'zod'
import { leastAuditDays } from '@/lib/shared/audit-events'
import { cloudNames } from './clouds'
import { guid, whole } from './fields'

const text = z.string().trim()

/** Whether no character of user and password ends the part before the host, and each percent sign begins a code. */
function isWhole(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { username, password, href } = new URL(value)
  try {
    decodeURIComponent(username + password)
  } catch {
    return false
  }
  return username !== '' || !href.includes('@')
}

const postgresUrl = text
  .refine((value) => /^postgres(?:ql)?:\/\//i.test(value), {
    message: 'must be a URL that begins with postgres:// or postgresql://',
    abort: true,
  })
  .refine(
    isWhole,
    'must be a URL: write special characters of user and password as their codes, such as %23 for #, %2F for /, %3F for ? and %25 for %',
  )

/** Every variable about the history. The defaults are the documented ones. */
export const historyEnvironmentSchema = z.object({
  SEALWATCH_HISTORY: z.enum(['on', 'off']).default('on'),
  SEALWATCH_DATA_DIR: text.default('.sealwatch'),
  DATABASE_URL: postgresUrl.optional(),
  SEALWATCH_DATABASE_IDENTITY: guid.optional(),
  SEALWATCH_DATABASE_WITHOUT_TLS: z.enum(['refuse', 'allow']).default('refuse'),
  SEALWATCH_CLOUD: z.enum(cloudNames).default('public'),
  SEALWATCH_HISTORY_DAYS: whole(1, 3650, 400),
  SEALWATCH_HISTORY_MAX_MB: whole(1, 1_000_000, 4096),
  SEALWATCH_AUDIT_DAYS: whole(leastAuditDays, 3650, 400),
  SEALWATCH_POLL_MOVING_SECONDS: whole(5, 3600, 30),
  SEALWATCH_POLL_QUIET_SECONDS: whole(60, 86_400, 900),
})
export type HistoryEnvironment = z.infer<typeof historyEnvironmentSchema>
