import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { connect, createServer as createTcpServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LocalServer, openAddress } from './server'
import { LocalSessions } from './sessions'
import { tenantA } from './testing/tokens'

let sessions: LocalSessions
let server: LocalServer
let port: number
const withdrawn = vi.fn<() => void>()
/** What reached the product. */
let reached: string[]

beforeEach(async () => {
  reached = []
  withdrawn.mockReset()
  sessions = new LocalSessions()
  server = new LocalServer({
    sessions,
    state: (tenantId) => ({
      tool: 'azure-cli',
      account: { name: null, username: 'aiko@example.com' },
      tenantId,
      tenants: [tenantId],
      command: null,
      file: null,
    }),
    product: (incoming, response) => {
      reached.push(`${incoming.method} ${incoming.url}`)
      response.end('fleet')
      return Promise.resolve()
    },
    onWithdrawn: withdrawn,
  })
  port = await server.listen(0)
})
afterEach(() => server.close())

interface Sent {
  readonly method?: string
  readonly path?: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

interface Got {
  readonly status: number
  readonly body: string
  readonly headers: Record<string, unknown>
}

/** Sends a request with exactly these headers; `fetch` would not send a foreign `Host` or `Origin`. */
async function send({ method = 'GET', path = '/', headers = {}, body = '' }: Sent): Promise<Got> {
  const sent = request({ port, host: '127.0.0.1', method, path, headers, agent: false })
  sent.end(body)
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  let text = ''
  for await (const chunk of response) text += String(chunk)
  return { status: response.statusCode ?? 0, body: text, headers: response.headers }
}

const sendKey = (key: string, headers: Record<string, string> = {}) =>
  send({ method: 'POST', path: '/api/local/session', body: key, headers })

/** A session as a browser has it. */
async function browser() {
  const opened = await sendKey(sessions.newKey())
  const { secret } = JSON.parse(opened.body) as { secret: string }
  const setCookie = String(opened.headers['set-cookie'])
  const cookie = setCookie.split(';')[0] ?? ''
  return { setCookie, cookie, secret, authorization: `Bearer ${tenantA}.${secret}` }
}

describe('the person’s own browser', () => {
  it('opens the address, exchanges the key for a cookie and a secret, and reads', async () => {
    const { setCookie, cookie, authorization } = await browser()
    expect(setCookie).toMatch(/^sealwatch-local-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(await send({ headers: { cookie } })).toMatchObject({ status: 200, body: 'fleet' })
    expect(await send({ path: '/api/v1/fleet', headers: { cookie, authorization } })).toMatchObject({ status: 200 })
    const state = await send({ path: '/api/local/state', headers: { cookie, authorization } })
    expect(JSON.parse(state.body)).toMatchObject({ tool: 'azure-cli', tenantId: tenantA })
  })

  it('may come from a file, which is another site, to the page that opens the session and no further', async () => {
    const fromFile = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    const page = await send({ path: '/local', headers: fromFile })
    expect(page).toMatchObject({ status: 200 })
    expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
    expect((await send({ path: '/', headers: fromFile })).status).toBe(403)
    expect((await send({ path: '/local/open.js', headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
  })

  it('keeps the key out of every request line: it is in the fragment', () => {
    const key = sessions.newKey()
    const address = new URL(openAddress(port, key))
    expect([address.hash, address.pathname, address.search]).toEqual([`#${key}`, '/local', ''])
  })

  it('ends its session by signing out', async () => {
    const { cookie, authorization } = await browser()
    await send({ method: 'DELETE', path: '/api/v1/session', headers: { cookie, authorization } })
    expect((await send({ headers: { cookie } })).status).toBe(401)
  })
})

describe('refuses', () => {
  it('another host name (DNS rebinding), also with a session', async () => {
    const { cookie, authorization } = await browser()
    for (const host of [
      `evil.example:${port}`,
      `rebind.localhost:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
      `localhost.:${port}`,
      `127.0.0.1:${port}.evil.example`,
      `0.0.0.0:${port}`,
      `user@127.0.0.1:${port}`,
    ])
      for (const path of ['/', '/local', '/local/open.js', '/api/local/state', '/api/v1/fleet', '/_next/static/x.js'])
        expect([host, path, (await send({ path, headers: { host, cookie, authorization } })).status]).toEqual([
          host,
          path,
          421,
        ])
    expect((await sendKey(sessions.newKey(), { host: `evil.example:${port}` })).status).toBe(421)
    expect(reached).toEqual([])
  })

  it('answers under the three names of this machine', async () => {
    const { cookie } = await browser()
    for (const name of ['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]'])
      expect((await send({ headers: { host: `${name}:${port}`, cookie } })).status).toBe(200)
  })

  it('another origin, reading or writing, also another port of this machine', async () => {
    const { cookie, authorization } = await browser()
    for (const origin of [
      'https://evil.example',
      'null',
      `http://localhost:${port + 1}`,
      `http://127.0.0.1:${port + 1}`,
      `https://127.0.0.1:${port}`,
      'file://',
    ])
      for (const method of ['GET', 'POST', 'DELETE'])
        expect([
          origin,
          method,
          (await send({ method, path: '/api/v1/session', headers: { origin, cookie, authorization } })).status,
        ]).toEqual([origin, method, 403])
    expect((await sendKey(sessions.newKey(), { origin: 'https://evil.example' })).status).toBe(403)
    expect(reached).toEqual([])
  })

  it('what a browser says comes from another page: navigation, image, script, frame, form', async () => {
    const { cookie } = await browser()
    for (const site of ['cross-site', 'same-site'])
      for (const [mode, dest] of [
        ['navigate', 'document'],
        ['navigate', 'iframe'],
        ['no-cors', 'image'],
        ['no-cors', 'script'],
        ['cors', 'empty'],
      ] as const)
        for (const [method, path] of [
          ['GET', '/'],
          ['POST', '/api/local/session'],
          ['GET', '/api/v1/fleet'],
          ['GET', '/api/local/state'],
        ] as const) {
          const headers = { cookie, 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest }
          expect([site, mode, path, (await send({ method, path, headers })).status]).toEqual([site, mode, path, 403])
        }
    const framed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }
    expect((await send({ path: '/local', headers: framed })).status).toBe(403)
    expect(reached).toEqual([])
  })

  it('an EventSource of another page', async () => {
    const { cookie } = await browser()
    const headers = { cookie, origin: 'https://evil.example', accept: 'text/event-stream' }
    const answer = await send({ path: '/api/v1/fleet', headers })
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([403, undefined])
  })

  it('a WebSocket, of whatever page, and nothing that follows on its connection', async () => {
    const { cookie } = await browser()
    const socket = connect(port, '127.0.0.1')
    const head = ['GET / HTTP/1.1', `Host: 127.0.0.1:${port}`, `Cookie: ${cookie}`, 'Connection: Upgrade']
    const upgrade = [...head, 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: AAAA']
    socket.write(
      `${upgrade.join('\r\n')}\r\n\r\nGET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\n\r\n`,
    )
    let text = ''
    for await (const chunk of socket) text += String(chunk)
    expect(text).toMatch(/^HTTP\/1\.1 403 /)
    expect(text.match(/HTTP\/1\.1 /g)).toHaveLength(1)
    expect(reached).toEqual([])
  })

  it('the second use of a key', async () => {
    const key = sessions.newKey()
    expect((await sendKey(key)).status).toBe(200)
    const second = await sendKey(key)
    expect([second.status, second.headers['set-cookie']]).toEqual([403, undefined])
  })

  it('guesses: the key is withdrawn after twenty, and the terminal says so', async () => {
    const key = sessions.newKey()
    for (let guess = 0; guess < 19; guess += 1) expect((await sendKey(`guess${guess}`)).status).toBe(403)
    expect(withdrawn).not.toHaveBeenCalled()
    expect((await sendKey('guess')).status).toBe(429)
    expect(withdrawn).toHaveBeenCalledOnce()
    expect((await sendKey(key)).status).toBe(429)
  })

  it('a key in the address, a long body, and no body', async () => {
    const key = sessions.newKey()
    expect((await send({ path: `/?key=${key}` })).status).toBe(401)
    expect((await send({ method: 'POST', path: `/api/local/session?key=${key}` })).status).toBe(403)
    expect((await sendKey(`${key}${' '.repeat(100_000)}`)).status).toBe(403)
    expect((await sendKey(key)).status).toBe(200)
  })

  it('another user of this machine, who has no cookie, everywhere', async () => {
    await browser()
    for (const path of [
      '/',
      '/explain',
      '/api/v1/fleet',
      '/healthz',
      '/deployment',
      '/api/local/state',
      '/_next/static/a.js',
    ])
      expect([path, (await send({ path })).status]).toEqual([path, 401])
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND'])
      expect([method, (await send({ method })).status]).toEqual([method, 401])
    expect(reached).toEqual([])
  })

  it('a stolen cookie alone at the state, with the secret of another session, and given twice', async () => {
    const [one, two] = [await browser(), await browser()]
    const path = '/api/local/state'
    expect((await send({ path, headers: { cookie: one.cookie } })).status).toBe(401)
    for (const authorization of [two.authorization, 'Bearer x', 'Basic YTpi', `Bearer ${tenantA}.${'A'.repeat(43)}`])
      expect((await send({ path: '/api/v1/fleet', headers: { cookie: one.cookie, authorization } })).status).toBe(401)
    const twice = `${one.cookie}; ${two.cookie}`
    expect((await send({ headers: { cookie: twice } })).status).toBe(401)
    expect(reached).toEqual([])
  })
})

it('listens on this machine only', async () => {
  const other = createTcpServer()
  // The same port on another loopback address is still free: the program has not taken all addresses.
  other.listen(port, '127.0.0.2')
  await once(other, 'listening')
  other.close()
})
