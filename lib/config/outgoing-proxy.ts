import 'server-only'
import type { Agent as HttpAgent, ClientRequest } from 'node:http'
import { Agent, type AgentOptions } from 'node:https'
import type { Socket } from 'node:net'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { getProxyForUrl } from 'proxy-from-env'
import * as z from 'zod'
import { fail, ok, type Result } from '@/lib/shared/result'
import { withoutEmpty } from './environment'
import { isLoopback } from './fields'
import { addressesIn, networkOf } from './networks'
import { ConfigurationError, type ConfigProblem } from './problems'

const proxyAddress = z
  .string()
  .refine(
    (text) => /^https?:\/\//i.test(text) && URL.canParse(text),
    'must be the address of a proxy that begins with http:// or https://, such as http://proxy.example:3128',
  )

/** The variables of the proxy for outgoing requests. Their names in lower case count as well, and first. */
export const outgoingProxyEnvironmentSchema = z.object({
  HTTPS_PROXY: proxyAddress.optional(),
  NO_PROXY: z.string().optional(),
})

/** In the order in which they count, which is that of `proxy-from-env`. */
const proxyVariables = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'] as const

/** The entries of `NO_PROXY`; its name in lower case counts first, as in `proxy-from-env`. */
const withoutProxy = (raw: Readonly<Record<string, string | undefined>>): string[] =>
  (raw['no_proxy'] || raw['NO_PROXY'] || '').split(/[\s,]/).filter((entry) => entry !== '')

/** Checks the address of the proxy, where one is set. */
export function parseOutgoingProxy(
  raw: Readonly<Record<string, string | undefined>>,
): Result<null, readonly ConfigProblem[]> {
  const variables = withoutEmpty(raw)
  const variable = proxyVariables.find((name) => variables[name] !== undefined)
  if (variable === undefined) return ok(null)
  const parsed = proxyAddress.safeParse(variables[variable])
  return parsed.success ? ok(null) : fail(parsed.error.issues.map(({ message }) => ({ variable, message })))
}

/**
 * Checks this process's proxy for outgoing requests.
 * @throws ConfigurationError naming the variable, never its value, which may hold a password
 */
export function checkOutgoingProxy(): void {
  const parsed = parseOutgoingProxy(process.env)
  if (!parsed.ok) throw new ConfigurationError(parsed.failure)
}

/** Whether a host is an address in one of the networks of `NO_PROXY`: the library compares names alone. */
function isInNetworkWithout(hostname: string): boolean {
  const networks = withoutProxy(process.env).flatMap((entry) => networkOf(entry) ?? [])
  return addressesIn(networks)(hostname.replace(/^\[|\]$/g, ''))
}

/**
 * The proxy of a request, from `HTTPS_PROXY` and `NO_PROXY`; null for none. Only https goes through a proxy: what this
 * product sends without TLS stays on the machine or its network (the endpoint of a managed identity, a receiver of telemetry).
 */
export function proxyFor(address: string | URL): string | null {
  const url = new URL(address)
  if (url.protocol !== 'https:' || isLoopback(url.hostname)) return null
  const proxy = getProxyForUrl(url.href)
  return proxy === '' || isInNetworkWithout(url.hostname) ? null : proxy
}

/** The proxy refused to connect to the host. Without this its answer would be taken for one of the host itself. */
export class ProxyRefused extends Error {
  readonly code: string
  constructor(readonly status: number) {
    super(`the proxy refused the connection with status ${status}`)
    this.name = 'ProxyRefused'
    this.code = `PROXY_${status}`
  }
}

/** The proxy accepted the connection and did not answer CONNECT, or answered half of it. */
export class ProxySilent extends Error {
  readonly code = 'PROXY_SILENT'
  constructor() {
    super('the proxy does not answer')
    this.name = 'ProxySilent'
  }
}

/** How long a proxy may take to connect to a host: less than any request to it may take. */
export const proxyLimit = { milliseconds: 8000 }

/**
 * Waits for a proxy no longer than the limit. By itself the library waits without end, and so does a request that was ended
 * meanwhile; a connection that waits counts among those that its pool may have.
 */
class PatientProxyAgent extends HttpsProxyAgent<string> {
  readonly #proxy: string
  readonly #options: AgentOptions

  constructor(proxy: string, options: AgentOptions) {
    super(proxy, options)
    this.#proxy = proxy
    this.#options = options
  }

  override async connect(
    request: ClientRequest,
    options: Parameters<HttpsProxyAgent<string>['connect']>[1],
  ): Promise<Socket> {
    const waiting = new AbortController()
    const timer = setTimeout(() => waiting.abort(), proxyLimit.milliseconds)
    // The signal ends the socket that an agent opens: https://nodejs.org/api/net.html#new-netsocketoptions
    const connecting = new HttpsProxyAgent(this.#proxy, { ...this.#options, signal: waiting.signal })
    connecting.on('proxyConnect', ({ statusCode }: { readonly statusCode: number }) => {
      if (statusCode !== 200) request.destroy(new ProxyRefused(statusCode))
    })
    try {
      return await connecting.connect(request, options)
    } catch (error) {
      throw waiting.signal.aborted ? new ProxySilent() : error
    } finally {
      clearTimeout(timer)
    }
  }
}

/** An agent that sends https requests through a proxy, by CONNECT. TLS is with the host, not with the proxy. */
export function throughProxy(proxy: string, options: AgentOptions): HttpAgent {
  return new PatientProxyAgent(proxy, options)
}

/** Agents with the same options: one for direct connections, and one for each proxy. */
export function outgoingAgents(options: AgentOptions): (address: string | URL) => HttpAgent {
  const direct = new Agent(options)
  const proxied = new Map<string, HttpAgent>()
  return (address) => {
    const proxy = proxyFor(address)
    if (proxy === null) return direct
    const agent = proxied.get(proxy) ?? throughProxy(proxy, options)
    proxied.set(proxy, agent)
    return agent
  }
}
