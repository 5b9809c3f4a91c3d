import { minute } from '../instants'
import { idleBytes, type TrafficMinute } from '../estimate/traffic'

/** How long a disk must have been silent, in minutes that Azure has a value for. */
export const silenceLimit = 15 * minute
/** Minutes that must be known to be silent, and at least half of the span: a missing value is not 0. */
const fewestKnown = 12
const knownShare = 0.5
/**
 * A single minute may hold as many bytes as other work on the disk causes. Reads that go on at more than this share of
 * it are a slow copy that is slowed further.
 */
const trickleShare = 1 / 3
/**
 * Azure Monitor delivers a minute up to 3 minutes late; when the newest is older than this, metrics are missing
 * altogether.
 */
const newestAge = 10 * minute

export interface Silence {
  /** End of the last minute with traffic, and of the newest minute known. */
  readonly from: number
  readonly to: number
  /** Minutes known to be silent. */
  readonly known: number
}

function movedIn({ read, written }: TrafficMinute, idle: number): boolean {
  return read + (written ?? 0) > idle
}

/**
 * The silence at the end of a disk's traffic since `began`. Null when the newest minute known has traffic, or when too
 * little is known: delayed metrics are not silence.
 */
export function silenceOf(minutes: readonly TrafficMinute[], began: number, now: number): Silence | null {
  const newest = minutes.at(-1)
  if (newest === undefined || now - (newest.at + minute) > newestAge) return null
  const idle = idleBytes(minutes.filter(({ at }) => at + minute > began))
  const last = minutes.findLast((one) => movedIn(one, idle))
  const from = Math.max(began, last === undefined ? began : last.at + minute)
  const to = newest.at + minute
  const silent = minutes.filter(({ at }) => at >= from)
  const known = silent.length
  if (to <= from || known < fewestKnown || known * minute < (to - from) * knownShare) return null
  const read = silent.reduce((sum, one) => sum + one.read, 0)
  return read > known * idle * trickleShare ? null : { from, to, known }
}

/** Whether the disk had traffic lately, as far as is known: then the work is not stuck, however slow. */
export function movesLately(minutes: readonly TrafficMinute[], began: number, now: number): boolean {
  const idle = idleBytes(minutes.filter(({ at }) => at + minute > began))
  return minutes.some((one) => one.at > now - silenceLimit && one.at + minute > began && movedIn(one, idle))
}
