import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fleetEventSchema, type FleetEvent, type FleetRow, type Gap } from '@/lib/contract/fleet'
import { armRoutes } from '../simulator/arm/routes'
import { simulatorClient, type SimulatorClient, type TenantClient } from '../simulator/control/client'
import type { TenantInput } from '../simulator/control/shapes'
import { demoTenantId, productApi, productSpa } from '../simulator/names'
import type { Hold } from '../simulator/server/delivery'
import { startSimulator } from '../simulator/server/start'
import { createWorld } from '../simulator/worlds/create'

export type Handler = (request: Request, context: { readonly params: Promise<unknown> }) => Promise<Response>

export interface Stack {
  /** URL of the listener for servers, and the certificate to trust: the certificate itself, and the file with it. */
  readonly server: string
  readonly certificate: { readonly certificate: string; readonly caFile: string }
  /** Origin of the listener for browsers. */
  readonly browser: string
  /** The controls of the fake Azure. */
  readonly azure: SimulatorClient
  /** Creates a tenant for one test. */
  readonly tenant: (input: TenantInput) => Promise<TenantClient>
  readonly stop: () => Promise<void>
}

/**
 * Starts a fake Azure in this process and configures the product for it. The handlers under test run in the same
 * process, so the certificate cannot be set at process start; instead it is not checked.
 * @param hold how delayed answers wait; by default in real time
 */
export async function startStack(hold?: Hold): Promise<Stack> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sealwatch-faults-'))
  const running = await startSimulator(
    { httpPort: 0, httpsPort: 0, dataDir, seed: 1, worlds: [], recordings: null, log: false },
    { routes: armRoutes, createWorld, now: () => Date.now(), log: () => undefined, ...(hold && { hold }) },
  )
  Object.assign(process.env, {
    NODE_TLS_REJECT_UNAUTHORIZED: '0',
    SEALWATCH_AUTHORITY_HOST: running.origins.server,
    SEALWATCH_ARM_ENDPOINT: running.origins.server,
    SEALWATCH_STORAGE_ORIGIN: running.origins.server.replace('//localhost', '//127.0.0.1'),
    SEALWATCH_SPA_CLIENT_ID: productSpa.clientId,
    SEALWATCH_API_CLIENT_ID: productApi.clientId,
    SEALWATCH_API_CLIENT_SECRET: productApi.clientSecret,
    SEALWATCH_TENANT: demoTenantId,
    SEALWATCH_ALLOWED_TENANTS: '*',
    SEALWATCH_LOG_LEVEL: 'error',
  })
  const client = simulatorClient(running.origins.browser)
  return {
    server: running.origins.server,
    browser: running.origins.browser,
    certificate: running.certificate,
    azure: client,
    tenant: (input) => client.createTenant({ tenantId: randomUUID(), ...input }),
    stop: async () => {
      await running.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The parameters of a VM's routes, from its ARM id. */
export function paramsOf(id: string) {
  const [, , subscription, , group, , , , name] = id.split('/')
  return { subscription, group, name }
}

/** A user's request to one of the product's handlers; fleets are read again unless the query says otherwise. */
export async function ask(
  handler: Handler,
  tenant: TenantClient,
  person: string,
  options: {
    readonly params?: unknown
    readonly signal?: AbortSignal
    readonly query?: string
    /** Makes it a POST with this as its JSON body. */
    readonly body?: unknown
  } = {},
): Promise<Response> {
  const token = await tenant.token({ person })
  const request = new Request(`http://localhost/api/v1/test${options.query ?? '?fresh=true'}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    ...(options.body === undefined ? {} : { method: 'POST', body: JSON.stringify(options.body) }),
  })
  return handler(request, { params: Promise.resolve(options.params ?? {}) })
}

/** Resets quotas, readings and closed scopes between cases. */
export function forgetLimits(): void {
  globalThis.sealwatchSchedulers = undefined
  globalThis.sealwatchSharedLimits = undefined
  globalThis.sealwatchVmSpacing = undefined
}

export interface Loaded {
  readonly events: readonly FleetEvent[]
  /** The last version of every row. */
  readonly rows: ReadonlyMap<string, FleetRow>
  readonly gaps: readonly Gap[]
  readonly last: FleetEvent | undefined
  readonly text: string
}

/** Reads a fleet stream to its end, and checks each line against the contract. */
export async function readFleet(response: Response): Promise<Loaded> {
  const text = await response.text()
  const events = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => fleetEventSchema.parse(JSON.parse(line)))
  const rows = new Map<string, FleetRow>()
  for (const event of events) if (event.type === 'rows') for (const row of event.rows) rows.set(row.key, row)
  const gaps = events.flatMap((event) => (event.type === 'gap' ? [event.gap] : []))
  return { events, rows, gaps, last: events.at(-1), text }
}
