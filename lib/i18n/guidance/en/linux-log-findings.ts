import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** Lines of the extension's log that show a cause, or that are harmless. */
export const linuxLogFindings = {
  'linux-log-app-compat': {
    meaning:
      'A check before OS encryption found a service, such as a container engine, that usually prevents the OS disk from being unmounted. This line reports no failure.',
    next: [
      'Stop and disable the service in brackets before OS encryption, and start it again afterwards.',
      steps.suspectSoftware,
    ],
  },
  'linux-log-mount-scheme': {
    meaning:
      'A check before OS encryption found one mount below another. A mount below a system folder can prevent the OS disk from being unmounted.',
    next: [
      'Unmount what is mounted below folders such as `/`, `/usr` or `/var`, and comment it out in `/etc/fstab` until OS encryption is complete.',
      steps.suspectSoftware,
    ],
  },
  'linux-log-mount-scheme-system': {
    meaning:
      'This line is harmless: the mounts belong to the kernel or are the extension’s key volume. It is not the cause of a failure.',
    next: ['Ignore this line. If OS encryption failed at the unmount, look for what keeps the root file system busy.'],
  },
  'linux-log-lvm-volume-missing': {
    meaning:
      'The LVM layout check found that a logical volume of the stock images is missing. It refuses a request that covers the OS disk; the check itself changes nothing.',
    next: [steps.stockLayout, 'You can still encrypt data volumes: request `VolumeType` `Data`.'],
  },
  'linux-log-vault-url-differs': {
    meaning:
      'The request and the saved settings name the vault differently, even if only by case or a slash. The extension treats that as a change of the key settings, not as a new disk.',
    next: [
      'Do not restart or stop the VM before `Encryption settings updated`: a key change that fails can empty the key file. Snapshot the disks.',
      'The saved address stands after `effective config`: use exactly that one, character by character, in every later request.',
    ],
  },
  'linux-log-package-lock': {
    meaning:
      'Another process, such as cloud-init or unattended upgrades, held the package manager lock at that moment. Whether the run stopped there is not shown: the extension may have gone on.',
    next: [
      'Wait until that process ends; find it with `ps`. Do not delete the lock file.',
      'Check the status before you send another request: a run may be in progress. If it has failed, snapshot the disks and request again.',
    ],
  },
  'linux-log-command-packages': {
    meaning:
      'The package manager returned an error. Whether the run stopped there is not shown: the extension goes on where the packages are already installed.',
    next: [
      'Read the lines below it: lock, repository, network or a held package.',
      'Check the status before you send another request: a run may be in progress. If it has failed, run the same command by hand until it succeeds.',
    ],
  },
  'linux-log-command-unmount': {
    meaning: 'The old root was still in use in one attempt to unmount it. The extension makes up to ten attempts.',
    next: ['Do not restart the VM while the attempts go on. Look for `Attempt #10`.', steps.suspectSoftware],
  },
  'linux-log-command-boot-files': {
    meaning:
      'A command that writes the boot files returned an error. Whether the VM can start from this disk is not shown.',
    next: [
      'Do not restart the VM. Snapshot the OS disk and read the lines below the command.',
      'Look for `machine state: patch_boot_system` in the status: then restore the OS disk from a backup.',
    ],
  },
  'linux-log-command-disk': {
    meaning:
      'A command on a disk returned an error. The extension also uses such commands as questions; whether the run stopped there is not shown.',
    next: [
      'Read the lines below the command, then the status. Do not restart the VM before you know which step failed.',
      steps.readLog,
    ],
  },
  'linux-log-command-question': {
    meaning:
      'This line is harmless: the extension asks whether the old root is mounted, and the return code is the answer “no”. It is not the cause of a failure.',
    next: ['Ignore this line. Read the newest status message, or the last `[Error]` line.'],
  },
  'linux-log-key-volume-mounted': {
    meaning:
      'This line is harmless: the extension mounts its key volume again, and the volume is already mounted. It is not the cause of a failure.',
    next: ['Ignore this line. Read the newest status message, or the last `[Error]` line.'],
  },
  'linux-log-command-failed': {
    meaning:
      'A command of the extension returned an error. Many of them are questions, or are allowed to fail; whether the run stopped there is not shown.',
    next: ['Read the lines below the command, then the newest status message.', steps.readLog],
  },
  'linux-log-normal-step': {
    meaning: 'The extension writes such lines on every run. They report no failure, and do not show how the run ended.',
    next: ['Read the newest status message, or the last `[Error]` or `[StatusReport` line of the log.'],
  },
  'linux-log-key-not-stored': {
    meaning:
      'A key change failed midway: the key file on the key volume may be empty or missing. This failure decrypts nothing, but the next restart can lock the VM.',
    next: [
      'Do not restart, stop or redeploy the VM. Snapshot its disks, and keep the old secret and key.',
      'First check that `LinuxPassPhraseFileName` on the key volume still unlocks the disk. Rewrite only an empty or wrong one, from the secret (unwrap a wrapped one).',
      'Never format or detach the small disk labelled `BEK VOLUME`, and change nothing else on it.',
    ],
  },
  'linux-log-no-key-slot': {
    meaning:
      'During a key change, the log lists no key slot for the device in this line. The change then fails, and can leave the key file on the key volume empty (inferred).',
    next: [
      'Do not restart or stop the VM. Check that device with `cryptsetup luksDump`, and the key file on the key volume.',
      'Snapshot every disk, and keep the old secret and key.',
    ],
  },
  'linux-log-new-passphrase-waiting': {
    meaning:
      'A run of a key change ended before its last step, because the platform had not written the new key to the key volume. Whether the new passphrase opens every disk is not shown: adding it can fail, and is then only logged.',
    next: [
      'Keep both secrets and both keys until `Encryption settings updated`. A later run reports it; the agent begins one at the next start of the VM (inferred).',
      'The key file there is the old key. Get (and unwrap) the new one; test both on each disk with `cryptsetup luksOpen --test-passphrase`. Snapshot all disks.',
      'Stop (deallocate) and start the VM only if the new key opens all disks. Do not touch the small disk labelled `BEK VOLUME`.',
    ],
  },
  'linux-log-os-volume-encrypted': {
    meaning:
      'The extension’s status check found the LVM volume of the OS on the encrypted mapping, so it reports the OS as encrypted. It says nothing about data disks.',
    next: [steps.readStates],
  },
  'linux-log-no-space': {
    meaning:
      'A file system was full; the line does not show which. During OS encryption it is usually the minimal system in memory, which needs 8 GB of memory.',
    next: [
      'Check the VM’s memory: below 8 GB, choose a larger size for the next attempt. Resize only when no run is in progress: it restarts the VM and breaks a copy.',
      'Check free space with `df -h`, also of `/boot`.',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
