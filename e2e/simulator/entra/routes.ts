import type { SimRequest, SimResponse } from '../model/http'
import type { Simulator } from '../server/state'
import { authorize } from './authorize'
import { keySet, openIdConfiguration } from './discovery'
import { logout } from './logout'
import { token } from './token'

type Handle = (simulator: Simulator, request: SimRequest, segment: string) => SimResponse | Promise<SimResponse>

export interface EntraRoute {
  readonly name: string
  readonly methods: readonly string[]
  readonly handle: Handle
}

/** Endpoints by the path after the tenant. Faults can use their names. */
const routes: Readonly<Record<string, EntraRoute>> = {
  '/oauth2/v2.0/authorize': { name: 'entra-authorize', methods: ['GET', 'POST'], handle: authorize },
  '/oauth2/v2.0/token': { name: 'entra-token', methods: ['POST', 'OPTIONS'], handle: token },
  '/oauth2/v2.0/logout': { name: 'entra-logout', methods: ['GET', 'POST'], handle: logout },
  '/discovery/v2.0/keys': { name: 'entra-keys', methods: ['GET'], handle: keySet },
  '/v2.0/.well-known/openid-configuration': {
    name: 'entra-configuration',
    methods: ['GET'],
    handle: (simulator, _request, segment) => openIdConfiguration(simulator, segment),
  },
}

export interface EntraMatch {
  readonly route: EntraRoute
  readonly segment: string
}

/** The fake Entra endpoint of a request; null if it is for another service. */
export function matchEntra(request: SimRequest): EntraMatch | null {
  const found = /^\/([^/]+)(\/.+)$/.exec(request.url.pathname)
  const route = routes[found?.[2]?.toLowerCase() ?? '']
  const segment = found?.[1]
  return route === undefined || segment === undefined ? null : { route, segment }
}
