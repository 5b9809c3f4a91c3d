import { fleetEventSchema, type FleetEvent } from '@/lib/contract/fleet'

export interface FleetReading {
  readonly firstRowMs: number
  readonly seconds: number
  readonly rows: number
  readonly candidates: number
  readonly complete: boolean
}

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

/** Reads a whole fleet through the product's API and measures it. Throws where the stream ends badly. */
export async function readFleet(address: string, token: string): Promise<FleetReading> {
  const since = performance.now()
  const response = await fetch(`${address}/api/v1/fleet`, { headers: { authorization: `Bearer ${token}` } })
  if (!response.ok || response.body === null) throw new Error(`GET /api/v1/fleet: ${response.status}`)
  const keys = new Set<string>()
  let firstRowMs = 0
  let last: FleetEvent | null = null
  for await (const line of lines(response.body)) {
    last = fleetEventSchema.parse(JSON.parse(line))
    if (last.type !== 'rows') continue
    if (keys.size === 0) firstRowMs = Math.round(performance.now() - since)
    for (const row of last.rows) keys.add(row.key)
  }
  if (last?.type !== 'end') throw new Error(`the stream ended with ${JSON.stringify(last)}`)
  const seconds = (performance.now() - since) / 1000
  return { firstRowMs, seconds, rows: keys.size, candidates: last.progress.candidates, complete: last.complete }
}
