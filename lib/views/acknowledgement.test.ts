import { describe, expect, it } from 'vitest'
import type { NoteList } from '@/lib/contract/notes'
import { acknowledgeableOf, acknowledgementOf } from './acknowledgement'
import { fleetRow } from './testing/fleet-rows'

const at = '2026-11-28T08:00:00.000Z'
const made = { id: 'vm', code: 'restart.state', note: '', assignee: '', version: 'v', by: { id: 'p', name: null }, at }
const notes: NoteList = { failure: null, complete: true, waves: [], members: [], acknowledgements: [made] }
const vm = { key: 'vm', code: 'restart.state', since: '2026-11-28T07:00:00.000Z' }

describe('an acknowledgement', () => {
  it('holds for the problem and the run of the state in which it was made', () => {
    expect(acknowledgementOf(vm, notes)).toBe(made)
    expect(acknowledgementOf({ ...vm, since: null }, notes)).toBe(made)
    // The VM was acknowledged in the moment in which it was first seen.
    expect(acknowledgementOf({ ...vm, since: '2026-11-28T08:00:01.000Z' }, notes)).toBe(made)
  })

  it('ends with another problem, without one, and when the VM returns to its state', () => {
    expect(acknowledgementOf({ ...vm, code: 'restart.other' }, notes)).toBeNull()
    expect(acknowledgementOf({ ...vm, code: null }, notes)).toBeNull()
    expect(acknowledgementOf({ ...vm, since: '2026-11-28T09:00:00.000Z' }, notes)).toBeNull()
    expect(acknowledgementOf({ ...vm, key: 'other' }, notes)).toBeNull()
  })

  it('is of need and problem of a row', () => {
    const row = (more: Partial<Parameters<typeof fleetRow>[1]>) =>
      acknowledgeableOf({ ...fleetRow('a', { state: 'failed', os: 'failed', ...more }), kept: null })
    expect(row({})).toEqual({ key: fleetRow('a', {}).key, code: 'fix.state', since: null })
    const problem = { kind: 'os-failed-disk-untouched', severity: 'error', volume: 'os' } as const
    expect(row({ problem }).code).toBe('fix.os-failed-disk-untouched')
    expect(row({ state: 'encrypted', os: 'encrypted' }).code).toBeNull()
  })
})
