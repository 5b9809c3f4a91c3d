import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { reportedWords } from '@/lib/encryption/types'
import { stamped } from '@/lib/encryption/testing/judged'
import { catalogue } from '@/lib/messages/catalogue'
import { catalogueIds } from '@/lib/messages/ids'
import { samples } from '@/lib/messages/testing/samples'
import type { MessageKind } from '@/lib/messages/types'
import { steps } from '../steps'
import type { StepKind } from '../steps/kinds'
import type { StepRisk } from '../steps/types'
import { failedWith } from '../testing/case-parts'
import type { Troubleshooting } from '../troubleshoot'
import { explainAny } from './explain-any'

/** What a step does that no VM survives while its OS disk is copied, or when its key file is empty. */
const dangerous: readonly StepRisk[] = [
  'restart',
  'stops-vm',
  'stops-services',
  'replaces-disk',
  'erases-data-disks',
  'unprotects-data',
  'removes-extension',
  'removes-other-extension',
  'removes-lock',
  'irreversible-os-encryption',
]

function shown(text: string): Troubleshooting {
  const read = explainAny(text)
  if (read.kind === 'text') return read.text
  if (read.kind === 'vm') return read.troubleshooting
  throw new Error(`taken for ${read.kind}`)
}

const offeredBy = ({ problems, steps: list }: Troubleshooting): readonly StepKind[] => [
  ...new Set([
    ...problems.flatMap(({ causes }) => causes.flatMap((cause) => cause.steps)),
    ...list.map(({ kind }) => kind),
  ]),
]
const dangersIn = (text: string): readonly StepKind[] =>
  offeredBy(shown(text)).filter((kind) => steps[kind].risks.some((risk) => dangerous.includes(risk)))
const ofVm = (options: VmOptions): string => JSON.stringify(vmBody(options))

const keyNotStored = 'Failed to store BEK in BEK VOLUME with error: Traceback (most recent call last):'
const keyChangeFailed = 'Failed to update encryption settings with error: True is not in list, stack trace: x'
const pleaseReboot = 'OS disk successfully encrypted, please reboot the VM'
const started = 'OS disk encryption started'

describe('after a change of the key that failed', () => {
  it.each([
    ['the key was not stored', `${keyNotStored}\n\n${pleaseReboot}`],
    ['the settings were not updated', `${keyChangeFailed}\n\n${pleaseReboot}`],
    ['the passphrase file was not found', `${samples['linux-update-passphrase-missing']}\n\n${pleaseReboot}`],
    ['success is reported after it', `${keyNotStored}\n\nEncryption succeeded for all volumes`],
  ])('a text offers no restart, stop or request: %s', (_, text) => {
    expect(dangersIn(text)).toEqual([])
  })

  it('a VM offers none either, whatever its report says', () => {
    for (const os of [null, ...reportedWords])
      for (const operation of ['EnableEncryption', 'DisableEncryption'])
        expect(
          dangersIn(
            ofVm({
              osDisk: stamped,
              data: [stamped],
              extension: {
                ...failedWith(100, keyChangeFailed),
                operation,
                provisioningState: 'Failed',
                ...(os === null ? {} : { report: { os, data: 'NotMounted' } }),
              },
            }),
          ),
          `${os} ${operation}`,
        ).toEqual([])
  })

  it('a sentence of it counts that a wrapped text contains beside the one that is recognised', () => {
    const wrapped = [
      'WARNING: VG name rootvg is used by VGs aB3dEf-1 and cD5fGh-2.',
      samples['linux-log-vault-url-differs'],
      samples['arm-ade-version-unsupported'],
    ]
    expect(dangersIn(wrapped.join('\n\n'))).toEqual([])
  })

  it('does so again once a change of the key succeeded', () => {
    expect(dangersIn(`${keyNotStored}\n\nEncryption settings updated\n\n${pleaseReboot}`)).toContain('restart-vm')
  })
})

describe('while the OS disk may be copied', () => {
  it.each([
    'linux-bek-not-attached',
    'linux-bek-no-partition',
    'linux-bek-no-vfat',
    'linux-bek-not-mounted',
    'linux-key-file-missing',
    'linux-passphrase-missing',
    'linux-host-no-answer',
    'linux-disable-failed',
  ] as const satisfies readonly MessageKind[])('%s of a second request does not end the first run', (kind) => {
    const extension = { ...failedWith(52, samples[kind]), provisioningState: 'Failed' }
    const report = { os: 'EncryptionInProgress', data: 'NotMounted' }
    expect(dangersIn(ofVm({ osDisk: stamped, extension: { ...extension, report } }))).toEqual([])
    expect(dangersIn(`${started}\n\n${samples[kind]}`)).toEqual([])
    expect(dangersIn(`======= MACHINE STATE: encrypt_block_device =======\n\n${samples[kind]}`)).toEqual([])
    expect(dangersIn(`Decrypting data volume 1/2: 20%\n\n${samples[kind]}`)).toEqual([])
    expect(dangersIn(`Decrypting data volume 1/2: 20%\n'${samples[kind]}'`)).toEqual([])
  })

  it.each([
    ['a report', `${pleaseReboot}\n\n{"os":"EncryptionInProgress","data":"NotMounted"}`],
    [
      'manage-bde',
      'Volume C: [OS]\n    Conversion Status:    Encryption in Progress\n    Percentage Encrypted: 45.0%\n\nBitLocker recovery\nEnter the recovery key for this drive',
    ],
    ['a header', `LUKS header information\n  0: luks2\n  1: reencrypt (unbound)\n\n${pleaseReboot}`],
  ])('%s in the same text counts', (_, text) => {
    expect(dangersIn(text)).toEqual([])
  })

  it('what ARM does not wait for goes on, and lacks no packages', () => {
    const timeout = samples['arm-extension-timeout']
    for (const text of [
      timeout,
      `ProgressMessage: ${started}\n${timeout}`,
      `${started}\n${samples['arm-vm-not-running']}`,
    ])
      expect(dangersIn(text), text).toEqual([])
    expect(offeredBy(shown(`ProgressMessage: ${started}\n${timeout}`))).toContain('wait-for-os-copy')
    const causes = shown(timeout).problems.flatMap((problem) => problem.causes.map(({ kind }) => kind))
    expect(causes).not.toContain('packages-unreachable')
  })

  it('lines of a later run that no entry knows are no silence', () => {
    const head = (time: string) => `2026/05/02 ${time} [Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.0]: 7: `
    const failure =
      '[Error] Failed to encrypt OS volume with error: Command dd failed, stack trace: x, machine state: encrypt_block_device'
    expect(offeredBy(shown(head('08:00:01') + failure))).toContain('build-vm-from-snapshot')
    const later = `${head('08:40:00')}[Info] Resuming OS encryption\n${head('08:42:00')}[Info] Progress:  45.0%, ETA 32:16`
    expect(dangersIn(`${head('08:00:01')}${failure}\n${later}`)).toEqual([])
  })
})

it('swaps no OS disk where the text shows dual pass, or no pass', () => {
  const failure =
    'Failed to encrypt OS volume with error: Command dd failed, stack trace: x, machine state: encrypt_block_device'
  const head = (version: string) => `2017/02/03 00:16:54 [AzureDiskEncryptionForLinux-${version}]: 1: [Error] `
  expect(offeredBy(shown(`${head('0.1.0.999348')}${failure}`))).not.toContain('restore-os-disk')
  expect(offeredBy(shown(failure))).not.toContain('restore-os-disk')
  expect(offeredBy(shown(`${head('1.4.0.12')}${failure}`))).toContain('restore-os-disk')
})

const copyingKinds: readonly MessageKind[] = [
  'linux-os-encryption-started',
  'linux-os-encryption-already-running',
  'linux-os-stripdown-restart-success',
  'linux-os-unmount-attempt-failed',
  'linux-online-os-progress',
  'linux-machine-state-encrypt-block-device',
]
const keyFaultKinds: readonly MessageKind[] = [
  'linux-update-settings-failed',
  'linux-log-key-not-stored',
  'linux-log-no-key-slot',
  'linux-update-passphrase-missing',
  'linux-log-vault-url-differs',
  'linux-log-new-passphrase-waiting',
  'dual-update-failed',
]
/** Texts of which each ends a copy of the OS disk, or a fault of the key; no other text of the catalogue may. */
const ending =
  /^linux-(?:os|docs)-|^linux-(?:all-succeeded|settings-updated|migration-succeeded|machine-state-completed)$/

const unrelated = catalogueIds.filter((kind) => !ending.test(kind) && samples[kind].length < 2_000)
const anyKind = fc.constantFrom(...unrelated)
const fragments = [
  '{"os":"EncryptionInProgress","data":"NotMounted"}',
  '{"os":"Encrypted","data":"Encrypted"}',
  'Volume C: [OS]\n    Conversion Status:    Encryption in Progress',
  'LUKS header information\n  0: luks2\n  1: reencrypt (unbound)',
  'NAME  FSTYPE  TYPE\nsda1  ext4  part',
]
const copyingFragments = [0, 2, 3].map((at) => fragments[at] ?? '')
const isOfSinglePass = (kind: MessageKind): boolean =>
  catalogue[kind].target === 'status-message' && catalogue[kind].pass !== 'dual'
const sampleOf = (kind: MessageKind): string => samples[kind]

describe('no combination', () => {
  const evidence = fc.oneof(
    fc.constantFrom(...copyingKinds, ...keyFaultKinds).map(sampleOf),
    fc.constantFrom(...copyingFragments),
  )
  const rest = fc.array(fc.oneof(anyKind.map(sampleOf), fc.constantFrom(...fragments)), { maxLength: 4 })

  const joint = fc.constantFrom('\n\n', '\n')
  const head = fc.constantFrom('', 'WARNING: ', '[AzureDiskEncryption] 911: [Info] ')

  it('of texts around such evidence offers a dangerous step', () => {
    fc.assert(
      fc.property(rest, evidence, rest, joint, head, (before, found, after, between, first) => {
        const read = explainAny(first + [...before, found, ...after].join(between))
        // Several VMs, or nothing that is read: no step is shown at all.
        if (read.kind !== 'text') return
        const wrong = offeredBy(read.text).filter((kind) => steps[kind].risks.some((risk) => dangerous.includes(risk)))
        expect(wrong).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('of words, message and request on a VM that shows one offers a dangerous step', () => {
    const word = fc.constantFrom(...reportedWords)
    fc.assert(
      fc.property(
        fc.oneof(
          fc.tuple(fc.constantFrom(...keyFaultKinds.filter(isOfSinglePass)), word),
          fc.tuple(anyKind, fc.constant('EncryptionInProgress' as const)),
          fc.tuple(
            fc.constantFrom(...copyingKinds.filter(isOfSinglePass)),
            fc.constantFrom('NotEncrypted', 'EncryptionInProgress'),
          ),
        ),
        word,
        fc.constantFrom(1, 19, 52, 100),
        fc.constantFrom('EnableEncryption', 'DisableEncryption'),
        ([kind, os], data, code, operation) => {
          // A text with which the extension reports success stands in no failed status.
          const fits = catalogue[kind].status?.includes('error') !== false
          const said = fits ? failedWith(code, samples[kind]) : { status: { message: samples[kind] } }
          const extension = { ...said, operation, report: { os, data } }
          expect(dangersIn(ofVm({ osDisk: stamped, data: [stamped], extension }))).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })
})
