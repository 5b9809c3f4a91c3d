import 'server-only'
import { vmIdOf, type VmName } from '@/lib/azure/calls/virtual-machine'
import type { Caller } from '@/lib/auth/caller'
import { historyConfig } from '@/lib/config/history-config'
import type { ApiError } from '@/lib/contract/errors'
import type { VmTimeline } from '@/lib/contract/timeline'
import type { VmFacts } from '@/lib/facts/types'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { valueOrNull } from '@/lib/shared/known'
import { fail, ok, type Result } from '@/lib/shared/result'
import { judgeWithAudit } from '../audit/judge-with-audit'
import { readAudit } from '../audit/read-audit'
import { azureTime } from '../azure-time'
import { observeReading, observingFor } from '../history/observer'
import { openSession } from '../open-session'
import { readLive } from '../read-live'
import { timelineAnswer } from './answer'
import { historyOf } from './history-of'
import { readAround } from './read-around'
import { trafficSpanOf } from './read-traffic'
import { withReadablePlaces } from './readable-places'

const deadlineMilliseconds = 60_000

function diskIdsOf({ osDisk, dataDisks }: VmFacts): readonly string[] {
  return [osDisk, ...dataDisks].flatMap((disk) => (disk === null || disk.id === null ? [] : [disk.id]))
}

/**
 * Everything known of one VM over time, for any user who can read that VM now: ARM is asked first, with the reader's
 * rights, and only its success opens the history. What other systems recorded (Activity Log, Resource Graph, metrics)
 * is read with the same rights and each part may be missing. Times are Azure's.
 */
export async function loadVmTimeline(
  caller: Caller,
  vm: VmName,
  signal: AbortSignal,
): Promise<Result<VmTimeline, ApiError>> {
  const session = openSession(caller, signal, deadlineMilliseconds)
  try {
    const body = await readLive(session, vm)
    if (!body.ok) return fail(body.failure)
    const azureNow = (): number => session.azureClock.of(Date.now())
    const facts = readVmFacts(body.value.json)
    const readAt = azureTime(session, Date.now())
    const { attestation } = await readAudit(caller, vm, facts, signal)
    const judged = judgeWithAudit(facts, valueOrNull(attestation), readAt)
    const observation = observeReading(observingFor(caller), vmIdOf(vm), judged, readAt)
    const known = await withReadablePlaces(session, observation.id, await historyOf(observation))
    const { polling } = historyConfig()
    const span = trafficSpanOf(known.observations, polling, azureNow())
    const similar = { vm: observation, observations: known.observations, polling, now: azureNow() }
    const around = await readAround(session, {
      vm,
      diskIds: diskIdsOf(facts),
      extensions: facts.adeExtensions.flatMap(({ resource }) => resource?.name ?? []),
      span,
      similar,
      attestation,
    })
    return ok(timelineAnswer({ observation, known, around, polling, now: new Date(azureNow()).toISOString() }))
  } finally {
    session.close()
  }
}
