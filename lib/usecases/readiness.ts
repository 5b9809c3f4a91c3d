import 'server-only'
import { reachesDirectory } from '@/lib/auth/directory-check'
import { ConfigurationError, serverConfig } from '@/lib/config/config'
import type { HealthLine, Ready } from '@/lib/contract/health'
import { history } from './history/handle'
import { isStopping } from './stopping'

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

/** Without a history the dashboard shows everything but the past: no reason to take a server away. */
async function past(): Promise<HealthLine> {
  const opened = await history()
  if (opened.ok) return { check: 'history', standing: 'ok', reason: null }
  const { kind } = opened.failure
  return { check: 'history', standing: kind === 'off' ? 'ok' : 'degraded', reason: kind }
}

/** A directory that does not answer is the same for every server: taking them all away would help nobody. */
async function directory(): Promise<HealthLine> {
  const reached = await reachesDirectory(performance.now())
  return { check: 'directory', standing: reached ? 'ok' : 'degraded', reason: reached ? null : 'entra-down' }
}

/** Whether this server should get requests, and what stands in the way of doing everything. */
export async function readiness(): Promise<Ready> {
  if (isStopping()) return { ready: false, checks: [{ check: 'process', standing: 'failed', reason: 'stopping' }] }
  const configured = configuration()
  if (configured.standing === 'failed') return { ready: false, checks: [configured] }
  return { ready: true, checks: [configured, await past(), await directory()] }
}
