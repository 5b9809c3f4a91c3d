import { describe, expect, it } from 'vitest'
import { failed, failedWith, vm } from '@/lib/diagnosis/testing/case-parts'
import { both, cleared, stamped } from '@/lib/encryption/testing/judged'
import { vmBody, type ExtensionOptions, type StatusOptions, type VmOptions } from '@/lib/facts/testing/vm-body'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { answerForPeople } from './explain-as-text'

const { steps, problems, causes } = await loadRemedies('en')
const shown = async (text: string): Promise<string> => (await answerForPeople(text, 'en')).output
const shownOf = (options: VmOptions): Promise<string> => shown(JSON.stringify(vmBody(options)))

describe('an attempt to unmount the old root', () => {
  const busy = 'to unmount /oldroot failed with error: umount: /oldroot: target is busy, stack trace: x'

  it('does not show that the run has ended before the tenth', async () => {
    const output = await shownOf(failed(19, `Failed to encrypt OS volume with error: Attempt #4 ${busy}`))
    expect(output).toContain(problems['mount-busy'].title)
    expect(output).not.toMatch(/run has ended/)
  })

  it('is the end where it says that ten failed', async () => {
    const output = await shown(
      'Attempt #11 to unmount /oldroot failed with error: Could not unmount /oldroot in 10 attempts',
    )
    expect(output).toContain('linux-os-unmount-exhausted')
    expect(output).not.toMatch(/Wait for the remaining attempts/)
  })
})

describe('a Windows VM that was to be decrypted', () => {
  const windows = (extension: ExtensionOptions, osDisk: VmOptions['osDisk'] = cleared): Promise<string> =>
    shownOf({ os: 'Windows', osDisk, extension: { operation: 'DisableEncryption', ...extension } })

  it.each([
    ['succeeded', { status: { message: '[2.4.0.21] Disable Encryption completed successfully' } }],
    ['failed', failedWith(1, '[2.4.0.21] Failed to configure bitlocker as expected. Exception: Access denied')],
  ])('is not encrypted again where the request %s', async (_name, extension) => {
    const output = await windows({ ...extension, report: both('Encrypted') })
    expect(output).not.toContain(steps['enable-again'].title)
    expect(output).toContain(`- ${steps['disable-encryption'].title}`)
    // Decryption is the first cause: the settings are cleared before it.
    expect(output).toContain(`1. ${causes['decryption-goes-on'].title}`)
  })

  it('is encrypted again where that was requested', async () => {
    const extension = failedWith(1, '[2.4.0.21] Failed to configure bitlocker as expected. Exception: Access denied')
    const output = await windows({ ...extension, operation: 'EnableEncryption', report: both('NotEncrypted') }, stamped)
    expect(output).toContain(`- ${steps['enable-again'].title}`)
  })

  it('goes on with its decryption after a restart', async () => {
    const output = await windows({
      ...failedWith(1, '[2.4.0.21] Failed to disable bitlocker'),
      report: both('DecryptionInProgress'),
    })
    expect(output).toContain(problems['decryption-running'].title)
    expect(output).not.toContain(problems['decryption-not-resuming'].title)
  })

  it('waits for no encryption while it is decrypted', async () => {
    const output = await windows({ report: both('DecryptionInProgress') })
    expect(output).toContain(steps['wait-for-decryption'].title)
    expect(output).not.toContain(steps['wait-for-data-copy'].title)
  })
})

describe('a VM that is being started or stopped', () => {
  it.each(['starting', 'stopping', 'deallocating'])('is not off, and is waited for: %s', async (power) => {
    const output = await shownOf({ ...failed(19, 'Failed to encrypt OS volume with error: x'), power })
    expect(output).not.toContain(problems['vm-not-running'].title)
    expect(output).not.toContain(`- ${steps['start-vm'].title}`)
    expect(output).toContain(`- ${steps['wait-for-operation'].title}`)
  })

  it('is not off in a text either', async () => {
    const output = await shown(
      'PowerState/stopping\nFailed to encrypt OS volume with error: Could not unmount /oldroot in 10 attempts',
    )
    expect(output).not.toContain(problems['vm-not-running'].title)
    expect(output).toContain(`- ${steps['wait-for-operation'].title}`)
  })

  it('is off only when that is done', async () => {
    const output = await shownOf({ ...failed(19, 'Failed to encrypt OS volume with error: x'), power: 'deallocated' })
    expect(output).toContain(problems['vm-not-running'].title)
  })
})

describe('a pasted VM', () => {
  const success = { message: 'Encryption succeeded for all volumes' }
  const report = both('Encrypted')
  const withStatus = (...statuses: readonly StatusOptions[]): VmOptions => ({
    osDisk: stamped,
    extension: { statuses, report },
  })

  it('shows how old its report is', async () => {
    const body = JSON.stringify(vmBody(withStatus(success)))
    const now = Date.parse('2026-11-29T05:06:07Z')
    expect((await answerForPeople(body, 'en', now)).output).toContain(
      'Last report: 2026-11-24T05:06:07.000Z, 5 days ago.',
    )
    expect((await answerForPeople(body, 'en', 0)).output).toContain('its age is not known')
  })

  it.each(['OS disk encryption started', 'Failed to encrypt OS volume with error: x', 'Decryption started'])(
    'is doubted where a further status says: %s',
    async (message) => {
      expect(await shownOf(withStatus(success, { message }))).toMatch(/^web: Encrypted \(\?\)/)
      const second = { statuses: [{ message }], name: 'ade2' }
      const both2 = { osDisk: stamped, extensions: [{ status: success, report }, second] }
      expect(await shownOf(both2)).toMatch(/^web: Encrypted \(\?\)/)
    },
  )

  it('knows the message of a run that goes on', async () => {
    const status = { code: 'ProvisioningState/transitioning', message: 'OS disk encryption started' }
    const output = await shownOf(withStatus(status))
    expect(output).not.toContain('not in the catalogue')
    expect(output).toMatch(/^web: Encrypted \(\?\)/)
  })

  it.each(['Disable Encryption completed successfully', 'Enable Encryption completed successfully'])(
    'may have work where BitLocker works in the background: %s',
    async (message) => {
      const output = await shownOf({ os: 'Windows', extension: { status: { message: `[2.4.0.21] ${message}` } } })
      expect(output).toMatch(/^web: Not encrypted/)
      expect(output).not.toContain('no operation in progress')
    },
  )

  it.each([
    'Uninstall succeeded',
    'Failed to disable the extension with error: x',
    'Encryption succeeded for all volumes',
  ])('is not said to rest beside another message: %s', async (message) => {
    const output = await shown(`${JSON.stringify(vmBody(withStatus(success)), null, 2)}\n\n${message}`)
    expect(output).toContain(message)
    expect(output).not.toContain('no operation in progress')
  })

  it('shows the reported word where its state does not', async () => {
    const failure = failedWith(19, 'Failed to encrypt OS volume with error: x')
    const running = await shownOf(vm({ ...failure, report: { os: 'EncryptionInProgress', data: 'NotEncrypted' } }))
    expect(running).toContain(
      'OS: failed (reported: EncryptionInProgress) / Data: no data disks (reported: NotEncrypted)',
    )
  })

  it('is named where a list holds it twice', async () => {
    const body = vmBody(withStatus(success))
    expect(await shown(JSON.stringify([body, body]))).toContain('Listed more than once: web.')
    expect(await shown(JSON.stringify([body, { ...body, id: '/other', name: 'other' }]))).not.toContain(
      'more than once',
    )
  })
})

describe('a step that replaces or stops the VM', () => {
  it.each([
    [
      'use-encryption-at-host',
      { os: 'Windows', extension: failedWith(1, '[2.4.0.21] ProtectKeyWithExternalKey failed with 2150695086') },
    ],
    [
      'rebuild-linux-vm',
      failed(
        53,
        'Failed to disable the extension with error: Disabling encryption is not supported when OS volume is encrypted',
      ),
    ],
  ] as const)('stands behind the check that nothing runs: %s', async (kind, options) => {
    const output = await shownOf(options)
    const at = output.indexOf(`- ${steps[kind].title}`)
    expect(at).toBeGreaterThan(0)
    expect(
      output
        .slice(0, at)
        .split(/\n {2}\d\. /)
        .at(-1),
    ).toContain(steps['check-nothing-runs'].title)
  })
})

describe('the command of the OS copy, later than a failure', () => {
  const failure = (day: string) =>
    `2026-11-${day} 14:10:00 Failed to encrypt OS volume with error: Could not unmount /oldroot in 10 attempts, machine state: unmount_oldroot`
  const copy = '2026-11-24 09:00:05 Executing: dd if=/dev/sda2 of=/dev/mapper/osencrypt bs=52428800'

  it('holds a restart and a request back, with dates as without', async () => {
    for (const text of [`${failure('20')}\n${copy}`, `${copy}\n${failure('20')}`]) {
      const output = await shown(text)
      expect(output).toContain(steps['wait-for-os-copy'].title)
      expect(output).not.toContain(`- ${steps['enable-again'].title}`)
    }
  })

  it('is over where it is earlier', async () => {
    expect(await shown(`${copy}\n${failure('28')}`)).toContain(`- ${steps['enable-again'].title}`)
  })
})
