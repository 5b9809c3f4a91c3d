import { describe, expect, it } from 'vitest'
import { capText, readJsonWords, readText } from './input'

describe('a long text', () => {
  it('keeps its beginning and its end, and nothing matches across the seam', () => {
    const whole = 'a'.repeat(68 * 1024)
    expect(capText(whole)).toBe(whole)
    const capped = capText(`${'a'.repeat(64 * 1024)}${'b'.repeat(1_000)}${'c'.repeat(4 * 1024)}`)
    expect(capped).toBe(`${'a'.repeat(64 * 1024)}\u0000${'c'.repeat(4 * 1024)}`)
  })
})

describe('the words of a text', () => {
  it('are the texts in a JSON object', () => {
    expect([...(readJsonWords(' {"os":"Encrypted","data":7,"more":{"os":"x"}}') ?? [])]).toEqual([['os', 'Encrypted']])
    expect(readJsonWords('{}')?.size).toBe(0)
  })

  it.each(['', 'null', '7', '"Encrypted"', '["os"]', '{"os":', 'Encrypted'])('are missing in %j', (text) => {
    expect(readJsonWords(text)).toBeNull()
  })

  it('are read only where the place may contain an object, and only up to the size of a valid one', () => {
    const object = (length: number) => `{"os":"Encrypted"}${' '.repeat(length - 18)}`
    expect(readText('{"os":"Encrypted"}', false).fields).toBeNull()
    expect(readText(object(16 * 1024), true).fields?.get('os')).toBe('Encrypted')
    expect(readText(object(16 * 1024 + 1), true).fields).toBeNull()
  })
})
