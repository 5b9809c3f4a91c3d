import { describe, expect, it } from 'vitest'
import { parseProxyConfig } from './proxy-config'

const parsed = (value: string | undefined) => parseProxyConfig({ SEALWATCH_PROXIES: value })

describe('the addresses of the proxies', () => {
  it.each([undefined, '', ' , '])('are an empty list for %s', (value) => {
    expect(parsed(value)).toMatchObject({ ok: true, value: { declared: false } })
  })

  it.each(['10.0.0.4', '10.0.0.0/24', '2001:db8::/64, ::1', '192.0.2.1,10.0.0.0/8 , fd00::1'])('may be %s', (value) => {
    expect(parsed(value)).toMatchObject({ ok: true, value: { declared: true } })
  })

  // A number was right before; a prefix of 0 would let every caller choose its address.
  it.each([
    '1',
    '0',
    'proxy.example',
    '10.0.0',
    '10.0.0.0/33',
    '2001:db8::/129',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.1/',
    'x,10.0.0.1',
  ])('may not be %s', (value) => {
    const result = parsed(value)
    expect(result).toMatchObject({ ok: false, failure: [{ variable: 'SEALWATCH_PROXIES' }] })
    expect(JSON.stringify(result)).not.toContain(`"${value}"`)
  })

  it('include an address of a network, and no other text', () => {
    const result = parsed('10.0.0.0/24, 2001:db8::/32')
    const includes = result.ok ? result.value.includes : () => null
    expect(['10.0.0.200', '2001:db8:1::9', '10.0.1.1', '2001:db9::', '', 'x'].map(includes)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })
})
