import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isAddressedTo } from '@/lib/auth/addressed'
import { serverConfig } from '@/lib/config/config'
import { snapshotConfig } from '@/lib/config/snapshot-config'
import { addressOf, wholeAddressOf } from './address'
import { BodyBudget } from './body-budget'
import { peerHeader } from './peer'
import { onServer } from './servers'

/** How long the head of a request may take to arrive, and the whole of it; Node looks every half a minute. */
const headMilliseconds = 15_000
const wholeMilliseconds = 30_000

interface Start {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

const isStart = (message: unknown): message is Start =>
  typeof message === 'object' && message !== null && 'request' in message && 'response' in message

function addressBehind({ headers, socket }: IncomingMessage): string {
  const forwarded = headers['x-forwarded-for']
  const forwardedFor = Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? null)
  return addressOf(wholeAddressOf({ forwardedFor, peer: socket.remoteAddress ?? '' }, snapshotConfig().proxies))
}

/** The addresses whose handlers take more than a little, as they are spelled here; no other spelling gets more. */
const withLargeBodies = /^\/api\/v1\/(?:retirement|vms\/[^/]+\/[^/]+\/[^/]+\/troubleshoot)$/

function mayBeLarge({ method, url = '', headers }: IncomingMessage): boolean {
  if (method !== 'POST' || !withLargeBodies.test(url.split('?', 1)[0] ?? '')) return false
  return isAddressedTo(serverConfig().apiClientId, headers.authorization ?? null)
}

/** Counts a body as it comes in, and hangs up where it becomes too much. */
function bound({ request, response }: Start, budget: BodyBudget): void {
  const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length']) > 0
  if (!hasBody) return
  const arrival = budget.begin(addressBehind(request), mayBeLarge(request))
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
 * before it asks any of them. Node tells of each request first, and of each connection: the server itself is to be had
 * there alone, so it is told there how long a request may take to arrive.
 * Source: https://nodejs.org/api/diagnostics_channel.html#http
 */
export function watchArrivals(): void {
  if (globalThis.sealwatchPeerHeader !== undefined) return
  const name = peerHeader()
  const budget = new BodyBudget()
  subscribe('http.server.request.start', (message) => {
    if (!isStart(message)) return
    const { request } = message
    request.headers[name] = request.socket.remoteAddress ?? ''
    bound(message, budget)
  })
  onServer((server) => {
    server.headersTimeout = headMilliseconds
    server.requestTimeout = wholeMilliseconds
  })
}
