import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import { createServer as createTcpServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { proxyLimit } from '@/lib/config/outgoing-proxy'
import { startConnectProxy, type ConnectProxy } from '@/lib/config/testing/connect-proxy'
import type { Deployment } from '@/lib/contract/deployment'
import type { DoctorLine } from '@/lib/setup/doctor/codes'
import { runDoctor } from './program'

let server: Server
let proxy: ConnectProxy
let folder = ''
let port = 0
const asked: string[] = []

/** What a server behind one proxy says that also takes the address of the proxy of HTTPS_PROXY for one of its own. */
const guid = '5ea1a7c4-0000-4000-a000-000000000001'
const deployment: Omit<Deployment, 'now'> = {
  product: 'sealwatch',
  cloud: 'public',
  authorityHost: 'https://localhost:9',
  armEndpoint: 'https://localhost:9',
  tenantId: guid,
  spaClientId: guid,
  apiScope: `api://${guid}/access_as_user`,
  forwardedFor: 3,
  proxies: 2,
}

beforeAll(async () => {
  const pair = await generate([{ name: 'commonName', value: 'dashboard.example.com' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'dashboard.example.com' }] }],
  })
  folder = mkdtempSync(join(tmpdir(), 'sealwatch-doctor-proxy-'))
  writeFileSync(join(folder, 'ca.pem'), pair.cert)
  server = createServer({ key: pair.private, cert: pair.cert }, (request, response) => {
    asked.push(`${request.headers.host}${request.url}`)
    if (request.url === '/deployment') response.end(JSON.stringify({ ...deployment, now: Date.now() }))
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
beforeEach(async () => {
  asked.length = 0
  proxy = await startConnectProxy(port)
  vi.stubEnv('HTTPS_PROXY', proxy.address)
})
afterEach(() => {
  vi.unstubAllEnvs()
  proxy.stop()
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
})

/** The lines of `doctor` for a dashboard that only the proxy can reach. */
async function examine(...options: readonly string[]): Promise<readonly DoctorLine[]> {
  let text = ''
  const args = ['--json', ...options, 'https://dashboard.example.com']
  const print = (part: string): void => void (text += part)
  await runDoctor(args, { print, complain: print, az: () => Promise.reject(new Error('not used')) })
  return JSON.parse(text).checks
}
const line = (lines: readonly DoctorLine[], check: string) => lines.find((each) => each.check === check)

it('doctor connects through the proxy, and judges the certificate of the host', async () => {
  const lines = await examine('--ca', join(folder, 'ca.pem'))
  expect(line(lines, 'address')).toMatchObject({ outcome: 'ok' })
  expect(line(lines, 'tls')).toMatchObject({ outcome: 'ok', seen: { names: 'dashboard.example.com' } })
  expect(new Set(proxy.connected)).toEqual(new Set(['dashboard.example.com:443']))
  expect(asked).toContain('dashboard.example.com/readyz')
  expect(line(lines, 'http')).toMatchObject({ outcome: 'unchecked', why: 'no-connection' })
  expect(line(await examine(), 'tls')).toMatchObject({ outcome: 'wrong', code: 'tls-self-signed' })
})

it('--ca adds to the certificates of NODE_EXTRA_CA_CERTS', async () => {
  const other = await generate([{ name: 'commonName', value: 'other' }])
  writeFileSync(join(folder, 'other.pem'), other.cert)
  vi.stubEnv('NODE_EXTRA_CA_CERTS', join(folder, 'ca.pem'))
  expect(line(await examine('--ca', join(folder, 'other.pem')), 'tls')).toMatchObject({ outcome: 'ok' })
})

it('says that the proxy refused, and blames neither the host nor its server', async () => {
  for (const status of [403, 407, 502]) {
    proxy.status = status
    const lines = await examine()
    expect(line(lines, 'address')).toMatchObject({ outcome: 'wrong', code: 'address-proxy-refused' })
    expect(line(lines, 'alive')).toMatchObject({ outcome: 'unchecked' })
  }
  expect(asked).toEqual([])
})

it('says that a proxy does not answer, and not that the host refuses', async () => {
  for (const address of ['http://127.0.0.1:9', 'http://no-proxy.invalid:3128']) {
    vi.stubEnv('HTTPS_PROXY', address)
    expect(line(await examine(), 'address')).toMatchObject({ outcome: 'wrong', code: 'address-proxy-refused' })
  }
})

it('says the same of a proxy that accepts connections and never answers', async () => {
  const silent = createTcpServer((socket) => socket.on('error', () => undefined).resume())
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${(silent.address() as AddressInfo).port}`)
  const usual = proxyLimit.milliseconds
  proxyLimit.milliseconds = 100
  expect(line(await examine(), 'address')).toMatchObject({ outcome: 'wrong', code: 'address-proxy-refused' })
  proxyLimit.milliseconds = usual
  // It ends only where no connection is left.
  await new Promise((resolve) => silent.close(resolve))
})

it('does not blame SEALWATCH_PROXIES where the proxy that it asked through is one of them', async () => {
  const lines = await examine('--ca', join(folder, 'ca.pem'))
  expect(line(lines, 'proxies')).toMatchObject({ outcome: 'unchecked', why: 'client-is-proxy' })
})
