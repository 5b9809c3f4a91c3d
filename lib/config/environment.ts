import 'server-only'
import * as z from 'zod'
import { cloudNames } from './clouds'
import { authorityMetadata, browserOrigin, commaList, guid, secureOrigin } from './fields'

const text = z.string().trim()

/** Tenants that may use the deployment: an explicit `*` for any, or a list of tenant ids. */
const tenantList = text.transform((value, context) => {
  if (value === '*') return '*' as const
  const parsed = z.array(guid).min(1).safeParse(commaList(value))
  if (parsed.success) return parsed.data
  context.addIssue({ code: 'custom', message: 'must be a comma list of tenant ids (GUIDs), or *' })
  return z.NEVER
})

const clientList = text
  .transform(commaList)
  .pipe(z.array(guid))
  .refine((clients) => clients.length > 0, 'must be a comma list of client ids (GUIDs)')

const originList = text.transform(commaList).pipe(z.array(browserOrigin).min(1, 'must name at least one origin'))

/** Every variable that the server reads, each with its own rule. `rules.ts` has the rules between variables. */
export const environmentSchema = z.object({
  SEALWATCH_CLOUD: z.enum(cloudNames).default('public'),
  SEALWATCH_AUTHORITY_HOST: secureOrigin.optional(),
  SEALWATCH_ARM_ENDPOINT: secureOrigin.optional(),
  SEALWATCH_STORAGE_ORIGIN: secureOrigin.optional(),
  SEALWATCH_SPA_CLIENT_ID: guid,
  SEALWATCH_API_CLIENT_ID: guid,
  SEALWATCH_API_SCOPE: text
    .regex(/^[\x21-\x7e]+\/[\w.-]+$/, 'must be one scope such as api://…/access_as_user')
    .optional(),
  SEALWATCH_API_CLIENTS: clientList.optional(),
  SEALWATCH_API_APPLICATIONS: clientList.optional(),
  SEALWATCH_API_CLIENT_SECRET: z.string().optional(),
  SEALWATCH_API_CLIENT_CERTIFICATE_PATH: text.optional(),
  SEALWATCH_API_FEDERATED_TOKEN_FILE: text.optional(),
  SEALWATCH_API_MANAGED_IDENTITY_CLIENT_ID: guid.optional(),
  SEALWATCH_TENANT: guid,
  SEALWATCH_ALLOWED_TENANTS: tenantList.optional(),
  SEALWATCH_BROWSER_AUTHORITY_METADATA: authorityMetadata.optional(),
  SEALWATCH_SIGN_IN_ORIGINS: originList.optional(),
  SEALWATCH_DEMO_BANNER: z.enum(['on', 'off']).default('off'),
  SEALWATCH_AZURE_SHARE: z.coerce
    .number()
    .min(0.01, 'must be from 0.01 to 1')
    .max(1, 'must be from 0.01 to 1')
    .default(0.5),
  SEALWATCH_REQUESTS_PER_MINUTE: z.coerce
    .number()
    .int('must be a whole number')
    .min(60, 'must be from 60 to 100000')
    .max(100_000, 'must be from 60 to 100000')
    .default(600),
  SEALWATCH_IDLE_MINUTES: z.coerce
    .number()
    .int('must be a whole number')
    .min(0, 'must be from 0 (never) to 1440')
    .max(1440, 'must be from 0 (never) to 1440')
    .default(60),
  SEALWATCH_UNAUTHENTICATED_PER_MINUTE: z.coerce
    .number()
    .int('must be a whole number')
    .min(10, 'must be from 10 to 100000')
    .max(100_000, 'must be from 10 to 100000')
    .default(300),
})
export type Environment = z.infer<typeof environmentSchema>

/** An empty variable counts as not set, because shells and container files cannot unset one. */
export function withoutEmpty(variables: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(variables)) {
    if (value !== undefined && value.trim() !== '') kept[name] = value
  }
  return kept
}
