import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** A request that stopped for want of a key, a key volume, a vault or for an unforeseen error. */
export const linuxKeys = {
  'linux-enable-failed': {
    meaning:
      'The request (code 100) or the background job (code 19) stopped with an error. How far the disks came is told by the detailed status alone.',
    next: [
      'Read the reason between `with error:` and `stack trace:`, then `extension.log`.',
      'If OS encryption had begun, restore the snapshot or backup instead of mending that disk.',
      steps.enableAgain,
    ],
  },
  'linux-enable-unexpected': {
    meaning:
      'The request ended in an unforeseen error, shown as the stack trace of Python. What became of the disks is not said.',
    next: ['The error is named in the final line of the trace.', steps.readLog, steps.enableAgain],
  },
  'linux-key-file-missing': {
    meaning:
      'The VM was encrypted or set up before, but its key file cannot be read now. This request encrypted nothing.',
    next: [
      steps.deallocateStart,
      steps.keepKeyVolume,
      'If the VM was made from an image of an encrypted VM, make it anew from a plain image: the former is not supported.',
    ],
  },
  'linux-passphrase-missing': {
    meaning:
      'The background job found no passphrase on the key volume and stopped. Volumes encrypted earlier stay encrypted.',
    next: [steps.deallocateStart, steps.enableAgain, steps.readLog],
  },
  'linux-config-missing': {
    meaning: 'The background job found no saved settings and stopped. It encrypted nothing.',
    next: ['Check free space and permissions of `/var/lib/azure_disk_encryption_config` in the VM.', steps.enableAgain],
  },
  'linux-bek-not-attached': {
    meaning:
      'The disk that holds the encryption key does not show up in the VM. The request stopped before it touched a disk.',
    next: [
      steps.deallocateStart,
      'Look with `lsblk` for a small disk labelled `BEK VOLUME`; hardening that blocks vfat can hide it.',
      steps.requestAgain,
    ],
  },
  'linux-bek-no-partition': {
    meaning:
      'The disk that holds the encryption key shows up without a partition. The request stopped before it touched a disk.',
    next: [steps.deallocateStart, steps.keepKeyVolume, steps.requestAgain],
  },
  'linux-bek-no-vfat': {
    meaning:
      'The disk that holds the encryption key is not formatted as vfat. The request stopped before it touched a disk; 1.4.0.12 should never say this (inferred).',
    next: [
      steps.deallocateStart,
      'See with `grep vfat /proc/filesystems` whether the kernel has vfat, and remove hardening that blocks it.',
      steps.requestAgain,
    ],
  },
  'linux-bek-not-mounted': {
    meaning:
      'The disk that holds the encryption key could not be mounted. The request stopped before it touched a disk; 1.4.0.12 should never say this (inferred).',
    next: [
      steps.deallocateStart,
      'See with `grep vfat /proc/filesystems` whether the kernel has vfat, and remove hardening that blocks it.',
      steps.requestAgain,
    ],
  },
  'linux-bek-missing-old-wording': {
    meaning:
      'Versions from 1.2.0.90 up to 1.2.0.97 say so when the key volume cannot be used. The request touched no disk.',
    next: [steps.deallocateStart, steps.requestAgain],
  },
  'linux-bek-not-found-old': {
    meaning:
      'There was no key volume on which to put the passphrase, in the words of versions around 1.1.0.17. This request encrypted nothing.',
    next: [steps.deallocateStart, steps.requestAgain],
  },
  'linux-host-rejected-settings': {
    meaning:
      'The platform refused, after three tries, to store the key or to stamp the disks. This step encrypted no block. `Unknown` stands for a refusal without a reason.',
    next: [steps.checkVault, steps.checkVaultAccess, steps.enableAgain],
  },
  'linux-host-keyvault-set-secret': {
    meaning: 'Storing the secret in the vault failed on the side of the platform. This step encrypted no block.',
    next: [
      steps.checkVault,
      steps.checkVaultAccess,
      'The vault diagnostic log shows the refused SecretSet call. Then snapshot and enable with a new `SequenceVersion`.',
    ],
  },
  'linux-host-no-answer': {
    meaning: 'The platform did not answer when the key was handed over. This step encrypted no block.',
    next: [
      'Let the VM reach `168.63.129.16` on ports 80 and 32526, past proxy and guest firewall; then restart the VM agent.',
      steps.enableAgain,
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
