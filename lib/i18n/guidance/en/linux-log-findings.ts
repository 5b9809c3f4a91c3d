import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** Lines of the extension's log that tell of a cause, or of none. */
export const linuxLogFindings = {
  'linux-log-app-compat': {
    meaning:
      'A check before OS encryption found a service, such as a container engine, that usually keeps the OS disk from being released. Nothing failed yet.',
    next: [
      'Stop and disable the service named in the brackets before OS encryption, and start it afterwards.',
      steps.suspectSoftware,
    ],
  },
  'linux-log-mount-scheme': {
    meaning:
      'A check before OS encryption found one mount below another. A mount below a folder of the system can keep the OS disk from being released.',
    next: [
      'Unmount what is mounted below folders such as `/`, `/usr` or `/var`, and comment it out in `/etc/fstab` until OS encryption is over.',
      steps.suspectSoftware,
    ],
  },
  'linux-log-mount-scheme-system': {
    meaning:
      'This line is harmless: the mounts belong to the kernel or are the key volume of the extension itself. It is not the cause of a failure.',
    next: ['Do nothing about this line. Look for the cause in the lines around the failure.'],
  },
  'linux-log-lvm-volume-missing': {
    meaning:
      'The check of the LVM layout misses a logical volume that stock images have. A request that covers the OS disk is refused for it; nothing was changed.',
    next: [steps.stockLayout, 'Data volumes can be encrypted all the same: request `VolumeType` `Data`.'],
  },
  'linux-log-vault-url-differs': {
    meaning:
      'The request names the vault in another way than the saved settings, if only in case or by a slash. It is taken for a change of the key settings, not for a new disk.',
    next: ['Use exactly the address of the first request, letter by letter.', steps.requestAgain],
  },
  'linux-log-package-lock': {
    meaning:
      'Another process, such as cloud-init or unattended upgrades, held the lock of the package manager, so packages could not be installed.',
    next: [
      'Wait until that process ends; see with `ps` which one it is. Do not delete the lock file.',
      steps.enableAgain,
    ],
  },
  'linux-log-key-not-stored': {
    meaning:
      'A change of the key failed half-way: the key file on the key volume may be missing. The disks are still encrypted, but the next restart can lock the VM out.',
    next: [
      'Do not restart, stop or redeploy the VM. Snapshot its disks, and keep the old secret and key.',
      'Check that `LinuxPassPhraseFileName` on the key volume still opens the disk, before anything else.',
      steps.keepKeyVolume,
    ],
  },
  'linux-log-new-passphrase-waiting': {
    meaning:
      'A change of the key waits for the platform to put the new key on the key volume. The old key still opens the disks.',
    next: ['Keep both secrets and both keys until `Encryption settings updated`.', steps.keepKeyVolume],
  },
  'linux-log-no-space': {
    meaning:
      'A file system was full; the line does not say which. During OS encryption it is most often the system in memory, which needs 8 GB of memory.',
    next: [
      'Check the memory of the VM: below 8 GB, resize it before the next attempt.',
      'Check free space with `df -h`, also of `/boot`.',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
