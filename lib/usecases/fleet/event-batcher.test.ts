import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FleetEvent, FleetRow, LoadProgress } from '@/lib/contract/fleet'
import { EventBatcher } from './event-batcher'

const progress: LoadProgress = {
  inventoryPages: 0,
  inventoryComplete: false,
  vms: 0,
  candidates: 0,
  read: 0,
  failed: 0,
  armRequests: 0,
  throttled: 0,
  waits: [],
}
const row = (key: string, state: FleetRow['state'] = 'unknown') => ({ key, state }) as FleetRow
const end: FleetEvent = { type: 'end', at: '', complete: true, progress }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Reads everything as it comes, noting the times. */
function reader(events: EventBatcher) {
  const got: { at: number; event: FleetEvent }[] = []
  const start = performance.now()
  const over = (async () => {
    for await (const event of events.drain()) got.push({ at: Math.round(performance.now() - start), event })
  })()
  return { got, over }
}

describe('the event batcher', () => {
  it('sends the first rows at once and later ones in batches, each row in its latest version', async () => {
    const events = new EventBatcher(() => progress)
    const { got, over } = reader(events)
    events.putRow(row('a'))
    await vi.advanceTimersByTimeAsync(0)
    expect(got.map(({ event }) => event.type)).toEqual(['rows', 'progress'])
    events.putRow(row('b'))
    events.putRow(row('b', 'encrypted'))
    events.putRow(row('c'))
    await vi.advanceTimersByTimeAsync(100)
    expect(got).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(200)
    expect(got[2]).toEqual({ at: 250, event: { type: 'rows', rows: [row('b', 'encrypted'), row('c')] } })
    events.close(() => end)
    await vi.advanceTimersByTimeAsync(300)
    await over
    expect(got.at(-1)?.event).toEqual(end)
  })

  it('sends the first 500 provisional rows at once, and the others only if their replacements take long', async () => {
    const events = new EventBatcher(() => progress)
    const { got, over } = reader(events)
    const rows = () =>
      got.flatMap(({ at, event }) =>
        event.type === 'rows' ? event.rows.map((each) => [at, each.key, each.state]) : [],
      )
    events.putProvisionalRow(row('first'))
    await vi.advanceTimersByTimeAsync(0)
    expect(rows()).toEqual([[0, 'first', 'unknown']])
    for (let index = 1; index < 500; index += 1) events.putProvisionalRow(row(String(index)))
    events.putProvisionalRow(row('a'))
    events.putProvisionalRow(row('b'))
    await vi.advanceTimersByTimeAsync(400)
    expect(rows()).toHaveLength(500)
    events.putRow(row('a', 'encrypted'))
    await vi.advanceTimersByTimeAsync(100)
    expect(rows().slice(500)).toEqual([[500, 'a', 'encrypted']])
    await vi.advanceTimersByTimeAsync(1_400)
    expect(rows()).toHaveLength(501)
    await vi.advanceTimersByTimeAsync(200)
    expect(rows().slice(501)).toEqual([[2000, 'b', 'unknown']])
    events.putProvisionalRow(row('c'))
    events.close(() => end)
    await vi.advanceTimersByTimeAsync(250)
    await over
    expect(
      rows()
        .slice(502)
        .map(([, ...rest]) => rest),
    ).toEqual([['c', 'unknown']])
    expect(got.at(-1)?.event).toEqual(end)
  })

  it('sends the first rows without a delay, even right after another event', async () => {
    const events = new EventBatcher(() => progress)
    const { got, over } = reader(events)
    events.put({ type: 'subscriptions', subscriptions: [] })
    await vi.advanceTimersByTimeAsync(50)
    events.putRow(row('a'))
    await vi.advanceTimersByTimeAsync(0)
    expect(got.at(-2)).toEqual({ at: 50, event: { type: 'rows', rows: [row('a')] } })
    events.close(null)
    await vi.advanceTimersByTimeAsync(300)
    await over
  })

  it('splits a large number of rows', async () => {
    const events = new EventBatcher(() => progress)
    for (let index = 0; index < 220; index += 1) events.putRow(row(String(index)))
    events.close(null)
    const { got, over } = reader(events)
    await vi.advanceTimersByTimeAsync(1000)
    await over
    expect(got.map(({ event }) => (event.type === 'rows' ? event.rows.length : event.type))).toEqual([100, 100, 20])
  })

  it('sends a heartbeat while nothing happens', async () => {
    const events = new EventBatcher(() => progress)
    const { got } = reader(events)
    await vi.advanceTimersByTimeAsync(30_500)
    expect(got.map(({ event }) => event.type)).toEqual(['progress', 'progress', 'progress'])
    events.close(null)
    await vi.advanceTimersByTimeAsync(300)
  })

  it('throws on an unexpected error, after the events before it', async () => {
    const events = new EventBatcher(() => progress)
    const { got, over } = reader(events)
    events.putRow(row('a'))
    events.fail(new Error('boom'))
    const failed = expect(over).rejects.toThrow('boom')
    await vi.advanceTimersByTimeAsync(300)
    await failed
    expect(got[0]?.event.type).toBe('rows')
  })

  it('sends rows again once their pending data arrives, and no unchanged row twice', async () => {
    const events = new EventBatcher(() => progress)
    events.expectMore()
    const { got, over } = reader(events)
    events.putRow(row('a'))
    await vi.advanceTimersByTimeAsync(10)
    events.putRow(row('b'))
    events.arrived((each) => ({ ...each, name: `${each.key} with history` }))
    await vi.advanceTimersByTimeAsync(300)
    events.close(() => end)
    await over
    const rows = got.flatMap(({ event }) => (event.type === 'rows' ? event.rows : []))
    expect(rows.map(({ key, name }) => [key, name])).toEqual([
      ['a', undefined],
      ['b', 'b with history'],
      ['a', 'a with history'],
    ])
  })
})
