import { describe, expect, it } from 'vitest'
import { stamped } from '@/lib/encryption/testing/judged'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { samples } from '@/lib/messages/testing/samples'
import { causes } from '../causes'
import { helpSteps } from '../causes/help-steps'
import { restChecks } from '../steps/boot-check'
import { commandText } from '../commands/build'
import { problemKinds, type ProblemKind } from '../kinds'
import { harmsRunningWork } from '../steps/rest'
import { steps } from '../steps'
import type { StepKind } from '../steps/kinds'
import { failedWith } from '../testing/case-parts'
import type { Troubleshooting } from '../troubleshoot'
import { explainAny } from './explain-any'

function advice(text: string): Troubleshooting {
  const read = explainAny(text)
  if (read.kind === 'text') return read.text
  if (read.kind === 'vm') return read.troubleshooting
  throw new Error(`taken for ${read.kind}`)
}
const bodyOf = (options: VmOptions) => vmBody(options) as { properties: Record<string, unknown>; resources: unknown }
const ofVm = (options: VmOptions): Troubleshooting => advice(JSON.stringify(vmBody(options)))
const supports = ({ problems }: Troubleshooting): readonly string[] =>
  problems.flatMap(({ kind, causes: found }) => found.map((cause) => `${kind}: ${cause.kind} ${cause.support}`))
const azOf = ({ steps: list }: Troubleshooting, kind: StepKind): string =>
  commandText(list.find((step) => step.kind === kind)?.commands.az ?? [])

const stops = (kind: StepKind): boolean =>
  steps[kind].risks.some((risk) => ['restart', 'stops-vm', 'replaces-disk'].includes(risk))

describe('the order of steps', () => {
  it('has a snapshot before whatever stops a VM, in every remedy and on every page of Help', () => {
    const lists: (readonly [ProblemKind, readonly StepKind[]])[] = problemKinds.flatMap((kind) => [
      [kind, helpSteps(kind)] as const,
      ...causes[kind].map((cause) => [kind, cause.steps] as const),
    ])
    for (const [problem, kinds] of lists) {
      const first = kinds.findIndex(stops)
      if (first !== -1) expect(kinds.slice(0, first), `${problem}: ${kinds.join()}`).toContain('snapshot-disks')
    }
  })

  it('of Help reads first, then keeps the VM running, and changes after that', () => {
    for (const problem of problemKinds) {
      const kinds = helpSteps(problem)
      const firstChange = kinds.findIndex((kind) => steps[kind].phase === 'do')
      expect(
        kinds.slice(firstChange).filter((kind) => kind !== 'check-nothing-runs' && steps[kind].phase === 'check'),
        problem,
      ).toEqual([])
      if (kinds.includes('keep-vm-running')) expect(kinds[firstChange], problem).toBe('keep-vm-running')
      const harmful = kinds.findIndex(harmsRunningWork)
      const isChecked = kinds.slice(0, harmful).some((kind) => restChecks.includes(kind))
      if (harmful >= 0) expect(isChecked, problem).toBe(true)
    }
    expect(helpSteps('key-update-failed').filter(stops)).toEqual([])
    expect(helpSteps('key-update-pending').filter(stops)).toEqual([])
  })
})

describe('what the evidence does not show', () => {
  it('is no failed run where only a change of the key failed', () => {
    const shown = supports(
      ofVm({ osDisk: stamped, extension: failedWith(100, samples['linux-update-settings-failed']) }),
    )
    expect(shown.filter((each) => each.includes('stamp-comes-first'))).toEqual([])
  })

  it('is no more than possible where the report is silent on a volume whose run failed', () => {
    const failure = 'Failed to encrypt data volumes with error: E: Could not get lock, stack trace: x'
    expect(supports(ofVm({ osDisk: stamped, extension: failedWith(1, failure) }))).toContain(
      'stamped-after-failed-run: stamp-comes-first possible',
    )
  })

  it('is no failure at the start of a run, when the key settings come first', () => {
    const { problems, steps: list } = ofVm({
      osDisk: stamped,
      extension: {
        status: { message: 'Encryption settings stamped' },
        report: { os: 'NotEncrypted', data: 'NotEncrypted' },
      },
    })
    expect(problems.find(({ kind }) => kind === 'stamped-but-not-encrypted')?.severity).toBe('info')
    expect(list.map(({ kind }) => kind)).not.toContain('disable-encryption')
    expect(list.map(({ kind }) => kind)).not.toContain('enable-again')
  })

  it('is no missing key behind a recovery screen, and no cause of a bare shell', () => {
    expect(supports(advice('Enter the recovery key for this drive'))).toEqual([
      'bitlocker-recovery: bitlocker-key-not-found possible',
    ])
    const locked = 'You’re locked out! Enter the recovery key to get going again. The wrong sign-in info was entered.'
    expect(supports(advice(locked))[0]).toBe('bitlocker-recovery: sign-in-lockout shown')
    expect(supports(advice('dracut-initqueue timeout - starting timeout scripts'))).not.toContain(
      'boot-waits-for-key: boot-modules-missing shown',
    )
    const prompt = `Please enter passphrase for disk Virtual_Disk (osencrypt):\n\n${samples['boot-root-not-found']}`
    expect(supports(advice(prompt))[0]).toBe('boot-waits-for-key: key-not-found-at-boot supported')
  })

  it('is no ADE disk behind a LUKS prompt with another name', () => {
    for (const name of ['nvme0n1p3_crypt', 'sda2_crypt on my laptop'])
      expect(explainAny(`Please unlock disk ${name}: `).kind, name).toBe('none')
    expect(explainAny('Please unlock disk osencrypt: ').kind).toBe('text')
  })

  it('is no file system to format where the text names ext4', () => {
    const failure = (type: string) =>
      `Encryption failed for name:sdd1 type:part fstype:${type} mountpoint:/data label: model: size:1 majmin:8:49 device_id:x`
    expect(supports(advice(failure('ext4'))).join()).not.toContain('file-system-not-in-place')
    expect(supports(advice(failure('xfs'))).join()).toContain('file-system-not-in-place')
  })
})

describe('the advice', () => {
  it('starts a VM that is off when ARM refuses to change its extensions', () => {
    const shown = advice(samples['arm-vm-not-running'])
    expect(shown.problems.map(({ kind }) => kind)).toEqual(['vm-not-running'])
    expect(shown.steps.map(({ kind }) => kind)).toContain('start-vm')
  })

  it('names the detached key volume first where the key file is missing', () => {
    expect(supports(advice(samples['linux-key-file-missing']))[0]).toBe(
      'key-volume-missing: key-volume-detached possible',
    )
  })

  it('waits for the OS disk where its copy is what is still to come', () => {
    const status =
      'OsVolumeEncrypted : EncryptionInProgress\nDataVolumesEncrypted : Encrypted\nOsVolumeEncryptionSettings : x\nProgressMessage : Encryption succeeded for data volumes'
    const kinds = advice(status).steps.map(({ kind }) => kind)
    expect(kinds).toContain('wait-for-os-copy')
    expect(kinds).not.toContain('wait-for-data-copy')
  })

  it('warns of a change of the key wherever encryption is asked for', () => {
    for (const kind of [
      'enable-again',
      'enable-with-right-vault',
      'enable-for-all-volumes',
      'enable-data-only',
    ] as const)
      expect(steps[kind].risks).toContain('changes-key')
  })

  it('of a Windows text has no commands and no warning for Linux', () => {
    const { steps: list } = advice('[2.4.0.21] Failed to configure bitlocker as expected. Exception: x')
    expect(list.filter(({ commands }) => commands['guest-bash'] !== undefined)).toEqual([])
    expect(list.filter(({ risks }) => risks.includes('irreversible-os-encryption'))).toEqual([])
  })

  it('asks for the key encryption key where the request was not read, and leaves it out where it names none', () => {
    expect(azOf(advice(samples['arm-extension-provisioning-error']), 'enable-again')).toContain('<KEY-URL>')
    const failure = failedWith(1, 'Failed to encrypt data volumes with error: x, stack trace: x')
    expect(azOf(ofVm({ osDisk: stamped, extension: failure }), 'enable-again')).not.toContain('key-encryption-key')
    expect(azOf(ofVm({ osDisk: stamped, extension: { ...failure, resource: false } }), 'enable-again')).toContain(
      '<KEY-URL>',
    )
  })

  it('takes a snapshot of each disk in its own resource group, and names the data disks where they are not known', () => {
    const extension = failedWith(1, 'Failed to encrypt data volumes with error: x, stack trace: x')
    const body = bodyOf({ osDisk: stamped, data: [stamped], extension })
    const profile = body.properties['storageProfile'] as { dataDisks: { managedDisk: { id: string } }[] }
    const [disk] = profile.dataDisks
    if (disk === undefined) throw new Error('no data disk')
    disk.managedDisk.id = '/subscriptions/1/resourceGroups/own-group/providers/Microsoft.Compute/disks/web_DataDisk_0'
    const lines = azOf(advice(JSON.stringify(body)), 'snapshot-disks').split('\n')
    expect(lines.map((line) => /--resource-group (\S+)/.exec(line)?.[1])).toEqual(['shop', 'own-group'])
    expect(azOf(advice(samples['arm-extension-provisioning-error']), 'snapshot-disks')).toContain(
      '<EACH-DATA-DISK-NAME>',
    )
  })

  it('brings no offline disk of Windows online unasked', () => {
    const parts = steps['mount-data-disks'].commands
    expect(JSON.stringify(parts?.({ osType: 'Windows' } as never))).not.toContain('| Set-Disk')
  })
})

it.each([
  ['Attempt #9 to unmount /oldroot failed with error: busy, stack trace: x', 'harmless-unmount-attempt'],
  ['Attempt #10 to unmount /oldroot failed with error: busy, stack trace: x', 'mount-busy'],
])('only the tenth attempt to unmount is the last: %s', (text, kind) => {
  const read = explainAny(text)
  expect(read.kind === 'text' && read.text.problems.map((problem) => problem.kind)).toEqual([kind])
})
