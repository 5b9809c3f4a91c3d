import { canonicalFacts } from './canonical'
import { millisecondsOf, minute } from './instants'
import type { Observation, ObservationSource, ObservedFacts } from './observation'

/** An observation with its times as numbers. `from` ≤ `to`. */
export interface Sighting {
  readonly from: number
  readonly to: number
  readonly source: ObservationSource
  /** In lower case. */
  readonly id: string
  readonly vmId: string | null
  /** Last heartbeat of the agent as known at `to`, by the guest's clock. */
  readonly heartbeat: number | null
  readonly facts: ObservedFacts
}

/** Clocks of two servers may differ a little; what claims to come from further ahead is a clock that jumped. */
const clockTolerance = 5 * minute

function sightingOf(
  { firstSeen, lastSeen, source, id, vmId, heartbeatAt, facts }: Observation,
  now: number,
): Sighting | null {
  const first = millisecondsOf(firstSeen)
  const last = millisecondsOf(lastSeen)
  if (first === null || last === null) return null
  // A clock that was set back while the row grew: both ends were seen all the same.
  const [from, to] = first <= last ? [first, last] : [last, first]
  if (from > now + clockTolerance) return null
  return {
    from,
    to: Math.min(to, now + clockTolerance),
    source,
    id: id.toLowerCase(),
    vmId: vmId?.toLowerCase() ?? null,
    heartbeat: heartbeatAt === null ? null : millisecondsOf(heartbeatAt),
    facts,
  }
}

function latestOf(left: number | null, right: number | null): number | null {
  return left === null || right === null ? (left ?? right) : Math.max(left, right)
}

/** A total order, so that the order of the input never matters: by start, and the longer first. */
function compare(left: Sighting & { readonly key: string }, right: Sighting & { readonly key: string }): number {
  if (left.from !== right.from) return left.from - right.from
  if (left.to !== right.to) return right.to - left.to
  return left.key < right.key ? -1 : left.key > right.key ? 1 : 0
}

/**
 * Observations in order, each once. Rows without a readable time, or from the future of `now`, are left out and counted.
 */
export function sightingsOf(
  observations: readonly Observation[],
  now: number,
): { readonly sightings: readonly Sighting[]; readonly leftOut: number } {
  const unique = new Map<string, Sighting & { readonly key: string }>()
  let leftOut = 0
  for (const observation of observations) {
    const sighting = sightingOf(observation, now)
    if (sighting === null) leftOut += 1
    else {
      const { from, to, source, id, vmId, heartbeat, facts } = sighting
      const key = [vmId ?? '', canonicalFacts(facts), id, source, from, to].join('\n')
      const known = unique.get(key)?.heartbeat ?? null
      unique.set(key, { ...sighting, heartbeat: latestOf(heartbeat, known), key })
    }
  }
  return { sightings: [...unique.values()].sort(compare), leftOut }
}
