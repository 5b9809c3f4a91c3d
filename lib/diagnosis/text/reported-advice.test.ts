import { describe, expect, it } from 'vitest'
import { samples } from '@/lib/messages/testing/samples'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { stamped } from '@/lib/encryption/testing/judged'
import { causes } from '../causes'
import { helpSteps } from '../causes/help-steps'
import { problemKinds } from '../kinds'
import { steps } from '../steps'
import type { StepKind } from '../steps/kinds'
import { failedWith } from '../testing/case-parts'
import type { Troubleshooting } from '../troubleshoot'
import { explainAny } from './explain-any'

function advice(text: string): Troubleshooting {
  const read = explainAny(text)
  if (read.kind === 'text') return read.text
  if (read.kind === 'vm') return read.troubleshooting
  throw new Error(`read as ${read.kind}`)
}

const problemsOf = (text: string): readonly string[] => advice(text).problems.map(({ kind }) => kind)
const causesOf = (text: string): readonly string[] =>
  advice(text).problems.flatMap(({ causes: found }) => found.map(({ kind, support }) => `${kind} ${support}`))
const offeredBy = (text: string): readonly StepKind[] =>
  advice(text).problems.flatMap(({ causes: found }) => found.flatMap((cause) => cause.steps))
const stops = (kind: StepKind): boolean =>
  steps[kind].risks.some((risk) => ['restart', 'stops-vm', 'replaces-disk'].includes(risk))

/** Whether one step comes before another in each remedy that contains the second. */
function precedes(text: string, first: StepKind, second: StepKind): boolean {
  const remedies = advice(text).problems.flatMap(({ causes: found }) => found.map((cause) => cause.steps))
  const having = remedies.filter((kinds) => kinds.includes(second))
  return having.length > 0 && having.every((kinds) => kinds.slice(0, kinds.indexOf(second)).includes(first))
}

const head = '2026/03/04 05:06:07 [Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.0]: '
const arm = (text: string): string =>
  `VM has reported a failure when processing extension 'AzureDiskEncryptionForLinux'. Error message: "${text}".`

describe('a dual-pass request that could not store its key', () => {
  it.each([
    ['in the sentence of ARM', arm('Enable failed.')],
    ['in the log', `${head}[StatusReport (2)] msg: Enable failed.`],
  ])('names a vault address in place of the key URL among the first three causes: %s', (_, text) => {
    expect(causesOf(text).slice(0, 3)).toContain('key-reference-malformed possible')
  })

  it.each([
    ['in the sentence of ARM', arm(samples['dual-kv-getheader'])],
    ['in the log', `${head}811: [Error] ${samples['dual-kv-getheader']}`],
  ])('without an answer of the vault, names network and release, not rights: %s', (_, text) => {
    const found = causesOf(text)
    // No more likely than a wrong address, or a release without Python 2.
    expect(found[0]).toBe('network-denies-entra-vault possible')
    expect(found.slice(0, 3)).toContain('release-lacks-python possible')
    expect(found.join()).not.toContain('application-lacks-rights')
    expect(offeredBy(text)).toContain('use-single-pass')
  })
})

it.each(['uninitialized', 'prereq', 'selinux', 'stripdown'])(
  'a refusal of the host before the first write is no failure of the OS disk: %s',
  (state) => {
    for (const cause of [
      'encryption settings update request was not accepted',
      'Encryption settings post request was not accepted. Error: Unknown',
    ])
      expect(
        problemsOf(arm(`Failed to encrypt OS volume with error: ${cause}, stack trace: x, machine state: ${state}`)),
      ).toEqual(['host-rejected-key-settings'])
  },
)

describe('a key change that the extension begins', () => {
  const differs = (name: string, from: string, to: string): string =>
    `Current config ${name} ${from} differs from effective config ${name} ${to}`
  const begun = [
    differs('KeyVaultURL', 'https://KV-Harbor.vault.azure.net', 'https://kv-harbor.vault.azure.net/'),
    differs('KeyEncryptionKeyURL', 'https://kv.vault.azure.net/keys/a/1', 'https://kv.vault.azure.net/keys/a/2'),
    differs('KeyEncryptionAlgorithm', 'RSA-OAEP', 'RSA-OAEP-256'),
  ]

  it.each(begun)('is no invalid reference, and keeps the VM running: %s', (text) => {
    expect(problemsOf(text)).toEqual(['key-change-begun'])
    expect(causesOf(text)).toEqual(['vault-address-differs shown'])
    expect(offeredBy(text)).toContain('keep-vm-running')
    expect(offeredBy(text).filter(stops)).toEqual([])
  })

  it.each([
    'OS disk successfully encrypted, please reboot the VM',
    'Encryption succeeded for all volumes',
    samples['linux-bek-not-attached'],
  ])('leads to no restart, stop or request after it: %s', (later) => {
    for (const text of begun) {
      const log = `${head}902: [Info] ${text}\n${head}902: [Info] ${later}`
      expect(offeredBy(log).filter(stops), log).toEqual([])
      expect(offeredBy(`${text}\n\n${later}`).filter(stops)).toEqual([])
    }
  })

  it('is over once the extension reports it', () => {
    const text = `${begun[0]}\n\nEncryption settings updated\n\nOS disk successfully encrypted, please reboot the VM`
    expect(offeredBy(text)).toContain('restart-vm')
  })
})

describe('a boot screen that asks for a key', () => {
  it.each([
    'Please enter passphrase for disk Virtual_Disk (osencrypt):',
    'Please unlock disk osencrypt: ',
    '[   12.345678] systemd[1]: Please enter passphrase for disk Virtual_Disk (osencrypt)!',
  ])('of Linux leads to the passphrase first, and names nmap-ncat: %s', (text) => {
    expect(causesOf(text).slice(0, 3)).toContain('boot-tool-missing possible')
    expect(offeredBy(text)).toContain('install-boot-tool')
    for (const before of ['snapshot-disks', 'fetch-disk-key'] as const)
      expect(precedes(text, before, 'enter-passphrase'), before).toBe(true)
    expect(precedes(text, 'repair-offline', 'unlock-repair-disk')).toBe(true)
    expect(offeredBy(text)).not.toContain('deallocate-and-start')
  })

  it.each([
    'BitLocker recovery\nEnter the recovery key for this drive',
    'Plug in the USB driver that has the BitLocker key',
    'You’re locked out! Enter the recovery key to get going again. The wrong sign-in info has been entered too many times.',
  ])('of Windows leads to key, snapshot and a repair VM before a stop: %s', (text) => {
    expect(problemsOf(text)).toEqual(['bitlocker-recovery'])
    for (const before of ['show-secret', 'snapshot-disks', 'fetch-disk-key', 'repair-offline'] as const)
      expect(precedes(text, before, 'deallocate-and-start'), before).toBe(true)
  })

  it('after failed sign-ins leads to the lockout policy', () => {
    const text =
      'You’re locked out! Enter the recovery key to get going again. The wrong sign-in info has been entered.'
    expect(causesOf(text)[0]).toBe('sign-in-lockout shown')
    expect(advice(text).problems[0]?.causes[0]?.steps).toContain('remove-lockout-policy')
  })
})

it.each([
  'OS disk successfully encrypted, please reboot the VM',
  '3.) "OS disk successfully encrypted, please reboot the VM"',
  `${head}[StatusReport (7)] msg: OS disk successfully encrypted, please reboot the VM`,
])('a restart comes after the boot packages and a snapshot: %s', (text) => {
  expect(precedes(text, 'see-boot-packages', 'restart-vm')).toBe(true)
  expect(precedes(text, 'snapshot-disks', 'restart-vm')).toBe(true)
})

describe('formatting', () => {
  const xfs = 'Encryption failed for name:sdd1 type:part fstype:xfs mountpoint:/data1 label: model: size:1 majmin:8:49'
  const failure = `Failed to encrypt data volumes with error: ${xfs}, stack trace: x`

  it('follows a copy of the data in every remedy and on every page of Help', () => {
    const remedies = problemKinds.flatMap((kind) => [helpSteps(kind), ...causes[kind].map((cause) => cause.steps)])
    const formats = remedies.filter((kinds) => kinds.includes('enable-format-all'))
    expect(formats.length).toBeGreaterThan(2)
    for (const kinds of formats)
      expect(kinds.slice(0, kinds.indexOf('enable-format-all')), kinds.join()).toContain('copy-data-away')
    expect(precedes(failure, 'copy-data-away', 'enable-format-all')).toBe(true)
  })

  it.each([
    ['before it', `Encryption succeeded for all volumes\n\n${failure}`],
    [
      'in a log with the newest line first',
      `${head}9: [Error] ${failure}\n${head.replace('05:06', '04:01')}9: [Info] Encryption succeeded for data volumes`,
    ],
    ['in a part of an answer', `${failure}\n\n{"os":"NotEncrypted","data":"Encrypted"}`],
  ])('is not offered where a text says that data volumes were encrypted: %s', (_, text) => {
    expect(problemsOf(text)).toContain('data-file-system-unsupported')
    expect(offeredBy(text)).not.toContain('enable-format-all')
  })
})

describe('the cmdlet alone', () => {
  it.each([
    ['OsVolumeEncrypted: NotEncrypted', 'os'],
    ['DataVolumesEncrypted : NotEncrypted\nOsVolumeEncrypted : Encrypted', 'data'],
    ['OsVolumeEncrypted : NotEncrypted\nDataVolumesEncrypted : NotEncrypted\nProgressMessage :', 'all'],
  ])('proves no plain disk: %s', (text, volume) => {
    const [problem] = advice(text).problems
    expect([problem?.kind, problem?.volume]).toEqual(['cmdlet-word-uncertain', volume])
    expect(problem?.causes[0]?.steps.slice(0, 2)).toEqual(['see-encryption-inside', 'show-encryption'])
  })

  it.each(['OsVolumeEncrypted: Encrypted', 'OsVolumeEncrypted: Unknown', 'OsVolumeEncrypted : EncryptionInProgress'])(
    'is not doubted where it says something else: %s',
    (text) => expect(problemsOf(text)).not.toContain('cmdlet-word-uncertain'),
  )
})

describe('a VM that is off', () => {
  const off = (options: VmOptions): string => JSON.stringify(vmBody({ ...options, power: 'deallocated' }))

  it.each([
    ['a restart is due', { extension: { report: { os: 'VMRestartPending', data: 'NotMounted' } } }],
    [
      'a run failed at the unmount',
      {
        extension: failedWith(
          19,
          'Failed to encrypt OS volume with error: Could not unmount /oldroot in 10 attempts, stack trace: x, machine state: unmount_oldroot',
        ),
      },
    ],
    ['packages were missing', { extension: failedWith(52, samples['linux-apt-install-timeout']) }],
  ] as const)('is started, not restarted, and before any request: %s', (_, options) => {
    const text = off({ osDisk: stamped, ...options })
    const remedies = advice(text).problems.flatMap(({ causes: found }) => found.map((cause) => cause.steps))
    const restarts = remedies.flat().filter((kind) => kind.startsWith('restart-'))
    expect(restarts).toEqual([])
    expect(remedies.flat()).toContain('start-vm')
    for (const kinds of remedies.filter((each) => each.includes('enable-again')))
      expect(kinds.slice(0, kinds.indexOf('enable-again'))).toContain('start-vm')
  })
})

describe('a word of Azure beside the words of a report', () => {
  it.each([
    '"substatuses": [\n {\n  "displayStatus": "Provisioning succeeded",\n  "message": "{\\"os\\": \\"Encrypted\\", \\"data\\": \\"NotEncrypted\\"}"\n }\n]',
    '{\n "displayStatus": "Provisioning succeeded",\n "message": "{\\"os\\": \\"EncryptionInProgress\\", \\"data\\": \\"NotMounted\\"}"\n},',
  ])('decides nothing: %s', (text) => {
    const read = explainAny(text)
    expect(read.kind === 'text' && [read.text.messages, read.fragments.map(({ kind }) => kind)]).toEqual([
      [],
      ['substatus'],
    ])
  })
})

describe('steps of OS encryption in a log', () => {
  it.each(['split_root_partition', 'encrypt_block_device', 'patch_boot_system'])(
    'are a copy to wait for: %s',
    (state) => {
      for (const line of [
        `======= MACHINE STATE: ${state} =======`,
        `[AzureDiskEncryption] 77: [Info] ======= MACHINE STATE: ${state} =======`,
      ]) {
        expect(problemsOf(line)).toEqual(['os-encryption-silent-phase'])
        expect(offeredBy(line)).toContain('wait-for-os-copy')
      }
    },
  )

  it('outweigh a word that asks for a restart', () => {
    const text = 'OsVolumeEncrypted : VMRestartPending\nProgressMessage : OS disk encryption started'
    expect(problemsOf(text)).toEqual(['os-encryption-silent-phase'])
    expect(offeredBy(text).filter(stops)).toEqual([])
  })
})
