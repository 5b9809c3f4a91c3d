import { productApi } from '../names'
import { tenantOf, type Simulator } from '../server/state'
import type { Identity } from './identities'
import type { ScopeRequest } from './scopes'

const key = (identity: Identity, clientId: string): string => `${identity.person.objectId}|${clientId}`.toLowerCase()

/** True where the user, or the administrator for everyone, has consented to what the application wants. */
export function hasConsented(simulator: Simulator, identity: Identity, clientId: string): boolean {
  if (!identity.person.trouble.includes('consent-needed')) return true
  return tenantOf(simulator, identity.tenantId)?.signIn.consents.has(key(identity, clientId)) ?? false
}

/**
 * Applications that a request asks consent for: the one that signs in, and with `.default` also the API behind it.
 * Entra combines the two only for `.default` (https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow#default-and-combined-consent).
 */
export function consentsAsked(clientId: string, scopes: ScopeRequest): string[] {
  return scopes.resource === 'api' && scopes.names.includes('.default') ? [clientId, productApi.clientId] : [clientId]
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
