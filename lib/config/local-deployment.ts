import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
import { cloudHosts, type CloudName } from './clouds'
import { environmentSchema, withoutEmpty } from './environment'
import { problemsOf, type ConfigProblem } from './problems'
import type { ServerConfig } from './server-config'
import { storageOf } from './storage-address'

/**
 * The deployment of a program for one person on their own machine. The program sets it before the server starts; no
 * variable of the environment can turn a server into one.
 */
export interface LocalDeployment {
  readonly cloud: CloudName
  readonly authorityHost: string
  readonly armEndpoint: string
  /** Tenant that is shown unless the page names another. */
  readonly tenantId: string
}

declare global {
  // Next.js bundles each route separately; all of them belong to one program.
  var sealwatchLocalDeployment: LocalDeployment | undefined
}

/** Variables of a registration, which this program does not have. */
const registration = { SEALWATCH_SPA_CLIENT_ID: true, SEALWATCH_API_CLIENT_ID: true, SEALWATCH_TENANT: true } as const
const localSchema = environmentSchema.partial(registration)

/**
 * The configuration of a program for one person: the place from the tool that the person is signed in to, and the
 * limits from the environment.
 */
export function parseLocalConfig(
  { cloud, authorityHost, armEndpoint, tenantId }: LocalDeployment,
  raw: Readonly<Record<string, string | undefined>>,
): Result<ServerConfig, readonly ConfigProblem[]> {
  const variables = withoutEmpty(raw)
  const parsed = localSchema.safeParse(variables)
  if (!parsed.success) return fail(problemsOf(parsed.error.issues, variables))
  return ok({
    cloud,
    authorityHost,
    armEndpoint,
    armScope: `${armEndpoint}/.default`,
    storage: storageOf(parsed.data.SEALWATCH_STORAGE_ORIGIN, cloud),
    portalHost: cloudHosts[cloud].portalHost,
    spaClientId: '',
    apiClientId: '',
    apiClients: [],
    apiApplications: [],
    apiScope: '',
    credential: { kind: 'none' },
    tenantId,
    allowedTenants: '*',
    browserAuthorityMetadata: null,
    signInOrigins: [],
    azureShare: parsed.data.SEALWATCH_AZURE_SHARE,
    requestsPerMinute: parsed.data.SEALWATCH_REQUESTS_PER_MINUTE,
    idleMinutes: null,
    demo: false,
    unauthenticatedPerMinute: parsed.data.SEALWATCH_UNAUTHENTICATED_PER_MINUTE,
  })
}
