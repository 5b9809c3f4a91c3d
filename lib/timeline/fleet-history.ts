import { vmStates, type VmState } from '@/lib/encryption/types'

/** What the fleet's history needs of an observation. Times are milliseconds since 1970. */
export interface StateRow {
  /** Whose row it is, a key that is the same for one VM, and nothing else. */
  readonly vm: string
  readonly state: VmState
  readonly firstSeen: number
  readonly lastSeen: number
}

/** One stretch of the chart. `counts` and `notSeen` add up to the number of VMs. */
export interface FleetBucket {
  readonly from: number
  readonly to: number
  readonly counts: Readonly<Record<VmState, number>>
  /** VMs at which nobody looked in this stretch: nothing is said of them, whatever they were before. */
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
  /** Per bucket: when the newest look in it was, when that row began, and which state it saw. */
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

/** Of two looks in one bucket the later counts, then the row that began later, then the graver state. */
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
  // Also drops a time that is no number.
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
 * States of a fleet over time. `bounds` are the edges of the buckets in ascending order (milliseconds), so that a day or
 * a month may be as long as the calendar has it. A VM counts in a bucket with the last state that was seen *in* it; one
 * at which nobody looked counts as not seen and keeps nothing from before. `total` is the number of VMs that the reader
 * may read; rows come in any order.
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
