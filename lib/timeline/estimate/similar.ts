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

/** Whole durations of similar work, scaled to this size; null where too few are known. */
export function similarDurations(
  past: readonly PastWork[],
  work: WorkKind,
  sizeGiB: number | null,
): (Range & { readonly disks: number }) | null {
  if (sizeGiB === null || !(sizeGiB > 0)) return null
  const durations = past
    .filter((one) => one.work === work && one.duration > 0)
    .filter((one) => one.sizeGiB <= sizeGiB * sizeFactor && one.sizeGiB >= sizeGiB / sizeFactor)
    .map((one) => (one.duration * sizeGiB) / one.sizeGiB)
    .sort((left, right) => left - right)
  if (durations.length < fewest) return null
  const edge = Math.floor(durations.length / 10)
  return {
    low: durations[edge] ?? 0,
    likely: medianOf(durations),
    high: durations[durations.length - 1 - edge] ?? 0,
    disks: durations.length,
  }
}
