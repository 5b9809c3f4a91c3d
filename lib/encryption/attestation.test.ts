import { describe, expect, it } from 'vitest'
import type { AttestationFacts } from '@/lib/facts/related-resources/types'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { attest, attestationOf, isOpenToAudit } from './attestation'
import { evidence } from './evidence'
import { judge } from './judge'
import { both, cleared, judged } from './testing/judged'

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
    data: verdict.data.state,
    mark: guest?.os.mark,
    /** `value mark raw` for the OS disk, and for the data disks where the VM has some. */
    cells: [guest?.os, guest?.data ?? undefined].flatMap((cell) =>
      cell === undefined ? [] : [`${cell.value} ${cell.mark} ${cell.raw ?? '-'}`],
    ),
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
  it('proves a stamped disk that has no report', () => {
    expect(verdictOf(unverified, compliant(ade))).toMatchObject({
      state: 'encrypted',
      os: 'encrypted',
      mark: 'decides',
    })
  })

  it('agrees with a report that shows the same', () => {
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
    ['an unknown reason', compliant('All is well.')],
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

  it('proves no disk that is still being encrypted, has failed, or has no stamp', () => {
    const reported = (word: string): VmOptions => ({ osDisk: stamped, extension: { report: both(word) } })
    expect(verdictOf(reported('EncryptionInProgress'), compliant(ade))).toMatchObject({
      os: 'encrypting',
      mark: 'nothing',
    })
    expect(verdictOf(reported('VMRestartPending'), compliant(ade)).os).toBe('restart-pending')
    const skipped: VmOptions = { securityType: 'ConfidentialVM', extension: { report: both('Encrypted') } }
    expect(verdictOf(skipped, compliant(ade))).toMatchObject({ os: 'encrypted-unverified', mark: 'nothing' })
  })

  it('proves nothing in place of a report that is lost or cannot be read', () => {
    const contradicting: VmOptions = {
      osDisk: stamped,
      extension: { report: { os: 'NotEncrypted', data: 'NotMounted' } },
    }
    const stateOf = (change: (extension: { substatuses?: unknown }) => void): string => {
      const body = structuredClone(vmBody(contradicting)) as {
        properties: { instanceView: { extensions: [{ substatuses?: unknown }] } }
      }
      change(body.properties.instanceView.extensions[0])
      const facts = readVmFacts(body)
      return attest(judge(facts), facts, attestationOf(compliant(ade), now)).state
    }
    expect(stateOf(() => undefined)).toBe('conflict')
    for (const substatuses of [undefined, null, [], 'x', [7], [{ message: 'no report' }], [{ message: '{"os":"?"}' }]])
      expect([substatuses, stateOf((extension) => (extension.substatuses = substatuses))]).toEqual([
        substatuses,
        'encrypted-unverified',
      ])
  })

  it('proves nothing beside an input that cannot be read', () => {
    const facts = readVmFacts(vmBody(unverified))
    const unreadable = { ...facts, unreadable: ['properties.securityProfile.encryptionAtHost'] }
    const attestation = attestationOf(compliant(ade), now)
    expect(attest(judge(unreadable), unreadable, attestation).state).toBe('encrypted-unverified')
  })

  it('proves each stamped disk separately', () => {
    const some: VmOptions = { osDisk: stamped, data: [stamped, {}] }
    expect(verdictOf(some, compliant(ade))).toMatchObject({
      state: 'partly-encrypted',
      os: 'encrypted',
      data: 'partly-encrypted',
    })
    expect(verdictOf({ osDisk: stamped, data: [stamped] }, compliant(ade))).toMatchObject({
      state: 'encrypted',
      data: 'encrypted',
    })
  })

  it('also contradicts a verdict that rests on the stamp alone', () => {
    expect(verdictOf(unverified, refused(osPlain))).toMatchObject({
      state: 'conflict',
      os: 'conflict',
      flags: expect.arrayContaining(['attested-otherwise']) as unknown,
    })
  })

  it('contradicts the OS disk for any state of the data disks, and the data disks for any state of the OS disk', () => {
    const plainData: VmOptions = { ...encrypted, data: [cleared] }
    expect(verdictOf(plainData, refused(osPlain))).toMatchObject({
      state: 'conflict',
      os: 'conflict',
      data: 'not-mounted',
    })
    const plainOs: VmOptions = { data: [stamped], extension: { report: { os: 'NotEncrypted', data: 'Encrypted' } } }
    expect(verdictOf(plainOs, refused(dataPlain))).toMatchObject({ os: 'not-encrypted', data: 'conflict' })
    expect(verdictOf(plainOs, refused(neither))).toMatchObject({ os: 'not-encrypted', data: 'conflict' })
  })

  it('changes nothing about a VM with other protection', () => {
    expect(verdictOf({ encryptionAtHost: true }, compliant(atHost)).state).toBe('protected-otherwise')
    expect(verdictOf({ encryptionAtHost: false }, compliant(atHost)).state).toBe('not-encrypted')
    const confidential = { securityEncryptionType: 'DiskWithVMGuestState' }
    expect(verdictOf({ osDisk: confidential }, refused(neither)).state).toBe('protected-otherwise')
  })

  it('says nothing about an OS disk that was not read', () => {
    const verdict = verdictOf({ osDisk: null, data: [stamped] }, compliant(ade))
    expect(verdict).toMatchObject({ state: 'unknown', os: 'unknown', data: 'unknown' })
  })

  it('counts for a day, and while the clocks are less than an hour apart', () => {
    const isRead = (milliseconds: number) =>
      attestationOf({ ...compliant(ade), checkedAt: new Date(Date.parse(now) - milliseconds).toISOString() }, now) !==
      null
    const hour = 60 * 60_000
    expect([24 * hour, 24 * hour + 1, -hour, -hour - 1].map(isRead)).toEqual([true, false, true, false])
  })

  it('is null without a result or without a time', () => {
    expect(attestationOf({ ...compliant(ade), compliant: null }, now)).toBeNull()
    expect(attestationOf({ ...compliant(ade), checkedAt: null }, now)).toBeNull()
    expect(attestationOf({ ...compliant(ade), checkedAt: 'yesterday' }, now)).toBeNull()
  })

  it('takes the first reason that fits its result, and keeps an unknown one as written', () => {
    const two = { ...compliant(ade), reasons: ['All is well.', ade] }
    expect(attestationOf(two, now)).toMatchObject({ says: 'encrypted', phrase: ade })
    expect(attestationOf(compliant('All is well.'), now)).toMatchObject({ says: 'nothing', phrase: 'All is well.' })
    expect(attestationOf({ ...compliant(ade), reasons: [] }, now)).toMatchObject({ says: 'nothing', phrase: null })
    expect(attestationOf(refused(atHost), now)).toMatchObject({ says: 'nothing' })
  })

  it('is worth reading only where something counts as encrypted', () => {
    expect(isOpenToAudit(judged({ osDisk: stamped, data: [{}] }))).toBe(true)
    expect(isOpenToAudit(judged({ data: [{}] }))).toBe(false)
    expect(isOpenToAudit(judged({ osDisk: stamped, extension: { report: both('EncryptionInProgress') } }))).toBe(false)
  })
})

describe('the row of the audit', () => {
  it.each<[string, VmOptions, AttestationFacts, readonly string[]]>([
    ['agrees with the report', encrypted, compliant(ade), [`attested-encrypted agrees ${ade}`]],
    ['decides for a stamp alone', unverified, compliant(ade), [`attested-encrypted decides ${ade}`]],
    [
      'says nothing of disks that it did not prove',
      { ...encrypted, data: [{}] },
      compliant(ade),
      [`attested-encrypted agrees ${ade}`, `attested-encrypted nothing ${ade}`],
    ],
    [
      'says nothing of data disks of which only some are proved',
      { osDisk: stamped, data: [stamped, {}] },
      compliant(ade),
      [`attested-encrypted decides ${ade}`, `attested-encrypted nothing ${ade}`],
    ],
    ['names encryption at host', unverified, compliant(atHost), [`attested-at-host nothing ${atHost}`]],
    ['keeps an unknown reason', unverified, compliant('Fine.'), ['attested-other nothing Fine.']],
    ['contradicts', encrypted, refused(osPlain), [`attested-plain contradicts ${osPlain}`]],
    ['agrees that a disk is plain', {}, refused(osPlain), [`attested-plain agrees ${osPlain}`]],
    [
      'speaks of the OS disk alone',
      withData,
      refused(osPlain),
      [`attested-plain contradicts ${osPlain}`, `attested-other nothing ${osPlain}`],
    ],
    [
      'speaks of the data disks alone',
      { data: [{}] },
      refused(dataPlain),
      [`attested-other nothing ${dataPlain}`, `attested-plain agrees ${dataPlain}`],
    ],
    [
      'does not say which of several data disks it means',
      { ...withData, data: [stamped, { stamp: 'notEncrypted' }] },
      refused(dataPlain),
      [`attested-other nothing ${dataPlain}`, `attested-plain nothing ${dataPlain}`],
    ],
  ])('%s', (_, vm, audit, cells) => {
    expect(verdictOf(vm, audit).cells).toEqual(cells)
  })

  it('contains its source and its time', () => {
    const facts = readVmFacts(vmBody(encrypted))
    const attestation = attestationOf(compliant(ade), now)
    const row = evidence(facts, attest(judge(facts), facts, attestation), attestation).at(-1)
    expect(row).toMatchObject({ kind: 'guest', source: 'guest-configuration', at: minutesAgo(12), data: null })
  })
})
