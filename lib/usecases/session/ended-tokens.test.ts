import { expect, it } from 'vitest'
import { EndedTokens } from './ended-tokens'

it('refuses what was ended, returns whether it was new, and over its limit drops first what expires first', () => {
  const ended = new EndedTokens()
  expect(ended.add({ fingerprint: 'a', expiresAt: 5_000 }, 1_000)).toBe(true)
  expect(ended.add({ fingerprint: 'a', expiresAt: 5_000 }, 1_000)).toBe(false)
  expect(ended.add({ fingerprint: 'old', expiresAt: 1_000 }, 1_000)).toBe(false)
  expect([ended.has('a'), ended.has('b'), ended.has('old')]).toEqual([true, false, false])
  for (let token = 0; token < 60_000; token += 1) {
    ended.add({ fingerprint: `${token}`, expiresAt: 10_000 + token }, 2_000)
    expect(ended.size).toBeLessThanOrEqual(20_000)
  }
  expect([ended.has('a'), ended.has('0'), ended.has('59999')]).toEqual([false, false, true])
})
