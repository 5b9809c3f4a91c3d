import 'server-only'
import { ok, type Result } from '@/lib/shared/result'
import type { StoreFailure } from '@/lib/store/failure'
import { readTimeline, type StoredTimeline } from '@/lib/store/read-timeline'
import { recordObservations } from '@/lib/store/record-observations'
import type { Observation } from '@/lib/timeline/observation'
import { history } from '../history/handle'

/** Adds the look of now to the history, then reads all of the machine's. */
async function stored(look: Observation): Promise<Result<StoredTimeline & Kept, StoreFailure>> {
  const opened = await history()
  if (!opened.ok) return opened
  const recorded = await recordObservations(opened.value, [look])
  const read = await readTimeline(opened.value, look, 0)
  if (!read.ok) return read
  if (recorded.ok) return ok({ ...read.value, kept: true })
  // What could not be written is shown all the same.
  return ok({ ...read.value, observations: [...read.value.observations, look], kept: false })
}

interface Kept {
  /** Whether the look of now is on the disk: from then on no kill loses it. */
  readonly kept: boolean
}

export interface KnownHistory extends StoredTimeline, Kept {
  /** Null where the history was read; otherwise the observations are the look of now alone. */
  readonly failure: StoreFailure['kind'] | null
}

/**
 * The history of the machine that was just looked at. Whoever calls has shown by that look that the person can read the
 * VM now; nothing else opens it.
 */
export async function historyOf(look: Observation): Promise<KnownHistory> {
  const read = await stored(look)
  return read.ok
    ? { ...read.value, failure: null }
    : {
        observations: [look],
        formerMachines: [],
        truncated: false,
        unreadable: 0,
        kept: false,
        failure: read.failure.kind,
      }
}
