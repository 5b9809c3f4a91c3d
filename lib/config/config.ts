import 'server-only'
import type { CloudName } from './clouds'
import { parseConfig, type ConfigProblem } from './parse'
import type { ServerConfig } from './server-config'

/** Thrown once, at start, with every wrong variable. The message holds names and rules, never values. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ variable, message }) => `  ${variable}: ${message}`)
    super(`Sealwatch cannot start: the environment is wrong.\n${lines.join('\n')}`)
    this.name = 'ConfigurationError'
  }
}

let cached: ServerConfig | undefined

/**
 * The configuration of this process, parsed on first use and kept.
 * @throws ConfigurationError naming every wrong or missing variable
 */
export function serverConfig(): ServerConfig {
  if (cached !== undefined) return cached
  const parsed = parseConfig(process.env)
  if (!parsed.ok) throw new ConfigurationError(parsed.failure)
  cached = parsed.value
  return cached
}

/** Same shape as `BrowserConfig` of the contract, which this room may not import. */
export interface PublicConfig {
  readonly cloud: CloudName
  readonly authorityHost: string
  readonly authorityMetadata: string | null
  readonly spaClientId: string
  readonly tenantId: string
  readonly apiScope: string
  readonly portalHost: string
}

/** What the browser may know, picked field by field so that a new secret cannot slip through. */
export function browserConfig(): PublicConfig {
  const config = serverConfig()
  return {
    cloud: config.cloud,
    authorityHost: config.authorityHost,
    authorityMetadata: config.browserAuthorityMetadata,
    spaClientId: config.spaClientId,
    tenantId: config.tenantId,
    apiScope: config.apiScope,
    portalHost: config.portalHost,
  }
}
