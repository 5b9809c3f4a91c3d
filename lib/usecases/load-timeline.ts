import 'server-only'
import { vmIdOf, type VmName } from '@/lib/azure/calls/virtual-machine'
import type { Caller } from '@/lib/auth/caller'
import { historyConfig } from '@/lib/config/history-config'
import type { ApiError } from '@/lib/contract/errors'
import type { VmHistory } from '@/lib/contract/history'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { valueOrNull } from '@/lib/shared/known'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { PageStart } from '@/lib/store/read-timeline'
import { judgeWithAudit } from './audit/judge-with-audit'
import { readAudit } from './audit/read-audit'
import { azureTime } from './azure-time'
import { observeReading, observingFor } from './history/observer'
import { openSession } from './open-session'
import { readLive } from './read-live'
import { historyOf } from './timeline/history-of'
import { withReadablePlaces } from './timeline/readable-places'

export type { PageStart }

const deadlineMilliseconds = 60_000

/**
 * The history of one VM, for any user who can read that VM now: ARM is asked first, with the reader's rights, and only
 * its success opens the history. Every refusal returns the same error. Where there is no history, the answer contains
 * the reason and the current reading.
 * @param page where an earlier answer said that older observations go on; null for the newest
 */
export async function loadTimeline(
  caller: Caller,
  vm: VmName,
  page: PageStart | null,
  signal: AbortSignal,
): Promise<Result<VmHistory, ApiError>> {
  const session = openSession(caller, signal, deadlineMilliseconds)
  try {
    const body = await readLive(session, vm)
    if (!body.ok) return fail(body.failure)
    const readAt = azureTime(session, Date.now())
    const facts = readVmFacts(body.value.json)
    const { attestation } = await readAudit(caller, vm, facts, signal)
    const judged = judgeWithAudit(facts, valueOrNull(attestation), readAt)
    const observation = observeReading(observingFor(caller), vmIdOf(vm), judged, readAt)
    const { observations, formerMachines, next, unreadable, kept, failure } = await withReadablePlaces(
      session,
      observation.id,
      await historyOf(observation, page),
    )
    return ok({
      id: observation.id,
      vmId: observation.vmId,
      readAt,
      polling: historyConfig().polling,
      failure,
      kept,
      observations: observations.map((each) => ({ ...each, facts: { ...each.facts, disks: [...each.facts.disks] } })),
      formerMachines: formerMachines.map((each) => ({ ...each })),
      truncated: next !== null,
      next: next === null ? null : `${next.firstSeen}.${next.skip}`,
      unreadable,
    })
  } finally {
    session.close()
  }
}
