import { minute } from '../instants'
import { forecast, windowWidth } from './forecast'
import type { Range } from './types'
import type { DonePoint } from './volumes'

/** Readings that are far enough apart to tell a speed: every change of the number, at its first sight. */
function stepsOf(points: readonly DonePoint[]): readonly DonePoint[] {
  return points.filter(({ done }, index) => index === 0 || done > (points[index - 1]?.done ?? done))
}

function doneAt(steps: readonly DonePoint[], at: number): number {
  const next = steps.findIndex((step) => step.at > at)
  if (next === -1) return steps.at(-1)?.done ?? 0
  const [before, after] = [steps[next - 1], steps[next]]
  if (before === undefined || after === undefined) return after?.done ?? 0
  return before.done + ((at - before.at) / (after.at - before.at)) * (after.done - before.done)
}

/** Two readings give a speed, but not how it varies: half as fast and twice as fast both fit. */
function fromEnds(first: DonePoint, last: DonePoint): Range {
  const likely = ((1 - last.done) * (last.at - first.at)) / (last.done - first.done)
  return { low: likely / 2, likely, high: likely * 2 }
}

export interface PercentLeft {
  readonly range: Range
  readonly samples: number
  readonly span: number
}

/**
 * Time left from percentages that were read, counted from `now`. The first reading may stand anywhere within its number,
 * so it takes two steps after it. Null where fewer were seen.
 */
export function percentTimeLeft(points: readonly DonePoint[], now: number): PercentLeft | null {
  const steps = stepsOf(points)
  const [first, last] = [steps[1], steps.at(-1)]
  if (first === undefined || last === undefined || steps.length < 3 || last.at <= first.at) return null
  const windows: number[] = []
  for (let end = last.at; end - windowWidth >= first.at; end -= windowWidth) {
    windows.unshift(doneAt(steps, end) - doneAt(steps, end - windowWidth))
  }
  const range = forecast(windows, 1 - last.done) ?? fromEnds(first, last)
  const since = now - last.at
  const later = (time: number): number => Math.max(0, time - since)
  return {
    // The next step is overdue where the time has run out: at least a minute is left as long as it is not there.
    range: {
      low: later(range.low),
      likely: Math.max(minute, later(range.likely)),
      high: Math.max(2 * minute, later(range.high)),
    },
    samples: steps.length,
    span: last.at - first.at,
  }
}
