import { describe, expect, it } from 'vitest'
import { createBuckets } from './buckets'

describe('a token bucket', () => {
  it('grants its burst, then its rate, and returns how long to wait', () => {
    const buckets = createBuckets()
    const shape = { capacity: 250, perSecond: 25 }
    for (let index = 0; index < 250; index += 1) expect(buckets.draw('a', shape, 0).granted).toBe(true)
    expect(buckets.draw('a', shape, 0)).toEqual({ granted: false, remaining: 0, waitMs: 40 })
    expect(buckets.draw('a', shape, 40).granted).toBe(true)
    expect(buckets.draw('a', shape, 41).granted).toBe(false)
    let granted = 0
    for (let at = 1000; at < 2000; at += 1) granted += buckets.draw('a', shape, at).granted ? 1 : 0
    expect(granted).toBeGreaterThanOrEqual(48)
    expect(granted).toBeLessThanOrEqual(49)
  })

  it('never exceeds its capacity, and separates keys', () => {
    const buckets = createBuckets()
    const shape = { capacity: 2, perSecond: 1 }
    buckets.draw('a', shape, 0)
    expect(buckets.draw('a', shape, 3_600_000).remaining).toBe(1)
    expect(buckets.draw('b', shape, 3_600_000).remaining).toBe(1)
  })

  it('does not fill when time goes back', () => {
    const buckets = createBuckets()
    const shape = { capacity: 1, perSecond: 1 }
    buckets.draw('a', shape, 10_000)
    expect(buckets.draw('a', shape, 0).granted).toBe(false)
  })
})

describe('a quota', () => {
  it('is refilled when its window ends, not before', () => {
    const buckets = createBuckets()
    const shape = { capacity: 15, windowMs: 5000 }
    for (let index = 0; index < 15; index += 1) expect(buckets.drawWindow('a', shape, index).granted).toBe(true)
    expect(buckets.drawWindow('a', shape, 4999)).toEqual({ granted: false, remaining: 0, waitMs: 1 })
    expect(buckets.drawWindow('a', shape, 5000)).toEqual({ granted: true, remaining: 14, waitMs: 5000 })
  })
})
