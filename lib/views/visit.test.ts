import { describe, expect, it } from 'vitest'
import type { VmState } from '@/lib/contract/codes'
import { changesSince, newestObservation, visitsAfter } from './visit'
import { fleetRow } from './testing/fleet-rows'

function seen(
  name: string,
  state: VmState,
  firstSeen: string,
  before: VmState | null,
  seenAt = '2026-11-25T09:00:00Z',
) {
  const history = {
    firstSeen,
    unbrokenSince: firstSeen,
    seenAt,
    before: before === null ? null : { state: before, seenAt: firstSeen },
    beganBetween: true,
    work: null,
  }
  return { ...fleetRow(name, { state, history }), kept: null }
}

const visit = '2026-11-24T17:40:00Z'

describe('what changed since the last visit', () => {
  it('counts the states that VMs have entered since, in the fixed order', () => {
    const entries = [
      seen('done-1', 'encrypted', '2026-11-24T20:00:00Z', 'encrypting'),
      seen('done-2', 'encrypted', '2026-11-24T23:00:00Z', 'encrypting'),
      seen('broken', 'failed', '2026-11-25T01:00:00Z', 'encrypting'),
      seen('as-before', 'encrypted', '2026-11-24T12:00:00Z', 'encrypting'),
      seen('never-seen-before', 'restart-pending', '2026-11-25T01:00:00Z', null),
      { ...fleetRow('no-history', { state: 'failed' }), kept: null },
    ]
    expect(changesSince(entries, visit)).toEqual([
      { state: 'failed', count: 1 },
      { state: 'encrypted', count: 2 },
    ])
  })
})

describe('visits', () => {
  it('start a new visit after half an hour, and continue the current one until then', () => {
    const first = visitsAfter(null, '2026-11-24T17:00:00Z')
    expect(first).toEqual({ last: null, seen: '2026-11-24T17:00:00Z' })
    const later = visitsAfter(first, '2026-11-24T17:20:00Z')
    expect(later).toEqual({ last: null, seen: '2026-11-24T17:20:00Z' })
    const next = visitsAfter(later, '2026-11-25T09:00:00Z')
    expect(next).toEqual({ last: '2026-11-24T17:20:00Z', seen: '2026-11-25T09:00:00Z' })
    expect(visitsAfter(next, '2026-11-25T09:01:00Z').last).toBe('2026-11-24T17:20:00Z')
    expect(visitsAfter(next, '2026-11-01T00:00:00Z')).toBe(next)
  })

  it('use the newest observation that is shown', () => {
    expect(newestObservation([])).toBeNull()
    const entries = ['2026-11-25T09:00:00Z', '2026-11-25T10:00:00Z', '2026-11-25T08:00:00Z'].map((at) =>
      seen(at, 'encrypted', visit, null, at),
    )
    expect(newestObservation(entries)).toBe('2026-11-25T10:00:00Z')
  })
})
