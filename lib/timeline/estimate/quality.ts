import { millisecondsOf } from '../instants'
import { medianOf } from './traffic'
import { estimateBases, type EstimateBasis, type Range, type TimeLeft, type WorkKind } from './types'

/** An estimate as it was shown, to be held against the end once that is seen. */
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

/** What to keep of an estimate; null where it gave no number. */
export function estimateRecordOf(timeLeft: TimeLeft, madeAt: string): EstimateRecord | null {
  if (timeLeft.basis === 'none') return null
  const { work, basis } = timeLeft
  if (timeLeft.basis === 'documented') {
    return { work, basis, madeAt, low: timeLeft.low, likely: null, high: timeLeft.high }
  }
  const { low, likely, high }: Range = timeLeft.range
  return { work, basis, madeAt, low, likely, high }
}

/** How one estimate came out. */
export interface EstimateScore {
  readonly basis: EstimateBasis
  /** Distance of `likely` from the truth as a share of it; null where no single time was given. */
  readonly error: number | null
  readonly within: boolean
}

/**
 * Holds an estimate against the end of its work, which is known to lie between two looks (ISO). It was within where the
 * range and that interval meet. Null where the estimate was not made before the end, or a time cannot be read.
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

/** How good the estimates of one basis were. */
export interface EstimateQuality {
  readonly basis: EstimateBasis
  readonly count: number
  /** Half of them were off by less than this share of the time that was left; null without any single time. */
  readonly medianError: number | null
  /** Share of ranges that held the truth. */
  readonly within: number
}

/** Fewer finished runs than this say nothing of how good estimates are. */
export const fewestRuns = 5

/** How estimates came out over the runs of a fleet. */
export interface FleetQuality {
  /** Runs whose end was seen and in whose course something was estimated. */
  readonly runs: number
  /** How many it takes before quality is told. */
  readonly fewest: number
  /** Empty where there are too few. */
  readonly quality: readonly EstimateQuality[]
}

/** Quality over finished runs, each with its scores; none is told of fewer runs than `fewestRuns`. */
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
