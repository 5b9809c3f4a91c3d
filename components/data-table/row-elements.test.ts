import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reuseRowElements, type RowElement } from './row-elements'

const keysOf = (elements: readonly RowElement[]) => elements.map(({ key }) => key)
const numberOf = (elements: readonly RowElement[], key: string) =>
  elements.find((element) => element.key === key)?.number

describe('reuseRowElements', () => {
  const first = reuseRowElements([], ['a', 'b', 'c', 'd'], false)

  it('gives new lines the elements of removed ones, at their position', () => {
    const moved = reuseRowElements(first, ['c', 'd', 'e', 'f'], true)
    expect(keysOf(moved)).toEqual(['e', 'f', 'c', 'd'])
    expect(moved.map(({ number }) => number)).toEqual([0, 1, 2, 3])
  })

  it('restores the order of the table at rest, every line in its element', () => {
    const moved = reuseRowElements(first, ['c', 'd', 'e', 'f'], true)
    const rested = reuseRowElements(moved, ['c', 'd', 'e', 'f'], false)
    expect(keysOf(rested)).toEqual(['c', 'd', 'e', 'f'])
    for (const key of keysOf(rested)) expect(numberOf(rested, key)).toBe(numberOf(moved, key))
  })

  it('gives every line exactly one element, for any lines before', () => {
    const lines = fc.uniqueArray(fc.integer({ min: 0, max: 30 }).map(String), { maxLength: 12 })
    fc.assert(
      fc.property(fc.array(fc.tuple(lines, fc.boolean()), { maxLength: 8 }), (rounds) => {
        let elements: readonly RowElement[] = []
        for (const [keys, isMoving] of rounds) {
          const before = elements
          elements = reuseRowElements(before, keys, isMoving)
          expect(keysOf(elements).toSorted()).toEqual(keys.toSorted())
          expect(new Set(elements.map(({ number }) => number)).size).toBe(keys.length)
          if (!isMoving) expect(keysOf(elements)).toEqual(keys)
          for (const { key, number } of before) if (keys.includes(key)) expect(numberOf(elements, key)).toBe(number)
        }
      }),
    )
  })
})
