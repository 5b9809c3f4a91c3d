// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { wasAwayFor, watchIdle } from './idle'

const minute = 60_000
let left: number
let stop: () => void

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) })
  localStorage.clear()
  left = 0
  stop = watchIdle(15, () => (left += 1), true)
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

const touch = () => window.dispatchEvent(new Event('keydown'))

describe('where nobody is', () => {
  it('is noticed after so many minutes, once', () => {
    vi.advanceTimersByTime(15 * minute - 1)
    expect(left).toBe(0)
    vi.advanceTimersByTime(10_000)
    expect(left).toBe(1)
    vi.advanceTimersByTime(60 * minute)
    expect(left).toBe(1)
  })

  it('is not where somebody touches this tab, or another one of this browser', () => {
    for (let round = 0; round < 10; round += 1) {
      vi.advanceTimersByTime(10 * minute)
      touch()
    }
    for (let round = 0; round < 10; round += 1) {
      vi.advanceTimersByTime(10 * minute)
      localStorage.setItem('sealwatch.active', String(Date.now()))
    }
    expect(left).toBe(0)
    vi.advanceTimersByTime(15 * minute + 5_000)
    expect(left).toBe(1)
  })

  it('is noticed on waking from a sleep, before the first touch counts', () => {
    vi.setSystemTime(Date.now() + 20 * minute)
    touch()
    expect(left).toBe(1)
  })

  it('is noticed when the tab is looked at again', () => {
    vi.setSystemTime(Date.now() + 14 * minute)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(left).toBe(0)
    vi.setSystemTime(Date.now() + 2 * minute)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(left).toBe(1)
  })

  it('counts by itself where nothing can be kept, or nonsense is', () => {
    localStorage.setItem('sealwatch.active', 'tomorrow')
    vi.advanceTimersByTime(15 * minute + 5_000)
    expect(left).toBe(1)
  })

  it('believes no sign from the future: a clock that was wrong keeps no page open', () => {
    localStorage.setItem('sealwatch.active', String(Date.now() + 24 * 60 * minute))
    vi.advanceTimersByTime(15 * minute + 5_000)
    expect(left).toBe(1)
  })
})

describe('a page that is loaded', () => {
  const loaded = () => {
    stop()
    stop = watchIdle(15, () => (left += 1), false)
  }

  it('is no sign of anybody: the time before it counts', () => {
    vi.advanceTimersByTime(10 * minute)
    loaded()
    expect(localStorage.getItem('sealwatch.active')).toBe(String(Date.UTC(2026, 0, 1)))
    vi.advanceTimersByTime(5 * minute + 5_000)
    expect(left).toBe(1)
  })

  it('begins a new time where somebody touches it', () => {
    vi.advanceTimersByTime(10 * minute)
    loaded()
    touch()
    vi.advanceTimersByTime(14 * minute)
    expect(left).toBe(0)
  })

  it('comes too late where the last sign is old, was noted by no clock, or lies ahead', () => {
    expect(wasAwayFor(15)).toBe(false)
    vi.setSystemTime(Date.now() + 15 * minute)
    expect(wasAwayFor(15)).toBe(true)
    for (const noted of ['tomorrow', '', String(Date.now() + minute)]) {
      localStorage.setItem('sealwatch.active', noted)
      expect(wasAwayFor(15), noted).toBe(true)
    }
    localStorage.setItem('sealwatch.active', String(Date.now()))
    expect(wasAwayFor(15)).toBe(false)
  })

  it('knows of nobody who left where nothing was noted', () => {
    localStorage.clear()
    expect(wasAwayFor(15)).toBe(false)
    loaded()
    expect(localStorage.getItem('sealwatch.active')).toBe(String(Date.now()))
  })
})
