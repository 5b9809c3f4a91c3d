import { minute } from '../instants'
import { medianOf } from './traffic'
import type { Range } from './types'

/** Width of the windows in which work is counted, in milliseconds: short pauses and lone readings even out in it. */
export const windowWidth = 10 * minute

/** What an hour's speed usually differs from the next one's, before this run has shown its own. */
const usualVariation = 0.25
/** Hours of one's own readings that weigh as much as what is usual. */
const usualWeight = 4
/** Interruptions that are usual: 20 minutes in five hours. */
const usualPause = { minutes: 20, in: 300 }
/** How long the speed of the last windows is a better guess than the mean, in milliseconds. */
const nearTime = 30 * minute
/** Standard deviations that a range spans on each side. */
const spread = 1.5

interface Pace {
  /** Work in a window: of those in which it went on, of the last of them, and how they differ. */
  readonly mean: number
  readonly recent: number
  readonly variation: number
  /** Share of the time in which it did not go on. */
  readonly paused: number
  readonly pausing: boolean
  readonly hours: number
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function paceOf(windows: readonly number[]): Pace | null {
  const still = medianOf(windows.filter((work) => work > 0)) / 4
  const active = windows.filter((work) => work > still)
  if (active.length < 2) return null
  const mean = meanOf(active)
  const hours = (active.length * windowWidth) / (60 * minute)
  const seen = meanOf(active.map((work) => (work / mean - 1) ** 2))
  const minutes = (windows.length * windowWidth) / minute
  const away = ((windows.length - active.length) * windowWidth) / minute
  return {
    mean,
    recent: meanOf(active.slice(-3)),
    variation: Math.sqrt((usualVariation ** 2 * usualWeight + seen * hours) / (usualWeight + hours)),
    paused: Math.min(0.5, (away + usualPause.minutes) / (minutes + usualPause.in)),
    pausing: (windows.at(-1) ?? 0) <= still,
    hours,
  }
}

/**
 * Time that the remaining work takes, in milliseconds, from the work done in each past window (`windowWidth` each, in
 * order, in any unit). First at the speed of the last windows, then at the mean; interruptions go on as they were. The
 * range comes from how much the windows differ: it narrows with the hours seen and widens with those to come. Null
 * where fewer than two windows show any work.
 */
export function forecast(windows: readonly number[], remaining: number): Range | null {
  const pace = paceOf(windows)
  if (pace === null) return null
  const nearWork = (pace.recent * nearTime) / windowWidth
  const working =
    remaining <= nearWork
      ? (remaining / pace.recent) * windowWidth
      : nearTime + ((remaining - nearWork) / pace.mean) * windowWidth
  const likely = working / (1 - pace.paused) + (pace.pausing ? 8 * minute : 0)
  const hoursLeft = Math.max(1, working / (60 * minute))
  const deviation = spread * pace.variation * Math.sqrt(1 / hoursLeft + 1 / Math.max(1, pace.hours))
  const pauseRoom = Math.min(25 * minute, likely * 0.25) + (pace.pausing ? 12 * minute : 0)
  return {
    low: working / (1 + deviation),
    likely,
    high: likely * (1 + deviation) + pauseRoom,
  }
}
