import { expect, it } from 'vitest'
import { lineAgeOf } from './line-age'

const now = Date.UTC(2026, 4, 8, 12)
const day = 86_400_000

it('gives the age of a line where its time allows it', () => {
  expect(lineAgeOf(null, now)).toEqual({ kind: 'undated' })
  expect(lineAgeOf('2026-05-02T12:00:00.000Z', now)).toMatchObject({ kind: 'aged', age: 6 * day, isZoned: true })
  expect(lineAgeOf('2026-05-02T12:00:00.000', now)).toMatchObject({ kind: 'aged', age: 6 * day, isZoned: false })
})

it('gives none to a recent line without a zone, and to one that is still to come', () => {
  expect(lineAgeOf('2026-05-08T03:00:00.000', now)).toMatchObject({ kind: 'dated' })
  expect(lineAgeOf('2026-05-09T12:00:00.000Z', now)).toMatchObject({ kind: 'dated' })
})
