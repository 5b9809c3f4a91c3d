import { isoOf, minute } from '../instants'
import type { WorkRun } from '../estimate/run'
import { similarDurations, type PastWork } from '../estimate/similar'
import type { TrafficMinute } from '../estimate/traffic'
import { sizeGiBOf } from '../estimate/size'
import type { MergedInterval } from '../merge-intervals'
import { movesLately, silenceLimit, silenceOf } from './silence'

/** Rules for "possibly stuck". The age of a message alone is not a rule. */
export const stuckRules = ['no-disk-traffic', 'retries-rising', 'agent-silent', 'far-over-similar'] as const
export type StuckRule = (typeof stuckRules)[number]

/** A rule that holds, with its readings. Times are ISO, durations milliseconds. */
export type StallSign =
  | { readonly rule: 'no-disk-traffic'; readonly since: string; readonly until: string; readonly knownMinutes: number }
  | { readonly rule: 'retries-rising'; readonly attempt: number; readonly since: string }
  | { readonly rule: 'agent-silent'; readonly since: string; readonly silentFor: number }
  | { readonly rule: 'far-over-similar'; readonly elapsed: number; readonly median: number; readonly disks: number }

export interface StuckInput {
  /** Observations of the newest machine, in order. */
  readonly spans: readonly MergedInterval[]
  readonly run: WorkRun | null
  /** Minutes of the disk being encrypted or decrypted. */
  readonly traffic: readonly TrafficMinute[]
  readonly past: readonly PastWork[]
  /** When exactly this work was requested; null when unknown. */
  readonly requestedAt: number | null
  readonly now: number
}

/** A heartbeat that does not change for this long. In the offline method the agent is away for minutes and returns. */
const heartbeatLimit = 20 * minute
/** After this long without an observation, silence is not known. */
const observationAge = 5 * minute
/** Up to ten attempts are usual; from the third on the rule holds. */
const fewestAttempts = 3
/** The factor over the median of similar disks, and how many of them are needed. */
const far = { times: 3, disks: 5, still: 30 * minute }

function noTraffic({ run, traffic, requestedAt, now }: StuckInput): StallSign | null {
  if (run === null) return null
  // Without an earlier observation, the request shows since when there was work to do.
  const silence = silenceOf(traffic, run.notBefore ?? requestedAt ?? run.spans[0]?.from ?? now, now)
  if (silence === null || silence.to - silence.from < silenceLimit) return null
  const { from, to, known } = silence
  return { rule: 'no-disk-traffic', since: isoOf(from), until: isoOf(to), knownMinutes: known }
}

function observations(spans: readonly MergedInterval[]): readonly MergedInterval[] {
  return spans.filter(({ interval }) => interval.facts.depth === 'vm')
}

/** Attempts to unmount the old root, counted over the newest unbroken sequence of messages. */
function retries({ spans }: StuckInput): StallSign | null {
  const seen = observations(spans)
  const broken = seen.findLastIndex(({ interval }) => (interval.facts.message?.attempt ?? null) === null)
  const counting = seen.slice(broken + 1)
  const attempts = counting.map(({ interval }) => interval.facts.message?.attempt ?? 0)
  const [first, last] = [attempts[0], attempts.at(-1)]
  if (first === undefined || last === undefined || last <= first || last < fewestAttempts) return null
  return { rule: 'retries-rising', attempt: last, since: isoOf(counting[0]?.from ?? 0) }
}

/**
 * How long the heartbeat has not changed, in milliseconds. Guest and server clocks may differ, so it is measured
 * against the shortest distance between them ever observed on this machine; one row alone is not enough.
 */
function heartbeatSilence(
  spans: readonly MergedInterval[],
): { readonly since: number; readonly silentFor: number } | null {
  const newest = spans.at(-1)?.interval
  if (newest === undefined || newest.heartbeat === null) return null
  let usual = Number.POSITIVE_INFINITY
  for (const { interval } of spans) {
    if (interval === newest || interval.heartbeat === null) continue
    usual = Math.min(usual, interval.to - interval.heartbeat)
  }
  if (!Number.isFinite(usual)) return null
  const silentFor = newest.to - newest.heartbeat - usual
  return { since: newest.to - silentFor, silentFor }
}

function agentSilent({ spans, run, traffic, now }: StuckInput): StallSign | null {
  const newest = run?.spans.at(-1)?.interval
  if (run === null || newest === undefined || newest.facts.power !== 'running' || now - newest.to > observationAge)
    return null
  // A copy that moves is not stuck, even if the agent is silent.
  if (movesLately(traffic, run.notBefore ?? newest.from, now)) return null
  const silence = heartbeatSilence(observations(spans))
  if (silence === null || silence.silentFor < heartbeatLimit) return null
  return { rule: 'agent-silent', since: isoOf(silence.since), silentFor: silence.silentFor }
}

/** Whether the percentage in the message rose lately. */
function countsOn({ spans }: WorkRun, now: number): boolean {
  const percent = spans.at(-1)?.interval.facts.message?.percent ?? null
  if (percent === null) return false
  const before = spans.findLastIndex(({ interval }) => interval.facts.message?.percent !== percent)
  const since = spans[before + 1]?.from ?? now
  return now - since < far.still
}

function farOver({ run, traffic, past, now }: StuckInput): StallSign | null {
  const began = run?.spans[0]?.from
  if (run === null || began === undefined) return null
  const similar = similarDurations(past, run.work, sizeGiBOf(run))
  const elapsed = now - began
  if (similar === null || similar.disks < far.disks || elapsed < far.times * similar.likely) return null
  if (movesLately(traffic, began, now) || countsOn(run, now)) return null
  return { rule: 'far-over-similar', elapsed, median: similar.likely, disks: similar.disks }
}

/** Every rule that holds now. Pure; see the decision record on "possibly stuck". */
export function detectStall(input: StuckInput): readonly StallSign[] {
  return [noTraffic(input), retries(input), agentSilent(input), farOver(input)].filter((sign) => sign !== null)
}
