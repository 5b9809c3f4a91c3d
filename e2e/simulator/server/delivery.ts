import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { SimResponse } from '../model/http'

/** How an answer leaves: whole, not at all, stuck halfway, or cut. */
export type Delivery =
  | { readonly kind: 'whole' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'truncate' }
  | { readonly kind: 'stall'; readonly milliseconds: number | null }

export interface Reply {
  readonly response: SimResponse
  readonly delivery: Delivery
  /** Milliseconds before anything is sent. */
  readonly delayMs: number
}

export function whole(response: SimResponse): Reply {
  return { response, delivery: { kind: 'whole' }, delayMs: 0 }
}

interface Rendered {
  readonly bytes: Buffer
  readonly contentType: string
}

function render({ json, text }: SimResponse): Rendered | null {
  if (json !== undefined)
    return { bytes: Buffer.from(JSON.stringify(json)), contentType: 'application/json; charset=utf-8' }
  if (text === undefined) return null
  return { bytes: Buffer.isBuffer(text) ? text : Buffer.from(text), contentType: 'application/json; charset=utf-8' }
}

/** Sends half of the body under the length of all of it; the rest after the time, or never. */
async function stall(
  out: ServerResponse,
  bytes: Buffer,
  milliseconds: number | null,
  gone: AbortSignal,
): Promise<void> {
  const half = Math.floor(bytes.length / 2)
  out.flushHeaders()
  out.write(bytes.subarray(0, half))
  if (milliseconds === null) return
  await wait(milliseconds, undefined, { signal: gone }).catch(() => undefined)
  if (!gone.aborted) out.end(bytes.subarray(half))
}

/** Sends an answer. `gone` is aborted when the client has left. */
export async function deliver(out: ServerResponse, reply: Reply, gone: AbortSignal): Promise<void> {
  if (reply.delayMs > 0) await wait(reply.delayMs, undefined, { signal: gone }).catch(() => undefined)
  if (gone.aborted) return
  if (reply.delivery.kind === 'drop') {
    out.socket?.resetAndDestroy()
    return
  }
  const body = render(reply.response)
  const whole = body?.bytes ?? Buffer.alloc(0)
  const bytes = reply.delivery.kind === 'truncate' ? whole.subarray(0, Math.floor(whole.length / 2)) : whole
  const headers: Record<string, string> = body === null ? {} : { 'content-type': body.contentType }
  out.writeHead(reply.response.status, {
    ...headers,
    ...reply.response.headers,
    'content-length': String(bytes.length),
  })
  if (reply.delivery.kind === 'stall') return stall(out, bytes, reply.delivery.milliseconds, gone)
  out.end(bytes)
}
