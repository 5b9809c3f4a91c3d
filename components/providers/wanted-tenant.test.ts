import { describe, expect, it } from 'vitest'
import { isTenantId, tenantOfLink } from './wanted-tenant'

const id = '5ea1a7c4-1111-4111-a111-000000000001'

describe('tenantOfLink', () => {
  it.each([
    [`?tenant=${id}`, id],
    [`?q=a&tenant=${id.toUpperCase()}`, id],
    ['?tenant=Contoso.onmicrosoft.com', 'contoso.onmicrosoft.com'],
    ['', null],
    ['?tenant=', null],
    ['?tenant=common', null],
    ['?tenant=organizations', null],
    ['?tenant=../evil', null],
    ['?tenant=evil.example/path', null],
    ['?tenant=a..b', null],
    ['?tenant=-a.b.example', null],
    [`?tenant=${id}%0a`, null],
    [`?tenant=${'a'.repeat(300)}.example`, null],
  ])('%s gives %s', (search, expected) => {
    expect(tenantOfLink(search)).toBe(expected)
  })
})

it('distinguishes an id from a domain', () => {
  expect(isTenantId(id)).toBe(true)
  expect(isTenantId('contoso.example')).toBe(false)
})
