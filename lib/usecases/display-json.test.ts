import { expect, it } from 'vitest'
import { displayJson } from './display-json'

it('cuts the version off every secret address, in any field', () => {
  const secret = 'https://kv1.vault.azure.net/secrets/bek-1/0123456789abcdef0123456789abcdef'
  const shown = displayJson({
    a: [{ secretUrl: secret }],
    message: `wrapping ${secret}, retried`,
    nested: JSON.stringify({ url: secret }),
    key: 'https://kv1.vault.azure.net/keys/kek/0123',
  })
  expect(shown).not.toContain('0123456789abcdef')
  expect(shown.match(/secrets\/bek-1\/…/g)).toHaveLength(3)
  expect(shown).toContain('wrapping https://kv1.vault.azure.net/secrets/bek-1/…, retried')
  expect(shown).toContain('/keys/kek/0123')
})

it('shows at most a megabyte', () => {
  expect(displayJson({ text: 'x'.repeat(2_000_000) })).toHaveLength(1_048_576)
})

it('writes invisible characters as escapes, and stays equivalent JSON', () => {
  const json = { message: 'a\u202etxt.exe\u200b\u2028\u0085\u{e0041}', plain: '日本語 é 😀' }
  const shown = displayJson(json)
  expect(shown).toContain(String.raw`a\u202etxt.exe\u200b\u2028\u0085\udb40\udc41`)
  expect(shown).toContain('日本語 é 😀')
  expect(JSON.parse(shown)).toEqual(json)
})
