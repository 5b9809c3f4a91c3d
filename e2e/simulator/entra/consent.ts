import { principalOf, registrationOf, scopesOf, type Directory } from '../directory/model'
import { tenantOf, type Simulator } from '../server/state'
import type { Identity } from './identities'
import type { ScopeRequest } from './scopes'

/** One permission that a person gave an application: consent is by scope (https://learn.microsoft.com/entra/identity-platform/permissions-consent-overview#incremental-and-dynamic-user-consent). */
const key = (identity: Identity, clientId: string, resourceAppId: string, scope: string): string =>
  [identity.person.objectId, clientId, resourceAppId, scope].join('|').toLowerCase()

/** Signing in and reading one's own profile: asked for together with everything else. */
const signingIn = 'openid'

/** Scopes of the request, `.default` standing for those that the client registered. */
function wanted(directory: Directory, clientId: string, { resourceAppId, names }: ScopeRequest): string[] {
  const own = names.filter((name) => name !== '.default')
  if (own.length === names.length) return own
  const declared = registered(directory, clientId).filter(([resource]) => resource === resourceAppId)
  return [...own, ...declared.map(([, scope]) => scope)]
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
  const asked = scopes.resource === 'graph' ? [signingIn] : wanted(directory, clientId, scopes)
  if (asked.length === 0) return false
  const gave = (scope: string): boolean =>
    signIn.consents.has(key(identity, clientId, scope === signingIn ? '' : scopes.resourceAppId, scope))
  if (identity.person.trouble.includes('consent-needed')) return asked.every(gave)
  if (scopes.resource === 'graph') return true
  const had = [
    ...preAuthorized(directory, clientId, scopes.resourceAppId),
    ...granted(directory, identity, clientId, scopes.resourceAppId),
  ]
  return asked.every((scope) => had.includes(scope) || gave(scope))
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

/** Every permission that an application registered, by resource. */
function registered(directory: Directory, clientId: string): (readonly [resourceAppId: string, scope: string])[] {
  const declared = registrationOf(directory, clientId)?.requiredResourceAccess ?? []
  return declared.flatMap(({ resourceAppId, resourceAccess }) => {
    const scopes = scopesOf(directory, resourceAppId)
    const values = resourceAccess.flatMap(({ id }) => scopes.find((scope) => scope.id === id)?.value ?? [])
    return values.map((value) => [resourceAppId, value] as const)
  })
}

/**
 * Keeps what a person agreed to: the scopes of the request, and of an application behind it everything that it registered.
 * @param clientIds what `consentsAsked` gave
 */
export function giveConsent(
  simulator: Simulator,
  identity: Identity,
  clientIds: readonly string[],
  scopes: ScopeRequest,
): void {
  const tenant = tenantOf(simulator, identity.tenantId)
  const [client, ...behind] = clientIds
  if (tenant === undefined || client === undefined) return
  const { consents } = tenant.signIn
  consents.add(key(identity, client, '', signingIn))
  for (const scope of wanted(tenant.directory, client, scopes))
    consents.add(key(identity, client, scopes.resourceAppId, scope))
  for (const clientId of behind)
    for (const [resourceAppId, scope] of registered(tenant.directory, clientId))
      consents.add(key(identity, clientId, resourceAppId, scope))
}

/** Takes back what a user consented to. */
export function withdrawConsent(simulator: Simulator, identity: Identity): void {
  const consents = tenantOf(simulator, identity.tenantId)?.signIn.consents
  const own = `${identity.person.objectId.toLowerCase()}|`
  for (const entry of [...(consents ?? [])]) if (entry.startsWith(own)) consents?.delete(entry)
}
