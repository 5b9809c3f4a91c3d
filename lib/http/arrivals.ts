import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { snapshotConfig } from '@/lib/config/snapshot-config'
import { addressOf, wholeAddressOf } from './address'
import { BodyBudget } from './body-budget'
import { peerHeader } from './peer'

/** How long the head of a request may take to arrive, and the whole of it; Node looks every half a minute. */
const headMilliseconds = 15_000
const wholeMilliseconds = 30_000

interface Start {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly server: Server
}

const isStart = (message: unknown): message is Start =>
  typeof message === 'object' && message !== null && 'request' in message && 'response' in message && 'server' in message

function addressBehind({ headers, socket }: IncomingMessage): string {
  const forwarded = headers['x-forwarded-for']
  const forwardedFor = Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? null)
  return addressOf(wholeAddressOf({ forwardedFor, peer: socket.remoteAddress ?? '' }, snapshotConfig().proxies))
}

/** Counts a body as it comes in, and hangs up where it becomes too much. */
function bound({ request, response }: Start, budget: BodyBudget): void {
  const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length']) > 0
  if (!hasBody) return
  const hasToken = /^bearer +\S/i.test(request.headers.authorization ?? '')
  const arrival = budget.begin(addressBehind(request), hasToken)
  response.once('close', arrival.end)
  const push = request.push.bind(request)
  request.push = (chunk: unknown, encoding) => {
    if (!Buffer.isBuffer(chunk) || arrival.take(chunk.byteLength)) return push(chunk, encoding)
    request.socket.destroy()
    return false
  }
}

/**
 * Looks at every request before the framework does: handlers see no connection, and the framework takes bodies in whole
 * before it asks any of them. Node tells of each request first; the server itself is to be had there alone as well, so it
 * is told here how long a request may take to arrive (until the first one Node's own minute and five minutes hold).
 * Source: https://nodejs.org/api/diagnostics_channel.html#http
 */
export function watchArrivals(): void {
  if (globalThis.sealwatchPeerHeader !== undefined) return
  const name = peerHeader()
  const budget = new BodyBudget()
  subscribe('http.server.request.start', (message) => {
    if (!isStart(message)) return
    const { request, server } = message
    request.headers[name] = request.socket.remoteAddress ?? ''
    server.headersTimeout = headMilliseconds
    server.requestTimeout = wholeMilliseconds
    bound(message, budget)
  })
}
