import 'server-only'
import type { BrowserConfig } from '@/lib/contract/browser-config'
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

/** What the browser may know, picked field by field so that a new secret cannot slip through. */
export function browserConfig(): BrowserConfig {
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
