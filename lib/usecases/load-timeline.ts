import 'server-only'
import { vmIdOf, type VmName } from '@/lib/azure/calls/virtual-machine'
import type { Caller } from '@/lib/auth/caller'
import { historyConfig } from '@/lib/config/history-config'
import type { ApiError } from '@/lib/contract/errors'
import type { VmHistory } from '@/lib/contract/history'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { StoreFailure } from '@/lib/store/failure'
import { readTimeline, type StoredTimeline } from '@/lib/store/read-timeline'
import { recordObservations } from '@/lib/store/record-observations'
import type { Observation } from '@/lib/timeline/observation'
import { history } from './history/handle'
import { lookAt, observingFor } from './history/observer'
import { openSession } from './open-session'
import { readLive } from './read-live'

const deadlineMilliseconds = 60_000

/** Adds the look of now, then reads all. */
async function stored(look: Observation): Promise<Result<StoredTimeline, StoreFailure>> {
  const opened = await history()
  if (!opened.ok) return opened
  const recorded = await recordObservations(opened.value, [look])
  const read = await readTimeline(opened.value, look, 0)
  if (!read.ok || recorded.ok) return read
  // What could not be written is shown all the same.
  return ok({ ...read.value, observations: [...read.value.observations, look] })
}

/**
 * The history of one VM, for whoever can read that VM now: ARM is asked first, in the reader's rights, and only its
 * yes opens the history. Every no looks the same. Where there is no history, the answer says why and holds the reading
 * of now.
 */
export async function loadTimeline(
  caller: Caller,
  vm: VmName,
  signal: AbortSignal,
): Promise<Result<VmHistory, ApiError>> {
  const session = openSession(caller, signal, deadlineMilliseconds)
  try {
    const body = await readLive(session, vm)
    if (!body.ok) return fail(body.failure)
    const readAt = new Date().toISOString()
    const look = lookAt(observingFor(caller), vmIdOf(vm), readVmFacts(body.value.json), readAt)
    const read = await stored(look)
    const { observations, formerMachines, truncated, unreadable } = read.ok
      ? read.value
      : { observations: [look], formerMachines: [], truncated: false, unreadable: 0 }
    return ok({
      id: look.id,
      vmId: look.vmId,
      readAt,
      polling: historyConfig().polling,
      failure: read.ok ? null : read.failure.kind,
      observations: observations.map((each) => ({ ...each, facts: { ...each.facts, disks: [...each.facts.disks] } })),
      formerMachines: formerMachines.map((each) => ({ ...each })),
      truncated,
      unreadable,
    })
  } finally {
    session.close()
  }
}
