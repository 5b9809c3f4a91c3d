import { describe, expect, it } from 'vitest'
import { duration, measuredNow, readMeasured } from './measured'

describe('a measurement', () => {
  const end = Date.parse('2026-11-27T04:05:06Z')
  const measured = measuredNow(end - 51_400, end)

  it('has its date, its commit and its duration', () => {
    expect(measured).toMatchObject({ date: '2026-11-27', seconds: 51 })
    expect(measured.commit).toMatch(/^(?:[0-9a-f]{7,}(?:, changed)?|unknown)$/)
    expect(duration(measured)).toBe('51 s')
    expect(duration({ ...measured, seconds: 725 })).toBe('12 min')
  })

  it('is the same after writing and reading', () => {
    expect(readMeasured(JSON.stringify(measured))).toEqual(measured)
    expect(() => readMeasured('{}')).toThrow()
  })
})
