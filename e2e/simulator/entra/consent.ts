import { principalOf, registrationOf, scopesOf, type Directory } from '../directory/model'
import { tenantOf, type Simulator } from '../server/state'
import type { Identity } from './identities'
import type { ScopeRequest } from './scopes'

const key = (identity: Identity, clientId: string): string => `${identity.person.objectId}|${clientId}`.toLowerCase()

/** Scopes of the request, `.default` standing for those that the client registered. */
function wanted(directory: Directory, clientId: string, { resourceAppId, names }: ScopeRequest): string[] {
  const own = names.filter((name) => name !== '.default')
  if (own.length === names.length) return own
  const declared = registrationOf(directory, clientId)?.requiredResourceAccess ?? []
  const ids = declared
    .filter((each) => each.resourceAppId === resourceAppId)
    .flatMap(({ resourceAccess }) => resourceAccess)
  const scopes = scopesOf(directory, resourceAppId)
  return [...own, ...ids.flatMap(({ id }) => scopes.find((scope) => scope.id === id)?.value ?? [])]
}

/** What the API lets the client have without anybody's consent. */
function preAuthorized(directory: Directory, clientId: string, resourceAppId: string): string[] {
  const api = registrationOf(directory, resourceAppId)?.api
  const ids = api?.preAuthorizedApplications.find(({ appId }) => appId === clientId)?.delegatedPermissionIds ?? []
  return api?.oauth2PermissionScopes.filter(({ id }) => ids.includes(id)).map(({ value }) => value) ?? []
}

/** What was consented to for everyone, or for this person, in the directory. */
function granted(directory: Directory, identity: Identity, clientId: string, resourceAppId: string): string[] {
  const [client, resource] = [principalOf(directory, clientId), principalOf(directory, resourceAppId)]
  return [...directory.grants.values()]
    .filter((grant) => grant.clientId === client?.id && grant.resourceId === resource?.id)
    .filter(
      ({ consentType, principalId }) => consentType === 'AllPrincipals' || principalId === identity.person.objectId,
    )
    .flatMap(({ scope }) => scope.split(' '))
}

/** True where the user, the administrator for everyone, or the API itself lets the application have what it asks for. */
export function hasConsented(
  simulator: Simulator,
  identity: Identity,
  clientId: string,
  scopes: ScopeRequest,
): boolean {
  const tenant = tenantOf(simulator, identity.tenantId)
  if (tenant === undefined) return false
  const { directory, signIn } = tenant
  // Signing in and reading one's own profile is asked for together with everything else.
  const asked = scopes.resource === 'graph' ? [] : wanted(directory, clientId, scopes)
  if (scopes.resource !== 'graph' && asked.length === 0) return false
  if (signIn.consents.has(key(identity, clientId))) return true
  if (identity.person.trouble.includes('consent-needed')) return false
  const had = [
    ...preAuthorized(directory, clientId, scopes.resourceAppId),
    ...granted(directory, identity, clientId, scopes.resourceAppId),
  ]
  return asked.every((scope) => had.includes(scope))
}

/**
 * Applications that a request asks consent for: the one that signs in, and with `.default` also the API behind it, where
 * that API knows the client.
 * Entra combines the two only for `.default` (https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow#default-and-combined-consent).
 */
export function consentsAsked(directory: Directory | undefined, clientId: string, scopes: ScopeRequest): string[] {
  if (scopes.resource !== 'api' || !scopes.names.includes('.default') || directory === undefined) return [clientId]
  const known = registrationOf(directory, scopes.resourceAppId)?.api.knownClientApplications ?? []
  return known.includes(clientId) ? [clientId, scopes.resourceAppId] : [clientId]
}

export function giveConsent(simulator: Simulator, identity: Identity, clientIds: readonly string[]): void {
  const consents = tenantOf(simulator, identity.tenantId)?.signIn.consents
  for (const clientId of clientIds) consents?.add(key(identity, clientId))
}

/** Takes back what a user consented to. */
export function withdrawConsent(simulator: Simulator, identity: Identity): void {
  const consents = tenantOf(simulator, identity.tenantId)?.signIn.consents
  const own = `${identity.person.objectId.toLowerCase()}|`
  for (const entry of [...(consents ?? [])]) if (entry.startsWith(own)) consents?.delete(entry)
}
