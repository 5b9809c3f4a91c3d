import { describe, expect, it } from 'vitest'
import type { FleetHistory } from '@/lib/contract/history'
import { fleetChart, niceTop } from './fleet-chart'

const answer = (counts: readonly Record<string, number>[], vms = 10): FleetHistory => ({
  failure: null,
  vms,
  complete: true,
  subscriptions: [],
  moments: counts.map((each, index) => ({ at: new Date(index * 3_600_000).toISOString(), counts: each })),
  estimates: { runs: 0, fewest: 5, quality: [] },
})

describe('the chart of a fleet', () => {
  it('stacks the states with the first of the fixed order on top, and counts VMs that were not seen', () => {
    const chart = fleetChart(answer([{ 'not-encrypted': 6, failed: 1, encrypting: 2 }]), new Set())
    expect(chart.states).toEqual(['failed', 'encrypting', 'not-encrypted'])
    expect(chart.top).toBe(10)
    expect(chart.runs[0]?.bands.map(({ state, points }) => [state, points[0]])).toEqual([
      ['not-encrypted', { low: 0, high: 0.6 }],
      ['encrypting', { low: 0.6, high: 0.8 }],
      ['failed', { low: 0.8, high: 0.9 }],
    ])
    expect(chart.moments[0]).toMatchObject({ seen: 9, notSeen: 1 })
  })

  it('draws nothing for times without observations, and reports those times', () => {
    const chart = fleetChart(answer([{}, { failed: 1 }, { failed: 2 }, {}, {}, { failed: 1 }]), new Set())
    expect(chart.runs.map(({ first, last }) => [first, last])).toEqual([
      [1, 2],
      [5, 5],
    ])
    expect(chart.gaps).toEqual([
      { first: 0, last: 0 },
      { first: 3, last: 4 },
    ])
    expect(chart.moments.map(({ notSeen }) => notSeen)).toEqual([10, 9, 8, 10, 10, 9])
  })

  it('leaves out hidden states to make small ones visible, and keeps their counts', () => {
    const chart = fleetChart(answer([{ 'not-encrypted': 9000, failed: 3 }], 9003), new Set(['not-encrypted']))
    expect(chart.top).toBe(5)
    expect(chart.runs[0]?.bands.map(({ state }) => state)).toEqual(['failed'])
    expect(chart.states).toContain('not-encrypted')
    expect(chart.moments[0]?.counts['not-encrypted']).toBe(9000)
  })

  it('has a round maximum that is not below any count', () => {
    expect([0, 5, 6, 11, 45, 99, 101, 9313].map(niceTop)).toEqual([5, 5, 10, 20, 50, 100, 200, 10_000])
  })
})
