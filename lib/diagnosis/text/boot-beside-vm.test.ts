import { describe, expect, it } from 'vitest'
import { keySettings, vmBody, type ExtensionOptions, type VmOptions } from '@/lib/facts/testing/vm-body'
import { samples } from '@/lib/messages/testing/samples'
import { steps } from '../steps'
import type { StepKind } from '../steps/kinds'
import type { StepRisk } from '../steps/types'
import { explainAny } from './explain-any'
import { osDiskIn } from './os-disk'

const failedAt = (message: string): Pick<VmOptions, 'osDisk' | 'data' | 'extension'> => ({
  data: [{}],
  extension: {
    status: { code: 'ProvisioningState/failed', level: 'Error', message },
    report: { os: 'NotEncrypted', data: 'NotEncrypted' },
  },
})
const stamped = { stamp: 'encrypted', settings: true }
const report = (os: string): ExtensionOptions => ({ report: { os, data: 'NotMounted' } })

const bodies: Readonly<Record<string, VmOptions>> = {
  'a restart is due': {
    osDisk: stamped,
    extension: { status: { message: samples['linux-os-please-reboot'] }, report: { os: 'VMRestartPending' } },
  },
  'the OS disk failed': failedAt(samples['linux-os-unmount-exhausted']),
  'a data volume has xfs': failedAt(samples['linux-data-failed-xfs']),
  'dual pass': {
    osDisk: stamped,
    model: keySettings(true),
    extension: { version: '0.1', report: { os: 'Encrypted' } },
  },
  encrypted: { osDisk: stamped, extension: report('Encrypted') },
  'Windows waits for a restart': { os: 'Windows', osDisk: stamped, extension: report('VMRestartPending') },
  'Windows failed': {
    os: 'Windows',
    ...failedAt('[2.4.0.21] Failed to configure bitlocker as expected. Exception: Volume E: is locked'),
  },
}
const screens = [
  ['Please enter passphrase for disk osencrypt:', 'boot-waits-for-key'],
  ['grub rescue>', 'boot-waits-for-key'],
  ['Warning: /dev/mapper/osencrypt does not exist', 'boot-waits-for-key'],
  ['The VM does not boot.', 'boot-waits-for-key'],
  ['Enter the recovery key for this drive', 'bitlocker-recovery'],
  ['回復キーを入力してください', 'bitlocker-recovery'],
] as const

function problemsOf(text: string) {
  const read = explainAny(text)
  if (read.kind !== 'vm') throw new Error(`taken for ${read.kind}`)
  return read.troubleshooting.problems
}
const stepsIn = (text: string): readonly StepKind[] =>
  problemsOf(text).flatMap(({ causes }) => causes.flatMap((cause) => cause.steps))

/** What another start, a request, a formatting, or a removal would bring. */
const harmful: readonly StepRisk[] = [
  'restart',
  'changes-key',
  'erases-data-disks',
  'unprotects-data',
  'removes-extension',
]

describe('a start that failed, beside the body of a VM', () => {
  it.each(Object.entries(bodies).flatMap(([name, vm]) => screens.map((screen) => [name, vm, ...screen] as const)))(
    '%s: is the first problem, and holds back requests and restarts: %o %s',
    (_name, vm, screen, problem) => {
      const body = JSON.stringify(vmBody(vm), null, 1)
      expect(problemsOf(body).map(({ kind }) => kind)).not.toContain(problem)
      const text = `${body}\n\n${screen}`
      expect(problemsOf(text)[0]?.kind).toBe(problem)
      expect(problemsOf(text).map(({ kind }) => kind)).not.toContain('restart-pending')
      const found = stepsIn(text)
      expect(found.filter((kind) => steps[kind].risks.some((risk) => harmful.includes(risk)))).toEqual([])
      expect(found).not.toContain('use-single-pass')
      expect(found).not.toContain('resize-vm')
    },
  )

  it('is over where a later line shows that the system started', () => {
    const body = JSON.stringify(vmBody(bodies['a restart is due'] ?? {}), null, 1)
    const text = `${body}\n\nPlease enter passphrase for disk osencrypt:\nvm1 login: `
    expect(problemsOf(text).map(({ kind }) => kind)).not.toContain('boot-waits-for-key')
    expect(stepsIn(text)).toContain('restart-vm')
  })

  it.each(screens.filter(([, problem]) => problem !== 'bitlocker-recovery'))(
    'holds back the restart of a block of the cmdlet too: %s',
    (screen, problem) => {
      const block = `OsVolumeEncrypted          : VMRestartPending\nDataVolumesEncrypted       : NotMounted\nOsVolumeEncryptionSettings : Microsoft.Azure.Management.Compute.Models.DiskEncryptionSettings\nProgressMessage            : ${samples['linux-os-please-reboot']}`
      expect(stepsIn(block)).toContain('restart-vm')
      expect(problemsOf(`${block}\n\n${screen}`)[0]?.kind).toBe(problem)
      expect(stepsIn(`${block}\n\n${screen}`)).not.toContain('restart-vm')
    },
  )
})

const moreOfLinux = [
  '[ TIME ] Timed out waiting for device /dev/mapper/osencrypt.',
  '[DEPEND] Dependency failed for /sysroot.',
  '[DEPEND] Dependency failed for Cryptography Setup for osencrypt.',
  'You are in emergency mode. After logging in, type "journalctl -xb" to view system logs',
  'Give root password for maintenance',
  '[    3.141] Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)',
  'error: no such cryptodisk found.',
  '[FAILED] Failed to start systemd-cryptsetup@osencrypt.service - Cryptography Setup for osencrypt.',
  "systemd-cryptsetup[412]: Failed to activate with key file '/mnt/azure_bek_disk/LinuxPassPhraseFileName': Invalid argument",
  'A start job is running for Cryptography Setup for osencrypt (5min 3s / no limit)',
  'cryptsetup: ERROR: osencrypt: cryptsetup failed, bad password or options?',
  'error: ../../grub-core/disk/cryptodisk.c:1058:no such cryptodisk found.',
  'Enter passphrase for hd0,gpt2 (4e2a1f601c5b4d0e9a770d2f5c3b8a11):',
  'Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000100',
  'BusyBox v1.36.1 (Ubuntu 1:1.36.1-6ubuntu3.1) built-in shell (ash)',
  'sulogin: root account is locked, starting shell',
  '/dev/mapper/osencrypt: UNEXPECTED INCONSISTENCY; RUN fsck MANUALLY.',
]
const moreOfWindows = [
  'Stop code: INACCESSIBLE_BOOT_DEVICE',
  "Automatic Repair couldn't repair your PC",
  "An operating system wasn't found.",
  'BOOTMGR is missing',
]
const moreOfBitLocker = [
  'Preparing BitLocker recovery',
  'Error code: 0xc0210000',
  'Recovery key ID: 3B0D2F10-7C31-4C1E-9A55-0D2F6A7B8C9D',
  'Recovery key ID (to identify your key): 3B0D2F10-7C31-4C1E-9A55-0D2F6A7B8C9D',
  '回復キー ID: 3B0D2F10-7C31-4C1E-9A55-0D2F6A7B8C9D',
]
const inWords = [
  'VM is not booting anymore',
  'VM stuck at boot',
  'The machine will not come up after restart',
  'after the reboot SSH is dead and serial console shows nothing',
  'VMが立ち上がらない',
  'ブートしません',
]
const problemOf = (screen: string): string =>
  moreOfBitLocker.includes(screen) ? 'bitlocker-recovery' : 'boot-waits-for-key'
const risky = (found: readonly StepKind[]): readonly StepKind[] =>
  found.filter((kind) => steps[kind].risks.some((risk) => harmful.includes(risk)))

describe('screens and words of a start that failed', () => {
  const onLinux = ['a restart is due', 'the OS disk failed', 'a data volume has xfs']
  const onWindows = ['Windows waits for a restart', 'Windows failed']
  it.each([
    ...onLinux.flatMap((name) => [...moreOfLinux, ...inWords].map((screen) => [name, screen] as const)),
    ...onWindows.flatMap((name) => [...moreOfWindows, ...moreOfBitLocker].map((screen) => [name, screen] as const)),
  ])('are the first problem of a VM: %s: %s', (name, screen) => {
    const text = `${JSON.stringify(vmBody(bodies[name] ?? {}), null, 1)}\n\n${screen}`
    expect(problemsOf(text)[0]?.kind).toBe(problemOf(screen))
    expect(risky(stepsIn(text))).toEqual([])
  })

  it.each(['The VM boots fine.', 'It is booting from the new disk.', 'The job timed out waiting for device /dev/sdc1'])(
    'are not read in: %s',
    (words) => {
      const body = JSON.stringify(vmBody(bodies['a restart is due'] ?? {}), null, 1)
      expect(problemsOf(`${body}\n\n${words}`).map(({ kind }) => kind)).not.toContain('boot-waits-for-key')
    },
  )

  it('are over where the system started behind them', () => {
    const body = JSON.stringify(vmBody(bodies['a restart is due'] ?? {}), null, 1)
    const text = `${body}\n\n${moreOfLinux.slice(0, 4).join('\n')}\n[  OK  ] Reached target Multi-User System.`
    expect(problemsOf(text).map(({ kind }) => kind)).not.toContain('boot-waits-for-key')
    expect(stepsIn(text)).toContain('restart-vm')
  })

  const failures = [
    samples['linux-os-unmount-exhausted'],
    samples['linux-pre-memory'],
    samples['linux-data-failed-xfs'],
    samples['linux-os-please-reboot'],
  ]
  const glued = [
    ...[...moreOfLinux, ...moreOfWindows, ...moreOfBitLocker, ...inWords].map((screen) => [screen]),
    ['(initramfs) '],
    ['error: no such cryptodisk found.', 'Entering rescue mode...', 'grub>'],
    ['BitLocker 回復', 'このドライブの回復キーを入力してください'],
    ['再起動後に起動できなくなった'],
  ]
  it.each(
    failures.flatMap((message) =>
      glued.flatMap((lines) => ['\n', '\n\n'].map((gap) => [message, lines, gap] as const)),
    ),
  )('hold back the steps of the message above them: %s %j %j', (message, lines, gap) => {
    const read = explainAny(`${message}${gap}${lines.join('\n')}`)
    if (read.kind !== 'text') throw new Error(`taken for ${read.kind}`)
    const { messages, problems, isDown } = read.text
    const own = messages.find(({ text }) => text.startsWith(message.slice(0, 40)))
    expect([isDown, own?.showsNext]).toEqual([true, false])
    expect(risky(problems.flatMap(({ causes }) => causes.flatMap((cause) => cause.steps)))).toEqual([])
  })

  it('do not continue the message above them', () => {
    const read = explainAny(`${failures[0] ?? ''}\nこのドライブの回復キーを入力してください`)
    if (read.kind !== 'text') throw new Error(`taken for ${read.kind}`)
    expect(read.text.messages.map(({ text }) => text)).toEqual([
      failures[0],
      'このドライブの回復キーを入力してください',
    ])
  })

  it.each(failures)('a VM that is off is not restarted by the message above: %s', (message) => {
    const read = explainAny(`${message}\nThe VM is deallocated`)
    if (read.kind !== 'text') throw new Error(`taken for ${read.kind}`)
    expect([read.text.isDown, read.text.messages[0]?.showsNext]).toEqual([true, false])
  })

  it('show no open mapping of the OS disk', () => {
    expect(osDiskIn(moreOfLinux.join('\n'))).toBe(false)
    expect(osDiskIn('/dev/mapper/osencrypt is active and is in use.')).toBe(true)
  })
})

describe('a boot screen in a text without a VM', () => {
  it('hides no work that the extension reports behind it', () => {
    const head = (time: string, rest: string): string => `2026/05/02 ${time} [AzureDiskEncryption] 2118: [Info] ${rest}`
    const text = `2026/05/02 08:00:00 Please enter passphrase for disk osencrypt:\n${head('09:00:00', samples['linux-os-encryption-started'])}`
    const read = explainAny(text)
    if (read.kind !== 'text') throw new Error(`taken for ${read.kind}`)
    expect(read.text.problems.map(({ kind }) => kind)).toContain('os-encryption-silent-phase')
    expect(read.text.isDown).toBe(false)
  })
})
