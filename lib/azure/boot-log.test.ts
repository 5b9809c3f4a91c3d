import { createServer, type Server } from 'node:https'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isStorageAddress } from '@/lib/config/storage-address'
import { fetchBootLog } from './boot-log'

let server: Server
let origin = ''
let answer: RequestListener = () => undefined
const asked: string[] = []
const headers: unknown[] = []

beforeAll(async () => {
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
  const pair = await generate([{ name: 'commonName', value: 'localhost' }], { algorithm: 'sha256', keyType: 'ec' })
  server = createServer({ key: pair.private, cert: pair.cert }, (request, response) => {
    asked.push(request.url ?? '')
    headers.push(request.headers)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  asked.length = 0
  headers.length = 0
})
afterAll(() => {
  delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']
  server.closeAllConnections()
  server.close()
})

const publicCloud = { kind: 'suffixes', suffixes: ['blob.core.windows.net', 'blob.storage.azure.net'] } as const

describe('addresses that may be fetched', () => {
  it.each([
    ['https://diag.blob.core.windows.net/c/log?sv=1&sig=x', true],
    ['https://md-x.z40.blob.storage.azure.net/c/log', true],
    ['https://DIAG.BLOB.CORE.WINDOWS.NET/c', true],
    ['http://diag.blob.core.windows.net/c', false],
    ['https://diag.blob.core.windows.net:8443/c', false],
    ['https://user:pass@diag.blob.core.windows.net/c', false],
    ['https://blob.core.windows.net/c', false],
    ['https://evilblob.core.windows.net/c', false],
    ['https://.blob.core.windows.net/c', false],
    ['https://a..blob.core.windows.net/c', false],
    ['https://diag.blob.core.windows.net.evil.example/c', false],
    ['https://evil.example/.blob.core.windows.net', false],
    ['https://evil.example#.blob.core.windows.net', false],
    ['https://diag.blob.core.usgovcloudapi.net/c', false],
    ['https://169.254.169.254/metadata', false],
    ['https://management.azure.com/subscriptions', false],
    ['file:///etc/passwd', false],
    ['//diag.blob.core.windows.net/c', false],
    ['', false],
  ])('%s: %s', (address, allowed) => {
    expect(isStorageAddress(address, publicCloud)).toBe(allowed)
  })

  it('are those of the one origin that the operator named, and no other', () => {
    const hosts = { kind: 'origin', origin: 'https://127.0.0.1:4011' } as const
    expect(isStorageAddress('https://127.0.0.1:4011/storage/log', hosts)).toBe(true)
    expect(isStorageAddress('https://127.0.0.1:4012/storage/log', hosts)).toBe(false)
    expect(isStorageAddress('https://diag.blob.core.windows.net/c', hosts)).toBe(false)
  })
})

describe('the log', () => {
  const fetched = (hosts: Parameters<typeof fetchBootLog>[1] = { kind: 'origin', origin }) =>
    fetchBootLog(`${origin}/log?sig=1`, hosts, AbortSignal.timeout(30_000))

  it('is returned as text, fetched without a token', async () => {
    answer = (_request, response) => response.end('line 1\n日本\n')
    expect(await fetched()).toBe('line 1\n日本\n')
    expect(JSON.stringify(headers)).not.toMatch(/authorization|cookie/i)
  })

  it('is never fetched from another host', async () => {
    answer = (_request, response) => response.end('secret')
    expect(await fetched(publicCloud)).toBeNull()
    expect(asked).toEqual([])
  })

  it('is its last megabyte', async () => {
    const megabyte = 1024 * 1024
    answer = (_request, response) => {
      for (let part = 0; part < 30; part += 1) response.write('a'.repeat(50_000))
      response.end(`${'b'.repeat(megabyte - 3)}end`)
    }
    const text = await fetched()
    expect(text).toHaveLength(megabyte)
    expect(text?.startsWith('b')).toBe(true)
    expect(text?.endsWith('end')).toBe(true)
  })

  it('is not fetched elsewhere, and an error page is not treated as a log', async () => {
    answer = (_request, response) => response.writeHead(302, { location: '/other' }).end()
    expect(await fetched()).toBeNull()
    expect(asked).toEqual(['/log?sig=1'])
    answer = (_request, response) => response.writeHead(403).end('<Error/>')
    expect(await fetched()).toBeNull()
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': 100 })
      response.write('half', () => response.destroy())
    }
    expect(await fetched()).toBeNull()
  })

  it('is cancelled with the session', async () => {
    const left = new AbortController()
    answer = () => left.abort()
    expect(await fetchBootLog(`${origin}/log`, { kind: 'origin', origin }, left.signal)).toBeNull()
  })
})
