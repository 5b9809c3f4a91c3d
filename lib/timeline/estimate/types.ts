/** What an estimate rests on. */
export const estimateBases = ['percent', 'metrics', 'similar', 'documented', 'none'] as const
export type EstimateBasis = (typeof estimateBases)[number]

/** Work of which a duration can be told. */
export const workKinds = ['os-copy', 'online-os', 'data-volumes', 'decryption'] as const
export type WorkKind = (typeof workKinds)[number]

/** Why nothing is said of the time left. */
export const noEstimateReasons = [
  'not-working',
  'too-few-samples',
  'no-progress-seen',
  'longer-than-documented',
  'not-documented',
] as const
export type NoEstimateReason = (typeof noEstimateReasons)[number]

/** A range of time, in milliseconds. `low` ≤ `likely` ≤ `high`. */
export interface Range {
  readonly low: number
  readonly likely: number
  readonly high: number
}

/** Time left of one kind of work, counted from now, with what it rests on. Never a number without a basis. */
export type TimeLeft =
  | {
      readonly basis: 'percent' | 'metrics'
      readonly work: WorkKind
      readonly range: Range
      /** Readings it rests on, and the time from the first to the last in milliseconds. */
      readonly samples: number
      readonly span: number
    }
  | { readonly basis: 'similar'; readonly work: WorkKind; readonly range: Range; readonly disks: number }
  | { readonly basis: 'documented'; readonly work: WorkKind; readonly low: number; readonly high: number }
  | { readonly basis: 'none'; readonly work: WorkKind | null; readonly why: NoEstimateReason }
