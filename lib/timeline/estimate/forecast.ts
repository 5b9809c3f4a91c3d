import { minute } from '../instants'
import { medianOf } from './traffic'
import type { Range } from './types'

/**
 * Width of the windows in which work is counted, in milliseconds: wide enough to average out short pauses and single
 * readings.
 */
export const windowWidth = 10 * minute

/** Usual variation of speed from one hour to the next, used until this run has measured its own. */
const usualVariation = 0.25
/** Hours of this run's readings that weigh as much as the usual values. */
const usualWeight = 4
/** Usual interruptions: 20 minutes in five hours. */
const usualPause = { minutes: 20, in: 300 }
/** For how long the speed of the last windows predicts better than the mean, in milliseconds. */
const nearTime = 30 * minute
/** Standard deviations that a range spans on each side. */
const spread = 1.5

interface Pace {
  /** Work per window: the mean of the windows with work, that of the last ones, and their variation. */
  readonly mean: number
  readonly recent: number
  readonly variation: number
  /** Share of the time without any work. */
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
 * Time for the remaining work, in milliseconds, from the work done in each past window (`windowWidth` each, in order,
 * in any unit): first at the speed of the last windows, then at the mean, with interruptions at the same rate as
 * before. The range follows from the variation between windows: it narrows with the hours observed and widens with the
 * hours left. Null when fewer than two windows show work.
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
