import { createPublicKey } from 'node:crypto'
import { importSPKI } from 'jose'
import type { z } from 'zod'
import type { SimRequest, SimResponse } from '../model/http'
import { clearLedger } from '../server/ledger'
import { tenantOf, type Simulator, type Tenant } from '../server/state'
import { addTenant } from '../server/tenants'
import { changeResource } from '../related-resources/at'
import { addFault, changeSettings, removeFaults, setClock } from './actions'
import { issueToken } from './issue-token'
import {
  blobInput,
  clientKeyInput,
  clockInput,
  faultInput,
  resourceInput,
  settingsInput,
  tenantInput,
  tokenInput,
  vmInput,
  webhookInput,
} from './shapes'
import { changeBlobs, storedBlobs } from './blob-state'
import { census } from './census'
import { overview, tenantSummary, traffic } from './summaries'
import { progress, truthLog } from './truth'
import { changeWebhooks, clearWebhooks } from './webhooks'
import { changeVm, deleteVm, recreateVm, vmList, vmNow } from './vms'

type Answer = SimResponse | Promise<SimResponse>

const ok = (json: unknown, status = 200): SimResponse => ({ status, headers: { 'cache-control': 'no-store' }, json })
const wrong = (status: number, error: string): SimResponse => ok({ error }, status)

/** Parses the JSON body with a schema and calls the handler; 400 if it does not match. */
function withBody<Schema extends z.ZodType>(
  request: SimRequest,
  schema: Schema,
  use: (input: z.output<Schema>) => Answer,
): Answer {
  let body: unknown
  try {
    body = JSON.parse(request.body.toString('utf8'))
  } catch {
    return wrong(400, 'the body is not JSON')
  }
  const parsed = schema.safeParse(body)
  if (!parsed.success)
    return wrong(400, parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
  return use(parsed.data)
}

type TenantHandle = (simulator: Simulator, tenant: Tenant, request: SimRequest, rest: string) => Answer

/** Operations on a tenant: method and the part of the path after its id. */
const tenantRoutes: Readonly<Record<string, TenantHandle>> = {
  'GET ': (_simulator, tenant) => ok(tenantSummary(tenant)),
  'DELETE ': (simulator, tenant) => {
    simulator.tenants.delete(tenant.world.tenantId.toLowerCase())
    return ok({ deleted: true })
  },
  'GET faults': (_simulator, tenant) => ok(tenant.world.faults),
  'POST faults': (_simulator, tenant, request) =>
    withBody(request, faultInput, (input) => ok(addFault(tenant, input), 201)),
  'DELETE faults': (_simulator, tenant, _request, rest) =>
    ok({ removed: removeFaults(tenant, rest === '' ? null : rest) }),
  'GET clock': (_simulator, tenant) => ok({ now: tenant.world.clock.now() }),
  'POST clock': (_simulator, tenant, request) =>
    withBody(request, clockInput, (input) => {
      setClock(tenant, input)
      return ok({ now: tenant.world.clock.now() })
    }),
  'GET scheduled': (_simulator, { world }) => ok({ next: world.scheduled[0]?.at ?? null }),
  'GET requests': (_simulator, tenant, request) => {
    const limit = Number(request.url.searchParams.get('limit') ?? '1000')
    return ok(traffic(tenant, request.url.searchParams.get('route'), Number.isFinite(limit) ? limit : 1000))
  },
  'GET census': (_simulator, tenant) => ok(census(tenant)),
  'DELETE requests': (_simulator, tenant) => {
    clearLedger(tenant.world, tenant.ledger)
    return ok({ cleared: true })
  },
  'POST settings': (simulator, tenant, request) =>
    withBody(request, settingsInput, (input) => {
      changeSettings(simulator, tenant, input)
      const { accessTokenSeconds, refreshTokenSeconds } = tenant.signIn
      return ok({ accessTokenSeconds, refreshTokenSeconds })
    }),
  'PATCH resources': (_simulator, tenant, request) =>
    withBody(request, resourceInput, ({ id, change }) => {
      changeResource(tenant.world, id, change)
      return ok({ changed: true })
    }),
  'POST tokens': (simulator, tenant, request) =>
    withBody(request, tokenInput, async (input) => {
      const token = await issueToken(simulator, tenant, input)
      return token === null ? wrong(404, 'no such person') : ok({ token }, 201)
    }),
  'GET vms': (_simulator, tenant, request) => {
    const id = request.url.searchParams.get('id')
    if (id === null) return ok(vmList(tenant))
    const vm = vmNow(tenant, id)
    return vm === undefined ? wrong(404, 'no such VM') : ok(vm)
  },
  'PATCH vms': (_simulator, tenant, request) =>
    withBody(request, vmInput, (input) => {
      const error = changeVm(tenant, input)
      return error === null ? ok({ changed: true }) : wrong(404, error)
    }),
  'POST recreated': (_simulator, tenant, request) => {
    const made = recreateVm(tenant, request.url.searchParams.get('id') ?? '')
    return made === null ? wrong(404, 'no such VM') : ok(made, 201)
  },
  'GET log': (_simulator, tenant, request) => {
    const since = Number(request.url.searchParams.get('since') ?? '0')
    return ok(truthLog(tenant, { id: request.url.searchParams.get('id'), since: Number.isFinite(since) ? since : 0 }))
  },
  'GET webhooks': (_simulator, tenant) => ok(tenant.webhooks.received),
  'POST webhooks': (_simulator, tenant, request) =>
    withBody(request, webhookInput, (change) => ok(changeWebhooks(tenant, change))),
  'DELETE webhooks': (_simulator, tenant) => {
    clearWebhooks(tenant)
    return ok({ cleared: true })
  },
  'GET blobs': (_simulator, tenant) => ok(storedBlobs(tenant.blobs)),
  'POST blobs': (_simulator, tenant, request) =>
    withBody(request, blobInput, (change) => {
      changeBlobs(tenant.blobs, change)
      return ok({ changed: true })
    }),
  'GET progress': (_simulator, tenant, request) => ok(progress(tenant, request.url.searchParams.get('id'))),
  'DELETE vms': (_simulator, tenant, request) =>
    ok({ deleted: deleteVm(tenant, request.url.searchParams.get('id') ?? '') }),
}

const simulatorRoutes: Readonly<Record<string, (simulator: Simulator, request: SimRequest) => Answer>> = {
  'GET ': (simulator) => ok(overview(simulator)),
  'GET tenants': (simulator) => ok(overview(simulator).tenants),
  'POST tenants': (simulator, request) =>
    withBody(request, tenantInput, (input) => {
      if (input.tenantId !== undefined && tenantOf(simulator, input.tenantId) !== undefined)
        return wrong(409, 'the tenant is there already')
      return ok(tenantSummary(addTenant(simulator, input)), 201)
    }),
  'POST keys/rotate': async (simulator) => ok({ kid: await simulator.keys.rotate() }, 201),
  'POST client-keys': (simulator, request) =>
    withBody(request, clientKeyInput, async ({ publicKeyPem }) => {
      const pem = createPublicKey(publicKeyPem).export({ type: 'spki', format: 'pem' }).toString()
      for (const algorithm of ['RS256', 'PS256']) simulator.entra.clientKeys.push(await importSPKI(pem, algorithm))
      return ok({ registered: true }, 201)
    }),
}

/** The control API under `/_simulator`. */
export async function control(simulator: Simulator, request: SimRequest): Promise<SimResponse> {
  const path = request.url.pathname.replace(/^\/_simulator\/?/, '').replace(/\/+$/, '')
  const route = simulatorRoutes[`${request.method} ${path}`]
  if (route !== undefined) return route(simulator, request)
  const [, id = '', what = '', ...rest] = path.startsWith('tenants/') ? path.split('/') : []
  const handle = tenantRoutes[`${request.method} ${what}`]
  if (id === '' || handle === undefined) return wrong(404, 'no such route of the control API')
  const tenant = tenantOf(simulator, id)
  return tenant === undefined ? wrong(404, 'no such tenant') : handle(simulator, tenant, request, rest.join('/'))
}
