import { principalOf, registrationOf, scopesOf, type Directory } from '../directory/model'
import { tenantOf, type Simulator } from '../server/state'
import type { Identity } from './identities'
import type { ScopeRequest } from './scopes'

/** One permission that a user granted to an application: consent is by scope (https://learn.microsoft.com/entra/identity-platform/permissions-consent-overview#incremental-and-dynamic-user-consent). */
const key = (identity: Identity, clientId: string, resourceAppId: string, scope: string): string =>
  [identity.person.objectId, clientId, resourceAppId, scope].join('|').toLowerCase()

/** Sign in and read the profile: requested together with every other scope. */
const signingIn = 'openid'

/** Scopes of the request; `.default` expands to those that the client registered. */
function wanted(directory: Directory, clientId: string, { resourceAppId, names }: ScopeRequest): string[] {
  const own = names.filter((name) => name !== '.default')
  if (own.length === names.length) return own
  const declared = registered(directory, clientId).filter(([resource]) => resource === resourceAppId)
  return [...own, ...declared.map(([, scope]) => scope)]
}

/** Scopes that the API grants the client without consent (pre-authorised). */
function preAuthorized(directory: Directory, clientId: string, resourceAppId: string): string[] {
  const api = registrationOf(directory, resourceAppId)?.api
  const ids = api?.preAuthorizedApplications.find(({ appId }) => appId === clientId)?.delegatedPermissionIds ?? []
  return api?.oauth2PermissionScopes.filter(({ id }) => ids.includes(id)).map(({ value }) => value) ?? []
}

/** The consent in the directory for all users, or for this user. */
function granted(directory: Directory, identity: Identity, clientId: string, resourceAppId: string): string[] {
  const [client, resource] = [principalOf(directory, clientId), principalOf(directory, resourceAppId)]
  return [...directory.grants.values()]
    .filter((grant) => grant.clientId === client?.id && grant.resourceId === resource?.id)
    .filter(
      ({ consentType, principalId }) => consentType === 'AllPrincipals' || principalId === identity.person.objectId,
    )
    .flatMap(({ scope }) => scope.split(' '))
}

/** True if the user, the administrator for all users, or the API itself permits the requested scopes. */
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
 * Applications for which a request needs consent: the client, and with `.default` also the API behind it, if
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
 * Stores the consent of a user: the scopes of the request, and for an API behind the client everything that it registered.
 * @param clientIds the result of `consentsAsked`
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

/** Withdraws a user's consent. */
export function withdrawConsent(simulator: Simulator, identity: Identity): void {
  const consents = tenantOf(simulator, identity.tenantId)?.signIn.consents
  const own = `${identity.person.objectId.toLowerCase()}|`
  for (const entry of [...(consents ?? [])]) if (entry.startsWith(own)) consents?.delete(entry)
}
