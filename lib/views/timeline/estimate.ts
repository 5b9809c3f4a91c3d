import type { VmTimeline } from '@/lib/contract/timeline'

/** When the running work may end. Milliseconds since 1970; `likely` is null when only a range is known. */
export interface ExpectedEnd {
  readonly earliest: number
  readonly likely: number | null
  readonly latest: number
}

/** The end that follows from an estimate; null without an estimate. */
export function endOf({ now: nowIso, work }: Pick<VmTimeline, 'now' | 'work'>): ExpectedEnd | null {
  const now = Date.parse(nowIso)
  const { timeLeft } = work
  switch (timeLeft.basis) {
    case 'none':
      return null
    case 'documented':
      return { earliest: now + timeLeft.low, likely: null, latest: now + timeLeft.high }
    case 'percent':
    case 'metrics':
    case 'similar':
      return {
        earliest: now + timeLeft.range.low,
        likely: now + timeLeft.range.likely,
        latest: now + timeLeft.range.high,
      }
  }
}
