import { describe, expect, it } from 'vitest'
import { formatTime } from './format'
import { formatMoment } from './format-moment'

const at = Date.UTC(2026, 10, 24, 13, 8, 11) + new Date(Date.UTC(2026, 10, 24, 13)).getTimezoneOffset() * 60_000

describe('formatMoment', () => {
  it('puts the day first in English', () => {
    expect(formatMoment('en', at, 'full')).toBe('24 Nov 2026, 13:08:11')
    expect(formatMoment('en', at, 'day')).toBe('24 Nov')
  })

  it('writes a date in Japanese as formatTime does', () => {
    expect(formatMoment('ja', at, 'full')).toBe('2026/11/24 13:08:11')
    expect(formatMoment('ja', at, 'day-clock')).toBe('11/24 13:08')
    expect(formatMoment('ja', at, 'day')).toBe('11/24')
    expect(formatTime('ja', '2026-11-24T13:08:11Z', 'UTC')).toBe('2026/11/24 13:08:11 UTC')
  })
})
