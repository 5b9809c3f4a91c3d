import { describe, expect, it } from 'vitest'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { secretUrl, vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { judge } from './judge'
import { both, cleared, flagTexts, judged, stamped } from './testing/judged'

const encrypted: VmOptions = { osDisk: stamped, extension: { report: both('Encrypted') } }

describe('flags', () => {
  it.each<[string, VmOptions, readonly string[]]>([
    ['nothing', {}, []],
    ['encrypted', encrypted, []],
    [
      'data reported without data disks',
      { osDisk: stamped, extension: { report: both('NotMounted') } },
      ['unreadable-report: substatus-word-unknown'],
    ],
    [
      'data disks not mounted',
      { osDisk: stamped, data: [{}], extension: { report: { os: 'Encrypted', data: 'NotMounted' } } },
      ['data-not-mounted: data-disks-not-mounted'],
    ],
    ['no data disks to mount', { osDisk: stamped, extension: { report: { os: 'Encrypted', data: 'NotMounted' } } }, []],
    [
      'stamp and report differ',
      { osDisk: stamped, extension: { report: both('NotEncrypted') } },
      ['conflict-stamp-report: stamped-but-report-says-not-encrypted'],
    ],
    [
      'report and stamp differ',
      { extension: { report: both('Encrypted') } },
      ['conflict-stamp-report: report-encrypted-but-not-stamped'],
    ],
    ['mixed', { data: [stamped, cleared], extension: {} }, ['mixed-data-disks: some-data-disks-stamped']],
    ['every data disk stamped', { data: [stamped, stamped], extension: {} }, []],
    ['no data disk stamped', { osDisk: stamped, data: [cleared, {}], extension: {} }, []],
    [
      'creating',
      { extension: { provisioningState: 'Creating' } },
      ['operation-running: extension-provisioning-running'],
    ],
    [
      'updating',
      { extension: { provisioningState: 'updating' } },
      ['operation-running: extension-provisioning-running'],
    ],
    [
      'deleting',
      { extension: { provisioningState: 'Deleting' } },
      ['operation-running: extension-provisioning-running'],
    ],
    [
      'stopped, a report without a status',
      { osDisk: stamped, power: 'stopped', extension: { statuses: [], report: both('Encrypted') } },
      ['stale-report: vm-not-running', 'runtime-not-read: extension-status-missing'],
    ],
    ['stopped without being deallocated', { ...encrypted, power: 'stopped' }, ['stale-report: vm-not-running']],
    ['a power state that is not known', { ...encrypted, power: 'dreaming' }, []],
    ['stopped', { ...encrypted, power: 'deallocated' }, ['stale-report: vm-not-running']],
    [
      'stopped without a report',
      { power: 'deallocated', extension: { view: false } },
      ['runtime-not-read: extension-status-missing'],
    ],
    [
      'stopped, with neither status nor report',
      { power: 'deallocated', extension: { statuses: [] } },
      ['runtime-not-read: extension-status-missing'],
    ],
    ['agent silent', { ...encrypted, agent: 'Unavailable' }, ['stale-report: agent-not-ready']],
    ['agent silent, no extension', { agent: 'Unavailable' }, []],
    ['not JSON', { extension: { report: 'Traceback' } }, ['unreadable-report: substatus-not-json']],
    ['JSON but no object', { extension: { report: 'null' } }, ['unreadable-report: substatus-not-json']],
    ['empty sub-status', { extension: { report: '' } }, ['unreadable-report: substatus-not-json']],
    ['no sub-status in the list', { extension: { substatuses: [] } }, []],
    [
      'unknown word',
      { extension: { report: { os: 'Unknown', data: 'NotEncrypted' } } },
      ['unreadable-report: substatus-word-unknown'],
    ],
    [
      'unknown word for the data volumes',
      { extension: { report: { os: 'NotEncrypted', data: 'Unknown' } } },
      ['unreadable-report: substatus-word-unknown'],
    ],
    ['one word missing', { extension: { report: { os: 'NotEncrypted' } } }, []],
    ['both words missing', { extension: { report: {} } }, ['unreadable-report: substatus-word-unknown']],
    [
      'new text',
      { extension: { status: { message: 'A text nobody knows' } } },
      ['unrecognised-message: message-not-in-catalogue'],
    ],
    ['removed', { osDisk: stamped }, ['extension-removed: stamped-without-extension']],
    [
      'removed, with a plain data disk',
      { osDisk: stamped, data: [{}] },
      ['extension-removed: stamped-without-extension'],
    ],
    [
      'not removed where extensions were not read',
      { instanceView: false, model: { enabled: true, diskEncryptionKey: { secretUrl } } },
      ['runtime-not-read: no-instance-view'],
    ],
    ['renamed', { extension: { name: 'ade-prod' } }, ['extension-renamed: extension-name-not-default']],
    [
      'renamed, of which only the view was read',
      { extension: { name: 'ade', resource: false } },
      ['extension-renamed: extension-name-not-default'],
    ],
    ['a view of another name than the resource', { extension: { viewName: 'other' } }, []],
    [
      'renamed, of which no view was read',
      { extension: { name: 'ade', view: false } },
      ['extension-renamed: extension-name-not-default', 'runtime-not-read: extension-status-missing'],
    ],
    ['no name at all', { extension: { name: '' } }, []],
    ['default name in another case', { extension: { name: 'azurediskencryptionforlinux' } }, []],
    ['leftover', { model: { enabled: false } }, ['dual-pass-leftover: model-enabled-false-left']],
    ['model in use', { model: { enabled: true, diskEncryptionKey: { secretUrl } }, extension: { version: '0.1' } }, []],
    [
      'confidential',
      { securityType: 'ConfidentialVM', extension: { report: both('Encrypted') } },
      ['confidential-no-stamp: confidential-vm-skips-stamp'],
    ],
    [
      'confidential, on the way',
      { securityType: 'ConfidentialVM', extension: { report: both('EncryptionInProgress') } },
      ['confidential-no-stamp: confidential-vm-skips-stamp'],
    ],
    [
      'confidential, one disk with a stamp',
      { osDisk: stamped, data: [{}], securityType: 'ConfidentialVM', extension: { report: both('Encrypted') } },
      ['confidential-no-stamp: confidential-vm-skips-stamp'],
    ],
    ['confidential with a stamp', { ...encrypted, securityType: 'ConfidentialVM' }, []],
    ['confidential without ADE', { securityType: 'ConfidentialVM' }, []],
    ['no instance view', { instanceView: false }, ['runtime-not-read: no-instance-view']],
    ['no OS disk', { osDisk: null }, ['runtime-not-read: no-os-disk-in-model']],
  ])('%s', (_, vm, flags) => {
    expect(flagTexts(judged(vm))).toEqual(flags)
  })

  it.each([
    ['no agent', undefined],
    ['an agent without a state', { vmAgentVersion: '2.9', statuses: [{}] }],
  ])('does not call a report stale for %s', (_, vmAgent) => {
    const body = vmBody(encrypted) as { properties: { instanceView: object } }
    const instanceView = { ...body.properties.instanceView, vmAgent }
    expect(flagTexts(judge(readVmFacts({ ...body, properties: { ...body.properties, instanceView } })))).toEqual([])
  })

  it('does not call an extension removed where extensions were not listed', () => {
    const body = { ...vmBody({ osDisk: stamped }), resources: [{ id: '/x/extensions/AzureDiskEncryptionForLinux' }] }
    expect(flagTexts(judge(readVmFacts(body)))).toEqual([])
  })
})

describe('progress', () => {
  it('keeps the text and recognises it', () => {
    const message = 'Encrypting data volume 2/3: 42%'
    expect(judged({ extension: { status: { message } } }).progress).toEqual({
      message,
      messageKind: 'linux-data-percent',
      phase: 'data-encrypting',
      percent: 42,
    })
  })

  it('is empty without a message', () => {
    const silence = { message: null, messageKind: null, phase: null, percent: null }
    expect(judged({}).progress).toEqual(silence)
    expect(judged({ extension: { statuses: [] } }).progress).toEqual(silence)
    expect(judged({ extension: { status: { message: null } } }).progress).toEqual(silence)
  })

  it.each(['Linux', 'Windows'] as const)('recognises the secret of dual pass on %s', (os) => {
    const version = os === 'Linux' ? '0.1' : '1.1'
    const { progress } = judged({ os, extension: { version, status: { message: secretUrl } } })
    expect(progress).toMatchObject({ message: secretUrl, messageKind: 'dual-secret-url' })
  })

  it('recognises texts of Linux on Linux only', () => {
    const status = { message: 'OS disk encryption started' }
    const kinds = (['Linux', 'Windows'] as const).map(
      (os) => judged({ os, extension: { status } }).progress.messageKind,
    )
    expect(kinds).toEqual(['linux-os-encryption-started', 'unrecognised'])
  })

  it('takes the first status of the first extension', () => {
    const first = { name: 'a', statuses: [{ message: 'Decryption succeeded' }, { message: 'Disable succeeded' }] }
    const second = { name: 'b', status: { message: 'Encryption succeeded for all volumes' } }
    expect(judged({ extensions: [first, second] }).progress.message).toBe('Decryption succeeded')
  })
})
