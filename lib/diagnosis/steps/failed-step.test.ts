import { describe, expect, it } from 'vitest'
import { stamped } from '@/lib/encryption/testing/judged'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { linuxOsFailures } from '@/lib/messages/catalogue/linux-os-failures'
import { samples } from '@/lib/messages/testing/samples'
import { failedWith } from '../testing/case-parts'
import { explainAny } from '../text/explain-any'
import { steps } from '.'
import { failedStepIn } from './failed-step'
import type { StepKind } from './kinds'

const failure = (text: string): string => `Failed to encrypt OS volume with error: ${text}`
const trace = (name: string): string =>
  `, stack trace: File "/main/oscrypto/ubuntu_2004/encryptstates/${name}State.py", line 74, in enter`

function causesOf(text: string) {
  const read = explainAny(text)
  if (read.kind !== 'text' && read.kind !== 'vm') throw new Error(`taken for ${read.kind}`)
  const { problems } = read.kind === 'text' ? read.text : read.troubleshooting
  return problems.flatMap(({ kind, causes }) => causes.map((cause) => ({ problem: kind, ...cause })))
}

const ways: readonly StepKind[] = ['restore-os-disk', 'build-vm-from-snapshot']
const stops = (kind: StepKind): boolean =>
  steps[kind].risks.some((risk) => risk === 'restart' || risk === 'stops-vm') && kind !== 'restore-os-disk'

/** Steps that restart or stop the VM, or request again, before the disk was replaced. */
const tooEarly = (text: string): readonly StepKind[] =>
  causesOf(text).flatMap((cause) => {
    const at = cause.steps.findIndex((kind) => ways.includes(kind))
    return (at === -1 ? cause.steps : cause.steps.slice(0, at)).filter(stops)
  })
const bodyOf = (text: string): string => JSON.stringify(vmBody({ osDisk: stamped, extension: failedWith(19, text) }))

describe('the step at which OS encryption failed', () => {
  it.each([
    ['initramfs update failed', 'patch_boot_system'],
    ['resize2fs failed, desired: 100, resized: 90', 'split_root_partition'],
    ['Could not find device in cryptsetup output', 'patch_boot_system'],
    ['Failed to get root partition UUID', 'patch_boot_system'],
    [`timed out${trace('EncryptBlockDevice')}`, 'encrypt_block_device'],
    [`[Errno 28] No space left on device${trace('PatchBootSystem')}`, 'patch_boot_system'],
    [`target is busy${trace('SplitRootPartition')}`, 'split_root_partition'],
    [`x${trace('Stripdown')}`, 'stripdown'],
    ['x, stack trace: self.enter_encrypt_block_device()', 'encrypt_block_device'],
    ['Command grub2-mkconfig -o /boot/grub2/grub.cfg failed with return code 1', 'patch_boot_system'],
    ['Command update-initramfs -u -k all failed with return code 1', 'patch_boot_system'],
    ['Command luksFormat failed with return code 4', 'encrypt_block_device'],
    ['Command /sbin/cryptsetup luksOpen /dev/sda2 osencrypt failed with return code 4', 'encrypt_block_device'],
    ['Command resize2fs /dev/sda2 5242880s failed with return code 1', 'split_root_partition'],
    ['Command umount /oldroot failed with return code 32', 'unmount_oldroot'],
    ['did not reach completed state, stack trace: x, machine state: prereq', 'prereq'],
    ['Could not unmount /oldroot in 10 attempts', 'unmount_oldroot'],
    ['did not reach completed state', 'unknown'],
    ['target is busy', 'unknown'],
    ['Command e2fsck -yf /dev/sda2 failed with return code 8', 'unknown'],
    ['[Errno 5] Input/output error', 'unknown'],
  ])('%s: %s', (text, step) => {
    const read = explainAny(failure(text))
    const kind = read.kind === 'text' ? read.text.messages.find(({ decides }) => decides)?.kind : null
    if (kind === null || kind === undefined || kind === 'unrecognised') throw new Error('not recognised')
    expect(failedStepIn(kind, failure(text))).toBe(step)
    if (['prereq', 'stripdown', 'unmount_oldroot'].includes(step)) return
    // Nothing restarts the VM, and nothing is requested again, from a disk that was or may have been written.
    // Where the step is unknown, a cause that only the log names leads to support.
    const way =
      step === 'unknown'
        ? /^(?:restore-os-disk|build-vm-from-snapshot|ask-support)$/
        : /^(?:restore-os-disk|build-vm-from-snapshot)$/
    for (const paste of [failure(text), bodyOf(failure(text)), `助けてください。\n\n${failure(text)}`]) {
      expect(tooEarly(paste), paste).toEqual([])
      expect(causesOf(paste).flatMap((cause) => cause.steps)).toEqual(
        expect.arrayContaining([expect.stringMatching(way)]),
      )
    }
  })

  it('is none for a refusal of the request or of the host', () => {
    const host = samples['linux-host-no-answer'].replace(/, stack trace[^]*/, '')
    expect(failedStepIn('linux-host-no-answer', host)).toBeNull()
    expect(failedStepIn('linux-pre-memory', samples['linux-pre-memory'])).toBeNull()
  })

  it.each(Object.keys(linuxOsFailures) as (keyof typeof linuxOsFailures)[])(
    'of %s without its machine state leads to no restart unless it came before writing',
    (kind) => {
      const text = samples[kind].replace(/, stack trace[^]*/, '')
      const step = failedStepIn(kind, text)
      if (step === 'prereq' || step === 'unmount_oldroot') return
      expect(tooEarly(text)).toEqual([])
    },
  )
})

describe('a failure before anything was written', () => {
  const before = [
    failure('Could not unmount /oldroot in 10 attempts, machine state: unmount_oldroot'),
    failure('Command umount /oldroot failed with return code 32\nstderr:\numount: /oldroot: target is busy.'),
    failure('did not reach completed state, machine state: stripdown'),
  ]
  const shown = [
    'lsblk\nNAME MAJ:MIN RM SIZE RO TYPE MOUNTPOINT\nsda 8:0 0 30G 0 disk\n└─sda2 8:2 0 30G 0 part\n  └─osencrypt 253:0 0 30G 0 crypt /',
    '-rw-r--r-- 1 root root 33554432 Nov 28 10:00 /boot/luks/osluksheader',
    'osluksheader exists in /boot/luks',
    'luksOpen osencrypt ok; dd wrote 12 GB',
    '/dev/mapper/osencrypt is active.',
    '/boot/luks/osluksheader があります。',
  ]
  const absent = [
    '/dev/mapper/osencrypt is inactive.',
    'ls: cannot access /boot/luks/osluksheader: No such file or directory',
    'osluksheader はありません。',
    'the VM has 4 disks',
  ]

  it.each(before)('is contradicted by the mapping or the header of the OS disk: %s', (text) => {
    for (const evidence of shown)
      for (const paste of [`${text}\n${evidence}`, `${text}\n\n${evidence}`, `${evidence}\n\n${text}`]) {
        const causes = causesOf(paste)
        expect([...new Set(causes.map(({ problem }) => problem))], paste).toEqual(['reports-contradict'])
        expect(causes.map(({ kind }) => kind)).toContain('copy-interrupted')
        expect(tooEarly(paste), paste).toEqual([])
      }
    for (const evidence of absent)
      expect(causesOf(`${text}\n\n${evidence}`).map(({ problem }) => problem)).not.toContain('reports-contradict')
  })

  it('is contradicted by its own trace', () => {
    const text = failure(`umount: /oldroot: target is busy${trace('EncryptBlockDevice')}`)
    expect(causesOf(text).map(({ problem }) => problem)).toContain('reports-contradict')
    expect(tooEarly(text)).toEqual([])
  })

  it('stands in a VM beside such evidence', () => {
    for (const evidence of shown) {
      const paste = `${bodyOf(before[0] ?? '')}\n\n${evidence}`
      expect(tooEarly(paste), paste).toEqual([])
      expect(causesOf(paste).map(({ problem }) => problem)).toContain('reports-contradict')
    }
  })
})
