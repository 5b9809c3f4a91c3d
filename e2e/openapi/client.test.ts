import { randomUUID } from 'node:crypto'
import OpenAPIClientAxios, { type OpenAPIClient } from 'openapi-client-axios'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as readFleetDirectly } from '@/app/api/v1/fleet/route'
import type { FleetEvent, FleetRow } from '@/lib/contract/fleet'
import { ask, readFleet, startStack, type Stack } from '../faults/support'
import type { TenantClient } from '../simulator/control/client'
import { azureCliClientId } from '../simulator/names'
import { listen, type Listening } from './testing/listen'

let stack: Stack
let tenant: TenantClient
let server: Listening
let client: OpenAPIClient
const person = 'Aiko Tanaka'

/** A generic client: it gets the URL of the document and a token, nothing else. */
async function clientOf(origin: string, token: string): Promise<OpenAPIClient> {
  const api = new OpenAPIClientAxios({
    definition: `${origin}/api/v1/openapi.json`,
    withServer: { url: origin },
    axiosConfigDefaults: { headers: { authorization: `Bearer ${token}` }, validateStatus: () => true },
  })
  return api.init()
}

beforeAll(async () => {
  stack = await startStack()
  process.env['SEALWATCH_API_CLIENTS'] = azureCliClientId
  tenant = await stack.tenant({ scenario: 'mixed', seed: 3, bucketScale: 1000 })
  await tenant.clock({ freeze: true })
  server = await listen()
  // Like the token of `az account get-access-token`: issued for azure-cli, with the user's permissions.
  const token = await tenant.token({ person, overrides: { azp: azureCliClientId } })
  client = await clientOf(server.origin, token)
})
afterAll(async () => {
  await server.close()
  await stack.stop()
})

/** This client parses every text as JSON if possible, and a single line is possible. */
const eventsIn = (data: unknown): FleetEvent[] =>
  (typeof data === 'string' ? data : JSON.stringify(data))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as FleetEvent)

function rowsOf(events: readonly FleetEvent[]): ReadonlyMap<string, FleetRow> {
  const rows = events.flatMap((event) => (event.type === 'rows' ? event.rows : []))
  return new Map(rows.map((row) => [row.key, row]))
}

const statesOf = (rows: ReadonlyMap<string, FleetRow>) => [...rows].map(([key, { state }]) => [key, state]).sort()

describe('an unrelated client, built from the document', () => {
  it('reads the fleet with a user’s token, unchanged', async () => {
    const direct = await readFleet(await ask(readFleetDirectly, tenant, person))
    const answer = await client['readFleet']!({})
    const events = eventsIn(answer.data)
    expect(answer.status).toBe(200)
    expect(statesOf(rowsOf(events))).toEqual(statesOf(direct.rows))
    expect(rowsOf(events).size).toBeGreaterThan(100)
    expect(events.at(-1)).toMatchObject({ type: 'end' })
  })

  it('reads it in pages that together are complete', async () => {
    const load = randomUUID()
    const events: FleetEvent[] = []
    const sizes: number[] = []
    while (!['end', 'failure'].includes(events.at(-1)?.type ?? '')) {
      const { status, data } = await client['readFleet']!({ load, after: events.length, limit: 3 })
      const piece = eventsIn(data)
      expect(status).toBe(200)
      sizes.push(piece.length)
      events.push(...piece)
    }
    const direct = await readFleet(await ask(readFleetDirectly, tenant, person, { query: '' }))
    expect(statesOf(rowsOf(events))).toEqual(statesOf(direct.rows))
    expect(events.filter(({ type }) => type === 'start')).toHaveLength(1)
    expect(sizes.slice(0, -1).every((size) => size === 3)).toBe(true)
  })

  it('reads a VM from the fleet, and gets a code for a refusal', async () => {
    const [row] = rowsOf(eventsIn((await client['readFleet']!({})).data)).values()
    const [subscription, group, name] = [row!.subscriptionId, row!.resourceGroup, row!.name]
    const found = await client['readVm']!({ subscription, group, name })
    expect(found.data).toMatchObject({ name })
    const lost = await client['readVm']!({ subscription, group, name: 'vm-that-is-not-there' })
    expect([lost.status, lost.data]).toMatchObject([404, { code: 'not-found' }])
    const senseless = await client['readFleet']!({ limit: 3 })
    expect([senseless.status, senseless.data]).toMatchObject([400, { code: 'request-invalid', parameter: 'limit' }])
  })

  it('gets the number of remaining requests', async () => {
    const { headers } = await client['listWatches']!()
    expect(headers['ratelimit-policy']).toBe('"person";q=600;w=60')
    expect(headers['ratelimit']).toMatch(/^"person";r=5\d\d;t=\d+$/)
  })

  it('gets nothing without a token, or with one of an application that the operator did not allow', async () => {
    for (const token of ['', await tenant.token({ person, overrides: { azp: randomUUID() } })]) {
      const other = await clientOf(server.origin, token)
      expect((await other['readFleet']!({})).status).toBe(401)
    }
  })
})
