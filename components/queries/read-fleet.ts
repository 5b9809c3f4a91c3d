import * as z from 'zod/mini'
import { ApiProblemError, localProblem, type ApiProblem } from '@/components/providers/api-problem'
import type { FetchApi } from '@/components/providers/fetch-api'
import { fleetEventSchema, type FleetEvent } from '@/lib/contract/fleet'
import { BrokenStream, linesOf } from './lines'

/** The server says something at least every ten seconds. */
const silenceMs = 60_000
/** People see at most two changes a second. */
const betweenBatchesMs = 500

// Generated code would be faster, but the content policy forbids it, and every try would be reported.
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

/** Holds events back so that they come in batches; the first rows pass at once. */
class Batches {
  #waiting: FleetEvent[] = []
  #sentAt = Number.NEGATIVE_INFINITY
  #hadRows = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly onBatch: (events: readonly FleetEvent[]) => void) {}

  add(event: FleetEvent): void {
    this.#waiting.push(event)
    const first = event.type === 'rows' && !this.#hadRows
    this.#hadRows ||= event.type === 'rows'
    const wait = this.#sentAt + betweenBatchesMs - performance.now()
    if (first || wait <= 0) this.flush()
    else this.#timer ??= setTimeout(() => this.flush(), wait)
  }

  flush(): void {
    this.stop()
    if (this.#waiting.length === 0) return
    this.#sentAt = performance.now()
    const events = this.#waiting
    this.#waiting = []
    this.onBatch(events)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}

/** What an error of the stream itself means to a person. */
function problemOfStream(error: unknown): ApiProblem {
  if (error instanceof ApiProblemError) return error.problem
  // A reading that stops half-way looks the same whether the server or the network went away.
  return localProblem(error instanceof BrokenStream || error instanceof TypeError ? 'offline' : 'internal')
}

/**
 * Reads the fleet once, from start to end.
 * @param onBatch gets the events in order, at most twice a second
 * @returns null where the stream came to its end, otherwise the problem; everything read before it has been handed on
 */
export async function readFleet(
  fetchApi: FetchApi,
  signal: AbortSignal,
  onBatch: (events: readonly FleetEvent[]) => void,
): Promise<ApiProblem | null> {
  const answer = await fetchApi('/api/v1/fleet', { signal, headers: { accept: 'application/x-ndjson' } })
  if (!answer.ok) return answer.failure
  if (answer.value.body === null) return localProblem('internal')
  const batches = new Batches(onBatch)
  let closing: FleetEvent | null = null
  try {
    for await (const line of linesOf(answer.value.body, silenceMs)) {
      if (signal.aborted) return localProblem('cancelled')
      closing = parseLine(line)
      batches.add(closing)
    }
    batches.flush()
  } catch (error) {
    if (signal.aborted) return localProblem('cancelled')
    batches.flush()
    return problemOfStream(error)
  } finally {
    batches.stop()
  }
  if (closing?.type === 'failure') return closing.error
  return closing?.type === 'end' ? null : localProblem('offline')
}
