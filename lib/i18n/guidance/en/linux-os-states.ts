import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** Failed OS encryption by the step (machine state) in which it stopped: that step decides whether the disk was changed. */
export const linuxOsStates = {
  'linux-os-failed': {
    meaning:
      'OS encryption stopped. The last words, the machine state, name the step it had reached; that decides whether the OS disk was changed.',
    next: [
      'Up to `unmount_oldroot` the OS disk is still plain, and a restart may begin the next try by itself (both inferred).',
      steps.judgeByState,
      steps.serialLog,
    ],
  },
  'linux-os-failed-at-uninitialized': {
    meaning: 'OS encryption failed before its first step. The OS disk is unchanged (inferred).',
    next: [
      'Check in the VM that basic tools such as `mount` work and that `/` is on an ordinary disk.',
      steps.enableAgain,
      steps.readLog,
    ],
  },
  'linux-os-failed-at-prereq': {
    meaning:
      'OS encryption failed while it checked the distribution, installed packages or prepared the agent. The OS disk is still plain (inferred).',
    next: [steps.tryPackageManager, steps.providePackages, steps.enableAgain],
  },
  'linux-os-failed-at-selinux': {
    meaning: 'OS encryption failed while it set SELinux to permissive. The OS disk is still plain (inferred).',
    next: ['Disable SELinux in the VM and restart it once.', steps.enableAgain, steps.readLog],
  },
  'linux-os-failed-at-stripdown': {
    meaning:
      'OS encryption failed while it built a small system in memory and moved to it. The OS disk is still plain (inferred).',
    next: [
      steps.restartToLeaveMemory,
      'Give the VM more memory for the run, free space on the root file system and stop extra services.',
      'If the next try does not begin by itself after the restart (inferred), snapshot and enable again.',
    ],
  },
  'linux-os-failed-at-unmount-oldroot': {
    meaning:
      'OS encryption failed while it released the old root: something kept it in use. The OS disk is still plain (inferred).',
    next: [steps.restartToLeaveMemory, steps.suspectSoftware, steps.retryMayStartItself],
  },
  'linux-os-failed-at-split-root-partition': {
    meaning:
      'OS encryption failed while it shrank the root partition for a separate boot partition. The OS disk may already be changed, but is not encrypted.',
    next: [
      steps.restore,
      'Before the next run free space on the root file system and have it checked.',
      steps.stockLayout,
    ],
  },
  'linux-os-failed-at-encrypt-block-device': {
    meaning:
      'OS encryption failed while it wrote the LUKS header or copied the OS disk. The disk may be partly overwritten: neither plain nor encrypted.',
    next: [
      'Do not count on a restart: this copy does not resume, and the VM may not boot.',
      steps.restore,
      steps.serialLog,
    ],
  },
  'linux-os-failed-at-patch-boot-system': {
    meaning:
      'OS encryption failed while it wrote the boot files for the encrypted root. Offline, the VM may not boot; online, the root may carry an unfinished encryption layer.',
    next: [steps.checkBootFirst, steps.restore, steps.serialLog],
  },
  'linux-os-failed-at-resume-encryption': {
    meaning:
      'Background encryption of the OS disk (online method) broke off. Part of the disk is still plain; the VM normally runs and boots.',
    next: ['Send enable with a new `SequenceVersion`: the work goes on from where it stopped.', steps.readLog],
  },
  'linux-os-failed-at-completed': {
    meaning:
      'A failure is reported although the last step was reached. Whether the OS disk is encrypted cannot be concluded from this.',
    next: [
      'Compare `os` in the detailed status with the stamp on the OS disk; do not restart the VM before that.',
      steps.readLog,
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
