import { expect, it } from 'vitest'
import { initials, tenantName } from './names'

const account = (name: string | null, username = 'a.tanaka@contoso.example') => ({
  homeAccountId: 'oid.t1',
  name,
  username,
})

it.each([
  ['Aiko Tanaka', 'AT'],
  ['Aiko Mari Tanaka', 'AM'],
  ['田中 愛子', '田愛'],
  ['Björn', 'B'],
  [null, 'AT'],
])('initials of %s are %s', (name, expected) => {
  expect(initials(account(name))).toBe(expected)
})

it('names the home tenant by the domain and any other by its id', () => {
  expect(tenantName('t1', { account: account('A') })).toBe('contoso.example')
  expect(tenantName('t2', { account: account('A') })).toBe('t2')
  expect(tenantName('t1', { account: null })).toBe('t1')
})
