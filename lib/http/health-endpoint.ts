import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Alive } from '@/lib/contract/health'
import { readiness } from '@/lib/usecases/readiness'
import { jsonResponse } from './responses'

/**
 * `GET /healthz`: the process runs and answers. It depends on no other service, so that an outage elsewhere causes no
 * restart.
 */
export function healthz(): Response {
  return jsonResponse({ alive: true } satisfies Alive, randomUUID())
}

/**
 * `GET /readyz`: whether this server should receive requests, with a code for everything that does not work. Probes are
 * not authenticated and not logged: their lines would fill the log.
 */
export async function readyz(): Promise<Response> {
  const ready = await readiness()
  const response = jsonResponse(ready, randomUUID())
  return ready.ready ? response : new Response(response.body, { status: 503, headers: response.headers })
}
