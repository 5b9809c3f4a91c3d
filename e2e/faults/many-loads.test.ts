import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DELETE as stopLoad, GET } from '@/app/api/v1/fleet/route'
import { GET as health } from '@/app/healthz/route'
import { POST as preview } from '@/app/api/v1/snapshots/preview/route'
import { fleetEventSchema, type FleetEvent } from '@/lib/contract/fleet'
import { closeHistory } from '@/lib/usecases/history/handle'
import { remembered } from '@/lib/usecases/history/record-observations'
import type { TenantClient } from '../simulator/control/client'
import { ask, forgetLimits, readFleet, startStack, type Stack } from './support'

let stack: Stack
let tenant: TenantClient
let subscriptions: readonly string[]
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-many-loads-'))
const [admin, other] = ['Aiko Tanaka', 'Chiara Rossi']

beforeAll(async () => {
  Object.assign(process.env, { SEALWATCH_HISTORY: 'on', SEALWATCH_DATA_DIR: folder, SEALWATCH_SNAPSHOTS: 'on' })
  stack = await startStack()
})
/** Each case has its own tenant, with Azure's whole quota. */
beforeEach(async () => {
  forgetLimits()
  tenant = await stack.tenant({ scenario: 'fleet', vms: 24, subscriptions: 4, ade: 0, seed: 5, still: true })
  subscriptions = (await tenant.summary()).subscriptions.map(({ id }) => id)
})
afterEach(async () => {
  await Promise.all(readings.splice(0).map((one) => one.leave()))
})
afterAll(async () => {
  await remembered()
  await closeHistory()
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** What the case opened: a response that is not read to its end goes on until its reader leaves. */
const readings: Reading[] = []
const nameOf = (index: number): string => `11111111-1111-4111-8111-${String(index).padStart(12, '0')}`
const lists = async (): Promise<number> => (await tenant.traffic()).counts['subscriptions-list']?.['200'] ?? 0

/** A response that the test reads line by line. */
class Reading {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>
  #text = ''
  readonly seen: FleetEvent[] = []

  constructor(readonly response: Response) {
    if (response.body === null) throw new Error('no body')
    this.#reader = response.body.getReader()
  }

  /** Reads up to the event that is meant. */
  async until(isMeant: (event: FleetEvent) => boolean): Promise<FleetEvent> {
    for (;;) {
      const end = this.#text.indexOf('\n')
      if (end < 0) {
        const { done, value } = await this.#reader.read()
        if (done) throw new Error('over')
        this.#text += Buffer.from(value).toString()
        continue
      }
      const event = fleetEventSchema.parse(JSON.parse(this.#text.slice(0, end)))
      this.#text = this.#text.slice(end + 1)
      this.seen.push(event)
      if (isMeant(event)) return event
    }
  }

  leave(): Promise<void> {
    return this.#reader.cancel()
  }
}

async function begin(query: string, person = admin): Promise<Reading> {
  const reading = new Reading(await ask(GET, tenant, person, { query }))
  readings.push(reading)
  return reading
}
const isPlace = (place: number) => (event: FleetEvent) => event.type === 'queued' && event.place === place
const isEnd = (event: FleetEvent): boolean => event.type === 'end'

describe('many loads of one person', () => {
  it('that read the same are one load', async () => {
    const tabs = await Promise.all(
      Array.from({ length: 20 }, (_one, index) => ask(GET, tenant, admin, { query: `?load=${nameOf(index)}` })),
    )
    const loaded = await Promise.all(tabs.map(readFleet))
    expect(new Set(loaded.map(({ rows }) => rows.size))).toEqual(new Set([24]))
    expect(loaded.map(({ last }) => last?.type)).toEqual(Array.from({ length: 20 }, () => 'end'))
    expect(await lists()).toBe(1)
  })

  it('continue for the other tabs when one of them stops', async () => {
    const [one, two] = [await begin(`?load=${nameOf(31)}`), await begin(`?load=${nameOf(32)}`)]
    expect((await ask(stopLoad, tenant, admin, { query: `?load=${nameOf(31)}` })).status).toBeLessThan(300)
    await two.until(isEnd)
    await one.leave()
    expect(await lists()).toBe(1)
  })

  it('that read different parts wait, and send their place in the queue', async () => {
    const loads: Reading[] = []
    for (const id of subscriptions) loads.push(await begin(`?fresh=true&subscription=${id}`))
    const [third, fourth] = [loads[2]!, loads[3]!]
    await third.until(isPlace(1))
    await fourth.until(isPlace(2))
    expect(await lists(), 'a load that waits sends no request').toBe(2)
    // Another person does not wait.
    const others = await readFleet(await ask(GET, tenant, other, {}))
    expect(others.last).toMatchObject({ type: 'end', complete: true })
    await loads[0]!.until(isEnd)
    await fourth.until(isPlace(1))
    await Promise.all([loads[1]!.until(isEnd), third.until(isEnd), fourth.until(isEnd)])
    for (const { seen } of loads) expect(seen.filter(({ type }) => type === 'start')).toHaveLength(1)
    expect(fourth.seen.at(-1)).toMatchObject({ type: 'end', complete: true })
  })

  it('that wait leave the queue with their reader; too many are refused; other people are not affected', async () => {
    const loads: Reading[] = []
    for (let count = 0; count < 22; count += 1) loads.push(await begin('?fresh=true'))
    const refused = await ask(GET, tenant, admin, { query: '?fresh=true' })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10'])
    await loads[21]!.until(isPlace(20))
    expect(await lists(), 'twenty loads wait').toBe(2)
    expect(health().status).toBe(200)
    const others = await readFleet(await ask(GET, tenant, other, {}))
    expect(others.last).toMatchObject({ type: 'end', complete: true })
    expect(others.events.some(({ type }) => type === 'queued')).toBe(false)
    await Promise.all(loads.slice(2, 20).map((one) => one.leave()))
    await loads[21]!.until((event) => event.type === 'queued' && event.place <= 2)
    await Promise.all([
      loads[0]!.until(isEnd),
      loads[1]!.until(isEnd),
      loads[21]!.until(isEnd),
      loads[20]!.until(isEnd),
    ])
    expect((await readFleet(await ask(GET, tenant, admin, {}))).last?.type).toBe('end')
  })

  it('without a name join a load with a name, and do not end it', async () => {
    const named = await begin(`?load=${nameOf(41)}`)
    const joined = await begin('?')
    expect((await readFleet(await ask(GET, tenant, admin, { query: '?' }))).rows.size).toBe(24)
    await joined.leave()
    await named.until(isEnd)
    expect(await lists()).toBe(1)
  })

  it('include previews of links to a view as well', async () => {
    const body = { subject: { kind: 'view', query: '' }, reveal: [] }
    const loads = [await begin('?fresh=true'), await begin('?fresh=true')]
    const before = await lists()
    const previewed = ask(preview, tenant, admin, { query: '', body })
    const waiting = () => [...(globalThis.sealwatchLoads?.values() ?? [])].map((user) => user.waiting.length)
    await expect.poll(waiting).toEqual([1])
    const fourth = await begin('?fresh=true')
    await fourth.until(isPlace(2))
    expect(await lists()).toBe(before)
    await Promise.all(loads.map((one) => one.until(isEnd)))
    expect((await previewed).status).toBe(200)
    await fourth.until(isEnd)
  })
})
