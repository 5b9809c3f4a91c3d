import type { SimPace } from '../model/record'
import { randomFor, type Random } from '../worlds/random'

/** A period of a copy at one speed. */
export interface Stretch {
  readonly kind: 'copy' | 'pause' | 'stall'
  /** Infinity for a stall. */
  readonly seconds: number
  readonly miBPerSecond: number
  /** MiB done when it begins. */
  readonly from: number
}

export interface CopyOrder {
  readonly totalMiB: number
  readonly miBPerSecond: number
  readonly pace: SimPace | null
  /** Distinguishes the copies of one run. */
  readonly name: string
  /** Whether the planted stall applies to this copy. */
  readonly stalls?: boolean
}

const hour = 3600
const pauseSeconds = [300, 1800] as const

/** Shares of a copy at which a pause begins. */
function pausesOf(pace: SimPace, random: Random): number[] {
  return Array.from({ length: pace.pauses }, () => random.next()).sort((one, other) => one - other)
}

/**
 * The schedule of a copy: constant without a pace; otherwise with a different speed every hour, with pauses, and with the planted
 * stall. The same pace and name give the same schedule.
 */
export function workProgressOf(order: CopyOrder): Stretch[] {
  const { totalMiB, miBPerSecond, pace, name, stalls = false } = order
  if (pace === null) return [{ kind: 'copy', seconds: totalMiB / miBPerSecond, miBPerSecond, from: 0 }]
  const random = randomFor(pace.seed, name)
  const pauses = pausesOf(pace, random).map((share) => share * totalMiB)
  const stall = stalls && pace.stallAt !== null ? pace.stallAt * totalMiB : Infinity
  const stretches: Stretch[] = []
  let done = 0
  let left = hour * random.next()
  let factor = 1 + pace.hourlyVariation * (2 * random.next() - 1)
  const go = (kind: Stretch['kind'], seconds: number, speed: number): void => {
    if (seconds > 0) stretches.push({ kind, seconds, miBPerSecond: speed, from: done })
    if (Number.isFinite(seconds)) done += seconds * speed
  }
  while (done < totalMiB - 1e-6) {
    const pause = pauses[0] ?? Infinity
    const speed = miBPerSecond * factor
    const until = Math.min(totalMiB, pause, stall)
    const seconds = Math.min(left, Math.max(0, until - done) / speed)
    go('copy', seconds, speed)
    left -= seconds
    if (left <= 1e-6) {
      left = hour
      factor = 1 + pace.hourlyVariation * (2 * random.next() - 1)
    }
    if (done >= stall - 1e-6) {
      go('stall', Infinity, 0)
      return stretches
    }
    if (done < pause - 1e-6) continue
    pauses.shift()
    const [shortest, longest] = pauseSeconds
    const length = shortest + random.next() * (longest - shortest)
    const trickle = miBPerSecond * pace.pauseTrickle
    go('pause', trickle === 0 ? length : Math.min(length, (totalMiB - done) / trickle), trickle)
  }
  return stretches
}

/** Duration of a schedule in seconds; of a stalled one, the seconds before the stall. */
export function secondsOf(progression: readonly Stretch[]): number {
  return progression.reduce((sum, { seconds }) => (Number.isFinite(seconds) ? sum + seconds : sum), 0)
}

/** MiB done after this many seconds. */
export function doneAt(progression: readonly Stretch[], seconds: number): number {
  let left = seconds
  let done = 0
  for (const stretch of progression) {
    done = stretch.from + Math.min(left, stretch.seconds) * stretch.miBPerSecond
    if (left <= stretch.seconds) return done
    left -= stretch.seconds
  }
  return done
}

/** Seconds until this many MiB are done; Infinity if a stall comes before. */
export function secondsUntil(progression: readonly Stretch[], done: number): number {
  let seconds = 0
  for (const stretch of progression) {
    if (stretch.kind === 'stall') return done <= stretch.from + 1e-6 ? seconds : Infinity
    const end = stretch.from + stretch.seconds * stretch.miBPerSecond
    if (stretch.miBPerSecond > 0 && done <= end + 1e-6) {
      return seconds + Math.max(0, done - stretch.from) / stretch.miBPerSecond
    }
    seconds += stretch.seconds
  }
  return seconds
}

/** Speed after this many seconds, MiB a second. */
export function speedAt(progression: readonly Stretch[], seconds: number): number {
  let left = seconds
  for (const stretch of progression) {
    if (left < stretch.seconds) return stretch.miBPerSecond
    left -= stretch.seconds
  }
  return progression.at(-1)?.miBPerSecond ?? 0
}
