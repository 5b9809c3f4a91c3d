import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalFacts } from './canonical'
import { entriesOf } from './entries'
import { isoOf } from './instants'
import type { Observation } from './observation'
import { allowedSilence } from './polling'
import { dataPercent, encryptingFacts, messageOf, polling, quietFacts, seen } from './testing/observations'
import { timelineOf } from './timeline'
import { laneIds, type Lane } from './types'

const start = Date.parse('2026-05-01T00:00:00Z')
const now = start + 6 * 3_600_000

const moment = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 2_000 }).map((step) => start + step * 10_000) },
  { weight: 1, arbitrary: fc.constantFrom(start - 366 * 86_400_000, now + 86_400_000, now) },
)
const facts = fc.constantFrom(
  quietFacts,
  encryptingFacts,
  { ...quietFacts, depth: 'inventory' as const },
  { ...encryptingFacts, message: dataPercent(1, 2, 40) },
  { ...encryptingFacts, message: dataPercent(1, 2, 41) },
  { ...encryptingFacts, message: messageOf('linux-os-encryption-started') },
  { ...quietFacts, power: 'deallocated', agent: null },
)
const observation: fc.Arbitrary<Observation> = fc
  .record({
    from: moment,
    length: fc.integer({ min: -3, max: 90 }).map((steps) => steps * 10_000),
    vmId: fc.constantFrom('machine-1', 'machine-2', null),
    id: fc.constantFrom('/a', '/B'),
    source: fc.constantFrom('user' as const, 'collector' as const),
    facts,
  })
  .map(({ from, length, ...rest }) => seen(isoOf(from), isoOf(from + length), rest))
const observations = fc.array(observation, { maxLength: 30 })

const built = (rows: readonly Observation[]) =>
  timelineOf({ observations: rows, formerMachines: [], activityLog: [], resourceChanges: [], polling, now: isoOf(now) })

const lanesOf = (rows: readonly Observation[]): readonly Lane<unknown>[] =>
  built(rows).machines.flatMap(({ lanes }) => laneIds.map((id): Lane<unknown> => lanes[id]))

it('never lets two intervals of a lane overlap, and never covers a gap', () => {
  fc.assert(
    fc.property(observations, (rows) =>
      lanesOf(rows).every(({ intervals, gaps }) => {
        const parts = [...intervals, ...gaps].map(({ from, to }) => [from, to] as const)
        const long = parts.filter(([from, to]) => from < to).sort(([left], [right]) => (left < right ? -1 : 1))
        const apart = long.every(([from], index) => index === 0 || from >= long[index - 1]![1])
        return apart && parts.every(([from, to]) => from <= to)
      }),
    ),
    { numRuns: 300 },
  )
})

it('never shows a state at a time without an observation', () => {
  fc.assert(
    fc.property(observations, (rows) => {
      // A row must cover this time, or have ended so shortly before that the next reading was not due yet.
      const backing = rows.map(({ firstSeen, lastSeen, facts: found }) => {
        const ends = [Date.parse(firstSeen), Date.parse(lastSeen)].sort((left, right) => left - right)
        return { from: ends[0]!, to: ends[1]! + allowedSilence(found, polling) }
      })
      return lanesOf(rows).every(({ intervals }) =>
        intervals.every((interval) => {
          for (let at = Date.parse(interval.from); at <= Date.parse(interval.to); at += 10_000) {
            if (!backing.some(({ from, to }) => at >= from && at <= to)) return false
          }
          return true
        }),
      )
    }),
    { numRuns: 200 },
  )
})

it('does not depend on the order of rows or on repeated rows', () => {
  const shuffledRows = observations.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows, ...rows], { minLength: rows.length * 2 })),
  )
  fc.assert(
    fc.property(shuffledRows, ([rows, mixed]) => {
      const [once, again] = [built(rows), built(mixed)]
      expect(again.machines).toEqual(once.machines)
      expect(entriesOf(again)).toEqual(entriesOf(once))
    }),
    { numRuns: 200 },
  )
})

it('shows every observation: its facts are in the lane at some time in its row', () => {
  fc.assert(
    fc.property(observations, (rows) => {
      const { machines } = built(rows)
      for (const row of rows) {
        const [from, to] = [row.firstSeen, row.lastSeen].toSorted()
        if (Date.parse(from!) > now + 300_000) continue
        const shown = machines.some(({ lanes }) =>
          lanes.vm.intervals.some(
            (interval) => interval.value === row.facts.state && interval.from <= to! && interval.to >= from!,
          ),
        )
        // Only a row that began at the same time can hide a row.
        const rivals = rows.filter(
          (other) => other.firstSeen === row.firstSeen && canonicalFacts(other.facts) !== canonicalFacts(row.facts),
        )
        if (rivals.length === 0) expect(shown).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
})
