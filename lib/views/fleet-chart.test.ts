import { describe, expect, it } from 'vitest'
import type { FleetHistory } from '@/lib/contract/history'
import { shownCount } from './completeness'
import { fleetChart, momentReach, niceTop } from './fleet-chart'

interface Counted {
  readonly counts?: Record<string, number>
  readonly lastKnown?: Record<string, number>
}

const answer = (moments: readonly Counted[], vms = 10): FleetHistory => ({
  failure: null,
  vms,
  complete: true,
  subscriptions: [],
  moments: moments.map(({ counts = {}, lastKnown = {} }, index) => ({
    at: new Date(index * 3_600_000).toISOString(),
    counts,
    lastKnown,
  })),
  estimates: { runs: 0, fewest: 5, quality: [] },
})

const span = (point: { readonly low: number; readonly high: number } | undefined) =>
  point === undefined ? 0 : point.high - point.low

describe('the chart of a fleet', () => {
  it('stacks the states with the first of the fixed order on top, and VMs without any observation above', () => {
    const chart = fleetChart(answer([{ counts: { 'not-encrypted': 6, failed: 1, encrypting: 2 } }]), new Set())
    expect(chart.states).toEqual(['failed', 'encrypting', 'not-encrypted'])
    expect(chart.top).toBe(10)
    expect(chart.bands.map(({ kind, state, points }) => [kind, state, points[0]])).toEqual([
      ['observed', 'not-encrypted', { low: 0, high: 0.6 }],
      ['observed', 'encrypting', { low: 0.6, high: 0.8 }],
      ['observed', 'failed', { low: 0.8, high: 0.9 }],
      ['never-seen', null, { low: 0.9, high: 1 }],
    ])
    expect(chart.moments[0]).toMatchObject({ seen: 9, notSeen: 1, neverSeen: 1 })
  })

  it('carries the last known state forward where VMs were not read, and never draws or states 0 for them', () => {
    const chart = fleetChart(
      answer([{}, { counts: { encrypted: 4, failed: 1 } }, { counts: { failed: 1 }, lastKnown: { encrypted: 4 } }], 5),
      new Set(),
    )
    expect(
      chart.bands.map(({ kind, state, points }) => [kind, state, points.map(({ low, high }) => high - low)]),
    ).toEqual([
      ['observed', 'encrypted', [0, 0.8, 0]],
      ['last-known', 'encrypted', [0, 0, 0.8]],
      ['observed', 'failed', [0, expect.closeTo(0.2), expect.closeTo(0.2)]],
      ['never-seen', null, [1, 0, 0]],
    ])
    for (const moment of chart.moments) {
      expect(chart.bands.reduce((sum, { points }) => sum + span(points[chart.moments.indexOf(moment)]), 0)).toBeCloseTo(
        1,
      )
    }
    const stated = chart.moments.map((moment) =>
      chart.states.map((state) => shownCount(moment.counts[state], momentReach(moment, 'all'))),
    )
    expect(stated).toEqual([
      [null, null],
      [1, 4],
      [1, null],
    ])
    expect(shownCount(0, momentReach(chart.moments[1]!, 'all'))).toBe(0)
    // Where the list of VMs is incomplete, 0 observed VMs of those listed could be more.
    expect(shownCount(0, momentReach(chart.moments[1]!, 'least'))).toBeNull()
  })

  it('leaves out hidden states to make small ones visible, and keeps their counts', () => {
    const moments = [{ counts: { 'not-encrypted': 9000, failed: 3 } }]
    const chart = fleetChart(answer(moments, 9100), new Set(['not-encrypted']))
    expect(chart.top).toBe(5)
    expect(chart.bands.map(({ state }) => state)).toEqual(['failed'])
    expect(chart.states).toContain('not-encrypted')
    expect(chart.moments[0]?.counts['not-encrypted']).toBe(9000)
  })

  it('has a round maximum that is not below any count', () => {
    expect([0, 5, 6, 11, 45, 99, 101, 111, 9313].map(niceTop)).toEqual([5, 5, 6, 12, 50, 100, 120, 120, 10_000])
  })
})
