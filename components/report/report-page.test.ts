import { expect, it } from 'vitest'
import { madeAt } from './report-page'

it('is never dated before its data, which can be newer than the time of the page', () => {
  const now = Date.parse('2026-11-29T11:28:37.000Z')
  expect(madeAt(now, '2026-11-29T11:28:38.500Z')).toBe('2026-11-29T11:28:38.500Z')
  expect(madeAt(now, '2026-11-29T11:20:00.000Z')).toBe('2026-11-29T11:28:37.000Z')
  expect(madeAt(now, null)).toBe('2026-11-29T11:28:37.000Z')
})
