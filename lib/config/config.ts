import 'server-only'
import type { BrowserConfig } from '@/lib/contract/browser-config'
import { parseLocalConfig } from './local-deployment'
import { parseConfig } from './parse'
import { ConfigurationError } from './problems'
import { snapshotConfig } from './snapshot-config'
import type { ServerConfig } from './server-config'

export { ConfigurationError }

let cached: ServerConfig | undefined

/**
 * The configuration of this process, parsed on first use and cached.
 * @throws ConfigurationError naming every wrong or missing variable
 */
export function serverConfig(): ServerConfig {
  if (cached !== undefined) return cached
  const local = globalThis.sealwatchLocalDeployment
  const parsed = local === undefined ? parseConfig(process.env) : parseLocalConfig(local, process.env)
  if (!parsed.ok) throw new ConfigurationError(parsed.failure)
  cached = parsed.value
  return cached
}

/** What the browser may know, copied field by field so that a new secret is not included by accident. */
export function browserConfig(): BrowserConfig {
  const config = serverConfig()
  const snapshots = snapshotConfig()
  return {
    cloud: config.cloud,
    authorityHost: config.authorityHost,
    authorityMetadata: config.browserAuthorityMetadata,
    spaClientId: config.spaClientId,
    tenantId: config.tenantId,
    otherTenants: config.allowedTenants === '*' || config.allowedTenants.some((id) => id !== config.tenantId),
    apiScope: config.apiScope,
    portalHost: config.portalHost,
    idleMinutes: config.idleMinutes,
    demo: config.demo,
    local: globalThis.sealwatchLocalDeployment !== undefined,
    snapshotHours: snapshots.enabled ? snapshots.mostHours : null,
  }
}
