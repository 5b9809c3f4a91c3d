import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const startFirst = 'Start the VM and wait until its agent is ready, then repeat the operation.'
const whichExtension = 'See in the text which extension is meant; it need not be ADE.'

/** Errors with which ARM refuses or ends an operation on a VM or an extension. */
export const platformRefusals = {
  'arm-vmagent-status-communication': {
    meaning: 'Azure waited in vain for the VM agent. Nothing follows from this for the disks.',
    next: [
      'During Linux OS encryption only wait and read the serial log: silence for minutes is normal (inferred).',
      'Otherwise see in boot diagnostics whether the VM is up, then whether its agent runs and is current.',
      'Check that the VM reaches `168.63.129.16` and Azure storage.',
    ],
  },
  'arm-extension-provisioning-error': {
    meaning:
      'A wrapper: ARM passes on what an extension reported as its error. The cause is the text behind `Error message`.',
    next: [whichExtension, 'Look up the quoted text.'],
  },
  'arm-multiple-extensions-failed': {
    meaning: 'Several extensions failed. Whether ADE is one of them does not follow.',
    next: [
      'Open the status of each extension in the instance view.',
      'Look for a cause they share first: VM agent or network.',
    ],
  },
  'arm-extension-timeout': {
    meaning: 'ARM gave up waiting, by default after 90 minutes. The work in the VM can be running all the same.',
    next: [
      whichExtension,
      'Do not repeat the request yet: read its progress message and the serial log, and wait while anything moves.',
      steps.readLog,
    ],
  },
  'arm-handler-nontransient': {
    meaning:
      'A command of the extension (install, enable or update) failed before there was a status. Volumes that are encrypted stay so.',
    next: [
      'Read the exit code: `51` points to distribution or Python, `126` to a package that cannot run here.',
      'Check that the type of the extension fits the operating system.',
      steps.keepExtension,
    ],
  },
  'arm-handler-wrong-os': {
    meaning: 'This is the extension for Windows, and the VM runs Linux. It did nothing to the disks.',
    next: ['Correct the type to `AzureDiskEncryptionForLinux`.', 'Delete the wrong extension, then enable again.'],
  },
  'arm-handler-exit-51': {
    meaning:
      'The Linux extension stopped at once with 51: the distribution is none it knows, or Python is missing. It did nothing to the disks.',
    next: [
      'Compare distribution and version with the ones that Microsoft lists for ADE.',
      'See in the VM whether Python is installed.',
      'Otherwise use a supported image, or encryption at host.',
    ],
  },
  'arm-handler-enable-timeout': {
    meaning: 'The agent broke enable off after 300 seconds. How far it got does not follow.',
    next: [
      steps.readLog,
      'See what hangs in the VM: a mount, `lsblk`, or the metadata service `169.254.169.254`.',
      steps.requestAgain,
    ],
  },
  'arm-extension-management-internal': {
    meaning: 'Azure had a fault of its own while it handled an extension. Nothing follows from this for the disks.',
    next: ['Repeat the operation after some minutes.', 'If it comes back, open a support request with code and time.'],
  },
  'arm-artifact-not-found': {
    meaning: 'The region does not offer an extension with this publisher, type or version. Nothing was installed.',
    next: [
      'Use `Microsoft.Azure.Security` with `AzureDiskEncryptionForLinux` 1.1 or, on Windows, `AzureDiskEncryption` 2.2.',
      'Replace the former publisher `Microsoft.OSTCExtensions` in templates.',
    ],
  },
  'arm-vm-not-running': {
    meaning: 'The VM is stopped, and extensions can be changed on a running VM alone. The disks keep their state.',
    next: [startFirst],
  },
  'arm-vm-must-run': {
    meaning: 'The operation was refused since the VM is not running. The disks keep their state.',
    next: [startFirst],
  },
  'arm-encryptionsettings-allocated': {
    meaning: 'Dual pass: the change of the key settings was refused, as the VM is not deallocated.',
    next: [
      'Make sure that no volume is being encrypted or decrypted right now.',
      'Stop (deallocate) the VM, make the change, start it.',
      'Better migrate to single pass, which leaves the VM model alone.',
    ],
  },
  'arm-extension-failed-state': {
    meaning: 'A failed extension stands in the way of the operation. It tells nothing new about the disks.',
    next: [whichExtension, 'Mend that extension first. If it is ADE, look up its own message.', steps.keepExtension],
  },
  'arm-another-operation': {
    meaning: 'Azure is still busy with another change of this VM. This is no fault of the encryption.',
    next: [
      'See in the activity log what is running, and wait for its end.',
      'Send changes and extensions one after the other.',
    ],
  },
  'arm-extension-marked-deletion': {
    meaning: 'The extension is being deleted, so nothing else can be done with it. Encrypted volumes stay encrypted.',
    next: [
      'Wait for the deletion, or repeat the deletion if it is stuck.',
      'If a volume is encrypted, send enable afterwards, so that the extension is there again.',
    ],
  },
  'arm-multiple-per-handler': {
    meaning: 'The VM has this extension already, under another name. The second one was refused.',
    next: ['Find the name with `az vm extension list` and use it in the template.'],
  },
  'arm-cross-subscription-move': {
    meaning: 'The move to another subscription was refused: the VM refers to a vault. Nothing has moved.',
    next: [
      'Windows, or Linux with a plain OS disk: decrypt first, wait for the end of it, then move.',
      'With an encrypted Linux OS disk build a new VM there.',
    ],
  },
  'arm-vm-start-timeout': {
    meaning:
      'The VM did not come up in the time Azure allows, but may still do so. An encrypted VM can be waiting for its key.',
    next: [
      'Look at the power state again after some minutes.',
      'Search boot diagnostics for a passphrase prompt, an emergency shell or a BitLocker screen.',
      steps.deallocateStart,
    ],
  },
  'arm-model-encryptionsettings-unsupported': {
    meaning: 'The VM works in single pass, and the template puts dual-pass settings into its model. It was refused.',
    next: [
      'Take `encryptionSettings` out of the VM model in the template.',
      'Name vault and key in the settings of the extension.',
    ],
  },
  'arm-disk-with-settings-as-data': {
    meaning:
      'The disk carries ADE key settings, and Azure does not attach such a disk to an existing VM. It is unchanged.',
    next: [
      'For a repair attach a copy of it while you create the repair VM, or use `az vm repair`.',
      'Clear the settings on a copy alone, never on the only disk.',
    ],
  },
  'arm-ade-version-unsupported': {
    meaning:
      'The subscription does not know the single pass yet: the request was refused and changed nothing. Only old subscriptions are concerned.',
    next: [
      'Register the feature `UnifiedDiskEncryptionForVMs` of `Microsoft.Compute`, and then the provider again.',
      'When the feature is `Registered`, send the request again.',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
