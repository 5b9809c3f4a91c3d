import type { Directory, Registration } from './model'
import type { ApplicationChange } from './shapes'

export interface Broken {
  readonly code: string
  readonly message: string
}

const localNames = ['localhost', '127.0.0.1']

/** https, or http on the local machine (https://learn.microsoft.com/entra/identity-platform/reply-url#restrictions). */
function goodRedirect(text: string): boolean {
  if (!URL.canParse(text) || text.includes('*')) return false
  const { protocol, hostname, hash } = new URL(text)
  return hash === '' && (protocol === 'https:' || (protocol === 'http:' && localNames.includes(hostname)))
}

/**
 * In a single-tenant application `api://` must be followed by its application id, or by a verified domain or the tenant's id
 * (https://learn.microsoft.com/entra/identity-platform/identifier-uri-restrictions).
 */
function wrongIdentifier(directory: Directory, own: Registration, uri: string): Broken | null {
  if (uri !== `api://${own.appId}`) {
    const message = `Values of identifierUris property must use a verified domain of the organization or its subdomain: '${uri}'`
    return { code: 'HostNameNotOnVerifiedDomain', message }
  }
  const taken = [...directory.registrations.values()].some(
    ({ id, identifierUris }) => id !== own.id && identifierUris.includes(uri),
  )
  const message = 'Another object with the same value for property identifierUris already exists.'
  return taken ? { code: 'Request_MultipleObjectsWithSameKeyValue', message } : null
}

/** An enabled permission must be disabled before it is removed (https://learn.microsoft.com/graph/api/application-update). */
function losesEnabledScope(own: Registration, change: ApplicationChange): boolean {
  const next = change.api?.oauth2PermissionScopes
  if (next === undefined) return false
  return own.api.oauth2PermissionScopes.some(({ id, isEnabled }) => isEnabled && !next.some((each) => each.id === id))
}

/** Only existing scopes of the API can be pre-authorised. */
function unknownPermission(own: Registration, change: ApplicationChange): boolean {
  // Microsoft Graph checks both parts of one request against the previous state.
  const known = own.api.oauth2PermissionScopes.map(({ id }) => id)
  const asked = (change.api?.preAuthorizedApplications ?? []).flatMap(
    ({ delegatedPermissionIds }) => delegatedPermissionIds,
  )
  return asked.some((id) => !known.includes(id))
}

/** Microsoft Graph's refusal of a change of an application; null if it is accepted. */
export function brokenRule(directory: Directory, own: Registration, change: ApplicationChange): Broken | null {
  const uris = [change.spa, change.web].flatMap((part) => part?.redirectUris ?? [])
  if (!uris.every(goodRedirect))
    return { code: 'Request_BadRequest', message: 'Redirect URIs must start with https, or http for localhost.' }
  for (const uri of change.identifierUris ?? []) {
    const wrong = wrongIdentifier(directory, own, uri)
    if (wrong !== null) return wrong
  }
  if (losesEnabledScope(own, change)) {
    const message = 'Permission (scope or role) cannot be deleted or updated unless disabled first.'
    return { code: 'CannotDeleteOrUpdateEnabledEntitlement', message }
  }
  const message = 'Property api.preAuthorizedApplications names a permission that the application does not have.'
  return unknownPermission(own, change) ? { code: 'InvalidValue', message } : null
}
