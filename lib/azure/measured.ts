import 'server-only'
import { idForTelemetry } from '@/lib/telemetry/ids'
import { beginSpan, count, timed } from '@/lib/telemetry/measure'
import { log } from '@/lib/telemetry/log'
import type { ArmCall, Attempt } from './attempt'
import type { ArmSession } from './session'

/**
 * A scope as telemetry may have it: a subscription by its hash where the operator configured a key, otherwise its kind
 * alone.
 */
function scopeOf({ lane }: ArmCall): string {
  if (lane.scope === 'tenant') return 'tenant'
  const hash = idForTelemetry('subscription', lane.scope)
  return hash === null ? 'subscription' : `subscription:${hash}`
}

/** Sends once, and records the outcome in telemetry. */
export async function measured(call: ArmCall, send: () => Promise<Attempt>): Promise<Attempt> {
  const startedAt = performance.now()
  const api = call.lane.kind
  const scope = scopeOf(call)
  const span = beginSpan('arm', { api, scope })
  const tried = await send()
  const outcome = tried.outcome.kind
  count('sealwatch.arm.requests', 1, { api, scope, outcome })
  timed('sealwatch.arm.request.duration', performance.now() - startedAt, { api, outcome })
  span?.end({ outcome, ...(tried.response !== null && { status: tried.response.status }) }, outcome !== 'done')
  return tried
}

/** Distinct refusals that one session logs: each once, however many VMs get it. */
const mostLogged = 50

/** Logs the status and codes of ARM's refusal, and never its message. */
export function logRefusal(session: ArmSession, { provider }: ArmCall, { outcome, response, refusal }: Attempt): void {
  if (refusal === null || response === null) return
  const { status } = response
  const codes = refusal.codes.join(' ')
  const { logged } = session.usage
  const key = `${provider} ${status} ${codes}`
  if (logged.has(key) || logged.size >= mostLogged) return
  logged.add(key)
  const versions = refusal.offeredVersions.slice(0, 20).join(' ')
  const level =
    outcome.kind === 'api-version' || outcome.kind === 'refused' || outcome.kind === 'unreadable' ? 'warn' : 'info'
  log(level, { event: 'azure-refusal', provider, status, codes, ...(versions !== '' && { versions }) })
}
