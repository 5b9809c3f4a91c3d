import type { ArmRoute, SimResponse } from '../model/http'
import { invalidApiVersion, invalidResourceType, missingApiVersion, noRegisteredProvider } from './arm-refusals'

export interface ArmMatch {
  readonly route: ArmRoute
  readonly params: Readonly<Record<string, string>>
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Path parameters if the template matches, compared without case; otherwise null. */
function matchPath(template: string, parts: readonly string[]): Record<string, string> | null {
  const wanted = template.split('/')
  if (wanted.length !== parts.length) return null
  const params: Record<string, string> = {}
  for (const [index, want] of wanted.entries()) {
    const part = parts[index] ?? ''
    if (want.startsWith(':')) {
      if (part === '') return null
      params[want.slice(1)] = decoded(part)
    } else if (want.toLowerCase() !== part.toLowerCase()) return null
  }
  return params
}

/** The ARM route of a method and path. */
export function matchRoute(routes: readonly ArmRoute[], method: string, path: string): ArmMatch | null {
  // Clients that leave the name of a resource's parent empty send two slashes there; ARM treats them as one.
  const parts = path
    .replace(/\/+$/, '')
    .replace(/\/{2,}/g, '/')
    .split('/')
  for (const route of routes) {
    if (route.method !== method) continue
    const params = matchPath(route.path, parts)
    if (params !== null) return { route, params }
  }
  return null
}

const date = /^\d{4}-\d{2}-\d{2}(-[a-z]+)?$/i
const providerPath = /.*\/providers\/(?<namespace>[^/:]+)\/(?<types>.+)$/i

/** Provider and type of a route, and whether it is one resource or a list; null outside resource providers. */
export function typeOf(path: string): { namespace: string; type: string; isResource: boolean } | null {
  const { namespace, types } = providerPath.exec(path)?.groups ?? {}
  if (namespace === undefined || types === undefined) return null
  const segments = types.split('/')
  const type = segments.filter((_, index) => index % 2 === 0).join('/')
  return { namespace, type, isResource: segments.length % 2 === 0 }
}

/**
 * ARM's refusal of an api-version that is missing, invalid or not supported by the route; null if it is valid.
 * @param offered the versions of the tenant's cloud by provider, if they differ from the route's
 * @param location the region that the refusal of a single resource names
 */
export function wrongApiVersion(
  route: ArmRoute,
  version: string | null,
  offered: ReadonlyMap<string, readonly string[]>,
  location: string,
): SimResponse | null {
  if (version === null || version === '') return missingApiVersion()
  const place = typeOf(route.path)
  const versions =
    offered.get(place?.namespace.toLowerCase() ?? 'microsoft.resources') ?? offered.get('*') ?? route.apiVersions
  if (!date.test(version)) return invalidApiVersion(version, versions)
  if (versions.includes(version)) return null
  if (place === null) return invalidApiVersion(version, versions)
  const { namespace, type, isResource } = place
  // An action is checked on its target resource.
  return isResource || route.method === 'POST'
    ? noRegisteredProvider({ version, type, location, versions })
    : invalidResourceType({ version, type, namespace, versions })
}
