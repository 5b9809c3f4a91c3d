import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** Texts of a run that is in progress or has just ended. */
export const linuxProgress = {
  'linux-data-count': {
    meaning:
      'Number of data volumes about to be encrypted in place, one after another. The message does not show how many are done.',
    next: [steps.hold, 'Allow hours per terabyte, days for several. Each volume is unmounted during its encryption.'],
  },
  'linux-data-count-zero': {
    meaning:
      'No data disk met the conditions of this run. The success message that follows does not prove that any data disk is encrypted.',
    next: [
      'Normal after the last restart of an All run, when everything was already encrypted.',
      'Otherwise compare with the data disks in ARM. Skipped: no file system, under 150 MiB, swap, already LUKS.',
      steps.readStates,
    ],
  },
  'linux-data-percent': {
    meaning:
      'How much of one data volume is copied. The percentage can restart within a volume, because its header is saved and restored in separate steps.',
    next: [steps.hold, 'Prevent planned stops: the job would resume, but until then this volume cannot be read.'],
  },
  'linux-data-resume-percent': {
    meaning:
      'The VM restarted in the middle of a data volume, and the copy continues from the saved position. The volume stays unmounted until it ends.',
    next: [
      'Wait and prevent another restart: maintenance, auto-shutdown, redeploy.',
      'Keep the snapshot from before the run available: if resuming fails, this volume is at risk.',
    ],
  },
  'linux-efa-count': {
    meaning:
      'EncryptFormatAll is replacing the mounted data partitions with empty encrypted file systems. It erases their previous content by design.',
    next: [
      steps.hold,
      'This takes minutes; there is no percentage.',
      'If this was not intended, only a snapshot or backup still contains the data.',
    ],
  },
  'linux-data-succeeded': {
    meaning:
      'The data step is complete. This does not prove that every data disk is encrypted: a busy volume may have been skipped without an error.',
    next: [
      'With volume type All, keep waiting: OS encryption follows, and the end is `Encryption succeeded for all volumes`.',
      'With Data, check that `data` is `Encrypted` and that every data disk known to ARM is mounted.',
      'If `data` is `NotEncrypted`, a volume was skipped (often busy), or LVM or RAID on top hides the encryption (inferred).',
    ],
  },
  'linux-data-succeeded-transitioning': {
    meaning:
      'The data partitions were formatted as encrypted volumes. The OS disk is not encrypted yet; its setup comes next.',
    next: [steps.hold, steps.oneRestartByItself],
  },
  'linux-online-data-init': {
    meaning:
      'Every data volume has its encryption layer and is mounted again. The data on it is not encrypted yet; that follows later, in the background.',
    next: [steps.hold, steps.oneRestartByItself],
  },
  'linux-online-data-background': {
    meaning:
      'All data volumes are being encrypted in the background at the same time, and stay usable. Only the log shows their percentages.',
    next: [
      steps.usableMeanwhile,
      steps.serialLog,
      'At the end check that log: a volume that failed here is not reported, and success may still follow (inferred).',
    ],
  },
  'linux-online-background-resumed': {
    meaning:
      'After the restart, this many data volumes still need background encryption. 0 means that no data volume is left.',
    next: [steps.usableMeanwhile, steps.serialLog],
  },
  'linux-online-os-progress': {
    meaning:
      'Live progress of the OS disk, updated about every 15 seconds. Until the final message, part of the disk is not encrypted.',
    next: [
      steps.usableMeanwhile,
      'The rest of the line comes from `cryptsetup`; its layout is inferred and can differ by version.',
    ],
  },
  'linux-online-os-progress-unparsed': {
    meaning: 'The OS disk is being encrypted in the background, but the message contains no readable percentage.',
    next: [
      steps.usableMeanwhile,
      'Only `Encryption succeeded for OS volume` or `Encryption succeeded for all volumes` is final.',
    ],
  },
  'linux-online-os-finished': {
    meaning: 'The whole OS device is encrypted. The final message is still to come.',
    next: [
      'Wait for `Encryption succeeded for OS volume` or `Encryption succeeded for all volumes`; it follows at once.',
    ],
  },
  'linux-os-restarting-after-patching': {
    meaning:
      'The boot files are ready for an encrypted root, and the extension restarts the VM within seconds. The data on the OS disk is not encrypted yet.',
    next: [
      'Do not restart manually; wait until the VM reports again.',
      'If it does not come back, read boot diagnostics. If it is stuck in the emergency shell, restore the snapshot or backup.',
    ],
  },
  'linux-os-stripdown-restart-success': {
    meaning:
      'The VM now runs a minimal copy of its system from memory, and the OS disk is about to be unmounted. Nothing on the OS disk is encrypted yet.',
    next: [steps.hold, 'SSH stays off until the OS disk is complete; that is normal.'],
  },
  'linux-os-stripdown-restart-error': {
    meaning:
      'A normal step that the extension reports as an error (code 19) on Ubuntu and RHEL/CentOS 6. It is not a failure, and the OS disk is not encrypted yet.',
    next: [steps.hold, 'Raise an alert only if the message stays for about 15 minutes (inferred limit).'],
  },
  'linux-os-unmount-attempt-failed': {
    meaning:
      'The old root is still in use, so the OS copy cannot start yet. Code 22 is not final: the extension tries up to ten times. After the tenth failure the run ends.',
    next: [
      'Wait for the remaining attempts, at least 10 seconds apart; do not restart the VM.',
      'Only if `Could not unmount /oldroot in 10 attempts` follows: stop antivirus, monitoring, databases, containers, then retry.',
    ],
  },
  'linux-os-encryption-started': {
    meaning:
      'The OS disk is being copied through the encryption layer, for hours and without a percentage. It does not count as encrypted until the copy and the restart are complete.',
    next: [
      'Wait. Documented: 40 to 50 minutes on Premium storage, 3 to 16 hours for stock images. SSH stays off.',
      'Never restart, stop or resize the VM now: a half-copied OS disk may not boot again.',
      'To detect a stall, check the OS disk’s read and write bytes: none for 15 minutes is suspicious (inferred).',
    ],
  },
  'linux-os-please-reboot': {
    meaning:
      'The OS disk copy is complete, but the VM still runs from memory. Encryption is finished only after a restart from the encrypted disk.',
    next: [
      'Wait about 10 minutes (rule of thumb): current versions restart the VM themselves.',
      'If the message stays, snapshot the disks and check the boot packages (in a copy if the VM does not answer). Then restart once; do not deallocate.',
      'After the restart allow 2 to 3 minutes for the final messages.',
    ],
  },
  'linux-os-succeeded': {
    meaning: 'The extension reports that the run for the OS volume succeeded. Data disks were not part of it.',
    next: [
      'Confirm `os` = `Encrypted` in the detailed status and the stamp on the OS disk.',
      'If data disks need protection too, snapshot them, then request All.',
    ],
  },
  'linux-all-succeeded': {
    meaning:
      'The extension reports that the run for OS and data volumes succeeded. A data disk that was unmounted, busy or added later may still be unencrypted.',
    next: [
      'Confirm `os` = `Encrypted` and `data` = `Encrypted`; `NotMounted` is correct only without data disks.',
      'Inside the VM, `lsblk` and `sudo cryptsetup status osencrypt` show whether the OS disk is encrypted.',
      'Take a new backup, and keep key and secret as long as it exists.',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
