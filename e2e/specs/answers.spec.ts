import { requestText, sendRaw, type RawAnswer } from '../fixtures/raw-http'
import { expect, test } from '../fixtures/test'

const everywhere: Readonly<Record<string, RegExp>> = {
  'strict-transport-security': /^max-age=63072000; includeSubDomains$/,
  'x-content-type-options': /^nosniff$/,
  'content-security-policy': /^default-src 'none';(?!.*(?:unsafe|\*|data:|blob:)).*frame-ancestors '(?:none|self)'/,
  'x-frame-options': /^(?:DENY|SAMEORIGIN)$/,
  'referrer-policy': /^no-referrer$/,
  'permissions-policy': /camera=\(\)/,
  'cross-origin-resource-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
}
const nowhere = ['x-powered-by', 'server', 'set-cookie', 'access-control-allow-origin', 'x-middleware-next']
/** Text types, which are ambiguous without a charset (ASVS 5.0, V4.1.1). */
const textual = /^(?:text\/|application\/javascript|application\/json|[^;]*[+/]xml)/
/** What the product's server must never reveal, for any request. */
const inside = /node_modules|\.ts:\d|\bat \w+ \(|Internal Server Error|<code>|webpack/i

/** Checks that every header is present once, and that nothing internal is revealed. */
function expectGuarded(name: string, answer: RawAnswer | undefined): void {
  expect.soft(answer, name).toBeDefined()
  if (answer === undefined) return
  const { status, headers, body } = answer
  for (const [header, pattern] of Object.entries(everywhere)) {
    const values = headers.get(header) ?? []
    expect.soft(values, `${name}: ${header}`).toHaveLength(1)
    expect.soft(values[0], `${name}: ${header}`).toMatch(pattern)
  }
  for (const header of nowhere) expect.soft(headers.has(header), `${name}: ${header}`).toBe(false)
  const type = headers.get('content-type')?.[0] ?? ''
  if (textual.test(type)) expect.soft(type, name).toMatch(/; charset=utf-8$/i)
  expect.soft(status, name).toBeLessThan(500)
  if (!type.includes('javascript')) expect.soft(body, name).not.toMatch(inside)
}

async function ask(origin: string, name: string, text: string): Promise<RawAnswer | undefined> {
  const answers = await sendRaw(origin, text)
  expect.soft(answers, `${name}: answers`).toHaveLength(1)
  expectGuarded(name, answers[0])
  return answers[0]
}

test('every kind of answer has the security headers, each once', async ({ baseURL }) => {
  const origin = baseURL ?? ''
  const [page] = await sendRaw(origin, requestText('GET', '/explain'))
  const built = [...new Set(page?.body.match(/\/_next\/static\/[\w./~-]+\.(?:js|css|woff2)/g))]
  const kinds = new Set(built.map((path) => path.split('.').at(-1)))
  expect([...kinds].sort(), 'kinds of built files').toEqual(['css', 'js', 'woff2'])
  const vm = '/vm/00000000-0000-4000-8000-00000000dead/rg/vm'
  const paths: readonly (readonly [string, number])[] = [
    ['/', 200],
    ['/explain', 200],
    ['/auth/redirect', 200],
    ['/shared', 200],
    [vm, 200],
    ['/no/such/page', 404],
    ['/favicon.ico', 200],
    ['/robots.txt', 200],
    ['/icon.svg', 200],
    ['/apple-touch-icon.png', 200],
    ['/manifest.webmanifest', 200],
    ['/icon-192.png', 200],
    ['/icon-512.png', 200],
    ['/icon-maskable-512.png', 200],
    ['/healthz', 200],
    ['/api/v1/openapi.json', 200],
    ['/api/v1/fleet', 401],
    ['/api/v1/nothing', 404],
    ['/api/v1/vms/%zz/a/b', 400],
    ['/explain/', 308],
    ['//explain', 308],
    ['/_next/image?url=%2Ficon.svg&w=64&q=75', 404],
    ['/_next/data/x/index.json', 404],
    ['/_next/static/none.js', 404],
    ['/_next/static/%zz.js', 400],
    ...built.map((path) => [path, 200] as const),
  ]
  for (const [path, status] of paths) {
    const answer = await ask(origin, path, requestText('GET', path))
    expect.soft(answer?.status, path).toBe(status)
  }
  const flight = await ask(origin, 'a page’s data', requestText('GET', '/explain', ['RSC: 1']))
  expect(flight?.status).toBe(307)
  expect(flight?.headers.get('location')).toEqual(['/explain?_rsc'])
  const head = await ask(origin, 'HEAD', requestText('HEAD', '/'))
  expect([head?.status, head?.body]).toEqual([200, ''])
})

test('a method that a path does not support is refused with an error code', async ({ baseURL }) => {
  const origin = baseURL ?? ''
  const pages = ['/', '/explain', '/icon.svg', '/no/such/page', '/_next/static/none.js']
  const others = ['/api/v1/fleet', '/healthz', '/policy-reports']
  const never = ['TRACE', 'PROPFIND', 'PURGE', 'QUERY', 'SEARCH']
  const tried = [
    ...pages.flatMap((path) => [...never, 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => [method, path])),
    ...others.flatMap((path) => [...never, 'OPTIONS', 'PUT', 'PATCH'].map((method) => [method, path])),
  ]
  for (const [method = '', path = ''] of tried) {
    const name = `${method} ${path}`
    const lines = ['Content-Length: 2', 'Content-Type: text/plain', `Next-Action: ${'a'.repeat(42)}`]
    const answer = await ask(
      origin,
      name,
      method === 'TRACE' ? requestText(method, path) : requestText(method, path, lines, '[]'),
    )
    expect.soft(answer?.status, name).toBe(405)
    expect.soft(answer?.headers.get('allow')?.[0], name).toMatch(/^(?:GET|POST)/)
    expect.soft(answer?.body, name).toContain('"code":"method-not-allowed"')
  }
  // The HTTP parser refuses an invalid method, and a tunnel request is closed without an answer.
  for (const method of ['TRACK', 'FOO', 'get']) {
    expect((await ask(origin, method, requestText(method, '/')))?.status).toBe(400)
  }
  expect(await sendRaw(origin, requestText('CONNECT', 'localhost:22'))).toEqual([])
  // A request for another protocol gets the normal answer, and never hangs.
  const upgrade = (path: string) =>
    ask(origin, `Upgrade ${path}`, requestText('GET', path, ['Upgrade: websocket', 'Connection: Upgrade']))
  expect((await upgrade('/healthz'))?.status).toBe(200)
  expect((await upgrade('//x'))?.status).toBeLessThan(500)
})

test('no path variant reaches another route', async ({ baseURL }) => {
  const origin = baseURL ?? ''
  const header = 'x-middleware-subrequest'
  const five = (name: string) => [`${header}: ${Array.from({ length: 5 }, () => name).join(':')}`]
  const tries: readonly (readonly [string, number, (readonly string[])?])[] = [
    ['/api/v1/fleet', 401, five('middleware')],
    ['/api/v1/fleet', 401, five('src/middleware')],
    ['/api/v1/fleet', 401, five('proxy')],
    ['/', 200, five('proxy')],
    ['/api/v1/fleet/x.css', 404],
    ['/api/v1/fleet;x=.css', 404],
    ['/api/v1/fleet%2fx.css', 404],
    ['/api/v1%2ffleet', 404],
    ['/api/v1/fleet%00.css', 404],
    ['/api/v1/..%2f..%2fhealthz', 404],
    ['/api/v1/..%252f..%252fhealthz', 404],
    ['/API/V1/FLEET', 404],
    ['/_next/static/..%2f..%2fapi%2fv1%2ffleet', 404],
    ['/_next/static/..%2f..%2fserver%2fapp%2findex.html', 404],
    ['/_next/static/../../package.json', 404],
    ['/_next/BUILD_ID', 404],
    ['/.env', 404],
    ['/%5cevil.example', 404],
    ['//evil.example/', 308],
    ['/\\evil.example', 308],
  ]
  for (const [path, status, lines = []] of tries) {
    const name = `${path} ${lines.join(' ')}`
    const answer = await ask(origin, name, requestText('GET', path, lines))
    expect.soft(answer?.status, name).toBe(status)
    expect.soft(answer?.body, name).toContain(status === 401 ? '"code":"sign-in-required"' : '')
    const elsewhere = answer?.headers.get('location')?.filter((location) => !/^\/[^/\\]/.test(location)) ?? []
    expect.soft(elsewhere, name).toEqual([])
  }
  for (const target of ['*', 'http://evil.example/api/v1/fleet', 'https://localhost/']) {
    for (const method of ['GET', 'OPTIONS']) {
      const name = `${method} ${target}`
      expect.soft((await ask(origin, name, requestText(method, target)))?.status, name).toBe(400)
    }
  }
})

test('a request with an ambiguous end is refused, and no second request is parsed from it', async ({ baseURL }) => {
  const origin = baseURL ?? ''
  const second = 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n'
  const json = 'Content-Type: application/json'
  const broken: Readonly<Record<string, string>> = {
    'a length and chunks': requestText(
      'POST',
      '/api/v1/shared',
      [json, 'Content-Length: 4', 'Transfer-Encoding: chunked'],
      `0\r\n\r\n${second}`,
    ),
    'chunks and a length': requestText(
      'POST',
      '/api/v1/shared',
      [json, 'Transfer-Encoding: chunked', 'Content-Length: 4'],
      `0\r\n\r\n${second}`,
    ),
    ...Object.fromEntries(
      [
        ['Content-Length: 2', 'Content-Length: 40'],
        ['Content-Length: 2, 2'],
        ['Content-Length: -1'],
        ['Content-Length: +2'],
        ['Content-Length: 0x2'],
        ['Content-Length: 2 2'],
        ['Content-Length : 2'],
        ['Transfer-Encoding: xchunked'],
        ['Transfer-Encoding: chunked, identity'],
        ['Transfer-Encoding: chunked', 'Transfer-Encoding: chunked'],
        ['Transfer-Encoding : chunked'],
        ['Transfer-Encoding: \u000bchunked'],
        ['X-A: b', ' Transfer-Encoding: chunked'],
        ['X-A: b\rTransfer-Encoding: chunked'],
        ['X-A: b\nTransfer-Encoding: chunked'],
        ['X-A\u0000: b'],
      ].map((lines) => [lines.join(' | '), requestText('POST', '/api/v1/shared', [json, ...lines], `{}${second}`)]),
    ),
    'a length of a chunk with a blank': requestText(
      'POST',
      '/api/v1/shared',
      [json, 'Transfer-Encoding: chunked'],
      `2 \r\n{}\r\n0\r\n\r\n${second}`,
    ),
    'lines that end with LF': second.replaceAll('\r\n', '\n'),
    'two hosts': requestText('GET', '/healthz', ['Host: evil.example']),
    'no host': 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n',
    'HTTP/0.9': 'GET /healthz\r\n\r\n',
    'HTTP/2 by name alone': 'GET / HTTP/2.0\r\nHost: localhost\r\n\r\n',
  }
  for (const [name, text] of Object.entries(broken)) {
    const answer = await ask(origin, name, text)
    expect.soft(answer?.status, name).toBe(400)
    expect.soft(answer?.body, name).not.toContain('alive')
  }
  const long = await ask(origin, 'a header without end', requestText('GET', '/', [`X-A: ${'a'.repeat(20_000)}`]))
  expect(long?.status).toBe(431)
  // Two whole requests on one connection give two answers, in order: the first's body is not parsed as the second's
  // header.
  const body = second.replace('GET', 'PUT')
  const first = `GET /readyz HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${body.length}\r\n\r\n${body}`
  const both = await sendRaw(origin, first + requestText('GET', '/healthz'))
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  expect(both[1]?.body).toContain('{"alive":true}')
})

test('browsers can report policy violations, and the answer is empty', async ({ baseURL, request }) => {
  const origin = baseURL ?? ''
  const page = await request.get('/')
  expect(page.headers()['reporting-endpoints']).toBe('policy="/policy-reports"')
  const report = JSON.stringify([{ type: 'csp-violation', body: { effectiveDirective: 'img-src' } }])
  const lines = ['Content-Type: application/reports+json', `Content-Length: ${report.length}`]
  const reported = await ask(origin, 'a report', requestText('POST', '/policy-reports', lines, report))
  expect([reported?.status, reported?.body]).toEqual([204, ''])
  const form = ['Content-Type: text/plain', 'Content-Length: 0']
  const refused = await ask(origin, 'no report', requestText('POST', '/policy-reports', form))
  expect([refused?.status, refused?.headers.get('access-control-allow-origin')]).toEqual([400, undefined])
})
