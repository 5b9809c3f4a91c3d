import { describe, expect, it } from 'vitest'
import { samples } from '@/lib/messages/testing/samples'
import { explainAny } from '../text/explain-any'

/** Each problem of a text with its causes and their steps. */
function problemsOf(text: string) {
  const read = explainAny(text)
  if (read.kind === 'text') return read.text.problems
  if (read.kind === 'vm') return read.troubleshooting.problems
  throw new Error(`taken for ${read.kind}`)
}
const causesOf = (text: string) => problemsOf(text).flatMap(({ causes }) => causes)
const stepsOf = (text: string): readonly string[] => causesOf(text).flatMap(({ steps }) => steps)
const causeOf = (text: string, wanted: string) => causesOf(text).find(({ kind }) => kind === wanted)

describe('a failed copy of the OS disk', () => {
  const dd =
    'Failed to encrypt OS volume with error: Command dd if=/dev/sda2 of=/dev/mapper/osencrypt conv=sparse bs=64K failed with return code 1'

  it.each([dd, `${dd}, stack trace: Traceback (most recent call last):`, `${dd}\nstdout:\n\nstderr:\ndd: x`])(
    'has touched the disk, also without a machine state: %s',
    (text) => {
      expect(problemsOf(text).map(({ kind }) => kind)).toContain('os-failed-disk-touched')
      const steps = stepsOf(text)
      for (const cause of causesOf(text)) {
        const restored = cause.steps.findIndex((step) => ['restore-os-disk', 'build-vm-from-snapshot'].includes(step))
        const requested = cause.steps.indexOf('enable-again')
        expect(restored).toBeGreaterThan(-1)
        if (requested !== -1) expect(restored).toBeLessThan(requested)
      }
      expect(steps).not.toContain('restart-to-leave-memory-system')
    },
  )

  it('is put down to the resize that the text names', () => {
    const text =
      'Failed to encrypt OS volume with error: Command resize2fs /dev/sda2 5242880s failed with return code 1, stack trace: x, machine state: split_root_partition'
    expect(causeOf(text, 'root-cannot-shrink')?.support).toBe('supported')
  })

  it('is not read from a dd that writes the header file only', () => {
    const header =
      'Failed to encrypt OS volume with error: Command dd if=/dev/zero of=/boot/luks/osluksheader bs=33554432 count=1 failed with return code 1'
    expect(problemsOf(header).map(({ kind }) => kind)).not.toContain('os-failed-disk-touched')
  })
})

describe('an agent that sent no report', () => {
  const silent = "VM 'x' has not reported status for VM agent or extensions."

  it('is no failure of the extension, and nothing is requested again or stopped', () => {
    expect(problemsOf(silent).map(({ kind }) => kind)).not.toContain('failed-without-known-cause')
    const steps = stepsOf(silent)
    expect(steps).toEqual(expect.arrayContaining(['show-agent', 'save-boot-log']))
    for (const step of ['enable-again', 'restart-vm', 'deallocate-and-start', 'start-agent', 'update-agent'])
      expect(steps).not.toContain(step)
  })
})

describe('a time limit of ARM', () => {
  it.each(['VMExtensionProvisioningTimeout: Provisioning of VM extension x has timed out.', 'VMStartTimedOut'])(
    'is no failure that the extension reports: %s',
    (text) => {
      expect(problemsOf(text).map(({ kind }) => kind)).not.toContain('failed-without-known-cause')
      expect(stepsOf(text)).not.toContain('enable-again')
    },
  )
})

describe('a boot screen that asks for the passphrase', () => {
  it('leads to no stop of the VM', () => {
    expect(stepsOf('Please enter passphrase for disk Virtual_Disk (osencrypt):')).not.toContain('deallocate-and-start')
  })
})

describe('a data volume whose encryption failed', () => {
  const failed =
    'Failed to encrypt data volumes with error: Encryption failed for name:sdd1 type:part fstype:ext4 mountpoint:/datadisk'

  it('sends to the log of the extension first, whatever the cause', () => {
    for (const { kind, steps } of causesOf(failed)) expect(steps, kind).toContain('see-extension-log')
  })

  it('offers no request of the kind that failed where the release may not be supported', () => {
    expect(causeOf(failed, 'distribution-not-listed')?.steps).not.toContain('enable-data-only')
  })
})

describe('a failed change of the key', () => {
  const text = 'Failed to store BEK in BEK VOLUME with error: Traceback (most recent call last):\n'

  it('reads whether the key file opens the disk, and fetches the key from the vault', () => {
    expect(causeOf(text, 'key-file-emptied')?.steps).toEqual(
      expect.arrayContaining(['see-key-file', 'test-key-file', 'fetch-disk-key', 'restore-key-file']),
    )
  })
})

describe('a scale set', () => {
  it('has no shown cause where ARM only says that it does not support disk encryption', () => {
    const text =
      'Virtual machine scale set does not support disk encryption. Please remove Azure Disk Encryption extension from virtual machine scale set model.'
    expect(causeOf(text, 'scale-set-not-prepared')?.support).toBe('possible')
    expect(stepsOf(text)).toContain('prepare-scale-set')
  })
})

it('of a scale set says no more than that an old client is likely, where the cmdlet did not find the extension', () => {
  const text = 'Extension, AzureDiskEncryption,  is not installed in the VM Scale Set.'
  expect(causesOf(text).map(({ kind, support }) => `${kind} ${support}`)).toEqual(['client-outdated supported'])
})

describe('one line without evidence of memory', () => {
  it.each([
    'No space left on device',
    '2026-07-02T08:11:42.000: [AzureDiskEncryption] likely app compat issue [/etc/init.d/docker]',
  ])('does not lead to a resize, and the status is checked before a change: %s', (text) => {
    expect(problemsOf(text)).not.toEqual([])
    expect(stepsOf(text)).not.toContain('resize-vm')
    for (const { kind, steps } of causesOf(text)) expect(steps, kind).toContain('check-nothing-runs')
  })

  it('leads to a resize where a check of the extension found too little memory', () => {
    const text = samples['linux-log-precheck-memory']
    expect(causeOf(text, 'memory-below-minimum')?.support).toBe('shown')
    expect(stepsOf(text)).toContain('resize-vm')
  })
})
