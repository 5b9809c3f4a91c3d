import { vmStates, type VmState } from '@/lib/encryption/types'

/** The part of an observation that the fleet's history needs. Times are milliseconds since 1970. */
export interface StateRow {
  /** A key that is the same for all rows of one VM; it has no other meaning. */
  readonly vm: string
  readonly state: VmState
  readonly firstSeen: number
  readonly lastSeen: number
}

/** One bucket of the chart. `counts` and `notSeen` add up to the number of VMs. */
export interface FleetBucket {
  readonly from: number
  readonly to: number
  readonly counts: Readonly<Record<VmState, number>>
  /** VMs without an observation in this bucket: their state is unknown, even if it was known before. */
  readonly notSeen: number
}

/** The last bucket that begins at or before `at`; -1 before the first. */
function bucketAt(bounds: readonly number[], at: number): number {
  let low = 0
  let high = bounds.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((bounds[middle] ?? Number.POSITIVE_INFINITY) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

const indexOf: ReadonlyMap<VmState, number> = new Map(vmStates.map((state, index) => [state, index]))

interface Track {
  /** Per bucket: the end of its newest observation, the start of that row, and its state. */
  readonly seenAt: Float64Array
  readonly rowFrom: Float64Array
  readonly state: Int8Array
}

function newTrack(buckets: number): Track {
  return {
    seenAt: new Float64Array(buckets).fill(Number.NEGATIVE_INFINITY),
    rowFrom: new Float64Array(buckets).fill(Number.NEGATIVE_INFINITY),
    state: new Int8Array(buckets).fill(-1),
  }
}

/**
 * Of two observations in one bucket, the later one counts, then the one that began later, then the more severe state.
 */
function isNewer(track: Track, bucket: number, seen: number, from: number, state: number): boolean {
  const known = track.seenAt[bucket] ?? 0
  if (seen !== known) return seen > known
  const knownFrom = track.rowFrom[bucket] ?? 0
  if (from !== knownFrom) return from > knownFrom
  return state < (track.state[bucket] ?? -1)
}

function enter(track: Track, row: StateRow, bounds: readonly number[]): void {
  const state = indexOf.get(row.state) ?? -1
  const end = bounds.at(-1) ?? Number.NEGATIVE_INFINITY
  const from = Math.min(row.firstSeen, row.lastSeen)
  const to = Math.max(row.firstSeen, row.lastSeen)
  // Also drops times that are not numbers.
  if (!(from < end) || !(to >= (bounds[0] ?? Number.POSITIVE_INFINITY))) return
  const last = Math.min(bucketAt(bounds, to), bounds.length - 2)
  for (let bucket = Math.max(bucketAt(bounds, from), 0); bucket <= last; bucket += 1) {
    const seen = Math.min(to, bounds[bucket + 1] ?? to)
    if (!isNewer(track, bucket, seen, from, state)) continue
    track.seenAt[bucket] = seen
    track.rowFrom[bucket] = from
    track.state[bucket] = state
  }
}

/**
 * States of a fleet over time. `bounds` are the edges of the buckets in ascending order (milliseconds), so a bucket can
 * be a calendar day or month. A VM counts with the last state observed *in* a bucket; a VM without an observation in it
 * counts as not seen and keeps no earlier state. `total` is the number of VMs that the user may read; rows come in any
 * order.
 */
export function fleetHistory(
  rows: Iterable<StateRow>,
  bounds: readonly number[],
  total: number,
): readonly FleetBucket[] {
  const buckets = Math.max(bounds.length - 1, 0)
  const tracks = new Map<string, Track>()
  for (const row of rows) {
    let track = tracks.get(row.vm)
    if (track === undefined) {
      track = newTrack(buckets)
      tracks.set(row.vm, track)
    }
    enter(track, row, bounds)
  }
  return Array.from({ length: buckets }, (_, bucket) => {
    const counted = vmStates.map(() => 0)
    for (const { state } of tracks.values()) {
      const index = state[bucket] ?? -1
      if (index >= 0) counted[index] = (counted[index] ?? 0) + 1
    }
    const seen = counted.reduce((sum, count) => sum + count, 0)
    return {
      from: bounds[bucket] ?? 0,
      to: bounds[bucket + 1] ?? 0,
      counts: countsOf(counted),
      notSeen: Math.max(0, total - seen),
    }
  })
}

function countsOf(counted: readonly number[]): Readonly<Record<VmState, number>> {
  const at = (state: VmState): number => counted[indexOf.get(state) ?? -1] ?? 0
  return {
    failed: at('failed'),
    conflict: at('conflict'),
    'restart-pending': at('restart-pending'),
    encrypting: at('encrypting'),
    decrypting: at('decrypting'),
    unknown: at('unknown'),
    'partly-encrypted': at('partly-encrypted'),
    'encrypted-unverified': at('encrypted-unverified'),
    encrypted: at('encrypted'),
    'protected-otherwise': at('protected-otherwise'),
    'not-encrypted': at('not-encrypted'),
  }
}
