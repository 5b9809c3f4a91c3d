import 'server-only'
import { apiError, type ApiError } from '@/lib/contract/errors'
import type { FleetEvent } from '@/lib/contract/fleet'
import { fail, ok, type Result } from '@/lib/shared/result'
import { log, placeOf } from '@/lib/telemetry/log'
import { loadFleet, type FleetOptions } from '@/lib/usecases/fleet/load-fleet'
import { isShuttingDown, shutdownSignal } from '@/lib/usecases/shutdown'
import { noteFleetRead } from '@/lib/usecases/audit-log/record'
import { endpoint, type Context } from './endpoint'
import { jsonText } from './json-text'
import { endStreams, openResumableStream, resumableStream, shareStream } from './resumable-stream'
import { loadKey, loadName, loadWork } from './load-key'
import { ndjsonStream } from './ndjson'
import { parseFleetQuery, type FleetQuery } from './parameters'
import { emptyResponse, ndjsonResponse } from './responses'

function withRequestId(event: FleetEvent, requestId: string): FleetEvent {
  return event.type === 'failure' ? { ...event, error: { ...event.error, requestId } } : event
}

/** The lines of a load. An unexpected error becomes its last line. `leaving` is aborted when they end. */
async function* linesOf(
  first: FleetEvent,
  rest: AsyncIterable<FleetEvent>,
  requestId: string,
  leaving: AbortController,
): AsyncGenerator<string, void, undefined> {
  try {
    yield jsonText(first)
    for await (const event of rest) yield jsonText(withRequestId(event, requestId))
  } catch (error) {
    log('error', { event: 'failure', requestId, detail: placeOf(error) })
    yield jsonText({ type: 'failure', error: apiError('internal', { requestId }) } satisfies FleetEvent)
  } finally {
    leaving.abort()
  }
}

/** The first lines alone; the source is ended when the reader stops. */
async function* firstOf(lines: AsyncIterable<string>, limit: number): AsyncGenerator<string, void, undefined> {
  let count = 0
  for await (const line of lines) {
    yield line
    count += 1
    if (count === limit) return
  }
}

/**
 * `DELETE /api/v1/fleet?load=…`: ends one of the caller's loads at once, instead of some seconds after its last reader
 * left. The response is the same whether the load existed or not.
 */
export const fleetStopEndpoint = endpoint({
  name: 'fleet-stop',
  parse: (_parameters, url) => {
    const query = parseFleetQuery(url)
    return query.ok && query.value.load === null ? fail({ parameter: 'load' }) : query
  },
  run: ({ caller, requestId }, { load }) => {
    const name = loadName(caller, load?.id ?? '')
    endStreams((key) => key.startsWith(name))
    return Promise.resolve(ok({ response: emptyResponse(requestId), streamed: false }))
  },
})

type FleetLines = AsyncGenerator<string, void, undefined>

interface Requested {
  readonly key: string
  readonly load: FleetQuery['load']
  readonly options: FleetOptions
  /** What it shares with other loads of the user; null where it shares nothing. */
  readonly work: string | null
}

/** The lines of a running load: the one with that name, or another of the user that reads the same. */
function runningLines({ key, load, work }: Requested): FleetLines | undefined {
  const known = load === null ? undefined : resumableStream(key, load.after)
  if (load !== null && known !== undefined) return known.read(load.after)
  return work === null ? undefined : shareStream(key, work)?.read(0)
}

async function startLoad(
  { caller, requestId }: Context,
  { key, load, options, work }: Requested,
  leaving: AbortController,
): Promise<Result<FleetLines, ApiError>> {
  shutdownSignal().addEventListener('abort', () => leaving.abort(), { once: true, signal: leaving.signal })
  const events = loadFleet(caller, options, leaving.signal)
  const begun = await events.next()
  if (begun.done === true) return fail(apiError('cancelled'))
  if (begun.value.type === 'failure') {
    await events.return()
    leaving.abort()
    return fail(begun.value.error)
  }
  const made = linesOf(begun.value, events, requestId, leaving)
  return ok(load === null ? made : openResumableStream(key, made, () => leaving.abort(), work).read(0))
}

declare global {
  // Next.js bundles each route separately.
  var sealwatchStartingLoads: Map<string, Promise<unknown>> | undefined
}

/** The lines of a running load, or of a new one. Of loads that read the same, only one starts at a time. */
async function linesFor(
  context: Context,
  requested: Requested,
  leaving: AbortController,
): Promise<Result<FleetLines, ApiError>> {
  const starting = (globalThis.sealwatchStartingLoads ??= new Map<string, Promise<unknown>>())
  const { work, load } = requested
  for (;;) {
    const running = runningLines(requested)
    if (running !== undefined) return ok(running)
    const other = work === null ? undefined : starting.get(work)
    if (other === undefined) break
    await other.catch(() => undefined)
  }
  // The load would be cut off; a retry reaches another server.
  if (isShuttingDown()) return fail(apiError('stopping', { retryAfterSeconds: 1 }))
  const started = startLoad(context, requested, leaving)
  // A load without a name ends with its connection, so no other may depend on it.
  if (work === null || load === null) return started
  starting.set(work, started)
  return started.finally(() => starting.delete(work))
}

/**
 * `GET /api/v1/fleet`: the caller's fleet as JSON Lines. A load that cannot start is an ordinary error. With `?load=` a
 * load has a name, and outlives its connection for some seconds: the same name with `&after=` and the number of lines
 * received continues after them. An unknown name starts a new load, whose first line is its `start`. With `&limit=` as
 * well the response ends after so many lines, and the load waits for the next request. Without a name the load ends
 * with its connection. Two loads of a user run at once; others send their place in the queue. A load joins a running
 * load with a name that reads the same, unless it is to read every VM again.
 */
export const fleetEndpoint = endpoint({
  name: 'fleet',
  forApplications: true,
  parse: (_parameters, url) => parseFleetQuery(url),
  run: async (context, { load, ...options }) => {
    const { caller, signal, requestId, finish } = context
    const leaving = new AbortController()
    const key = loadKey(caller, load?.id ?? requestId, options.subscriptions)
    const leave = (): void => {
      leaving.abort()
      endStreams((each) => each === key)
    }
    if (load === null) signal.addEventListener('abort', leave, { once: true })
    if (load === null && signal.aborted) leave()
    const work = options.fresh ? null : loadWork(caller, options.subscriptions)
    const found = await linesFor(context, { key, load, options, work }, leaving)
    if (!found.ok) return found
    let lines = found.value
    if (load !== null && load.limit !== null) lines = firstOf(lines, load.limit)
    const first = await lines.next()
    if (first.done === true) return fail(apiError('cancelled'))
    noteFleetRead(caller)
    const body = ndjsonStream<string>(
      { first: first.value, rest: lines },
      {
        onEnd: (count) => {
          if (load === null) endStreams((each) => each === key)
          finish({ status: 200, lines: count, ...(signal.aborted && { code: 'cancelled' }) })
        },
        onError: () => jsonText({ type: 'failure', error: apiError('internal', { requestId }) } satisfies FleetEvent),
        // A load with a name waits for its reader to return.
        onCancel: () => {
          if (load === null) leave()
        },
        breakOff: shutdownSignal(),
      },
      (line) => line,
    )
    return ok({ response: ndjsonResponse(body, requestId), streamed: true })
  },
})
