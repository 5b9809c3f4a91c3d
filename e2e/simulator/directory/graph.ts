import { textClaim, verifyOwnToken } from '../entra/verify'
import { graphOrigin } from '../entra/scopes'
import type { SimRequest, SimResponse } from '../model/http'
import { record } from '../server/ledger'
import { tenantOf, type Simulator, type Tenant } from '../server/state'
import { applicationRoutes } from './applications'
import { graphError, type GraphRoute, type Role } from './call'
import { consentRoutes } from './consents'
import { microsoftGraphAppId } from './model'

const routes: readonly GraphRoute[] = [...applicationRoutes, ...consentRoutes]
const rank: Readonly<Record<Role, number>> = { reader: 0, developer: 1, administrator: 2 }

/**
 * The first service principal of a world administers its directory. Chiara Rossi may register applications but not consent
 * for all users (the role Application Developer); all other users may read.
 */
function roleOf({ world }: Tenant, objectId: string): Role | null {
  if (world.servicePrincipals[0]?.objectId === objectId) return 'administrator'
  const person = world.people.find((each) => each.objectId === objectId)
  if (person === undefined) return null
  return person.displayName === 'Chiara Rossi' ? 'developer' : 'reader'
}

function match(method: string, path: string): { readonly route: GraphRoute; readonly id: string } | null {
  const parts = path.split('/')
  for (const route of routes) {
    const wanted = route.path.split('/')
    const fits = wanted.length === parts.length && wanted.every((part, at) => part === ':id' || part === parts[at])
    if (fits && route.method === method) return { route, id: parts[wanted.indexOf(':id')] ?? '' }
  }
  return null
}

async function tenantOfToken(simulator: Simulator, request: SimRequest) {
  const token = /^Bearer +([^ ]+)$/i.exec(request.headers['authorization'] ?? '')?.[1] ?? ''
  for (const audience of [graphOrigin(simulator.origins.server), microsoftGraphAppId]) {
    const verified = await verifyOwnToken(simulator, token, audience)
    if (verified.kind !== 'good') continue
    const tenant = tenantOf(simulator, textClaim(verified.claims, 'tid') ?? '')
    const objectId = textClaim(verified.claims, 'oid')
    if (tenant !== undefined && objectId !== null) return { tenant, objectId }
  }
  return null
}

function answer(simulator: Simulator, request: SimRequest, tenant: Tenant, objectId: string): SimResponse {
  const found = match(request.method, request.url.pathname.slice('/v1.0'.length))
  if (found === null)
    return graphError(501, 'SimulatorRouteUnknown', `No answer for ${request.method} ${request.url.pathname}.`)
  const role = roleOf(tenant, objectId)
  if (role === null || rank[role] < rank[found.route.needs])
    return graphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.')
  return found.route.handle({ simulator, tenant, request, role, id: found.id })
}

/** True for requests that the https listener serves as Microsoft Graph. */
export function isGraph(request: SimRequest): boolean {
  return request.listener === 'server' && request.url.pathname.startsWith('/v1.0/')
}

/** Fake Microsoft Graph: applications, service principals, delegated permission grants. */
export async function graph(simulator: Simulator, request: SimRequest): Promise<SimResponse> {
  const who = await tenantOfToken(simulator, request)
  if (who === null) return graphError(401, 'InvalidAuthenticationToken', 'Access token validation failure.')
  const response = answer(simulator, request, who.tenant, who.objectId)
  record(who.tenant.world, who.tenant.ledger, {
    at: simulator.now(),
    route: 'graph',
    method: request.method,
    path: request.url.pathname,
    status: response.status,
    caller: who.objectId,
    fault: null,
  })
  return response
}
