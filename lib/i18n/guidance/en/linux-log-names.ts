import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const followLog =
  'Follow the next `MACHINE STATE` line in the serial log: nothing else shows how far offline OS encryption is.'

const internal = (meaning: string): Guidance => ({
  meaning,
  next: ['Use it only for reading the log or the state files in the VM; no status ever shows it.'],
})
const state = (meaning: string): Guidance => ({ meaning, next: [followLog, steps.hold] })

/** Names that appear only in the log, the serial console or files inside the VM. */
export const linuxLogNames = {
  'linux-phase-encryption-phase-backup-header': internal(
    'The first 50 MiB of a data volume are being saved. The volume is not encrypted yet.',
  ),
  'linux-phase-encryption-phase-encrypt-device': internal(
    'The LUKS header of a data volume is being written. Its data is not encrypted yet.',
  ),
  'linux-phase-encryption-phase-copy-data': internal(
    'A data volume is being copied in slices of 50 MiB, from its end to its beginning. It is partly encrypted.',
  ),
  'linux-phase-encryption-phase-recover-header': internal(
    'The saved 50 MiB are being written back, encrypted. Then the volume is mounted again.',
  ),
  'linux-phase-encryption-phase-done': internal('One data volume has been encrypted. Others may still follow.'),
  'linux-phase-decryption-phase-copy-data': internal('A data volume is being decrypted in slices. It is partly plain.'),
  'linux-phase-decryption-phase-done': internal('One data volume has been decrypted. Others may still follow.'),
  'linux-mode-online': internal(
    'The saved job uses the online method: the VM stays usable and restarts are tolerated. It says nothing about progress.',
  ),
  'linux-mode-phase-resume': internal(
    'The saved job has set up the encryption layer and works in the background. The data is not fully encrypted yet.',
  ),
  'linux-machine-state-uninitialized': state('OS encryption has not taken its first step. The OS disk is plain.'),
  'linux-machine-state-prereq': state(
    'OS encryption is checking the system and installing packages. The OS disk is still plain.',
  ),
  'linux-machine-state-selinux': state(
    'OS encryption is setting SELinux to permissive (RHEL/CentOS 6 and 7). The OS disk is still plain.',
  ),
  'linux-machine-state-stripdown': state(
    'A small copy of the system is being started from memory. The OS disk is still plain; SSH goes off now.',
  ),
  'linux-machine-state-unmount-oldroot': state(
    'Processes are being ended so that the real root can be released. The OS disk is still plain.',
  ),
  'linux-machine-state-split-root-partition': state(
    'The root partition is being shrunk to make room for a boot partition (Ubuntu, CentOS 6). From here on an interruption can cost the OS disk.',
  ),
  'linux-machine-state-encrypt-block-device': state(
    'The OS disk is being copied through the encryption layer, for hours. It is partly encrypted, and an interruption can cost it.',
  ),
  'linux-machine-state-patch-boot-system': state(
    'The boot files are being adapted to the encrypted root; a restart by the extension follows. Before that the OS disk does not count as encrypted.',
  ),
  'linux-machine-state-resume-encryption': {
    meaning: 'The OS disk is being encrypted in the background (online method). Part of it is still plain.',
    next: [steps.usableMeanwhile, 'Follow the percentage in the progress message.'],
  },
  'linux-machine-state-completed': {
    meaning:
      'All steps of OS encryption were taken; offline, the restart follows. It is no proof before the VM has come back and reported.',
    next: ['Wait for `Encryption succeeded for OS volume` or `Encryption succeeded for all volumes`, then check `os`.'],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
