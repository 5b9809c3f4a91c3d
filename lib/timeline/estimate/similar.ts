import { medianOf } from './traffic'
import type { Range, WorkKind } from './types'

/** Work that has ended, from the history. Times in milliseconds. */
export interface PastWork {
  readonly work: WorkKind
  /** Size of what was worked on. */
  readonly sizeGiB: number
  readonly duration: number
}

/** Disks of which size a duration may be carried over, scaled. */
const sizeFactor = 2
/** Fewer past disks than this are chance. */
const fewest = 3

/** Whether finished work tells something of work of this kind on disks of this size. */
export function isSimilar(one: PastWork, work: WorkKind, sizeGiB: number): boolean {
  const isNear = one.sizeGiB <= sizeGiB * sizeFactor && one.sizeGiB >= sizeGiB / sizeFactor
  return one.work === work && one.duration > 0 && isNear
}

/** Whether so many of them are more than chance. */
export function enoughSimilar(count: number): boolean {
  return count >= fewest
}

/** Whole durations of similar work, scaled to this size; null where too few are known. */
export function similarDurations(
  past: readonly PastWork[],
  work: WorkKind,
  sizeGiB: number | null,
): (Range & { readonly disks: number }) | null {
  if (sizeGiB === null || !(sizeGiB > 0)) return null
  const durations = past
    .filter((one) => isSimilar(one, work, sizeGiB))
    .map((one) => (one.duration * sizeGiB) / one.sizeGiB)
    .sort((left, right) => left - right)
  if (!enoughSimilar(durations.length)) return null
  const edge = Math.floor(durations.length / 10)
  return {
    low: durations[edge] ?? 0,
    likely: medianOf(durations),
    high: durations[durations.length - 1 - edge] ?? 0,
    disks: durations.length,
  }
}
