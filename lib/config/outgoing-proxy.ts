import 'server-only'
import type { Agent as HttpAgent, ClientRequest } from 'node:http'
import { Agent, type AgentOptions } from 'node:https'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { getProxyForUrl } from 'proxy-from-env'
import * as z from 'zod'
import { fail, ok, type Result } from '@/lib/shared/result'
import { withoutEmpty } from './environment'
import { isLoopback } from './fields'
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

/**
 * The proxy of a request, from `HTTPS_PROXY` and `NO_PROXY`; null for none. Only https goes through a proxy: what this
 * product sends without TLS stays on the machine or its network (the endpoint of a managed identity, a receiver of telemetry).
 */
export function proxyFor(address: string | URL): string | null {
  const url = new URL(address)
  if (url.protocol !== 'https:' || isLoopback(url.hostname)) return null
  const proxy = getProxyForUrl(url.href)
  return proxy === '' ? null : proxy
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

/** An agent that sends https requests through a proxy, by CONNECT. TLS is with the host, not with the proxy. */
export function throughProxy(proxy: string, options: AgentOptions): HttpAgent {
  const agent = new HttpsProxyAgent(proxy, options)
  agent.on('proxyConnect', ({ statusCode }: { readonly statusCode: number }, request: ClientRequest) => {
    if (statusCode !== 200) request.destroy(new ProxyRefused(statusCode))
  })
  return agent
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
