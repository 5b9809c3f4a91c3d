import { describe, expect, it } from 'vitest'
import type { AttestationFacts } from '@/lib/facts/surroundings/types'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { attest, attestationOf } from './attestation'
import { evidence } from './evidence'
import { judge } from './judge'

const now = '2026-11-25T10:00:00Z'
const minutesAgo = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString()
const ade = 'VM is encryption compliant with Azure Disk Encryption.'
const atHost = 'VM is encryption compliant with EncryptionAtHost.'
const osPlain = 'VM is not fully encrypted with Azure Disk Encryption. OS disk is in an unencrypted state.'
const dataPlain =
  'VM is not fully encrypted with Azure Disk Encryption. The following data disks are not encrypted: /dev/sdc1'
const neither = 'VM is not encrypted. VM should be encrypted with EncryptionAtHost or Azure Disk Encryption.'

const stamped = { stamp: 'encrypted', settings: true } as const
const encrypted: VmOptions = { osDisk: stamped, extension: { report: { os: 'Encrypted', data: 'NotMounted' } } }
const unverified: VmOptions = { osDisk: stamped, extensions: [] }
const withData: VmOptions = {
  ...encrypted,
  data: [stamped],
  extension: { report: { os: 'Encrypted', data: 'Encrypted' } },
}

function verdictOf(options: VmOptions, audit: AttestationFacts) {
  const facts = readVmFacts(vmBody(options))
  const attestation = attestationOf(audit, now)
  const verdict = attest(judge(facts), facts, attestation)
  const guest = evidence(facts, verdict, attestation).find(({ kind }) => kind === 'guest')
  return {
    state: verdict.state,
    os: verdict.os.state,
    mark: guest?.os.mark,
    flags: verdict.flags.map(({ code }) => code),
  }
}

const compliant = (phrase: string, minutes = 12): AttestationFacts => ({
  compliant: true,
  checkedAt: minutesAgo(minutes),
  reasons: [phrase],
})
const refused = (phrase: string, minutes = 12): AttestationFacts => ({
  compliant: false,
  checkedAt: minutesAgo(minutes),
  reasons: [phrase],
})

describe('an audit from inside the VM', () => {
  it('proves a stamped disk that nobody reports on', () => {
    expect(verdictOf(unverified, compliant(ade))).toMatchObject({
      state: 'encrypted',
      os: 'encrypted',
      mark: 'decides',
    })
  })

  it('agrees with a report that says the same', () => {
    expect(verdictOf(encrypted, compliant(ade))).toMatchObject({ state: 'encrypted', mark: 'agrees', flags: [] })
  })

  it.each([osPlain, neither])('contradicts an encrypted OS disk: %s', (phrase) => {
    const verdict = verdictOf(encrypted, refused(phrase))
    expect(verdict).toMatchObject({ state: 'conflict', os: 'conflict', mark: 'contradicts' })
    expect(verdict.flags).toContain('attested-otherwise')
  })

  it('contradicts data disks that all count as encrypted, and not the OS disk', () => {
    expect(verdictOf(withData, refused(dataPlain))).toMatchObject({ state: 'conflict', os: 'encrypted' })
  })

  it('does not contradict where one data disk is known to be plain', () => {
    const some: VmOptions = { ...withData, data: [stamped, { stamp: 'notEncrypted' }] }
    expect(verdictOf(some, refused(dataPlain)).flags).not.toContain('attested-otherwise')
  })

  it.each([
    ['encryption at host', compliant(atHost)],
    ['a reason that nobody knows', compliant('All is well.')],
    ['a reason against its own result', refused(ade)],
    ['an audit of two days ago', compliant(ade, 2 * 24 * 60)],
    ['an audit from the future', compliant(ade, -3 * 60)],
    ['an audit without time', { compliant: true, checkedAt: null, reasons: [ade] }],
    ['an audit that never ran', { compliant: null, checkedAt: minutesAgo(5), reasons: [ade] }],
  ])('proves nothing of ADE by %s', (_name, audit) => {
    expect(verdictOf(unverified, audit)).toMatchObject({ state: 'encrypted-unverified' })
  })

  it('never makes a plain disk encrypted', () => {
    expect(verdictOf({ osDisk: { stamp: 'notEncrypted' } }, compliant(ade)).state).not.toBe('encrypted')
    expect(verdictOf({ osDisk: {} }, compliant(ade)).state).not.toBe('encrypted')
  })
})
