import 'server-only'
import { databaseClock } from '@/lib/store/database-clock'
import type { Store } from '@/lib/store/store'
import type { Collector } from './collector'

const adjustMilliseconds = 60_000
/** A smaller difference changes nothing that matters, and an answer takes time. */
const toleratedMilliseconds = 5000
/** The log says that clocks differ no more often than this. */
const quietMilliseconds = 3_600_000

/**
 * The clock of the database, which collectors on several machines share: with clocks of their own, each would find the turns
 * of the others over, so that all would take the inventory and read every VM at once. Between two questions it goes on by
 * this process's clock. With SQLite it is this machine's.
 */
export function sharedClock(store: Store, say: Collector['say']): Pick<Collector, 'now' | 'adjustClock'> {
  let ahead: number | null = null
  let askedAt = Number.NEGATIVE_INFINITY
  let saidAt = Number.NEGATIVE_INFINITY
  const now = (): number => (ahead === null ? Date.now() : Math.round(performance.now() + ahead))
  const adjustClock = async (): Promise<void> => {
    const asked = performance.now()
    if (asked < askedAt + adjustMilliseconds) return
    askedAt = asked
    const there = await databaseClock(store)
    if (!there.ok || there.value === null) return
    ahead = there.value - (asked + performance.now()) / 2
    const difference = Date.now() - now()
    if (Math.abs(difference) < toleratedMilliseconds || asked < saidAt + quietMilliseconds) return
    saidAt = asked
    say({ event: 'clocks-differ', seconds: Math.round(difference / 1000) })
  }
  return { now, adjustClock }
}
