import * as z from 'zod'

export interface FleetReading {
  readonly firstRowMs: number
  /** Epoch milliseconds of the first row. */
  readonly firstRowAt: number
  readonly seconds: number
  readonly rows: number
  readonly candidates: number
  readonly complete: boolean
}

/** The fields that the measurement needs: checking every field would add the client's time to the product's. */
const line = z.discriminatedUnion('type', [
  z.object({ type: z.literal('rows'), rows: z.array(z.object({ key: z.string() })) }),
  z.object({ type: z.literal('end'), complete: z.boolean(), progress: z.object({ candidates: z.number() }) }),
  z.object({ type: z.literal('failure'), error: z.object({ code: z.string() }) }),
  z.object({ type: z.enum(['start', 'subscriptions', 'gap', 'history', 'progress']) }),
])

async function* lines(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true })
    const parts = rest.split('\n')
    rest = parts.pop() ?? ''
    yield* parts.filter((part) => part !== '')
  }
}

/**
 * Reads a whole fleet through the product's API and measures it. Throws if the stream ends without an `end` line.
 * @param seen called with the key of every row
 * @param signal ends the reading early: the function then throws
 */
export async function readFleet(
  address: string,
  token: string,
  seen = new Set<string>(),
  signal: AbortSignal | null = null,
): Promise<FleetReading> {
  const since = performance.now()
  const response = await fetch(`${address}/api/v1/fleet`, { headers: { authorization: `Bearer ${token}` }, signal })
  if (!response.ok || response.body === null) throw new Error(`GET /api/v1/fleet: ${response.status}`)
  let firstRowMs = 0
  let last: z.output<typeof line> | null = null
  for await (const text of lines(response.body)) {
    last = line.parse(JSON.parse(text))
    if (last.type !== 'rows') continue
    if (seen.size === 0) firstRowMs = Math.round(performance.now() - since)
    for (const row of last.rows) seen.add(row.key)
  }
  if (last?.type !== 'end') throw new Error(`the stream ended with ${JSON.stringify(last)}`)
  const elapsed = performance.now() - since
  return {
    firstRowMs,
    firstRowAt: Math.round(Date.now() - elapsed + firstRowMs),
    seconds: elapsed / 1000,
    rows: seen.size,
    candidates: last.progress.candidates,
    complete: last.complete,
  }
}
