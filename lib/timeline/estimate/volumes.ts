import type { Piece } from '../paint'
import type { ObservedDisk } from '../observation'

/** Work done at a moment, 0 to 1. */
export interface DonePoint {
  readonly at: number
  readonly done: number
}

/** Where the shares of the volumes come from. */
export const weightings = ['size', 'equal', 'single'] as const
export type Weighting = (typeof weightings)[number]

export interface VolumesDone {
  /** Never falls; the last one is the present one. Empty where no text of this run counts. */
  readonly points: readonly DonePoint[]
  readonly weighting: Weighting
  /** The present volume and how many there are, as the newest text says. */
  readonly index: number | null
  readonly count: number | null
}

interface VolumeReading {
  readonly at: number
  readonly percent: number
  readonly index: number
  readonly count: number
}

/** Texts after a restart name no volume: it is the one that was interrupted, or else the only one. */
function readingsOf(pieces: readonly Piece[]): readonly VolumeReading[] {
  const readings: VolumeReading[] = []
  for (const { from, to, sighting } of pieces) {
    const message = sighting.facts.message
    if (message === null || message.percent === null) continue
    const last = readings.at(-1)
    const { percent } = message
    const index = message.index ?? last?.index ?? 1
    const count = message.count ?? last?.count ?? 1
    // A count that begins anew is another round: what was done before is not among its volumes.
    if (last !== undefined && (index < last.index || count !== last.count)) readings.length = 0
    readings.push({ at: from, percent, index, count })
    if (to > from) readings.push({ at: to, percent, index, count })
  }
  return readings
}

/** What was seen of one volume so far, as its percentages come in. */
interface VolumeShare {
  copying: boolean
  percent: number
}

/**
 * Share of one volume that is done. Encryption runs through a volume three times under the same text: saving the header
 * (50, 100), copying (0 to 100) and writing the header back (50, 100). Only the copy takes time, so 50 and 100 count
 * only once a number has been seen that the two short runs never show. Decryption runs once.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/TransactionalCopyTask.py
 */
function advance(share: VolumeShare, percent: number): number {
  if (percent !== 50 && percent !== 100) share.copying = true
  if (share.copying) share.percent = Math.max(share.percent, percent)
  return share.percent / 100
}

/**
 * Weight of each volume by its place in the text. By size where there are as many data disks as volumes: they are taken
 * in order of their LUN, which is the order in which Linux names them.
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

/** More volumes than a VM can have disks: a text that says so is no guide. */
const mostVolumes = 256

/** How far the data volumes of a run are. */
export function volumesDone(pieces: readonly Piece[], passes: 'three' | 'one'): VolumesDone {
  const readings = readingsOf(pieces)
  const newest = readings.at(-1)
  if (newest === undefined || newest.count > mostVolumes)
    return { points: [], weighting: 'equal', index: null, count: null }
  const { weights, weighting } = weightsOf(newest.count, pieces.at(-1)?.sighting.facts.disks ?? [])
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const shares = new Map<number, VolumeShare>()
  const points: DonePoint[] = []
  for (const { at, percent, index } of readings) {
    const share = shares.get(index) ?? { copying: passes === 'one', percent: 0 }
    shares.set(index, share)
    const before = weights.slice(0, index - 1).reduce((sum, weight) => sum + weight, 0)
    const done = (before + (weights[index - 1] ?? 0) * advance(share, percent)) / total
    points.push({ at, done: Math.max(done, points.at(-1)?.done ?? 0) })
  }
  return { points, weighting, index: newest.index, count: newest.count }
}

/** The online method's own percentage of the OS volume; it never falls, as the work resumes where it was. */
export function onlineDone(pieces: readonly Piece[]): readonly DonePoint[] {
  const points: DonePoint[] = []
  for (const { from, to, sighting } of pieces) {
    const percent = sighting.facts.message?.percent ?? null
    if (percent === null) continue
    const done = Math.max(percent / 100, points.at(-1)?.done ?? 0)
    points.push({ at: from, done })
    if (to > from) points.push({ at: to, done })
  }
  return points
}
