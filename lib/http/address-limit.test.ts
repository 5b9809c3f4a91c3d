import { describe, expect, it } from 'vitest'
import { addressOf, AddressLimit } from './address-limit'

const now = 1_800_000_000_000

describe('guesses of one address', () => {
  it('are bounded, and come back with time', () => {
    const limit = new AddressLimit()
    for (let guess = 0; guess < 30; guess += 1) {
      expect(limit.waitSeconds('a', now)).toBe(0)
      limit.guessed('a', now)
    }
    expect(limit.waitSeconds('a', now)).toBe(10)
    expect(limit.waitSeconds('b', now)).toBe(0)
    expect(limit.waitSeconds('a', now + 10_000)).toBe(0)
  })

  it('are forgotten once they are paid, however many addresses there are', () => {
    const limit = new AddressLimit()
    for (let address = 0; address < 20_002; address += 1) limit.guessed(`${address}`, now + address)
    expect(limit.waitSeconds('1', now)).toBe(0)
  })
})

describe('where a request comes from', () => {
  it.each([
    ['203.0.113.7', 0, '203.0.113.7'],
    ['1.2.3.4, 203.0.113.7', 1, '203.0.113.7'],
    ['1.2.3.4, 203.0.113.7, 10.0.0.1', 2, '203.0.113.7'],
    ['203.0.113.7', 3, '203.0.113.7'],
    ['::ffff:127.0.0.1', 0, '::ffff:127.0.0.1'],
    ['2001:DB8:1:2:aaaa::1', 0, '2001:db8:1:2'],
    [null, 0, ''],
  ])('%s through %i proxies is %s', (header, proxies, address) => {
    expect(addressOf(header, proxies)).toBe(address)
  })
})
