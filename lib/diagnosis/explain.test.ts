import { describe, expect, it } from 'vitest'
import {
  explanationSchema,
  explainErrorCodes,
  explainEvidenceSchema,
  type ExplainErrorCode,
} from '@/lib/contract/explain'
import type { UnreadCode } from '@/lib/facts/paste/errors'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { explain, explainWithEvidence, type Explained } from './explain'
import { both, flagTexts, stamped } from '@/lib/encryption/testing/judged'

function explained(value: unknown): Explained {
  const result = explain(typeof value === 'string' ? value : JSON.stringify(value))
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

const view = (name: string, word: string | null, settings: object[] | null = null): object => ({
  name,
  encryptionSettings: settings,
  statuses: word === null ? [] : [{ code: `EncryptionState/${word}`, level: 'Info' }],
})
const enabled = [{ enabled: true }]
const succeeded = {
  code: 'ProvisioningState/succeeded',
  level: 'Info',
  displayStatus: 'Provisioning succeeded',
  message: '',
}
const substatus = (report: object): object[] => [
  { code: 'ComponentStatus/x/succeeded', message: JSON.stringify(report) },
]

describe('the explanation of an ARM body', () => {
  it('has the public shape', () => {
    const message = 'OS disk encryption started'
    const extension = { status: { message }, report: { os: 'EncryptionInProgress', data: 'NotMounted' } }
    expect(explained(vmBody({ osDisk: { name: 'vm1_OsDisk_1', ...stamped }, extension }))).toEqual({
      schema: 1,
      vm: {
        id: '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/shop/providers/Microsoft.Compute/virtualMachines/web',
        name: 'web',
        osType: 'Linux',
        powerState: 'running',
      },
      pass: 'single',
      state: 'encrypting',
      os: { state: 'encrypting', stamp: 'encrypted', reported: 'EncryptionInProgress' },
      data: { state: 'none', reported: 'NotMounted', stamped: 0, total: 0 },
      volumes: [{ name: 'vm1_OsDisk_1', role: 'os', lun: null, stamp: 'encrypted', state: 'encrypting' }],
      progress: { message, messageKind: 'linux-os-encryption-started', phase: 'os-encrypting', percent: null },
      flags: [],
      otherTools: {
        powershell: {
          mode: 'SinglePass',
          OsVolumeEncrypted: 'EncryptionInProgress',
          DataVolumesEncrypted: 'NotMounted',
          OsVolumeEncryptionSettings: 'enabled',
          ProgressMessage: message,
        },
        azCli: { outcome: 'printed' },
      },
      diagnosis: [{ kind: 'os-encryption-silent-phase', severity: 'info', volume: 'os' }],
    })
  })

  it('matches the contract for every kind of paste', () => {
    const pastes = [
      vmBody({ data: [{}], extension: { report: both('Encrypted') } }),
      { storageProfile: {} },
      { disks: [view('os', 'encrypted', enabled)], status: [succeeded], substatus: null },
      { osDisk: 'Encrypted', dataDisk: 'NotEncrypted', osType: 'Linux' },
      'OsVolumeEncrypted : Encrypted',
      block('Encrypted', 'NotMounted', 'Provisioning succeeded'),
    ]
    for (const paste of pastes) {
      const result = explainWithEvidence(typeof paste === 'string' ? paste : JSON.stringify(paste))
      expect(result.ok).toBe(true)
      if (!result.ok) continue
      expect(explanationSchema.parse(result.value.explanation)).toEqual(result.value.explanation)
      expect(explainEvidenceSchema.parse(result.value.evidence)).toEqual(result.value.evidence)
    }
    const codes: readonly UnreadCode[] = explainErrorCodes
    expect(codes satisfies readonly ExplainErrorCode[]).toEqual(explainErrorCodes)
  })
})

describe('az vm encryption show', () => {
  it('applies the full rules', () => {
    const disks = [view('web_OsDisk_1', 'encrypted', enabled), view('web_DataDisk_0', 'notEncrypted')]
    const paste = { disks, status: [succeeded], substatus: substatus(both('Encrypted')) }
    expect(explained(paste)).toMatchObject({
      vm: { id: null, name: null, osType: null, powerState: null },
      pass: 'single',
      state: 'conflict',
      os: { state: 'encrypted', stamp: 'encrypted', reported: 'Encrypted' },
      data: { state: 'conflict', stamped: 0, total: 1 },
      otherTools: { powershell: null, azCli: { outcome: 'printed' } },
    })
  })

  it.each([
    [['root', 'data_OsDisk_1'], 'data_OsDisk_1'],
    [['data', 'linuxOsDisk'], 'linuxOsDisk'],
    [['data', 'VM1-OSDISK'], 'VM1-OSDISK'],
    [['data', 'osdisk'], 'osdisk'],
    [['root', 'photosdisk'], 'root'],
    [['root', 'data'], 'root'],
  ])('finds the OS disk of %j', (names, os) => {
    const { volumes } = explained({ disks: names.map((name) => view(name, null)), status: [succeeded] })
    expect(volumes.find((volume) => volume.role === 'os')?.name).toBe(os)
  })

  it.each<[string, object, string, string]>([
    [
      'encrypted by stamp and report',
      { disks: [view('a', 'encrypted', enabled)], status: [succeeded], substatus: substatus(both('Encrypted')) },
      'encrypted',
      'none',
    ],
    [
      'no sub-status (Windows)',
      { disks: [view('a', 'encrypted', enabled)], status: [succeeded], substatus: null },
      'encrypted-unverified',
      'none',
    ],
    [
      'one data disk stamped beside one that is not',
      {
        disks: [view('a_OsDisk_1', 'encrypted', enabled), view('b', 'notEncrypted', [{ enabled: false }])],
        status: [succeeded],
      },
      'partly-encrypted',
      'not-encrypted',
    ],
    [
      'before any stamp',
      { disks: [view('a', null)], status: [succeeded], substatus: substatus(both('EncryptionInProgress')) },
      'encrypting',
      'none',
    ],
    [
      'failed',
      {
        disks: [view('a', 'encrypted', enabled)],
        status: [{ code: 'ProvisioningState/failed/19', level: 'Error', message: 'x' }],
        substatus: substatus(both('NotEncrypted')),
      },
      'failed',
      'none',
    ],
    [
      'nothing of the extension',
      { disks: [view('a', 'encrypted', enabled)], status: null, substatus: null },
      'encrypted-unverified',
      'none',
    ],
    ['no disks', { disks: [], status: [succeeded], substatus: substatus(both('Encrypted')) }, 'unknown', 'none'],
    [
      'data not mounted, and no data disk',
      {
        disks: [view('a', 'encrypted', enabled)],
        status: [succeeded],
        substatus: substatus({ os: 'Encrypted', data: 'NotMounted' }),
      },
      'encrypted',
      'none',
    ],
  ])('%s', (_, paste, state, data) => {
    expect(explained(paste)).toMatchObject({ state, data: { state: data } })
  })

  it('finds the OS disk by Azure’s name for it, else takes the first', () => {
    const names = (...disks: string[]) =>
      explained({ disks: disks.map((name) => view(name, null)), status: null }).volumes[0]?.name
    expect(names('web_DataDisk_0', 'web_OsDisk_1')).toBe('web_OsDisk_1')
    expect(names('root', 'data')).toBe('root')
  })

  it('says that the extension has no status', () => {
    const paste = explained({ disks: [view('a', null)], status: null, substatus: null })
    expect(flagTexts(paste)).toEqual(['runtime-not-read: extension-status-missing'])
  })
})

/** The lines of the block, in the order in which the cmdlet prints them. */
function block(
  os: string,
  data: string,
  message: string,
  settings = 'Microsoft.Azure.Management.Compute.Models.DiskEncryptionSettings',
): string {
  return [
    `OsVolumeEncrypted          : ${os}`,
    `DataVolumesEncrypted       : ${data}`,
    `OsVolumeEncryptionSettings : ${settings}`,
    `ProgressMessage            : ${message}`,
  ].join('\n')
}

const away = 'info data-disks-not-mounted data'
describe('Get-AzVMDiskEncryptionStatus', () => {
  it.each([
    ['Encrypted', 'Encrypted', 'encrypted-unverified', 'encrypted-unverified', 'encrypted-unverified'],
    ['Encrypted', 'NoDiskFound', 'encrypted-unverified', 'none', 'encrypted-unverified'],
    ['Encrypted', 'NotEncrypted', 'encrypted-unverified', 'not-encrypted', 'partly-encrypted'],
    ['Encrypted', 'NotMounted', 'encrypted-unverified', 'not-mounted', 'encrypted-unverified'],
    ['NotEncrypted', 'NotEncrypted', 'not-encrypted', 'not-encrypted', 'not-encrypted'],
    ['EncryptionInProgress', 'NotMounted', 'encrypting', 'not-mounted', 'encrypting'],
    ['encryptioninprogress', 'EncryptionInProgress', 'encrypting', 'encrypting', 'encrypting'],
    ['DecryptionInProgress', 'DecryptionInProgress', 'decrypting', 'decrypting', 'decrypting'],
    ['VMRestartPending', 'Encrypted', 'restart-pending', 'encrypted-unverified', 'restart-pending'],
    ['Unknown', 'Unknown', 'unknown', 'unknown', 'unknown'],
    ['NoDiskFound', 'NoDiskFound', 'unknown', 'none', 'unknown'],
    ['Encrypted', 'VMRestartPending', 'encrypted-unverified', 'unknown', 'unknown'],
    ['True', '', 'unknown', 'unknown', 'unknown'],
  ])('%s, %s', (osWord, dataWord, os, data, state) => {
    const result = explained(block(osWord, dataWord, 'Provisioning succeeded'))
    expect([result.os.state, result.data.state, result.state]).toEqual([os, data, state])
  })

  it.each([
    ['No Encryption extension or metadata found on the VM', 'none', 'nothing'],
    ['No Encryption extension or metada found on the VM', 'none', 'nothing'],
    ['OsVolume: Encrypted, DataVolumes: NotEncrypted', 'dual', 'error'],
    ['OsVolume: Encrypted, DataVolumes: NoDiskFound', 'single', 'printed'],
    ['https://contosokv.vault.azure.net/secrets/8d6e1c5c/0d5f2a7c9b3e4f6aa1b2c3d4e5f60718', 'dual', 'error'],
    ['OS disk encryption started', null, null],
  ])('%s: pass %s', (message, pass, outcome) => {
    const result = explained(block('NotEncrypted', 'NotEncrypted', message))
    expect(result).toMatchObject({ pass, otherTools: { azCli: { outcome }, powershell: { ProgressMessage: message } } })
  })

  it('recognises the message and raises what the text allows', () => {
    expect(explained(block('EncryptionInProgress', 'NotMounted', 'OS disk encryption started')).progress).toMatchObject(
      { messageKind: 'linux-os-encryption-started' },
    )
    expect(flagTexts(explained(block('Encrypted', 'NoDiskFound', 'Extension status not available on the VM')))).toEqual(
      ['runtime-not-read: extension-status-missing'],
    )
    expect(flagTexts(explained(block('True', 'NoDiskFound', 'who knows this')))).toEqual([
      'unreadable-report: substatus-word-unknown',
      'unrecognised-message: message-not-in-catalogue',
    ])
  })

  it.each([
    ['EncryptionInProgress', 'NotMounted', 'OS disk encryption started', [away, 'info os-encryption-silent-phase os']],
    ['EncryptionInProgress', 'NotMounted', 'Provisioning succeeded', [away, 'info success-text-not-the-end os']],
    ['VMRestartPending', 'NoDiskFound', '', ['action restart-pending os']],
    ['Encrypted', 'NotEncrypted', 'Encryption succeeded for data volumes', ['warning cmdlet-word-uncertain data']],
  ])('finds in %s, %s, %s only what the words show', (os, data, message, lines) => {
    const { diagnosis } = explained(block(os, data, message))
    expect(diagnosis.map(({ kind, severity, volume }) => `${severity} ${kind} ${volume}`)).toEqual(lines)
  })

  it('shows the paste as its own view, and no evidence beyond its words', () => {
    const result = explainWithEvidence(block('Encrypted', 'NotEncrypted', '[2.2.0.36] ', ''))
    expect(result.ok && result.value.explanation.otherTools.powershell).toEqual({
      mode: null,
      OsVolumeEncrypted: 'Encrypted',
      DataVolumesEncrypted: 'NotEncrypted',
      OsVolumeEncryptionSettings: null,
      ProgressMessage: '[2.2.0.36]',
    })
    expect(result.ok && result.value.evidence.map(({ os }) => os.value)).toEqual([
      'not-read',
      'not-read',
      'report-encrypted',
      'not-attested',
    ])
  })

  it('reads the older azure-cli output for dual pass in the same way', () => {
    expect(
      explained({ dataDisk: 'Encrypted', osDisk: 'Encrypted', osType: 'Linux', progressMessage: null }),
    ).toMatchObject({
      vm: { osType: 'Linux' },
      pass: 'dual',
      state: 'encrypted-unverified',
      otherTools: { powershell: null, azCli: { outcome: 'error' } },
    })
  })
})

describe('the step at which OS encryption failed', () => {
  it('is also read from the words of another tool', () => {
    const message =
      'Failed to encrypt OS volume with error: exit code 1, stack trace: x, machine state: encrypt_block_device'
    const paste = `OsVolumeEncrypted : NotEncrypted\nDataVolumesEncrypted : NotEncrypted\nProgressMessage : ${message}`
    const kinds = explained(paste).diagnosis.map(({ kind }) => kind)
    expect(kinds.some((kind) => kind.startsWith('os-failed'))).toBe(true)
  })

  it('is an error where the paste contains nothing of a VM', () => {
    expect(explain('nothing of Azure')).toMatchObject({ ok: false })
    expect(explainWithEvidence('nothing of Azure')).toMatchObject({ ok: false })
  })
})
