import { expect, it } from 'vitest'
import { clock, dataDisk, encryptingFacts, messageOf, polling, seen } from '../testing/observations'
import { finishedWorkOf } from './past-work'
import { estimateRecordOf, fewestRuns, fleetQualityOf, qualityOf, scoreOf } from './quality'

const hour = 3_600_000
const range = { low: hour, likely: 2 * hour, high: 3 * hour }

it('keeps what is needed to score an estimate later', () => {
  const record = estimateRecordOf({ basis: 'similar', work: 'os-copy', range, disks: 3 }, clock('10:00'))
  expect(record).toEqual({ basis: 'similar', work: 'os-copy', madeAt: clock('10:00'), ...range })
  const documented = estimateRecordOf({ basis: 'documented', work: 'os-copy', low: 0, high: hour }, clock('10:00'))
  expect(documented?.likely).toBeNull()
  expect(estimateRecordOf({ basis: 'none', work: null, why: 'not-working' }, clock('10:00'))).toBeNull()
})

it('scores against an end that is known to lie between two observations', () => {
  const record = { basis: 'metrics', work: 'os-copy', madeAt: clock('10:00'), ...range } as const
  const score = (after: string, by: string) => scoreOf(record, { after: clock(after), by: clock(by) })
  expect(score('12:30', '12:30')).toEqual({ basis: 'metrics', error: 0.2, within: true })
  expect(score('13:10', '13:10')?.within).toBe(false)
  expect(score('12:50', '13:20')?.within).toBe(true)
  expect(score('10:50', '10:55')?.within).toBe(false)
  expect(score('09:00', '09:10')).toBeNull()
  expect(scoreOf(record, { after: 'x', by: clock('12:00') })).toBeNull()
})

it('sums up by basis', () => {
  const scores = [
    { basis: 'metrics', error: 0.1, within: true },
    { basis: 'metrics', error: 0.3, within: false },
    { basis: 'documented', error: null, within: true },
  ] as const
  expect(qualityOf(scores)).toEqual([
    { basis: 'metrics', count: 2, medianError: 0.2, within: 0.5 },
    { basis: 'documented', count: 1, medianError: null, within: 1 },
  ])
})

it('shows no quality for a fleet with too few finished runs, and counts no run without an estimate', () => {
  const run = [{ basis: 'percent', error: 0.1, within: true }] as const
  const runs = (count: number) => Array.from({ length: count }, () => run)
  expect(fleetQualityOf([...runs(fewestRuns - 1), []])).toEqual({
    runs: fewestRuns - 1,
    fewest: fewestRuns,
    quality: [],
  })
  expect(fleetQualityOf(runs(fewestRuns)).quality).toMatchObject([{ basis: 'percent', count: fewestRuns }])
})

it('takes durations only from successful work with an observed start and end', () => {
  const disks = [{ ...dataDisk(0, 64), role: 'os' as const }]
  const facts = { ...encryptingFacts, disks, message: messageOf('linux-os-encryption-started') }
  const before = seen('09:59:30', null, { facts: encryptingFacts })
  const copy = seen('10:00', '13:00', { facts })
  const after = seen('13:00:30', null, { facts: { ...encryptingFacts, message: messageOf('linux-os-please-reboot') } })
  const finished = (rows: Parameters<typeof finishedWorkOf>[0]) => finishedWorkOf(rows, polling, clock('14:00'))
  expect(finished([before, copy, after])).toMatchObject([{ work: 'os-copy', sizeGiB: 64, duration: 3 * hour + 30_000 }])
  expect(finished([copy, after])).toEqual([])
  expect(finished([before, copy])).toEqual([])
  expect(finished([before, copy, { ...after, firstSeen: clock('13:30'), lastSeen: clock('13:30') }])).toEqual([])
  expect(finished([before, copy, { ...after, facts: { ...after.facts, state: 'failed' } }])).toEqual([])
})
