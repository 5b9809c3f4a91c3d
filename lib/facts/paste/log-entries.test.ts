import { describe, expect, it } from 'vitest'
import { readLogEntries } from './log-entries'

describe('entries of a log as JSON', () => {
  it('are read from a list, a page and lines', () => {
    const list = [{ Message: 'a', TimeGenerated: '2026-01-01T00:00:00Z' }, { msg: 'b' }]
    const entries = [
      { message: 'a', time: '2026-01-01T00:00:00Z' },
      { message: 'b', time: null },
    ]
    const lines = list.map((each) => JSON.stringify(each)).join('\n')
    for (const text of [JSON.stringify(list), JSON.stringify({ value: list }), lines])
      expect(readLogEntries(text)).toEqual(entries)
  })

  it.each(['', 'x', '[', '{}', '[{"message":"a"}]', '[{"message":"a"},{"message":7}]', '[{"message":"a"},null]'])(
    'are missing in %s',
    (text) => {
      expect(readLogEntries(text)).toBeNull()
    },
  )
})
