import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** Disabling encryption of data volumes. */
export const linuxDecryption = {
  'linux-settings-cleared': {
    meaning:
      'The platform took the key settings off the disks and decryption is about to begin. A clear-text key is already on the volumes, so their data no longer counts as protected.',
    next: [steps.keepRunning, 'Remove the extension only after that text.'],
  },
  'linux-decryption-started': {
    meaning: 'Decryption was scheduled. The data volumes still have to be rewritten.',
    next: [steps.keepRunning],
  },
  'linux-decrypting-count': {
    meaning: 'This many data volumes are being decrypted in place. Their data no longer counts as protected.',
    next: [steps.keepRunning, 'Send no further request meanwhile.'],
  },
  'linux-decrypting-percent': {
    meaning: 'How far the decryption of one data volume has come. Other volumes may still follow.',
    next: [steps.keepRunning],
  },
  'linux-decryption-succeeded': {
    meaning: 'All data volumes that were encrypted are plain again. ADE protects nothing on them any more.',
    next: [
      'Now, not earlier, the extension may be removed.',
      'Keep key and secret for as long as backups or snapshots of the encrypted state exist.',
    ],
  },
  'linux-decryption-completed': {
    meaning: 'The answer to a repeated disable request. It proves nothing, because the real state was not looked at.',
    next: [
      'Look at `data` in the detailed status: `DecryptionInProgress` means that the work goes on.',
      'Remove the extension only when `data` reads `NotEncrypted` while all data disks are mounted.',
    ],
  },
  'linux-disable-failed': {
    meaning:
      'Disabling, or the decryption itself, ended with an error. Some volumes may be plain and others still encrypted.',
    next: [
      steps.keepExtension,
      'Read the reason between `with error:` and `stack trace:`, then `extension.log`.',
      'Remove the cause and send disable again.',
    ],
  },
  'linux-disable-os-encrypted': {
    meaning:
      'Disable was refused and nothing was decrypted. Linux has no way back for an encrypted OS disk, nor for the data disks beside it.',
    next: [
      'Do not try again, and keep the extension, key and secret.',
      'The way out of ADE is a new VM, protected by encryption at host, to which the data is copied.',
      'If the OS disk was never encrypted, check with `lsblk`: a root on LVM can be misread as encrypted (inferred).',
    ],
  },
  'linux-disable-luksadd-failed': {
    meaning: 'The clear-text key that decryption needs could not be added to a volume, so decryption did not begin.',
    next: [
      'Check in the VM that `/mnt/azure_bek_disk/LinuxPassPhraseFileName` exists and opens the device.',
      'Check with `cryptsetup luksDump` that the device has a free key slot.',
      'Then send disable again. Keep the extension until it has succeeded.',
    ],
  },
  'linux-decryption-failed-item': {
    meaning:
      'Decryption of one volume failed. The text describes that volume, not the reason. It may be partly rewritten.',
    next: [
      'Keep the VM and the extension, and snapshot the disk named in the text.',
      steps.readLog,
      'Remove the cause and send disable again.',
    ],
  },
  'linux-disable-command-unsupported': {
    meaning: 'The saved decryption job names an operation the extension does not know, so the decryption stopped.',
    next: [steps.readLog, 'Send disable again. Keep the extension until it has succeeded.'],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
