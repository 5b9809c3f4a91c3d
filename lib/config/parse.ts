import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
import { readCertificate, readNamed } from './certificate'
import { cloudHosts, signInHosts, type CloudName } from './clouds'
import { parseCollectorConfig } from './collector-config'
import { environmentSchema, withoutEmpty, type Environment } from './environment'
import { problemsOf, type ConfigProblem } from './problems'
import type { ApiCredential, ServerConfig } from './server-config'
import { storageOf } from './storage-address'

const credentialVariables = [
  'SEALWATCH_API_CLIENT_SECRET',
  'SEALWATCH_API_CLIENT_CERTIFICATE_PATH',
  'SEALWATCH_API_FEDERATED_TOKEN_FILE',
  'SEALWATCH_API_MANAGED_IDENTITY_CLIENT_ID',
] as const

/** Exactly one credential for the API, and its file must be readable now rather than at the first request. */
function parseCredential(
  variables: Readonly<Record<string, string>>,
  cloud: CloudName,
): Result<ApiCredential, ConfigProblem> {
  const given = credentialVariables.filter((name) => variables[name] !== undefined)
  const [only, second] = given
  if (only === undefined || second !== undefined) {
    return fail({ variable: credentialVariables.join(', '), message: `exactly one must be set, not ${given.length}` })
  }
  const value = (variables[only] ?? '').trim()
  switch (only) {
    case 'SEALWATCH_API_CLIENT_SECRET':
      return ok({ kind: 'secret', secret: value })
    case 'SEALWATCH_API_CLIENT_CERTIFICATE_PATH': {
      const read = readCertificate(value)
      return read.ok ? ok({ kind: 'certificate', path: value }) : fail({ variable: only, message: read.failure })
    }
    case 'SEALWATCH_API_FEDERATED_TOKEN_FILE': {
      const read = readNamed(value)
      return read.ok ? ok({ kind: 'federated-token', path: value }) : fail({ variable: only, message: read.failure })
    }
    case 'SEALWATCH_API_MANAGED_IDENTITY_CLIENT_ID':
      return ok({
        kind: 'managed-identity',
        clientId: value.toLowerCase(),
        audience: cloudHosts[cloud].tokenExchangeAudience,
      })
  }
}

function checkHosts(variables: Readonly<Record<string, string>>): ConfigProblem[] {
  const authority = variables['SEALWATCH_AUTHORITY_HOST'] !== undefined
  const arm = variables['SEALWATCH_ARM_ENDPOINT'] !== undefined
  if (authority === arm) return []
  const variable = authority ? 'SEALWATCH_ARM_ENDPOINT' : 'SEALWATCH_AUTHORITY_HOST'
  return [{ variable, message: 'SEALWATCH_AUTHORITY_HOST and SEALWATCH_ARM_ENDPOINT must be set together' }]
}

function assemble(environment: Environment, credential: ApiCredential): ServerConfig {
  const hosts = cloudHosts[environment.SEALWATCH_CLOUD]
  const { authorityHost } = signInHosts(environment.SEALWATCH_AUTHORITY_HOST ?? hosts.authorityHost)
  const armEndpoint = environment.SEALWATCH_ARM_ENDPOINT ?? hosts.armEndpoint
  return {
    cloud: environment.SEALWATCH_CLOUD,
    authorityHost,
    armEndpoint,
    armScope: `${armEndpoint}/.default`,
    storage: storageOf(environment.SEALWATCH_STORAGE_ORIGIN, environment.SEALWATCH_CLOUD),
    portalHost: hosts.portalHost,
    spaClientId: environment.SEALWATCH_SPA_CLIENT_ID,
    apiClientId: environment.SEALWATCH_API_CLIENT_ID,
    apiClients: environment.SEALWATCH_API_CLIENTS ?? [],
    apiApplications: environment.SEALWATCH_API_APPLICATIONS ?? [],
    apiScope: environment.SEALWATCH_API_SCOPE ?? `api://${environment.SEALWATCH_API_CLIENT_ID}/access_as_user`,
    credential,
    tenantId: environment.SEALWATCH_TENANT,
    allowedTenants: environment.SEALWATCH_ALLOWED_TENANTS ?? [environment.SEALWATCH_TENANT],
    browserAuthorityMetadata: environment.SEALWATCH_BROWSER_AUTHORITY_METADATA ?? null,
    signInOrigins: environment.SEALWATCH_SIGN_IN_ORIGINS ?? [authorityHost],
    azureShare: environment.SEALWATCH_AZURE_SHARE,
    requestsPerMinute: environment.SEALWATCH_REQUESTS_PER_MINUTE,
    idleMinutes: environment.SEALWATCH_IDLE_MINUTES === 0 ? null : environment.SEALWATCH_IDLE_MINUTES,
    demo: environment.SEALWATCH_DEMO_BANNER === 'on',
    unauthenticatedPerMinute: environment.SEALWATCH_UNAUTHENTICATED_PER_MINUTE,
  }
}

/** Where applications may read the API, the server reads Azure for them as the collector does. */
function collectorProblems(variables: Readonly<Record<string, string>>): readonly ConfigProblem[] {
  if (variables['SEALWATCH_API_APPLICATIONS'] === undefined) return []
  const collector = parseCollectorConfig(variables)
  return collector.ok ? [] : collector.failure
}

/**
 * Parses the process environment.
 * @param raw names and values; an empty value counts as not set
 * @returns the configuration, or every wrong variable at once
 */
export function parseConfig(raw: Readonly<Record<string, string | undefined>>): Result<ServerConfig, ConfigProblem[]> {
  const variables = withoutEmpty(raw)
  const parsed = environmentSchema.safeParse(variables)
  const credential = parseCredential(variables, parsed.success ? parsed.data.SEALWATCH_CLOUD : 'public')
  const problems: ConfigProblem[] = checkHosts(variables)
  const found = parsed.success ? [] : problemsOf(parsed.error.issues, variables)
  for (const problem of [...found, ...collectorProblems(variables)]) {
    if (!problems.some(({ variable }) => variable === problem.variable)) problems.push(problem)
  }
  if (!credential.ok) problems.push(credential.failure)
  if (!parsed.success || !credential.ok || problems.length > 0) return fail(problems)
  return ok(assemble(parsed.data, credential.value))
}
