import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { vmStates, type VmState } from '@/lib/encryption/types'
import { fleetHistory, type FleetBucket, type StateRow } from './fleet-history'

const counted = ({ counts }: FleetBucket): Partial<Record<VmState, number>> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))

it('counts a VM with its last state in a bucket, and as not seen in a bucket without observations', () => {
  const rows: StateRow[] = [
    { vm: 'a', state: 'not-encrypted', firstSeen: 0, lastSeen: 12 },
    { vm: 'a', state: 'encrypting', firstSeen: 14, lastSeen: 25 },
    { vm: 'b', state: 'encrypted', firstSeen: 41, lastSeen: 41 },
  ]
  const history = fleetHistory(rows, [0, 10, 20, 30, 40, 50], 3)
  expect(history.map(counted)).toEqual([
    { 'not-encrypted': 1 },
    { encrypting: 1 },
    { encrypting: 1 },
    {},
    { encrypted: 1 },
  ])
  expect(history.map(({ notSeen }) => notSeen)).toEqual([2, 2, 2, 3, 2])
})

it('ignores bounds and times that are not numbers', () => {
  expect(fleetHistory([], [], 2)).toEqual([])
  expect(fleetHistory([{ vm: 'a', state: 'failed', firstSeen: Number.NaN, lastSeen: 3 }], [0, 10], 1)[0]?.notSeen).toBe(
    1,
  )
})

const row = fc
  .record({
    vm: fc.constantFrom('a', 'b', 'c'),
    state: fc.constantFrom(...vmStates),
    firstSeen: fc.integer({ min: -20, max: 120 }),
    length: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ length, ...rest }): StateRow => ({ ...rest, lastSeen: rest.firstSeen + length }))

it('never extrapolates, adds up, and does not depend on order or repetition', () => {
  const bounds = [0, 5, 10, 40, 41, 100]
  fc.assert(
    fc.property(fc.array(row, { maxLength: 25 }), (rows) => {
      const history = fleetHistory(rows, bounds, 3)
      for (const bucket of history) {
        const observed = new Set(
          rows
            .filter(({ firstSeen, lastSeen }) => firstSeen < bucket.to && lastSeen >= bucket.from)
            .map(({ vm }) => vm),
        )
        if (bucket.notSeen !== 3 - observed.size) return false
        if (vmStates.reduce((sum, state) => sum + bucket.counts[state], 0) !== observed.size) return false
      }
      return JSON.stringify(fleetHistory([...rows, ...rows].reverse(), bounds, 3)) === JSON.stringify(history)
    }),
  )
})
