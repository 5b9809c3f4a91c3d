import { describe, expect, it } from 'vitest'
import { vmBody, type ExtensionOptions, type VmOptions } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { objectOf } from '@/lib/wire/read'
import { judge } from './judge'
import { both, cleared, judged, stamped } from './testing/judged'

/** Situations from real answers, as bodies of our own. */
const windowsView: ExtensionOptions = { status: { message: '[2.2.0.33] ' } }

const situations: readonly [string, VmOptions, object][] = [
  [
    'encryption at host and no ADE',
    { encryptionAtHost: true },
    { pass: 'none', state: 'protected-otherwise', os: { state: 'not-encrypted' }, data: { state: 'none' } },
  ],
  [
    'never encrypted, agent not ready',
    { os: 'Windows', agent: 'Unavailable' },
    { pass: 'none', state: 'not-encrypted' },
  ],
  [
    'Windows just enabled',
    { os: 'Windows', osDisk: stamped, extension: windowsView },
    { pass: 'single', state: 'encrypted-unverified', data: { state: 'none' } },
  ],
  [
    'Linux All, no data disk, every disk stamped, still running',
    {
      osDisk: stamped,
      extension: { report: both('EncryptionInProgress'), status: { message: 'Encryption succeeded for data volumes' } },
    },
    {
      state: 'encrypting',
      os: { stamp: 'encrypted', reported: 'EncryptionInProgress' },
      data: { state: 'none', reported: 'EncryptionInProgress', total: 0 },
    },
  ],
  [
    'storage-account disks, only the OS disk stamped, the request covers all',
    {
      os: 'Windows',
      osDisk: { ...stamped, vhd: true },
      data: [
        { ...cleared, vhd: true },
        { ...cleared, vhd: true },
      ],
      extension: { volumeType: '' },
    },
    {
      state: 'partly-encrypted',
      os: { state: 'encrypted-unverified' },
      data: { state: 'not-encrypted', stamped: 0, total: 2 },
    },
  ],
  [
    'disabled, settings gone',
    {
      os: 'Windows',
      osDisk: cleared,
      data: [cleared],
      extension: {
        operation: 'DisableEncryption',
        volumeType: '',
        status: { message: 'Disable Encryption completed successfully' },
      },
    },
    { pass: 'single', state: 'not-encrypted' },
  ],
  ['extension removed', { os: 'Windows', osDisk: stamped }, { pass: 'single', state: 'encrypted-unverified' }],
  [
    'dual pass before the key is written, no instance view',
    { os: 'Windows', instanceView: false, extension: { version: '1.1', provisioningState: 'Failed' } },
    { pass: 'dual', state: 'unknown', os: { state: 'unknown', stamp: 'notEncrypted' } },
  ],
  [
    'confidential OS disk alone',
    { securityType: 'ConfidentialVM', osDisk: { securityEncryptionType: 'diskwithvmgueststate' } },
    { state: 'protected-otherwise' },
  ],
  [
    'confidential OS disk beside plain data',
    { osDisk: { securityEncryptionType: 'DiskWithVMGuestState' }, data: [{}] },
    { state: 'partly-encrypted', data: { state: 'not-encrypted' } },
  ],
  [
    'only the guest state is confidential',
    { securityType: 'ConfidentialVM', osDisk: { securityEncryptionType: 'VMGuestStateOnly' } },
    { state: 'not-encrypted' },
  ],
  [
    'reported plain with data not mounted',
    { osDisk: stamped, data: [{}], extension: { report: { os: 'Encrypted', data: 'NotMounted' } } },
    { state: 'partly-encrypted', data: { state: 'not-mounted', reported: 'NotMounted' } },
  ],
  [
    'VM off: the stamp and the last report',
    { power: 'deallocated', osDisk: stamped, extension: { view: false } },
    { state: 'encrypted-unverified' },
  ],
]

describe('a verdict', () => {
  it.each(situations)('%s', (_, vm, expected) => {
    expect(judged(vm)).toMatchObject(expected)
  })

  it('lists the OS disk first, then data disks in the order of the model', () => {
    const { volumes } = judged({
      data: [
        { name: 'b', lun: 4 },
        { name: 'a', lun: 0 },
      ],
    })
    expect(volumes.map(({ name, role, lun }) => ({ name, role, lun }))).toEqual([
      { name: 'web_OsDisk_1', role: 'os', lun: null },
      { name: 'b', role: 'data', lun: 4 },
      { name: 'a', role: 'data', lun: 0 },
    ])
  })

  it('takes the first of two views with one name, compared without case', () => {
    const body = vmBody({ osDisk: { name: 'OS' }, extension: { report: both('Encrypted') } })
    const view = (name: string, code: string) => ({ name, statuses: [{ code }] })
    const disks = [view('os', 'EncryptionState/encrypted'), view('OS', 'EncryptionState/notEncrypted')]
    const { properties } = body as { properties: { instanceView: object } }
    const changed = { ...body, properties: { ...properties, instanceView: { ...properties.instanceView, disks } } }
    expect(judge(readVmFacts(changed)).state).toBe('encrypted')
  })

  it('takes the last encryption code of a view', () => {
    const body = vmBody({ extension: { report: both('Encrypted') } })
    const codes = ['EncryptionState/encrypted', 'ProvisioningState/succeeded', 'encryptionstate/NOTENCRYPTED']
    const disks = [{ name: 'web_OsDisk_1', statuses: codes.map((code) => ({ code })) }]
    const { properties } = body as { properties: { instanceView: object } }
    const changed = { ...body, properties: { ...properties, instanceView: { ...properties.instanceView, disks } } }
    expect(judge(readVmFacts(changed)).os).toEqual({ state: 'conflict', stamp: 'notEncrypted', reported: 'Encrypted' })
  })

  it('finds the instance view of a renamed extension by type, and one without a type by the resource', () => {
    const report = both('EncryptionInProgress')
    expect(judged({ extension: { name: 'ade', report } }).state).toBe('encrypting')
    expect(judged({ extension: { name: 'ade', viewType: null, report } }).state).toBe('encrypting')
    expect(judged({ extension: { name: 'ade', viewName: 'other', viewType: null, report } }).state).toBe(
      'not-encrypted',
    )
    expect(judged({ extension: { resource: false, viewType: null, report } }).pass).toBe('none')
  })

  it('does not mistake an agent handler for an extension', () => {
    const body = vmBody() as { properties: { instanceView: object } }
    const vmAgent = {
      extensionHandlers: [
        { type: 'Microsoft.Azure.Security.AzureDiskEncryptionForLinux', typeHandlerVersion: '1.4.0.12' },
      ],
    }
    const instanceView = { ...body.properties.instanceView, vmAgent }
    expect(judge(readVmFacts({ ...body, properties: { ...body.properties, instanceView } })).pass).toBe('none')
  })

  it('lists an OS disk that the model omits, with an unknown state', () => {
    const { volumes, os } = judged({ osDisk: null })
    expect(volumes).toEqual([{ name: '', role: 'os', lun: null, stamp: 'absent', state: 'unknown' }])
    expect(os).toEqual({ state: 'unknown', stamp: 'absent', reported: null })
  })

  it.each<[string, VmOptions]>([
    [
      'type of the OS disk',
      { securityType: 'ConfidentialVM', osDisk: { securityEncryptionType: 'DiskWithVMGuestStateV2' } },
    ],
    ['type of the OS disk beside data disks', { osDisk: { securityEncryptionType: 'x' }, data: [{}, cleared] }],
    ['security type', { securityType: 'TDX' }],
    ['security type with ADE', { securityType: 'TDX', osDisk: cleared, extension: { report: both('NotEncrypted') } }],
  ])('makes no claim against a VM with a %s that is not published', (_, vm) => {
    const verdict = judged(vm)
    expect(verdict).toMatchObject({ state: 'unknown', os: { state: 'unknown' } })
    expect(verdict.flags).toContainEqual({ code: 'runtime-not-read', reason: 'input-unreadable' })
  })

  it('says what is known of a VM with a security type that is not published', () => {
    expect(judged({ securityType: 'TDX', encryptionAtHost: true })).toMatchObject({
      state: 'protected-otherwise',
      flags: [],
    })
    const encrypted = { osDisk: stamped, extension: { report: { os: 'Encrypted', data: 'NotMounted' } } }
    expect(judged({ ...encrypted, securityType: 'TDX' }).state).toBe('encrypted')
  })

  it('does not know that there are no data disks where the model names no disk at all', () => {
    const body = { ...objectOf(vmBody({})) }
    const dataOf = (storageProfile: unknown) =>
      judge(readVmFacts({ ...body, properties: { ...objectOf(body['properties']), storageProfile } })).data.state
    for (const profile of [{}, { imageReference: {} }, { osDisk: null, dataDisks: null }, null, undefined])
      expect([profile, dataOf(profile)]).toEqual([profile, 'unknown'])
    expect(dataOf({ dataDisks: [] })).toBe('none')
    const { osDisk } = { ...objectOf(objectOf(body['properties'])?.['storageProfile']) }
    expect(dataOf({ osDisk })).toBe('none')
  })

  it('knows every published type, in any letter case, and takes null and an empty one for none', () => {
    for (const securityType of ['Standard', 'TrustedLaunch', 'confidentialvm'])
      expect(judged({ securityType }).state).toBe('not-encrypted')
    for (const securityEncryptionType of ['vmGuestStateOnly', 'NonPersistedTPM', ''])
      expect(judged({ securityType: 'ConfidentialVM', osDisk: { securityEncryptionType } }).state).toBe('not-encrypted')
    const body = { ...objectOf(vmBody({ securityType: 'TDX' })) }
    const properties = { ...objectOf(body['properties']), securityProfile: { securityType: null } }
    expect(judge(readVmFacts({ ...body, properties })).state).toBe('not-encrypted')
  })

  it('says of the other tools only what the az command printed, where its output is all that was read', () => {
    const facts = { ...readVmFacts(vmBody({ osDisk: stamped, extension: {} })), toolReading: null }
    expect(judge(facts).otherTools).toEqual({ powershell: null, azCli: { outcome: 'printed' } })
  })
})
