import 'server-only'
import { fetch as fetchThrough, Pool, ProxyAgent } from 'undici'
import { proxyFor, proxyLimit, ProxySilent } from '@/lib/config/outgoing-proxy'
import { networkCodeOf } from '@/lib/shared/network-error'

const timeoutMilliseconds = 10_000
const maxBytes = 1_048_576

/** The response was larger than anything Entra sends. */
export class OversizedAnswer extends Error {
  constructor() {
    super('answer too large')
    this.name = 'OversizedAnswer'
  }
}

/** A body of the global `fetch` and of undici's: their types differ. */
interface Body {
  readonly getReader: () => {
    readonly read: () => Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>
    readonly cancel: () => Promise<void>
  }
}

async function readCapped(body: Body | null): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  const reader = body?.getReader()
  if (reader === undefined) return text
  for (;;) {
    const chunk = await reader.read()
    if (chunk.done || chunk.value === undefined) return text + decoder.decode()
    bytes += chunk.value.byteLength
    if (bytes > maxBytes) {
      await reader.cancel()
      throw new OversizedAnswer()
    }
    text += decoder.decode(chunk.value, { stream: true })
  }
}

export interface AuthorityRequest {
  readonly method: 'GET' | 'POST'
  readonly headers: Record<string, string>
  readonly body?: string | undefined
}

export interface AuthorityAnswer {
  readonly status: number
  readonly headers: Record<string, string>
  readonly text: string
}

const proxies = new Map<string, ProxyAgent>()

/** A proxy that does not answer CONNECT holds a connection no longer than this, also where its request has ended before. */
function proxyAgent(proxy: string): ProxyAgent {
  const clientFactory = (origin: URL, options: object): Pool =>
    new Pool(origin, { ...options, headersTimeout: proxyLimit.milliseconds })
  const agent = proxies.get(proxy) ?? new ProxyAgent({ uri: proxy, clientFactory })
  proxies.set(proxy, agent)
  return agent
}

/**
 * One request to Entra: at most ten seconds, at most 1 MiB, and no redirect, because a redirect would send the client
 * secret to another host. Through the operator's proxy, where one is set: a refusal of the proxy rejects.
 */
export async function authorityFetch(url: string, request: AuthorityRequest): Promise<AuthorityAnswer> {
  const sent = {
    method: request.method,
    headers: request.headers,
    body: request.body ?? null,
    redirect: 'error',
    cache: 'no-store',
    signal: AbortSignal.timeout(timeoutMilliseconds),
  } as const
  const proxy = proxyFor(url)
  const response = await (proxy === null
    ? fetch(url, sent)
    : fetchThrough(url, { ...sent, dispatcher: proxyAgent(proxy) }).catch((error: unknown) => {
        // The limit is of the request to the proxy alone.
        throw networkCodeOf(error) === 'UND_ERR_HEADERS_TIMEOUT' ? new ProxySilent() : error
      }))
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    text: await readCapped(response.body),
  }
}
