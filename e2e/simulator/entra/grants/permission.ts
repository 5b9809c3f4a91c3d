import type { Simulator } from '../../server/state'
import type { Application } from '../applications'
import { hasConsented } from '../consent'
import type { Identity } from '../identities'
import type { ScopeRequest } from '../scopes'

/**
 * True where the application may have a token for the resource in this user's name: it registered the permission, or
 * nobody has to be asked for it. The product's page has none for ARM, on purpose.
 */
export function mayHave(
  simulator: Simulator,
  identity: Identity,
  { clientId, registration }: Application,
  scopes: ScopeRequest,
): boolean {
  const declared = registration.requiredResourceAccess.some(
    ({ resourceAppId }) => resourceAppId === scopes.resourceAppId,
  )
  const permitted = scopes.resource !== 'arm' || declared
  return permitted && hasConsented(simulator, identity, clientId, scopes)
}
