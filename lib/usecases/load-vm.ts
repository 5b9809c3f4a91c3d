import 'server-only'
import { listSubscriptions } from '@/lib/azure/calls/subscriptions'
import type { ArmSession } from '@/lib/azure/session'
import { vmIdOf, type VmName } from '@/lib/azure/calls/virtual-machine'
import { personKey, type Caller } from '@/lib/auth/caller'
import type { ApiError } from '@/lib/contract/errors'
import type { VmDetail } from '@/lib/contract/vm'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { valueOrNull } from '@/lib/shared/known'
import { ok, type Result } from '@/lib/shared/result'
import { readLatestModelApplied } from '@/lib/wire/virtualMachine'
import { judgeWithAudit, type Judged } from './audit/judge-with-audit'
import { readAudit } from './audit/read-audit'
import { azureTime } from './azure-time'
import { loadWorkProgress } from './work-progress/load-work-progress'
import { observeReading, observingFor } from './history/observer'
import type { Observation } from '@/lib/timeline/observation'
import { recordObservationsSoon } from './history/record-observations'
import { readingsOf } from './fleet/readings'
import { readRow } from './fleet/rows'
import { openSession } from './open-session'
import { displayJson } from './display-json'
import { readDoubleEncryption } from './double-encryption'
import { readLive } from './read-live'
import { vmDetail } from './vm-detail'
import { present } from './present'

const deadlineMilliseconds = 60_000

/** A later fleet load must not show an older reading than this page. */
function keepReading(caller: Caller, vm: VmName, judged: Judged, readAt: string, seen: Observation): void {
  const row = readRow(vmIdOf(vm), vm, judged, readAt)
  const hasExtension = judged.facts.adeExtensions.some((extension) => extension.resource !== null)
  const at = Date.parse(readAt)
  readingsOf(personKey(caller), at).update(row.key, {
    row,
    readAt: at,
    hasExtension,
    observation: row.state === 'encrypting' || row.state === 'decrypting' ? seen : null,
  })
}

/**
 * The subscription's name from this user's last list of subscriptions, which is read if there was none; null where it
 * does not contain the subscription.
 */
async function nameOfSubscription(caller: Caller, session: ArmSession, id: string): Promise<string | null> {
  const readings = readingsOf(personKey(caller), Date.now())
  if (readings.subscriptions.size === 0) {
    const listed = await listSubscriptions(session)
    if (!listed.ok) return null
    readings.subscriptions = new Map(
      listed.value.map((each) => [each.subscriptionId.toLowerCase(), each.displayName ?? each.subscriptionId]),
    )
  }
  return readings.subscriptions.get(id.toLowerCase()) ?? null
}

/**
 * Reads one VM as its caller and judges it. A missing VM and one that the user may not read return the same error, so
 * that the error reveals no names.
 */
export async function loadVm(caller: Caller, vm: VmName, signal: AbortSignal): Promise<Result<VmDetail, ApiError>> {
  const session = openSession(caller, signal, deadlineMilliseconds)
  try {
    const body = await readLive(session, vm)
    if (!body.ok) {
      if (body.failure.code === 'not-found') readingsOf(personKey(caller), Date.now()).drop(vmIdOf(vm).toLowerCase())
      return body
    }
    const { json } = body.value
    const facts = readVmFacts(json)
    const readAt = present().toISOString()
    const at = azureTime(session, Date.parse(readAt))
    const [audit, double, subscriptionName] = await Promise.all([
      readAudit(caller, vm, facts, signal),
      readDoubleEncryption(caller, facts, signal),
      nameOfSubscription(caller, session, vm.subscriptionId),
    ])
    const judgement = judgeWithAudit(facts, valueOrNull(audit.attestation), at)
    const observation = observeReading(observingFor(caller), vmIdOf(vm), judgement, at)
    recordObservationsSoon([observation])
    const known = await loadWorkProgress(caller, { vm, facts, observation }, signal)
    keepReading(caller, vm, judgement, readAt, observation)
    return ok(
      vmDetail(judgement, {
        id: vmIdOf(vm),
        name: vm,
        tenantId: caller.tenantId,
        readAt,
        armRequests: session.usage.requests + audit.requests + double.requests + known.requests,
        raw: displayJson(json),
        latestModelApplied: readLatestModelApplied(json) ?? null,
        doubleEncryption: double.answer,
        subscriptionName,
        known,
      }),
    )
  } finally {
    session.close()
  }
}
