import { describe, expect, it } from 'vitest'
import { clock, item, machine, timeline } from '../testing/timelines'
import { endOf } from './estimate'
import { layOutLane } from './lane-layout'
import { groupActivity } from './activity-groups'
import { firstWindow, moved, showing, ticksOf, wholeOf, within, zoomed } from './window'

const minute = 60_000
const at = (time: string): number => Date.parse(clock(time))
const running = timeline({
  machines: [machine({ from: '2026-04-01T00:00:00.000Z' })],
  work: {
    run: { work: 'os-copy', start: { kind: 'between', after: clock('10:30'), at: clock('10:31') } },
    done: { basis: 'none' },
    timeLeft: { basis: 'documented', work: 'os-copy', low: 60 * minute, high: 180 * minute },
    stuck: [],
    quality: [],
  },
})

describe('the time shown', () => {
  it('contains everything that is known and expected', () => {
    const whole = wholeOf(running)
    expect(whole.from).toBeLessThan(Date.parse('2026-04-01T00:00:00.000Z'))
    expect(whole.to).toBeGreaterThan(at('16:00'))
    expect(endOf(running)).toEqual({ earliest: at('14:00'), likely: null, latest: at('16:00') })
  })

  it('is first that of the running work, otherwise everything', () => {
    const first = firstWindow(running)
    expect(first.from).toBeLessThan(at('10:30'))
    expect(first.from).toBeGreaterThan(at('09:30'))
    expect(first.to).toBeGreaterThan(at('16:00'))
    expect(firstWindow(timeline())).toEqual(wholeOf(timeline()))
  })

  it('reaches back to the request for the running work, however long ago, even with only one observation', () => {
    const start = { kind: 'first-seen', at: clock('12:59') } as const
    const firstObservation = timeline({
      machines: [machine({ from: clock('12:59') })],
      activity: [item('2026-04-28T09:00:00.000Z')],
      requested: { at: '2026-04-28T09:00:00.000Z', actor: { kind: 'person', name: 'aiko@contoso.example' } },
      work: { ...running.work, run: { work: 'os-copy', start } },
    })
    expect(firstWindow(firstObservation).from).toBeLessThan(Date.parse('2026-04-28T09:00:00.000Z'))
    expect(firstWindow(firstObservation).to).toBeGreaterThan(at('13:00'))
    // Without a request it contains the observation alone, with enough time around it to read.
    const alone = firstWindow({ ...firstObservation, activity: [], requested: null })
    expect(alone.to - alone.from).toBeGreaterThan(60 * minute)
  })

  it('never leaves the known time, however far it is moved or zoomed', () => {
    const whole = { from: 0, to: 1000 * minute }
    const some = { from: 100 * minute, to: 200 * minute }
    expect(moved(some, -5, whole)).toEqual({ from: 0, to: 100 * minute })
    expect(moved(some, 50, whole)).toEqual({ from: 900 * minute, to: 1000 * minute })
    expect(zoomed(some, 100, 150 * minute, whole)).toEqual(whole)
    expect(zoomed(some, 0.5, 150 * minute, whole)).toEqual({ from: 125 * minute, to: 175 * minute })
    expect(zoomed(some, 0.0001, 150 * minute, whole)).toEqual({ from: 149 * minute, to: 151 * minute })
    expect(within({ from: -5, to: 2000 * minute }, whole)).toEqual(whole)
  })

  it('moves just far enough to contain the keyboard focus', () => {
    const whole = { from: 0, to: 1000 * minute }
    const some = { from: 100 * minute, to: 200 * minute }
    expect(showing(some, { from: 150 * minute, to: 300 * minute }, whole)).toBe(some)
    const moved = showing(some, { from: 500 * minute, to: 520 * minute }, whole)
    expect(moved).toEqual({ from: 460 * minute, to: 560 * minute })
  })
})

describe('marks of the axis', () => {
  const day = { from: at('00:00'), to: at('23:59') }
  it("are round in the user's time zone", () => {
    const { at: marks, days } = ticksOf(day, 10, () => 5.5 * 60 * minute)
    expect(days).toBe(false)
    expect(marks.map((mark) => new Date(mark + 5.5 * 60 * minute).toISOString().slice(11, 16))).toEqual([
      '06:00',
      '09:00',
      '12:00',
      '15:00',
      '18:00',
      '21:00',
      '00:00',
      '03:00',
    ])
  })

  it('stay at round times when the clocks change in between', () => {
    const change = at('12:00')
    const offsetOf = (moment: number) => (moment < change ? 60 * minute : 120 * minute)
    const { at: marks } = ticksOf(day, 5, offsetOf)
    const local = marks.map((mark) => new Date(mark + offsetOf(mark)).getUTCMinutes())
    expect(new Set(local)).toEqual(new Set([0]))
  })

  it('are few and whole days apart where months are shown', () => {
    const year = { from: at('00:00'), to: at('00:00') + 365 * 24 * 60 * minute }
    const { at: marks, days } = ticksOf(year, 8, () => 0)
    expect(days).toBe(true)
    expect(marks.length).toBeGreaterThan(2)
    expect(marks.length).toBeLessThan(9)
  })
})

describe('marks of the activity lane', () => {
  const activities = groupActivity(
    ['10:00', '10:10', '10:20', '12:00'].map((time, index) =>
      item(time, { kind: index % 2 === 0 ? 'vm-start' : 'vm-restart' }),
    ),
  )
  const xOf = ({ from }: { readonly from: number }) => (from - at('10:00')) / minute

  it('are placed in separate rows when their labels would touch, and to the left at the edge', () => {
    const placed = layOutLane(activities, xOf, () => 60, 150)
    expect(placed.map(({ row, label }) => [row, label])).toEqual([
      [0, 'right'],
      [1, 'right'],
      [2, 'right'],
      [3, 'left'],
    ])
    expect(layOutLane(activities, xOf, () => 5, 150).at(-1)?.row).toBe(0)
  })

  it('lose their labels, never their marks, when there is no space', () => {
    const placed = layOutLane(activities, xOf, () => 500, 400)
    expect(placed).toHaveLength(activities.length)
    expect(placed.map(({ label }) => label)).toEqual([null, null, null, null])
  })
})
