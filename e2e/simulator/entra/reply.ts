import type { SimRequest, SimResponse } from '../model/http'
import { distort, insteadOf } from '../faults/apply'
import type { Scene } from '../faults/kinds'
import { striking } from '../faults/select'
import { whole, type Reply } from '../server/delivery'
import { record } from '../server/ledger'
import { tenantOf, type Simulator } from '../server/state'
import { entraError, errorBody } from './errors'
import type { EntraMatch } from './routes'

async function endpoint(
  simulator: Simulator,
  request: SimRequest,
  { route, segment }: EntraMatch,
): Promise<SimResponse> {
  if (!route.methods.includes(request.method))
    return { status: 405, headers: { allow: route.methods.join(', ') }, json: { error: 'method_not_allowed' } }
  return route.handle(simulator, request, segment)
}

/** An endpoint of fake Entra, with the tenant's faults that name it. */
export async function entraReply(simulator: Simulator, request: SimRequest, match: EntraMatch): Promise<Reply> {
  const tenant = tenantOf(simulator, match.segment)
  if (tenant === undefined) return whole(await endpoint(simulator, request, match))
  const path = request.url.pathname
  const faults = striking(tenant.world.faults, tenant.faults, { route: match.route.name, path, immune: () => false })
  const scene: Scene = {
    url: request.url,
    body: request.body,
    origin: simulator.origins.server,
    tenantId: tenant.world.tenantId,
    objectId: '',
  }
  const failing = faults.find(({ kind }) => kind === 'server-error')
  const failed =
    failing === undefined
      ? null
      : { ...errorBody(entraError('server-failed', simulator.now())), status: failing.status ?? 503 }
  const response = failed ?? insteadOf(faults, scene) ?? (await endpoint(simulator, request, match))
  record(tenant.world, tenant.ledger, {
    at: simulator.now(),
    route: match.route.name,
    method: request.method,
    // Without the query: sign-in URLs contain hints and challenges.
    path,
    status: response.status,
    caller: null,
    fault: faults.map(({ kind }) => kind).join(',') || null,
  })
  return distort(faults, response, scene, 0)
}
