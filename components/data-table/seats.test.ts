import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seatsFor, type Seat } from './seats'

const keysOf = (seats: readonly Seat[]) => seats.map(({ key }) => key)
const numberOf = (seats: readonly Seat[], key: string) => seats.find((seat) => seat.key === key)?.number

describe('seatsFor', () => {
  const first = seatsFor([], ['a', 'b', 'c', 'd'], false)

  it('gives new lines the elements of removed ones, at their position', () => {
    const moved = seatsFor(first, ['c', 'd', 'e', 'f'], true)
    expect(keysOf(moved)).toEqual(['e', 'f', 'c', 'd'])
    expect(moved.map(({ number }) => number)).toEqual([0, 1, 2, 3])
  })

  it('restores the order of the table at rest, every line in its element', () => {
    const moved = seatsFor(first, ['c', 'd', 'e', 'f'], true)
    const rested = seatsFor(moved, ['c', 'd', 'e', 'f'], false)
    expect(keysOf(rested)).toEqual(['c', 'd', 'e', 'f'])
    for (const key of keysOf(rested)) expect(numberOf(rested, key)).toBe(numberOf(moved, key))
  })

  it('gives every line exactly one element, for any lines before', () => {
    const lines = fc.uniqueArray(fc.integer({ min: 0, max: 30 }).map(String), { maxLength: 12 })
    fc.assert(
      fc.property(fc.array(fc.tuple(lines, fc.boolean()), { maxLength: 8 }), (rounds) => {
        let seats: readonly Seat[] = []
        for (const [keys, isMoving] of rounds) {
          const before = seats
          seats = seatsFor(before, keys, isMoving)
          expect(keysOf(seats).toSorted()).toEqual(keys.toSorted())
          expect(new Set(seats.map(({ number }) => number)).size).toBe(keys.length)
          if (!isMoving) expect(keysOf(seats)).toEqual(keys)
          for (const { key, number } of before) if (keys.includes(key)) expect(numberOf(seats, key)).toBe(number)
        }
      }),
    )
  })
})
