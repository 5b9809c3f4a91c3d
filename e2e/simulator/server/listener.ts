import { createServer as createHttp, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { SimRequest } from '../model/http'
import type { Certificate } from './certificate'
import { deliver, holdInRealTime, whole, type Hold, type Reply } from './delivery'

export type Handler = (request: SimRequest) => Promise<Reply>

const mostBytes = 2 * 1024 * 1024

async function readBody(incoming: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of incoming) {
    if (!Buffer.isBuffer(part)) continue
    size += part.length
    // The body is still read to its end: stopping would reset the connection before the answer.
    if (size <= mostBytes) parts.push(part)
  }
  return size > mostBytes ? null : Buffer.concat(parts)
}

function flat(incoming: IncomingMessage): Record<string, string | undefined> {
  const pairs = Object.entries(incoming.headers)
  return Object.fromEntries(pairs.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]))
}

async function replyTo(incoming: IncomingMessage, listener: SimRequest['listener'], handle: Handler): Promise<Reply> {
  const host = incoming.headers.host ?? 'localhost'
  const address = `${listener === 'browser' ? 'http' : 'https'}://${host}${incoming.url ?? '/'}`
  if (!URL.canParse(address)) return whole({ status: 400, json: { error: 'unreadable address' } })
  const body = await readBody(incoming)
  if (body === null) return whole({ status: 413, json: { error: 'body too large' } })
  return handle({ method: incoming.method ?? 'GET', url: new URL(address), headers: flat(incoming), body, listener })
}

/** The handler of a listener, its reports, and its delays. */
export interface Serving {
  readonly handle: Handler
  readonly log: (line: string) => void
  readonly hold?: Hold | undefined
}

function requestListener(
  listener: SimRequest['listener'],
  { handle, log, hold = holdInRealTime }: Serving,
): RequestListener {
  return (incoming, out) => {
    const gone = new AbortController()
    out.once('close', () => gone.abort())
    void replyTo(incoming, listener, handle)
      .catch((error: unknown) => {
        log(`internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
        return whole({
          status: 500,
          json: { error: { code: 'SimulatorFailed', message: 'The simulator itself failed.' } },
        })
      })
      .then((reply) =>
        deliver(out, reply, { hold, client: { gone: gone.signal, remotePort: incoming.socket.remotePort ?? 0 } }),
      )
      .catch(() => out.destroy())
  }
}

/** A listener only on the local machine: `browser` uses http, `server` https. */
export function createListener(listener: SimRequest['listener'], tls: Certificate, serving: Serving): Server {
  const onRequest = requestListener(listener, serving)
  const server =
    listener === 'browser'
      ? createHttp(onRequest)
      : createHttps({ cert: tls.certificate, key: tls.privateKey }, onRequest)
  // Longer than clients keep idle connections: a connection closed during a request would look like a fault.
  server.keepAliveTimeout = 120_000
  return server
}

/** Starts listening; returns the port. Throws if the port is in use. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      const address: AddressInfo | string | null = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** Stops listening and closes open connections. */
export function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
