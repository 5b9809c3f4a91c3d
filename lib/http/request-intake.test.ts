import { once } from 'node:events'
import { createServer, request as send, type IncomingMessage } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { installRequestIntake } from './request-intake'

const api = '33333333-3333-4333-8333-333333333333'
const server = createServer((request, response) => {
  request.resume().on('end', () => response.end('read'))
})

beforeAll(async () => {
  for (const [name, value] of Object.entries({
    SEALWATCH_AUTHORITY_HOST: 'https://login.test',
    SEALWATCH_ARM_ENDPOINT: 'https://arm.test',
    SEALWATCH_SPA_CLIENT_ID: '22222222-2222-4222-8222-222222222222',
    SEALWATCH_API_CLIENT_ID: api,
    SEALWATCH_API_CLIENT_SECRET: 'x',
    SEALWATCH_TENANT: '11111111-1111-4111-8111-111111111111',
  }))
    vi.stubEnv(name, value)
  installRequestIntake()
  server.listen(0, 'localhost')
  await once(server, 'listening')
})
afterAll(() => {
  vi.unstubAllEnvs()
  server.closeAllConnections()
  server.close()
})
const port = () => (server.address() as AddressInfo).port

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const bearer = (aud: string): string => `Bearer ${part({ alg: 'RS256' })}.${part({ aud })}.${part('signature')}`

/** Whether a body of that many bytes is read to its end. */
async function isRead(method: string, path: string, bytes: number, authorization = bearer(api)): Promise<boolean> {
  const headers = { authorization, 'content-length': bytes }
  const asked = send({ port: port(), host: 'localhost', method, path, headers, agent: false })
  asked.end(Buffer.alloc(bytes, ' '))
  try {
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    return (await answer.toArray()).join('') === 'read'
  } catch {
    return false
  }
}

const paste = '/api/v1/vms/s/g/n/troubleshoot'
const large = 1_000_000

describe('a request body in flight', () => {
  it.each([paste, `${paste}?x=y`, '/api/v1/retirement'])(
    'may be large at %s, with a token for this API',
    async (path) => {
      expect(await isRead('POST', path, large)).toBe(true)
      expect(await isRead('POST', path, 6_200_000)).toBe(false)
    },
  )

  it.each([
    ['no token', ''],
    ['an arbitrary word', 'Bearer x'],
    ['three parts that are not a token', 'Bearer a.b.c'],
    ['a token for another API', bearer('another')],
  ])('is limited to a small size with %s', async (_name, authorization) => {
    expect(await isRead('POST', paste, large, authorization)).toBe(false)
    expect(await isRead('POST', paste, 60_000, authorization)).toBe(true)
  })

  it.each([
    ['PUT', '/api/v1/watches'],
    ['POST', '/api/v1/shared'],
    ['POST', '/api/v1/snapshots'],
    ['POST', '/policy-reports'],
    ['POST', '/'],
    ['PUT', paste],
    ['GET', paste],
    ['POST', `/x${paste}`],
    ['POST', `${paste}/`],
    ['POST', `${paste}/x`],
    ['POST', `/${paste}`],
    ['POST', paste.toUpperCase()],
    ['POST', '/api/v1/vms/s/g/n%2ftroubleshoot'],
    ['POST', '/api/v1/vms/s/g/n/%74roubleshoot'],
    ['POST', '/api/v1/vms/s/g/../troubleshoot/x'],
    ['POST', '/api/v1/retirement/'],
    ['POST', '/api/v1/Retirement'],
    ['POST', '/?/api/v1/retirement'],
  ])('is limited to a small size for %s %s, for any caller', async (method, path) => {
    expect(await isRead(method, path, large)).toBe(false)
    expect(await isRead(method, path, 60_000)).toBe(true)
  })
})

it('gives the first connection the same time limits as later ones', async () => {
  const other = createServer()
  other.listen(0, 'localhost')
  await once(other, 'listening')
  const socket = connect((other.address() as AddressInfo).port, 'localhost')
  await expect.poll(() => [other.headersTimeout, other.requestTimeout]).toEqual([15_000, 30_000])
  socket.destroy()
  other.close()
})

it('logs once that a connection which is no declared proxy sent X-Forwarded-For', async () => {
  const lines = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const ask = async (headers: Record<string, string>) => {
    const asked = send({ port: port(), host: 'localhost', path: '/', headers, agent: false }).end()
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    await answer.toArray()
  }
  await ask({})
  for (const forged of ['203.0.113.1', '203.0.113.2']) await ask({ 'x-forwarded-for': forged })
  const written = lines.mock.calls
    .map(([text]) => String(text))
    .filter((text) => text.includes('forwarded-for-ignored'))
  lines.mockRestore()
  expect(written).toHaveLength(1)
  expect(written.join('')).not.toContain('203.0.113')
})
