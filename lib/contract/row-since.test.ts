import { expect, it } from 'vitest'
import type { RowHistory } from './row-history'
import { rowSince } from './row-since'

const history: RowHistory = {
  firstSeen: '2026-11-24T03:00:00Z',
  unbrokenSince: '2026-11-24T03:00:00Z',
  seenAt: '2026-11-24T09:40:00Z',
  before: { state: 'not-encrypted', seenAt: '2026-11-24T02:59:30Z' },
  beganBetween: true,
  work: null,
}

it('counts from the first observation of the state to the last one', () => {
  expect(rowSince(history)).toEqual({
    at: '2026-11-24T03:00:00Z',
    seenFor: 6 * 3_600_000 + 40 * 60_000,
    isAtLeast: false,
    isFirstObservation: false,
  })
})

it('says "at least" without an observation just before', () => {
  expect(rowSince({ ...history, beganBetween: false })?.isAtLeast).toBe(true)
  expect(rowSince({ ...history, beganBetween: false, before: null })).toMatchObject({
    isAtLeast: true,
    isFirstObservation: false,
  })
})

it('distinguishes a first observation from a state that has just begun', () => {
  const first = { ...history, seenAt: history.firstSeen }
  expect(rowSince(first)).toMatchObject({ seenFor: 0, isFirstObservation: false })
  expect(rowSince({ ...first, before: null, beganBetween: false })).toMatchObject({
    seenFor: 0,
    isFirstObservation: true,
  })
})

it('is null without a history', () => {
  expect(rowSince(null)).toBeNull()
})
