import type { ArmRoute, SimResponse } from '../model/http'
import { invalidApiVersion, missingApiVersion, noRegisteredProvider } from './arm-refusals'

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

/** Path parameters where the template fits, letters compared without case; null where it does not. */
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
  // Clients that name an empty parent of a resource send two slashes there; ARM takes them for one.
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

/** ARM's refusal of an api-version that is missing, unreadable or not one of the route's; null where it is fine. */
export function wrongApiVersion(route: ArmRoute, version: string | null): SimResponse | null {
  if (version === null || version === '') return missingApiVersion()
  const supported = route.apiVersions === 'any-date' ? 'any date' : route.apiVersions.join(', ')
  if (!date.test(version)) return invalidApiVersion(version, supported)
  if (route.apiVersions === 'any-date' || route.apiVersions.includes(version)) return null
  const type = /.*\/providers\/[^/]+\/([^/:]+)/i.exec(route.path)?.[1]
  return type === undefined ? invalidApiVersion(version, supported) : noRegisteredProvider(version, type, supported)
}
