import { describe, expect, it } from 'vitest'
import { clock, item, machine, timeline } from '../testing/timelines'
import { listed, listedIn } from './listed'
import { segmentsOf, type Segment } from './segments'
import { segmentBy, segmentAfterKey } from './keyboard-navigation'

const hours = (segments: readonly Segment[]) =>
  segments.map(({ kind, from, to }) => [kind, ...[from, to].map((at) => new Date(at).toISOString().slice(11, 16))])

function first(segments: readonly Segment[]): Segment {
  const [one] = segments
  if (one === undefined) throw new Error('empty lane')
  return one
}

describe('the lanes of a timeline', () => {
  it('draw what was observed, never across a gap, and an open interval up to now', () => {
    expect(hours(segmentsOf(timeline()).os)).toEqual([
      ['stretch', '10:00', '10:30'],
      ['stretch', '10:31', '11:00'],
      ['gap', '11:00', '12:00'],
      ['stretch', '12:00', '13:00'],
    ])
  })

  it('begin an interval at the time that Azure recorded', () => {
    const { power } = machine().lanes
    const [before, after] = power.intervals
    if (before === undefined || after === undefined) throw new Error('no stretch')
    const exact = { ...after, start: { kind: 'exact' as const, at: clock('10:29') } }
    const lanes = { ...machine().lanes, power: { gaps: [], intervals: [before, exact] } }
    const drawn = segmentsOf(timeline({ machines: [machine({ lanes })] })).power
    expect(hours(drawn)).toEqual([
      ['stretch', '10:00', '10:30'],
      ['stretch', '10:29', '11:00'],
    ])
  })

  it('join percentages of one volume upwards only, and never across a gap', () => {
    const reading = (at: string, percent: number, index: number) => ({ at: clock(at), percent, index, count: 2 })
    const percents = [
      reading('10:32', 10, 1),
      reading('10:40', 30, 1),
      reading('12:05', 60, 1),
      reading('12:10', 50, 1),
      reading('12:20', 5, 2),
    ]
    const dots = segmentsOf(timeline({ machines: [machine({ percents })] })).progress
    expect(dots.map((dot) => dot.kind === 'reading' && [dot.follows, dot.leads])).toEqual([
      [false, true],
      [true, false],
      [false, false],
      [false, false],
      [false, true],
    ])
  })

  it('show the same operation on several resources at once as one activity, and others separately', () => {
    const disk = { kind: 'disk-write' } as const
    const activity = [
      item('10:30'),
      item('10:31', { ...disk, key: 'os' }),
      item('10:32', { ...disk, key: 'data' }),
      item('10:40', { ...disk, key: 'later' }),
      item('10:31', { ...disk, key: 'failed', outcome: 'failed' }),
    ]
    const activities = segmentsOf(timeline({ activity })).people
    expect(activities.map((activity) => activity.kind === 'event' && activity.items.length)).toEqual([1, 1, 2, 1])
  })

  it('keep machines of one name apart', () => {
    const machines = [machine({ vmId: 'old' }), machine({ vmId: 'new' })]
    const { vm } = segmentsOf(timeline({ machines }))
    expect(new Set(vm.map(({ key }) => key)).size).toBe(vm.length)
    expect(vm.filter((one) => one.kind === 'stretch' && one.machine === 1)).toHaveLength(3)
  })
})

describe('the list', () => {
  const one = timeline({ activity: [item('10:29')] })

  it('has an entry for every interval, gap and activity of the lanes', () => {
    const { people, progress, ...observed } = segmentsOf(one)
    const stretches = Object.values(observed).flatMap((lane) => lane.filter(({ kind }) => kind === 'stretch'))
    const entries = listed(one).map(({ entry }) => entry)
    expect(entries.filter(({ kind }) => kind === 'change')).toHaveLength(stretches.length)
    expect(entries.filter(({ kind }) => kind === 'gap')).toHaveLength(1)
    expect(entries.filter(({ kind }) => kind === 'activity')).toHaveLength(people.length)
    expect(progress).toEqual([])
  })

  it('shows how long something was observed, and leaves out what is outside the time shown', () => {
    const all = listed(one)
    const inside = listedIn(all, { from: Date.parse(clock('10:31')), to: Date.parse(clock('10:59')) })
    expect(inside.every(({ entry }) => entry.kind === 'change')).toBe(true)
    expect(inside.map(({ held, open }) => [held, open])).toEqual(Array.from({ length: 5 }, () => [29 * 60_000, false]))
    expect(all.filter(({ open }) => open).map(({ held }) => held)).toEqual(Array.from({ length: 5 }, () => 60 * 60_000))
  })
})

describe('walking by keyboard', () => {
  const segments = segmentsOf(timeline({ activity: [item('12:30')] }))

  it('moves along a lane, stops at its ends, and keeps the time when it changes lanes', () => {
    const start = first(segments.vm)
    expect(segmentAfterKey(segments, start, 'previous')).toBe(start)
    const second = segmentAfterKey(segments, start, 'next')
    expect([segmentAfterKey(segments, second, 'first'), segmentAfterKey(segments, second, 'last')]).toEqual([
      start,
      segments.vm.at(-1),
    ])
    const down = segmentAfterKey(segments, second, 'down')
    expect([down.key, down.from]).toEqual(['os 0 2026-05-01T10:31:00.000Z', second.from])
    expect(segmentAfterKey(segments, down, 'up')).toBe(second)
  })

  it('skips an empty lane, and ends at the activity lane', () => {
    const data = first(segments.data)
    expect(segmentAfterKey(segments, data, 'down')).toBe(first(segments.message))
    const power = segmentAfterKey(segments, first(segments.power), 'last')
    expect(segmentAfterKey(segments, power, 'down')).toBe(segments.people[0])
    expect(segmentAfterKey(segments, first(segments.people), 'down')).toBe(segments.people[0])
  })

  it('finds its segment again after the timeline was reloaded', () => {
    const again = segmentsOf(timeline({ now: clock('13:05') }))
    expect(segmentBy(again, first(segments.os).key)).toEqual(first(again.os))
    expect([segmentBy(again, null), segmentBy(again, 'gone')]).toEqual([null, null])
  })
})
