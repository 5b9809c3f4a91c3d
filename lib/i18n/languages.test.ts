import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseLanguage, languages } from './languages'

describe('chooseLanguage', () => {
  it.each([
    [null, null, 'en'],
    ['ja', 'en', 'ja'],
    ['JA-jp', null, 'ja'],
    ['xx', 'ja,en;q=0.5', 'ja'],
    [null, 'ja', 'ja'],
    [null, 'ja-JP,ja;q=0.9,en-US;q=0.8', 'ja'],
    [null, 'en;q=0.5, ja;q=0.9', 'ja'],
    [null, 'de, fr;q=0.9', 'en'],
    [null, 'de, ja;q=0.1', 'ja'],
    [null, 'ja;q=0, en;q=0.1', 'en'],
    [null, 'jam', 'en'],
    [null, '*', 'en'],
    ['', '', 'en'],
  ] as const)('cookie %s and header %s give %s', (cookie, header, expected) => {
    expect(chooseLanguage(cookie, header)).toBe(expected)
  })

  it('gives a language of ours whatever it is told', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (cookie, header) => languages.includes(chooseLanguage(cookie, header))),
    )
  })
})
