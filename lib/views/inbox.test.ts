import { describe, expect, it } from 'vitest'
import { inboxOf, problemsOf, sharedMessage } from './inbox'
import { fleetRow } from './testing/fleet-rows'

const entry = (...args: Parameters<typeof fleetRow>) => ({ ...fleetRow(...args), kept: null })
const failed = { state: 'failed', os: 'failed' } as const
const busy = { kind: 'mount-busy', severity: 'error', volume: 'os' } as const

describe('the inbox', () => {
  it('groups by the required action, the largest group and then restarts first, and leaves out VMs that need none', () => {
    const groups = inboxOf([
      entry('plain', { state: 'not-encrypted', os: 'not-encrypted' }),
      entry('broken-1', { ...failed, problem: busy }),
      entry('waiting', { state: 'restart-pending', os: 'restart-pending' }),
      entry('broken-2', { ...failed, problem: busy }),
      entry('torn', { state: 'conflict', os: 'conflict' }),
      entry('moving', { state: 'encrypting', os: 'encrypting' }),
    ])
    expect(groups.map(({ key, entries }) => [key, entries.map(({ name }) => name)])).toEqual([
      ['fix.mount-busy', ['broken-1', 'broken-2']],
      ['restart.state', ['waiting']],
      ['decide.state', ['torn']],
    ])
  })

  it('puts the larger group first, and of equal ones the one that has waited longer', () => {
    const [late, early] = ['2026-11-25T10:00:00Z', '2026-11-24T10:00:00Z']
    const of = (kind: 'mount-busy' | 'agent-not-ready') => ({ kind, severity: 'error', volume: 'os' }) as const
    const groups = inboxOf([
      entry('a', { ...failed, problem: of('mount-busy'), evidenceAt: late }),
      entry('b', { ...failed, problem: of('agent-not-ready'), evidenceAt: early }),
      entry('c', { ...failed, evidenceAt: late }),
      entry('d', { ...failed, evidenceAt: late }),
    ])
    expect(groups.map(({ key }) => key)).toEqual(['fix.state', 'fix.agent-not-ready', 'fix.mount-busy'])
  })

  it('has one message only where every VM of a group has it', () => {
    const says = (message: string | null) => ({ ...failed, progress: { ...fleetRow('x').progress, message } })
    const of = (...texts: (string | null)[]) =>
      inboxOf(texts.map((text, index) => entry(`vm-${index}`, says(text))))[0]!
    expect(sharedMessage(of('busy', 'busy'))).toBe('busy')
    expect(sharedMessage(of('busy', 'other'))).toBeNull()
    expect(sharedMessage(of('busy', null))).toBeNull()
    expect(sharedMessage(of('', ''))).toBeNull()
  })

  it('puts the VM that has waited longest first in its group', () => {
    const [group] = inboxOf([
      entry('new', { ...failed, evidenceAt: '2026-11-25T10:00:00Z' }),
      entry('old', { ...failed, evidenceAt: '2026-11-24T10:00:00Z' }),
    ])
    expect(group?.entries.map(({ name }) => name)).toEqual(['old', 'new'])
  })

  it('counts from the first observation of the state, if the history has it', () => {
    const since = (firstSeen: string) => ({
      ...failed,
      history: {
        firstSeen,
        unbrokenSince: firstSeen,
        seenAt: '2026-11-25T10:00:00Z',
        before: null,
        beganBetween: false,
        work: null,
      },
    })
    const [group] = inboxOf([
      entry('read-earlier', { ...failed, evidenceAt: '2026-11-25T09:00:00Z' }),
      entry('an-hour', since('2026-11-25T08:59:00Z')),
      entry('three-days', since('2026-11-22T10:00:00Z')),
    ])
    expect(group?.entries.map(({ name }) => name)).toEqual(['three-days', 'an-hour', 'read-earlier'])
  })
})

describe('problems over the fleet', () => {
  it('makes one group of the same problem, the largest first, without advisory problems', () => {
    const groups = problemsOf([
      entry('a', { problem: { kind: 'agent-not-ready', severity: 'warning', volume: null } }),
      entry('b', { ...failed, problem: busy }),
      entry('c', { ...failed, problem: busy }),
      entry('d', { problem: { kind: 'os-encryption-silent-phase', severity: 'info', volume: 'os' } }),
      entry('e'),
    ])
    expect(groups.map(({ key, entries }) => [key, entries.length])).toEqual([
      ['mount-busy', 2],
      ['agent-not-ready', 1],
    ])
  })
})
