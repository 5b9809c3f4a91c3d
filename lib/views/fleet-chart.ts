import { vmStates, type VmState } from '@/lib/contract/codes'
import type { FleetHistory } from '@/lib/contract/history'

/** One time of the chart. Counts follow the fixed order of the states. */
export interface ChartMoment {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly counts: Readonly<Record<VmState, number>>
  readonly seen: number
  /** VMs that the user can read and that have no observation at that time. */
  readonly notSeen: number
}

/** The band of a state: from one share of the height to another at each time of a run, 0 at the bottom. */
export interface Band {
  readonly state: VmState
  readonly points: readonly { readonly low: number; readonly high: number }[]
}

/** Consecutive times without a gap. */
export interface ChartRun {
  readonly first: number
  readonly last: number
  /** From the bottom of the chart upwards; states that never occur are left out. */
  readonly bands: readonly Band[]
}

export interface FleetChart {
  readonly moments: readonly ChartMoment[]
  readonly runs: readonly ChartRun[]
  /** Times, first to last, without an observation of any VM. */
  readonly gaps: readonly { readonly first: number; readonly last: number }[]
  /** States that occur at all, in the fixed order. */
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
  return moments.map(({ at, counts: raw }) => {
    const counts = countsOf(raw)
    const seen = vmStates.reduce((sum, state) => sum + counts[state], 0)
    return { at: Date.parse(at), counts, seen, notSeen: Math.max(0, vms - seen) }
  })
}

function stretchesOf(moments: readonly ChartMoment[], wanted: (moment: ChartMoment) => boolean) {
  const stretches: { first: number; last: number }[] = []
  for (const [index, moment] of moments.entries()) {
    if (!wanted(moment)) continue
    const last = stretches.at(-1)
    if (last !== undefined && last.last === index - 1) last.last = index
    else stretches.push({ first: index, last: index })
  }
  return stretches
}

/** The next round number for an axis: 1, 2 or 5 times a power of ten. */
export function niceTop(most: number): number {
  if (most <= 5) return 5
  const power = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 5, 10].map((times) => times * power).find((top) => top >= most) ?? most
}

/**
 * Stacked bands, the first state of the fixed order on top. There is no band at times without observations.
 * @param hidden States that are left out, so that small counts stay visible beside thousands
 */
export function fleetChart(history: FleetHistory, hidden: ReadonlySet<VmState>): FleetChart {
  const moments = chartMoments(history)
  const states = vmStates.filter((state) => moments.some(({ counts }) => counts[state] > 0))
  const drawn = states.filter((state) => !hidden.has(state)).reverse()
  const heights = moments.map(({ counts }) => drawn.reduce((sum, state) => sum + counts[state], 0))
  const top = niceTop(Math.max(0, ...heights))
  const runs = stretchesOf(moments, ({ seen }) => seen > 0).map(({ first, last }): ChartRun => {
    const floor = moments.slice(first, last + 1).map(() => 0)
    const bands = drawn.map((state): Band => {
      const points = moments.slice(first, last + 1).map(({ counts }, index) => {
        const low = floor[index] ?? 0
        floor[index] = low + counts[state]
        return { low: low / top, high: (floor[index] ?? 0) / top }
      })
      return { state, points }
    })
    return { first, last, bands }
  })
  return { moments, runs, gaps: stretchesOf(moments, ({ seen }) => seen === 0), states, top }
}
