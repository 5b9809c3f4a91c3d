import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const followLog =
  'Follow the next `MACHINE STATE` line in the serial log: nothing else shows how far offline OS encryption is.'

const internal = (meaning: string): Guidance => ({
  meaning,
  next: ['Use it only to read the log or the state files in the VM; no status shows it.'],
})
const state = (meaning: string): Guidance => ({ meaning, next: [followLog, steps.hold] })

/** Names that appear only in the log, the serial console or files inside the VM. */
export const linuxLogNames = {
  'linux-phase-encryption-phase-backup-header': internal(
    'The extension is saving the first 50 MiB of a data volume. The volume is not encrypted yet.',
  ),
  'linux-phase-encryption-phase-encrypt-device': internal(
    'The extension is writing the LUKS header of a data volume. Its data is not encrypted yet.',
  ),
  'linux-phase-encryption-phase-copy-data': internal(
    'The extension is copying a data volume in slices of 50 MiB, from end to start. It is partly encrypted.',
  ),
  'linux-phase-encryption-phase-recover-header': internal(
    'The extension is writing the saved 50 MiB back, encrypted. Then it mounts the volume again.',
  ),
  'linux-phase-encryption-phase-done': internal('One data volume is encrypted. Others may still follow.'),
  'linux-phase-decryption-phase-copy-data': internal(
    'The extension is decrypting a data volume in slices. It is partly decrypted.',
  ),
  'linux-phase-decryption-phase-done': internal('One data volume is decrypted. Others may still follow.'),
  'linux-mode-online': internal(
    'The saved job uses the online method: the VM stays usable and restarts are tolerated. It says nothing about progress.',
  ),
  'linux-mode-phase-resume': internal(
    'The saved job has set up the encryption layer and runs in the background. The data is not fully encrypted yet.',
  ),
  'linux-machine-state-uninitialized': state(
    'OS encryption is at its beginning. This run has not changed the OS disk yet.',
  ),
  'linux-machine-state-prereq': state(
    'OS encryption is checking the system and installing packages. The OS disk is not encrypted yet.',
  ),
  'linux-machine-state-selinux': state(
    'OS encryption is setting SELinux to permissive (RHEL/CentOS 6 and 7). The OS disk is not encrypted yet.',
  ),
  'linux-machine-state-stripdown': state(
    'The VM is starting a minimal copy of the system from memory. The OS disk is not encrypted yet; SSH goes off now.',
  ),
  'linux-machine-state-unmount-oldroot': state(
    'The extension is ending processes to unmount the real root. The OS disk is not encrypted yet.',
  ),
  'linux-machine-state-split-root-partition': state(
    'The extension is shrinking the root partition to make space for a boot partition (Ubuntu, CentOS 6). From now on, an interruption can destroy the OS disk.',
  ),
  'linux-machine-state-encrypt-block-device': state(
    'The extension is copying the OS disk through the encryption layer, for hours. It is partly encrypted, and an interruption can destroy it.',
  ),
  'linux-machine-state-patch-boot-system': state(
    'The extension is adapting the boot files to the encrypted root, then restarts the VM. Until then the OS disk does not count as encrypted.',
  ),
  'linux-machine-state-resume-encryption': {
    meaning: 'The OS disk is being encrypted in the background (online method). Part of it is not encrypted yet.',
    next: [steps.usableMeanwhile, 'Follow the percentage in the progress message.'],
  },
  'linux-machine-state-completed': {
    meaning:
      'All steps of OS encryption are complete. If the disk was encrypted from memory, the VM restarts next. This is no proof until the VM is back and has reported.',
    next: ['Wait for `Encryption succeeded for OS volume` or `Encryption succeeded for all volumes`, then check `os`.'],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
