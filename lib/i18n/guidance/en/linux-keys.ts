import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** Requests that stopped because a key, key volume or vault was missing, or on an unexpected error. */
export const linuxKeys = {
  'linux-entra-sign-in-failed': {
    meaning:
      'Entra refused the sign-in of the application that dual pass uses. The `AADSTS` number names the reason, often a wrong or expired secret.',
    next: [
      'Look up the `AADSTS` number, and give the application a valid secret or certificate.',
      'Send enable with it only after a check that nothing is being encrypted, or migrate to single pass.',
    ],
  },
  'linux-enable-failed': {
    meaning:
      'The request (code 100) or the background job (code 19) stopped with an error. Only the detailed status shows the state of the disks.',
    next: [
      'Read the cause between `with error:` and `stack trace:`, then `extension.log`.',
      'If OS encryption had started, restore the snapshot or backup instead of repairing that disk.',
      steps.enableAgain,
    ],
  },
  'linux-enable-unexpected': {
    meaning:
      'The request ended with an unexpected error, shown as a Python stack trace. This says nothing about the disks.',
    next: ['The last line of the trace names the error.', steps.readLog, steps.enableAgain],
  },
  'linux-key-file-missing': {
    meaning:
      'The VM was encrypted or set up before, but the extension could not read its key file at that moment. This line alone does not show whether a run is in progress.',
    next: [
      'Read the lines above: packages that were not installed (a lock) cause this too. A VM made from an encrypted VM’s image must be recreated.',
      steps.deallocateStart,
      steps.keepKeyVolume,
    ],
  },
  'linux-passphrase-missing': {
    meaning:
      'The background job could not read a passphrase from the key volume and stopped. It changed nothing on volumes encrypted earlier.',
    next: [steps.deallocateStart, steps.enableAgain, steps.readLog],
  },
  'linux-config-missing': {
    meaning: 'The background job found no saved settings and stopped. It encrypted nothing.',
    next: ['Check free space and permissions of `/var/lib/azure_disk_encryption_config` in the VM.', steps.enableAgain],
  },
  'linux-bek-not-attached': {
    meaning: 'The disk with the encryption key is not visible in the VM. The request stopped before it changed a disk.',
    next: [
      steps.deallocateStart,
      'Use `lsblk` to look for a small disk labelled `BEK VOLUME`; hardening that blocks vfat can hide it.',
      steps.requestAgain,
    ],
  },
  'linux-bek-no-partition': {
    meaning: 'The disk with the encryption key has no partition. The request stopped before it changed a disk.',
    next: [steps.deallocateStart, steps.keepKeyVolume, steps.requestAgain],
  },
  'linux-bek-no-vfat': {
    meaning:
      'The disk with the encryption key is not formatted as vfat. The request stopped before it changed a disk; 1.4.0.12 should never report this (inferred).',
    next: [
      steps.deallocateStart,
      'Check with `grep vfat /proc/filesystems` that the kernel supports vfat, and remove hardening that blocks it.',
      steps.requestAgain,
    ],
  },
  'linux-bek-not-mounted': {
    meaning:
      'The disk with the encryption key could not be mounted. The request stopped before it changed a disk; 1.4.0.12 should never report this (inferred).',
    next: [
      steps.deallocateStart,
      'Check with `grep vfat /proc/filesystems` that the kernel supports vfat, and remove hardening that blocks it.',
      steps.requestAgain,
    ],
  },
  'linux-bek-missing-old-wording': {
    meaning:
      'Versions from 1.2.0.90 up to 1.2.0.97 report this when the key volume cannot be used. The request changed no disk.',
    next: [steps.deallocateStart, steps.requestAgain],
  },
  'linux-bek-not-found-old': {
    meaning:
      'There was no key volume for the passphrase (message of versions around 1.1.0.17). This request encrypted nothing.',
    next: [steps.deallocateStart, steps.requestAgain],
  },
  'linux-host-rejected-settings': {
    meaning:
      'The platform refused to store the key or to stamp the disks. This step encrypted no block. `Unknown` means a refusal without a reason.',
    next: [steps.checkVault, steps.checkVaultAccess, steps.enableAgain],
  },
  'linux-host-keyvault-set-secret': {
    meaning: 'The platform failed to store the secret in the vault. This step encrypted no block.',
    next: [
      steps.checkVault,
      steps.checkVaultAccess,
      'The vault diagnostic log shows the refused SecretSet call. Then snapshot and enable with a new `SequenceVersion`.',
    ],
  },
  'linux-host-kek-wrap-failed': {
    meaning: 'The platform could not wrap the secret with the KEK. This step encrypted no block.',
    next: [
      'Check the KEK version: it must exist, be enabled and not expired, and be an RSA key with wrap among its operations.',
      steps.checkVaultAccess,
      steps.enableAgain,
    ],
  },
  'linux-host-no-answer': {
    meaning: 'The platform did not respond when the VM sent the key. This step encrypted no block.',
    next: [
      'Allow the VM to reach `168.63.129.16` on ports 80 and 32526, bypassing proxy and guest firewall; then restart the VM agent.',
      steps.enableAgain,
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
