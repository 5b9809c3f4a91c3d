import 'server-only'
import { ok, type Result } from '@/lib/shared/result'
import type { StoreFailure } from '@/lib/store/failure'
import { readTimeline, type PageStart, type StoredTimeline } from '@/lib/store/read-timeline'
import type { Observation } from '@/lib/timeline/observation'
import { history } from '../history/handle'
import { writeObservations } from '../history/health'

/** Adds the current observation to the history, then reads the machine's. */
async function stored(
  observation: Observation,
  page: PageStart | null,
): Promise<Result<StoredTimeline & Kept, StoreFailure>> {
  const opened = await history()
  if (!opened.ok) return opened
  const recorded = await writeObservations(opened.value, [observation])
  const read = await readTimeline(opened.value, observation, 0, page)
  if (!read.ok) return read
  if (recorded.ok) return ok({ ...read.value, kept: true })
  // An observation that could not be written is shown all the same.
  const observations = page === null ? [...read.value.observations, observation] : read.value.observations
  return ok({ ...read.value, observations, kept: false })
}

interface Kept {
  /** Whether the current observation is on the disk: from then on no kill loses it. */
  readonly kept: boolean
}

export interface KnownHistory extends StoredTimeline, Kept {
  /** Null where the history was read; otherwise the only observation is the current one. */
  readonly failure: StoreFailure['kind'] | null
}

/**
 * The history of the machine that was just observed. The observation proves that the caller can read the VM now;
 * nothing else opens the history.
 * @param page the `next` of the page before; null for the newest rows
 */
export async function historyOf(observation: Observation, page: PageStart | null = null): Promise<KnownHistory> {
  const read = await stored(observation, page)
  return read.ok
    ? { ...read.value, failure: null }
    : {
        observations: [observation],
        formerMachines: [],
        next: null,
        unreadable: 0,
        kept: false,
        failure: read.failure.kind,
      }
}
