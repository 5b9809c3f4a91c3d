import { minute } from '../instants'
import { idleBytes, type TrafficMinute } from '../estimate/traffic'

/** How long a disk must have been silent, by minutes that Azure has a value of. */
export const silenceLimit = 15 * minute
/** So many minutes must be known to be silent, and at least half of the stretch: a missing value is not a zero. */
const fewestKnown = 12
const knownShare = 0.5
/** Azure shows a minute up to 3 minutes late; where the newest is older than this, metrics as a whole are missing. */
const newestAge = 10 * minute

export interface Silence {
  /** End of the last minute in which something moved, and of the newest minute known. */
  readonly from: number
  readonly to: number
  /** Minutes known to be silent. */
  readonly known: number
}

function movedIn({ read, written }: TrafficMinute, idle: number): boolean {
  return read + (written ?? 0) > idle
}

/**
 * The silence at the end of a disk's traffic since `began`. Null where the disk moved something in the newest minute
 * known, or where too little is known: metrics that lag are no silence.
 */
export function silenceOf(minutes: readonly TrafficMinute[], began: number, now: number): Silence | null {
  const newest = minutes.at(-1)
  if (newest === undefined || now - (newest.at + minute) > newestAge) return null
  const idle = idleBytes(minutes.filter(({ at }) => at + minute > began))
  const last = minutes.findLast((one) => movedIn(one, idle))
  const from = Math.max(began, last === undefined ? began : last.at + minute)
  const to = newest.at + minute
  const known = minutes.filter(({ at }) => at >= from).length
  if (to <= from || known < fewestKnown || known * minute < (to - from) * knownShare) return null
  return { from, to, known }
}

/** Whether the disk moved something lately, as far as is known: then nothing is stuck, however slow. */
export function movesLately(minutes: readonly TrafficMinute[], began: number, now: number): boolean {
  const idle = idleBytes(minutes.filter(({ at }) => at + minute > began))
  return minutes.some((one) => one.at > now - silenceLimit && one.at + minute > began && movedIn(one, idle))
}
