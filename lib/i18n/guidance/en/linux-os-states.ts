import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** Failed OS encryption by the step (machine state) in which it stopped: that step decides whether the disk was changed. */
export const linuxOsStates = {
  'linux-os-failed': {
    meaning:
      'OS encryption stopped. The machine state at the end of the message, or the step in its stack trace, shows whether the OS disk was changed; in a shortened text either can be missing.',
    next: [
      steps.judgeByState,
      'If that step is `unmount_oldroot` or earlier, this run has not written to the OS disk; a restart may start the next attempt (both inferred).',
      steps.serialLog,
    ],
  },
  'linux-os-failed-at-uninitialized': {
    meaning: 'OS encryption failed before its first step. The OS disk is unchanged (inferred).',
    next: [
      'Check in the VM that basic tools such as `mount` work and that `/` is on a regular disk.',
      steps.enableAgain,
      steps.readLog,
    ],
  },
  'linux-os-failed-at-prereq': {
    meaning:
      'OS encryption failed while it checked the distribution, installed packages or prepared the agent. This run wrote nothing to the OS disk (inferred).',
    next: [steps.tryPackageManager, steps.providePackages, steps.enableAgain],
  },
  'linux-os-failed-at-selinux': {
    meaning:
      'OS encryption failed while it set SELinux to permissive. This run wrote nothing to the OS disk (inferred).',
    next: ['Disable SELinux in the VM and restart it once.', steps.enableAgain, steps.readLog],
  },
  'linux-os-failed-at-stripdown': {
    meaning:
      'OS encryption failed while it built the minimal system in memory and switched to it. This run wrote nothing to the OS disk (inferred).',
    next: [
      steps.restartToLeaveMemory,
      'Resize the VM to more memory for the run, free space on the root file system and stop unneeded services.',
      'If the next attempt does not start automatically after the restart (inferred), snapshot and enable again.',
    ],
  },
  'linux-os-failed-at-unmount-oldroot': {
    meaning:
      'OS encryption failed while it unmounted the old root: something kept it in use. This run wrote nothing to the OS disk (inferred).',
    next: [steps.restartToLeaveMemory, steps.suspectSoftware, steps.retryMayStartItself],
  },
  'linux-os-failed-at-split-root-partition': {
    meaning:
      'OS encryption failed while it shrank the root partition for a separate boot partition. The OS disk may already be changed, but is not encrypted.',
    next: [
      steps.restore,
      'Before the next run, free space on the root file system and check it for errors.',
      steps.stockLayout,
    ],
  },
  'linux-os-failed-at-encrypt-block-device': {
    meaning:
      'OS encryption failed while it wrote the LUKS header or copied the OS disk. The disk may be partly overwritten: neither unencrypted nor encrypted.',
    next: [
      'Do not rely on a restart: this copy does not resume, and the VM may not boot.',
      steps.restore,
      steps.serialLog,
    ],
  },
  'linux-os-failed-at-patch-boot-system': {
    meaning:
      'OS encryption failed while it wrote the boot files for the encrypted root. Offline, the VM may not boot; online, the root may have an incomplete encryption layer.',
    next: [steps.checkBootFirst, steps.restore, steps.serialLog],
  },
  'linux-os-failed-at-resume-encryption': {
    meaning:
      'Background encryption of the OS disk (online method) was interrupted. Part of the disk is not encrypted; the VM normally runs and boots.',
    next: ['Send enable with a new `SequenceVersion`: encryption resumes where it stopped.', steps.readLog],
  },
  'linux-os-failed-at-completed': {
    meaning:
      'The extension reports a failure although it reached the last step. This does not show whether the OS disk is encrypted.',
    next: [
      'Compare `os` in the detailed status with the stamp on the OS disk; do not restart the VM before you have done so.',
      steps.readLog,
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
