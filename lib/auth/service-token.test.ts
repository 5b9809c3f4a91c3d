import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { parseCollectorConfig } from '@/lib/config/collector-config'
import { serviceTokenSource } from './service-token'

let server: Server
const sockets: Socket[] = []
beforeEach(async () => {
  server = createServer((socket) => sockets.push(socket.on('error', () => undefined)))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => {
  vi.restoreAllMocks()
  for (const socket of sockets.splice(0)) socket.destroy()
  server.close()
})

/** Tokens of an Entra that accepts connections and says nothing. */
function silent() {
  const { port } = server.address() as AddressInfo
  const origin = `https://127.0.0.1:${port}`
  const config = parseCollectorConfig({
    SEALWATCH_TENANT: '00000000-0000-4000-8000-000000000001',
    SEALWATCH_AUTHORITY_HOST: origin,
    SEALWATCH_ARM_ENDPOINT: origin,
    SEALWATCH_COLLECTOR_CLIENT_ID: '00000000-0000-4000-8000-000000000002',
    SEALWATCH_COLLECTOR_CLIENT_SECRET: 'a-secret',
  })
  if (!config.ok) throw new Error('wrong configuration')
  return serviceTokenSource(config.value)
}

const failure = (code: string) => ({ ok: false, failure: { code, claims: null } })

it('is down where Entra accepts a request and does not answer in time', async () => {
  const times: AbortController[] = []
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const time = new AbortController()
    times.push(time)
    return time.signal
  })
  server.on('connection', () => times.forEach((time) => time.abort()))
  expect(await silent().get(new AbortController().signal)).toEqual(failure('entra-down'))
})

it('is down where the time limit of the connection never ends the request, as with an answer that stops halfway', async () => {
  const times: AbortController[] = []
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const time = new AbortController()
    times.push(time)
    return time.signal
  })
  const asked = silent().get(new AbortController().signal)
  // The first limit is the source's own; those of the library come with its requests.
  times[0]?.abort()
  expect(await asked).toEqual(failure('entra-down'))
})

it('keeps no caller waiting that shuts down, and others that wait for the same token', async () => {
  const tokens = silent()
  const [first, second] = [new AbortController(), new AbortController()]
  const asked = [tokens.get(first.signal), tokens.get(second.signal)]
  await once(server, 'connection')
  first.abort()
  expect(await asked[0]).toEqual(failure('cancelled'))
  second.abort()
  expect(await asked[1]).toEqual(failure('cancelled'))
  expect(sockets).toHaveLength(1)
})
