import { describe, expect, it } from 'vitest'
import { fillingFor, nothingFilled } from './filling'

const lines = (from: number, count = 20) => Array.from({ length: count }, (_, index) => `line ${String(from + index)}`)
const atRest = (from: number) => fillingFor(nothingFilled, lines(from), false)

describe('which lines have all their values', () => {
  it('has all of them complete at rest, however many are new', () => {
    expect([...atRest(0).whole]).toEqual(lines(0))
    expect([...fillingFor(atRest(0), lines(1000), false).whole]).toEqual(lines(1000))
  })

  it('completes lines at once when only a few are new', () => {
    expect([...fillingFor(atRest(0), lines(6), true).whole]).toEqual(lines(6))
  })

  it('defers lines during fast scrolling, and keeps complete lines complete', () => {
    const flying = fillingFor(atRest(0), lines(11), true)
    expect([...flying.whole]).toEqual(lines(11, 9))
    expect([...fillingFor(flying, lines(22), true).whole]).toEqual([])
  })

  it('completes them from the top within a few frames once scrolling slows down', () => {
    const flown = fillingFor(fillingFor(atRest(0), lines(100), true), lines(200), true)
    expect(flown.whole.size).toBe(0)
    const slower = fillingFor(flown, lines(202), true)
    expect([...slower.whole]).toEqual(lines(202, 6))
    let filling = slower
    for (let frame = 0; frame < 3; frame += 1) filling = fillingFor(filling, lines(202), true)
    expect([...filling.whole]).toEqual(lines(202))
  })
})
