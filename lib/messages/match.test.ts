import { describe, expect, it } from 'vitest'
import { matchStatusMessage, matchText, type StatusMessage } from './match'
import { reportedStatus } from './reported-status'
import { osFailure, precheck } from './testing/wrap'

const linux: StatusMessage = {
  message: '',
  displayStatus: 'Provisioning succeeded',
  level: 'Info',
  code: 'ProvisioningState/succeeded',
  osType: 'Linux',
  pass: 'single',
}
const transitioning = { code: 'ProvisioningState/transitioning', displayStatus: 'Transitioning' }
const failed = (code: number) => ({
  code: `ProvisioningState/failed/${code}`,
  displayStatus: 'Provisioning failed',
  level: 'Error',
})
const kindOf = (changes: Partial<StatusMessage>) => matchStatusMessage({ ...linux, ...changes }).kind

describe('equal texts with different status', () => {
  it.each([
    ['Encryption settings stamped', {}, 'linux-settings-stamped-offline'],
    ['Encryption settings stamped', transitioning, 'linux-settings-stamped-online'],
    ['Encryption succeeded for data volumes', {}, 'linux-data-succeeded'],
    ['Encryption succeeded for data volumes', transitioning, 'linux-data-succeeded-transitioning'],
    ['Restarted extension from stripped down OS', {}, 'linux-os-stripdown-restart-success'],
    ['Restarted extension from stripped down OS', failed(19), 'linux-os-stripdown-restart-error'],
    ['', {}, 'linux-daemon-started-success'],
    ['', transitioning, 'linux-daemon-started-transitioning'],
  ])('%j %j is %s', (message, signs, kind) => {
    expect(kindOf({ message, ...signs })).toBe(kind)
  })

  it('does not count the harmless texts at code 19 and 22 as failures', () => {
    const stripped = matchStatusMessage({
      ...linux,
      message: 'Restarted extension from stripped down OS',
      ...failed(19),
    })
    expect(stripped).toMatchObject({ status: 'error', phase: 'os-preparing' })
    const attempt = matchStatusMessage({
      ...linux,
      message:
        'Attempt #4 to unmount /oldroot failed with error: busy, stack trace: Traceback (most recent call last):',
      ...failed(22),
    })
    expect(attempt).toMatchObject({ kind: 'linux-os-unmount-attempt-failed', phase: 'os-preparing' })
    expect(attempt.extracted.attempt).toBe(4)
  })

  it.each([
    'Attempt #4 to unmount /oldroot failed',
    'Attempt #4 to unmount /oldroot failed with error: Command umount /oldroot failed with return code 32\nstdout:\n',
  ])('recognises an unmount attempt without its stack trace: %j', (message) => {
    expect(kindOf({ message, ...failed(22) })).toBe('linux-os-unmount-attempt-failed')
  })
})

describe('an empty message', () => {
  it.each<[string, Partial<StatusMessage>, string | null]>([
    ['on Windows', { osType: 'Windows' }, 'win-empty-success'],
    ['on Windows in the dual pass', { osType: 'windows', pass: 'dual' }, 'win-empty-success'],
    ['that is absent', { message: null }, 'linux-daemon-started-success'],
    ['of blanks', { message: ' \n' }, 'linux-daemon-started-success'],
    ['on Linux in the dual pass', { pass: 'dual' }, 'display-provisioning-succeeded'],
    ['of a failure', failed(53), 'display-provisioning-failed'],
    ['on Windows while working', { osType: 'Windows', ...transitioning }, 'display-transitioning'],
    ['on an unknown system', { osType: null }, 'display-provisioning-succeeded'],
    ['in an unknown pass', { pass: null }, 'display-provisioning-succeeded'],
    ['of a VM without any pass', { pass: 'none' }, 'display-provisioning-succeeded'],
    ['without any sign', { code: null, level: null, displayStatus: null }, null],
    ['beside an unknown display status', { osType: null, displayStatus: 'Updating' }, null],
  ])('%s', (_name, changes, kind) => {
    expect(kindOf(changes)).toBe(kind)
  })

  it('is recognised by the display status where a tool shows that instead', () => {
    const pasted = { code: null, level: null, displayStatus: null, osType: null, pass: null }
    expect(kindOf({ ...pasted, message: 'Transitioning' })).toBe('display-transitioning')
    expect(kindOf({ ...pasted, message: 'Provisioning succeeded' })).toBe('display-provisioning-succeeded')
  })
})

describe('an unknown text', () => {
  it.each([
    'Encrypting many data volumes',
    'encryption succeeded for all volumes',
    'Encryption succeeded for all volumes.',
    'Encryption succeeded for all volumes, then something else',
    ' Encryption succeeded for all volumes',
    'OS disk encryption started again',
    'Unknown',
    '[2.5] x',
    'データ ボリュームの暗号化に成功しました',
  ])('%j is unrecognised', (message) => {
    expect(matchStatusMessage({ ...linux, message })).toMatchObject({
      kind: 'unrecognised',
      phase: null,
      percent: null,
    })
  })

  it('is not recognised as one of another system, pass or status', () => {
    expect(kindOf({ message: 'Encryption succeeded for all volumes', osType: 'Windows' })).toBe('unrecognised')
    expect(kindOf({ message: 'Migration Succeeded', pass: 'dual' })).toBe('unrecognised')
    expect(kindOf({ message: 'Encryption succeeded for all volumes', ...failed(19) })).toBe('unrecognised')
  })
})

describe('the most specific reading', () => {
  it('prefers the cause to the sentence around it', () => {
    expect(kindOf({ message: osFailure('initramfs update failed', 'patch_boot_system'), ...failed(19) })).toBe(
      'linux-os-initramfs-failed',
    )
  })

  it('falls back to the sentence around two causes of equal weight', () => {
    const both = osFailure('initramfs update failed; Probed root fs is not ext4', 'patch_boot_system')
    expect(kindOf({ message: both, ...failed(19) })).toBe('linux-os-failed')
    const checks = precheck(
      'Exception: A KEK URL was specified, but it was invalid. LVM OS disk layout does not satisfy prerequisites',
    )
    expect(kindOf({ message: checks, ...failed(53) })).toBe('linux-precheck-traceback')
  })

  it('does not choose between two equal words without knowing their origin', () => {
    expect(matchText('client-field', 'Unknown').kind).toBe('unrecognised')
    expect(matchText('client-field', 'Unknown', { origin: 'powershell' }).kind).toBe('ps-enum-unknown')
    expect(matchText('client-field', 'Unknown', { origin: 'azure-cli' }).kind).toBe('cli-progress-unknown')
    expect(matchText('internal-name', 'Done').kind).toBe('unrecognised')
    expect(matchText('internal-name', 'Done', { phase: 'disabled' }).kind).toBe('linux-phase-decryption-phase-done')
  })

  it('keeps the places apart', () => {
    expect(matchText('client-output', 'Encryption settings stamped').kind).toBe('unrecognised')
    expect(matchText('status-message', 'Azure Disk Encryption is not enabled').kind).toBe('unrecognised')
  })

  it('recognises recorded wordings that differ slightly', () => {
    const windows = { osType: 'Windows', message: 'Disable Encryption completed successfully' }
    expect(kindOf(windows)).toBe('win-disable-completed')
    expect(kindOf({ ...windows, pass: 'dual' })).toBe('win-disable-completed')
    expect(kindOf({ osType: 'Windows', message: '[2.2.0.33] ' })).toBe('win-version-only')
    expect(kindOf({ message: 'OS disk successfully encrypted, reboot the VM' })).toBe('linux-os-please-reboot')
    expect(kindOf({ message: 'No Encryption extension or metada found on the VM' })).toBe('ps-no-extension')
  })

  it('reads a failure text whose status is unknown', () => {
    const pasted = { code: null, level: null, displayStatus: null, pass: null, osType: null }
    expect(kindOf({ ...pasted, message: osFailure('[Errno 5] Input/output error', 'stripdown') })).toBe(
      'linux-os-failed',
    )
  })
})

describe('a line of a log', () => {
  const bodies = [
    ['======= MACHINE STATE: stripdown =======', 'linux-machine-state-stripdown'],
    ['PRECHECK: Low memory condition detected', 'linux-log-precheck-memory'],
    ['PRECHECK: Prechecks successful', 'linux-log-precheck-ok'],
  ] as const
  const prefixes = [
    '',
    '[AzureDiskEncryption] 1804: ',
    '[   93.402118] [AzureDiskEncryption] 1804: ',
    '2026/11/24 03:04:05 [Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.4.0.12] ',
    '2026-11-24T03:04:05.123456Z INFO ',
    '[2026-11-24 03:04:05,123] [WARNING]: ',
    '\u001b[0;1;31m[AzureDiskEncryption] 7: \u001b[0m',
  ]
  it.each(bodies.flatMap(([body, kind]) => prefixes.map((prefix) => [prefix + body, kind] as const)))(
    '%j is %s',
    (line, kind) => {
      expect(matchText('log-line', line).kind).toBe(kind)
      expect(matchText('log-line', `${line}\r`).kind).toBe(kind)
    },
  )

  it('contains the step', () => {
    const line = '[AzureDiskEncryption] 1804: ======= MACHINE STATE: encrypt_block_device ======='
    expect(matchText('log-line', line).extracted.machineState).toBe('encrypt_block_device')
  })

  it('stays unknown where only the prefix is known', () => {
    expect(matchText('log-line', '[AzureDiskEncryption] 1804: something new').kind).toBe('unrecognised')
    expect(matchText('log-line', '[AzureDiskEncryption] 1804: ').kind).toBe('unrecognised')
  })
})

describe('the output of a tool', () => {
  it.each([
    ['ERROR: Please provide --aad-client-id', 'cli-need-client-id'],
    ['WARNING: Restarting the VM after the update...', 'cli-restarting'],
    ['\u001b[91mERROR: Azure Disk Encryption is not enabled\u001b[0m\n', 'cli-not-enabled'],
    ['Set-AzVMDiskEncryptionExtension : Missing extension publisher and type info', 'ps-missing-type'],
    ['Get-AzVMDiskEncryptionStatus: OS type unknown.', 'ps-os-type-unknown'],
    ['Some other words: Please provide --aad-client-id', 'unrecognised'],
  ])('%j is %s', (text, kind) => {
    expect(matchText('client-output', text).kind).toBe(kind)
  })
})

describe('an error of ARM', () => {
  it.each([
    ['(VMExtensionProvisioningTimeout) Something new', 'arm-extension-timeout'],
    ['VMExtensionHandlerNonTransientError', 'arm-handler-nontransient'],
    ['VMExtensionProvisioningError', 'arm-extension-provisioning-error'],
    ['DiskEncryptionKeySecretMissingTags', 'arm-secret-missing-tags'],
    ['DiskEncryptionKeySecretUnwrapFailed', 'arm-secret-unwrap-failed'],
    ['VMAgentStatusCommunicationError', 'arm-vmagent-status-communication'],
    ['OperationNotAllowed', 'arm-operation-not-allowed'],
  ])('%j is %s', (text, kind) => {
    expect(matchText('arm-error-message', text).kind).toBe(kind)
  })
})

describe('a status message', () => {
  it('is never recognised as another because of its prefix', () => {
    expect(kindOf({ message: '[AzureDiskEncryption] 7: Encryption succeeded for all volumes' })).toBe('unrecognised')
    expect(kindOf({ message: 'INFO: Encryption succeeded for all volumes' })).toBe('unrecognised')
  })
})

describe('the number in a text', () => {
  const percentOf = (message: string) => matchStatusMessage({ ...linux, message }).percent

  it.each([
    ['Encrypting data volume 1/3: 42%', 42],
    ['Encrypting data volume 1/3: 0%', 0],
    ['Encrypting data volume 3/3: 100%', 100],
    ['Resuming encryption after reboot: 67%', 67],
    ['Decrypting data volume 1/2: 58%', 58],
    ['Background encrypting /dev/sda2 - Progress:  37.4%, ETA 00:21', 37.4],
    ['Background encrypting /dev/sda2 - Progress:  37,4%, ETA 00:21', 37.4],
    ['Background encrypting /dev/sda2 - [2KProgress: 8.05%, ETA 01m02s', 8.05],
  ])('%j contains %d', (message, percent) => {
    expect(percentOf(message)).toBe(percent)
  })

  it.each([
    'Encrypting data volume 1/3: 142%',
    'Background encrypting /dev/sda2 - Progress: 1037%',
    'Background encrypting /dev/sda2 - Progress: -5%',
    'Encrypting 3 data volumes',
    'OS disk encryption started',
    'Something 50% done',
  ])('%j contains no plausible one', (message) => {
    expect(percentOf(message)).toBeNull()
  })
})

describe('the status-file word', () => {
  it.each([
    ['ProvisioningState/succeeded', 'Info', 'success'],
    ['provisioningstate/SUCCEEDED/14', null, 'success'],
    ['ProvisioningState/transitioning', 'Info', 'transitioning'],
    ['ProvisioningState/failed/22', 'Error', 'error'],
    ['ProvisioningState/failed', null, 'error'],
    ['ProvisioningState/succeeded', 'Error', 'error'],
    ['ComponentStatus/Microsoft.Azure.Security.AzureDiskEncryptionForLinux/failed/19', null, 'error'],
    ['ProvisioningState/updating', 'Info', null],
    ['PowerState/running', 'Info', null],
    [null, null, null],
  ])('%s at level %s is %s', (code, level, word) => {
    expect(reportedStatus({ code, level, displayStatus: null })).toBe(word)
  })

  it('comes from the display status where there is no code', () => {
    expect(reportedStatus({ code: null, level: null, displayStatus: 'Transitioning' })).toBe('transitioning')
    expect(reportedStatus({ code: null, level: null, displayStatus: 'Provisioning failed' })).toBe('error')
    expect(reportedStatus({ code: null, level: null, displayStatus: 'Ready' })).toBeNull()
  })
})
