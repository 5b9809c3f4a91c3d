import { isoOf, millisecondsOf, minute } from '../instants'
import type { Observation } from '../observation'
import type { Polling } from '../polling'
import type { Start } from '../types'
import { detectStall, type StallSign } from '../stuck/signs'
import { copyStateOf, copyTimeLeft, notCopied, type CopyState } from './copy'
import { documentedDuration } from './documented'
import { percentTimeLeft } from './percent-left'
import { workRunsOf, type WorkRun } from './run'
import { similarDurations, type PastWork } from './similar'
import { sizeGiBOf } from './size'
import { minutesOf, type TrafficMinute, type TrafficPoint } from './traffic'
import type { NoEstimateReason, Range, TimeLeft } from './types'
import { onlineDone, volumesDone, type VolumesDone } from './volumes'

export interface WorkInput {
  readonly observations: readonly Observation[]
  /** Minutes of the OS disk; empty when metrics were not read. They should reach back to the start of the work. */
  readonly osTraffic: readonly TrafficPoint[]
  /** Minutes of all data disks together. */
  readonly dataTraffic: readonly TrafficPoint[]
  /** Finished work on other disks. */
  readonly past: readonly PastWork[]
  readonly polling: Polling
  /** When Azure recorded the request for exactly this work, epoch milliseconds; null when unknown. */
  readonly requestedAt?: number | null
  /** When this work, or a request that includes it, was made: it cannot have begun earlier. Null when unknown. */
  readonly askedAt?: number | null
  /** Current time, ISO. */
  readonly now: string
}

/** Progress of the work: a share, and the whole percentage that every screen and file shows. */
export type WorkDone =
  /** Read from the message; it never falls. */
  | ({ readonly basis: 'percent'; readonly done: number; readonly percent: number } & Omit<VolumesDone, 'points'>)
  /** Estimated from bytes read against the size of the disk. Never 1: only the message reports the end of a copy. */
  | {
      readonly basis: 'metrics'
      readonly done: number
      readonly percent: number
      readonly bytesRead: number
      readonly sizeBytes: number
      /** Minutes with a value, and all minutes since the start. */
      readonly knownMinutes: number
      readonly minutes: number
      /** End of the newest minute known, ISO. */
      readonly until: string
    }
  | { readonly basis: 'none' }

/** The work running in a VM, its progress, its estimated time left, and whether it is possibly stuck. */
export interface WorkView {
  readonly run: { readonly work: WorkRun['work']; readonly start: Start } | null
  readonly done: WorkDone
  readonly timeLeft: TimeLeft
  /** Empty when no rule holds. Each entry is a rule with its readings and means "possibly stuck", not "stuck". */
  readonly stuck: readonly StallSign[]
}

const GiB = 1024 ** 3
/** Below this share of known minutes, the speed of a copy cannot be estimated. */
const knownShare = 0.7

function startOf({ spans, notBefore }: WorkRun): Start {
  const at = isoOf(spans[0]?.from ?? 0)
  return notBefore === null ? { kind: 'first-seen', at } : { kind: 'between', after: isoOf(notBefore), at }
}

/** Whole percent, rounded down so that unfinished work never reads 100; exact for hundredths such as 0.29. */
const percentOf = (done: number): number => Math.floor(Number((done * 100).toFixed(6)))

type Copy = NonNullable<ReturnType<typeof copyStateOf>>

function copyOf(run: WorkRun, minutes: readonly TrafficMinute[], askedAt: number | null): Copy | null {
  if (run.work !== 'os-copy') return null
  const seenAt = run.spans[0]?.from ?? 0
  const bounds = [run.after, askedAt].filter((bound) => bound !== null)
  const notBefore = bounds.length === 0 ? null : Math.min(seenAt, Math.max(...bounds))
  const state = copyStateOf(minutes, seenAt, notBefore)
  return state !== null && state.known >= state.minutes * knownShare ? state : null
}

function doneOfCopy({ bytesRead, known, minutes, until }: CopyState, sizeBytes: number): WorkDone {
  const done = Math.min(0.99, bytesRead / (sizeBytes - notCopied.likely))
  return {
    basis: 'metrics',
    done,
    percent: percentOf(done),
    bytesRead,
    sizeBytes,
    knownMinutes: known,
    minutes,
    until: isoOf(until),
  }
}

function percentsOf(run: WorkRun): VolumesDone | null {
  if (run.work === 'os-copy') return null
  if (run.work === 'online-os') {
    return { points: onlineDone(run.spans), weighting: 'single', index: null, count: null }
  }
  return volumesDone(run.spans, run.work === 'decryption' ? 'one' : 'three')
}

function later({ low, likely, high }: Range, by: number): Range {
  return {
    low: Math.max(0, low - by),
    likely: Math.max(minute, likely - by),
    high: Math.max(2 * minute, high - by),
  }
}

/** Repeated readings of one percentage within this time may only be close together. */
const closeReadings = 30 * minute

function whyNone(percents: VolumesDone | null): NoEstimateReason {
  const [first, last] = [percents?.points[0], percents?.points.at(-1)]
  if (first === undefined || last === undefined) return 'not-documented'
  return last.done === first.done && last.at - first.at >= closeReadings ? 'no-progress-seen' : 'too-few-samples'
}

/** From the durations of other runs, or from the documentation, less the elapsed time. */
function fromDurations(run: WorkRun, input: WorkInput, now: number, percents: VolumesDone | null): TimeLeft {
  const { work } = run
  const { past, requestedAt } = input
  const elapsed = now - Math.min(run.spans[0]?.from ?? now, requestedAt ?? now)
  const similar = similarDurations(past, work, sizeGiBOf(run))
  if (similar !== null && similar.high > elapsed) {
    const { disks, ...range } = similar
    return { basis: 'similar', work, range: later(range, elapsed), disks }
  }
  const documented = documentedDuration[work]
  if (documented === null) return { basis: 'none', work, why: whyNone(percents) }
  if (documented.high <= elapsed) return { basis: 'none', work, why: 'longer-than-documented' }
  return { basis: 'documented', work, low: Math.max(0, documented.low - elapsed), high: documented.high - elapsed }
}

function timeLeftOf(
  run: WorkRun,
  input: WorkInput,
  now: number,
  copy: Copy | null,
  percents: VolumesDone | null,
): TimeLeft {
  const { work } = run
  const percent = percents === null ? null : percentTimeLeft(percents.points, now)
  if (percent !== null) return { basis: 'percent', work, ...percent }
  const sizeGiB = sizeGiBOf(run)
  const range = copy === null || sizeGiB === null ? null : copyTimeLeft(copy, sizeGiB * GiB)
  if (copy !== null && range !== null) {
    const span = copy.until - copy.began
    return { basis: 'metrics', work, range: later(range, Math.max(0, now - copy.until)), samples: copy.known, span }
  }
  return fromDurations(run, input, now, percents)
}

function doneOf(run: WorkRun, copy: Copy | null, percents: VolumesDone | null): WorkDone {
  const last = percents?.points.at(-1)
  if (percents !== null && last !== undefined) {
    const { weighting, index, count } = percents
    return { basis: 'percent', done: last.done, percent: percentOf(last.done), weighting, index, count }
  }
  const sizeGiB = sizeGiBOf(run)
  return copy === null || sizeGiB === null ? { basis: 'none' } : doneOfCopy(copy, sizeGiB * GiB)
}

const nothing: WorkView = {
  run: null,
  done: { basis: 'none' },
  timeLeft: { basis: 'none', work: null, why: 'not-working' },
  stuck: [],
}

/**
 * The current work of the newest machine under an ARM id. Percentages come before metrics, then the durations of
 * similar disks, then the documentation; without any of these there is no number. Pure.
 */
export function workViewOf(input: WorkInput): WorkView {
  const now = millisecondsOf(input.now)
  if (now === null) return nothing
  const { spans, current } = workRunsOf(input.observations, input.polling, now)
  const traffic = minutesOf(
    current?.work === 'data-volumes' || current?.work === 'decryption' ? input.dataTraffic : input.osTraffic,
  )
  const stuck = detectStall({
    spans,
    run: current,
    traffic,
    past: input.past,
    requestedAt: input.requestedAt ?? null,
    now,
  })
  if (current === null) return { ...nothing, stuck }
  const copy = copyOf(current, traffic, input.askedAt ?? null)
  const percents = percentsOf(current)
  const timeLeft = timeLeftOf(current, input, now, copy, percents)
  return {
    run: { work: current.work, start: startOf(current) },
    done: doneOf(current, copy, percents),
    // An estimate assumes that the run advances, which a sign of a stall contradicts.
    timeLeft:
      stuck.length > 0 && timeLeft.basis !== 'none'
        ? { basis: 'none', work: current.work, why: 'possibly-stuck' }
        : timeLeft,
    stuck,
  }
}
