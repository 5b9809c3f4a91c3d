import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { mostRunning, mostWaiting, queueLoad } from './load-queue'

const never = (): AbortSignal => new AbortController().signal
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  globalThis.sealwatchLoads = undefined
})

it('frees the place of a load once, however often it leaves', async () => {
  const loads = Array.from({ length: mostRunning + 3 }, () => queueLoad('ada', never())!)
  expect(loads.map(({ isRunning }) => isRunning)).toEqual([true, true, false, false, false])
  loads[0]!.leave()
  loads[0]!.leave()
  expect(loads.map(({ isRunning }) => isRunning)).toEqual([false, true, true, false, false])
  expect(await loads[4]!.places().next()).toEqual({ done: false, value: 2 })
})

it('frees the place of a load whose reader left, running or waiting, and forgets the user after the last', async () => {
  const leaving = Array.from({ length: mostRunning + 2 }, () => new AbortController())
  const [, , third, fourth] = leaving.map(({ signal }) => queueLoad('ada', signal)!)
  const places = third!.places()
  expect(await places.next()).toEqual({ done: false, value: 1 })
  leaving[2]!.abort()
  expect(await places.next()).toEqual({ done: true, value: false })
  leaving[0]!.abort()
  expect(fourth!.isRunning).toBe(true)
  for (const each of leaving) each.abort()
  expect(globalThis.sealwatchLoads?.size).toBe(0)
  const left = queueLoad('ada', leaving[0]!.signal)
  expect([left?.isRunning, globalThis.sealwatchLoads?.size]).toEqual([false, 0])
})

it('sends the place again when it changes and every ten seconds, and refuses loads beyond the limit', async () => {
  const loads = Array.from({ length: mostRunning + mostWaiting }, () => queueLoad('ada', never())!)
  expect(queueLoad('ada', never())).toBeNull()
  expect(queueLoad('bo', never())?.isRunning).toBe(true)
  const places = loads[3]!.places()
  expect((await places.next()).value).toBe(2)
  const again = places.next()
  vi.advanceTimersByTime(10_000)
  expect((await again).value).toBe(2)
  loads[2]!.leave()
  expect((await places.next()).value).toBe(1)
  loads[0]!.leave()
  expect(await places.next()).toEqual({ done: true, value: true })
})

it('frees the place of a load that its reader no longer reads', () => {
  const [first, , third] = Array.from({ length: 3 }, () => queueLoad('ada', never())!)
  vi.advanceTimersByTime(600_000)
  expect([first!.isRunning, third!.isRunning]).toEqual([false, true])
})
