import 'server-only'
import type { ArmSession } from '@/lib/azure/session'
import type { LoadProgress } from '@/lib/contract/fleet'

/** Counts of one load, kept up as it goes. */
export interface Tally {
  inventoryPages: number
  inventoryComplete: boolean
  vms: number
  candidates: number
  read: number
  failed: number
}

export function newTally(): Tally {
  return { inventoryPages: 0, inventoryComplete: false, vms: 0, candidates: 0, read: 0, failed: 0 }
}

/** The counts as they stand, with what Azure has cost and what is being waited for. */
export function progressOf(tally: Tally, session: ArmSession): LoadProgress {
  return {
    ...tally,
    armRequests: session.usage.requests,
    throttled: session.usage.throttled,
    waits: session.waits().map(({ scope, reason, until }) => ({ scope, reason, until: new Date(until).toISOString() })),
  }
}
