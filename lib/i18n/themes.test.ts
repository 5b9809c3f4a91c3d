import { describe, expect, it } from 'vitest'
import { parseContrast, parseTheme } from './themes'

describe('the look cookies', () => {
  it.each([
    ['dark', 'dark'],
    ['light', 'light'],
    ['system', 'system'],
    ['', 'system'],
    ['DARK', 'system'],
    ['dark; evil', 'system'],
    [undefined, 'system'],
    [null, 'system'],
  ] as const)('theme %s is %s', (text, expected) => {
    expect(parseTheme(text)).toBe(expected)
  })

  it.each([
    ['more', 'more'],
    ['standard', 'standard'],
    ['less', 'system'],
    [undefined, 'system'],
  ] as const)('contrast %s is %s', (text, expected) => {
    expect(parseContrast(text)).toBe(expected)
  })
})
