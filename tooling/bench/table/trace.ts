import type { Browser } from '@playwright/test'

/** A click or key of a user, as the browser's own trace shows it. */
export interface Interaction {
  /** Name of the last `performance.mark` before it, without the marks of results. */
  readonly mark: string
  /** Milliseconds until the next painted frame: the longest event of the interaction (Event Timing). */
  readonly ms: number
  /** Processor time of the main thread in that time; a wait for a processor is not in it. */
  readonly cpuMs: number
  /** The same until the mark of its result. */
  readonly resultCpuMs: number
}

/** https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU */
interface TraceEvent {
  readonly name: string
  readonly cat: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly ts: number
  readonly dur?: number
  /** Processor time of the thread, microseconds. */
  readonly tdur?: number
  readonly args: {
    readonly data?: {
      readonly interactionId?: number
      readonly duration?: number
      readonly decodedBodyLength?: number
    }
  }
}

/** The protocol's type of an event is an empty object. */
const isTraceEvent = (value: object): value is TraceEvent =>
  ['name', 'cat', 'ph', 'ts', 'args'].every((key) => key in value)

/** What the probe marks when a result is on the screen. */
const resultMark = 'result'

const categories = ['toplevel', 'devtools.timeline', 'blink.user_timing']

/** Tasks of one thread without those inside others. */
function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  let end = Number.NEGATIVE_INFINITY
  return events
    .filter(({ ph, dur, tdur }) => ph === 'X' && dur !== undefined && tdur !== undefined)
    .toSorted((left, right) => left.ts - right.ts || (right.dur ?? 0) - (left.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      const isOutermost = ts >= end
      if (isOutermost) end = ts + dur
      return isOutermost
    })
}

/** The share of the tasks' processor time that falls into a span, milliseconds. */
function cpuIn(tasks: readonly TraceEvent[], from: number, to: number): number {
  const sum = tasks.reduce((total, { ts, dur = 0, tdur = 0 }) => {
    const inside = Math.min(to, ts + dur) - Math.max(from, ts)
    return inside <= 0 ? total : total + (dur === 0 ? 0 : (tdur * inside) / dur)
  }, 0)
  return sum / 1000
}

/** Bytes; a smaller body costs less than a millisecond. */
const smallBody = 100_000

/**
 * Tasks in which the browser decodes a whole response for its developer tools, by which the benchmark drives it: 5 ms of
 * the page's main thread for each MB of the fleet. The task ends with the end of the response; scripts run in others.
 * Users have none, nor have bodies above 20 MB, which the tools do not keep (Chromium's `kDefaultResourceBufferSize`).
 */
function ofDeveloperTools(main: readonly TraceEvent[], tasks: readonly TraceEvent[]): readonly TraceEvent[] {
  const ends = main.filter(
    ({ name, args }) => name === 'ResourceFinish' && (args.data?.decodedBodyLength ?? 0) > smallBody,
  )
  return tasks.filter((task) => ends.some(({ ts }) => ts >= task.ts && ts <= task.ts + (task.dur ?? 0)))
}

/**
 * The interactions of the page that made the marks, without those that waited while the browser worked for its
 * developer tools.
 */
export function interactionsOf(events: readonly TraceEvent[]): readonly Interaction[] {
  const marks = events.filter(({ cat, ph }) => cat.includes('blink.user_timing') && (ph === 'R' || ph === 'I'))
  const [first] = marks
  if (first === undefined) return []
  const main = events.filter(({ pid, tid }) => pid === first.pid && tid === first.tid)
  const tasks = outermost(main)
  const foreign = ofDeveloperTools(main, tasks)
  const longest = new Map<number, { readonly ts: number; readonly ms: number }>()
  for (const { name, ph, ts, args } of main) {
    const { interactionId = 0, duration = 0 } = args.data ?? {}
    if (name !== 'EventTiming' || ph !== 'b' || interactionId === 0) continue
    if ((longest.get(interactionId)?.ms ?? -1) < duration) longest.set(interactionId, { ts, ms: duration })
  }
  return [...longest.values()].flatMap(({ ts, ms }): Interaction[] => {
    const mark = marks.findLast((each) => each.ts <= ts && each.name !== resultMark)?.name
    const result = marks.find((each) => each.ts > ts && each.name === resultMark)
    if (mark === undefined || result === undefined) return []
    if (foreign.some((task) => task.ts < ts + ms * 1000 && task.ts + (task.dur ?? 0) > ts)) return []
    return [{ mark, ms, cpuMs: cpuIn(tasks, ts, ts + ms * 1000), resultCpuMs: cpuIn(tasks, ts, result.ts) }]
  })
}

/** Runs with the browser's trace and returns the interactions in it. */
export async function traceOf(browser: Browser, run: () => Promise<void>): Promise<readonly Interaction[]> {
  const session = await browser.newBrowserCDPSession()
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) if (isTraceEvent(event)) events.push(event)
  })
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()))
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: categories, recordMode: 'recordAsMuchAsPossible' },
    transferMode: 'ReportEvents',
  })
  await run()
  await session.send('Tracing.end')
  await complete
  await session.detach()
  return interactionsOf(events)
}
