import { describe, expect, it } from 'vitest'
import {
  ageOf,
  formatAge,
  formatDay,
  formatDuration,
  formatItems,
  formatList,
  formatMoment,
  formatPercent,
  formatRange,
  formatSentences,
  formatSpan,
  formatTime,
} from './format'
import { formatLongAge } from './format-long-age'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

describe('formatRange', () => {
  it.each([
    [3.2 * hour, 4.1 * hour, '3–5 h', '3 ～ 5 時間'],
    [20.5 * minute, 44.2 * minute, '20–45 min', '20 ～ 45 分'],
    [0, 20_000, '0–1 min', '0 ～ 1 分'],
    [3 * hour, 3 * hour, '3 h', '3 時間'],
    [1.5 * day, 3 * day, '1–3 d', '1 ～ 3 日'],
  ])('%d to %d ms', (low, high, english, japanese) => {
    expect(formatRange('en', low, high)).toBe(english)
    expect(formatRange('ja', low, high)).toBe(japanese)
  })
})

describe('formatMoment', () => {
  it('is short, and leaves alone what is no time', () => {
    expect(formatMoment('en', '2026-11-25T17:40:12Z', 'UTC')).toBe('25 Nov, 17:40')
    expect(formatMoment('ja', '2026-11-25T17:40:12Z', 'UTC')).toBe('11/25 17:40')
    expect(formatMoment('en', 'soon')).toBe('soon')
  })
})

describe('formatDuration', () => {
  it.each([
    [0, '0 s', '0 秒'],
    [12_400, '12 s', '12 秒'],
    [38 * minute, '38 min', '38 分'],
    [6 * hour + 40 * minute, '6 h 40 min', '6 時間 40 分'],
    [6 * hour, '6 h', '6 時間'],
    [2 * day + 3 * hour + 59 * minute, '2 d 3 h', '2 日 3 時間'],
    [1234 * day, '1,234 d', '1,234 日'],
    [-5, '0 s', '0 秒'],
  ])('%d ms', (length, english, japanese) => {
    expect(formatDuration('en', length)).toBe(english)
    expect(formatDuration('ja', length)).toBe(japanese)
  })

  it('is short in a column', () => {
    expect(formatDuration('en', 3 * hour + 5 * minute, 'column')).toBe('3 h 05')
    expect(formatDuration('ja', 3 * hour + 5 * minute, 'column')).toBe('3 時間 5 分')
  })
})

it('formatLongAge writes the unit out', () => {
  expect(formatLongAge('en', 6 * 24 * hour + minute)).toBe('6 days')
  expect(formatLongAge('en', 1000)).toBe('1 second')
  expect(formatLongAge('en', 729 * 24 * hour)).toBe('729 days')
  expect(formatLongAge('en', 3585 * 24 * hour)).toBe('9 years')
  expect(formatLongAge('ja', 6 * 24 * hour)).toBe('6 日')
})

it('formatAge keeps the largest unit', () => {
  expect(formatAge('en', 26 * minute)).toBe('26 min')
  expect(formatAge('en', 25 * hour)).toBe('1 d')
  expect(formatAge('ja', 3 * hour)).toBe('3 時間')
})

it('formatPercent sets a space in English alone, and one digit at most', () => {
  expect(formatPercent('en', 42)).toBe('42 %')
  expect(formatPercent('ja', 100)).toBe('100%')
  expect(formatPercent('en', 0)).toBe('0 %')
  expect(formatPercent('en', 2.349)).toBe('2.3 %')
})

it('formatPercent never shows a part as none or all', () => {
  // One of 3,000 VMs, and all but one.
  expect(formatPercent('en', 100 / 3000)).toBe('< 0.1 %')
  expect(formatPercent('ja', 100 - 100 / 3000)).toBe('> 99.9%')
  expect(formatPercent('en', 99.94)).toBe('99.9 %')
})

it('formatTime shows the zone and leaves nonsense as it is', () => {
  expect(formatTime('en', '2026-11-24T06:41:00Z', 'UTC')).toBe('24 Nov 2026, 06:41:00 UTC')
  expect(formatTime('en', 'soon')).toBe('soon')
})

it('ageOf is never negative and knows no nonsense', () => {
  expect(ageOf('2026-11-24T00:00:00Z', Date.parse('2026-11-24T00:01:00Z'))).toBe(minute)
  expect(ageOf('2026-11-24T00:02:00Z', Date.parse('2026-11-24T00:01:00Z'))).toBe(0)
  expect(ageOf('never', 0)).toBeNull()
})

it('formatList joins as the language does', () => {
  expect(formatList('en', ['a', 'b', 'c'])).toBe('a, b, and c')
  expect(formatList('ja', ['a', 'b'])).toBe('a、b')
})

it('formatItems joins without a word before the last, and with the comma of the language', () => {
  expect(formatItems('en', ['a', 'b', 'c'])).toBe('a, b, c')
  expect(formatItems('ja', ['実行中', 'エージェント準備完了'])).toBe('実行中、エージェント準備完了')
  expect(formatItems('ja', [])).toBe('')
})

it('formatSentences ends each text once, with the full stop of the language', () => {
  expect(formatSentences('en', ['Running', 'Seen once.'])).toBe('Running. Seen once.')
  expect(formatSentences('ja', ['実行中', '不明です。'])).toBe('実行中。不明です。')
})

it('formatSpan and formatDay write as the texts of the language do', () => {
  expect(formatSpan('en', '13:08', '14:00')).toBe('13:08 – 14:00')
  expect(formatSpan('ja', '13:08', '14:00')).toBe('13:08 ～ 14:00')
  const day = new Date('2028-09-15T00:00:00Z')
  expect(formatDay('en', day)).toBe('15 September 2028')
  expect(formatDay('ja', day)).toBe('2028 年 9 月 15 日')
})
