import 'server-only'
import * as z from 'zod'
import { fail, ok, type Result } from '@/lib/shared/result'
import { withoutEmpty } from './environment'
import { commaList } from './fields'
import { addressesIn, networkOf } from './networks'
import { ConfigurationError, problemsOf, type ConfigProblem } from './problems'

/** The operator's proxies in front of this server. */
export interface ProxyConfig {
  /** Whether any proxy is declared. */
  readonly declared: boolean
  /** Whether an IP address is that of a declared proxy; false for any other text. */
  readonly includes: (address: string) => boolean
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
  const entries = commaList(text)
  const networks = entries.map(networkOf).filter((network) => network !== null)
  return { declared: entries.length > 0, includes: addressesIn(networks) }
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
