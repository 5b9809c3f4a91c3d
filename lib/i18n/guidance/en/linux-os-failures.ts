import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** Failed OS encryption by the reason in the text. */
export const linuxOsFailures = {
  'linux-os-unmount-exhausted': {
    meaning:
      'All ten tries to release the old root failed, and OS encryption was given up. The OS disk is still plain (inferred).',
    next: [
      'Restart the VM; should it stay away, restore the snapshot or backup.',
      steps.suspectSoftware,
      steps.retryMayStartItself,
    ],
  },
  'linux-os-target-busy': {
    meaning: 'The old root could not be unmounted because something uses it. The OS disk is still plain (inferred).',
    next: [steps.restartToLeaveMemory, steps.suspectSoftware, steps.retryMayStartItself],
  },
  'linux-os-no-space': {
    meaning:
      'The file system in memory or the boot partition ran full (inferred from the error text). The OS disk is not encrypted.',
    next: [
      steps.judgeByState,
      'For the next run choose a VM size whose memory is twice the used space of the root file system, or more.',
      'Remove old kernels from `/boot`: the LUKS header alone takes 32 MiB there.',
    ],
  },
  'linux-os-not-completed': {
    meaning:
      'A step ended without reaching its goal, and no other error is given. Which step it was stands at the end: the machine state.',
    next: [
      'With `resume_encryption` the VM normally still runs: send enable again and the background work goes on.',
      steps.judgeByState,
      steps.readLog,
    ],
  },
  'linux-os-rootfs-not-found': {
    meaning: 'The extension could not find the device on which `/` lies, so OS encryption stopped.',
    next: [
      steps.judgeByState,
      'Check in the VM that the udev rules of Azure (`66-azure-storage.rules`) exist; put them back and restart once.',
      steps.stockLayout,
    ],
  },
  'linux-os-device-did-not-appear': {
    meaning:
      'The root device did not come back after ten tries, and OS encryption was given up before the copy. The OS disk is still plain (inferred).',
    next: [steps.restartToLeaveMemory, 'If it does not boot, restore the snapshot or backup.', steps.enableAgain],
  },
  'linux-os-resize2fs-failed': {
    meaning:
      'The root file system could not be made small enough for a separate boot partition. The OS disk may already be changed, but is not encrypted.',
    next: [steps.restore, 'Before the next run free space on the root file system and have it checked.'],
  },
  'linux-os-not-ext4': {
    meaning: 'The root file system is not ext4, which this procedure needs. The OS disk is not encrypted.',
    next: [steps.restore, steps.stockLayout],
  },
  'linux-os-dumpe2fs-parse': {
    meaning:
      'How large the root file system is could not be found out, so it was not split. The OS disk is not encrypted.',
    next: [steps.restore, 'Before the next run have the root file system checked for errors.'],
  },
  'linux-os-root-uuid-missing': {
    meaning:
      'The identifier of the root partition was not found, so the boot files are unfinished. The OS disk does not count as encrypted.',
    next: [steps.checkBootFirst, steps.restore, steps.stockLayout],
  },
  'linux-os-script-missing': {
    meaning:
      'A file of the extension itself is missing: its installation is damaged. The OS disk does not count as encrypted.',
    next: [
      steps.judgeByState,
      'Do not replace files of the extension by hand; on the restored VM it is installed afresh.',
      steps.enableAgain,
    ],
  },
  'linux-os-initramfs-failed': {
    meaning:
      'The start image for the encrypted root could not be built (Ubuntu 14.04). The OS disk was already copied, and the VM may not boot.',
    next: [steps.restore, 'Before the next run free space on `/boot`; better, leave Ubuntu 14.04.'],
  },
  'linux-os-udevadm-parse': {
    meaning:
      'It stayed unclear which partition holds the root, so the boot files are unfinished and the VM may not boot.',
    next: [steps.restore, steps.stockLayout],
  },
  'linux-os-cryptsetup-device': {
    meaning:
      'The device beneath the encrypted root was not found, so the boot files are unfinished and the VM may not boot.',
    next: [steps.restore, steps.serialLog],
  },
  'linux-os-wrong-machine': {
    meaning:
      'The extension chose a procedure that does not fit the installed release and stopped in its first step. The OS disk is still plain (inferred).',
    next: [
      'Check the release with `cat /etc/os-release`: it may be an in-place upgrade or a minor version the extension does not know.',
      'Move to a supported release, or request Data only.',
      steps.enableAgain,
    ],
  },
  'linux-os-partuuid-missing': {
    meaning:
      'The identifier of the root or boot partition is missing, so the boot files are unfinished. The OS disk does not count as encrypted.',
    next: [steps.checkBootFirst, steps.restore, steps.stockLayout],
  },
  'linux-os-rootfs-locate': {
    meaning:
      'The root device was not found when the mount settings were written. The OS disk does not count as encrypted.',
    next: [steps.checkBootFirst, steps.restore, steps.stockLayout],
  },
  'linux-os-command-failed': {
    meaning:
      'A command of the procedure failed; the text holds the command, its return code and its error output. The machine state tells how far it came.',
    next: [
      steps.judgeByState,
      'Read the part after `stderr:`. Return code -9 means that the command was killed, for lack of memory (inferred).',
      steps.serialLog,
    ],
  },
  'linux-os-distro-unsupported': {
    meaning:
      'The extension has no procedure for the OS disk of this distribution; it stays plain. Data volumes may already be encrypted.',
    next: [steps.readStates, 'Request Data only, or move the workload to a supported image.'],
  },
  'linux-os-byte-unit': {
    meaning:
      'A tool printed a size that made no sense to the extension, so OS encryption stopped. The OS disk may already be changed, but is not encrypted.',
    next: [steps.restore, 'Before the next run check the system locale: an unusual number format is a possible cause.'],
  },
  'linux-docs-failed-to-unmount': {
    meaning:
      'The documentation of Microsoft words a busy OS disk like this. The source code read for this catalogue never writes it.',
    next: [
      'Look for the texts really written: `Attempt #n to unmount /oldroot failed` or `Could not unmount /oldroot in 10 attempts`.',
      steps.suspectSoftware,
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
