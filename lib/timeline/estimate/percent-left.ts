import { minute } from '../instants'
import { forecast, windowWidth } from './forecast'
import type { Range } from './types'
import type { DonePoint } from './volumes'

/** Readings that are far enough apart to measure a speed: the first reading of each new percentage. */
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

/** Two readings give a speed but not its variation: the range spans half and twice that speed. */
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
 * Time left from percentages, counted from `now`. The true progress at the first reading may be anywhere within its
 * percentage, so two steps after it are needed. Null when fewer were read.
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
    // The next step is overdue when the time has elapsed: at least a minute is left until it is reached.
    range: {
      low: later(range.low),
      likely: Math.max(minute, later(range.likely)),
      high: Math.max(2 * minute, later(range.high)),
    },
    samples: steps.length,
    span: last.at - first.at,
  }
}
