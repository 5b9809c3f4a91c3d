import { describe, expect, it } from 'vitest'
import { addressOf } from './address'

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
