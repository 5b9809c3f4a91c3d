import { millisecondsOf } from '../instants'
import { medianOf } from './traffic'
import { estimateBases, type EstimateBasis, type Range, type TimeLeft, type WorkKind } from './types'

/** An estimate as it was shown, to be compared with the end of the run once that was observed. */
export interface EstimateRecord {
  readonly work: WorkKind
  readonly basis: EstimateBasis
  /** ISO time at which it was made. */
  readonly madeAt: string
  /** Time left in milliseconds, counted from `madeAt`. `likely` is null where only a range was given. */
  readonly low: number
  readonly likely: number | null
  readonly high: number
}

/** The record to keep of an estimate; null when it gave no number. */
export function estimateRecordOf(timeLeft: TimeLeft, madeAt: string): EstimateRecord | null {
  if (timeLeft.basis === 'none') return null
  const { work, basis } = timeLeft
  if (timeLeft.basis === 'documented') {
    return { work, basis, madeAt, low: timeLeft.low, likely: null, high: timeLeft.high }
  }
  const { low, likely, high }: Range = timeLeft.range
  return { work, basis, madeAt, low, likely, high }
}

/** The score of one estimate. */
export interface EstimateScore {
  readonly basis: EstimateBasis
  /** Distance of `likely` from the true time as a share of it; null when no single time was given. */
  readonly error: number | null
  readonly within: boolean
}

/**
 * Scores an estimate against the end of its work, which lies between two observations (ISO). `within` is true where the
 * estimated range and that interval overlap. Null when the estimate was not made before the end, or a time cannot be
 * parsed.
 */
export function scoreOf(
  record: EstimateRecord,
  ended: { readonly after: string; readonly by: string },
): EstimateScore | null {
  const [made, after, by] = [millisecondsOf(record.madeAt), millisecondsOf(ended.after), millisecondsOf(ended.by)]
  if (made === null || after === null || by === null || after > by) return null
  const truth = (after + by) / 2 - made
  if (truth <= 0) return null
  const { basis, low, likely, high } = record
  return {
    basis,
    error: likely === null ? null : Math.abs(likely - truth) / truth,
    within: made + low <= by && made + high >= after,
  }
}

/** Quality of the estimates of one basis. */
export interface EstimateQuality {
  readonly basis: EstimateBasis
  readonly count: number
  /** Half of them were off by less than this share of the time that was left; null without any single time. */
  readonly medianError: number | null
  /** Share of ranges that contained the true time. */
  readonly within: number
}

/** Fewer finished runs than this are too few to judge the estimates. */
export const fewestRuns = 5

/** Quality of the estimates over the runs of a fleet. */
export interface FleetQuality {
  /** Runs with an observed end during which an estimate was made. */
  readonly runs: number
  /** Number of runs needed before quality is shown. */
  readonly fewest: number
  /** Empty where there are too few runs. */
  readonly quality: readonly EstimateQuality[]
}

/** Quality over finished runs, each with its scores; empty below `fewestRuns` runs. */
export function fleetQualityOf(runs: readonly (readonly EstimateScore[])[]): FleetQuality {
  const scored = runs.filter((scores) => scores.length > 0)
  const quality = scored.length < fewestRuns ? [] : qualityOf(scored.flat())
  return { runs: scored.length, fewest: fewestRuns, quality }
}

/** Quality by basis, in the order of `estimateBases`; bases without a score are left out. */
export function qualityOf(scores: readonly EstimateScore[]): readonly EstimateQuality[] {
  return estimateBases.flatMap((basis) => {
    const own = scores.filter((score) => score.basis === basis)
    if (own.length === 0) return []
    const errors = own.flatMap(({ error }) => (error === null ? [] : [error]))
    return [
      {
        basis,
        count: own.length,
        medianError: errors.length === 0 ? null : medianOf(errors),
        within: own.filter(({ within }) => within).length / own.length,
      },
    ]
  })
}
