import { describe, expect, it } from 'vitest'
import { isoOf } from '../instants'
import type { Observation, ObservedFacts } from '../observation'
import { clock, dataPercent, encryptingFacts, messageOf, polling, seen } from '../testing/observations'
import type { PastWork } from '../estimate/similar'
import { workViewOf } from '../estimate/work-view'
import type { StallSign } from './signs'

const minute = 60_000
const start = Date.parse(clock('10:00'))
const after = (minutes: number): string => isoOf(start + minutes * minute)

interface Situation {
  readonly observations: readonly Observation[]
  readonly now: number
  /** Bytes a second by minute; undefined for a minute without a value. */
  readonly traffic?: (minuteOf: number) => number | undefined
  readonly past?: readonly PastWork[]
}

function signs({ observations, now, traffic, past = [] }: Situation): readonly StallSign[] {
  const points = Array.from({ length: Math.max(0, now - 2) }, (_, index) => ({ index, rate: traffic?.(index) }))
  return workViewOf({
    observations,
    osTraffic: points.flatMap(({ index, rate }) =>
      rate === undefined ? [] : [{ at: start + index * minute, readBytesPerSecond: rate, writeBytesPerSecond: 0 }],
    ),
    dataTraffic: [],
    past,
    polling,
    now: after(now),
  }).stuck
}

const disks = [{ name: 'os', role: 'os', lun: null, sizeGiB: 64, stamp: 'encrypted', state: 'encrypting' }] as const
const facts = (over: Partial<ObservedFacts> = {}): Partial<ObservedFacts> => ({
  ...encryptingFacts,
  disks,
  message: messageOf('linux-os-encryption-started'),
  ...over,
})
const copying = (until: number, heartbeat = until): readonly Observation[] => [
  seen(after(-10), after(0), { heartbeatAt: after(-0.5), facts: encryptingFacts }),
  seen(after(0.5), after(until), { heartbeatAt: after(heartbeat - 0.5), facts: facts() }),
]
const rules = (situation: Situation): readonly string[] => signs(situation).map(({ rule }) => rule)
const MB = 1e6

describe('no disk traffic', () => {
  const stopsAt = (stop: number) => (at: number) => (at < stop ? 40 * MB : 2_000)

  it('holds after 15 minutes known to Azure Monitor, and states since when', () => {
    expect(rules({ observations: copying(46), now: 46, traffic: stopsAt(30) })).toEqual([])
    expect(signs({ observations: copying(47), now: 47, traffic: stopsAt(30) })).toEqual([
      { rule: 'no-disk-traffic', since: after(30), until: after(45), knownMinutes: 15 },
    ])
  })

  it('does not count a missing minute as silent, nor delayed metrics as silence', () => {
    const missing = (at: number) => (at < 30 ? 40 * MB : at % 3 === 0 ? 0 : undefined)
    expect(rules({ observations: copying(50), now: 50, traffic: missing })).toEqual([])
    const ended = (at: number) => (at < 30 ? 40 * MB : at < 46 ? 0 : undefined)
    expect(rules({ observations: copying(70), now: 70, traffic: ended })).toEqual([])
  })

  it('counts a trickle as a pause', () => {
    expect(rules({ observations: copying(65), now: 65, traffic: (at) => (at < 30 ? 40 * MB : 0.4 * MB) })).toEqual([])
  })

  it('does not apply once the message is another one', () => {
    const done = seen(after(46), after(60), { facts: facts({ message: messageOf('linux-os-please-reboot') }) })
    expect(rules({ observations: [...copying(45.5), done], now: 60, traffic: stopsAt(30) })).toEqual([])
  })
})

it('never holds because of the age of a message alone', () => {
  expect(rules({ observations: copying(3 * 24 * 60), now: 3 * 24 * 60 })).toEqual([])
})

describe('retries', () => {
  const attempt = (number: number, at: number): Observation =>
    seen(after(at), null, {
      facts: facts({ message: { ...messageOf('linux-os-unmount-attempt-failed'), attempt: number } }),
    })

  it('hold when they were observed to rise to the third or later', () => {
    expect(rules({ observations: [attempt(1, 1), attempt(2, 2)], now: 2 })).toEqual([])
    expect(rules({ observations: [attempt(4, 1)], now: 2 })).toEqual([])
    const rising = [attempt(2, 1), attempt(3, 2)]
    expect(signs({ observations: rising, now: 2 })).toEqual([{ rule: 'retries-rising', attempt: 3, since: after(1) }])
    expect(
      rules({
        observations: [
          ...rising,
          ...copying(3)
            .slice(1)
            .map((row) => ({ ...row, firstSeen: after(3) })),
        ],
        now: 3,
      }),
    ).toEqual([])
  })
})

describe('a silent agent', () => {
  it('holds after 20 minutes beyond the usual distance, for any guest clock', () => {
    expect(rules({ observations: copying(60, 41), now: 60 })).toEqual([])
    expect(rules({ observations: copying(60, 40), now: 60 })).toEqual(['agent-silent'])
    const slow = (row: Observation): Observation => ({
      ...row,
      heartbeatAt: isoOf(Date.parse(row.heartbeatAt!) - 3 * 3_600_000),
    })
    expect(rules({ observations: copying(60).map(slow), now: 60 })).toEqual([])
    expect(rules({ observations: copying(60, 40).map(slow), now: 60 })).toEqual(['agent-silent'])
  })

  it('does not apply while the disk moves, the VM is off, or there are no observations', () => {
    expect(rules({ observations: copying(60, 30), now: 60, traffic: () => 40 * MB })).toEqual([])
    expect(rules({ observations: copying(60, 30), now: 90 })).toEqual([])
    const off = copying(60, 30).map((row) => ({ ...row, facts: { ...row.facts, power: 'stopped' } }))
    expect(rules({ observations: off, now: 60 })).toEqual([])
    expect(rules({ observations: copying(60, 30).slice(1), now: 60 })).toEqual([])
  })
})

describe('far over similar disks', () => {
  const past = Array.from({ length: 5 }, (): PastWork => ({ work: 'os-copy', sizeGiB: 64, duration: 60 * minute }))

  it('holds from three times the median of five', () => {
    expect(rules({ observations: copying(170), now: 170, past })).toEqual([])
    expect(rules({ observations: copying(190), now: 190, past: past.slice(1) })).toEqual([])
    expect(signs({ observations: copying(190), now: 190, past })).toMatchObject([
      { rule: 'far-over-similar', median: 60 * minute, disks: 5 },
    ])
  })

  it('does not apply while something moves', () => {
    expect(rules({ observations: copying(190), now: 190, past, traffic: () => 40 * MB })).toEqual([])
    const data = (percent: number, at: number): Observation =>
      seen(after(at), null, {
        facts: facts({ disks: [{ ...disks[0], role: 'data' }], message: dataPercent(1, 1, percent) }),
      })
    const slow = past.map((one) => ({ ...one, work: 'data-volumes' as const }))
    expect(rules({ observations: [data(10, 1), data(11, 190)], now: 190, past: slow })).toEqual([])
    expect(rules({ observations: [data(10, 1), data(11, 150), data(11, 190)], now: 190, past: slow })).toEqual([
      'far-over-similar',
    ])
  })
})
