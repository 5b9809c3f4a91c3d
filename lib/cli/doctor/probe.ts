import { request as httpRequest, type Agent as HttpAgent, type IncomingMessage } from 'node:http'
import { Agent, request as httpsRequest } from 'node:https'
import type { SecureContext } from 'node:tls'
import { proxyFor, ProxyRefused, ProxySilent, throughProxy } from '@/lib/config/outgoing-proxy'
import type { Answer, ConnectionFailure } from '@/lib/setup/doctor/evidence'

const mostBytes = 262_144

export interface Question {
  readonly headers?: Readonly<Record<string, string>>
  /** Fields of a form, sent by `POST`. */
  readonly form?: Readonly<Record<string, string>>
  readonly timeoutMs: number
  /** Certificates to trust instead of the machine's own. */
  readonly trust?: SecureContext | undefined
  /** False where the certificate is known to be wrong and the other checks are still useful. No secret is sent then. */
  readonly trusting?: boolean
}

const codes: Readonly<Record<string, ConnectionFailure>> = {
  ENOTFOUND: 'unresolved',
  EAI_AGAIN: 'unresolved',
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'silent',
  EHOSTUNREACH: 'silent',
  ENETUNREACH: 'silent',
  EPROTO: 'not-tls',
  ERR_SSL_WRONG_VERSION_NUMBER: 'not-tls',
}

/** The kind of failure of a connection's error. */
function failureOf(error: unknown): ConnectionFailure {
  if (error instanceof AggregateError) return failureOf(error.errors[0])
  if (!(error instanceof Error)) return 'broken'
  if (error instanceof ProxyRefused || error instanceof ProxySilent) return 'proxy-refused'
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'silent'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return codes[code] ?? 'broken'
}

/** The same of a request to an address. Through a proxy, only the proxy itself can be unresolved, refuse or be silent. */
export function failureTo(url: string, error: unknown): ConnectionFailure {
  const why = failureOf(error)
  const isOfConnection = why === 'unresolved' || why === 'refused' || why === 'silent'
  return isOfConnection && proxyFor(url) !== null ? 'proxy-refused' : why
}

function headersOf(incoming: IncomingMessage): Record<string, string> {
  const pairs = Object.entries(incoming.headers)
  return Object.fromEntries(
    pairs.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  )
}

/** The start of the body: the relevant pages and JSON are far smaller. */
async function textOf(incoming: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of incoming) {
    if (!Buffer.isBuffer(part)) continue
    parts.push(part)
    size += part.length
    if (size > mostBytes) break
  }
  return Buffer.concat(parts).toString('utf8')
}

/** A connection of its own, through this machine's proxy where `HTTPS_PROXY` names one. */
export function connectionTo(url: string): HttpAgent {
  const proxy = proxyFor(url)
  return proxy === null ? new Agent({ keepAlive: false }) : throughProxy(proxy, { keepAlive: false })
}

/** One request: no redirects, no cookies, no retries. Never throws. */
export function ask(url: string, question: Question): Promise<Answer> {
  const body = question.form === undefined ? '' : new URLSearchParams(question.form).toString()
  const sends = question.form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }
  const options = {
    method: question.form === undefined ? 'GET' : 'POST',
    headers: { ...sends, 'user-agent': 'sealwatch-doctor', ...question.headers },
    signal: AbortSignal.timeout(question.timeoutMs),
    rejectUnauthorized: question.trusting !== false,
    ...(question.trust === undefined ? {} : { secureContext: question.trust }),
    agent: url.startsWith('https:') ? connectionTo(url) : (false as const),
  }
  return new Promise((resolve) => {
    const failed = (error: unknown): void => resolve({ kind: 'failed', why: failureTo(url, error) })
    const send = url.startsWith('https:') ? httpsRequest : httpRequest
    const sent = send(url, options, (incoming) => {
      const at = Date.now()
      const { statusCode = 0 } = incoming
      textOf(incoming).then(
        (text) => resolve({ kind: 'answer', status: statusCode, headers: headersOf(incoming), text, at }),
        failed,
      )
    })
    sent.on('error', failed)
    sent.end(body)
  })
}
