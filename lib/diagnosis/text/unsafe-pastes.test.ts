import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { stamped } from '@/lib/encryption/testing/judged'
import { samples } from '@/lib/messages/testing/samples'
import type { MessageKind } from '@/lib/messages/types'
import { steps } from '../steps'
import type { StepKind } from '../steps/kinds'
import type { StepRisk } from '../steps/types'
import { failedWith } from '../testing/case-parts'
import type { Troubleshooting } from '../troubleshoot'
import { explainAny } from './explain-any'

const stopping: readonly StepRisk[] = ['restart', 'stops-vm', 'replaces-disk']

function advices(text: string): readonly Troubleshooting[] {
  const read = explainAny(text)
  if (read.kind === 'none') throw new Error('not read')
  if (read.kind === 'text') return [read.text]
  return read.kind === 'vm' ? [read.troubleshooting] : read.vms.map(({ troubleshooting }) => troubleshooting)
}

const offeredBy = (text: string): readonly StepKind[] =>
  advices(text).flatMap(({ problems, steps: list }) => [
    ...problems.flatMap(({ causes }) => causes.flatMap((cause) => cause.steps)),
    ...list.map(({ kind }) => kind),
  ])
const stopsIn = (text: string): readonly StepKind[] =>
  offeredBy(text).filter((kind) => steps[kind].risks.some((risk) => stopping.includes(risk)))

const started = 'OS disk encryption started'
const reboot = 'OS disk successfully encrypted, please reboot the VM'
const keyNotAttached = samples['linux-bek-not-attached']
const agent = '[Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.0]: 1797: [Info]'

describe('an open change of the key stops no VM', () => {
  const inner = [
    'linux-bek-not-attached',
    'linux-bek-no-partition',
    'linux-bek-not-mounted',
    'linux-key-file-missing',
    'linux-passphrase-missing',
  ] as const satisfies readonly MessageKind[]

  it.each(inner)('where its sentence wraps the cause %s', (kind) => {
    const wrapped = `Failed to update encryption settings with error: ${samples[kind]}`
    expect(stopsIn(wrapped)).toEqual([])
    expect(stopsIn(`2026-11-28 10:00:01 ${wrapped}`)).toEqual([])
    const extension = { ...failedWith(52, wrapped), report: { os: 'Encrypted', data: 'Encrypted' } }
    expect(stopsIn(JSON.stringify(vmBody({ osDisk: stamped, extension })))).toEqual([])
  })

  it.each([
    'Updating encryption settings',
    'Recreating secret to store in the KeyVault',
    'Before key addition, keyslots for /dev/sda2: [True, False, False]',
    'After key addition, keyslots for /dev/sda2: [True, True, False]',
    'New key was added in keyslot 1',
  ])('where its log shows one step of it: %s', (line) => {
    expect(stopsIn(keyNotAttached)).not.toEqual([])
    expect(stopsIn(`${line}\n${keyNotAttached}`)).toEqual([])
    const dated = `2026/11/28 10:00:01 ${agent} ${line}\n2026/11/28 10:05:09 ${agent} ${keyNotAttached}`
    expect(stopsIn(dated)).toEqual([])
  })
})

describe('an order that the text does not show stops no VM', () => {
  it.each([
    ['now', 'before'],
    ['Latest', 'Earlier'],
    ['Status this afternoon', 'Status this morning'],
    ['現在の状態', '以前の状態'],
  ])('%s above %s', (newer, older) => {
    expect(stopsIn(`${newer}:\n${started}\n\n${older}:\n${reboot}`)).toEqual([])
  })

  it.each(['2026-11-28 18:00:10', 'Nov 28 18:00:10 vm1 kernel:', '2026-11-28T18:00:10+09:00'])(
    'times of different kinds: %s',
    (time) => {
      const other = time.includes('+') ? '2026-11-28 19:00:00' : '2026-11-28T19:00:00Z'
      expect(stopsIn(`${time} ${started}\n${other} ${reboot}`)).toEqual([])
    },
  )

  const touched = 'Failed to encrypt OS volume with error: x, machine state: encrypt_block_device'

  it('a failure that wrote to the disk, and a due restart, without times', () => {
    expect(stopsIn(`${touched}\n${reboot}`)).toEqual([])
    expect(stopsIn(`${reboot}\n${touched}`)).toEqual([])
    expect(stopsIn(`2026/11/28 10:00:00 ${agent} ${touched}\n2026/11/28 18:00:00 ${agent} ${reboot}`)).toContain(
      'restart-vm',
    )
  })

  it.each(['linux-os-target-busy', 'linux-os-failed'] as const)('a started copy above %s, without times', (kind) => {
    expect(stopsIn(`${started}\n${samples[kind]}`)).toEqual([])
  })
})

it.each(['No space left on device', samples['linux-bek-not-attached']])(
  'a run on data volumes waits before any step that stops the VM: %s',
  (failure) => {
    const text = `Extension message: Encrypting data volumes\n${failure}`
    expect(stopsIn(text)).toEqual([])
    expect(offeredBy(text)).toContain('wait-for-data-copy')
  },
)

describe('what stands around a recognised answer', () => {
  const pending = `OsVolumeEncrypted          : VMRestartPending\nDataVolumesEncrypted       : NotMounted\nProgressMessage            : ${reboot}`
  const encrypted =
    'OsVolumeEncrypted          : Encrypted\nDataVolumesEncrypted       : Encrypted\nProgressMessage            : Encryption succeeded for all volumes'
  const copying = [
    '======= MACHINE STATE: encrypt_block_device =======',
    started,
    `Hello,\nnow it says:\nProgressMessage : ${started}`,
    'It changed, now: OsVolumeEncrypted : EncryptionInProgress',
    'the portal still shows EncryptionInProg\nress for os',
    '/dev/mapper/osencrypt is active and is in use.\n  type:    LUKS2\n  reencryption: in-progress',
    'root@vm-a:~# ps aux | grep dd\nroot 911 40.1 dd if=/dev/sda4 of=/dev/mapper/osencrypt bs=52428800',
    'Progress:  45.0%, ETA 02h30m, 13 GiB written, speed 90 MiB/s',
    'OsVolumeEncrypted : EncryptionInProgress',
    `2026/11/28 10:20:05 ${agent} Resuming OS encryption`,
  ]
  const keyFaults = [
    'Failed to update encryption settings with error: True is not in list',
    `2026/11/28 10:20:05 [Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.0]: 1797: [Error] ${samples['linux-log-key-not-stored']}`,
    'New key was added in keyslot 1',
    'ValueError: True is not in list',
    "  a bytes-like object is required, not 'str'\n  in store_bek_passphrase",
    '-rw------- 1 root root 0 Nov 28 10:00 /mnt/azure_bek_disk/LinuxPassPhraseFileName',
    samples['linux-update-passphrase-missing'],
  ]
  const mails = [
    (one: string, other: string) => `${one}\n\n${other}`,
    (one: string, other: string) =>
      `${one}\n\nOn Tue, Nov 24, 2026 at 9:01 AM Jane wrote:\n> ${other.replaceAll('\n', '\n> ')}`,
    (one: string, other: string) =>
      `From: a@contoso.com\nSent: Friday, November 27, 2026 10:10 AM\n\n${one}\n\n-----Ursprüngliche Nachricht-----\nVon: Betrieb\nGesendet: Donnerstag, 26. November 2026 18:00\n${other}`,
  ]

  it('stops no VM, whatever carries both, in either order', () => {
    expect(stopsIn(pending)).toContain('restart-vm')
    fc.assert(
      fc.property(
        fc.constantFrom(...copying, ...keyFaults),
        fc.constantFrom(...mails),
        fc.boolean(),
        (evidence, mail, isFirst) => {
          expect(stopsIn(isFirst ? mail(evidence, pending) : mail(pending, evidence))).toEqual([])
        },
      ),
      { numRuns: 200 },
    )
  })

  it.each([...copying, ...keyFaults].filter((text) => !text.startsWith('OsVolume')))('is shown: %s', (evidence) => {
    for (const text of [`${pending}\n\n${evidence}`, `${evidence}\n\n${pending}`]) {
      const read = explainAny(text)
      if (read.kind !== 'vm') throw new Error(`read as ${read.kind}`)
      expect(read.around).not.toBeNull()
      expect(read.around?.messages.some(({ decides }) => decides)).toBe(false)
    }
  })

  it('shows the lines inside a paragraph that count', () => {
    const read = explainAny(
      `Hello,\nnow it says:\nProgressMessage : ${started}\n\n> ${pending.replaceAll('\n', '\n> ')}`,
    )
    expect(read.kind === 'vm' && read.around?.messages.map(({ kind }) => kind)).toEqual(['linux-os-encryption-started'])
  })

  it('names a failed change of the key beside a report of success', () => {
    const kinds = advices(`${encrypted}\n\n${keyFaults[0]}`).flatMap(({ problems }) => problems.map(({ kind }) => kind))
    expect(kinds).toContain('key-update-failed')
  })

  it('counts beside JSON as well', () => {
    const body = JSON.stringify(
      vmBody({ osDisk: stamped, extension: { report: { os: 'VMRestartPending', data: 'NotMounted' } } }),
      null,
      2,
    )
    expect(stopsIn(body)).toContain('restart-vm')
    for (const evidence of [...copying.slice(0, 4), ...keyFaults]) expect(stopsIn(`${body}\n\n${evidence}`)).toEqual([])
  })

  it('changes nothing where it says nothing', () => {
    for (const text of [
      `PS C:\\> Get-AzVMDiskEncryptionStatus\n\n${pending}\n\nPS C:\\>`,
      `Hello, please look:\n\n${pending}`,
    ]) {
      expect(stopsIn(text)).toEqual(stopsIn(pending))
      const read = explainAny(text)
      expect(read.kind === 'vm' && read.around).toBeNull()
    }
  })
})

describe('a VM that is off', () => {
  const block = `ProgressMessage            : ${started}\nOsVolumeEncrypted          : EncryptionInProgress\nDataVolumesEncrypted       : NotMounted`
  it.each([
    `PowerState/deallocated\n${block}`,
    `${block}\n\n${samples['arm-vm-not-running']}`,
    `${samples['arm-vm-not-running']}\n${started}`,
    `${started}\n${samples['arm-vm-not-running']}`,
  ])('is not said to copy, and waits for nothing: %s', (text) => {
    const kinds = advices(text).flatMap(({ problems }) => problems.map(({ kind }) => kind))
    expect(kinds).toContain('vm-not-running')
    expect(kinds).not.toContain('os-encryption-silent-phase')
    expect(offeredBy(text).filter((kind) => kind.startsWith('wait-for'))).toEqual([])
    expect(stopsIn(text)).toEqual([])
  })
})
