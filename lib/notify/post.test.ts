import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo, LookupFunction } from 'node:net'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postJson, type PostRules } from './post'

const got: { path: string; headers: IncomingMessage['headers']; body: string }[] = []
let server: Server
let port = 0
let ca = ''
let answer: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) => response.end('ok')

beforeAll(async () => {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  })
  ca = made.cert
  server = createServer({ key: made.private, cert: made.cert }, (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      got.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() })
      answer(request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const never = new AbortController().signal
const local = (): PostRules => ({ localReceiver: `localhost:${port}`, timeoutMs: 5000, ca })
const post = (url: string, rules: PostRules, signal = never) =>
  postJson({ url, headers: { 'x-test': '1' }, body: '{"a":1}', signal }, rules)

/** A resolver of the test: returns these answers one after the other. */
function resolver(...answers: readonly (readonly string[])[]): { lookup: LookupFunction; asked: string[] } {
  const asked: string[] = []
  const lookup: LookupFunction = (hostname, _options, callback) => {
    const found = answers[Math.min(asked.length, answers.length - 1)] ?? []
    asked.push(hostname)
    callback(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
  return { lookup, asked }
}

async function answering(status: number, headers: Record<string, string> = {}) {
  answer = (_request, response) => response.writeHead(status, headers).end()
  return post(`https://localhost:${port}/hook`, local())
}

describe('postJson', () => {
  it('posts to the receiver that is allowed', async () => {
    answer = (_request, response) => response.end('ok')
    expect(await post(`https://localhost:${port}/hook`, local())).toEqual({ kind: 'sent' })
    expect(got.at(-1)).toMatchObject({
      path: '/hook',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json', 'x-test': '1' },
    })
  })

  it('opens no connection to an address that is not public, however it is written', async () => {
    const before = got.length
    for (const host of [
      'localhost',
      '127.0.0.1',
      '2130706433',
      '0x7f000001',
      '0x7f.1',
      '0177.0.0.1',
      '127.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[64:ff9b::7f00:1]',
      '169.254.169.254',
      '0xa9fea9fe',
      '2852039166',
      '168.63.129.16',
      '10.0.0.1',
      '１２７.０.０.１',
      '127。0。0。1',
      '127.0.0.1.',
      '127.0.1',
      '0x7f.0x0.0x0.0x1',
      '017700000001',
      '0',
      '0.0.0.0',
      '[::]',
      '[::ffff:0:0]',
      '[0:0:0:0:0:ffff:a9fe:a9fe]',
      '[::169.254.169.254]',
      '[::ffff:0:169.254.169.254]',
      '[2002:a9fe:a9fe::]',
      '[64:ff9b:1::a9fe:a9fe]',
      '[fd00:ec2::254]',
      '[fe80::1]',
      '[ff02::1]',
      '0251.0376.0251.0376',
      '0xa9.254.0251.0xfe',
      '169.16689662',
      '169.254.43518',
      '%31%36%39.254.169.254',
      '①⑥⑨.254.169.254',
      '100.100.100.200',
      '192.0.0.192',
      '255.255.255.255',
    ]) {
      const outcome = await post(`https://${host}:${port}/`, { localReceiver: null, timeoutMs: 5000, ca })
      expect([host, outcome]).toEqual([host, { kind: 'refused', code: 'address-closed' }])
    }
    expect(got).toHaveLength(before)
  })

  it('checks every address of a name, and resolves it once', async () => {
    for (const addresses of [
      ['127.0.0.1'],
      ['8.8.8.8', '10.0.0.1'],
      ['2606:4700::1111', '::1'],
      ['fd00:ec2::254'],
      ['::ffff:10.0.0.1'],
      ['::ffff:8.8.8.8'],
      ['fe80::1%eth0'],
      ['0.0.0.0'],
      ['169.254.169.254'],
      ['8.8.8.8', '2606:4700::1111', '168.63.129.16'],
      ['0177.0.0.1'],
      ['2130706433'],
      [''],
      [],
    ]) {
      const { lookup } = resolver(addresses)
      const outcome = await post('https://hooks.example.com/', { localReceiver: null, timeoutMs: 5000, ca, lookup })
      expect(outcome).toEqual({ kind: 'refused', code: 'address-closed' })
    }
    // A name that is public when it is checked and private when it is used (DNS rebinding): it is resolved only once.
    const { lookup, asked } = resolver(['203.0.114.1'], ['127.0.0.1'])
    const before = got.length
    await post(
      `https://rebinding.example.com:${port}/`,
      { localReceiver: null, timeoutMs: 5000, ca, lookup },
      AbortSignal.timeout(300),
    )
    expect([asked, got.length]).toEqual([['rebinding.example.com'], before])
  })

  it('posts to the private networks of the operator, and still to nothing else', async () => {
    const networks = [
      { address: '10.1.2.0', prefix: 24, family: 'ipv4' },
      { address: 'fd12:3456::', prefix: 48, family: 'ipv6' },
    ] as const
    const rules = { localReceiver: null, networks, timeoutMs: 5000, ca }
    const closed = { kind: 'refused', code: 'address-closed' }
    const of = (addresses: readonly string[]) =>
      post('https://hooks.example.com/', { ...rules, lookup: resolver(addresses).lookup }, AbortSignal.timeout(300))
    // Nothing listens there: the connection is tried.
    for (const address of ['10.1.2.3', 'fd12:3456::7', '8.8.8.8']) expect(await of([address])).not.toEqual(closed)
    for (const address of [
      ...['10.1.3.1', '10.0.0.1', '192.168.1.1', '127.0.0.1', '::1', '169.254.169.254', '168.63.129.16', '0.0.0.0'],
      ...[
        '::ffff:10.1.2.3',
        '::ffff:a01:203',
        '64:ff9b::a01:203',
        'fd12:3457::1',
        'fd00:ec2::254',
        'fe80::1',
        '10.1.2',
      ],
    ]) {
      expect([address, await of([address])]).toEqual([address, closed])
      expect([address, await of(['10.1.2.3', address])]).toEqual([address, closed])
    }
    for (const host of ['10.1.3.1', '[::ffff:10.1.2.3]', '0x0a010301', '127.1', '[fd12:3457::1]'])
      expect([host, await post(`https://${host}/`, rules)]).toEqual([host, closed])
  })

  it('limits the local receiver to this machine and to its exact name and port', async () => {
    const { lookup } = resolver(['169.254.169.254'])
    expect(await post(`https://localhost:${port}/`, { ...local(), lookup })).toMatchObject({ code: 'address-closed' })
    expect(await post(`https://127.0.0.1:${port}/`, local())).toMatchObject({ code: 'address-closed' })
    expect(await post(`https://localhost:${port + 1}/`, local())).toMatchObject({ code: 'address-closed' })
  })

  it('follows no redirect', async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      const before = got.length
      expect(await answering(status, { location: `https://localhost:${port}/elsewhere` })).toEqual({
        kind: 'refused',
        code: `http-${status}`,
      })
      expect(got).toHaveLength(before + 1)
    }
  })

  it('distinguishes failures that may pass from those that will not', async () => {
    expect(await answering(202)).toEqual({ kind: 'sent' })
    expect(await answering(429, { 'retry-after': '7' })).toEqual({
      kind: 'failed',
      code: 'http-429',
      retryAfterMs: 7000,
    })
    // The longest pause is that of `pauseAfter`.
    expect(await answering(503, { 'retry-after': '99999999' })).toMatchObject({ retryAfterMs: 99_999_999_000 })
    expect(await answering(503)).toEqual({ kind: 'failed', code: 'http-503', retryAfterMs: null })
    expect(await answering(410)).toEqual({ kind: 'refused', code: 'http-410' })
    expect(await post('http://example.com/', local())).toEqual({ kind: 'refused', code: 'not-https' })
  })

  it('checks the certificate, regardless of the environment variables', async () => {
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED']
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
    const outcome = await post(`https://localhost:${port}/`, { localReceiver: `localhost:${port}`, timeoutMs: 5000 })
    if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']
    else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before
    expect(outcome).toMatchObject({ kind: 'failed', code: expect.stringMatching(/cert|self/) })
  })

  it('never waits without a limit, and reads no long response', async () => {
    answer = () => undefined
    const outcome = await post(`https://localhost:${port}/`, local(), AbortSignal.timeout(100))
    expect(outcome).toEqual({ kind: 'failed', code: 'timed-out', retryAfterMs: null })
    answer = (_request, response) => {
      response.writeHead(200)
      const pour = (): void => {
        if (!response.destroyed && response.write('x'.repeat(65_536))) setImmediate(pour)
        else response.once('drain', pour)
      }
      pour()
    }
    expect(await post(`https://localhost:${port}/`, local())).toEqual({ kind: 'sent' })
  })
})
