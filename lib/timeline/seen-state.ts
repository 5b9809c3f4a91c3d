import type { VmState } from '@/lib/encryption/types'

/**
 * The state in which a machine was seen last, and since when: a summary of its observations. Times are milliseconds
 * since 1970. "First seen" is not "started".
 */
export interface SeenState {
  readonly state: VmState
  /** The first of the looks that saw this state and, up to the last one, no other. */
  readonly firstSeen: number
  /** The first look since which nobody stopped looking: later than `firstSeen` where there was a gap since. */
  readonly unbrokenSince: number
  readonly lastSeen: number
  /** Until when nothing speaks against it. */
  readonly heldUntil: number
  /** The last look that saw another state; null where there was none. */
  readonly before: { readonly state: VmState; readonly seenAt: number } | null
  /** Whether that look was so close before `firstSeen` that the state began between the two. */
  readonly beganBetween: boolean
}

/** Looks that saw one state without a gap. */
export type SeenStretch = Pick<SeenState, 'state' | 'firstSeen' | 'lastSeen' | 'heldUntil'>

/**
 * What is known once another stretch was seen. Stretches come in the order of their beginnings; one that was known
 * already and only grew may come again.
 */
export function seenAfter(known: SeenState | null, stretch: SeenStretch): SeenState {
  const { state, firstSeen, lastSeen, heldUntil } = stretch
  if (known === null) {
    return { state, firstSeen, unbrokenSince: firstSeen, lastSeen, heldUntil, before: null, beganBetween: false }
  }
  const near = firstSeen <= known.heldUntil
  if (known.state !== state) {
    // Two readers who contradict each other may overlap.
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
 * What is known once somebody looked at `at`. Null where others have seen another state since then: what they know is
 * not about what this look saw.
 */
export function seenNow(known: SeenState | null, state: VmState, at: number): SeenState | null {
  if (known !== null && at < known.lastSeen) return known.state === state ? known : null
  return seenAfter(known, { state, firstSeen: at, lastSeen: at, heldUntil: at })
}
