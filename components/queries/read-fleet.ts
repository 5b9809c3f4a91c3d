import * as z from 'zod/mini'
import { ApiProblemError, localProblem, type ApiProblem } from '@/components/providers/api-problem'
import type { FetchApi } from '@/components/providers/fetch-api'
import { forgetRunningLoad, runningLoad } from '@/components/providers/tab-memory'
import { fleetEventSchema, type FleetEvent } from '@/lib/contract/fleet'
import { BrokenStream, linesOf } from './lines'
import { Slices } from './slices'

/** The server sends a line at least every ten seconds. */
const silenceMs = 60_000
/** The screen shows at most two updates a second. */
const betweenBatchesMs = 500

// Generated code would be faster, but the content security policy forbids it, and every attempt would be reported.
z.config({ jitless: true })

function parseLine(line: string): FleetEvent {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new ApiProblemError(localProblem('internal'))
  }
  const parsed = fleetEventSchema.safeParse(value)
  if (!parsed.success) throw new ApiProblemError(localProblem('internal'))
  return parsed.data
}

/** Gets events in order; `isDue` when the screen shall show them, at most twice a second. */
export type OnEvents = (events: readonly FleetEvent[], isDue: boolean) => void

/**
 * Most rows that wait to be merged: several thousand at once keep the page busy for more than a frame. Each merge copies
 * the list, so the longer it is, the more rows wait.
 */
const leastPart = 500
const partOf = (rowsRead: number): number => Math.max(leastPart, rowsRead / 8)

/** Collects events into batches and passes them in parts; the first rows pass at once. */
class Batches {
  #waiting: FleetEvent[] = []
  #rowsWaiting = 0
  #rowsRead = 0
  #sentAt = Number.NEGATIVE_INFINITY
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly onEvents: OnEvents) {}

  add(event: FleetEvent): void {
    this.#waiting.push(event)
    const rows = event.type === 'rows' ? event.rows.length : 0
    const first = event.type === 'rows' && this.#rowsRead === 0
    this.#rowsWaiting += rows
    this.#rowsRead += rows
    const wait = this.#sentAt + betweenBatchesMs - performance.now()
    if (first || wait <= 0) this.flush()
    else {
      this.#timer ??= setTimeout(() => this.flush(), wait)
      if (this.#rowsWaiting >= partOf(this.#rowsRead)) this.#pass(false)
    }
  }

  flush(): void {
    if (this.#timer === undefined && this.#waiting.length === 0) return
    this.stop()
    this.#sentAt = performance.now()
    this.#pass(true)
  }

  #pass(isDue: boolean): void {
    const events = this.#waiting
    this.#waiting = []
    this.#rowsWaiting = 0
    this.onEvents(events, isDue)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}

/** Maps an error of the stream to a problem for the user. */
function problemOfStream(error: unknown): ApiProblem {
  if (error instanceof ApiProblemError) return error.problem
  // A broken stream is the same error, whether the server or the network failed.
  return localProblem(error instanceof BrokenStream || error instanceof TypeError ? 'offline' : 'internal')
}

/** Milliseconds before each attempt to resume after a dropped connection. Any received line resets them. */
const pausesMs = [500, 1000, 2000]

interface FleetStreamState {
  readonly fetchApi: FetchApi
  readonly signal: AbortSignal
  readonly load: string
  readonly batches: Batches
  /** Number of lines of the load that have been delivered. */
  seen: number
  closing: FleetEvent | null
}

/** Continues after the lines already received. Null when the stream has ended. */
async function readOn(reading: FleetStreamState): Promise<ApiProblem | null> {
  const { fetchApi, signal, load, batches } = reading
  const query = new URLSearchParams({ load, after: String(reading.seen) }).toString()
  const answer = await fetchApi(`/api/v1/fleet?${query}`, { signal, headers: { accept: 'application/x-ndjson' } })
  if (!answer.ok) return answer.failure
  if (answer.value.body === null) return localProblem('internal')
  const slices = new Slices()
  try {
    for await (const line of linesOf(answer.value.body, silenceMs)) {
      await slices.next()
      if (signal.aborted) return localProblem('cancelled')
      const event = parseLine(line)
      // The server no longer had the load and started another.
      reading.seen = event.type === 'start' ? 1 : reading.seen + 1
      reading.closing = event
      batches.add(event)
    }
  } catch (error) {
    return signal.aborted ? localProblem('cancelled') : problemOfStream(error)
  }
  if (reading.closing?.type === 'failure') return reading.closing.error
  return reading.closing?.type === 'end' ? null : localProblem('offline')
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/**
 * Reads the fleet once, from start to end. After a dropped connection it resumes where it stopped: no line is lost or
 * read twice. A page that was reloaded during its load continues that load.
 * @param onEvents gets the events in parts that are merged within a frame; what is due, it gets at most twice a second
 * @returns null when the stream has ended, otherwise the problem; everything read before it has been delivered
 */
export async function readFleet(
  fetchApi: FetchApi,
  signal: AbortSignal,
  onEvents: OnEvents,
  pauses: readonly number[] = pausesMs,
): Promise<ApiProblem | null> {
  const batches = new Batches(onEvents)
  const reading: FleetStreamState = { fetchApi, signal, load: runningLoad(), batches, seen: 0, closing: null }
  try {
    for (let tries = 0; ; tries += 1) {
      const before = reading.seen
      const problem = await readOn(reading)
      if (reading.seen !== before) tries = 0
      const isPassing = problem?.code === 'offline' || problem?.code === 'stopping'
      const wait = isPassing && reading.seen > 0 ? pauses[tries] : undefined
      if (wait === undefined || signal.aborted) {
        if (!signal.aborted) {
          forgetRunningLoad()
          batches.flush()
        }
        return signal.aborted ? localProblem('cancelled') : problem
      }
      await pause(wait, signal)
    }
  } finally {
    batches.stop()
  }
}
