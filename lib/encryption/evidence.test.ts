import { describe, expect, it } from 'vitest'
import { secretUrl, vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { evidence } from './evidence'
import { judge } from './judge'
import { both, cleared, stamped } from './testing/judged'

/** `kind: value mark` for the OS disk, and after `|` for the data disks. */
function evidenceOf(vm: VmOptions): readonly string[] {
  const facts = readVmFacts(vmBody(vm))
  return evidence(facts, judge(facts)).map(({ kind, os, data }) => {
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
    [
      'a report without a text',
      { osDisk: stamped, extension: { substatuses: [{ message: null }] } },
      ['request: asked-encrypt agrees', 'stamp: stamp-encrypted decides', 'report: report-unreadable nothing', guest],
    ],
    [
      'no OS disk in the model: its word shows nothing',
      { osDisk: null, extension: { report: both('Encrypted') } },
      ['request: asked-encrypt nothing', 'stamp: stamp-absent nothing', 'report: report-encrypted nothing', guest],
    ],
    [
      'data disks of which some failed',
      { data: [stamped, cleared], extension: { provisioningState: 'Failed', volumeType: 'Data' } },
      [
        'request: not-asked nothing | asked-encrypt ahead',
        'stamp: stamp-absent decides | stamp-some decides',
        'report: report-none nothing | report-none decides',
        guestBoth,
      ],
    ],
    [
      'failed before the stamp',
      { osDisk: cleared, data: [{}], extension: { provisioningState: 'Failed' } },
      [
        'request: asked-encrypt ahead | asked-encrypt ahead',
        'stamp: stamp-not-encrypted agrees | stamp-absent nothing',
        'report: report-none decides | report-none decides',
        guestBoth,
      ],
    ],
    [
      'formatting',
      { osDisk: stamped, extension: { operation: 'EnableEncryptionFormatAll', report: both('Encrypted') } },
      ['request: asked-format agrees', 'stamp: stamp-encrypted agrees', 'report: report-encrypted decides', guest],
    ],
    [
      'an operation that is not named',
      { extension: { operation: '' } },
      ['request: not-read nothing', 'stamp: stamp-absent decides', 'report: report-none nothing', guest],
    ],
    [
      'an extension of which only the view was read',
      { osDisk: stamped, extension: { resource: false, report: both('Encrypted') } },
      ['request: not-read nothing', 'stamp: stamp-encrypted agrees', 'report: report-encrypted decides', guest],
    ],
    [
      'the model alone',
      { model: { enabled: true, diskEncryptionKey: { secretUrl } }, data: [cleared] },
      [
        'request: asked-encrypt agrees | not-read nothing',
        'stamp: stamp-encrypted decides | stamp-not-encrypted decides',
        'report: report-none nothing | report-none nothing',
        guestBoth,
      ],
    ],
    [
      'the model alone, without an instance view',
      { instanceView: false, model: { enabled: true, diskEncryptionKey: { secretUrl } }, data: [stamped] },
      [
        'request: asked-encrypt agrees | not-read nothing',
        'stamp: stamp-encrypted decides | not-read nothing',
        'report: not-read nothing | not-read nothing',
        guestBoth,
      ],
    ],
    [
      'a request, without an instance view',
      { instanceView: false, extension: {} },
      ['request: asked-encrypt nothing', 'stamp: not-read nothing', 'report: not-read nothing', guest],
    ],
    [
      'dual-pass data that was reported',
      { extension: { version: '0.1', report: both('Encrypted') }, data: [{}] },
      [
        'request: asked-encrypt ahead | asked-encrypt agrees',
        'stamp: stamp-not-encrypted contradicts | stamp-absent nothing',
        'report: report-encrypted contradicts | report-encrypted decides',
        guestBoth,
      ],
    ],
    [
      'dual-pass data that carries a stamp',
      {
        os: 'Windows',
        model: { enabled: true, diskEncryptionKey: { secretUrl } },
        data: [stamped],
        extension: { version: '1.1' },
      },
      [
        'request: asked-encrypt agrees | asked-encrypt agrees',
        'stamp: stamp-encrypted decides | stamp-encrypted decides',
        'report: report-none nothing | report-none nothing',
        guestBoth,
      ],
    ],
    [
      'dual-pass Windows data of which one was cleared',
      {
        os: 'Windows',
        model: { enabled: true, diskEncryptionKey: { secretUrl } },
        data: [{}, cleared],
        extension: { version: '1.1' },
      },
      [
        'request: asked-encrypt agrees | asked-encrypt ahead',
        'stamp: stamp-encrypted decides | stamp-not-encrypted decides',
        'report: report-none nothing | report-none nothing',
        guestBoth,
      ],
    ],
    [
      'dual-pass Linux data without a report',
      { extension: { version: '0.1' }, data: [{}] },
      [
        'request: asked-encrypt ahead | asked-encrypt ahead',
        'stamp: stamp-not-encrypted decides | stamp-absent decides',
        'report: report-none nothing | report-none nothing',
        guestBoth,
      ],
    ],
  ])('%s', (_, vm, expected) => {
    expect(evidenceOf(vm)).toEqual(expected)
  })
})
