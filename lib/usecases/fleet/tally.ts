import 'server-only'
import type { ArmSession } from '@/lib/azure/session'
import type { LoadProgress } from '@/lib/contract/fleet'

/** Running counts of one load. */
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

/** The current counts, with the number of requests and what is being waited for. */
export function progressOf(tally: Tally, session: ArmSession): LoadProgress {
  return {
    ...tally,
    armRequests: session.usage.requests,
    throttled: session.usage.throttled,
    waits: session.waits().map(({ scope, reason, until, azureCodes }) => ({
      scope,
      reason,
      until: new Date(until).toISOString(),
      ...(azureCodes !== undefined && { azureCodes: [...azureCodes] }),
    })),
  }
}
