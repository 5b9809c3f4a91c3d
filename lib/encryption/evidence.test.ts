import { describe, expect, it } from 'vitest'
import { secretUrl, vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { evidence } from './evidence'
import type { EvidenceRow } from './evidence-types'
import { judge } from './judge'
import { both, cleared, stamped } from './testing/judged'

function rows(vm: VmOptions): readonly EvidenceRow[] {
  const facts = readVmFacts(vmBody(vm))
  return evidence(facts, judge(facts))
}

/** `kind: value mark` for the OS disk, and after `|` for the data disks. */
function told(vm: VmOptions): readonly string[] {
  return rows(vm).map(({ kind, os, data }) => {
    const words = `${kind}: ${os.value} ${os.mark}`
    return data === null ? words : `${words} | ${data.value} ${data.mark}`
  })
}

const guest = 'guest: not-attested nothing'
const guestBoth = `${guest} | not-attested nothing`

describe('evidence', () => {
  it.each<[string, VmOptions, readonly string[]]>([
    [
      'encrypted: report and stamp agree, the report decides',
      { osDisk: stamped, extension: { report: both('Encrypted') } },
      ['request: asked-encrypt agrees', 'stamp: stamp-encrypted agrees', 'report: report-encrypted decides', guest],
    ],
    [
      'encrypting: request and stamp run ahead',
      { osDisk: stamped, extension: { report: both('EncryptionInProgress') } },
      ['request: asked-encrypt ahead', 'stamp: stamp-encrypted ahead', 'report: report-encrypting decides', guest],
    ],
    [
      'conflict',
      { osDisk: stamped, extension: { report: both('NotEncrypted') } },
      [
        'request: asked-encrypt ahead',
        'stamp: stamp-encrypted contradicts',
        'report: report-not-encrypted contradicts',
        guest,
      ],
    ],
    [
      'stamp alone',
      { os: 'Windows', osDisk: stamped, extension: {} },
      ['request: asked-encrypt agrees', 'stamp: stamp-encrypted decides', 'report: report-none nothing', guest],
    ],
    [
      'nothing at all',
      { data: [{}] },
      [
        'request: not-asked nothing | not-asked nothing',
        'stamp: stamp-absent decides | stamp-absent decides',
        'report: report-none nothing | report-none nothing',
        guestBoth,
      ],
    ],
    [
      'not read',
      { instanceView: false, data: [{}] },
      [
        'request: not-asked nothing | not-asked nothing',
        'stamp: not-read nothing | not-read nothing',
        'report: not-read nothing | not-read nothing',
        guestBoth,
      ],
    ],
    [
      'failed',
      {
        osDisk: stamped,
        extension: { volumeType: 'OS', status: { code: 'ProvisioningState/failed/19', level: 'Error' } },
      },
      ['request: asked-encrypt ahead', 'stamp: stamp-encrypted ahead', 'report: report-none decides', guest],
    ],
    [
      'a data disk added later',
      { osDisk: stamped, data: [stamped, cleared], extension: { report: both('Encrypted') } },
      [
        'request: asked-encrypt agrees | asked-encrypt ahead',
        'stamp: stamp-encrypted agrees | stamp-some decides',
        'report: report-encrypted decides | report-encrypted agrees',
        guestBoth,
      ],
    ],
    [
      'decrypting: the stamp is cleared first',
      { osDisk: cleared, extension: { operation: 'DisableEncryption', report: both('DecryptionInProgress') } },
      ['request: asked-disable agrees', 'stamp: stamp-not-encrypted ahead', 'report: report-decrypting decides', guest],
    ],
    [
      'dual-pass Windows data by its request',
      {
        os: 'Windows',
        model: { enabled: true, diskEncryptionKey: { secretUrl } },
        data: [{}],
        extension: { version: '1.1' },
      },
      [
        'request: asked-encrypt agrees | asked-encrypt decides',
        'stamp: stamp-encrypted decides | stamp-absent nothing',
        'report: report-none nothing | report-none nothing',
        guestBoth,
      ],
    ],
    [
      'request for the OS disk alone',
      { osDisk: stamped, data: [{}], extension: { volumeType: 0, report: { os: 'Encrypted', data: 'NotMounted' } } },
      [
        'request: asked-encrypt agrees | not-asked nothing',
        'stamp: stamp-encrypted agrees | stamp-absent nothing',
        'report: report-encrypted decides | report-not-mounted decides',
        guestBoth,
      ],
    ],
    [
      'confidential VM',
      { securityType: 'ConfidentialVM', extension: { report: both('Encrypted') } },
      ['request: asked-encrypt agrees', 'stamp: stamp-absent nothing', 'report: report-encrypted decides', guest],
    ],
    [
      'unreadable',
      { osDisk: stamped, extension: { report: 'Traceback' } },
      ['request: asked-encrypt agrees', 'stamp: stamp-encrypted decides', 'report: report-unreadable nothing', guest],
    ],
  ])('%s', (_, vm, expected) => {
    expect(told(vm)).toEqual(expected)
  })

  it('names its sources and keeps Azure’s own spelling', () => {
    const found = rows({ osDisk: stamped, data: [stamped, cleared], extension: { report: both('Encrypted') } })
    expect(found.map(({ source }) => source)).toEqual([
      'extension-settings',
      'instance-view-disks',
      'instance-view-substatus',
      'none',
    ])
    expect(found.map(({ os }) => os.raw)).toEqual([
      'EnableEncryption, All',
      'EncryptionState/encrypted',
      'Encrypted',
      null,
    ])
    expect(found[1]?.data).toMatchObject({
      raw: 'EncryptionState/encrypted, EncryptionState/notEncrypted',
      count: { of: 1, total: 2 },
    })
  })

  it('shows the failing code, and no more than the beginning of a text that is no report', () => {
    const failed = rows({ extension: { statuses: [{ level: 'Error', code: 'ProvisioningState/failed/53' }] } })
    expect(failed[2]?.os.raw).toBe('ProvisioningState/failed/53')
    expect(rows({ extension: { report: 'x'.repeat(1_000_000) } })[2]?.os.raw).toHaveLength(2_000)
  })

  it('of a dual-pass OS disk stands in the model', () => {
    const stamp = rows({ model: { enabled: true, diskEncryptionKey: { secretUrl } } })[1]
    expect(stamp).toMatchObject({ source: 'vm-model', os: { value: 'stamp-encrypted', raw: 'enabled: true' } })
  })
})
