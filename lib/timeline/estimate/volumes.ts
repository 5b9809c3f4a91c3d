import type { MergedInterval } from '../merge-intervals'
import type { ObservedDisk } from '../observation'

/** Work done at a given time, 0 to 1. */
export interface DonePoint {
  readonly at: number
  readonly done: number
}

/** How the shares of the volumes are weighted. */
export const weightings = ['size', 'equal', 'single'] as const
export type Weighting = (typeof weightings)[number]

export interface VolumesDone {
  /** Never falls; the last point is the current one. Empty when no message of this run contains a percentage. */
  readonly points: readonly DonePoint[]
  readonly weighting: Weighting
  /** The current volume and the number of volumes, from the newest message. */
  readonly index: number | null
  readonly count: number | null
}

interface VolumeReading {
  readonly at: number
  readonly percent: number
  readonly index: number
  readonly count: number
}

/** Messages after a restart name no volume: they mean the one that was interrupted, or the only one. */
function readingsOf(spans: readonly MergedInterval[]): readonly VolumeReading[] {
  const readings: VolumeReading[] = []
  for (const { from, to, interval } of spans) {
    const message = interval.facts.message
    if (message === null || message.percent === null) continue
    const last = readings.at(-1)
    const { percent } = message
    const index = message.index ?? last?.index ?? 1
    const count = message.count ?? last?.count ?? 1
    // A volume count that restarts is another round: volumes done before are not part of it.
    if (last !== undefined && (index < last.index || count !== last.count)) readings.length = 0
    readings.push({ at: from, percent, index, count })
    if (to > from) readings.push({ at: to, percent, index, count })
  }
  return readings
}

/** What the percentages have shown of one volume so far. */
interface VolumeShare {
  copying: boolean
  percent: number
}

/**
 * Share of one volume that is done. Encryption passes over a volume three times under the same message: saving the
 * header (50, 100), copying (0 to 100) and writing the header back (50, 100). Only the copy takes time, so 50 and 100
 * count only after a percentage that the two short passes never show. Decryption passes once.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/TransactionalCopyTask.py
 */
function advance(share: VolumeShare, percent: number): number {
  if (percent !== 50 && percent !== 100) share.copying = true
  if (share.copying) share.percent = Math.max(share.percent, percent)
  return share.percent / 100
}

/**
 * Weight of each volume by its index in the message. By size when there are as many data disks as volumes: they are
 * taken in LUN order, which is the order of their Linux device names.
 */
function weightsOf(
  count: number,
  disks: readonly ObservedDisk[],
): { readonly weights: readonly number[]; readonly weighting: Weighting } {
  const data = disks.filter(({ role }) => role === 'data').sort((left, right) => (left.lun ?? 0) - (right.lun ?? 0))
  const sizes = data.flatMap(({ sizeGiB }) => (sizeGiB !== null && sizeGiB > 0 ? [sizeGiB] : []))
  if (sizes.length !== count)
    return { weights: Array.from({ length: count }, () => 1), weighting: count === 1 ? 'single' : 'equal' }
  return { weights: sizes, weighting: count === 1 ? 'single' : 'size' }
}

/** More volumes than a VM can have disks: a message with a larger number is ignored. */
const mostVolumes = 256

/** Progress of the data volumes of a run. */
export function volumesDone(spans: readonly MergedInterval[], passes: 'three' | 'one'): VolumesDone {
  const readings = readingsOf(spans)
  const newest = readings.at(-1)
  if (newest === undefined || newest.count > mostVolumes)
    return { points: [], weighting: 'equal', index: null, count: null }
  const { weights, weighting } = weightsOf(newest.count, spans.at(-1)?.interval.facts.disks ?? [])
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const shares = new Map<number, VolumeShare>()
  const points: DonePoint[] = []
  for (const { at, percent, index } of readings) {
    const share = shares.get(index) ?? { copying: passes === 'one', percent: 0 }
    shares.set(index, share)
    const before = weights.slice(0, index - 1).reduce((sum, weight) => sum + weight, 0)
    const done = (before + (weights[index - 1] ?? 0) * advance(share, percent)) / total
    // 50 and 100 before any other percentage: the copy can have begun or not, so they are no measure.
    if (done === 0 && !share.copying) continue
    points.push({ at, done: Math.max(done, points.at(-1)?.done ?? 0) })
  }
  return { points, weighting, index: newest.index, count: newest.count }
}

/** The online method's percentage of the OS volume; it never falls, because the work resumes where it stopped. */
export function onlineDone(spans: readonly MergedInterval[]): readonly DonePoint[] {
  const points: DonePoint[] = []
  for (const { from, to, interval } of spans) {
    const percent = interval.facts.message?.percent ?? null
    if (percent === null) continue
    const done = Math.max(percent / 100, points.at(-1)?.done ?? 0)
    points.push({ at: from, done })
    if (to > from) points.push({ at: to, done })
  }
  return points
}
