import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const byMessage = 'Act on the progress message, not on the number.'

/** A number that the source reserves for an error but never reports. */
function unused(fault: string): Guidance {
  return {
    meaning: `A number reserved for this error: ${fault}. The Linux extension does not report it (source of \`1.4.0.12\`).`,
    next: ['If it appears, treat it as an unknown failure and read the progress message.', steps.readLog],
  }
}

/** Numbers at the end of the codes of the Linux extension. */
export const linuxCodes = {
  'linux-code-0-success': {
    meaning: 'Code 0 is used for progress as well as for success. It does not mean that a disk is encrypted.',
    next: ['Use the progress message and the detailed status.'],
  },
  'linux-code-1-e2fsck-fserrors-correctedode': {
    meaning:
      'In a status, 1 means that the protected settings could not be read. Inside the extension it is also the return code of `e2fsck` after it corrected errors.',
    next: [byMessage, steps.readLog],
  },
  'linux-code-2-luks-format-error': unused('`luksFormat` failed'),
  'linux-code-3-scsi-number-not-found': unused('a SCSI number is not known'),
  'linux-code-4-device-not-blank': unused('a device is not blank'),
  'linux-code-5-environment-error': unused('the environment does not fit'),
  'linux-code-6-luks-open-error': unused('`luksOpen` failed'),
  'linux-code-7-mkfs-error': unused('`mkfs` failed'),
  'linux-code-8-folder-conflict-error': unused('the mount folder is taken'),
  'linux-code-9-mount-error': unused('a mount failed'),
  'linux-code-10-mount-point-not-exists': unused('a mount point is missing'),
  'linux-code-11-passphrase-too-long-or-none': unused('a volume was to be opened without a key'),
  'linux-code-12-parameter-error': unused('a parameter is wrong'),
  'linux-code-13-create-encryption-secret-failed': {
    meaning:
      'Dual pass: the VM could not store its secret in Key Vault, because the Entra sign-in or the vault call failed.',
    next: [
      'Find the HTTP status of the sign-in and of the vault call in `extension.log`.',
      'Check application ID, secret or certificate, its permissions to set secrets and wrap keys, and outbound access.',
    ],
  },
  'linux-code-14-encrypttion-already-enabled': {
    meaning:
      'Dual pass: enable was sent again although a key exists; the message is `None`. The format of this code is inferred.',
    next: ['Wait for the next status and send no other request.'],
  },
  'linux-code-15-passphrase-file-not-found': {
    meaning: 'The key file is not on the key volume, so the extension could not process the volumes.',
    next: [steps.deallocateStart, steps.keepKeyVolume],
  },
  'linux-code-16-command-not-support': unused('an unknown operation'),
  'linux-code-17-volue-type-not-support': unused('an unknown volume type'),
  'linux-code-18-copy-data-error': unused('copying blocks failed'),
  'linux-code-19-encryption-failed': {
    meaning:
      'The background job reported an error. The harmless message `Restarted extension from stripped down OS` uses this code too.',
    next: [byMessage, 'With that message, leave the VM alone: the run continues.'],
  },
  'linux-code-20-tmpfs-error': unused('no file system in memory could be made'),
  'linux-code-21-backup-slice-file-error': unused('the slice saved before an interruption has the wrong size'),
  'linux-code-22-unmount-oldroot-error': {
    meaning:
      'The old root was still busy at this attempt. The extension makes up to 10 attempts, and the run continues.',
    next: [steps.hold, 'Only a message that begins with `Failed to encrypt OS volume` ends the run.'],
  },
  'linux-code-23-operation-lookback-failed': unused('the last operation could not be found'),
  'linux-code-51-os-not-supported': {
    meaning:
      'The distribution, or its Python version, is not supported. The extension stopped before it changed a disk.',
    next: [
      'Compare distribution and version in the VM with Microsoft’s supported list.',
      'Check Python in the VM: 1.x needs 2.7 or 3, the dual-pass 0.1 needs 2.',
    ],
  },
  'linux-code-52-missing-dependency': {
    meaning: 'A package could not be installed, or the key volume is missing. The message shows which.',
    next: [
      'If it names the key volume (BEK), and vault, key and secret are in order, stop (deallocate) and start the VM; otherwise check its package manager.',
      steps.requestAgain,
    ],
  },
  'linux-code-53-configuration-error': {
    meaning: 'The settings are wrong, or a check before the job failed.',
    next: [
      'Read the error in the message, often near the end of a stack trace, and correct what it names.',
      steps.requestAgain,
    ],
  },
  'linux-code-100-unknown-error': {
    meaning:
      'An unexpected error ended an enable, disable or update request. The code does not show what was done before.',
    next: [byMessage, steps.readLog],
  },
  'linux-code-transitioning': {
    meaning: 'The operation is in progress, and ARM waits for the extension. The format of this code is inferred.',
    next: [steps.hold],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
