import type { Deployment } from '@/lib/contract/deployment'
import type { HealthLine } from '@/lib/contract/health'
import { right, unchecked, wrong, type DoctorCheck, type DoctorFinding, type DoctorLine } from './codes'
import type { Evidence } from './evidence'
import { deploymentOf, jsonOf, originOf, readyOf } from './reading'

const gatewayStatuses = [502, 503, 504]

/** Whether Sealwatch answers, and not a server in front of it. */
export function checkIdentity(evidence: Evidence): DoctorLine {
  const { deployment, address } = evidence
  if (deployment.kind === 'failed') return unchecked('identity', 'no-connection')
  if (deploymentOf(evidence) !== null) return right('identity')
  const location = deployment.headers['location']
  if (deployment.status >= 300 && deployment.status < 400 && location !== undefined) {
    const to = URL.canParse(location, address.origin) ? originOf(new URL(location, address.origin).href) : null
    return wrong('identity', 'answers-elsewhere', { to: to ?? location })
  }
  const status = String(deployment.status)
  const gateway = gatewayStatuses.includes(deployment.status)
  return wrong('identity', gateway ? 'proxy-without-server' : 'not-sealwatch', { status })
}

export function checkAlive(evidence: Evidence): DoctorLine {
  const { healthz } = evidence
  if (healthz.kind === 'failed') return unchecked('alive', 'no-connection')
  const body = jsonOf(healthz)
  const alive = typeof body === 'object' && body !== null && 'alive' in body && body.alive === true
  if (!alive) return deploymentOf(evidence) === null ? unchecked('alive', 'not-sealwatch') : wrong('alive', 'not-alive')
  const lines = readyOf(evidence)?.checks ?? []
  if (lines.some(({ reason }) => reason === 'stopping')) return unchecked('alive', 'server-stopping')
  const configured = lines.find(({ check }) => check === 'configuration')
  return configured?.standing === 'failed' ? wrong('alive', 'configuration-invalid') : right('alive')
}

/** Problems of its history that a server reports, as advice. Locked, full and the like are one kind here. */
const databaseFindings: Readonly<Record<string, DoctorFinding>> = {
  unreachable: 'database-unreachable',
  'timed-out': 'database-unreachable',
  refused: 'database-refused',
  'schema-older': 'database-schema-older',
  'schema-newer': 'database-schema-newer',
}

const lineOf = (evidence: Evidence, name: HealthLine['check']): HealthLine | undefined =>
  readyOf(evidence)?.checks.find(({ check }) => check === name)

function silence(evidence: Evidence, check: DoctorCheck): DoctorLine {
  return unchecked(check, evidence.readyz.kind === 'failed' ? 'no-connection' : 'not-sealwatch')
}

export function checkDatabase(evidence: Evidence): DoctorLine {
  const line = lineOf(evidence, 'history')
  if (line === undefined) return silence(evidence, 'database')
  if (line.reason === 'off') return unchecked('database', 'history-off')
  if (line.standing === 'ok') return right('database')
  const reason = line.reason ?? ''
  return wrong('database', databaseFindings[reason] ?? 'database-unusable', { reason })
}

export function checkServerDirectory(evidence: Evidence): DoctorLine {
  const line = lineOf(evidence, 'directory')
  if (line === undefined) return silence(evidence, 'server-directory')
  return line.standing === 'ok' ? right('server-directory') : wrong('server-directory', 'server-misses-directory')
}

/** Tokens are valid from their first second, within the minute of tolerance that the server allows. */
const mostSkew = 60_000

/** Compares the server's clock with the directory's, which dates the tokens; our own clock does not matter. */
export function checkClock(evidence: Evidence): DoctorLine {
  const own = deploymentOf(evidence)
  const { deployment, entra } = evidence
  if (own === null || deployment.kind === 'failed') return unchecked('clock', 'not-sealwatch')
  const reference = entra?.configuration
  if (reference?.kind !== 'answer') return unchecked('clock', 'entra-not-reached')
  const theirs = Date.parse(reference.headers['date'] ?? '')
  if (Number.isNaN(theirs)) return unchecked('clock', 'no-date')
  const skew = own.now - deployment.at - (theirs - reference.at)
  const seconds = String(Math.round(skew / 1000))
  return Math.abs(skew) > mostSkew ? wrong('clock', 'clock-off', { seconds }) : right('clock', { seconds })
}

const wanted = ['content-security-policy', 'x-content-type-options', 'x-frame-options', 'referrer-policy']

/** Headers that the server sends with every answer: a proxy may have removed some. */
export function checkHeaders(evidence: Evidence): DoctorLine {
  const { home, address } = evidence
  if (home.kind === 'failed') return unchecked('headers', 'no-connection')
  if (deploymentOf(evidence) === null) return unchecked('headers', 'not-sealwatch')
  const names = address.secure ? [...wanted, 'strict-transport-security'] : wanted
  const missing = names.filter((name) => home.headers[name] === undefined)
  return missing.length === 0 ? right('headers') : wrong('headers', 'headers-missing', { names: missing.join(', ') })
}

/**
 * The page that receives the answer of a sign-in. It also runs in a frame of our own page, so a proxy's header against
 * frames breaks it; an opener policy does not, since no sign-in uses a popup
 * (https://learn.microsoft.com/entra/msal/javascript/browser/redirect-bridge).
 */
export function checkBridge(evidence: Evidence): DoctorLine {
  const { bridge } = evidence
  if (bridge.kind === 'failed') return unchecked('bridge', 'no-connection')
  if (deploymentOf(evidence) === null) return unchecked('bridge', 'not-sealwatch')
  const { headers, status } = bridge
  const reasons = [
    ...(status === 200 ? [] : [`status ${status}`]),
    ...((headers['x-frame-options'] ?? 'SAMEORIGIN').toUpperCase() === 'SAMEORIGIN' ? [] : ['x-frame-options']),
    ...((headers['content-security-policy'] ?? '').includes("frame-ancestors 'none'") ? ['frame-ancestors'] : []),
  ]
  return reasons.length === 0 ? right('bridge') : wrong('bridge', 'bridge-closed', { reasons: reasons.join(', ') })
}

/**
 * Each proxy appends one address to those that we sent; without a proxy the server sees only ours, or that of the proxy of
 * HTTPS_PROXY. Where that address is also one of the server's proxies, one too many proves nothing.
 */
function checkCount({ forwardedFor, proxies }: Deployment, { forwardedSent, address }: Evidence): DoctorLine {
  if (forwardedFor < forwardedSent) return unchecked('proxies', 'forwarding-replaced', { believed: String(proxies) })
  const found = forwardedFor - forwardedSent
  const seen = { found: String(found), believed: String(proxies) }
  if (found === proxies) return right('proxies', seen)
  if ((address.here || address.proxied) && proxies === found + 1) return unchecked('proxies', 'client-is-proxy', seen)
  return wrong('proxies', found > proxies ? 'proxies-too-few' : 'proxies-too-many', seen)
}

export function checkProxies(evidence: Evidence): DoctorLine {
  const own = deploymentOf(evidence)
  return own === null ? unchecked('proxies', 'not-sealwatch') : checkCount(own, evidence)
}
