import { isoOf, millisecondsOf, minute } from '../instants'
import type { Observation } from '../observation'
import type { Polling } from '../polling'
import { estimateRecordOf, scoreOf, type EstimateScore } from './quality'
import { workRunsOf, type WorkRun } from './run'
import type { TrafficPoint } from './traffic'
import { workViewOf } from './work-view'

export interface BacktestInput {
  readonly observations: readonly Observation[]
  readonly osTraffic: readonly TrafficPoint[]
  readonly dataTraffic: readonly TrafficPoint[]
  readonly polling: Polling
  /** Current time, ISO. */
  readonly now: string
}

/** Shares of a run at which its estimates are scored. */
const parts = [1 / 3, 1 / 2, 2 / 3]
/** Only the newest runs are scored. */
const mostRuns = 5
/**
 * Azure Monitor delivers a minute up to three minutes late; the backtest must not use minutes before they were
 * available.
 */
const lateness = 3 * minute

/** What was known at a given time: later observations are removed, and those that cover it end there. */
function knownAt(observations: readonly Observation[], at: number): readonly Observation[] {
  const iso = isoOf(at)
  return observations
    .filter(({ firstSeen }) => (millisecondsOf(firstSeen) ?? Number.POSITIVE_INFINITY) <= at)
    .map((each) => ((millisecondsOf(each.lastSeen) ?? 0) <= at ? each : { ...each, lastSeen: iso }))
}

function scoresOf(run: WorkRun, input: BacktestInput): readonly EstimateScore[] {
  const [first, last] = [run.spans[0], run.spans.at(-1)]
  const { notBefore, endedBy } = run
  if (first === undefined || last === undefined || notBefore === null || endedBy === null) return []
  const began = (notBefore + first.from) / 2
  const ended = { after: isoOf(last.to), by: isoOf(endedBy) }
  const visible = (points: readonly TrafficPoint[], at: number) =>
    points.filter((point) => point.at + minute + lateness <= at)
  return parts.flatMap((part) => {
    const at = Math.round(began + (last.to - began) * part)
    const madeAt = isoOf(at)
    const { timeLeft } = workViewOf({
      observations: knownAt(input.observations, at),
      osTraffic: visible(input.osTraffic, at),
      dataTraffic: visible(input.dataTraffic, at),
      past: [],
      polling: input.polling,
      now: madeAt,
    })
    const record = timeLeft.work === run.work ? estimateRecordOf(timeLeft, madeAt) : null
    const score = record === null ? null : scoreOf(record, ended)
    return score === null ? [] : [score]
  })
}

/** A past run, identified by its start as in `finishedWorkOf`, with the scores of its estimates. */
export interface ScoredRun {
  readonly began: number
  readonly scores: readonly EstimateScore[]
}

/** The newest runs of a VM with an observed end, each with the scores of the estimates made during the run. */
export function scoredRuns(input: BacktestInput): readonly ScoredRun[] {
  const now = millisecondsOf(input.now)
  if (now === null) return []
  return workRunsOf(input.observations, input.polling, now)
    .runs.filter(({ endedBy, notBefore }) => endedBy !== null && notBefore !== null)
    .slice(-mostRuns)
    .map((run) => ({
      began: ((run.notBefore ?? 0) + (run.spans[0]?.from ?? 0)) / 2,
      scores: scoresOf(run, input),
    }))
}

/**
 * Scores the estimates that would have been made during a VM's past runs against their real ends, using only what was
 * known at each time. Runs without an observed end are not scored.
 */
export function backtest(input: BacktestInput): readonly EstimateScore[] {
  return scoredRuns(input).flatMap(({ scores }) => scores)
}
