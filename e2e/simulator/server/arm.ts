import { offeredProviders } from './providers'
import { randomUUID } from 'node:crypto'
import type { ArmRoute, SimRequest, SimResponse } from '../model/http'
import type { Fault } from '../model/faults'
import { productApi, productSpa } from '../names'
import { distort, insteadOf } from '../faults/apply'
import type { Scene } from '../faults/kinds'
import { striking } from '../faults/select'
import { can } from '../rbac/can'
import { drawAll } from '../throttle/throttle'
import { authenticate, type Authenticated } from './arm-caller'
import { matchRoute, wrongApiVersion, type ArmMatch } from './arm-match'
import { readOnlyRefused, unknownRoute, wrongTenant } from './arm-refusals'
import { whole, type Reply } from './delivery'
import { record, recordUnknown } from './ledger'
import type { Simulator, Tenant } from './state'

interface Outcome {
  readonly reply: Reply
  readonly route: string
  readonly faults: readonly Fault[]
}

const plain = (route: string, response: SimResponse): Outcome => ({ route, reply: whole(response), faults: [] })

/** No route of the simulator: a change that the product must not request, or a missing route. */
function unmatched({ tenant, caller }: Authenticated, request: SimRequest): Outcome {
  const { pathname } = request.url
  const reading = request.method === 'GET' || request.method === 'HEAD'
  const products: readonly string[] = [productApi.clientId, productSpa.clientId]
  if (!reading && products.includes(caller.applicationId)) {
    tenant.ledger.refusedChanges += 1
    return plain('refused-change', readOnlyRefused())
  }
  recordUnknown(tenant.ledger, request.method, pathname)
  return plain('unknown', unknownRoute(request.method, pathname))
}

/** True if the path names a subscription of another tenant than the token's. */
function foreignSubscription(simulator: Simulator, tenant: Tenant, path: string): boolean {
  const id = /^\/subscriptions\/([^/]+)/i.exec(path)?.[1]?.toLowerCase()
  const owns = ({ world }: Tenant): boolean => world.subscriptions.some((each) => each.id.toLowerCase() === id)
  return id !== undefined && !owns(tenant) && [...simulator.tenants.values()].some(owns)
}

async function handle(
  simulator: Simulator,
  who: Authenticated,
  request: SimRequest,
  { route, params }: ArmMatch,
): Promise<SimResponse> {
  return route.handle({
    world: who.tenant.world,
    caller: who.caller,
    params,
    query: request.url.searchParams,
    apiVersion: request.url.searchParams.get('api-version') ?? '',
    contentType: request.headers['content-type'] ?? '',
    body: request.body,
    origin: simulator.origins.server,
    now: who.tenant.world.clock.now(),
    providers: () => offeredProviders(simulator.routes, who.tenant.apiVersions),
    can: (action, scope) => can(who.roles, action, scope),
  })
}

/** What is left of a world's latency after the time that an answer took to compute: Azure's latency includes both. */
function latencyLeft(latencyMs: number | undefined, since: number): number {
  return Math.max(0, (latencyMs ?? 0) - (performance.now() - since))
}

/** A known route: api-version, tenant, faults, buckets, then the route itself. */
async function serve(simulator: Simulator, who: Authenticated, request: SimRequest, match: ArmMatch): Promise<Outcome> {
  const since = performance.now()
  const { tenant, caller } = who
  const route: ArmRoute = match.route
  const path = request.url.pathname
  const { value: first } = tenant.world.vms.values().next()
  const version = wrongApiVersion(
    route,
    request.url.searchParams.get('api-version'),
    tenant.apiVersions,
    first?.region ?? 'westeurope',
  )
  if (version !== null) return plain(route.name, version)
  const { server } = simulator.origins
  if (foreignSubscription(simulator, tenant, path)) return plain(route.name, wrongTenant(server, tenant.world.tenantId))
  const immune = (fault: Fault): boolean => fault.kind === 'claims-challenge' && who.stronger
  const faults = striking(tenant.world.faults, tenant.faults, { route: route.name, path, body: request.body, immune })
  const scene: Scene = {
    url: request.url,
    body: request.body,
    origin: server,
    tenantId: tenant.world.tenantId,
    objectId: caller.objectId,
    acceptsGzip: request.headers['accept-encoding']?.includes('gzip') === true,
  }
  const toll = drawAll({
    world: tenant.world,
    buckets: tenant.buckets,
    caller,
    costs: route.cost,
    path,
    now: simulator.now(),
  })
  const answer = insteadOf(faults, scene) ?? toll.refusal ?? (await handle(simulator, who, request, match))
  const response = { ...answer, headers: { ...toll.headers, ...answer.headers } }
  const delay = latencyLeft(tenant.world.spec.latencyMs, since)
  return { route: route.name, faults, reply: distort(faults, response, scene, delay) }
}

/** `now`: the time of the tenant's world, which is Azure's time for the caller. */
function armHeaders(request: SimRequest, now: number): Record<string, string> {
  const id = randomUUID()
  return {
    date: new Date(now).toUTCString(),
    'cache-control': 'no-cache',
    'x-ms-request-id': id,
    'x-ms-correlation-request-id': request.headers['x-ms-correlation-request-id'] ?? id,
    'x-ms-routing-request-id': `LOCALHOST:${new Date().toISOString().slice(0, 19)}Z:${id}`,
    'x-content-type-options': 'nosniff',
  }
}

const readsOneVm: ReadonlySet<string> = new Set(['vm-get', 'vm-instance-view'])

function note(
  simulator: Simulator,
  tenant: Tenant,
  request: SimRequest,
  outcome: Outcome,
  caller: string | null,
): void {
  if (request.url.origin !== simulator.origins.server) tenant.ledger.foreignHostRequests += 1
  const { delivery, response } = outcome.reply
  if (readsOneVm.has(outcome.route) && response.status === 200 && delivery.kind === 'whole') {
    tenant.ledger.readVms.add(request.url.pathname.toLowerCase().replace(/\/instanceview$/, ''))
  }
  // A request that the simulator cannot compute counts as a missing route, for which tests check.
  if (outcome.route === 'resource-graph' && response.status === 501)
    recordUnknown(tenant.ledger, request.method, request.url.pathname)
  record(tenant.world, tenant.ledger, {
    at: simulator.now(),
    route: outcome.route,
    method: request.method,
    path: `${request.url.pathname}${request.url.search}`,
    status: response.status,
    caller,
    fault: outcome.faults.map(({ kind }) => kind).join(',') || null,
  })
}

/** Fake Azure Resource Manager: all requests on the https listener that are not for fake Entra. */
export async function arm(simulator: Simulator, request: SimRequest): Promise<Reply> {
  const who = await authenticate(simulator, request)
  const match = matchRoute(simulator.routes, request.method, request.url.pathname)
  let outcome: Outcome
  if (!who.ok) outcome = plain(match?.route.name ?? 'unknown', who.response)
  else if (match === null) outcome = unmatched(who.value, request)
  else outcome = await serve(simulator, who.value, request, match)
  const tenant = who.ok ? who.value.tenant : who.tenant
  if (tenant !== undefined) note(simulator, tenant, request, outcome, who.ok ? who.value.caller.objectId : null)
  const { response } = outcome.reply
  const headers = armHeaders(request, tenant?.world.clock.now() ?? simulator.now())
  return { ...outcome.reply, response: { ...response, headers: { ...headers, ...response.headers } } }
}
