import 'server-only'
import { apiError } from '@/lib/contract/errors'
import { randomUUID } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import { ServerResponse, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { refusedEarly } from './early-refusal'
import { errorResponse } from './responses'
import { plainHeaders } from './security-headers'
import { endSilentConnections, onServer } from './servers'

/** The methods that the framework's handlers support; it fails on any other. */
const handled: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const versions: ReadonlySet<string> = new Set(['1.0', '1.1'])
/** Addresses that have a separate handler for each method. Everything else is only read. */
const withHandlers = /^\/(?:api\/|(?:healthz|readyz|deployment|policy-reports)$)/

const invalid = (parameter: string): Response =>
  errorResponse(apiError('request-invalid', { parameter }), randomUUID(), null)

function notAllowed(methods: string): Response {
  const response = errorResponse(apiError('method-not-allowed'), randomUUID(), null)
  response.headers.set('allow', methods)
  return response
}

export interface RequestHead {
  readonly method: string
  /** The target, as in the request line. */
  readonly target: string
  readonly version: string
  /** Names and values alternating, as they were received. */
  readonly rawHeaders: readonly string[]
}

/**
 * Refuses what the framework would answer with a bare failure, a page or a redirect that the caller controls. Null for
 * every other request. A request must have exactly one host (https://www.rfc-editor.org/rfc/rfc9112#section-3.2); a
 * target with its own host is for proxies, and Sealwatch is not one.
 */
export function guardRequest({ method, target, version, rawHeaders }: RequestHead): Response | null {
  if (!versions.has(version)) return invalid('version')
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host')
  if (hosts.length > 1) return invalid('host')
  if (!target.startsWith('/')) return invalid('path')
  const path = target.split('?', 1)[0] ?? ''
  const undecodable = refusedEarly(path)
  if (undecodable !== null) return undecodable
  if (!withHandlers.test(path)) return method === 'GET' || method === 'HEAD' ? null : notAllowed('GET, HEAD')
  return handled.has(method) ? null : notAllowed('GET')
}

async function write(refusal: Response, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = Buffer.from(await refusal.arrayBuffer())
  response.writeHead(refusal.status, { ...Object.fromEntries(refusal.headers), 'content-length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
  request.resume()
}

const statusLines: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** Answers what Node.js could not parse as a request, with the headers of every response. */
function answerBroken(error: NodeJS.ErrnoException, socket: Duplex): void {
  const begun: unknown = Reflect.get(socket, '_httpMessage')
  const isBegun = typeof begun === 'object' && begun !== null && Reflect.get(begun, '_headerSent') === true
  if (socket.writable && error.code !== 'ECONNRESET' && !isBegun) {
    const lines = Object.entries({ ...plainHeaders, connection: 'close', 'content-length': '0' })
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
    socket.write(`HTTP/1.1 ${statusLines[error.code ?? ''] ?? '400 Bad Request'}\r\n${head}\r\n`)
  }
  socket.destroy(error)
}

/** Connections on which a request asked for another protocol. */
const asksForAnother = new WeakSet<Duplex>()

/**
 * Whether a request comes after the last one to answer on its connection. After a request for another protocol Node.js
 * discards the rest of the data that came with it, and parses what comes next as a request: that can be a body, whose
 * content another party chose.
 */
function isAfterTheLast(request: IncomingMessage, response: ServerResponse): boolean {
  if (asksForAnother.has(request.socket)) return true
  if (request.headers.upgrade === undefined) return false
  asksForAnother.add(request.socket)
  response.setHeader('connection', 'close')
  return false
}

/** Puts the guard before every listener for a server's requests. */
function guard(server: Server): void {
  const inside = server.listeners('request')
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    if (isAfterTheLast(request, response)) return
    const { method = '', url: target = '', httpVersion: version, rawHeaders } = request
    const refusal = guardRequest({ method, target, version, rawHeaders })
    if (refusal !== null) void write(refusal, request, response)
    else for (const listener of inside) listener.call(server, request, response)
  })
  server.on('clientError', answerBroken)
  // Sealwatch supports no other protocol. Without a listener Node.js treats such a request as a normal one; the
  // framework's own listener never answers some of them.
  server.removeAllListeners('upgrade')
}

const guarded = new WeakSet<Server>()

/**
 * Guards every server of this process from its first connection on, before anything is read from it, so that a request
 * for another protocol is answered as an ordinary one. Sets the headers of every response: some of Node.js's own
 * responses pass no handler. The framework creates the server and does not expose it; Node.js publishes each request
 * before it is answered (https://nodejs.org/api/diagnostics_channel.html#http).
 */
export function installRequestGuard(): void {
  subscribe('http.server.request.start', (message) => {
    const response: unknown = typeof message === 'object' && message !== null && Reflect.get(message, 'response')
    if (!(response instanceof ServerResponse)) return
    for (const [name, value] of Object.entries(plainHeaders)) response.setHeader(name, value)
  })
  endSilentConnections()
  onServer((server) => {
    if (guarded.has(server)) return
    guarded.add(server)
    guard(server)
  })
}
