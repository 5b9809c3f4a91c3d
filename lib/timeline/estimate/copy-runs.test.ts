import { describe, expect, it } from 'vitest'
import { observeCopy } from '../testing/observe-copy'
import { simulateCopy, type SimulatedCopy } from '../testing/simulated-copy'
import { medianOf } from './traffic'

const runs = 200
const minute = 60_000
/** A new seed each time; a failure prints the seed of the run, which reproduces it. */
const seed = Math.floor(Math.random() * 2 ** 31)

const healthy = (index: number): SimulatedCopy => simulateCopy({ seed: seed + index })

describe(`${runs} random copies from seed ${seed}`, () => {
  it('are estimated well after their first third', () => {
    const errors: number[] = []
    const within: boolean[] = []
    for (let index = 0; index < runs; index += 1) {
      const copy = healthy(index)
      const length = copy.ended! - copy.began
      for (const share of [1 / 3, 1 / 2, 2 / 3, 5 / 6]) {
        const now = copy.began + share * length
        const { timeLeft } = observeCopy(copy, now)
        const truth = copy.ended! - now
        const range = timeLeft.basis === 'metrics' ? timeLeft.range : null
        errors.push(range === null ? 1 : Math.abs(range.likely - truth) / truth)
        within.push(range !== null && range.low <= truth && truth <= range.high)
      }
    }
    const median = medianOf(errors)
    const share = within.filter(Boolean).length / within.length
    console.log(
      `Time left of ${runs} random copies (seed ${seed}): median error ${(median * 100).toFixed(1)} %, ` +
        `range held the truth in ${(share * 100).toFixed(1)} %`,
    )
    expect(median, `seed ${seed}`).toBeLessThan(0.25)
    expect(share, `seed ${seed}`).toBeGreaterThanOrEqual(0.8)
  })

  it('are never reported as possibly stuck while they are healthy', () => {
    for (let index = 0; index < runs; index += 1) {
      const copy = healthy(index)
      for (let now = copy.began + minute; now < copy.ended! + 5 * minute; now += 3 * minute) {
        // During and after a pause, where a false alarm would last for minutes, and at some times in between.
        const nearPause = copy.pauses.some(({ from, to }) => now >= from + 10 * minute && now <= to + 5 * minute)
        if (!nearPause && Math.round((now - copy.began) / minute) % 61 !== 0) continue
        expect(observeCopy(copy, now).stuck, `seed ${copy.seed}, minute ${(now - copy.began) / minute}`).toEqual([])
      }
    }
  })
})

it('a copy at half a megabyte a second that slows to 13 KB a second for 18 minutes is not reported as stuck', () => {
  const copy = simulateCopy({ seed: 1213669562 })
  expect(observeCopy(copy, copy.began + 1027 * minute).stuck).toEqual([])
})

describe(`${runs} random copies from seed ${seed} that stall`, () => {
  it('are reported as possibly stuck within 30 minutes of a planted stall', () => {
    let found = 0
    for (let index = 0; index < runs; index += 1) {
      const copy = simulateCopy({ seed: seed + index, stall: index % 2 === 0 ? 'copy' : 'vm' })
      if (copy.stalledAt === null) continue
      const views = [15, 18, 21, 24, 27, 30].map((after) => observeCopy(copy, copy.stalledAt! + after * minute))
      const first = views.find(({ stuck }) => stuck.length > 0)
      expect(first, `seed ${copy.seed}`).toBeDefined()
      // A stalled run has no end that could be estimated.
      expect(first?.timeLeft.basis, `seed ${copy.seed}`).toBe('none')
      found += 1
    }
    expect(found).toBeGreaterThan(runs / 2)
  })
})
