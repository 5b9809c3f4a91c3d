import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** Failures of data volumes, and log lines that show why a volume stayed unencrypted. */
export const linuxDataFailures = {
  'linux-data-failed': {
    meaning:
      'Encryption of the data volumes stopped and won’t resume on its own. How far each volume came is not shown: one may be partly encrypted.',
    next: [
      'Read the reason between `with error:` and `stack trace:`, and `data` in the detailed status.',
      steps.readLog,
      steps.enableAgain,
    ],
  },
  'linux-data-failed-device': {
    meaning:
      'Encryption of one data device failed. Its state is not known: it may be partly encrypted. The message shows neither the cause nor the state of other volumes.',
    next: [
      'Find the disk by device, mount point and file system in the message, and the cause in `extension.log`.',
      'Do not mount or repair that device before you know its state. If its header or copy had begun, restore its earlier snapshot.',
      steps.enableAgain,
    ],
  },
  'linux-data-failed-xfs': {
    meaning:
      'The message names the file system of the device, which ADE does not encrypt in place (inferred from that name).',
    next: [
      'Exclude the volume, move its data to ext4, or use EncryptFormatAll.',
      'EncryptFormatAll erases all mounted data partitions: copy the data elsewhere first and test the copy.',
      steps.enableAgain,
    ],
  },
  'linux-data-resume-failed': {
    meaning:
      'A volume that was partly encrypted when the VM restarted could not be resumed. Part of it is encrypted and part is not; its data is at risk.',
    next: [
      'Stop everything that uses the volume and snapshot the disk in its current state.',
      'Restore that volume from the snapshot or backup made before the run.',
      steps.readLog,
    ],
  },
  'linux-data-command-unsupported': {
    meaning: 'The saved job names an operation that this version does not support, so the data step stopped.',
    next: [steps.readLog, steps.enableAgain],
  },
  'linux-data-json-parse-error': {
    meaning: 'The outdated setting `DiskFormatQuery` is neither a JSON object nor a list, so the data step stopped.',
    next: [
      'Omit `DiskFormatQuery`. EncryptFormatAll does not need it, but erases all mounted data partitions.',
      steps.enableAgain,
    ],
  },
  'linux-data-devpath-missing': {
    meaning: 'An entry of the setting `DiskFormatQuery` names no device, so the data step stopped.',
    next: ['Add `dev_path` or `scsi` to each entry, or omit the setting.', steps.enableAgain],
  },
  'linux-resource-disk-failed': {
    meaning:
      'EncryptFormatAll, or a confidential VM, encrypts the temporary disk first, and that failed. The data disks are unchanged.',
    next: [
      'Turn off swap on the temporary disk and stop what uses it (`/mnt` or `/mnt/resource`).',
      steps.requestAgain,
    ],
  },
  'linux-log-device-skipped': {
    meaning:
      'Log only: a device was skipped and is unchanged; the line gives the rule. In Azure this shows at most as `data` = `NotEncrypted` or a lower count.',
    next: [
      'If that disk needs encryption and holds no data: create a file system on it (this erases it), mount it, then enable again.',
      'Normal for the root, key and temporary disk, for disks with partitions and for volumes that already use LUKS.',
    ],
  },
  'linux-log-fs-unsupported': {
    meaning:
      'Log only: ADE cannot encrypt this file system at all. This run does not encrypt the volume, and the status names only the device.',
    next: ['Move the data to ext4, or protect it in another way.', steps.enableAgain],
  },
  'linux-log-fs-needs-format': {
    meaning:
      'Log only: the volume has xfs or btrfs, so this run does not encrypt it in place. The status names only the device.',
    next: [
      'Move the data to ext4, or copy it elsewhere and use EncryptFormatAll, which erases all mounted data partitions.',
      steps.enableAgain,
    ],
  },
  'linux-log-no-shrink-space': {
    meaning:
      'Log only: the file system could not be shrunk to make space for the LUKS header (2 or 16 MiB). This run does not encrypt the volume.',
    next: ['Free space on it and check its file system while it is unmounted.', steps.enableAgain],
  },
  'linux-log-umount-error': {
    meaning:
      'Log only: a data volume was busy. The offline method skips it without an error and does not encrypt it; the online method fails.',
    next: ['When the run has ended, stop the processes that use the mount point in the line.', steps.enableAgain],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
