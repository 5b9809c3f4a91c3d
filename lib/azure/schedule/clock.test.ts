import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { systemClock } from './clock'
import { Scheduler } from './scheduler'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const lane = { kind: 'arm-reads', scope: 's1' } as const
const request = { priority: 'rest', again: false } as const
const hour = 3_600_000

it.each([
  ['back', -24 * hour],
  ['forward', hour],
])('a machine whose clock is set %s waits as long as Azure asked for, no longer and no shorter', async (_, change) => {
  const scheduler = new Scheduler(systemClock)
  const { signal } = new AbortController()
  const first = await scheduler.acquire(lane, signal, request)
  if (!first.ok) throw new Error(first.failure.kind)
  const { value } = first
  value.lane.refused(systemClock.now(), value.sentAt, { milliseconds: 20_000, tooLong: false, reason: 'arm-reads' })
  value.release()
  vi.setSystemTime(Date.now() + change)
  let isSent = false
  void scheduler.acquire(lane, signal, request).then(() => {
    isSent = true
  })
  await vi.advanceTimersByTimeAsync(19_000)
  expect(isSent).toBe(false)
  await vi.advanceTimersByTimeAsync(2000)
  expect(isSent).toBe(true)
})
