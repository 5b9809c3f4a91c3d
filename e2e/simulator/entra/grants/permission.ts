import type { Simulator } from '../../server/state'
import type { Application } from '../applications'
import { hasConsented } from '../consent'
import type { Identity } from '../identities'
import type { ScopeRequest } from '../scopes'

/**
 * True if the application may get a token for the resource on behalf of this user: it registered the permission, or
 * no consent is needed. The product's page deliberately has none for ARM.
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
