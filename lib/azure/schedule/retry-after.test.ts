import { describe, expect, it } from 'vitest'
import { parseResetsAfter, parseRetryAfter } from './retry-after'

const now = Date.parse('2026-11-24T12:00:00Z')

describe('parseRetryAfter', () => {
  it.each<[string | undefined, number | null]>([
    ['0', 0],
    ['2', 2000],
    [' 17 ', 17_000],
    ['1.5', 1500],
    ['3600', 3_600_000],
    ['1000000000', 1_000_000_000_000],
    ['Tue, 24 Nov 2026 12:00:30 GMT', 30_000],
    ['Tue, 24 Nov 2026 11:00:00 GMT', 0],
    ['-5', null],
    ['99999999999999', null],
    ['soon', null],
    ['2026', 2_026_000],
    ['', null],
    [undefined, null],
  ])('parses %j as %j', (header, milliseconds) => {
    expect(parseRetryAfter(header, now)).toBe(milliseconds)
  })
})

describe('parseResetsAfter', () => {
  it.each<[string | undefined, number | null]>([
    ['00:00:05', 5000],
    ['01:02:03', 3_723_000],
    ['00:00:04.1234567', 4000],
    ['5', null],
    [undefined, null],
  ])('parses %j as %j', (header, milliseconds) => {
    expect(parseResetsAfter(header)).toBe(milliseconds)
  })
})
