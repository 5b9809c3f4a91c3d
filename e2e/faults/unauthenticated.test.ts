import { readdirSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { NextRequest } from 'next/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { proxy } from '@/proxy'
import type { Handler } from './support'

const root = resolve(import.meta.dirname, '../..')
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
type Method = (typeof methods)[number]
type Route = Partial<Record<Method, Handler>>

/** Every route below `/api`, as Next.js finds them. */
const files = readdirSync(resolve(root, 'app/api'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('route.ts'))
  .map((name) => resolve(root, 'app/api', name))
const routes = new Map<string, Route>()
/** The answer of each route to an ordinary unauthenticated request. */
const plain = new Map<string, Answer>()
const fetched = vi.fn(() => Promise.reject(new TypeError('fetch failed')))

/** Routes that require no sign-in, and why that is right: they return no user data, or require a separate secret. */
const open: readonly string[] = ['GET /v1/openapi.json', 'POST /v1/shared']

beforeAll(async () => {
  const guid = '33333333-3333-4333-8333-333333333333'
  for (const [name, value] of Object.entries({
    SEALWATCH_SPA_CLIENT_ID: guid,
    SEALWATCH_API_CLIENT_ID: guid,
    SEALWATCH_API_CLIENT_SECRET: 'x',
    SEALWATCH_TENANT: guid,
    SEALWATCH_LOG_LEVEL: 'error',
    SEALWATCH_UNAUTHENTICATED_PER_MINUTE: '100000',
  }))
    vi.stubEnv(name, value)
  vi.stubGlobal('fetch', fetched)
  for (const file of files) {
    const path = `/${relative(resolve(root, 'app/api'), dirname(file)).split(sep).join('/')}`
    routes.set(path, (await import(file)) as Route)
  }
})
afterAll(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

/** Headers that could bypass a guard that checks the path, the method or the client address. */
const tricks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  nothing: {},
  'internal headers of the framework': {
    'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware',
    'x-middleware-next': '1',
    'x-middleware-rewrite': '/api/v1/openapi.json',
    'x-middleware-override-headers': 'authorization',
    'x-middleware-request-authorization': 'Bearer a.b.c',
    'next-action': 'x',
    rsc: '1',
    'x-nextjs-data': '1',
  },
  'another method': { 'x-http-method-override': 'GET', 'x-http-method': 'GET', 'x-method-override': 'GET' },
  'another address': { 'x-original-url': '/api/v1/openapi.json', 'x-rewrite-url': '/', 'x-original-uri': '/healthz' },
  'another place': {
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-host': 'localhost',
    'x-forwarded-proto': 'https',
    'x-forwarded-port': '443',
    'x-forwarded-prefix': '/healthz',
    'x-real-ip': '127.0.0.1',
    forwarded: 'for=127.0.0.1;host=localhost;proto=https',
    'true-client-ip': '::1',
    'x-azure-clientip': '168.63.129.16',
  },
  'headers of an authenticating proxy': {
    'x-ms-client-principal': 'eyJ1c2VySWQiOiJ4In0',
    'x-ms-client-principal-id': 'x',
    'x-ms-token-aad-access-token': 'a.b.c',
    'x-forwarded-user': 'admin',
    'x-forwarded-access-token': 'a.b.c',
    'x-authenticated-user': 'admin',
    'ssl-client-verify': 'SUCCESS',
  },
  'a cookie and no header': { cookie: 'access_token=a.b.c; authorization=Bearer a.b.c; session=1', origin: 'null' },
  'a token in other headers': { 'x-access-token': 'a.b.c', 'proxy-authorization': 'Bearer a.b.c', token: 'a.b.c' },
}
const queries = [
  '',
  '?access_token=a.b.c&authorization=Bearer+a.b.c',
  '?_method=GET&method=GET',
  '?x=1&x=2&x[]=3&x=.css',
]

interface Answer {
  readonly status: number
  readonly code: unknown
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
}

async function ask(
  handler: Handler,
  method: Method,
  headers: Readonly<Record<string, string>>,
  query: string,
): Promise<Answer> {
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const request = new Request(`https://sealwatch.test/api/x${query}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(hasBody && { body: '{"token":"a.b.c","_method":"GET"}' }),
  })
  const response = await handler(request, {
    params: Promise.resolve({ id: '..%2f..', name: 'x;y=.css', rest: ['..'] }),
  })
  const text = await response.text()
  response.headers.delete('x-request-id')
  const { code } = JSON.parse(text) as { code?: unknown }
  return { status: response.status, code, text, headers: Object.fromEntries(response.headers) }
}

describe('an unauthenticated request', () => {
  it('finds a handler for every method of every path, so that Next.js answers none itself', () => {
    expect(files.length).toBeGreaterThan(15)
    for (const [path, route] of routes) {
      expect([path, methods.filter((method) => route[method] === undefined)]).toEqual([path, []])
    }
  })

  const attempts = Object.entries(tricks).map(
    ([name, headers], at) => [name, headers, queries[at % queries.length]] as const,
  )

  it.each(attempts)('is admitted to no route by %s', async (_name, headers, query = '') => {
    for (const [path, route] of routes) {
      for (const method of methods) {
        const handler = route[method]
        if (handler === undefined || open.includes(`${method} ${path}`)) continue
        const name = `${method} ${path}`
        const usual = plain.get(name) ?? (await ask(handler, method, {}, ''))
        plain.set(name, usual)
        expect(path === '/[...rest]' ? [404] : [401, 405], name).toContain(usual.status)
        expect(usual.code).toBe({ 401: 'sign-in-required', 404: 'not-found', 405: 'method-not-allowed' }[usual.status])
        const { text, ...answer } = await ask(handler, method, headers, query)
        expect(answer, name).toEqual({ status: usual.status, code: usual.code, headers: usual.headers })
        expect(text).not.toMatch(/node_modules|\.ts:\d|\bat \w+ \(|Error:/)
      }
    }
    expect(fetched).not.toHaveBeenCalled()
  })

  it('gets the same answer to any attempt when links without sign-in are off', async () => {
    const handler = routes.get('/v1/shared')?.POST
    if (handler === undefined) throw new Error('a handler')
    globalThis.sealwatchAddressLimit = undefined
    for (const headers of Object.values(tricks)) {
      expect(await ask(handler, 'POST', headers, '')).toMatchObject({ status: 404, code: 'not-found' })
    }
  })
})

describe('the request guard', () => {
  const through = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
    proxy(new NextRequest(new URL(path, 'https://sealwatch.test'), { method, headers }))

  const paths = [
    '/api/v1/fleet',
    '/api/v1/fleet/x.css',
    '/api/v1/fleet;x=.css',
    '/api/v1/fleet%2fx.css',
    '/api/v1/fleet%3fx.css',
    '/api/v1/fleet%23.css',
    '/api/v1/fleet%00.css',
    '/api/v1/..%2f..%2fhealthz',
    '/api/v1/..%252f..%252fhealthz',
    '/api/v1/%2e%2e/%2e%2e/healthz',
    '/api/v1/..;/healthz',
    '/api//v1///fleet',
    '/API/V1/FLEET',
    '/api/v1/fleet/',
    '/api/v1/fleet%20',
    '/api/v1/fleet%0d%0aset-cookie:x=1',
    '/healthz/..%2fapi/v1/fleet',
    '/_next/..%2fapi/v1/fleet',
    '/api/v1/fleet?a=1&a=2&__nextLocale=x&nxtPx=1',
  ]

  it.each(paths)('adds its headers to %s and leaves the answer to the handlers', (path) => {
    for (const headers of Object.values(tricks)) {
      const response = through(path, headers)
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('x-middleware-next')).toBe('1')
      expect(['x-middleware-rewrite', 'location', 'set-cookie'].filter((name) => response.headers.has(name))).toEqual(
        [],
      )
    }
  })

  it('passes no policy from an unauthenticated request to the page', () => {
    const response = through('/', { 'content-security-policy': "script-src * 'nonce-evil'", 'x-nonce': 'evil' })
    const policy = response.headers.get('content-security-policy')
    expect(policy).not.toContain('evil')
    expect(response.headers.get('x-middleware-request-content-security-policy')).toBe(policy)
  })

  it.each(['/api/v1/vms/%c0%af/a/b', '/api/v1/vms/%ff/a/b', '/api/%ed%a0%80'])('refuses %s itself', async (path) => {
    for (const headers of Object.values(tricks)) {
      const response = through(path, headers)
      expect([response.status, ((await response.json()) as { code: unknown }).code]).toEqual([400, 'request-invalid'])
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    }
  })
})
