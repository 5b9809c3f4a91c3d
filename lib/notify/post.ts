import 'server-only'
import { lookup as systemLookup } from 'node:dns'
import { request, type RequestOptions } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { checkServerIdentity } from 'node:tls'
import { proxyFor, throughProxy } from '@/lib/config/outgoing-proxy'
import { isClosedHost, openAddresses, type Receivers } from '@/lib/config/receiver-addresses'

/**
 * The outcome of a post. `failed` may succeed later, `refused` will not. Codes are for logs and users; never texts of
 * the receiver.
 */
export type PostOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'failed'; readonly code: string; readonly retryAfterMs: number | null }

export interface Post {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly signal: AbortSignal
}

export interface PostRules extends Receivers {
  readonly timeoutMs: number
  /** Certificates to trust instead of the system's and Node.js's; for tests in one process. */
  readonly ca?: string
  /** Resolves names to addresses. */
  readonly lookup?: LookupFunction
}

/** Longest body; a card of Sealwatch has about two kilobytes. */
const longestBody = 65_536

/** Thrown inside the lookup, so that no connection is opened. */
class ClosedAddressError extends Error {}

/**
 * A lookup that returns an address only where every address of the name is allowed. The connection goes to the returned
 * address and the name is not resolved again, so DNS rebinding has no effect.
 */
function guarded(lookup: LookupFunction, isOpen: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const all = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }]
      const [first] = all
      if (error !== null) callback(error, '')
      else if (first === undefined || !all.every(({ address }) => isOpen(address)))
        callback(new ClosedAddressError('closed address'), '')
      else if (options.all === true) callback(null, all)
      else callback(null, first.address, first.family)
    })
  }
}

/** The first address of a host, where every address of it is allowed. @throws what the lookup reports */
function checkedAddress(host: string, lookup: LookupFunction, signal: AbortSignal): Promise<string> {
  if (isIP(host) !== 0) return Promise.resolve(host)
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', reject, { once: true })
    lookup(host, {}, (error, address) =>
      error === null && typeof address === 'string' ? resolve(address) : reject(error ?? new ClosedAddressError()),
    )
  })
}

/**
 * How to connect: directly, or through the operator's proxy. The proxy is given the address that was checked, not the name:
 * a proxy that resolved the name itself could be led to an address of its own network. TLS is with the name.
 */
async function connectionOf(
  target: URL,
  host: string,
  { lookup, signal }: { readonly lookup: LookupFunction; readonly signal: AbortSignal },
): Promise<RequestOptions> {
  const proxy = proxyFor(target)
  if (proxy === null) return { agent: false, lookup }
  return {
    agent: throughProxy(proxy, { keepAlive: false }),
    hostname: await checkedAddress(host, lookup, signal),
    servername: isIP(host) === 0 ? host : '',
    checkServerIdentity: (_connected, certificate) => checkServerIdentity(host, certificate),
  }
}

/** Seconds or a date of `Retry-After`, as milliseconds from now. */
function retryAfterOf(header: string | undefined): number | null {
  if (header === undefined) return null
  const milliseconds = /^\d{1,16}$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : null
}

/** Statuses that may pass. Every other status outside 2xx means that the receiver will never accept the same post. */
const passing: ReadonlySet<number> = new Set([408, 409, 425, 429])

function outcomeOf(status: number, retryAfter: string | undefined): PostOutcome {
  const code = `http-${status}`
  if (status >= 200 && status < 300) return { kind: 'sent' }
  if (status >= 500 || passing.has(status)) return { kind: 'failed', code, retryAfterMs: retryAfterOf(retryAfter) }
  // A redirect would lead to an address that was not allowed.
  return { kind: 'refused', code }
}

function failureOf(error: Error, signal: AbortSignal): PostOutcome {
  if (error instanceof ClosedAddressError) return { kind: 'refused', code: 'address-closed' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  if (signal.aborted) return { kind: 'failed', code: 'timed-out', retryAfterMs: null }
  return { kind: 'failed', code: /^[A-Z0-9_]{1,60}$/.test(code) ? code.toLowerCase() : 'network', retryAfterMs: null }
}

/**
 * Posts JSON over https, once. Redirects are not followed, certificates are checked regardless of the environment
 * variables, the response body is not read. Connects only to addresses of the public internet and of the operator's private
 * networks, also through a proxy, and to the receiver on this machine that the configuration of a fake Azure may name.
 */
export async function postJson({ url, headers, body, signal }: Post, rules: PostRules): Promise<PostOutcome> {
  const target = new URL(url)
  const host = target.hostname.replace(/^\[|\]$/g, '')
  const isOpen = openAddresses(target, rules)
  const refused = (code: string): PostOutcome => ({ kind: 'refused', code })
  if (target.protocol !== 'https:') return refused('not-https')
  if (Buffer.byteLength(body) > longestBody) return refused('too-long')
  // Node.js calls no lookup for a host that is an address already.
  if (isClosedHost(target, rules)) return refused('address-closed')
  const ending = AbortSignal.any([signal, AbortSignal.timeout(rules.timeoutMs)])
  let connection: RequestOptions
  try {
    connection = await connectionOf(target, host, {
      lookup: guarded(rules.lookup ?? systemLookup, isOpen),
      signal: ending,
    })
  } catch (error) {
    return failureOf(error instanceof Error ? error : new Error('no address'), ending)
  }
  return new Promise((resolve) => {
    const sending = request(
      target,
      {
        method: 'POST',
        headers: {
          ...headers,
          host: target.host,
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
          'user-agent': 'Sealwatch',
        },
        ...connection,
        rejectUnauthorized: true,
        signal: ending,
        ...(rules.ca === undefined ? {} : { ca: rules.ca }),
      },
      (response) => {
        resolve(outcomeOf(response.statusCode ?? 0, response.headers['retry-after']))
        response.destroy()
      },
    )
    sending.on('error', (error) => resolve(failureOf(error, ending)))
    sending.end(body)
  })
}
