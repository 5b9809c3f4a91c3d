import { microsoftGraphAppId, principalOf, scopesOf, serviceManagementAppId, type Directory } from '../directory/model'
import type { EntraErrorName } from './errors'

/** The resource of a token. */
export type Resource = 'api' | 'arm' | 'graph' | 'storage'

/** Azure Storage in every cloud: audience of its tokens, and its application's id. */
export const storageResource = 'https://storage.azure.com'
const storageAppId = 'e406a681-f3d4-42a8-90b6-c2b029497af1'

export interface ScopeRequest {
  readonly resource: Resource
  /** Application id of the resource. */
  readonly resourceAppId: string
  /** The resource as the request spells it, without a slash at its end; empty for Microsoft Graph. */
  readonly identifier: string
  /** Names of scopes at the resource; `.default` is kept as it is. */
  readonly names: readonly string[]
  /** Every scope that the resource has. */
  readonly offered: readonly string[]
  readonly openid: boolean
  readonly offlineAccess: boolean
}

export type ScopeResult =
  { readonly ok: true; readonly value: ScopeRequest } | { readonly ok: false; readonly error: EntraErrorName }

/** Addresses of resources: `armAudience` is the ARM endpoint. */
export interface ScopeContext {
  readonly armAudience: string
  readonly directory: Directory | undefined
}

const openIdScopes = ['openid', 'profile', 'email', 'offline_access']

/** Fake Graph is the https listener under its other name: azure-cli distinguishes resources only by their address. */
export function graphOrigin(armAudience: string): string {
  return armAudience.replace('//localhost', '//127.0.0.1')
}

interface Found {
  readonly resource: Resource
  readonly appId: string
}

function resourceOf(identifier: string, { armAudience, directory }: ScopeContext): Found | null {
  const trimmed = identifier.replace(/\/+$/, '').toLowerCase()
  const graph = ['', 'https://graph.microsoft.com', graphOrigin(armAudience).toLowerCase()]
  if (graph.includes(trimmed)) return { resource: 'graph', appId: microsoftGraphAppId }
  if (trimmed === armAudience.toLowerCase()) return { resource: 'arm', appId: serviceManagementAppId }
  if (trimmed === storageResource) return { resource: 'storage', appId: storageAppId }
  const own = [...(directory?.registrations.values() ?? [])].find(
    ({ appId, identifierUris }) => appId === trimmed || identifierUris.some((uri) => uri.toLowerCase() === trimmed),
  )
  // Tokens are issued for applications with a service principal in the tenant; a registration without one is not found.
  const present = own !== undefined && directory !== undefined && principalOf(directory, own.appId) !== undefined
  return present ? { resource: 'api', appId: own.appId } : null
}

/** Splits `api://…/access_as_user` at its last slash. A word without a slash is a scope of Microsoft Graph. */
function split(scope: string): { readonly identifier: string; readonly name: string } {
  const slash = scope.lastIndexOf('/')
  return { identifier: scope.slice(0, Math.max(slash, 0)), name: scope.slice(slash + 1) }
}

function offeredBy(directory: Directory | undefined, { resource, appId }: Found): string[] {
  const scopes = directory === undefined ? [] : scopesOf(directory, appId)
  const enabled = scopes.filter(({ isEnabled }) => isEnabled).map(({ value }) => value)
  return resource === 'graph' ? ['email', 'openid', 'profile', ...enabled] : enabled
}

/** Parses the `scope` parameter. Without a resource the token is for Microsoft Graph. */
export function parseScopes(text: string, around: ScopeContext): ScopeResult {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const own = words.filter((word) => !openIdScopes.includes(word.toLowerCase())).map(split)
  const resources = own.map(({ identifier }) => resourceOf(identifier, around))
  if (resources.includes(null)) return { ok: false, error: 'unknown-resource' }
  if (new Set(resources.map((found) => found?.appId)).size > 1) return { ok: false, error: 'several-resources' }
  const found = resources[0] ?? { resource: 'graph' as const, appId: microsoftGraphAppId }
  const offered = offeredBy(around.directory, found)
  const names = own.map(({ name }) => name)
  if (names.some((name) => name !== '.default' && !offered.includes(name))) return { ok: false, error: 'unknown-scope' }
  const lower = words.map((word) => word.toLowerCase())
  return {
    ok: true,
    value: {
      resource: found.resource,
      resourceAppId: found.appId,
      identifier: (own[0]?.identifier ?? '').replace(/\/+$/, ''),
      names,
      offered,
      openid: lower.includes('openid'),
      offlineAccess: lower.includes('offline_access'),
    },
  }
}
