import { describe, expect, it } from 'vitest'
import { trendOf, weekBefore } from './headline'

const day = 24 * 3_600_000
const start = Date.UTC(2026, 10, 1)
const moment = (days: number, counts: Record<string, number>) => ({
  at: new Date(start + days * day).toISOString(),
  counts,
  lastKnown: {},
})

describe('the trend of confirmed VMs', () => {
  it('knows a number only where every VM had a reading', () => {
    const points = trendOf({
      vms: 3,
      moments: [moment(0, { failed: 2 }), moment(1, { failed: 3 }), moment(2, { encrypted: 2, failed: 1 })],
    })
    expect(points.map(({ encrypted }) => encrypted)).toEqual([null, 0, 2])
  })

  it('knows none in a tenant without VMs', () => {
    expect(trendOf({ vms: 0, moments: [moment(0, {}), moment(1, {})] }).map(({ encrypted }) => encrypted)).toEqual([
      null,
      null,
    ])
  })

  it('compares with the point a week before, never with a nearer or an unread one', () => {
    const moments = Array.from({ length: 10 }, (_, days) => moment(days, { encrypted: days, failed: 9 - days }))
    expect(weekBefore(trendOf({ vms: 9, moments }))).toBe(2)
    expect(weekBefore(trendOf({ vms: 9, moments: moments.slice(4) }))).toBeNull()
    const unread = moments.map((each, index) => (index === 2 ? moment(2, { encrypted: 2 }) : each))
    expect(weekBefore(trendOf({ vms: 9, moments: unread }))).toBeNull()
    expect(weekBefore([])).toBeNull()
  })
})
