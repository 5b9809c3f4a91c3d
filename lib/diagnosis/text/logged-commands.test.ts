import { describe, expect, it } from 'vitest'
import { failedWith } from '@/lib/diagnosis/testing/case-parts'
import { stamped } from '@/lib/encryption/testing/judged'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { samples } from '@/lib/messages/testing/samples'
import { steps } from '../steps'
import type { StepRisk } from '../steps/types'
import { explainAny } from './explain-any'
import { commandsIn } from './logged-commands'

const commands = [
  'Executing: dd if=/dev/sda2 of=/dev/mapper/osencrypt bs=52428800',
  'Executing: cryptsetup luksFormat /dev/sdd1 -d /mnt/azure_bek_disk/LinuxPassPhraseFileName -q',
  'Executing: cryptsetup luksFormat /dev/sda2 --header /boot/luks/osluksheader -q',
  'Executing: cryptsetup luksOpen /dev/sda2 osencrypt',
  'Executing: mkfs.ext4 /dev/mapper/5c2b',
  'Executing: /usr/sbin/cryptsetup-reencrypt --decrypt /dev/sdc1',
  'Executing: cryptsetup reencrypt --resume-only /dev/sda2',
  'Executing: umount /oldroot',
  'Entering encrypt_block_device state',
] as const
const busy =
  'Failed to encrypt OS volume with error: Could not unmount /oldroot in 10 attempts, machine state: unmount_oldroot'

function shown(text: string) {
  const read = explainAny(text)
  if (read.kind === 'text') return read.text.problems
  if (read.kind === 'vm') return read.troubleshooting.problems
  throw new Error(`taken for ${read.kind}`)
}
const harmful: readonly StepRisk[] = ['restart', 'stops-vm', 'changes-key', 'erases-data-disks', 'replaces-disk']
const harmfulIn = (text: string): readonly string[] =>
  shown(text)
    .flatMap(({ causes }) => causes.flatMap((cause) => cause.steps))
    .filter((kind) => steps[kind].risks.some((risk) => harmful.includes(risk)))
const kindsIn = (text: string): readonly string[] => shown(text).map(({ kind }) => kind)

describe('the commands of runs in a text', () => {
  it('are told apart by what they work on', () => {
    expect(commandsIn(commands.join('\n')).map(({ work }) => work)).toEqual([
      'os',
      // The header or the mapping would name the OS disk.
      'data',
      'os',
      'os',
      'data',
      'decryption',
      'os',
      'os',
      'os',
    ])
  })

  it.each([
    'Command dd if=/dev/sda2 of=/dev/mapper/osencrypt failed with return code 1',
    'Executing: mountpoint /oldroot',
    'Entering completed state',
    'Entering rescue mode...',
    'Executing: cryptsetup luksOpen /dev/sdc1 5c2b',
    'sudo cryptsetup luksOpen /dev/sda2 osencrypt',
    'umount /oldroot',
  ])('are not those that failed, that change nothing, or that a person types: %s', (line) => {
    expect(commandsIn(line)).toEqual([])
  })
})

describe('a command of a run behind a failure', () => {
  const heads = [
    ['', ''],
    ['2026-11-20 14:10:00 ', '2026-11-28 09:00:05 '],
    ['2026-11-20 14:10:00 [Error] ', '2026-11-28 09:00:05 [Info] '],
    ['2026-11-20T14:10:00.123Z ', '2026-11-28T09:00:05.123Z '],
    [
      '2026/11/20 14:10:00 [AzureDiskEncryption] 2118: [Error] ',
      '2026/11/28 09:00:05 [AzureDiskEncryption] 2301: [Info] ',
    ],
  ] as const
  it.each(commands.flatMap((command) => heads.map(([first, then]) => `${first}${busy}\n${then}${command}`)))(
    'withholds restarts and requests: %s',
    (text) => {
      expect(harmfulIn(text)).toEqual([])
    },
  )

  it('is not one that stands or is dated before it', () => {
    const [copy] = commands
    for (const text of [
      `${commands[1]}\n${busy}`,
      `2026-11-20 14:10:00 ${copy}\n2026-11-20 18:10:00 ${busy}`,
      `2026-11-20 18:10:00 [Error] ${busy}\n2026-11-20 14:10:00 [Info] ${copy}`,
    ])
      expect(harmfulIn(text), text).not.toEqual([])
  })

  it('is later by its place where both have the same time, or times that cannot be compared', () => {
    const [copy] = commands
    expect(harmfulIn(`2026-11-20 14:10:00 ${busy}\n2026-11-20 14:10:00 ${copy}`)).toEqual([])
    expect(harmfulIn(`2026-11-20 14:10:00 ${busy}\nNov 28 09:00:05 vm1 ${copy}`)).toEqual([])
  })

  it('denies a success', () => {
    const text = `2026-11-20 14:10:00 ${samples['linux-all-succeeded']}\n2026-11-28 09:00:05 ${commands[0]}`
    expect(kindsIn(text)).toContain('reports-contradict')
  })
})

describe('a command of a run beside a VM', () => {
  const bodyOf = (options: VmOptions): string => JSON.stringify(vmBody(options), null, 1)
  const failedExtension = failedWith(101, busy)
  const vmFailed = { extension: failedExtension }
  const failedAtNight = {
    extension: { ...failedExtension, status: { ...failedExtension.status, time: '2026-11-28T23:50:00+00:00' } },
  }

  it.each(commands.flatMap((command) => [command, `2026-11-29 05:00:05 ${command}`]))(
    'withholds restarts and requests, dated or not: %s',
    (line) => {
      const body = bodyOf(failedAtNight)
      expect(harmfulIn(body)).not.toEqual([])
      expect(harmfulIn(`${body}\n\n${line}`)).toEqual([])
      expect(harmfulIn(`${bodyOf(vmFailed)}\n\n${line}`)).toEqual([])
    },
  )

  it('is over where the status is newer', () => {
    const line = '2026-11-28 05:00:05 Executing: cryptsetup luksOpen /dev/sda2 osencrypt'
    expect(harmfulIn(`${bodyOf(failedAtNight)}\n\n${line}`)).not.toEqual([])
  })

  it.each(commands)('denies that a VM is at rest: %s', (command) => {
    const done = {
      osDisk: stamped,
      data: [stamped],
      extension: { report: { os: 'Encrypted', data: 'Encrypted' } },
    } as const
    for (const body of [bodyOf({ extension: null }), bodyOf(done)])
      for (const line of [command, `2026-11-28 09:00:05 ${command}`, `[AzureDiskEncryption] 1797: [Info] ${command}`])
        expect(kindsIn(`${body}\n\n${line}`), line).toContain('reports-contradict')
  })
})
