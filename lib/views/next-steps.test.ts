import { describe, expect, it } from 'vitest'
import { messagePhases } from '@/lib/messages/types'
import { showsNextSteps } from './next-steps'
import { nextOf } from './verdict-summary'

const plain = { state: 'not-encrypted', reported: 'NotEncrypted' }

describe('next steps of a message', () => {
  it.each([
    [
      'a failure while the OS disk is reported in progress',
      'failed',
      { state: 'failed', reported: 'EncryptionInProgress' },
      false,
    ],
    ['a pending restart while decryption runs', 'restart-pending', { state: 'decrypting' }, false],
    ['a failure whose report was not kept', 'failed', { state: 'failed' }, false],
    ['a failure with a report that is at rest', 'failed', { state: 'failed', reported: 'NotEncrypted' }, true],
    [
      'a message about the copy itself',
      'os-encrypting',
      { state: 'encrypting', reported: 'EncryptionInProgress' },
      true,
    ],
    ['a message without a phase while nothing runs', null, plain, true],
    ['a message without a phase while the OS disk is copied', null, { state: 'encrypting' }, false],
  ] as const)('%s', (_name, phase, os, shows) => {
    expect(showsNextSteps(phase, [os, plain], [])).toBe(shows)
    expect(showsNextSteps(phase, [plain, os], [])).toBe(shows)
  })
})

describe('work that is overdue', () => {
  const moving = { state: 'encrypting', reported: 'EncryptionInProgress' }
  const states = ['encrypting', 'decrypting', 'failed', 'conflict', 'restart-pending', 'unknown'] as const

  it.each(['possibly-stuck', 'longer-than-documented'] as const)('never advises to wait: %s', (flag) => {
    for (const phase of messagePhases) expect(showsNextSteps(phase, [moving, plain], [flag])).toBe(false)
    for (const state of states) {
      for (const phase of messagePhases) {
        const { code, actor } = nextOf({
          state,
          os: 'encrypting',
          data: 'encrypting',
          progress: { phase, percent: null },
          flags: [flag],
          reading: 'read',
          otherEncryption: [],
          operation: 'running',
        })
        expect(code).toBe(state === 'unknown' ? 'runtime' : 'check')
        expect(actor).toBe('person')
      }
    }
  })

  it('keeps the steps of a message while the work advances', () => {
    expect(showsNextSteps('os-encrypting', [moving, plain], ['runtime-not-read'])).toBe(true)
  })
})
