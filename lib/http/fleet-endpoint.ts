import 'server-only'
import type { FleetEvent } from '@/lib/contract/fleet'
import { fail, ok } from '@/lib/shared/result'
import { log, placeOf } from '@/lib/telemetry/log'
import { loadFleet } from '@/lib/usecases/fleet/load-fleet'
import { isShuttingDown, shutdownSignal } from '@/lib/usecases/shutdown'
import { noteFleetRead } from '@/lib/usecases/audit-log/record'
import { apiError } from './api-error'
import { endpoint } from './endpoint'
import { jsonText } from './json-text'
import { endStreams, openResumableStream, resumableStream } from './resumable-stream'
import { loadKey, loadName } from './load-key'
import { ndjsonStream } from './ndjson'
import { parseFleetQuery } from './parameters'
import { emptyResponse, ndjsonResponse } from './responses'

function withRequestId(event: FleetEvent, requestId: string): FleetEvent {
  return event.type === 'failure' ? { ...event, error: { ...event.error, requestId } } : event
}

/** The lines of a load. An unexpected error becomes its last line. */
async function* linesOf(
  first: FleetEvent,
  rest: AsyncIterable<FleetEvent>,
  requestId: string,
): AsyncGenerator<string, void, undefined> {
  try {
    yield jsonText(first)
    for await (const event of rest) yield jsonText(withRequestId(event, requestId))
  } catch (error) {
    log('error', { event: 'failure', requestId, detail: placeOf(error) })
    yield jsonText({ type: 'failure', error: apiError('internal', { requestId }) } satisfies FleetEvent)
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

/**
 * `GET /api/v1/fleet`: the caller's fleet as JSON Lines. A load that cannot start is an ordinary error. With `?load=` a
 * load has a name, and outlives its connection for some seconds: the same name with `&after=` and the number of lines
 * received continues after them. An unknown name starts a new load, whose first line is its `start`. With `&limit=` as
 * well the response ends after so many lines, and the load waits for the next request. Without a name the load ends
 * with its connection.
 */
export const fleetEndpoint = endpoint({
  name: 'fleet',
  parse: (_parameters, url) => parseFleetQuery(url),
  run: async ({ caller, signal, requestId, finish }, { load, ...options }) => {
    const key = loadKey(caller, load?.id ?? '', options.subscriptions)
    const leaving = new AbortController()
    const leave = (): void => leaving.abort()
    let lines = load === null ? undefined : resumableStream(key, load.after)?.read(load.after)
    if (lines === undefined) {
      // The load would be cut off; a retry reaches another server.
      if (isShuttingDown()) return fail(apiError('stopping', { retryAfterSeconds: 1 }))
      if (load === null) signal.addEventListener('abort', leave, { once: true })
      shutdownSignal().addEventListener('abort', leave, { once: true })
      if (load === null && signal.aborted) leave()
      const events = loadFleet(caller, options, leaving.signal)
      const begun = await events.next()
      if (begun.done === true) return fail(apiError('cancelled'))
      if (begun.value.type === 'failure') {
        await events.return()
        return fail(begun.value.error)
      }
      const made = linesOf(begun.value, events, requestId)
      lines = load === null ? made : openResumableStream(key, made, leave).read(0)
    }
    if (load !== null && load.limit !== null) lines = firstOf(lines, load.limit)
    const first = await lines.next()
    if (first.done === true) return fail(apiError('cancelled'))
    noteFleetRead(caller)
    const body = ndjsonStream<string>(
      { first: first.value, rest: lines },
      {
        onEnd: (count) => finish({ status: 200, lines: count, ...(signal.aborted && { code: 'cancelled' }) }),
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
