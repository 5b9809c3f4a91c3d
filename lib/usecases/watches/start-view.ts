import 'server-only'
import { readHeldObservations } from '@/lib/store/watches/held-observations'
import { writeMemories, type MemoryChange } from '@/lib/store/watches/memories'
import type { Follower } from '@/lib/store/watches/types'
import type { StoreFailure } from '@/lib/store/failure'
import type { Store } from '@/lib/store/store'
import { ok, type Result } from '@/lib/shared/result'
import { noticeOf } from '@/lib/timeline/notice/notices'
import { isInView, type FollowedView } from '@/lib/timeline/notice/view'

/** Memories written in one transaction. */
const batchSize = 500

/**
 * Gives a new watch of a view the state of each of its VMs at this moment, as far as the last observation still holds:
 * a run that ends before the next observation is then an ending for this watch too. A VM without such an observation
 * starts with its next one. Writes no notice, so it needs no proof that the user may read the VM.
 * @param now epoch milliseconds on Azure's clock, which dates observations
 */
export async function startView(
  store: Store,
  watch: { readonly id: string; readonly follower: Follower; readonly view: FollowedView },
  now: number,
): Promise<Result<null, StoreFailure>> {
  const held = await readHeldObservations(store, watch.follower, now)
  if (!held.ok) return held
  const view = { ...watch.view, states: [] }
  const changes = held.value.flatMap((observation): readonly MemoryChange[] => {
    if (!isInView(view, observation, null)) return []
    const { memory } = noticeOf({ memory: null, observation, signs: [], notifyCurrent: false, flapMs: 0 })
    const of = { watchId: watch.id, vmId: observation.id, version: 0, notice: null, channels: [] }
    return memory === null ? [] : [{ ...of, memory }]
  })
  for (let from = 0; from < changes.length; from += batchSize) {
    // Where the watch already knows a VM, its memory stays.
    const written = await writeMemories(store, changes.slice(from, from + batchSize), Date.now())
    if (!written.ok) return written
    await new Promise((resolve) => setImmediate(resolve))
  }
  return ok(null)
}
