import { describe, expect, it } from 'vitest'
import { isAddressedTo } from './addressed'

const audience = '33333333-3333-4333-8333-333333333333'
const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
const bearer = (claims: unknown): string => `Bearer ${part({ alg: 'RS256' })}.${part(claims)}.${part('signature')}`

describe('isAddressedTo', () => {
  it('accepts a token with the audience of this API, with any signature', () => {
    expect(isAddressedTo(audience, bearer({ aud: audience }))).toBe(true)
    expect(isAddressedTo(audience, bearer({ aud: ['another', audience] }))).toBe(true)
  })

  it.each<[string, string | null]>([
    ['nothing', null],
    ['another scheme', `Basic ${part('a:b')}`],
    ['an arbitrary word', 'Bearer x'],
    ['three words', 'Bearer a.b.c'],
    ['a token for another API', bearer({ aud: 'another' })],
    ['a token for a list of audiences', bearer({ aud: ['another'] })],
    ['a token without an audience', bearer({})],
    ['no claims', bearer('nothing')],
    ['claims that are a list', bearer([audience])],
    ['a token in another spelling', `${bearer({ aud: audience })}=`],
    ['a token over the length limit', bearer({ aud: audience, x: 'x'.repeat(20_000) })],
  ])('rejects %s', (_name, header) => {
    expect(isAddressedTo(audience, header)).toBe(false)
  })
})
