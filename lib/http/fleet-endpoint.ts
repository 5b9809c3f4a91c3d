import 'server-only'
import type { FleetEvent } from '@/lib/contract/fleet'
import { fail, ok } from '@/lib/shared/result'
import { loadFleet } from '@/lib/usecases/fleet/load-fleet'
import { apiError } from './api-error'
import { endpoint } from './endpoint'
import { log, placeOf } from './log'
import { ndjsonStream } from './ndjson'
import { parseFleetQuery } from './parameters'
import { ndjsonResponse } from './responses'

function withRequestId(event: FleetEvent, requestId: string): FleetEvent {
  return event.type === 'failure' ? { ...event, error: { ...event.error, requestId } } : event
}

async function* stamped(
  events: AsyncIterable<FleetEvent>,
  requestId: string,
): AsyncGenerator<FleetEvent, void, undefined> {
  for await (const event of events) yield withRequestId(event, requestId)
}

/** `GET /api/v1/fleet`: the caller's fleet as JSON lines. A load that cannot even begin is an ordinary error. */
export const fleetEndpoint = endpoint({
  name: 'fleet',
  parse: (_parameters, url) => parseFleetQuery(url),
  run: async ({ caller, signal, requestId, finish }, options) => {
    const leaving = new AbortController()
    const leave = (): void => leaving.abort()
    if (signal.aborted) leave()
    signal.addEventListener('abort', leave, { once: true })
    const events = stamped(loadFleet(caller, options, leaving.signal), requestId)
    const first = await events.next()
    if (first.done === true) return fail(apiError('cancelled'))
    if (first.value.type === 'failure') {
      await events.return()
      return fail(first.value.error)
    }
    const body = ndjsonStream<FleetEvent>(
      { first: first.value, rest: events },
      {
        onEnd: (lines) => {
          signal.removeEventListener('abort', leave)
          finish({ status: 200, lines, ...(leaving.signal.aborted && { code: 'cancelled' }) })
        },
        onError: (error) => {
          log('error', { event: 'failure', requestId, detail: placeOf(error) })
          return { type: 'failure', error: apiError('internal', { requestId }) }
        },
        onCancel: leave,
      },
    )
    return ok({ response: ndjsonResponse(body, requestId), streamed: true })
  },
})
