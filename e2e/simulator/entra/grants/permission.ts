import { azureCliClientId, productApi, productSpa } from '../../names'
import type { Simulator } from '../../server/state'
import type { Application } from '../applications'
import { hasConsented } from '../consent'
import type { Identity } from '../identities'
import type { Resource, ScopeRequest } from '../scopes'

/** Delegated permissions of the registered applications. The browser's application has none for ARM, on purpose. */
const delegated: Readonly<Record<string, readonly Resource[]>> = {
  [productSpa.clientId]: ['api', 'graph'],
  [productApi.clientId]: ['arm', 'graph'],
  [azureCliClientId]: ['arm', 'graph'],
}

/** True where the application may have a token for the resource in this user's name. */
export function mayHave(
  simulator: Simulator,
  identity: Identity,
  application: Application,
  scopes: ScopeRequest,
): boolean {
  const permitted = delegated[application.clientId]?.includes(scopes.resource) ?? false
  return permitted && hasConsented(simulator, identity, application.clientId)
}
