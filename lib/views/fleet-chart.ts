import { vmStates, type VmState } from '@/lib/contract/codes'
import type { FleetHistory } from '@/lib/contract/history'
import { weakest, type Reach } from './completeness'

/** One time of the chart. Counts follow the fixed order of the states. */
export interface ChartMoment {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly counts: Readonly<Record<VmState, number>>
  /** VMs without an observation at that time, by the state in which they were last observed before. */
  readonly lastKnown: Readonly<Record<VmState, number>>
  readonly seen: number
  /** VMs that the user can read and that have no observation at that time, those with a last known state included. */
  readonly notSeen: number
  /** Those of them without any earlier observation. */
  readonly neverSeen: number
}

/** A band of the chart: observed VMs of a state, VMs last known in it, or VMs without any observation so far. */
export interface Band {
  readonly kind: 'observed' | 'last-known' | 'never-seen'
  /** Null for VMs without any observation. */
  readonly state: VmState | null
  /** From one share of the height to another at each time, 0 at the bottom. */
  readonly points: readonly { readonly low: number; readonly high: number }[]
}

export interface FleetChart {
  readonly moments: readonly ChartMoment[]
  /** From the bottom of the chart upwards; states that never occur are left out. */
  readonly bands: readonly Band[]
  /** States that occur at all, observed or last known, in the fixed order. */
  readonly states: readonly VmState[]
  /** Value at the top of the chart. */
  readonly top: number
}

function countsOf(counts: Readonly<Record<string, number>>): Readonly<Record<VmState, number>> {
  const one = (state: VmState): number => counts[state] ?? 0
  return {
    failed: one('failed'),
    conflict: one('conflict'),
    'restart-pending': one('restart-pending'),
    encrypting: one('encrypting'),
    decrypting: one('decrypting'),
    unknown: one('unknown'),
    'partly-encrypted': one('partly-encrypted'),
    'encrypted-unverified': one('encrypted-unverified'),
    encrypted: one('encrypted'),
    'protected-otherwise': one('protected-otherwise'),
    'not-encrypted': one('not-encrypted'),
  }
}

/** The times of an answer, each with the number of VMs not seen. */
export function chartMoments({ vms, moments }: FleetHistory): readonly ChartMoment[] {
  const sum = (counts: Readonly<Record<VmState, number>>) => vmStates.reduce((all, state) => all + counts[state], 0)
  return moments.map(({ at, counts: raw, lastKnown: rawLast }) => {
    const [counts, lastKnown] = [countsOf(raw), countsOf(rawLast)]
    const seen = sum(counts)
    const notSeen = Math.max(0, vms - seen)
    return { at: Date.parse(at), counts, lastKnown, seen, notSeen, neverSeen: Math.max(0, notSeen - sum(lastKnown)) }
  })
}

/**
 * How far the counts of one time can be trusted: no further than the list of VMs, and VMs without an observation could
 * have been in any state.
 */
export function momentReach({ notSeen }: Pick<ChartMoment, 'notSeen'>, listed: Reach): Reach {
  return notSeen > 0 ? weakest(listed, 'least') : listed
}

/** The next round number for an axis; its half is a whole number too, except for 5. */
export function niceTop(most: number): number {
  if (most <= 5) return 5
  const power = 10 ** Math.floor(Math.log10(most))
  return [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10].map((times) => times * power).find((top) => top >= most) ?? most
}

/** The bands to draw, from the bottom upwards, with their value at one time. */
function layersOf(states: readonly VmState[]) {
  return [
    ...states.flatMap((state) => [
      { kind: 'observed' as const, state, of: ({ counts }: ChartMoment) => counts[state] },
      { kind: 'last-known' as const, state, of: ({ lastKnown }: ChartMoment) => lastKnown[state] },
    ]),
    { kind: 'never-seen' as const, state: null, of: ({ neverSeen }: ChartMoment) => neverSeen },
  ]
}

/**
 * Stacked bands, the first state of the fixed order on top and VMs without any observation above all. A VM that was not
 * read stays in the chart, in the band of its last known state: it is never drawn as 0.
 * @param hidden States that are left out, so that small counts stay visible beside thousands; the VMs without any
 * observation are left out with them
 */
export function fleetChart(history: FleetHistory, hidden: ReadonlySet<VmState>): FleetChart {
  const moments = chartMoments(history)
  const states = vmStates.filter((state) =>
    moments.some(({ counts, lastKnown }) => counts[state] > 0 || lastKnown[state] > 0),
  )
  const layers = layersOf(states.filter((state) => !hidden.has(state)).reverse()).filter(
    ({ kind, of }) => (kind !== 'never-seen' || hidden.size === 0) && moments.some((moment) => of(moment) > 0),
  )
  const top = niceTop(Math.max(0, ...moments.map((moment) => layers.reduce((sum, { of }) => sum + of(moment), 0))))
  const floor = moments.map(() => 0)
  const bands = layers.map(({ kind, state, of }): Band => {
    const points = moments.map((moment, index) => {
      const low = floor[index] ?? 0
      floor[index] = low + of(moment)
      return { low: low / top, high: (floor[index] ?? 0) / top }
    })
    return { kind, state, points }
  })
  return { moments, bands, states, top }
}
