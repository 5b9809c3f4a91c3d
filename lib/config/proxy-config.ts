import 'server-only'
import { BlockList, isIP } from 'node:net'
import * as z from 'zod'
import { fail, ok, type Result } from '@/lib/shared/result'
import { withoutEmpty } from './environment'
import { commaList } from './fields'
import { ConfigurationError, problemsOf, type ConfigProblem } from './problems'

/** The operator's proxies in front of this server. */
export interface ProxyConfig {
  /** Whether any proxy is declared. */
  readonly declared: boolean
  /** Whether an IP address is that of a declared proxy; false for any other text. */
  readonly includes: (address: string) => boolean
}

/** A network of addresses. An address alone is a network of one. */
interface Network {
  readonly address: string
  readonly family: 'ipv4' | 'ipv6'
  readonly prefix: number
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 4 ? 'ipv4' : 'ipv6')

/** `10.0.0.4`, `10.0.0.0/24`, `2001:db8::/64`; null for any other text, and for a prefix of 0, which excludes no address. */
function networkOf(text: string): Network | null {
  const [, address = '', written] = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? []
  if (isIP(address) === 0) return null
  const family = familyOf(address)
  const longest = family === 'ipv4' ? 32 : 128
  const prefix = written === undefined ? longest : Number(written)
  return prefix >= 1 && prefix <= longest ? { address, family, prefix } : null
}

const message =
  'must be the addresses or networks of your proxies, separated by commas, such as 10.0.0.4,2001:db8::/64; not their number, and no prefix of 0'

/** The variable of the proxies. */
export const proxyEnvironmentSchema = z.object({
  SEALWATCH_PROXIES: z
    .string()
    .refine((text) => commaList(text).every((entry) => networkOf(entry) !== null), message)
    .optional(),
})

function listOf(text: string): ProxyConfig {
  const list = new BlockList()
  const entries = commaList(text)
  for (const network of entries.map(networkOf)) {
    if (network !== null) list.addSubnet(network.address, network.prefix, network.family)
  }
  const includes = (address: string): boolean => isIP(address) !== 0 && list.check(address, familyOf(address))
  return { declared: entries.length > 0, includes }
}

/** Parses the variable of the proxies. */
export function parseProxyConfig(
  raw: Readonly<Record<string, string | undefined>>,
): Result<ProxyConfig, ConfigProblem[]> {
  const variables = withoutEmpty(raw)
  const parsed = proxyEnvironmentSchema.safeParse(variables)
  if (!parsed.success) return fail(problemsOf(parsed.error.issues, variables))
  return ok(listOf(parsed.data.SEALWATCH_PROXIES ?? ''))
}

let cached: ProxyConfig | undefined

/**
 * The proxies' part of this process's configuration, parsed on first use and cached.
 * @throws ConfigurationError naming the variable if it is wrong
 */
export function proxyConfig(): ProxyConfig {
  if (cached !== undefined) return cached
  const parsed = parseProxyConfig(process.env)
  if (!parsed.ok) throw new ConfigurationError(parsed.failure)
  cached = parsed.value
  return cached
}
