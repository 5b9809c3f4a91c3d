import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** Failed OS encryption by the reason in the text. */
export const linuxOsFailures = {
  'linux-os-unmount-exhausted': {
    meaning:
      'All ten attempts to unmount the old root failed, and OS encryption stopped. This run wrote nothing to the OS disk (inferred).',
    next: [
      'Restart the VM; if it stays down, restore the snapshot or backup.',
      steps.suspectSoftware,
      steps.retryMayStartItself,
    ],
  },
  'linux-os-target-busy': {
    meaning:
      'The old root could not be unmounted because it is in use. This run wrote nothing to the OS disk (inferred).',
    next: [steps.restartToLeaveMemory, steps.suspectSoftware, steps.retryMayStartItself],
  },
  'linux-os-no-space': {
    meaning:
      'The file system in memory or the boot partition was full (inferred from the error text). The OS disk is not completely encrypted; the machine state shows whether it was changed.',
    next: [
      steps.judgeByState,
      'For the next run, choose a VM size with memory of at least twice the used space of the root file system.',
      'Remove old kernels from `/boot`: the LUKS header alone takes 32 MiB there.',
    ],
  },
  'linux-os-not-completed': {
    meaning:
      'A step ended without success, and no other error is given. The machine state at the end of the message names the step.',
    next: [
      steps.judgeByState,
      'Only with `resume_encryption`, where the VM normally still runs: send enable again, and background encryption resumes.',
      steps.readLog,
    ],
  },
  'linux-os-rootfs-not-found': {
    meaning: 'The extension could not find the device that contains `/`, so OS encryption stopped.',
    next: [
      steps.judgeByState,
      'Check in the VM that the Azure udev rules (`66-azure-storage.rules`) exist; restore them and restart once.',
      steps.stockLayout,
    ],
  },
  'linux-os-device-did-not-appear': {
    meaning:
      'The root device did not reappear after ten attempts, and OS encryption stopped before the copy. This run wrote nothing to the OS disk (inferred).',
    next: [steps.restartToLeaveMemory, 'If it does not boot, restore the snapshot or backup.', steps.enableAgain],
  },
  'linux-os-resize2fs-failed': {
    meaning:
      'The root file system could not be shrunk enough for a separate boot partition. The OS disk may already be changed, but is not encrypted.',
    next: [steps.restore, 'Before the next run, free space on the root file system and check it for errors.'],
  },
  'linux-os-not-ext4': {
    meaning: 'The root file system is not ext4, which this procedure requires. The OS disk is not encrypted.',
    next: [steps.restore, steps.stockLayout],
  },
  'linux-os-partition-missing': {
    meaning:
      'The step that splits the root partition did not find it in the partition table. The OS disk is not encrypted; the step may have changed it (inferred).',
    next: [steps.restore, steps.stockLayout],
  },
  'linux-os-dumpe2fs-parse': {
    meaning:
      'The extension could not read the size of the root file system, so it did not split it. The OS disk is not encrypted.',
    next: [steps.restore, 'Before the next run, check the root file system for errors.'],
  },
  'linux-os-root-uuid-missing': {
    meaning:
      'The root partition’s identifier was not found, so the boot files are incomplete. The OS disk does not count as encrypted.',
    next: [steps.checkBootFirst, steps.restore, steps.stockLayout],
  },
  'linux-os-script-missing': {
    meaning:
      'A file of the extension is missing: its installation is damaged. The OS disk does not count as encrypted.',
    next: [
      steps.judgeByState,
      'Do not replace files of the extension manually; it is installed again on the restored VM.',
      steps.enableAgain,
    ],
  },
  'linux-os-initramfs-failed': {
    meaning:
      'The initramfs for the encrypted root could not be built (Ubuntu 14.04). The OS disk was already copied, and the VM may not boot.',
    next: [steps.restore, 'Before the next run, free space on `/boot`; better, replace Ubuntu 14.04.'],
  },
  'linux-os-udevadm-parse': {
    meaning:
      'The extension could not determine the root partition, so the boot files are incomplete and the VM may not boot.',
    next: [steps.restore, steps.stockLayout],
  },
  'linux-os-cryptsetup-device': {
    meaning:
      'The device below the encrypted root was not found, so the boot files are incomplete and the VM may not boot.',
    next: [steps.restore, steps.serialLog],
  },
  'linux-os-wrong-machine': {
    meaning:
      'The extension chose a procedure that does not match the installed release and stopped in its first step. This run wrote nothing to the OS disk (inferred).',
    next: [
      'Check the release with `cat /etc/os-release`: it may be an in-place upgrade or a minor version that the extension does not support.',
      'Move to a supported release, or request Data only.',
      steps.enableAgain,
    ],
  },
  'linux-os-partuuid-missing': {
    meaning:
      'The identifier of the root or boot partition is missing, so the boot files are incomplete. The OS disk does not count as encrypted.',
    next: [steps.checkBootFirst, steps.restore, steps.stockLayout],
  },
  'linux-os-rootfs-locate': {
    meaning:
      'The extension did not find the root device when it wrote the mount settings. The OS disk does not count as encrypted.',
    next: [steps.checkBootFirst, steps.restore, steps.stockLayout],
  },
  'linux-os-command-failed': {
    meaning:
      'A command failed; the message contains the command, its return code and its error output. The machine state shows the step.',
    next: [
      steps.judgeByState,
      'Read the part after `stderr:`. Return code -9 means that the command was killed because memory ran out (inferred).',
      steps.serialLog,
    ],
  },
  'linux-os-distro-unsupported': {
    meaning:
      'The extension does not support OS disk encryption on this distribution, so this run does not encrypt the OS disk. Data volumes may already be encrypted.',
    next: [steps.readStates, 'Request Data only, or move the workload to a supported image.'],
  },
  'linux-os-byte-unit': {
    meaning:
      'The extension could not parse a size that a tool printed, so OS encryption stopped. The OS disk may already be changed, but is not encrypted.',
    next: [
      steps.restore,
      'Before the next run, check the system locale: an unusual number format is a possible cause.',
    ],
  },
  'linux-docs-failed-to-unmount': {
    meaning:
      'Microsoft’s documentation uses this text for a busy OS disk. The source code read for this catalogue never writes it.',
    next: [
      'Look for the actual messages: `Attempt #n to unmount /oldroot failed` or `Could not unmount /oldroot in 10 attempts`.',
      steps.suspectSoftware,
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
