import { describe, expect, it } from 'vitest'
import { fakeClock } from '../testing/fake-clock'
import type { LaneName } from './lane'
import type { RateLimitHeaders } from './meter'
import { Scheduler, type Slot } from './scheduler'
import { SharedLimits } from './shared-limits'
import type { Priority } from './wait-queue'

const reads = (scope: string): LaneName => ({ kind: 'arm-reads', scope })
const graph: LaneName = { kind: 'resource-graph', scope: 'tenant' }
const nothing: RateLimitHeaders = { remaining: null, resetsAfter: null, everyone: null, compute: null, vm: null }

interface Answered {
  readonly throttledFor?: number
  readonly limits?: Partial<RateLimitHeaders>
}

type Counter = (now: number) => Answered

/** Azure's token bucket: this many at once, this many per second. */
function azureBucket(burst: number, perSecond: number): Counter {
  let tokens = burst
  let at: number | null = null
  return (now) => {
    tokens = Math.min(burst, tokens + ((now - (at ?? now)) / 1000) * perSecond)
    at = now
    if (tokens < 1) return { throttledFor: 1000 }
    tokens -= 1
    return { limits: { remaining: Math.floor(tokens) } }
  }
}

/** Resource Graph's quota: a window that starts with its first query; its end is given in whole seconds. */
function azureWindow(capacity: number): Counter {
  let since = Number.NEGATIVE_INFINITY
  let left = 0
  return (now) => {
    if (now - since >= 5000) {
      since = now
      left = capacity
    }
    const resetsAfter = Math.ceil((since + 5000 - now) / 1000) * 1000
    if (left < 1) return { throttledFor: resetsAfter }
    left -= 1
    return { limits: { remaining: left, resetsAfter } }
  }
}

const latency = 60

/**
 * Sends `count` requests against a counter of Azure, each answered after the latency, every sixth one after `slow`;
 * returns when each was sent and how many were refused.
 */
function sendAll(
  clock: ReturnType<typeof fakeClock>,
  scheduler: Scheduler,
  lane: LaneName,
  counter: Counter,
  slow = latency,
) {
  const done: number[] = []
  let [refusals, sent] = [0, 0]
  const settle = (slot: Slot, answer: Answered): void => {
    const now = clock.now()
    if (answer.throttledFor === undefined) {
      slot.lane.accepted(now, slot.sentAt, { ...nothing, ...answer.limits })
      done.push(slot.sentAt)
    } else {
      refusals += 1
      slot.lane.refused(now, slot.sentAt, { milliseconds: answer.throttledFor, tooLong: false, reason: 'arm-reads' })
    }
    slot.release()
  }
  const send = async (again: boolean): Promise<void> => {
    const slot = await scheduler.acquire(lane, signal, { priority: 'rest', again })
    if (!slot.ok) return
    const answer = counter(clock.now())
    sent += 1
    const wait = sent % 6 === 0 ? slow : latency
    await new Promise<void>((resolve) => clock.after(wait, resolve))
    settle(slot.value, answer)
    if (answer.throttledFor !== undefined) await send(true)
  }
  const signal = new AbortController().signal
  return { done, refusals: () => refusals, start: (count: number) => Array.from({ length: count }, () => send(false)) }
}

describe('reads', () => {
  it.each([
    ['Azure’s own bucket', 250, 25, 700],
    ['a tenth of it', 25, 2.5, 60],
    ['a bucket shared with another program', 250, 10, 500],
  ])('keeps to %s with refusals for at most 1 % of the requests', async (_name, burst, perSecond, count) => {
    const clock = fakeClock()
    const run = sendAll(clock, new Scheduler(clock), reads('s1'), azureBucket(burst, perSecond))
    void run.start(count)
    const floor = ((count - burst) / perSecond) * 1000
    for (let at = 0; run.done.length < count && at < floor * 3; at += 500) await clock.advance(500)
    expect(run.done).toHaveLength(count)
    expect(run.refusals()).toBeLessThanOrEqual(Math.ceil(count * 0.01))
    const last = run.done.at(-1) ?? 0
    expect(last - (run.done[0] ?? 0)).toBeLessThan(floor * 1.3 + 1000)
  })
})

describe('Resource Graph', () => {
  it.each([
    [15, 118],
    [1, 14],
    [4, 30],
  ])('uses the full quota of %i in every window and is not refused', async (capacity, count) => {
    const clock = fakeClock()
    const run = sendAll(clock, new Scheduler(clock), graph, azureWindow(capacity))
    void run.start(count)
    const windows = Math.ceil(count / capacity) - 1
    for (let at = 0; run.done.length < count && at < windows * 15_000; at += 250) await clock.advance(250)
    expect(run.done).toHaveLength(count)
    expect(run.refusals()).toBe(0)
    expect((run.done.at(-1) ?? 0) - (run.done[0] ?? 0)).toBeLessThan(windows * 5250 + 250)
  })

  it('takes the late response of a slow query for no later window', async () => {
    const clock = fakeClock()
    const run = sendAll(clock, new Scheduler(clock), graph, azureWindow(15), 3500)
    void run.start(118)
    for (let at = 0; run.done.length < 118 && at < 60_000; at += 250) await clock.advance(250)
    expect(run.done).toHaveLength(118)
    expect(run.refusals()).toBe(0)
    expect(Math.max(...run.done) - Math.min(...run.done)).toBeLessThan(7 * 5250 + 250)
  })

  it('counts a query whose response was lost as sent', async () => {
    const clock = fakeClock()
    const counter = azureWindow(15)
    const scheduler = new Scheduler(clock)
    const run = sendAll(clock, scheduler, graph, counter)
    void run.start(1)
    await clock.advance(100)
    for (let lost = 0; lost < 5; lost += 1) {
      const slot = await scheduler.acquire(graph, new AbortController().signal, { priority: 'rest', again: false })
      counter(clock.now())
      if (slot.ok) slot.value.release()
    }
    void run.start(20)
    await clock.advance(200)
    expect(run.done).toHaveLength(10)
    expect(run.refusals()).toBe(0)
  })
})

describe('the order of requests', () => {
  it('is what is on screen, then what is changing, across all subscriptions', async () => {
    const clock = fakeClock()
    const scheduler = new Scheduler(clock)
    const order: string[] = []
    const held: Slot[] = []
    const { signal } = new AbortController()
    for (let index = 0; index < 32; index += 1) {
      const slot = await scheduler.acquire(reads(`s${index}`), signal, { priority: 'rest', again: false })
      if (slot.ok) held.push(slot.value)
    }
    const queue = (scope: string, priority: Priority): void => {
      void scheduler.acquire(reads(scope), signal, { priority, again: false }).then((slot) => {
        order.push(priority)
        if (slot.ok) slot.value.release()
      })
    }
    for (const scope of ['s1', 's2', 's40']) queue(scope, 'rest')
    queue('s2', 'motion')
    queue('s1', 'screen')
    queue('s41', 'motion')
    held[0]?.release()
    await clock.advance(0)
    expect(order).toEqual(['screen', 'motion', 'motion', 'rest', 'rest', 'rest'])
  })

  it('is fair where all users together count against one counter', async () => {
    const clock = fakeClock()
    const shared = new SharedLimits(0.01)
    const sentBy = new Map<string, number>()
    const { signal } = new AbortController()
    const people = ['a', 'b'].map((name) => ({ name, scheduler: new Scheduler(clock, shared) }))
    const start = clock.now()
    const ask = (name: string, scheduler: Scheduler, count: number): void => {
      for (let index = 0; index < count; index += 1) {
        void scheduler.acquire(reads('s1'), signal, { priority: 'rest', again: false }).then((slot) => {
          sentBy.set(name, (sentBy.get(name) ?? 0) + 1)
          if (slot.ok) slot.value.release()
        })
      }
    }
    for (const { name, scheduler } of people) ask(name, scheduler, name === 'a' ? 1000 : 30)
    await clock.advance(30_000)
    // A hundredth of 3,750 at once and 375 per second, and of Compute's 133 per second.
    const all = (sentBy.get('a') ?? 0) + (sentBy.get('b') ?? 0)
    expect(all).toBeLessThanOrEqual(38 + ((clock.now() - start) / 1000) * 3.75)
    expect(sentBy.get('b')).toBe(30)
  })
})

describe('a scope that does not work', () => {
  it('gets no requests, then one trial at a time, is given up, and is tried again by the next load', async () => {
    const clock = fakeClock()
    const scheduler = new Scheduler(clock)
    const outcomes: string[] = []
    let sent = 0
    let works = false
    const ask = async (signal: AbortSignal): Promise<void> => {
      const slot = await scheduler.acquire(reads('s1'), signal, { priority: 'rest', again: false })
      if (!slot.ok) {
        outcomes.push(slot.failure.kind)
        return
      }
      sent += 1
      await new Promise<void>((resolve) => clock.after(10, resolve))
      if (works) slot.value.lane.accepted(clock.now(), slot.value.sentAt, nothing)
      else slot.value.lane.failed(clock.now(), slot.value.isTrial)
      outcomes.push(works ? 'done' : 'failed')
      slot.value.release()
    }
    const first = new AbortController().signal
    for (let index = 0; index < 100; index += 1) void ask(first)
    await clock.advance(200)
    const before = sent
    expect(scheduler.waits()).toEqual([expect.objectContaining({ scope: 's1', reason: 'server-error' })])
    await clock.advance(60_000)
    expect(sent).toBe(before + 3)
    expect(outcomes.filter((outcome) => outcome === 'down')).toHaveLength(100 - sent)
    expect(scheduler.isIdle).toBe(true)

    works = true
    const second = new AbortController().signal
    const until = outcomes.length
    for (let index = 0; index < 40; index += 1) void ask(second)
    await clock.advance(500)
    expect(outcomes.slice(until)).toEqual(Array.from({ length: 40 }, () => 'done'))
  })

  it('refuses the load that gave it up at once, until the pause ends', async () => {
    const clock = fakeClock()
    const scheduler = new Scheduler(clock)
    const { signal } = new AbortController()
    let sent = 0
    const ask = async (): Promise<string> => {
      const slot = await scheduler.acquire(reads('s1'), signal, { priority: 'rest', again: false })
      if (!slot.ok) return slot.failure.kind
      sent += 1
      slot.value.lane.failed(clock.now(), slot.value.isTrial)
      slot.value.release()
      return 'failed'
    }
    for (let index = 0; index < 40; index += 1) void ask()
    await clock.advance(8000)
    expect(await ask()).toBe('down')
    const before = sent
    await clock.advance(10_000)
    void ask()
    await clock.advance(0)
    expect(sent).toBe(before + 1)
  })
})
