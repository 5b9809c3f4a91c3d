import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Alive } from '@/lib/contract/health'
import { readiness } from '@/lib/usecases/readiness'
import { jsonResponse } from './responses'

/** `GET /healthz`: the process runs and answers. Asks nothing of anybody, so that an outage elsewhere restarts nothing. */
export function healthz(): Response {
  return jsonResponse({ alive: true } satisfies Alive, randomUUID())
}

/**
 * `GET /readyz`: whether requests should come here, with a code for everything that does not work. Probes sign in
 * nowhere and are not logged: there would be nothing else in the log.
 */
export async function readyz(): Promise<Response> {
  const ready = await readiness()
  const response = jsonResponse(ready, randomUUID())
  return ready.ready ? response : new Response(response.body, { status: 503, headers: response.headers })
}
