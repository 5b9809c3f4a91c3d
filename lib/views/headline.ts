import type { FleetHistory } from '@/lib/contract/history'

/** How many VMs were confirmed encrypted at a time; null where not every VM had a reading around it. */
export interface TrendPoint {
  /** Epoch milliseconds. */
  readonly at: number
  readonly encrypted: number | null
}

/** The confirmed VMs among counts by state: the one number of headline, curve and snapshot. */
export const confirmedIn = (counts: Readonly<Record<string, number>>): number => counts['encrypted'] ?? 0

const weekMs = 7 * 24 * 3_600_000

/** The confirmed VMs over time, of the VMs that the user can read now. */
export function trendOf({ moments, vms }: Pick<FleetHistory, 'moments' | 'vms'>): readonly TrendPoint[] {
  return moments.map(({ at, counts }) => {
    const seen = Object.values(counts).reduce((sum, count) => sum + count, 0)
    return { at: Date.parse(at), encrypted: vms > 0 && seen === vms ? confirmedIn(counts) : null }
  })
}

/** The point a week before the last one; null where none is near, or not every VM had a reading then. */
export function weekBefore(points: readonly TrendPoint[]): number | null {
  const [first, second, last] = [points[0], points[1], points.at(-1)]
  if (first === undefined || second === undefined || last === undefined) return null
  const wanted = last.at - weekMs
  const step = second.at - first.at
  return points.find(({ at }) => Math.abs(at - wanted) <= step / 2)?.encrypted ?? null
}
