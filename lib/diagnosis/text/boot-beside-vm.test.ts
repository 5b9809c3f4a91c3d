import { describe, expect, it } from 'vitest'
import { keySettings, vmBody, type ExtensionOptions, type VmOptions } from '@/lib/facts/testing/vm-body'
import { samples } from '@/lib/messages/testing/samples'
import { steps } from '../steps'
import type { StepKind } from '../steps/kinds'
import type { StepRisk } from '../steps/types'
import { explainAny } from './explain-any'

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
