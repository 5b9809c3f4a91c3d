import { expect, it } from 'vitest'
import { orderFlags } from './flag-order'

it('shows the most specific flag first', () => {
  expect(orderFlags(['operation-running', 'stale-report', 'possibly-stuck'], 'encrypting')).toEqual([
    'possibly-stuck',
    'stale-report',
    'operation-running',
  ])
})

it('leaves out flags that the state Conflict already implies', () => {
  expect(orderFlags(['conflict-stamp-report', 'stale-report'], 'conflict')).toEqual(['stale-report'])
  expect(orderFlags(['conflict-stamp-report'], 'failed')).toEqual(['conflict-stamp-report'])
  expect(orderFlags(['last-operation-failed', 'stale-report'], 'failed')).toEqual(['stale-report'])
  expect(orderFlags(['last-operation-failed'], 'encrypted')).toEqual(['last-operation-failed'])
})
