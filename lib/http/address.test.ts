import { describe, expect, it } from 'vitest'
import { parseProxyConfig, type ProxyConfig } from '@/lib/config/proxy-config'
import { networkKeyOf, originBehind } from './address'

function proxiesOf(value: string): ProxyConfig {
  const parsed = parseProxyConfig({ SEALWATCH_PROXIES: value })
  if (!parsed.ok) throw new Error(value)
  return parsed.value
}

describe('the client address', () => {
  it.each([
    // Without proxies the header proves nothing.
    [null, '', '198.51.100.1', '198.51.100.1', 0],
    ['203.0.113.7', '', '198.51.100.1', '198.51.100.1', 0],
    ['127.0.0.1, 203.0.113.7', '', '::ffff:198.51.100.1', '198.51.100.1', 0],
    ['203.0.113.7', '', '', '', 0],
    // From a declared proxy its own entry counts, and none that the caller invented before it.
    ['1.2.3.4, 203.0.113.7', '10.0.0.1', '10.0.0.1', '203.0.113.7', 1],
    ['1.2.3.4, 203.0.113.7', '10.0.0.0/24', '::ffff:10.0.0.77', '203.0.113.7', 1],
    ['1.2.3.4, 203.0.113.7, 10.0.0.1', '10.0.0.1,10.0.0.2', '10.0.0.2', '203.0.113.7', 2],
    ['1.2.3.4, 203.0.113.7, 10.0.0.1', '10.0.0.2', '10.0.0.2', '10.0.0.1', 1],
    ['2001:db8::7', '2001:db8:ffff::/48', '2001:db8:ffff:0::1', '2001:db8::7', 1],
    ['203.0.113.7:51234', '10.0.0.1', '10.0.0.1', '203.0.113.7', 1],
    ['[2001:DB8::7]:51234', '10.0.0.1', '10.0.0.1', '2001:db8::7', 1],
    [null, '10.0.0.1', '10.0.0.1', '10.0.0.1', 0],
    ['10.0.0.9', '10.0.0.0/8', '10.0.0.1', '10.0.0.9', 1],
    ['unknown', '10.0.0.1', '10.0.0.1', '10.0.0.1', 0],
    [`203.0.113.7, ${'y'.repeat(9000)}`, '10.0.0.1', '10.0.0.1', '10.0.0.1', 0],
    // The attack: a caller that reaches the server itself, not through the proxy, writes the header.
    ['203.0.113.7', '10.0.0.1', '198.51.100.1', '198.51.100.1', 0],
    ['203.0.113.7, 10.0.0.1', '10.0.0.0/24', '10.0.1.1', '10.0.1.1', 0],
  ])('of %s with the proxies %s from %s is %s', (forwardedFor, declared, peer, address, proxies) => {
    expect(originBehind({ forwardedFor, peer }, proxiesOf(declared).includes)).toEqual({ address, proxies })
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
