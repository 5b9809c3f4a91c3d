import 'server-only'
import * as z from 'zod'
import { leastAuditDays } from '@/lib/shared/audit-events'
import { cloudNames } from './clouds'
import { guid, whole } from './fields'

const text = z.string().trim()

const postgresUrl = text.refine(
  (value) => URL.canParse(value) && ['postgres:', 'postgresql:'].includes(new URL(value).protocol),
  'must be a URL that begins with postgres:// or postgresql://',
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
