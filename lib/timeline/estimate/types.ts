/** Basis of an estimate. */
export const estimateBases = ['percent', 'metrics', 'similar', 'documented', 'none'] as const
export type EstimateBasis = (typeof estimateBases)[number]

/** Kinds of work whose duration can be estimated. */
export const workKinds = ['os-copy', 'online-os', 'data-volumes', 'decryption'] as const
export type WorkKind = (typeof workKinds)[number]

/** Why no time left is given. */
export const noEstimateReasons = [
  'not-working',
  'too-few-samples',
  'no-progress-seen',
  'longer-than-documented',
  'possibly-stuck',
  'not-documented',
] as const
export type NoEstimateReason = (typeof noEstimateReasons)[number]

/** A range of time, in milliseconds. `low` ≤ `likely` ≤ `high`. */
export interface Range {
  readonly low: number
  readonly likely: number
  readonly high: number
}

/** Time left of one kind of work, counted from now, with its basis. A number always has a basis. */
export type TimeLeft =
  | {
      readonly basis: 'percent' | 'metrics'
      readonly work: WorkKind
      readonly range: Range
      /** Number of readings, and the time from the first to the last in milliseconds. */
      readonly samples: number
      readonly span: number
    }
  | { readonly basis: 'similar'; readonly work: WorkKind; readonly range: Range; readonly disks: number }
  | { readonly basis: 'documented'; readonly work: WorkKind; readonly low: number; readonly high: number }
  | { readonly basis: 'none'; readonly work: WorkKind | null; readonly why: NoEstimateReason }
