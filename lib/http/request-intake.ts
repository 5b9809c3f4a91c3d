import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { identity } from '@/lib/auth/identity'
import { proxyConfig } from '@/lib/config/proxy-config'
import { log } from '@/lib/telemetry/log'
import { networkKeyOf, originBehind, withoutPort, type AddressSources } from './address'
import { BodyBudget } from './body-budget'
import { peerHeader } from './peer'
import { onServer } from './servers'

/** How long the head of a request may take to arrive, and the whole request; Node.js checks every half minute. */
const headMilliseconds = 15_000
const wholeMilliseconds = 30_000

interface Start {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

const isStart = (message: unknown): message is Start =>
  typeof message === 'object' && message !== null && 'request' in message && 'response' in message

function sourcesOf({ headers, socket }: IncomingMessage): AddressSources {
  const forwarded = headers['x-forwarded-for']
  const forwardedFor = Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? null)
  return { forwardedFor, peer: socket.remoteAddress ?? '' }
}

/**
 * Logs the first request whose `X-Forwarded-For` is ignored: either a caller invented it, or a proxy is not declared,
 * and then all its users count as one address. Once, so that callers cannot fill the log.
 */
function noteIgnored(request: IncomingMessage): boolean {
  const { forwardedFor, peer } = sourcesOf(request)
  if (forwardedFor === null || proxyConfig().includes(withoutPort(peer))) return false
  log('warn', { event: 'forwarded-for-ignored', address: peer })
  return true
}

/**
 * The addresses whose handlers accept a large body, in exactly this spelling; any other spelling gets the small limit.
 */
const withLargeBodies = /^\/api\/v1\/(?:retirement|vms\/[^/]+\/[^/]+\/[^/]+\/troubleshoot)$/

function mayBeLarge({ method, url = '', headers }: IncomingMessage): boolean {
  if (method !== 'POST' || !withLargeBodies.test(url.split('?', 1)[0] ?? '')) return false
  return identity().isAddressed(headers.authorization ?? null)
}

/** Counts a body as it arrives, and closes the connection where it exceeds its limit. */
function bound({ request, response }: Start, budget: BodyBudget): void {
  const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length']) > 0
  if (!hasBody) return
  const arrival = budget.begin(
    networkKeyOf(originBehind(sourcesOf(request), proxyConfig().includes).address),
    mayBeLarge(request),
  )
  response.once('close', arrival.end)
  const push = request.push.bind(request)
  request.push = (chunk: unknown, encoding) => {
    if (!Buffer.isBuffer(chunk) || arrival.take(chunk.byteLength)) return push(chunk, encoding)
    request.socket.destroy()
    return false
  }
}

/**
 * Checks every request before the framework does: handlers see no connection, and the framework reads a body whole
 * before it calls a handler. Node.js publishes each request and each connection on its diagnostics channels; only there
 * is the server object available, so its time limits are set there.
 * Source: https://nodejs.org/api/diagnostics_channel.html#http
 */
export function installRequestIntake(): void {
  if (globalThis.sealwatchPeerHeader !== undefined) return
  const name = peerHeader()
  const budget = new BodyBudget()
  let noted = false
  subscribe('http.server.request.start', (message) => {
    if (!isStart(message)) return
    const { request } = message
    request.headers[name] = request.socket.remoteAddress ?? ''
    noted ||= noteIgnored(request)
    bound(message, budget)
  })
  onServer((server) => {
    server.headersTimeout = headMilliseconds
    server.requestTimeout = wholeMilliseconds
  })
}
