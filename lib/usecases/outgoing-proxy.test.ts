import { createServer, type Server } from 'node:https'
import { createServer as createTcpServer, type AddressInfo, type LookupFunction, type Socket } from 'node:net'
import { createPipelineRequest } from '@azure/core-rest-pipeline'
import { generate } from 'selfsigned'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { readMetadata } from '@/lib/auth/authority'
import { authorityFetch } from '@/lib/auth/authority-fetch'
import { serviceTokenSource } from '@/lib/auth/service-token'
import { blobContainer } from '@/lib/azure/blob-container'
import { fetchBootLog } from '@/lib/azure/boot-log'
import { createTransport } from '@/lib/azure/transport'
import { parseCollectorConfig } from '@/lib/config/collector-config'
import { proxyLimit } from '@/lib/config/outgoing-proxy'
import { startConnectProxy, type ConnectProxy } from '@/lib/config/testing/connect-proxy'
import { postJson } from '@/lib/notify/post'
import { count } from '@/lib/telemetry/measure'
import { endTelemetry, startTelemetry } from '@/lib/telemetry/start'

let proxy: ConnectProxy
let server: Server
let port = 0
let ca = ''
let answer = '{}'
const got: { host: string; path: string; authorization: string | undefined }[] = []

beforeAll(async () => {
  const names = ['hooks.example.com', 'localhost'].map((value) => ({ type: 2, value }) as const)
  const pair = await generate([{ name: 'commonName', value: 'hooks.example.com' }], {
    extensions: [{ name: 'subjectAltName', altNames: names }],
  })
  ca = pair.cert
  server = createServer({ key: pair.private, cert: pair.cert }, (request, response) => {
    const { host = '', 'proxy-authorization': authorization } = request.headers
    got.push({ host, path: request.url ?? '', authorization })
    request.resume().on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
beforeEach(async () => {
  got.length = 0
  answer = '{}'
  proxy = await startConnectProxy(port)
  vi.stubEnv('HTTPS_PROXY', proxy.address)
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
})
afterEach(() => {
  vi.unstubAllEnvs()
  proxy.stop()
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const arm = (url = 'https://management.azure.com/subscriptions') =>
  createTransport().sendRequest(createPipelineRequest({ url, method: 'GET', abortSignal: AbortSignal.timeout(10_000) }))
const authority = 'https://login.microsoftonline.com'
const tenant = '0f9e2c1a-5b7d-4c3e-9a1f-2d4b6c8e0a12'
const metadata = JSON.stringify({
  issuer: `${authority}/${tenant}/v2.0`,
  jwks_uri: `${authority}/${tenant}/discovery/v2.0/keys`,
})
const storage = { kind: 'suffixes', suffixes: ['blob.core.windows.net'] } as const

it('ARM, Entra, boot logs and telemetry go through the proxy, by CONNECT to their own host', async () => {
  expect(await arm()).toMatchObject({ status: 200, bodyAsText: '{}' })
  answer = metadata
  expect(await readMetadata(authority, tenant)).toMatchObject({ issuer: `${authority}/${tenant}/v2.0` })
  expect(await fetchBootLog('https://a.blob.core.windows.net/log', storage, AbortSignal.timeout(10_000))).toBe(metadata)
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', 'https://otel.example:4318')
  vi.stubEnv('OTEL_TRACES_EXPORTER', 'none')
  await startTelemetry()
  count('sealwatch.policy.violations', 1)
  await endTelemetry(10_000)
  expect(proxy.connected).toEqual([
    'management.azure.com:443',
    'login.microsoftonline.com:443',
    'a.blob.core.windows.net:443',
    'otel.example:4318',
  ])
  expect(got.map(({ host }) => host)).toEqual(proxy.connected.map((host) => host.replace(':443', '')))
})

it('reports in a container go through the proxy, and its refusal is not one of the storage', async () => {
  const tokens = {
    get: () => Promise.resolve({ ok: true as const, value: { token: 't', expiresAt: Infinity } }),
    drop: () => undefined,
  }
  const container = blobContainer('https://acme.blob.core.windows.net/reports', tokens)
  const put = () => container.put('a', 'text/plain', Buffer.from('x'), AbortSignal.timeout(10_000))
  await put()
  expect([proxy.connected, got.map(({ path }) => path)]).toEqual([['acme.blob.core.windows.net:443'], ['/reports/a']])
  proxy.status = 403
  await expect(put()).rejects.toMatchObject({ code: 'PROXY_403' })
})

it('hosts of NO_PROXY are connected to directly', async () => {
  // A name of this domain never resolves (RFC 6761): a direct connection fails before it begins.
  vi.stubEnv('NO_PROXY', 'direct.invalid')
  await expect(arm('https://direct.invalid/')).rejects.toMatchObject({ syscall: 'getaddrinfo' })
  await expect(readMetadata('https://direct.invalid', tenant)).rejects.toThrow()
  expect(proxy.connected).toEqual([])
  expect(await arm('https://other.invalid/')).toMatchObject({ status: 200 })
  expect(proxy.connected).toEqual(['other.invalid:443'])
})

it('an answer of the proxy is never taken for one of Azure', async () => {
  for (const status of [403, 404, 407, 429, 502]) {
    proxy.status = status
    await expect(arm()).rejects.toMatchObject({ name: 'ProxyRefused', status })
    await expect(readMetadata(authority, tenant)).rejects.toThrow()
    expect(await fetchBootLog('https://a.blob.core.windows.net/l', storage, AbortSignal.timeout(10_000))).toBe(null)
  }
  expect(got).toEqual([])
})

describe('a proxy that accepts connections and never answers', () => {
  const open = new Set<Socket>()
  const silent = createTcpServer((socket) => {
    open.add(socket)
    socket.on('error', () => undefined).on('close', () => open.delete(socket))
    socket.resume()
  })
  const usual = proxyLimit.milliseconds
  beforeEach(async () => {
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${(silent.address() as AddressInfo).port}`)
    proxyLimit.milliseconds = 100
  })
  afterEach(async () => {
    proxyLimit.milliseconds = usual
    await new Promise((resolve) => silent.close(resolve))
  })
  /** No connection stays behind: those that wait count among the ones that a pool may have. */
  const nothingOpen = () => expect.poll(() => open.size).toBe(0)
  const named = { code: 'PROXY_SILENT' }

  it('ends requests to ARM and storage by its name, and holds no connection', async () => {
    await expect(arm()).rejects.toMatchObject(named)
    await nothingOpen()
    const tokens = {
      get: () => Promise.resolve({ ok: true as const, value: { token: 't', expiresAt: Infinity } }),
      drop: () => undefined,
    }
    const container = blobContainer('https://acme.blob.core.windows.net/reports', tokens)
    const put = container.put('a', 'text/plain', Buffer.from('x'), AbortSignal.timeout(10_000))
    await expect(put).rejects.toMatchObject(named)
    expect(await fetchBootLog('https://a.blob.core.windows.net/log', storage, AbortSignal.timeout(10_000))).toBe(null)
    await nothingOpen()
  })

  it('ends a request that was ended meanwhile, too', async () => {
    const ended = new AbortController()
    const url = 'https://management.azure.com/subscriptions'
    const asked = createTransport().sendRequest(
      createPipelineRequest({ url, method: 'GET', abortSignal: ended.signal }),
    )
    ended.abort()
    await expect(asked).rejects.toThrow()
    await nothingOpen()
  })

  it('ends requests to Entra by its name, those of the collector too', async () => {
    const entra = authorityFetch(`${authority}/${tenant}`, { method: 'GET', headers: {} })
    await expect(entra).rejects.toMatchObject(named)
    await nothingOpen()
    const config = parseCollectorConfig({
      SEALWATCH_TENANT: tenant,
      SEALWATCH_COLLECTOR_CLIENT_ID: tenant,
      SEALWATCH_COLLECTOR_CLIENT_SECRET: 'a-secret',
    })
    if (!config.ok) throw new Error('wrong configuration')
    const token = await serviceTokenSource(config.value).get(new AbortController().signal)
    expect(token).toMatchObject({ ok: false, failure: { code: 'entra-down' } })
    await nothingOpen()
  })

  it('ends a webhook by its name, to be tried again', async () => {
    const failed = { kind: 'failed', code: 'proxy_silent', retryAfterMs: null }
    expect(await post('https://hooks.example.com/', resolver('203.0.114.7'))).toEqual(failed)
    await nothingOpen()
  })

  it('ends the sending of telemetry', async () => {
    vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', 'https://otel.example:4318')
    vi.stubEnv('OTEL_EXPORTER_OTLP_TIMEOUT', '300')
    vi.stubEnv('OTEL_TRACES_EXPORTER', 'none')
    await startTelemetry()
    count('sealwatch.policy.violations', 1)
    await endTelemetry(10_000)
    await nothingOpen()
  })
})

it('the user and password of the proxy reach the proxy alone', async () => {
  proxy.stop()
  proxy = await startConnectProxy(port, `Basic ${Buffer.from('user:pass').toString('base64')}`)
  vi.stubEnv('HTTPS_PROXY', proxy.address.replace('//', '//user:pass@'))
  expect(await arm()).toMatchObject({ status: 200 })
  answer = metadata
  await readMetadata(authority, tenant)
  expect(got.map(({ authorization }) => authorization)).toEqual([undefined, undefined])
  vi.stubEnv('HTTPS_PROXY', proxy.address.replace('//', '//user:wrong@'))
  const refusal: unknown = await arm().catch((error: unknown) => error)
  expect(refusal).toMatchObject({ status: 407 })
  expect(String(refusal)).not.toContain('wrong')
})

const resolver =
  (...addresses: readonly string[]): LookupFunction =>
  (_host, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
const post = (url: string, lookup: LookupFunction, localReceiver: string | null = null) =>
  postJson(
    { url, headers: {}, body: '{}', signal: new AbortController().signal },
    { localReceiver, timeoutMs: 10_000, ca, lookup },
  )

it('a webhook is posted through the proxy to the address that was checked, under the name of the receiver', async () => {
  expect(await post('https://hooks.example.com/a', resolver('203.0.114.7'))).toEqual({ kind: 'sent' })
  expect(await post('https://hooks.example.com/b', resolver('2606:4700::1111'))).toEqual({ kind: 'sent' })
  expect(proxy.connected).toEqual(['203.0.114.7:443', '[2606:4700::1111]:443'])
  expect(got.map(({ host, path }) => host + path)).toEqual(['hooks.example.com/a', 'hooks.example.com/b'])
})

it('a proxy opens no private network to webhooks, and hides no wrong certificate', async () => {
  const closed = { kind: 'refused', code: 'address-closed' }
  for (const address of ['10.0.0.1', '127.0.0.1', '169.254.169.254', '168.63.129.16', 'fd00::1', '::ffff:8.8.8.8']) {
    expect(await post('https://hooks.example.com/', resolver(address))).toEqual(closed)
    expect(await post('https://hooks.example.com/', resolver('8.8.8.8', address))).toEqual(closed)
    expect(await post(`https://${address.includes(':') ? `[${address}]` : address}/`, resolver(address))).toEqual(
      closed,
    )
  }
  expect(proxy.connected).toEqual([])
  expect(await post('https://other.example.com/', resolver('203.0.114.7'))).toMatchObject({ kind: 'failed' })
  expect(await post('https://203.0.114.7/', resolver())).toMatchObject({ kind: 'failed' })
  expect(got).toEqual([])
})

it('the receiver on this machine is never reached through a proxy, and a refusal of the proxy may pass', async () => {
  const local = `localhost:${port}`
  expect(await post(`https://${local}/`, resolver('127.0.0.1'), local)).toEqual({ kind: 'sent' })
  expect(proxy.connected).toEqual([])
  proxy.status = 403
  expect(await post('https://hooks.example.com/', resolver('203.0.114.7'))).toEqual({
    kind: 'failed',
    code: 'proxy_403',
    retryAfterMs: null,
  })
})

it('a name that never resolves ends with the time limit', async () => {
  const signal = AbortSignal.timeout(50)
  const url = 'https://hooks.example.com/'
  const rules = { localReceiver: null, timeoutMs: 10_000, ca, lookup: () => undefined }
  expect(await postJson({ url, headers: {}, body: '{}', signal }, rules)).toMatchObject({ code: 'timed-out' })
})
