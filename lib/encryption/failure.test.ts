import { describe, expect, it } from 'vitest'
import type { ExtensionOptions, VmOptions } from '@/lib/facts/testing/vm-body'
import { both, cleared, flagTexts, judged, stamped } from './testing/judged'

function states(vm: VmOptions): { os: string; data: string; flags: readonly string[] } {
  const verdict = judged({ data: [cleared], ...vm })
  return { os: verdict.os.state, data: verdict.data.state, flags: flagTexts(verdict) }
}

const attempt = 'Attempt #3 to unmount /oldroot failed with error: busy, stack trace: x'

describe('a failure to enable', () => {
  it.each([
    [{ provisioningState: 'failed' }, 'extension-provisioning-failed'],
    [{ status: { code: 'provisioningstate/Failed/19' } }, 'status-code-failed'],
    [{ statuses: [{}, { code: 'ProvisioningState/failed/53' }] }, 'status-code-failed'],
    [{ status: { level: 'error' } }, 'status-level-error'],
    [{ statuses: [{ code: null }, { code: 'ProvisioningState/failed/53' }] }, 'status-code-failed'],
    [{ statuses: [{ code: null, level: 'Error' }] }, 'status-level-error'],
    [{ status: { level: 'Error' }, resource: false }, 'status-level-error'],
    [{ status: { level: 'Error' }, operation: null }, 'status-level-error'],
    [{ status: { level: 'Error' }, operation: 'EnableEncryptionFormatAll' }, 'status-level-error'],
    [{ status: { level: 'Error' }, operation: 'SomethingNew' }, 'status-level-error'],
  ])('%j', (extension, reason) => {
    expect(states({ extension })).toEqual({ os: 'failed', data: 'failed', flags: [`last-operation-failed: ${reason}`] })
  })

  it.each<ExtensionOptions>([
    { substatuses: [{ level: 'Error', code: 'ComponentStatus/x/failed/19', message: '{"os":"NotEncrypted"}' }] },
    { status: { level: 'Warning' } },
    { provisioningState: 'Canceled' },
  ])('is not: %j', (extension) => {
    expect(states({ extension })).toEqual({ os: 'not-encrypted', data: 'not-encrypted', flags: [] })
  })

  it('shows the reported word beside it', () => {
    const verdict = judged({
      osDisk: stamped,
      extension: { provisioningState: 'Failed', report: both('EncryptionInProgress') },
    })
    expect(verdict.os).toEqual({ state: 'failed', stamp: 'encrypted', reported: 'EncryptionInProgress' })
  })

  it.each(['DisableEncryption', 'disableencryption', 'QueryEncryptionStatus'])(
    'is null for %s, but the flag stays',
    (operation) => {
      expect(states({ extension: { operation, provisioningState: 'Failed' } })).toEqual({
        os: 'not-encrypted',
        data: 'not-encrypted',
        flags: ['last-operation-failed: extension-provisioning-failed'],
      })
    },
  )

  it('counts the first of several extensions', () => {
    const good = { name: 'first', report: both('Encrypted') }
    const bad = { name: 'second', provisioningState: 'Failed', status: { level: 'Error' } }
    expect(judged({ osDisk: stamped, extensions: [good, bad] }).state).toBe('encrypted')
    expect(judged({ osDisk: stamped, extensions: [bad, good] }).state).toBe('failed')
  })
})

describe('the harmless texts', () => {
  it.each<ExtensionOptions>([
    {
      status: {
        message: 'Restarted extension from stripped down OS',
        level: 'Error',
        code: 'ProvisioningState/failed/19',
      },
      provisioningState: 'Failed',
    },
    { status: { message: attempt, level: 'Error', code: 'ProvisioningState/failed/22' }, provisioningState: 'Failed' },
    { statuses: [{ message: attempt, level: 'Error' }, { code: 'ProvisioningState/failed/22' }] },
    { statuses: [{ message: attempt, level: 'Error', code: null }, { code: 'ProvisioningState/failed/22' }] },
    { statuses: [{ message: attempt.replace('#3', '#10'), level: 'Error', code: 'ProvisioningState/failed/22' }] },
  ])('cancel all three signs: %j', (extension) => {
    expect(states({ extension: { ...extension, report: both('EncryptionInProgress') } })).toEqual({
      os: 'encrypting',
      data: 'encrypting',
      flags: [],
    })
  })

  it('cancel them by their beginning', () => {
    const message = 'Restarted extension from stripped down OS, again'
    expect(states({ extension: { status: { message, level: 'Error' } } }).flags).toEqual([
      'unrecognised-message: message-not-in-catalogue',
    ])
  })

  it.each<ExtensionOptions>([
    { status: { message: attempt, level: 'Error', code: 'ProvisioningState/failed/19' } },
    { status: { message: attempt, level: 'Error', code: 'ProvisioningState/failed/122' } },
    { status: { message: `Oh: ${attempt}`, level: 'Error', code: 'ProvisioningState/failed/22' } },
    {
      status: {
        message: 'Could not unmount /oldroot in 10 attempts',
        level: 'Error',
        code: 'ProvisioningState/failed/22',
      },
    },
    { status: { message: 'Not Restarted extension from stripped down OS', level: 'Error' } },
    { statuses: [{ message: '' }, { message: 'Restarted extension from stripped down OS', level: 'Error' }] },
  ])('do not cancel them: %j', (extension) => {
    expect(states({ extension }).os).toBe('failed')
  })
})

describe('the volumes that a request covers', () => {
  it.each([
    ['OS', 'failed', 'not-encrypted'],
    ['os', 'failed', 'not-encrypted'],
    [0, 'failed', 'not-encrypted'],
    ['0', 'failed', 'not-encrypted'],
    ['Data', 'not-encrypted', 'failed'],
    ['DATA', 'not-encrypted', 'failed'],
    [1, 'not-encrypted', 'failed'],
    ['All', 'failed', 'failed'],
    [2, 'failed', 'failed'],
    ['', 'failed', 'failed'],
    [null, 'failed', 'failed'],
    [{ a: 1 }, 'failed', 'failed'],
    [7, 'failed', 'failed'],
    ['constructor', 'failed', 'failed'],
    [undefined, 'failed', 'failed'],
  ])('%j', (volumeType, os, data) => {
    expect(states({ extension: { volumeType, provisioningState: 'Failed' } })).toMatchObject({ os, data })
  })
})

describe('a report that proves encryption despite the failure', () => {
  const failed = { provisioningState: 'Failed', report: both('Encrypted') }

  it('keeps a stamped volume encrypted and fails the others', () => {
    expect(states({ osDisk: stamped, extension: failed })).toMatchObject({ os: 'encrypted', data: 'failed' })
  })

  it('does not cover a data disk that was added later', () => {
    const verdict = judged({ osDisk: stamped, data: [stamped, cleared], extension: failed })
    expect(verdict.volumes.map((volume) => volume.state)).toEqual(['encrypted', 'encrypted', 'failed'])
    expect(flagTexts(verdict)).toContain('last-operation-failed: extension-provisioning-failed')
  })

  it('counts on a confidential VM and for dual-pass data', () => {
    expect(states({ extension: failed, securityType: 'ConfidentialVM' })).toMatchObject({
      os: 'encrypted-unverified',
      data: 'encrypted-unverified',
    })
    expect(states({ extension: { ...failed, version: '0.1' } })).toMatchObject({
      os: 'failed',
      data: 'encrypted-unverified',
    })
  })

  it('does not exist for any other word', () => {
    expect(states({ osDisk: stamped, extension: { ...failed, report: both('NotEncrypted') } }).os).toBe('failed')
  })
})
