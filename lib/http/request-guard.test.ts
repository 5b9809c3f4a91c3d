import { once } from 'node:events'
import { createServer, request as send, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guardRequest, installRequestGuard, type RequestHead } from './request-guard'
import { plainHeaders } from './security-headers'

const head = (over: Partial<RequestHead>): RequestHead => ({
  method: 'GET',
  target: '/',
  version: '1.1',
  rawHeaders: ['Host', 'localhost'],
  ...over,
})

async function notified(over: Partial<RequestHead>): Promise<unknown> {
  const refusal = guardRequest(head(over))
  if (refusal === null) return null
  const { code, parameter } = (await refusal.json()) as { code: unknown; parameter: unknown }
  return [refusal.status, parameter ?? refusal.headers.get('allow'), code]
}

describe('the request guard', () => {
  it.each<[Partial<RequestHead>]>([
    [{}],
    [{ method: 'HEAD', target: '/vm/a/b/c?x=%zz' }],
    [{ target: '/_next/static/chunks/a.js' }],
    [{ method: 'DELETE', target: '/api/v1/fleet?load=x' }],
    [{ method: 'OPTIONS', target: '/api/v1/fleet' }],
    [{ method: 'POST', target: '/policy-reports' }],
    [{ version: '1.0', rawHeaders: [] }],
  ])('accepts %o', async (over) => {
    expect(await notified(over)).toBeNull()
  })

  it.each<[Partial<RequestHead>, string]>([
    [{ version: '2.0' }, 'version'],
    [{ version: '0.9' }, 'version'],
    [{ rawHeaders: ['Host', 'localhost', 'A', 'host', 'hOST', 'evil.example'] }, 'host'],
    [{ target: '*', method: 'OPTIONS' }, 'path'],
    [{ target: 'http://evil.example/' }, 'path'],
    [{ target: '' }, 'path'],
    [{ target: '/_next/static/%zz.js' }, 'path'],
  ])('rejects %o as malformed', async (over, parameter) => {
    expect(await notified(over)).toEqual([400, parameter, 'request-invalid'])
  })

  it.each<[string, string, string]>([
    ['TRACE', '/', 'GET, HEAD'],
    ['TRACE', '/api/v1/fleet', 'GET'],
    ['PROPFIND', '/healthz', 'GET'],
    ['POST', '/', 'GET, HEAD'],
    ['PUT', '/healthz/x', 'GET, HEAD'],
    ['OPTIONS', '/API/v1/fleet', 'GET, HEAD'],
  ])('refuses %s %s', async (method, target, allow) => {
    expect(await notified({ method, target })).toEqual([405, allow, 'method-not-allowed'])
  })
})

/** A server as the framework creates it: it never answers a request that asks for another protocol. */
async function likeTheFrameworks(mayAnswer = Promise.resolve()) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    void mayAnswer.then(() => response.end('inside'))
  })
  server.on('upgrade', () => undefined)
  server.listen(0, 'localhost')
  await once(server, 'listening')
  return {
    asked,
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const upgrade = (target: string): string =>
  `GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close, Upgrade\r\nUpgrade: websocket\r\n\r\n`

describe('a request that asks for another protocol', () => {
  it.each(['/healthz', '//x', '/explain/'])(
    'is answered like any other at %s, as the very first request of a server',
    async (target) => {
      installRequestGuard()
      const server = await likeTheFrameworks()
      const socket = connect(server.port, 'localhost')
      socket.write(upgrade(target))
      const answer = (await socket.toArray()).join('')
      expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*inside/)
      server.close()
    },
  )

  it('is answered on a connection that is older than the guard, once another request has arrived', async () => {
    const server = await likeTheFrameworks()
    const early = connect(server.port, 'localhost')
    await once(early, 'connect')
    const [other] = (await once(send({ port: server.port, host: 'localhost', agent: false }).end(), 'response')) as [
      IncomingMessage,
    ]
    expect(other.statusCode).toBe(200)
    early.write(upgrade('//x'))
    expect((await early.toArray()).join('')).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    server.close()
  })
})

describe('what follows a request for another protocol on its connection', () => {
  const first = 'GET /first HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n\r\n'
  const inner = 'GET /inner HTTP/1.1\r\nHost: a\r\n\r\n'
  const outer = `POST /api/v1/outer HTTP/1.1\r\nHost: a\r\nContent-Length: ${inner.length}\r\n\r\n`

  it.each([
    ['nothing', [first]],
    ['a request in the same packet', [first + inner]],
    ['a request while the first is being answered', [first, inner]],
    ['a body in the form of a request, after its head came with the first', [first + outer, inner]],
  ])('is never read: %s', async (_what, packets) => {
    installRequestGuard()
    let answer = (): void => undefined
    const server = await likeTheFrameworks(new Promise((resolve) => (answer = resolve)))
    const socket = connect(server.port, 'localhost').setNoDelay(true)
    for (const packet of packets) {
      await new Promise((sent) => socket.write(packet, sent))
      // The handler has the first request before anything follows it, and the rest is sent before the first is
      // answered.
      await expect.poll(() => server.asked).not.toEqual([])
    }
    answer()
    const answers = (await socket.toArray()).join('')
    expect(answers.match(/HTTP\/1\.1 /g)).toHaveLength(1)
    expect(answers).toMatch(/\r\nconnection: close\r\n/i)
    expect(server.asked).toEqual(['/first'])
    server.close()
  })
})

describe('the request guard on a server', () => {
  const inside: string[] = []
  const server = createServer((request, response) => {
    inside.push(`${request.method ?? ''} ${request.url ?? ''}`)
    response.setHeader('x-frame-options', 'SAMEORIGIN')
    response.end('inside')
  })
  beforeAll(async () => {
    installRequestGuard()
    server.listen(0, 'localhost')
    await once(server, 'listening')
  })
  afterAll(() => {
    server.close()
  })
  const port = () => (server.address() as AddressInfo).port

  async function ask(method: string, path: string, headers: OutgoingHttpHeaders = {}): Promise<IncomingMessage> {
    const asked = send({ port: port(), host: 'localhost', method, path, headers, agent: false }).end()
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    return answer
  }

  it('sets its headers on the handler’s response, and the handler may override them', async () => {
    const answer = await ask('GET', '/')
    expect(answer.headers).toMatchObject({ ...plainHeaders, 'x-frame-options': 'SAMEORIGIN' })
    expect((await answer.toArray()).join('')).toBe('inside')
  })

  it('passes on no request that it refuses, and answers it completely', async () => {
    inside.length = 0
    const answer = await ask('TRACE', '/')
    expect([answer.statusCode, answer.headers]).toMatchObject([405, plainHeaders])
    expect(JSON.parse((await answer.toArray()).join(''))).toMatchObject({ code: 'method-not-allowed' })
    const bare = await ask('HEAD', '/%zz')
    expect([bare.statusCode, (await bare.toArray()).length]).toEqual([400, 0])
    expect(inside).toEqual([])
  })

  it.each([
    ['a request without a host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', '400 Bad Request'],
    [
      'an unsupported expectation',
      'GET / HTTP/1.1\r\nHost: a\r\nExpect: cake\r\nConnection: close\r\n\r\n',
      '417 Expectation Failed',
    ],
    ['text that is not HTTP', 'x\r\n\r\n', '400 Bad Request'],
    ['a head over the size limit', `GET / HTTP/1.1\r\nA: ${'a'.repeat(20_000)}`, '431 Request Header Fields Too Large'],
  ])('answers %s with the headers', async (_name, text, status) => {
    const socket = connect(port(), 'localhost')
    socket.write(text)
    const answer = (await socket.toArray()).join('')
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status}\r\n`))
    for (const [name, value] of Object.entries(plainHeaders)) expect(answer).toContain(`${name}: ${value}\r\n`)
  })
})
