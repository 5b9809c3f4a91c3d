import type { FleetQuery } from '@/components/queries/use-fleet'
import type { Wait } from '@/lib/contract/fleet'
import { showsFile } from '@/lib/shared/moment'
import { causeOfNothing } from '@/lib/views/completeness'

/** Freshness of the data; the first that applies. */
export type Freshness =
  'offline' | 'queued' | 'throttled' | 'reading' | 'stopped' | 'nothing-to-read' | 'paused' | 'aged' | 'live'

/** Waits that are not over yet, the longest first. */
export function openWaits(query: Pick<FleetQuery, 'fleet' | 'isReading'>, now: number): readonly Wait[] {
  if (!query.isReading) return []
  return (query.fleet.load.progress?.waits ?? [])
    .filter((wait) => Date.parse(wait.until) > now)
    .toSorted((left, right) => Date.parse(right.until) - Date.parse(left.until))
}

/** Whole seconds until a wait is over. */
export function secondsLeft(wait: Wait, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(wait.until) - now) / 1000))
}

/** A minute more than the longest interval of the automatic refresh. */
const liveMs = 6 * 60_000

/** Of a fleet that was read, and of which no reading fails. A file never changes. */
function restingOf(query: FleetQuery, now: number, oldest: string | null): Freshness {
  if (!query.isReading) {
    if (causeOfNothing(query) !== null) return 'nothing-to-read'
    if (query.isPaused) return 'paused'
  }
  if (showsFile()) return 'paused'
  return oldest !== null && now - Date.parse(oldest) > liveMs ? 'aged' : 'live'
}

/**
 * @param now milliseconds since 1970
 * @param oldest ISO time of the oldest evidence shown, or of the load if no evidence has a time; null until a load has ended
 */
export function freshnessOf(query: FleetQuery, now: number, oldest: string | null = null): Freshness {
  // The first attempt without a connection already counts, while others are still made.
  if (query.isOffline || [query.problem, query.failing].some((each) => each?.code === 'offline')) return 'offline'
  if (query.isReading && query.fleet.load.place !== null) return 'queued'
  if (openWaits(query, now).length > 0) return 'throttled'
  // A refresh does not change what is shown until it delivers rows: only the line under the bar moves.
  if (query.isReading && query.fleet.settledAt === null) return 'reading'
  // A retry after a failure has not yet shown that Azure answers again.
  if (query.problem !== null || query.fleet.load.phase === 'failed') return 'stopped'
  return restingOf(query, now, oldest)
}

/** Share of a load that is done, from 0 to 1; null while the number of VMs is unknown. */
export function loadShare({ fleet }: Pick<FleetQuery, 'fleet'>): number | null {
  const { progress } = fleet.load
  if (progress === null || progress.vms === 0) return null
  const done = progress.read + progress.failed
  // The inventory is quick; reading the VMs one by one takes the time.
  const inventory = progress.inventoryComplete ? 0.3 : 0.15
  return inventory + (progress.candidates === 0 ? 0 : 0.7 * Math.min(1, done / progress.candidates))
}
