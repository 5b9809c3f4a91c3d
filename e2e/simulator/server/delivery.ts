import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { bytesOf, type SimResponse } from '../model/http'

/** The delivery of an answer: whole, reset, stalled halfway, or truncated. */
export type Delivery =
  | { readonly kind: 'whole' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'truncate' }
  | { readonly kind: 'stall'; readonly milliseconds: number | null }

export interface Reply {
  readonly response: SimResponse
  readonly delivery: Delivery
  /** Milliseconds before the first byte. */
  readonly delayMs: number
}

export function whole(response: SimResponse): Reply {
  return { response, delivery: { kind: 'whole' }, delayMs: 0 }
}

interface Rendered {
  readonly bytes: Buffer
  readonly contentType: string
}

const contentType = 'application/json; charset=utf-8'

function render({ json, text }: SimResponse): Rendered | null {
  if (json !== undefined) return { bytes: bytesOf(json), contentType }
  if (text === undefined) return null
  return { bytes: Buffer.isBuffer(text) ? text : Buffer.from(text), contentType }
}

/** The client of an answer: aborted when it disconnects, and its port. */
export interface Client {
  readonly gone: AbortSignal
  readonly remotePort: number
}

/** Waits before more is sent, Infinity forever; ends when the client disconnects. */
export type Hold = (milliseconds: number, client: Client) => Promise<void>

export const holdInRealTime: Hold = async (milliseconds, { gone }) => {
  if (gone.aborted) return
  if (Number.isFinite(milliseconds)) await wait(milliseconds, undefined, { signal: gone }).catch(() => undefined)
  else await once(gone, 'abort')
}

interface Sending {
  readonly client: Client
  readonly hold: Hold
}

/** Sends half of the body with the length of all of it; the rest after the time, or never. */
async function stall(
  out: ServerResponse,
  bytes: Buffer,
  milliseconds: number | null,
  { client, hold }: Sending,
): Promise<void> {
  const half = Math.floor(bytes.length / 2)
  out.flushHeaders()
  out.write(bytes.subarray(0, half))
  await hold(milliseconds ?? Number.POSITIVE_INFINITY, client)
  if (!client.gone.aborted) out.end(bytes.subarray(half))
}

/** Sends an answer, delayed with `hold`. */
export async function deliver(out: ServerResponse, reply: Reply, sending: Sending): Promise<void> {
  const { client, hold } = sending
  if (reply.delayMs > 0) await hold(reply.delayMs, client)
  if (client.gone.aborted) return
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
  if (reply.delivery.kind === 'stall') return stall(out, bytes, reply.delivery.milliseconds, sending)
  out.end(bytes)
}
