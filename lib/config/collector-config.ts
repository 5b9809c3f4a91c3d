import 'server-only'
import * as z from 'zod'
import { fail, ok, type Result } from '@/lib/shared/result'
import { readCertificate, readNamed } from './certificate'
import { cloudHosts, cloudOfAuthority, signInHosts, type CloudName } from './clouds'
import { environmentSchema, withoutEmpty } from './environment'
import { guid } from './fields'
import { ConfigurationError, problemsOf, type ConfigProblem } from './problems'

/**
 * The collector's credential at Entra. A file must be usable at the start; it is read again when it is needed, so that it
 * can be rotated.
 */
export type ServiceCredential =
  | { readonly kind: 'managed-identity'; readonly clientId: string | null }
  | { readonly kind: 'secret'; readonly clientId: string; readonly secret: string }
  | { readonly kind: 'certificate'; readonly clientId: string; readonly path: string }
  | { readonly kind: 'federated-token'; readonly clientId: string; readonly path: string }

/** The collector's configuration; it does not contain the API's identity. */
export interface CollectorConfig {
  readonly cloud: CloudName
  readonly tenantId: string
  readonly authorityHost: string
  /** Whether Microsoft's libraries do not know `authorityHost`. */
  readonly ownAuthority: boolean
  readonly armEndpoint: string
  readonly armScope: string
  /** This process's part of the limits that Azure counts for all callers together. */
  readonly azureShare: number
  readonly credential: ServiceCredential
}

const text = z.string().trim()

/** The variables that only the collector reads. */
export const collectorEnvironmentSchema = z.object({
  SEALWATCH_COLLECTOR_CLIENT_ID: guid.optional(),
  SEALWATCH_COLLECTOR_CLIENT_SECRET: z.string().optional(),
  SEALWATCH_COLLECTOR_CERTIFICATE_PATH: text.optional(),
  SEALWATCH_COLLECTOR_FEDERATED_TOKEN_FILE: text.optional(),
})

const collectorSchema = environmentSchema
  .pick({
    SEALWATCH_CLOUD: true,
    SEALWATCH_AUTHORITY_HOST: true,
    SEALWATCH_ARM_ENDPOINT: true,
    SEALWATCH_TENANT: true,
    SEALWATCH_AZURE_SHARE: true,
  })
  .extend(collectorEnvironmentSchema.shape)
type Variables = z.infer<typeof collectorSchema>

/**
 * Without any credential, or with only a client id, the machine's managed identity; otherwise exactly one credential.
 */
function credentialOf(variables: Variables): Result<ServiceCredential, ConfigProblem> {
  const clientId = variables.SEALWATCH_COLLECTOR_CLIENT_ID
  const {
    SEALWATCH_COLLECTOR_CLIENT_SECRET: secret,
    SEALWATCH_COLLECTOR_CERTIFICATE_PATH: certificate,
    SEALWATCH_COLLECTOR_FEDERATED_TOKEN_FILE: token,
  } = variables
  const given = [secret, certificate, token].filter((proof) => proof !== undefined).length
  if (given === 0) return ok({ kind: 'managed-identity', clientId: clientId ?? null })
  if (given > 1) {
    const message = `at most one of client secret, certificate and federated token may be set, not ${given}`
    return fail({ variable: 'SEALWATCH_COLLECTOR_CLIENT_SECRET', message })
  }
  if (clientId === undefined) return fail({ variable: 'SEALWATCH_COLLECTOR_CLIENT_ID', message: 'is missing' })
  if (secret !== undefined) return ok({ kind: 'secret', clientId, secret })
  if (certificate !== undefined) {
    const read = readCertificate(certificate)
    return read.ok
      ? ok({ kind: 'certificate', clientId, path: certificate })
      : fail({ variable: 'SEALWATCH_COLLECTOR_CERTIFICATE_PATH', message: read.failure })
  }
  const path = token ?? ''
  const read = readNamed(path)
  return read.ok
    ? ok({ kind: 'federated-token', clientId, path })
    : fail({ variable: 'SEALWATCH_COLLECTOR_FEDERATED_TOKEN_FILE', message: read.failure })
}

/** Parses the collector's variables. */
export function parseCollectorConfig(
  raw: Readonly<Record<string, string | undefined>>,
): Result<CollectorConfig, ConfigProblem[]> {
  const variables = withoutEmpty(raw)
  const parsed = collectorSchema.safeParse(variables)
  if (!parsed.success) return fail(problemsOf(parsed.error.issues, variables))
  const { data } = parsed
  const credential = credentialOf(data)
  if (!credential.ok) return fail([credential.failure])
  const hosts = cloudHosts[data.SEALWATCH_CLOUD]
  const { authorityHost } = signInHosts(data.SEALWATCH_AUTHORITY_HOST ?? hosts.authorityHost)
  const armEndpoint = data.SEALWATCH_ARM_ENDPOINT ?? hosts.armEndpoint
  return ok({
    cloud: data.SEALWATCH_CLOUD,
    tenantId: data.SEALWATCH_TENANT,
    authorityHost,
    ownAuthority: cloudOfAuthority(authorityHost) === null,
    armEndpoint,
    armScope: `${armEndpoint}/.default`,
    azureShare: data.SEALWATCH_AZURE_SHARE,
    credential: credential.value,
  })
}

/**
 * The collector's configuration.
 * @throws ConfigurationError naming every wrong variable
 */
export function collectorConfig(): CollectorConfig {
  const parsed = parseCollectorConfig(process.env)
  if (!parsed.ok) throw new ConfigurationError(parsed.failure)
  return parsed.value
}
