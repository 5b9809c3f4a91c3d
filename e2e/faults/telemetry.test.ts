import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { GET as getFleet } from '@/app/api/v1/fleet/route'
import { endTelemetry, startTelemetry } from '@/lib/telemetry/start'
import type { TenantClient } from '../simulator/control/client'
import { ask, readFleet, startStack, type Stack } from './support'

let stack: Stack
let tenant: TenantClient
let receiver: Server
const received: { readonly path: string; readonly body: string }[] = []
const admin = 'Aiko Tanaka'

/** An OpenTelemetry receiver, as far as this test needs one. */
function startReceiver(): Promise<Server> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      received.push({ path: request.url ?? '', body: Buffer.concat(parts).toString('utf8') })
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

beforeAll(async () => {
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'mixed', seed: 3 })
  receiver = await startReceiver()
})
afterAll(async () => {
  receiver.close()
  await stack.stop()
})

/** Loads a fleet with the telemetry settings of the environment, and returns what was sent. */
async function loadWith(environment: Readonly<Record<string, string>>, patience = 10_000) {
  received.length = 0
  Object.assign(process.env, environment)
  await startTelemetry()
  const fleet = await readFleet(await ask(getFleet, tenant, admin))
  await endTelemetry(patience)
  for (const name of Object.keys(environment)) Reflect.deleteProperty(process.env, name)
  return fleet
}

interface Sent {
  readonly name: string
  /** Attributes as text, with the sum or the count of their data points. */
  readonly points: ReadonlyMap<string, number>
}

interface Wire {
  readonly attributes: readonly { key: string; value: Readonly<Record<string, string | number>> }[]
  readonly asDouble?: number
  readonly asInt?: number
  readonly count?: number
}

function sentMetrics(): ReadonlyMap<string, Sent['points']> {
  const found = new Map<string, Map<string, number>>()
  for (const { path, body } of received) {
    if (path !== '/v1/metrics') continue
    for (const { scopeMetrics } of JSON.parse(body).resourceMetrics)
      for (const { metrics } of scopeMetrics)
        for (const { name, sum, histogram, gauge } of metrics)
          for (const point of (sum ?? histogram ?? gauge).dataPoints as Wire[]) {
            const key = point.attributes.map(({ key: at, value }) => `${at}=${Object.values(value).join()}`).sort()
            const points = found.get(name) ?? new Map<string, number>()
            points.set(key.join(' '), Number(point.count ?? point.asDouble ?? point.asInt))
            found.set(name, points)
          }
  }
  return found
}

const to = () => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`,
  OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
})
const total = (points: Sent['points'] | undefined) => [...(points?.values() ?? [])].reduce((sum, one) => sum + one, 0)

it('is not loaded unless the environment names a receiver', async () => {
  await loadWith({})
  expect(received).toEqual([])
  expect(globalThis.sealwatchTelemetry).toBeUndefined()
})

it('a load of a fleet appears as metrics and spans, and contains no personal data and no secret', async () => {
  const fleet = await loadWith(to())
  const metrics = sentMetrics()
  const end = fleet.last?.type === 'end' ? fleet.last.progress : null
  const requests = metrics.get('sealwatch.arm.requests')
  expect(total(requests)).toBe(end?.armRequests)
  expect(requests?.get('api=arm-reads outcome=done scope=subscription')).toBeGreaterThan(0)
  expect(requests?.get('api=resource-graph outcome=done scope=tenant')).toBeGreaterThan(0)
  expect(total(metrics.get('sealwatch.arm.request.duration'))).toBe(end?.armRequests)
  expect(metrics.has('sealwatch.arm.wait.duration')).toBe(true)
  const verdicts = metrics.get('sealwatch.verdicts')
  const read = [...(verdicts ?? [])].filter(([key]) => key.startsWith('reading=vm')).map(([, count]) => count)
  expect(read.reduce((sum, one) => sum + one, 0)).toBe(end?.read)
  const unrecognised = [...fleet.rows.values()].filter(({ progress }) => progress.messageKind === 'unrecognised')
  expect(total(metrics.get('sealwatch.messages.unrecognised'))).toBe(unrecognised.length)
  expect(total(metrics.get('sealwatch.request.duration'))).toBe(1)
  const spans = received.filter(({ path }) => path === '/v1/traces').map(({ body }) => body)
  expect(spans.join('')).toContain('"name":"request"')
  expect(spans.join('')).toContain('"name":"arm"')
  const all = received.map(({ body }) => body).join('')
  for (const { id, name, subscriptionId, resourceGroup } of fleet.rows.values())
    for (const secret of [id, `"${name}"`, subscriptionId, `/${resourceGroup}/`]) expect(all).not.toContain(secret)
  for (const secret of [tenant.tenantId, 'eyJ', 'Bearer', admin]) expect(all).not.toContain(secret)
})

it('uses the binary protocol by default, and a failing receiver disturbs no request', async () => {
  const { OTEL_EXPORTER_OTLP_ENDPOINT } = to()
  await loadWith({ OTEL_EXPORTER_OTLP_ENDPOINT })
  expect(new Set(received.map(({ path }) => path))).toEqual(new Set(['/v1/metrics', '/v1/traces']))
  const fleet = await loadWith(
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_EXPORTER_OTLP_TIMEOUT: '200' },
    200,
  )
  expect(fleet.last?.type).toBe('end')
})
