import { describe, expect, it } from 'vitest'
import { Allowance } from './allowance'

const now = 5_000
const policy = { burst: 30, intervalMilliseconds: 10_000 }

describe('an allowance', () => {
  it('is bounded, refills with time, and is separate for each key', () => {
    const allowance = new Allowance(policy)
    for (let spent = 0; spent < 30; spent += 1) {
      expect(allowance.waitSeconds('a', now)).toBe(0)
      expect(allowance.left('a', now)).toBe(30 - spent)
      allowance.spend('a', now)
    }
    expect([allowance.waitSeconds('a', now), allowance.left('a', now)]).toEqual([10, 0])
    expect(allowance.fullInSeconds('a', now)).toBe(300)
    expect([allowance.waitSeconds('b', now), allowance.left('b', now)]).toEqual([0, 30])
    expect([allowance.waitSeconds('a', now + 10_000), allowance.left('a', now + 10_000)]).toEqual([0, 1])
    expect([allowance.left('a', now + 300_000), allowance.fullInSeconds('a', now + 300_000)]).toEqual([30, 0])
  })

  it('never exceeds its burst, however long nothing is spent', () => {
    const allowance = new Allowance(policy)
    allowance.spend('a', now)
    expect(allowance.left('a', now + 1_000_000_000)).toBe(30)
  })

  it('is forgotten once it is full again, for any number of keys', () => {
    const allowance = new Allowance(policy)
    for (let key = 0; key < 20_002; key += 1) allowance.spend(`${key}`, now + key)
    expect(allowance.waitSeconds('1', now)).toBe(0)
  })

  it('holds no more keys than its limit, and drops the oldest first', () => {
    const allowance = new Allowance({ ...policy, mostKeys: 1000 })
    for (let key = 0; key < 20_000; key += 1) {
      allowance.spend(`${key}`, now)
      expect(allowance.size).toBeLessThanOrEqual(1000)
    }
    expect([allowance.left('0', now), allowance.left('19999', now)]).toEqual([30, 29])
  })
})
