import { describe, expect, it } from 'vitest'
import { networkKeyOf, clientAddressBehind } from './address'

describe('the client address', () => {
  it.each([
    [null, 0, '198.51.100.1', '198.51.100.1'],
    ['203.0.113.7', 0, '198.51.100.1', '198.51.100.1'],
    ['127.0.0.1, 203.0.113.7', 0, '::ffff:198.51.100.1', '198.51.100.1'],
    ['1.2.3.4, 203.0.113.7', 1, '10.0.0.1', '203.0.113.7'],
    ['1.2.3.4, 203.0.113.7, 10.0.0.1', 2, '10.0.0.2', '203.0.113.7'],
    ['203.0.113.7', 3, '10.0.0.1', '203.0.113.7'],
    ['203.0.113.7:51234', 1, '10.0.0.1', '203.0.113.7'],
    ['[2001:DB8::7]:51234', 1, '10.0.0.1', '2001:db8::7'],
    [null, 1, '10.0.0.1', ''],
    ['203.0.113.7', 0, '', ''],
    [`x, ${'y'.repeat(9000)}`, 1, '10.0.0.1', 'y'.repeat(64)],
  ])('of %s through %i proxies from %s is %s', (forwardedFor, proxies, peer, address) => {
    expect(clientAddressBehind({ forwardedFor, peer }, proxies)).toBe(address)
  })

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:aaaa::1', '2001:db8:1:2'],
    ['2001:db8::aaaa:bbbb:cccc:dddd', '2001:db8:0:0'],
    ['2001:0db8:0000::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['64:ff9b::192.0.2.33', '64:ff9b:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['1:2:3:4:5:6:7::', '1:2:3:4'],
    ['', ''],
  ])('of %s counts as %s', (address, network) => {
    expect(networkKeyOf(address)).toBe(network)
  })
})
