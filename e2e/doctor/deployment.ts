import {
  createServer as createHttp,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { createServer as createHttps, type ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'
import type { Deployment } from '@/lib/contract/deployment'
import type { Ready } from '@/lib/contract/health'

const day = 86_400_000

export interface Signed {
  readonly cert: string
  readonly key: string
}

/** A certificate authority that the tests trust. */
export async function authority(): Promise<Signed> {
  const made = await generate([{ name: 'commonName', value: 'Tests' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + 365 * day),
    extensions: [{ name: 'basicConstraints', cA: true, critical: true }],
  })
  return { cert: made.cert, key: made.private }
}

export interface LeafOptions {
  readonly name?: string
  /** Days from now. */
  readonly from?: number
  readonly until?: number
  /** Null makes it self-signed. */
  readonly by: Signed | null
}

/** A certificate for a server. */
export async function leaf({ name = 'localhost', from = -30, until = 200, by }: LeafOptions): Promise<Signed> {
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() + from * day),
    notAfterDate: new Date(Date.now() + until * day),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }],
    ...(by === null ? {} : { ca: by }),
  })
  return { cert: made.cert, key: made.private }
}

/** Answers of a deployment; each part can be replaced by a wrong one. */
export interface Answers {
  readonly deployment: Partial<Deployment>
  readonly ready: Ready
  readonly headers: Readonly<Record<string, string>>
  readonly bridgeHeaders: Readonly<Record<string, string>>
  /** Milliseconds that the server's clock is ahead. */
  readonly ahead: number
  /** Proxies that append to `X-Forwarded-For` before the server sees it. */
  readonly proxiesBefore: number
  /** Answers all requests instead of the server. */
  readonly instead: ((request: IncomingMessage, response: ServerResponse) => void) | null
}

function answering(base: Deployment, answers: Answers): RequestListener {
  return (request, response) => {
    if (answers.instead !== null) {
      answers.instead(request, response)
      return
    }
    const path = (request.url ?? '/').split('?')[0]
    const headers = path === '/auth/redirect' ? answers.bridgeHeaders : answers.headers
    const came = (request.headers['x-forwarded-for'] ?? '').toString().split(',').length
    const about = { now: Date.now() + answers.ahead, forwardedFor: came + answers.proxiesBefore }
    const documents: Readonly<Record<string, unknown>> = {
      '/healthz': { alive: true },
      '/readyz': answers.ready,
      '/deployment': { ...base, ...about, ...answers.deployment },
    }
    const found = documents[path ?? '']
    const page = '<!doctype html><title>Sealwatch</title>'
    const type = found === undefined ? 'text/html' : 'application/json'
    response
      .writeHead(200, { ...headers, 'content-type': type })
      .end(found === undefined ? page : JSON.stringify(found))
  }
}

export interface RunningServer {
  readonly origin: string
  readonly stop: () => Promise<void>
}

async function listening(server: Server, scheme: string): Promise<RunningServer> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address: AddressInfo | string | null = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { origin: `${scheme}://localhost:${port}`, stop }
}

/** A deployment on this machine: https with a certificate, http without one. */
export function startDeployment(base: Deployment, answers: Answers, tls: ServerOptions | null): Promise<RunningServer> {
  const handle = answering(base, answers)
  return tls === null ? listening(createHttp(handle), 'http') : listening(createHttps(tls, handle), 'https')
}

/** A listener without TLS that redirects every request. */
export function redirecting(to: () => string): Promise<RunningServer> {
  return listening(
    createHttp((_request, response) => void response.writeHead(301, { location: to() }).end()),
    'http',
  )
}
