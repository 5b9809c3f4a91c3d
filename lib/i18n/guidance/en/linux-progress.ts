import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** Texts of a run that is under way or has just ended. */
export const linuxProgress = {
  'linux-data-count': {
    meaning:
      'This many data volumes are about to be encrypted in place, one after another. The text does not say how many are done.',
    next: [steps.hold, 'Allow hours per terabyte, days for several. Each volume is unmounted while it is worked on.'],
  },
  'linux-data-count-zero': {
    meaning:
      'No data disk met the conditions of this run. The success text that follows does not prove that any data disk is encrypted.',
    next: [
      'Normal after the last restart of an All run, when everything was done before.',
      'Otherwise compare with the data disks in ARM. Passed over: no file system, under 150 MiB, swap, already LUKS.',
      steps.readStates,
    ],
  },
  'linux-data-percent': {
    meaning:
      'How far one data volume has been copied. The number starts again within a volume, because saving and restoring its header are counted on their own.',
    next: [steps.hold, 'Prevent planned stops: the job would resume, but until then this volume cannot be read.'],
  },
  'linux-data-resume-percent': {
    meaning:
      'The VM restarted in the middle of a data volume, and the copy goes on from the saved position. The volume stays unmounted until it ends.',
    next: [
      'Wait and prevent another restart: maintenance, auto-shutdown, redeploy.',
      'Keep the snapshot from before the run at hand: if resuming fails, this volume is at risk.',
    ],
  },
  'linux-efa-count': {
    meaning:
      'EncryptFormatAll is replacing the mounted data partitions by empty encrypted file systems. Their former content is erased on purpose.',
    next: [
      steps.hold,
      'Expect minutes; there is no percentage.',
      'If this was not intended, only a snapshot or backup still has the data.',
    ],
  },
  'linux-data-succeeded': {
    meaning:
      'The data step is over. It does not prove that every data disk is encrypted: a busy volume may have been skipped without an error.',
    next: [
      'With volume type All, go on waiting: OS encryption follows, and the end is `Encryption succeeded for all volumes`.',
      'With Data, check that `data` is `Encrypted` and that every data disk known to ARM is mounted.',
      'If `data` is `NotEncrypted`, a volume was skipped (often busy), or LVM or RAID on top hides the encryption (inferred).',
    ],
  },
  'linux-data-succeeded-transitioning': {
    meaning:
      'The data partitions were formatted as encrypted volumes. The OS disk is not encrypted yet; its set-up comes next.',
    next: [steps.hold, steps.oneRestartByItself],
  },
  'linux-online-data-init': {
    meaning:
      'Every data volume has its encryption layer and is mounted again. The data on it is still plain and gets encrypted later, in the background.',
    next: [steps.hold, steps.oneRestartByItself],
  },
  'linux-online-data-background': {
    meaning:
      'Data volumes are being encrypted in the background, all at once, and stay usable. Their percentages reach only the log.',
    next: [
      steps.usableMeanwhile,
      steps.serialLog,
      'At the end check that log: a volume that failed here is not reported, and success may follow all the same (inferred).',
    ],
  },
  'linux-online-background-resumed': {
    meaning:
      'After the restart, this many data volumes still need background encryption. 0 says that no data volume is left to do.',
    next: [steps.usableMeanwhile, steps.serialLog],
  },
  'linux-online-os-progress': {
    meaning:
      'Live progress of the OS disk, renewed about every 15 seconds. Until the final text, part of the disk is still plain.',
    next: [
      steps.usableMeanwhile,
      'The rest of the line comes from `cryptsetup`; its form is inferred and can differ by version.',
    ],
  },
  'linux-online-os-progress-unparsed': {
    meaning: 'The OS disk is being encrypted in the background, but the text carries no percentage that could be read.',
    next: [
      steps.usableMeanwhile,
      'Final is only `Encryption succeeded for OS volume` or `Encryption succeeded for all volumes`.',
    ],
  },
  'linux-online-os-finished': {
    meaning: 'The whole OS device is encrypted. The closing text is still to come.',
    next: [
      'Wait for `Encryption succeeded for OS volume` or `Encryption succeeded for all volumes`; it follows at once.',
    ],
  },
  'linux-os-restarting-after-patching': {
    meaning:
      'The boot files are ready for an encrypted root, and the extension restarts the VM itself within seconds. The data on the OS disk is still plain.',
    next: [
      'Do not restart by hand; wait until the VM reports again.',
      'If it stays away, read boot diagnostics. If it is stuck in the emergency shell, restore the snapshot or backup.',
    ],
  },
  'linux-os-stripdown-restart-success': {
    meaning:
      'The VM now runs a small copy of its system from memory, and the OS disk is about to be released. Nothing on the OS disk is encrypted yet.',
    next: [steps.hold, 'SSH stays off until the OS disk is done; that is normal.'],
  },
  'linux-os-stripdown-restart-error': {
    meaning:
      'A normal step that the extension itself writes as an error (code 19) on Ubuntu and RHEL/CentOS 6. It is no failure, and the OS disk is not encrypted yet.',
    next: [steps.hold, 'Raise an alarm only if the text stands for about 15 minutes (inferred limit).'],
  },
  'linux-os-unmount-attempt-failed': {
    meaning:
      'Something still uses the old root, so the OS copy cannot start yet. Code 22 is not final: the extension tries up to ten times.',
    next: [
      'Wait for the remaining tries, 10 seconds and the work of each apart; do not restart the VM.',
      'Only if `Could not unmount /oldroot in 10 attempts` follows: stop antivirus, monitoring, databases, containers, then retry.',
    ],
  },
  'linux-os-encryption-started': {
    meaning:
      'The OS disk is being copied through the encryption layer, for hours and without a percentage. It does not count as encrypted before the copy and the restart are over.',
    next: [
      'Wait. Documented: 40 to 50 minutes on Premium storage, 3 to 16 hours for stock images. SSH stays off.',
      'Never restart, stop or resize the VM now: a half-copied OS disk may not boot again.',
      'Judge a stall by the read and write bytes of the OS disk: none for 15 minutes is suspicious (inferred).',
    ],
  },
  'linux-os-please-reboot': {
    meaning:
      'The copy of the OS disk is complete, but the VM still runs from memory. It is finished only after a restart from the encrypted disk.',
    next: [
      'Wait about 10 minutes (rule of thumb): current versions restart the VM themselves.',
      'If the text stays, save boot diagnostics and restart the VM once (portal, CLI or PowerShell); do not deallocate it.',
      'After the restart allow 2 to 3 minutes for the closing texts.',
    ],
  },
  'linux-os-succeeded': {
    meaning:
      'The run for the OS volume has ended with success, by the word of the extension. Data disks were not part of it.',
    next: [
      'Confirm `os` = `Encrypted` in the detailed status and the stamp on the OS disk.',
      'If data disks need protection too, snapshot them, then request All.',
    ],
  },
  'linux-all-succeeded': {
    meaning:
      'The run for OS and data volumes has ended with success. A data disk that was unmounted, busy or added later may still be plain.',
    next: [
      'Confirm `os` = `Encrypted` and `data` = `Encrypted`; `NotMounted` is right only without data disks.',
      'Take a new backup, and keep key and secret for as long as it exists.',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
