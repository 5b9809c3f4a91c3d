import type { FleetQuery } from '@/components/queries/use-fleet'
import { causeOfNothing } from '@/lib/views/completeness'

/** Why a fleet has no rows. */
export type FleetNothing = 'denied' | 'failed' | 'offline' | 'empty'

/** What replaces the table while the fleet has no rows; null while rows may still arrive. */
export function emptyKindOf(query: FleetQuery): FleetNothing | null {
  const { fleet } = query
  if (fleet.entries.length > 0) return null
  if (query.isOffline) return 'offline'
  if (query.isReading && fleet.settledAt === null) return null
  if (query.problem !== null || fleet.load.phase === 'failed') return 'failed'
  if (fleet.settledAt === null) return null
  const cause = causeOfNothing(query)
  if (cause === null) return 'empty'
  return cause === 'arm-denied' ? 'denied' : 'failed'
}
