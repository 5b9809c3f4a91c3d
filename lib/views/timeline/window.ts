import type { Start, VmTimeline } from '@/lib/contract/timeline'
import { endOf } from './estimate'

/** A time span on the screen. Milliseconds since 1970. */
export interface TimeWindow {
  readonly from: number
  readonly to: number
}

const minute = 60_000
const hour = 60 * minute
/** Below this width, segments cannot be distinguished. */
const narrowest = 2 * minute

function padded({ from, to }: TimeWindow, left: number, right: number): TimeWindow {
  const length = Math.max(to - from, 10 * minute)
  return { from: from - length * left, to: to + length * right }
}

/** Everything that is known, and the expected end. Never empty. */
export function wholeOf(timeline: VmTimeline): TimeWindow {
  const now = Date.parse(timeline.now)
  const begun = [...timeline.machines, ...timeline.activity].map(({ from }) => Date.parse(from)).filter(Number.isFinite)
  const from = Math.min(now - hour, ...begun)
  return padded({ from, to: Math.max(now, endOf(timeline)?.latest ?? now) }, 0.02, 0.04)
}

/** A run that has only just begun is too short to be shown alone. */
const narrowestRun = hour

/** The earliest possible start of the current run: a request made before the first observation belongs to it. */
function runBegan({ requested }: VmTimeline, start: Start): number {
  const seen = Date.parse(start.kind === 'between' ? start.after : start.at)
  const asked = Date.parse(requested?.at ?? '')
  return Number.isFinite(asked) ? Math.min(seen, asked) : seen
}

/** The initial window: the running work since it was requested, with a little before it; otherwise everything. */
export function firstWindow(timeline: VmTimeline): TimeWindow {
  const whole = wholeOf(timeline)
  const run = timeline.work.run
  if (run === null) return whole
  const now = Date.parse(timeline.now)
  const end = Math.max(endOf(timeline)?.latest ?? now, now)
  const from = Math.min(runBegan(timeline, run.start), end - narrowestRun)
  return within(padded({ from, to: end }, 0.12, 0.06), whole)
}

/** Moves and shortens a window so that it stays inside another. */
export function within({ from, to }: TimeWindow, whole: TimeWindow): TimeWindow {
  const length = Math.min(to - from, whole.to - whole.from)
  const start = Math.min(Math.max(from, whole.from), whole.to - length)
  return { from: start, to: start + length }
}

/** Shows more (`factor` above 1) or less of the time around a point, which keeps its position. */
export function zoomed(window: TimeWindow, factor: number, around: number, whole: TimeWindow): TimeWindow {
  const length = Math.max((window.to - window.from) * factor, narrowest)
  const share = (around - window.from) / (window.to - window.from)
  const kept = share >= 0 && share <= 1 ? share : 0.5
  const from = around - kept * length
  return within({ from, to: from + length }, whole)
}

/** Moves a window by a share of its length; negative is earlier. */
export function moved({ from, to }: TimeWindow, share: number, whole: TimeWindow): TimeWindow {
  const by = (to - from) * share
  return within({ from: from + by, to: to + by }, whole)
}

/** The same window, or moved just far enough that a span begins inside it. */
export function showing(window: TimeWindow, at: TimeWindow, whole: TimeWindow): TimeWindow {
  if (at.from < window.to && at.to > window.from) return window
  const length = window.to - window.from
  const from = (at.from + Math.min(at.to, at.from + length)) / 2 - length / 2
  return within({ from, to: from + length }, whole)
}

const day = 24 * hour
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720].map((minutes) => minutes * minute)
const daySteps = [1, 2, 7, 14, 28, 56, 91, 182].map((days) => days * day)

/** Marks of the axis. `days` is true when the marks are whole days apart. */
export interface Ticks {
  readonly at: readonly number[]
  readonly days: boolean
}

/**
 * Round times in a window, at most `most` of them.
 * @param offsetOf Milliseconds by which the user's clock is ahead of UTC at a given time
 */
export function ticksOf(window: TimeWindow, most: number, offsetOf: (at: number) => number): Ticks {
  const fits = (step: number) => (window.to - window.from) / step <= Math.max(1, most)
  const step = [...steps, ...daySteps].find(fits) ?? Math.ceil((window.to - window.from) / most / day) * day
  const at: number[] = []
  const local = window.from + offsetOf(window.from)
  for (let mark = Math.ceil(local / step) * step; ; mark += step) {
    // The UTC offset may change within the window: each mark uses the offset of its own time.
    const moment = mark - offsetOf(mark - offsetOf(window.from))
    if (moment > window.to) return { at, days: step >= day }
    if (moment >= window.from) at.push(moment)
  }
}
