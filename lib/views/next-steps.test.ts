import { describe, expect, it } from 'vitest'
import { showsNextSteps } from './next-steps'

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
    expect(showsNextSteps(phase, [os, plain])).toBe(shows)
    expect(showsNextSteps(phase, [plain, os])).toBe(shows)
  })
})
