import 'server-only'
import { readDue, saveFinished } from '@/lib/store/finished-work'
import { readTimeline } from '@/lib/store/read-timeline'
import type { Store } from '@/lib/store/store'
import { scoredRuns } from '@/lib/timeline/estimate/backtest'
import { finishedWorkOf } from '@/lib/timeline/estimate/past-work'

/** Machines computed in one round, so that other work does not wait long. */
const atOnce = 20
const day = 86_400_000
/** Work that began longer ago is not searched for. */
const reach = 60 * day

/**
 * Stores work whose end was observed, with the accuracy of the estimates made during it, computed from the observations
 * alone. Safe to repeat and from several processes at once; what one round does not reach is due in the next.
 * @param now epoch milliseconds
 */
export async function scoreEstimates(store: Store, now: number): Promise<void> {
  const due = await readDue(store, atOnce)
  if (!due.ok) return
  const { polling } = store.config
  const iso = new Date(now).toISOString()
  for (const { machineId, vm } of due.value) {
    const read = await readTimeline(store, vm, now - reach)
    if (!read.ok) return
    const { observations } = read.value
    const scored = scoredRuns({ observations, osTraffic: [], dataTraffic: [], polling, now: iso })
    const finished = finishedWorkOf(observations, polling, iso).map((work) => ({
      ...work,
      scores: scored.find(({ began }) => began === work.began)?.scores ?? [],
    }))
    const saved = await saveFinished(store, machineId, finished)
    if (!saved.ok) return
  }
}
