import { describe, expect, it } from 'vitest'
import { vmStates, type VmState } from '@/lib/encryption/types'
import type { ObservedFacts } from '../observation'
import { noticesOf, type Step } from '../testing/notices-of'

describe('every ending of a run', () => {
  const running = { power: 'running' } as const
  const enable = { operation: 'EnableEncryption', volumeType: 'All' } as const
  const disableData = { operation: 'DisableEncryption', volumeType: 'Data' } as const
  const endings = {
    encrypted: ['encrypted', running],
    'partly, OS disk done': [
      'partly-encrypted',
      { ...running, request: enable, reported: { os: 'Encrypted', data: null } },
    ],
    'partly, data disks done': [
      'partly-encrypted',
      { ...running, request: { ...enable, volumeType: 'Data' }, reported: { os: 'NotEncrypted', data: 'Encrypted' } },
    ],
    'partly, data disks decrypted': [
      'partly-encrypted',
      { ...running, request: disableData, reported: { os: 'Encrypted', data: 'NotEncrypted' } },
    ],
    'not encrypted': ['not-encrypted', { ...running, request: disableData }],
    'protected otherwise': ['protected-otherwise', { ...running, request: disableData }],
  } as const satisfies Readonly<Record<string, readonly [VmState, Partial<ObservedFacts>]>>
  type Ending = keyof typeof endings
  const encryptions: readonly Ending[] = ['encrypted', 'partly, OS disk done', 'partly, data disks done']
  const decryptions: readonly Ending[] = ['partly, data disks decrypted', 'not encrypted', 'protected otherwise']
  // The report that the OS disk is encrypted ends an encryption, also where a later request decrypted data disks.
  const afterEncrypting: readonly Ending[] = [...encryptions, 'partly, data disks decrypted']
  /** Endings that follow from the state before alone, where no observation showed the run. */
  const unseen: Readonly<Record<Exclude<VmState, 'unknown'>, readonly Ending[]>> = {
    'not-encrypted': afterEncrypting,
    'protected-otherwise': afterEncrypting,
    'partly-encrypted': ['encrypted', 'not encrypted', 'protected otherwise'],
    failed: ['encrypted'],
    'restart-pending': afterEncrypting,
    encrypting: afterEncrypting,
    decrypting: decryptions,
    encrypted: decryptions,
    'encrypted-unverified': ['not encrypted', 'protected otherwise'],
    conflict: [],
  }
  const states = vmStates.filter((state) => state !== 'unknown')
  const finished = (steps: readonly Step[]) => noticesOf(steps).some((notice) => notice.includes(' finished '))
  const endsOf = (before: readonly Step[]): readonly string[] =>
    Object.entries(endings).flatMap(([name, [state, facts]]) =>
      finished([...before, ['12:00', state, facts]]) ? [name] : [],
    )
  /** In the order of the endings. */
  const ordered = (names: readonly Ending[]) => Object.keys(endings).filter((name) => names.some((one) => one === name))

  it.each(states)('after a run that was not observed, from %s', (state) => {
    expect(endsOf([['10:00', state]])).toEqual(ordered(unseen[state]))
  })

  it.each(states)('after an observed run, from %s', (state) => {
    expect(
      endsOf([
        ['10:00', state],
        ['11:00', 'encrypting'],
      ]),
    ).toEqual(expect.arrayContaining([...encryptions]))
    expect(
      endsOf([
        ['10:00', state],
        ['11:00', 'decrypting'],
      ]),
    ).toEqual(expect.arrayContaining([...decryptions]))
  })

  it('after stamps that appeared without a live report', () => {
    for (const state of ['not-encrypted', 'protected-otherwise'] as const) {
      expect(
        endsOf([
          ['10:00', state],
          ['11:00', 'encrypted-unverified'],
        ]),
      ).toContain('encrypted')
      expect(
        endsOf([
          ['10:00', state],
          ['11:00', 'partly-encrypted'],
        ]),
      ).toContain('partly, OS disk done')
    }
    expect(
      endsOf([
        ['10:00', 'encrypted'],
        ['11:00', 'encrypted-unverified'],
      ]),
    ).not.toContain('encrypted')
  })
})
