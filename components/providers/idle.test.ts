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

describe('a user without any input', () => {
  it('is detected after the configured minutes, once', () => {
    vi.advanceTimersByTime(15 * minute - 1)
    expect(left).toBe(0)
    vi.advanceTimersByTime(10_000)
    expect(left).toBe(1)
    vi.advanceTimersByTime(60 * minute)
    expect(left).toBe(1)
  })

  it('is not detected after input in this tab or in another tab of the browser', () => {
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

  it('is detected on waking from a sleep, before new input counts', () => {
    vi.setSystemTime(Date.now() + 20 * minute)
    touch()
    expect(left).toBe(1)
  })

  it('is detected when the tab becomes visible again', () => {
    vi.setSystemTime(Date.now() + 14 * minute)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(left).toBe(0)
    vi.setSystemTime(Date.now() + 2 * minute)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(left).toBe(1)
  })

  it('is measured per tab when storage is disabled or contains invalid data', () => {
    localStorage.setItem('sealwatch.active', 'tomorrow')
    vi.advanceTimersByTime(15 * minute + 5_000)
    expect(left).toBe(1)
  })

  it('is detected despite a last input in the future: a wrong clock keeps no page open', () => {
    localStorage.setItem('sealwatch.active', String(Date.now() + 24 * 60 * minute))
    vi.advanceTimersByTime(15 * minute + 5_000)
    expect(left).toBe(1)
  })
})

describe('a page load', () => {
  const loaded = () => {
    stop()
    stop = watchIdle(15, () => (left += 1), false)
  }

  it('is not user input: the time before it counts', () => {
    vi.advanceTimersByTime(10 * minute)
    loaded()
    expect(localStorage.getItem('sealwatch.active')).toBe(String(Date.UTC(2026, 0, 1)))
    vi.advanceTimersByTime(5 * minute + 5_000)
    expect(left).toBe(1)
  })

  it('starts a new period when the user gives input', () => {
    vi.advanceTimersByTime(10 * minute)
    loaded()
    touch()
    vi.advanceTimersByTime(14 * minute)
    expect(left).toBe(0)
  })

  it('signs out when the last input is too old, has an invalid time, or is in the future', () => {
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

  it('does not sign out when no input was recorded', () => {
    localStorage.clear()
    expect(wasAwayFor(15)).toBe(false)
    loaded()
    expect(localStorage.getItem('sealwatch.active')).toBe(String(Date.now()))
  })
})
