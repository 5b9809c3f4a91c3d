import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/**
 * The colours were chosen together and measured; this test measures them again. Contrast as defined in
 * https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
 */
type Colour = readonly [light: string, dark: string]

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

function declarations(block: string): Map<string, Colour> {
  const found = [...block.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)]
  return new Map(found.map(([, name = '', light = '', dark = '']) => [name, [light, dark]]))
}

/** The first occurrence of a name is the default theme; the one inside the variant is high contrast. */
function themes(block: string) {
  const [standard = '', contrast = ''] = block.split('@variant high-contrast')
  return { standard: declarations(standard), contrast: declarations(contrast) }
}

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

function ratio(one: string, two: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(two)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const tokens = themes(read('./tokens.css'))
const states = [...read('./states.css').matchAll(/\.state-([\w-]+) \{([\s\S]*?)\n\}\n/g)].map(
  ([, name = '', block = '']) => ({ name, ...themes(block) }),
)
const at = (colours: Map<string, Colour>, name: string, side: 0 | 1) => colours.get(name)?.[side] ?? ''

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s', (_name, side) => {
  describe.each(['standard', 'contrast'] as const)('%s', (theme) => {
    const own = tokens[theme]
    const grounds = ['canvas', 'surface', 'sunken', 'hover', 'selected', 'code-surface']

    it.each(['text', 'text-2', 'text-3'])('%s is readable on every background', (text) => {
      for (const ground of grounds) {
        const least = theme === 'contrast' ? 7 : 4.5
        expect(ratio(at(own, text, side), at(own, ground, side)), ground).toBeGreaterThanOrEqual(least)
      }
    })

    it('borders of controls and the focus ring are visible', () => {
      expect(ratio(at(own, 'control', side), at(own, 'surface', side))).toBeGreaterThanOrEqual(3)
      for (const ground of grounds) {
        expect(ratio(at(own, 'focus', side), at(own, ground, side)), ground).toBeGreaterThanOrEqual(3)
      }
      expect(ratio(at(own, 'ink', side), at(own, 'on-ink', side))).toBeGreaterThanOrEqual(7)
    })

    it.each(states)('state $name: mark, and word on its tint', (state) => {
      const surface = at(own, 'surface', side)
      const mark = at(state[theme], 'mark', side)
      const given = at(state[theme], 'word', side)
      const word = given === '' ? mark : given
      const tint = at(state[theme], 'tint', side)
      expect(ratio(mark, surface)).toBeGreaterThanOrEqual(theme === 'contrast' ? 7 : 3)
      expect(ratio(mark, at(own, 'selected', side))).toBeGreaterThanOrEqual(3)
      expect(ratio(word, tint === '' ? surface : tint)).toBeGreaterThanOrEqual(theme === 'contrast' ? 7 : 4.5)
    })
  })
})

it('all eleven states have colours', () => {
  expect(states).toHaveLength(11)
})
