import { medianOf } from './traffic'
import type { Range, WorkKind } from './types'

/** Finished work from the history. Times in milliseconds. */
export interface PastWork {
  readonly work: WorkKind
  /** Size of the encrypted or decrypted disks. */
  readonly sizeGiB: number
  readonly duration: number
}

/** Largest ratio of disk sizes at which a duration may be scaled and reused. */
const sizeFactor = 2
/** Fewer past disks than this are too few for a median. */
const fewest = 3

/** Whether finished work predicts this kind of work on disks of this size. */
export function isSimilar(one: PastWork, work: WorkKind, sizeGiB: number): boolean {
  const isNear = one.sizeGiB <= sizeGiB * sizeFactor && one.sizeGiB >= sizeGiB / sizeFactor
  return one.work === work && one.duration > 0 && isNear
}

/** Whether this many finished runs are enough for a prediction. */
function enoughSimilar(count: number): boolean {
  return count >= fewest
}

/** Full durations of similar work, scaled to this size; null when too few are known. */
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
