import { expect, it } from 'vitest'
import { EndedTokens } from './ended-tokens'

it('refuses what was ended, and returns whether it was new', () => {
  const ended = new EndedTokens()
  expect(ended.add({ fingerprint: 'a', expiresAt: 5_000 }, 1_000)).toBe(true)
  expect(ended.add({ fingerprint: 'a', expiresAt: 5_000 }, 1_000)).toBe(false)
  expect(ended.add({ fingerprint: 'old', expiresAt: 1_000 }, 1_000)).toBe(false)
  expect([ended.has('a'), ended.has('b'), ended.has('old')]).toEqual([true, false, false])
})

it('holds every token until it expires, however many sign out, and no longer', () => {
  const ended = new EndedTokens()
  const many = 60_000
  for (let token = 0; token < many; token += 1) ended.add({ fingerprint: `${token}`, expiresAt: 10_000 + token }, 2_000)
  expect([ended.size, ended.has('0'), ended.has(`${many - 1}`)]).toEqual([many, true, true])
  for (let token = 0; token < many; token += 1) ended.add({ fingerprint: `next ${token}`, expiresAt: 200_000 }, 100_000)
  expect(ended.size).toBeLessThanOrEqual(many * 1.5)
})
