import { createServer, type Server } from 'node:https'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { createPipelineRequest } from '@azure/core-rest-pipeline'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isUntrusted, networkCodeOf } from '@/lib/shared/network-error'
import { BodyTooLarge, createTransport } from './transport'

let server: Server
let origin = ''
let answer: RequestListener = () => undefined
const limit = 10_000

beforeAll(async () => {
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
  const pair = await generate([{ name: 'commonName', value: 'localhost' }], { algorithm: 'sha256', keyType: 'ec' })
  server = createServer({ key: pair.private, cert: pair.cert }, (request, response) => answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']
  server.closeAllConnections()
  server.close()
})

const send = (abortSignal: AbortSignal = AbortSignal.timeout(5000)) =>
  createTransport(limit).sendRequest(createPipelineRequest({ url: origin, method: 'GET', abortSignal }))

describe('transport', () => {
  it('reads a plain and a compressed body', async () => {
    answer = (_request, response) => response.end('{"a":1}')
    expect(await send()).toMatchObject({ status: 200, bodyAsText: '{"a":1}' })
    answer = (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"b":"日本"}'))
    expect(await send()).toMatchObject({ bodyAsText: '{"b":"日本"}' })
  })

  it('fails where a connection breaks inside a body, compressed or not', async () => {
    const packed = gzipSync(JSON.stringify(Array.from({ length: 5000 }, Math.random)))
    for (const headers of [{ 'content-encoding': 'gzip' }, {}]) {
      answer = (_request, response) => {
        response.writeHead(200, { ...headers, 'content-length': packed.length })
        response.write(packed.subarray(0, 200), () => response.destroy())
      }
      await expect(send()).rejects.toThrow()
    }
  })

  it('fails on bytes that are not in the declared compression', async () => {
    answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('{"a":1}')
    await expect(send()).rejects.toThrow()
  })

  it('does not read more than its limit, also after decompression', async () => {
    answer = (_request, response) => response.end('x'.repeat(limit + 1))
    await expect(send()).rejects.toBeInstanceOf(BodyTooLarge)
    answer = (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(limit * 100)))
    await expect(send()).rejects.toBeInstanceOf(BodyTooLarge)
  })

  it('closes the connection where the request is cancelled, before and during the body', async () => {
    for (const begin of [false, true]) {
      const closed = new Promise<void>((resolve) => {
        answer = (request, response) => {
          request.socket.once('close', () => resolve())
          if (begin) response.write('{"a":')
        }
      })
      await expect(send(AbortSignal.timeout(100))).rejects.toThrow()
      await closed
    }
  })

  it('sends nothing to a server whose certificate is not trusted, and its error says so', async () => {
    server.closeAllConnections()
    let requests = 0
    answer = (_request, response) => {
      requests += 1
      response.end('{}')
    }
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '1'
    const error: unknown = await send().catch((thrown: unknown) => thrown)
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
    expect(isUntrusted(networkCodeOf(error))).toBe(true)
    expect(requests).toBe(0)
    expect(isUntrusted(networkCodeOf(Object.assign(new Error('no'), { code: 'ECONNREFUSED' })))).toBe(false)
  })

  it('follows no redirect', async () => {
    answer = (_request, response) => response.writeHead(302, { location: 'https://evil.test/' }).end()
    expect(await send()).toMatchObject({ status: 302 })
  })
})
