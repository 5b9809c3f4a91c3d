import { describe, expect, it } from 'vitest'
import { samples } from '@/lib/messages/testing/samples'
import { steps } from '../steps'
import type { StepKind } from '../steps/kinds'
import type { Troubleshooting } from '../troubleshoot'
import { explainAny } from './explain-any'

function shown(text: string): Troubleshooting {
  const read = explainAny(text)
  if (read.kind !== 'text') throw new Error(`taken for ${read.kind}`)
  return read.text
}
const kindsIn = (text: string): readonly string[] => shown(text).problems.map(({ kind }) => kind)
const allSteps = (text: string): readonly StepKind[] =>
  shown(text).problems.flatMap(({ causes }) => causes.flatMap((cause) => cause.steps))
const dataFailed =
  'Failed to encrypt data volumes with error: Encryption failed for name:sdc1 fstype:ext4 mountpoint:/data'
const failures = [
  dataFailed,
  'Failed to encrypt OS volume with error: Could not unmount /oldroot in 10 attempts, stack trace: x, machine state: unmount_oldroot',
  'Failed to install cryptsetup package(s) with error: apt lock',
  'Failed to enable the extension with error: [Errno 28] No space left on device',
  'Failed to disable the extension with error: x',
  '[2.4.0.21] Failed to configure bitlocker as expected. Exception: Access denied',
  'Not enough memory for enabling encryption on OS volume. 8 GB memory is recommended.',
]

describe('work behind the text of a failure', () => {
  it.each([
    'OS disk encryption started',
    'Encrypting data volume 1/2: 71%',
    'Decrypting data volume 1/2: 40%',
    'Progress: 12.1%, ETA 03:00, 41 GiB written',
    'Conversion Status: Encryption in Progress',
    'Percentage Encrypted: 33.1%',
    '======= MACHINE STATE: encrypt_block_device =======',
    'Requirements: online-reencrypt-v2',
    'dd is at 12 GB',
    'the OS copy is running since 3h',
  ])('is not swallowed by it: %s', (work) => {
    for (const failure of failures)
      for (const text of [
        `${failure} -- I tried again and now it says ${work}`,
        `${failure}（前回）\n現在：${work}`,
        `${failure}\n${work}`,
        `${failure}\n\nThen I tried again: ${work}.`,
        `現在は「${work}」です。前回は次のとおりです。\n${failure}`,
      ]) {
        // A step above a failure can be the one that failed.
        if (work.includes('MACHINE STATE') && text.endsWith(failure)) continue
        // Where the work is a line of its own below a whole failure, it is the newest message.
        const isNewest = kindsIn(text).every((kind) => /-phase$|-running$/.test(kind))
        if (!isNewest) expect(kindsIn(text), text).toEqual(['reports-contradict'])
        expect(allSteps(text).filter((kind) => steps[kind].phase === 'do' && !kind.startsWith('wait-for-'))).toEqual([])
      }
  })

  it('finds no work where the failure names its own step, or a tool has finished', () => {
    for (const text of [
      'Failed to encrypt OS volume with error: x, stack trace: y, machine state: encrypt_block_device',
      `${dataFailed}\nPercentage Encrypted: 100.0%`,
      `${dataFailed}\nProgress: 100.0%`,
    ])
      expect(kindsIn(text), text).not.toContain('reports-contradict')
  })

  it('is a copy that the log shows to have begun later', () => {
    const line = (time: string, text: string) =>
      `2026/11/28 ${time} [Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.0]: 900: ${text}`
    const failed = line('10:00:00', `[Error] ${failures[1]}`)
    const copy = (time: string) => line(time, '[Info] Executing: dd if=/dev/sda2 of=/dev/mapper/osencrypt bs=52428800')
    expect(kindsIn(`${failed}\n${copy('10:40:00')}`)).toEqual(['reports-contradict'])
    expect(kindsIn(`${copy('09:40:00')}\n${failed}`)).not.toContain('reports-contradict')
  })
})

describe('words behind the machine state', () => {
  it.each([
    ' // Thanks!',
    '\nThanks!',
    ' and I want to restart',
    '. VM is still up.',
    ' (vm-web-01)',
    '\nat 10:41 in prod',
    ' でした。再起動してよいですか',
  ])('leave the state as it is: %s', (words) => {
    for (const state of ['split_root_partition', 'encrypt_block_device', 'patch_boot_system']) {
      const text = `Failed to encrypt OS volume with error: command dd failed, stack trace: x, machine state: ${state}`
      expect(kindsIn(text + words)).toEqual(['os-failed-disk-touched'])
      expect(allSteps(text + words)).toEqual(allSteps(text))
    }
  })
})

describe('a known text that is said not to have come', () => {
  it.each([
    'did not come this time',
    'no longer appears',
    'never happened again',
    'は出なくなった',
    'は今回出ませんでした',
    '\nThis did not come this time.',
  ])('is no failure: %s', (words) => {
    for (const failure of [
      'Failed to encrypt OS volume with error: Could not unmount /oldroot in 10 attempts',
      dataFailed,
    ])
      expect(explainAny(`${failure} ${words}`).kind, words).toBe('none')
  })

  it('stays one where its own words deny something', () => {
    for (const text of [
      'Failed to encrypt OS volume with error: BEK volume did not appear, stack trace: x, machine state: prereq',
      'Failed to enable the extension with error: the device does not exist',
    ])
      expect(kindsIn(text), text).not.toEqual([])
  })
})

describe('a VM that is off, beside interrupted work', () => {
  it.each([
    'encryption was at "Encrypting data volume 1/1: 32%" then',
    'OS disk encryption started (before the shutdown)',
    'The disk was half copied.',
    '停止前は OS disk encryption started でした',
    'ディスクのコピーは途中でした',
  ])('is started only after a snapshot: %s', (work) => {
    for (const text of [`${samples['arm-vm-not-running']}\n${work}`, `${work}\n${samples['arm-vm-not-running']}`]) {
      const kinds = allSteps(text)
      expect(kinds).toContain('snapshot-disks')
      expect(kinds.indexOf('snapshot-disks')).toBeLessThan(kinds.indexOf('start-vm'))
      const read = explainAny(text)
      expect(read.kind === 'text' && read.text.messages.find(({ decides }) => decides)?.showsNext, text).toBe(false)
    }
    expect(allSteps(samples['arm-vm-not-running'])).not.toContain('snapshot-disks')
  })
})
