import { describe, expect, it } from 'vitest'
import { fakeClock } from '../testing/fake-clock'
import type { Clock } from './clock'
import type { LaneName } from './lane'
import type { RateLimitHeaders } from './meter'
import { maxConcurrent, Scheduler, type Slot } from './scheduler'
import { VmSpacing } from './vm-spacing'

const reads = (scope: string): LaneName => ({ kind: 'arm-reads', scope })
const graph: LaneName = { kind: 'resource-graph', scope: 'tenant' }
const never = new AbortController().signal
const limits = (some: Partial<RateLimitHeaders>): RateLimitHeaders => ({
  remaining: null,
  resetsAfter: null,
  everyone: null,
  compute: null,
  vm: null,
  ...some,
})

function setup() {
  const clock = fakeClock()
  const scheduler = new Scheduler(clock)
  const sent: { lane: string; at: number }[] = []
  const refused: number[] = []
  /** Sends requests that are answered at once. */
  const send = async (name: LaneName, react: (slot: Slot) => void = () => undefined): Promise<void> => {
    const slot = await scheduler.acquire(name, never, { priority: 'rest', again: false })
    if (!slot.ok) {
      refused.push(slot.failure.kind === 'throttled' ? slot.failure.retryAfterMilliseconds : -1)
      return
    }
    sent.push({ lane: `${name.kind}/${name.scope}`, at: clock.now() })
    react(slot.value)
    slot.value.release()
  }
  return { clock, scheduler, sent, refused, send }
}

/** A clock that advances by a millisecond at every reading, as a real one may. */
function movingClock() {
  let time = 1_000_000
  const alarms = new Set<() => void>()
  const clock: Clock = {
    now: () => time++,
    random: () => 0.5,
    after: (_milliseconds, callback) => {
      alarms.add(callback)
      return () => alarms.delete(callback)
    },
  }
  return { clock, alarms, passTo: (moment: number) => (time = moment) }
}

it('always sets a timer for waiting requests, even if the clock advances while it computes', async () => {
  const { clock, alarms, passTo } = movingClock()
  const scheduler = new Scheduler(clock)
  const ask = () => scheduler.acquire(graph, never, { priority: 'rest', again: false })
  for (let sent = 0; sent < 15; sent += 1) {
    const slot = await ask()
    if (slot.ok) slot.value.release()
  }
  const begun: unknown[] = []
  void ask().then((slot) => begun.push(slot))
  const opens = scheduler.waits()[0]?.until ?? 0
  for (let moment = opens - 20; begun.length === 0; moment += 1) {
    passTo(moment)
    scheduler.pump()
    await Promise.resolve()
    await Promise.resolve()
    expect(begun.length + alarms.size, `${opens - moment} ms before`).toBe(1)
    expect(moment).toBeLessThan(opens + 20)
  }
})

describe('Scheduler', () => {
  it('sends the burst at once, then no faster than Azure refills', async () => {
    const { clock, sent, send } = setup()
    const start = clock.now()
    const all = Promise.all(Array.from({ length: 700 }, () => send(reads('s1'))))
    await clock.advance(0)
    expect(sent).toHaveLength(240)
    await clock.advance(10_000)
    expect(sent.length).toBeGreaterThanOrEqual(240 + 243)
    expect(sent.length).toBeLessThanOrEqual(240 + 245)
    await clock.advance(10_000)
    await all
    expect(sent).toHaveLength(700)
    // Azure's own bucket: 250 at once, 25 per second. No prefix of what was sent may exceed it.
    sent.forEach(({ at }, index) => expect(index + 1).toBeLessThanOrEqual(250 + ((at - start) / 1000) * 25))
  })

  it('keeps to 15 queries in 5 seconds for Resource Graph', async () => {
    const { clock, sent, send } = setup()
    const all = Promise.all(Array.from({ length: 40 }, () => send(graph)))
    await clock.advance(0)
    expect(sent).toHaveLength(15)
    await clock.advance(5000)
    expect(sent).toHaveLength(30)
    await clock.advance(5000)
    await all
  })

  it('never has more than 32 requests in flight and gives every lane its turn', async () => {
    const { clock, scheduler } = setup()
    const slots: { scope: string; slot: Slot }[] = []
    const queue = (scope: string): void => {
      void scheduler
        .acquire(reads(scope), never, { priority: 'rest', again: false })
        .then((slot) => slot.ok && slots.push({ scope, slot: slot.value }))
    }
    for (let index = 0; index < 100; index += 1) queue(index % 2 === 0 ? 'big' : 'large')
    await clock.advance(0)
    queue('small')
    await clock.advance(0)
    expect(slots).toHaveLength(maxConcurrent)
    slots[0]?.slot.release()
    slots[1]?.slot.release()
    slots[1]?.slot.release()
    slots[2]?.slot.release()
    await clock.advance(0)
    expect(slots).toHaveLength(maxConcurrent + 3)
    expect(slots.map(({ scope }) => scope)).toContain('small')
  })

  it('pauses the whole lane while Azure asks for it, drops nothing, and does not affect other lanes', async () => {
    const { clock, scheduler, sent, send } = setup()
    let once = true
    const all = Array.from({ length: 3 }, () =>
      send(reads('s1'), (slot) => {
        if (once)
          slot.lane.refused(clock.now(), slot.sentAt, { milliseconds: 2000, tooLong: false, reason: 'arm-reads' })
        once = false
      }),
    )
    all.push(send(reads('s2')))
    await clock.advance(0)
    const before = sent.filter(({ lane }) => lane.endsWith('s1')).length
    void send(reads('s1'))
    await clock.advance(1000)
    expect(sent.filter(({ lane }) => lane.endsWith('s1'))).toHaveLength(before)
    expect(sent.filter(({ lane }) => lane.endsWith('s2'))).toHaveLength(1)
    expect(scheduler.waits()).toEqual([{ scope: 's1', reason: 'arm-reads', until: clock.now() + 1000 }])
    await clock.advance(1100)
    expect(sent.filter(({ lane }) => lane.endsWith('s1'))).toHaveLength(4)
    expect(scheduler.waits()).toEqual([])
  })

  it('gives up a lane that Azure closes for longer than the longest wait', async () => {
    const { clock, refused, send } = setup()
    await send(reads('s1'), (slot) =>
      slot.lane.refused(clock.now(), slot.sentAt, { milliseconds: 3_600_000, tooLong: true, reason: 'arm-reads' }),
    )
    await send(reads('s1'))
    expect(refused).toEqual([3_600_000])
    await clock.advance(3_600_000)
    await send(reads('s1'))
    expect(refused).toHaveLength(1)
  })

  it('gives up after five rounds of refusals, not after five refusals in one', async () => {
    const { clock, scheduler, sent, refused, send } = setup()
    const refuse = (slot: Slot): void =>
      slot.lane.refused(clock.now(), slot.sentAt, { milliseconds: 1000, tooLong: false, reason: 'arm-reads' })
    const together = await Promise.all(
      Array.from({ length: 10 }, () => scheduler.acquire(reads('s1'), never, { priority: 'rest', again: false })),
    )
    await clock.advance(10)
    for (const slot of together) if (slot.ok) refuse(slot.value)
    for (const slot of together) if (slot.ok) slot.value.release()
    for (let round = 0; round < 6; round += 1) {
      void send(reads('s1'), refuse)
      await clock.advance(1100)
    }
    expect(sent.length).toBeGreaterThanOrEqual(4)
    expect(refused.length).toBeGreaterThanOrEqual(1)
  })

  it('follows Azure’s count of what is left, and pauses where the quota is used up', async () => {
    const { clock, sent, send } = setup()
    await send(reads('s1'), (slot) => slot.lane.accepted(clock.now(), slot.sentAt, limits({ remaining: 3 })))
    void Promise.all(Array.from({ length: 20 }, () => send(reads('s1'))))
    await clock.advance(0)
    expect(sent).toHaveLength(4)
    const usedUp = limits({ remaining: 0, resetsAfter: 4000 })
    await send(graph, (slot) => slot.lane.accepted(clock.now(), slot.sentAt, usedUp))
    const before = sent.length
    void send(graph)
    await clock.advance(0)
    expect(sent).toHaveLength(before)
  })

  it('removes a cancelled request from the queue', async () => {
    const { clock, scheduler, send } = setup()
    await send(reads('s1'), (slot) =>
      slot.lane.refused(clock.now(), slot.sentAt, { milliseconds: 5000, tooLong: false, reason: 'arm-reads' }),
    )
    const leaving = new AbortController()
    const waiting = scheduler.acquire(reads('s1'), leaving.signal, { priority: 'rest', again: false })
    expect(scheduler.isIdle).toBe(false)
    leaving.abort()
    expect(await waiting).toEqual({ ok: false, failure: { kind: 'cancelled' } })
    expect(scheduler.isIdle).toBe(true)
  })
})

describe('VmSpacing', () => {
  it('keeps to less than Compute allows for one VM, in any letter case of the id', () => {
    const spacing = new VmSpacing()
    const waits = Array.from({ length: 32 }, (_, index) => spacing.book(index % 2 === 0 ? '/VM' : '/vm', 0, 'rest'))
    expect(waits.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 0))
    expect(waits.slice(30)).toEqual([5500, 11_000])
    expect(spacing.book('/other', 0, 'rest')).toBe(0)
    expect(spacing.book('/vm', 200_000, 'rest')).toBe(0)
  })

  it('lets an open page read a VM while the fleets of many users wait for it', () => {
    const spacing = new VmSpacing()
    for (let person = 0; person < 100; person += 1) spacing.book('/vm', 0, 'rest')
    const pages = Array.from({ length: 8 }, () => spacing.book('/vm', 0, 'screen'))
    expect(pages).toEqual([0, 0, 0, 0, 0, 0, 60_000, 120_000])
  })

  it('follows Compute’s count where it is lower, and leaves the last readings to the screen', () => {
    const spacing = new VmSpacing()
    spacing.counted('/vm', 0, 6)
    expect(spacing.book('/vm', 0, 'rest')).toBe(5500)
    expect(spacing.book('/vm', 0, 'screen')).toBe(0)
    spacing.counted('/VM', 0, 0)
    expect(spacing.book('/vm', 0, 'screen')).toBe(11_000)
  })
})
