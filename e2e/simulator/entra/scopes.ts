import { productApi } from '../names'
import type { EntraErrorName } from './errors'

/** A resource that tokens are for. */
export type Resource = 'api' | 'arm' | 'graph'

export interface ScopeRequest {
  readonly resource: Resource
  /** The resource as the request spells it, without a slash at its end; empty for Microsoft Graph. */
  readonly identifier: string
  /** Names of scopes at the resource; `.default` is kept as it is. */
  readonly names: readonly string[]
  readonly openid: boolean
  readonly offlineAccess: boolean
}

export type ScopeResult =
  { readonly ok: true; readonly value: ScopeRequest } | { readonly ok: false; readonly error: EntraErrorName }

const openIdScopes = ['openid', 'profile', 'email', 'offline_access']
const known: Readonly<Record<Resource, readonly string[]>> = {
  api: [productApi.scope, '.default'],
  arm: ['user_impersonation', '.default'],
  graph: ['User.Read', '.default'],
}

function resourceOf(identifier: string, armAudience: string): Resource | null {
  const trimmed = identifier.replace(/\/+$/, '').toLowerCase()
  if (trimmed === '' || trimmed === 'https://graph.microsoft.com') return 'graph'
  if (trimmed === productApi.identifierUri || trimmed === productApi.clientId) return 'api'
  return trimmed === armAudience.toLowerCase() ? 'arm' : null
}

/** Splits `api://…/access_as_user` at its last slash. A word without a slash is a scope of Microsoft Graph. */
function split(scope: string): { readonly identifier: string; readonly name: string } {
  const slash = scope.lastIndexOf('/')
  return { identifier: scope.slice(0, Math.max(slash, 0)), name: scope.slice(slash + 1) }
}

/** Reads the `scope` parameter. `armAudience` is the ARM endpoint. Without a resource the token is for Microsoft Graph. */
export function parseScopes(text: string, armAudience: string): ScopeResult {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const own = words.filter((word) => !openIdScopes.includes(word.toLowerCase())).map(split)
  const resources = new Set(own.map(({ identifier }) => resourceOf(identifier, armAudience)))
  if (resources.has(null)) return { ok: false, error: 'unknown-resource' }
  if (resources.size > 1) return { ok: false, error: 'several-resources' }
  const [resource = 'graph'] = resources
  const names = own.map(({ name }) => name)
  if (resource === null || names.some((name) => !known[resource].includes(name)))
    return { ok: false, error: 'unknown-scope' }
  const lower = words.map((word) => word.toLowerCase())
  return {
    ok: true,
    value: {
      resource,
      identifier: (own[0]?.identifier ?? '').replace(/\/+$/, ''),
      names,
      openid: lower.includes('openid'),
      offlineAccess: lower.includes('offline_access'),
    },
  }
}

/** The `aud` claim of a resource's tokens. */
export function audienceOf(resource: Resource, armAudience: string): string {
  if (resource === 'api') return productApi.clientId
  return resource === 'arm' ? armAudience : '00000003-0000-0000-c000-000000000000'
}

/** The `scp` claim: every scope the resource has that was asked for, `.default` standing for all. */
export function grantedScopes(resource: Resource): string {
  if (resource === 'api') return productApi.scope
  return resource === 'arm' ? 'user_impersonation' : 'email openid profile User.Read'
}
