import { canonicalFacts } from './canonical'
import { millisecondsOf, minute } from './instants'
import type { Observation, ObservationSource, ObservedFacts } from './observation'

/** An observation with its times as numbers. `from` ≤ `to`. */
export interface ObservationInterval {
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

/** Clocks of two servers may differ a little; a row from further in the future has a wrong clock. */
const clockTolerance = 5 * minute

function intervalOf(
  { firstSeen, lastSeen, source, id, vmId, heartbeatAt, facts }: Observation,
  now: number,
): ObservationInterval | null {
  const first = millisecondsOf(firstSeen)
  const last = millisecondsOf(lastSeen)
  if (first === null || last === null) return null
  // The clock was set back while the row grew: both ends are real observations.
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

/** Orders rows of the same times, so that the order of the input never matters. */
function keyOf({ vmId, facts, id, source }: ObservationInterval): string {
  return [vmId ?? '', canonicalFacts(facts), id, source].join('\n')
}

/** Rows of the same times, each once, in a fixed order. */
function withoutRepeats(rows: readonly ObservationInterval[]): readonly ObservationInterval[] {
  if (rows.length < 2) return rows
  const unique = new Map<string, ObservationInterval>()
  for (const row of rows) {
    const key = keyOf(row)
    const heartbeat = latestOf(row.heartbeat, unique.get(key)?.heartbeat ?? null)
    unique.set(key, { ...row, heartbeat })
  }
  return [...unique].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row)
}

/** By start, then the longer first. */
function compare(left: ObservationInterval, right: ObservationInterval): number {
  return left.from - right.from || right.to - left.to
}

/** Observations in order, each once. Rows without a readable time, or later than `now`, are left out and counted. */
export function observationIntervals(
  observations: readonly Observation[],
  now: number,
): { readonly intervals: readonly ObservationInterval[]; readonly leftOut: number } {
  const rows = observations.map((observation) => intervalOf(observation, now)).filter((row) => row !== null)
  const intervals: ObservationInterval[] = []
  let same: ObservationInterval[] = []
  for (const row of [...rows].sort(compare)) {
    const first = same[0]
    if (first !== undefined && compare(first, row) !== 0) {
      intervals.push(...withoutRepeats(same))
      same = []
    }
    same.push(row)
  }
  intervals.push(...withoutRepeats(same))
  return { intervals, leftOut: observations.length - rows.length }
}
