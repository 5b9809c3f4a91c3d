import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const readStep = 'Read the step from the progress message.'
const compareDisks = 'Check that each data disk in ARM is mounted in the VM and stamped.'
const restartOnce =
  'Wait about 10 minutes (rule of thumb). If nothing changes, restart the VM once; do not deallocate it.'
const includeDisk = 'To include a disk, unmount it, snapshot it, and send enable with a new `SequenceVersion`.'

/** The words of the detailed status, alone and together. */
export const substatus = {
  'substatus-os-not-encrypted': {
    meaning:
      'At the last status the root file system was on an unencrypted device, and no job for the OS disk was running.',
    next: [
      'If OS or All was requested, look for an error in the progress message: after a failure the status returns to this value.',
      'If the OS disk is stamped anyway, do not count it as encrypted.',
    ],
  },
  'substatus-os-encrypted': {
    meaning:
      'The extension found the root file system on an encrypted device and no unfinished job. With a custom LVM layout it can be wrong (inferred).',
    next: [
      'Count the OS disk as encrypted only if its stamp agrees.',
      'With a custom LVM layout, confirm in the VM with `lsblk` and `cryptsetup status osencrypt`.',
    ],
  },
  'substatus-os-in-progress': {
    meaning:
      'A job that covers the OS disk is running. This value is set from the first minute and does not show the progress.',
    next: [readStep, steps.hold],
  },
  'substatus-os-restart-pending': {
    meaning:
      'The OS disk copy is complete, but the VM still runs from memory instead of the encrypted disk. Normally the extension restarts it automatically.',
    next: [restartOnce, steps.serialLog],
  },
  'substatus-data-not-encrypted': {
    meaning:
      'At least one mounted data file system was on an unencrypted device at the last status. LVM or RAID on top of encrypted devices is reported the same way (inferred).',
    next: [
      'Compare the data disks in ARM with `lsblk`: a busy volume may have been skipped, or a disk added later.',
      'If Data or All was requested, look for an error in the progress message.',
      includeDisk,
    ],
  },
  'substatus-data-not-mounted': {
    meaning:
      'No mounted data file system was found, so nothing was measured. If data disks are attached, this does not mean that they are protected.',
    next: [
      'Without data disks in ARM this is the normal value.',
      'Otherwise check in the VM why they are not mounted: no file system, no entry in `fstab`, or not unlocked.',
      'Mount them, then send enable with a new `SequenceVersion`.',
    ],
  },
  'substatus-data-encrypted': {
    meaning:
      'Every data file system that was mounted at the last status is on an encrypted device. Unmounted disks and disks attached later are not covered.',
    next: [compareDisks],
  },
  'substatus-data-in-progress': {
    meaning:
      'A job that covers data volumes is running. With All this value stays until the OS disk is finished as well.',
    next: [readStep, steps.hold],
  },
  'substatus-data-decrypting': {
    meaning:
      'The data volumes are being decrypted, or were when the run was interrupted. Treat their data as unprotected.',
    next: [steps.keepRunning],
  },
  'substatus-json-shape': {
    meaning: 'The detailed status has its normal format. The format alone says nothing about the disks.',
    next: [steps.readStates],
  },
  'substatus-pair-encrypted-encrypted': {
    meaning:
      'Root and every mounted data file system were on encrypted devices at the last status. Unmounted disks and disks attached later are not covered.',
    next: [compareDisks, steps.keepExtension],
  },
  'substatus-pair-encrypted-notmounted': {
    meaning:
      'The OS disk was measured as encrypted, and no mounted data file system was found: the usual result without data disks.',
    next: [
      'If ARM shows data disks, nothing proves that they are encrypted: mount them and send enable with a new `SequenceVersion`.',
      steps.keepExtension,
    ],
  },
  'substatus-pair-notencrypted-encrypted': {
    meaning:
      'Mounted data volumes were measured as encrypted and the OS disk as not encrypted. This is the result of a Data request.',
    next: [compareDisks, 'To encrypt the OS disk too, plan a run with All after a snapshot.'],
  },
  'substatus-pair-encryptioninprogress-encryptioninprogress': {
    meaning:
      'A job for all volumes is running. Both values stay until the whole job ends, so neither shows the progress.',
    next: [readStep, steps.hold],
  },
  'substatus-pair-vmrestartpending-encrypted': {
    meaning:
      'The OS disk copy is complete and the mounted data volumes are encrypted, but the VM has not restarted from the encrypted disk.',
    next: [restartOnce, steps.serialLog],
  },
  'substatus-pair-notencrypted-notencrypted': {
    meaning:
      'Neither root nor the mounted data is encrypted, and no job is running: none has started, or one failed and the status was reset.',
    next: [
      'Look for an error in the progress message; it shows why a run ended.',
      'If a disk is stamped anyway, do not count it as encrypted.',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
