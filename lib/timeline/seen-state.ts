import type { VmState } from '@/lib/encryption/types'

/**
 * The last observed state of a machine, and since when: a summary of its observations. Times are milliseconds since
 * 1970. "First seen" is not "started".
 */
export interface SeenState {
  readonly state: VmState
  /** The first of the consecutive observations of this state. */
  readonly firstSeen: number
  /** The first observation since which there was no gap: later than `firstSeen` when there was a gap since. */
  readonly unbrokenSince: number
  readonly lastSeen: number
  /** Time up to which no other state was observed. */
  readonly heldUntil: number
  /** The last observation of another state; null when there was no other state before. */
  readonly before: { readonly state: VmState; readonly seenAt: number } | null
  /** Whether that observation was so close before `firstSeen` that the state began between the two. */
  readonly beganBetween: boolean
}

/** Observations of one state without a gap. */
export type SeenStretch = Pick<SeenState, 'state' | 'firstSeen' | 'lastSeen' | 'heldUntil'>

/**
 * The summary after another interval of observations. Intervals come in the order of their starts; a known interval
 * that grew may be passed again.
 */
export function seenAfter(known: SeenState | null, stretch: SeenStretch): SeenState {
  const { state, firstSeen, lastSeen, heldUntil } = stretch
  if (known === null) {
    return { state, firstSeen, unbrokenSince: firstSeen, lastSeen, heldUntil, before: null, beganBetween: false }
  }
  const near = firstSeen <= known.heldUntil
  if (known.state !== state) {
    // The rows of two readers who contradict each other may overlap.
    const before = { state: known.state, seenAt: Math.min(known.lastSeen, firstSeen) }
    return { state, firstSeen, unbrokenSince: firstSeen, lastSeen, heldUntil, before, beganBetween: near }
  }
  return {
    ...known,
    unbrokenSince: near ? known.unbrokenSince : firstSeen,
    lastSeen: Math.max(known.lastSeen, lastSeen),
    heldUntil: Math.max(known.lastSeen, heldUntil),
  }
}

/**
 * The summary after an observation at `at`. Null when another state has been observed since: the summary is then not
 * about what this observation found.
 */
export function seenNow(known: SeenState | null, state: VmState, at: number): SeenState | null {
  if (known !== null && at < known.lastSeen) return known.state === state ? known : null
  return seenAfter(known, { state, firstSeen: at, lastSeen: at, heldUntil: at })
}
