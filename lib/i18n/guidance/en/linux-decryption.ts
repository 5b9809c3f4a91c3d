import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** Disabling encryption of data volumes. */
export const linuxDecryption = {
  'linux-settings-cleared': {
    meaning:
      'The platform removed the key settings from the disks, and decryption is about to start. A clear-text key is already on the volumes, so their data no longer counts as protected.',
    next: [steps.keepRunning, 'Remove the extension only after that message.'],
  },
  'linux-decryption-started': {
    meaning: 'Decryption is scheduled. The data volumes still have to be rewritten.',
    next: [steps.keepRunning],
  },
  'linux-decrypting-count': {
    meaning: 'Number of data volumes being decrypted in place. Their data no longer counts as protected.',
    next: [steps.keepRunning, 'Do not send another request in the meantime.'],
  },
  'linux-decrypting-percent': {
    meaning: 'Decryption progress of one data volume. Other volumes may still follow.',
    next: [steps.keepRunning],
  },
  'linux-decryption-succeeded': {
    meaning:
      'The extension reports that all data volumes that were encrypted are decrypted. A mapping that is still open in the VM contradicts it.',
    next: [
      'Check with `lsblk` that no mapping is open. Then, not earlier, you can remove the extension.',
      'Keep key and secret as long as backups or snapshots of the encrypted state exist.',
    ],
  },
  'linux-decryption-completed': {
    meaning:
      'Response to a repeated disable request. It proves nothing, because the extension did not check the real state.',
    next: [
      'Check `data` in the detailed status: `DecryptionInProgress` means that decryption is still running.',
      'Remove the extension only when `data` shows `NotEncrypted` while all data disks are mounted.',
    ],
  },
  'linux-disable-failed': {
    meaning:
      'Disabling encryption, or the decryption itself, ended with an error. Some volumes may be decrypted and others still encrypted.',
    next: [
      steps.keepExtension,
      'Read the cause between `with error:` and `stack trace:`, then `extension.log`.',
      'Remove the cause and send disable again.',
    ],
  },
  'linux-disable-os-encrypted': {
    meaning:
      'Disable was refused, and no volume was decrypted. On Linux, neither an encrypted OS disk nor the data disks of that VM can be decrypted.',
    next: [
      'Do not retry, and keep the extension, key and secret.',
      'To leave ADE, copy the data to a new VM that is protected by encryption at host.',
      'If the OS disk was never encrypted, check with `lsblk`: a root on LVM can be misreported as encrypted (inferred).',
    ],
  },
  'linux-disable-luksadd-failed': {
    meaning: 'The clear-text key that decryption needs could not be added to a volume, so decryption did not start.',
    next: [
      'Check in the VM that `/mnt/azure_bek_disk/LinuxPassPhraseFileName` exists and unlocks the device.',
      'Check with `cryptsetup luksDump` that the device has a free key slot.',
      'Then send disable again. Keep the extension until it has succeeded.',
    ],
  },
  'linux-decryption-failed-item': {
    meaning:
      'Decryption of one volume failed. The message describes that volume, not the cause. It may be partly rewritten.',
    next: [
      'Keep the VM and the extension, and snapshot the disk in the message.',
      steps.readLog,
      'Remove the cause and send disable again.',
    ],
  },
  'linux-disable-command-unsupported': {
    meaning: 'The saved decryption job names an operation that the extension does not support, so decryption stopped.',
    next: [steps.readLog, 'Send disable again. Keep the extension until it has succeeded.'],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
