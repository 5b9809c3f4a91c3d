import 'server-only'
import { reachesDirectory } from '@/lib/auth/directory-check'
import { ConfigurationError, serverConfig } from '@/lib/config/config'
import type { HealthLine, Ready } from '@/lib/contract/health'
import { historyHealth } from './history/health'
import { isShuttingDown } from './shutdown'

function configuration(): HealthLine {
  try {
    serverConfig()
    return { check: 'configuration', standing: 'ok', reason: null }
  } catch (error) {
    if (error instanceof ConfigurationError)
      return { check: 'configuration', standing: 'failed', reason: 'configuration-invalid' }
    throw error
  }
}

/** Without a history the dashboard shows everything but the past: the server stays ready. */
async function past(): Promise<HealthLine> {
  const reason = await historyHealth()
  return { check: 'history', standing: reason === null || reason === 'off' ? 'ok' : 'degraded', reason }
}

/**
 * A directory that does not answer is unreachable for every server: taking all of them out of service would not help.
 */
async function directory(): Promise<HealthLine> {
  const reached = await reachesDirectory(performance.now())
  return { check: 'directory', standing: reached ? 'ok' : 'degraded', reason: reached ? null : 'entra-down' }
}

/** Whether this server should get requests, and which of its functions do not work. */
export async function readiness(): Promise<Ready> {
  if (isShuttingDown()) return { ready: false, checks: [{ check: 'process', standing: 'failed', reason: 'stopping' }] }
  const configured = configuration()
  if (configured.standing === 'failed') return { ready: false, checks: [configured] }
  return { ready: true, checks: [configured, await past(), await directory()] }
}
