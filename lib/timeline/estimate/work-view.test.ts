import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Observation, ObservedDisk, ObservedFacts } from '../observation'
import { clock, dataDisk, dataPercent, encryptingFacts, messageOf, polling, seen } from '../testing/observations'
import { observeCopy } from '../testing/observe-copy'
import { simulateCopy } from '../testing/simulated-copy'
import type { PastWork } from './similar'
import { workViewOf, type WorkView } from './work-view'

const minute = 60_000
const hour = 60 * minute

function view(observations: readonly Observation[], now: string, past: readonly PastWork[] = []): WorkView {
  return workViewOf({ observations, osTraffic: [], dataTraffic: [], past, polling, now: clock(now) })
}

const working = (facts: Partial<ObservedFacts>) => ({ facts: { ...encryptingFacts, ...facts } })
const at = (index: number): string => new Date(Date.parse(clock('10:00')) + index * minute).toISOString()

/** One reading a minute. */
function copying(texts: readonly (readonly [index: number, percent: number])[], disks: readonly ObservedDisk[]) {
  return texts.map(([index, percent], step) =>
    seen(at(step), null, working({ disks, message: dataPercent(index, disks.length, percent) })),
  )
}

describe('data volumes', () => {
  const two = [dataDisk(0, 300), dataDisk(1, 100)]

  it('never fall, over three passes over each volume, and count by size', () => {
    const texts = [
      [1, 50],
      [1, 100],
      [1, 0],
      [1, 40],
      [1, 100],
      [1, 50],
      [1, 100],
      [2, 50],
      [2, 100],
      [2, 20],
    ] as const
    const done = texts.map((_, step) => view(copying(texts.slice(0, step + 1), two), at(step)).done)
    expect(done.map((one) => (one.basis === 'percent' ? one.done : null))).toEqual([
      // 50 and 100 first: the header is being saved, or half of the volume is copied. Nothing shows which.
      null,
      null,
      0,
      0.3,
      0.75,
      0.75,
      0.75,
      0.75,
      0.75,
      0.8,
    ])
    expect(done.at(-1)).toMatchObject({ weighting: 'size', index: 2, count: 2 })
  })

  it('count equally when the sizes or their number do not match', () => {
    const done = view(copying([[2, 20]], [dataDisk(0, 300), dataDisk(1, null)]), at(0)).done
    expect(done).toMatchObject({ done: 0.6, weighting: 'equal' })
  })

  it('give a time left only from readings that move', () => {
    const steady = Array.from({ length: 61 }, (_, step) => [1, Math.floor(step / 2) + 1] as const)
    const one = [dataDisk(0, 100)]
    const early = view(copying(steady.slice(0, 2), one), at(1))
    expect(early.timeLeft).toEqual({ basis: 'none', work: 'data-volumes', why: 'too-few-samples' })
    const still = Array.from({ length: 31 }, () => [1, 7] as const)
    expect(view(copying(still, one), at(30)).timeLeft).toMatchObject({ basis: 'none', why: 'no-progress-seen' })
    const counted = seen(at(0), null, working({ disks: one, message: messageOf('linux-data-count') }))
    expect(view([counted], at(0)).timeLeft).toMatchObject({ basis: 'none', why: 'not-documented' })
    const { timeLeft } = view(copying(steady, one), at(60))
    if (timeLeft.basis !== 'percent') throw new Error(timeLeft.basis)
    // 31 % after an hour at half a percent a minute: 138 minutes.
    expect(timeLeft.range.likely / minute).toBeGreaterThan(120)
    expect(timeLeft.range.likely / minute).toBeLessThan(160)
    expect(timeLeft.range.low).toBeLessThan(138 * minute)
    expect(timeLeft.range.high).toBeGreaterThan(138 * minute)
    expect(timeLeft.samples).toBe(31)
  })

  it('restart with another round after a restart, and tolerate impossible numbers', () => {
    const rounds = [
      ...copying([[2, 60]], two),
      ...copying([[1, 10]], two).map((row) => ({ ...row, firstSeen: at(1), lastSeen: at(1) })),
    ]
    expect(view(rounds, at(1)).done).toMatchObject({ index: 1, done: 0.075 })
    const message = { ...dataPercent(1, 2, 10), count: 1_000_000 }
    expect(view([seen(at(0), null, working({ message }))], at(0)).done).toEqual({ basis: 'none' })
  })

  it('never fall, for any numbers', () => {
    const reading = fc.record({ step: fc.constantFrom(0, 0, 0, 1), percent: fc.integer({ min: 0, max: 100 }) })
    fc.assert(
      fc.property(fc.array(reading, { minLength: 1, maxLength: 12 }), (readings) => {
        let index = 1
        const texts = readings.map(({ step, percent }) => [(index = Math.min(2, index + step)), percent] as const)
        const rows = copying(texts, two)
        const done = rows.map((_, last) => view(rows.slice(0, last + 1), at(last)).done)
        const shares = done.map((one) => (one.basis === 'percent' ? one.done : -1))
        return shares.every((share, step) => share >= (shares[step - 1] ?? -1) && share <= 1)
      }),
    )
  })

  it('count decryption in one pass', () => {
    const message = { ...dataPercent(1, 1, 50), kind: 'linux-decrypting-percent' as const }
    const { run, done } = view([seen(at(0), null, working({ state: 'decrypting', message }))], at(0))
    expect(run?.work).toBe('decryption')
    expect(done).toMatchObject({ done: 0.5, weighting: 'single' })
  })
})

it("shows the online method's own percentage, which never falls", () => {
  const text = (percent: number) => ({ ...messageOf('linux-online-os-progress'), percent })
  const rows = [10, 20, 15, 30].map((percent, step) => seen(at(step), null, working({ message: text(percent) })))
  const { done, run } = view(rows.slice(0, 3), at(2))
  expect(run?.work).toBe('online-os')
  expect(done).toMatchObject({ basis: 'percent', done: 0.2 })
  expect(view(rows, at(3)).timeLeft).toMatchObject({ basis: 'percent', samples: 3 })
})

describe('a copy without a percentage', () => {
  const disks = [{ ...dataDisk(0, 64), role: 'os' as const }]
  const copy = [
    seen('09:59:40', null),
    seen('10:00', '11:00', working({ disks, message: messageOf('linux-os-encryption-started') })),
  ]
  const past = (hours: number): PastWork => ({ work: 'os-copy', sizeGiB: 64, duration: hours * hour })

  it('has the documented range less the elapsed time, and no estimate beyond it', () => {
    expect(view(copy, '11:00').timeLeft).toEqual({ basis: 'documented', work: 'os-copy', low: 0, high: 15 * hour })
    const long = [seen('10:00', '2026-05-03T10:00:00Z', working({ message: messageOf('linux-os-encryption-started') }))]
    expect(view(long, '2026-05-03T10:00:00Z').timeLeft).toMatchObject({ basis: 'none', why: 'longer-than-documented' })
  })

  it('is estimated from similar disks, scaled by size, when there are enough', () => {
    const { timeLeft } = view(copy, '11:00', [past(2), past(3), { ...past(2), sizeGiB: 32 }])
    expect(timeLeft).toMatchObject({ basis: 'similar', disks: 3 })
    expect(timeLeft.basis === 'similar' && timeLeft.range).toEqual({ low: hour, likely: 2 * hour, high: 3 * hour })
    expect(view(copy, '11:00', [past(2), past(3)]).timeLeft.basis).toBe('documented')
    const far = { ...past(2), sizeGiB: 640 }
    expect(view(copy, '11:00', [far, far, far]).timeLeft.basis).toBe('documented')
  })

  it('begins between two observations, or at an unknown time', () => {
    expect(view(copy, '11:00').run?.start).toEqual({ kind: 'between', after: clock('09:59:40'), at: clock('10:00') })
    expect(view(copy.slice(1), '11:00').run?.start.kind).toBe('first-seen')
  })

  it('is estimated from bytes read, and states how many minutes are known', () => {
    const run = simulateCopy({ seed: 7 })
    const now = run.began + (run.ended! - run.began) / 2
    const { done, timeLeft, stuck } = observeCopy(run, now)
    expect(done).toMatchObject({ basis: 'metrics', sizeBytes: run.sizeGiB * 1024 ** 3 })
    if (done.basis !== 'metrics') throw new Error(done.basis)
    expect(done.done).toBeGreaterThan(0.2)
    expect(done.done).toBeLessThan(0.8)
    expect(Date.parse(done.until)).toBeLessThan(now)
    expect(done.knownMinutes).toBeLessThanOrEqual(done.minutes)
    expect(timeLeft.basis).toBe('metrics')
    expect(stuck).toEqual([])
    expect(observeCopy(run, now, { metrics: false }).timeLeft.basis).toBe('documented')
  })

  it('is never called finished by its bytes', () => {
    const run = simulateCopy({ seed: 7 })
    const { done, timeLeft } = observeCopy(run, run.ended! + 5 * minute)
    expect(done.basis === 'metrics' && done.done).toBe(0.99)
    expect(timeLeft.basis === 'metrics' && timeLeft.range.likely).toBe(minute)
  })
})

it('returns no estimate for an idle VM, for a message that outlived its job, and for an invalid time', () => {
  const idle = { basis: 'none', work: null, why: 'not-working' }
  expect(view([seen('10:00', null)], '10:00').timeLeft).toEqual(idle)
  const message = messageOf('linux-os-encryption-started')
  expect(view([seen('10:00', null, { facts: { state: 'failed', message } })], '10:00').run).toBeNull()
  expect(view([], 'not a time at all').timeLeft).toEqual(idle)
})

describe('a copy that was first observed only just now', () => {
  const MiB = 1024 ** 2
  const disks = [{ ...dataDisk(0, 30), role: 'os' as const }]
  const copy = seen('12:00', null, working({ disks, message: messageOf('linux-os-encryption-started') }))
  const end = Date.parse(clock('12:00'))
  /** Days of normal reads, then minutes of a copy up to now. */
  const osTraffic = Array.from({ length: 3000 }, (_, index) => {
    const isCopy = index < 12
    const readBytesPerSecond = isCopy ? 12 * MiB : 0.1 * MiB
    return { at: end - (index + 1) * minute, readBytesPerSecond, writeBytesPerSecond: readBytesPerSecond / 2 }
  })
  const done = (observations: readonly Observation[], traffic = osTraffic, askedAt: number | null = null) =>
    workViewOf({
      observations,
      osTraffic: traffic,
      dataTraffic: [],
      past: [],
      polling,
      askedAt,
      now: clock('12:00'),
    }).done

  it('does not count reads of the disk from before the copy', () => {
    expect(done([copy])).toMatchObject({ basis: 'metrics', minutes: 12 })
  })

  it('had not begun when another state was observed, nor before it was requested', () => {
    const everyday = osTraffic.slice(12).map((point) => ({ ...point, at: point.at + 12 * minute }))
    const before = seen('11:20', null, working({ disks, message: messageOf('linux-data-succeeded') }))
    const withObservation = done([before, copy], everyday)
    const withRequest = done([copy], everyday, end - 30 * minute)
    expect(withObservation.basis === 'metrics' && withObservation.minutes).toBeLessThanOrEqual(40)
    expect(withRequest.basis === 'metrics' && withRequest.minutes).toBeLessThanOrEqual(30)
  })
})
