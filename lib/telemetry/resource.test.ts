import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import packageJson from '@/package.json'

const top = fileURLToPath(new URL('../../', import.meta.url))
const program = fileURLToPath(new URL('./testing/counting.ts', import.meta.url))

interface Attribute {
  readonly key: string
  readonly value: { readonly stringValue?: string }
}

/** What a receiver such as Prometheus stores: the last value of each series, by its resource and attributes. */
const series = new Map<string, number>()
let resources: Record<string, string | undefined>[] = []
let receiver: Server

function take(body: string): void {
  for (const { resource, scopeMetrics } of JSON.parse(body).resourceMetrics) {
    const known = (resource.attributes as Attribute[]).map(({ key, value }) => [key, value.stringValue])
    resources.push(Object.fromEntries(known))
    for (const { metrics } of scopeMetrics)
      for (const { name, sum } of metrics)
        for (const { attributes, asDouble, asInt } of sum.dataPoints)
          series.set(JSON.stringify([known.sort(), name, attributes]), Number(asDouble ?? asInt))
  }
}

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      if (request.url === '/v1/metrics') take(Buffer.concat(parts).toString('utf8'))
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
})
afterAll(() => receiver.close())

/** Starts a server that counts so many verdicts and ends. */
async function server(verdicts: number, environment: Readonly<Record<string, string>> = {}): Promise<void> {
  const { port } = receiver.address() as AddressInfo
  const args = ['--import', 'tsx/esm', program, String(verdicts)]
  const env = {
    ...process.env,
    TSX_TSCONFIG_PATH: 'tooling/launch/tsconfig.programs.json',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_TRACES_EXPORTER: 'none',
    ...environment,
  }
  const started = spawn(process.execPath, args, { cwd: top, env, stdio: ['ignore', 'inherit', 'inherit'] })
  const [code] = await once(started, 'exit')
  expect(code).toBe(0)
}

it('the series of three servers, also restarted ones, add up to what they counted', async () => {
  await Promise.all([server(3), server(5), server(7)])
  await Promise.all([server(11), server(13)])
  expect([...series.values()].reduce((sum, one) => sum + one, 0)).toBe(3 + 5 + 7 + 11 + 13)
  expect(new Set(resources.map((each) => each['service.instance.id'])).size).toBe(5)
  for (const each of resources) {
    expect(each['service.instance.id']).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    expect([each['service.name'], each['service.version']]).toEqual(['sealwatch', packageJson.version])
  }
})

it('the operator names the deployment, and may replace the name of an instance', async () => {
  resources = []
  await server(1, { OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=production,service.instance.id=pod-3' })
  expect(resources[0]).toMatchObject({ 'deployment.environment.name': 'production', 'service.instance.id': 'pod-3' })
})
