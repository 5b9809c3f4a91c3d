import type { ProblemWords } from '../types'

/** Failures, and what around a VM blocks encryption. */
export const failureProblems = {
  'os-failed-disk-touched': {
    title: 'OS encryption failed at a step that changes the OS disk',
    meaning:
      'The run stopped at a step that changes the partitions, the blocks or the boot files of the OS disk. Depending on the step, a part of the disk can be encrypted, and the VM may not boot again.',
    consequence: 'The disk won’t recover on its own. A restart can leave the VM unbootable.',
  },
  'os-failed-disk-untouched': {
    title: 'OS encryption failed before it wrote anything',
    meaning:
      'The run stopped before its first step that writes to the OS disk. The disk content should be unchanged (inferred from the step).',
    consequence:
      'This run did not encrypt the OS disk. The VM may run from a minimal system in memory until you restart it; the next attempt may then start on its own (inferred).',
  },
  'os-failed-while-resuming': {
    title: 'Background encryption of the OS disk stopped',
    meaning:
      'The OS disk was being encrypted in the background while the VM ran, and encryption stopped before it finished. Part of the disk is encrypted.',
    consequence: 'The rest of the disk is not encrypted until encryption resumes.',
  },
  'data-resume-failed': {
    title: 'An interrupted data volume could not be resumed',
    meaning:
      'The VM restarted while a data volume was being encrypted, and resuming failed. Part of the volume is encrypted and part is not.',
    consequence: 'The data on that volume is at risk. Every write makes it worse.',
  },
  'data-file-system-unsupported': {
    title: 'A data volume’s file system cannot be encrypted in place',
    meaning: 'The volume uses xfs, btrfs or another file system that can only be encrypted by formatting it.',
    consequence: 'This run did not encrypt the volume. Whether it reached the volumes after it is not shown.',
  },
  'data-encryption-failed': {
    title: 'Encryption of a data volume failed',
    meaning:
      'The extension gave up on one data volume. Its state is not known: it may be partly encrypted. How far the other volumes came is not shown.',
    consequence:
      'Won’t recover on its own. Do not mount or repair that volume before its state is known. The disks can carry key settings and show as encrypted in the portal.',
  },
  'mount-busy': {
    title: 'A volume could not be unmounted',
    meaning: 'Something in the VM kept a volume in use that had to be unmounted before encryption.',
    consequence:
      'On an OS disk the extension tries up to ten times, in old releases fewer; then the run ends. A new run can fail the same way until you remove the cause.',
  },
  'host-rejected-key-settings': {
    title: 'The platform rejected the key settings',
    meaning:
      'The VM’s host could not store the key, or did not respond. The usual cause is the vault, its firewall, the key or a policy.',
    consequence: 'This step encrypted no block. A new request can fail the same way until you remove the cause.',
  },
  'key-vault-reference-invalid': {
    title: 'Invalid key vault reference in the request',
    meaning:
      'The vault URL or resource ID in the request is incomplete, malformed or contradictory. This request started no encryption.',
    consequence: 'This request changed no disk. Correct it before you send it again.',
  },
  'key-encryption-key-invalid': {
    title: 'Invalid key encryption key in the request',
    meaning:
      'The key encryption key URL is incomplete, has no version, or does not match its vault. This request started no encryption.',
    consequence: 'This request changed no disk. Correct it before you send it again.',
  },
  'key-volume-missing': {
    title: 'The key file could not be read in the VM',
    meaning:
      'Usual causes: the key volume is not attached, not mounted, offline or empty; on Linux also missing packages.',
    consequence:
      'Volumes that are open stay open while the VM runs. After a stop or restart an encrypted VM may not boot: first check that no encryption is running, and prove the key.',
  },
  'packages-not-installed': {
    title: 'Required packages could not be installed',
    meaning:
      'The VM’s package manager was locked, failed or timed out at that moment. Whether the run stopped there is not always shown: the extension can go on.',
    consequence:
      'Check the status before you send another request: it can hit a run in progress. A run that needs the packages fails without them.',
  },
  'memory-too-small': {
    title: 'The VM has too little memory for OS encryption',
    meaning: 'The extension refused to start: the operating system must fit in memory while its disk is copied.',
    consequence: 'This request did not encrypt the OS disk. The next one needs a larger size.',
  },
  'lvm-layout-unsupported': {
    title: 'The LVM layout of the OS disk is not supported',
    meaning:
      'The OS disk lacks logical volumes of the stock LVM images, or has them under other names. A check before encryption refuses such a disk.',
    consequence: 'This request did not encrypt the OS disk. You can request the data disks separately.',
  },
  'distribution-unsupported': {
    title: 'OS disk encryption is not supported on this system',
    meaning:
      'The extension does not support OS encryption on this distribution, version or kernel. This request started no OS encryption.',
    consequence: 'This request did not encrypt the OS disk.',
  },
  'volume-type-rejected': {
    title: 'Volume type rejected',
    meaning:
      'The requested volume type is unknown, not possible on this VM, or not allowed after the previous request.',
    consequence: 'The refusal changed no disk.',
  },
  'confidential-vm-blocked': {
    title: 'Not supported on a confidential VM',
    meaning:
      'The extension does not support this operation on a confidential VM. Whether that OS disk is protected in another way is not shown.',
    consequence: 'This request did not encrypt it.',
  },
  'secure-key-release-failed': {
    title: 'The confidential VM could not get its key',
    meaning: 'The identity in the request was not allowed to release the key.',
    consequence: 'No request can succeed until the identity and the key release policy match.',
  },
  'kernel-module-missing': {
    title: 'A kernel module for the key volume is missing',
    meaning: 'The system cannot load `vfat`, the file system of the key volume. This request started no encryption.',
    consequence: 'No disk can be encrypted, and an encrypted disk would not unlock at the next boot.',
  },
  'metadata-service-unreachable': {
    title: 'Instance metadata unreachable',
    meaning:
      'The extension queried the instance metadata service and got no usable response (inferred from its trace).',
    consequence:
      'The request fails before encryption starts. A new one can fail the same way until the service responds.',
  },
  'request-rejected': {
    title: 'The extension cannot process the request',
    meaning:
      'This version does not know the operation, the operation is for the other operating system, or its settings cannot be read.',
    consequence: 'Nothing was done. The rejection has replaced the previous status.',
  },
  'bitlocker-rejected': {
    title: 'BitLocker rejected the volume',
    meaning: 'Windows did not accept the key protector. Usual causes: group policy or an unsupported volume type.',
    consequence:
      'This request did not encrypt the volume; others may be encrypted already. A new request can fail the same way until you remove the cause.',
  },
  'windows-extension-fault': {
    title: 'Windows extension error',
    meaning: 'The failure is in the extension or a Windows service, not in the disks or the key.',
    consequence: 'The request was not completed. This shows nothing about the volumes.',
  },
  'dual-pass-vault-access-failed': {
    title: 'The VM could not store its key in the vault',
    meaning:
      'With dual pass, the VM itself signs in to Entra and writes to the vault. One of the two failed: for the network, the rights, an address or the release.',
    consequence: 'This request encrypts no disk.',
  },
  'decryption-failed': {
    title: 'Decryption failed',
    meaning: 'Disabling encryption stopped with an error, possibly on one volume only.',
    consequence: 'Some volumes may be unencrypted and others encrypted. Decryption won’t resume on its own.',
  },
  'key-update-failed': {
    title: 'Key change failed',
    meaning:
      'The new key and vault were not applied. On Linux, any such failure can leave the key file on the key volume empty. The volumes stay unlocked while the VM runs.',
    consequence:
      'After a restart the VM may find no key and not boot. Do not restart it: check the key file and snapshot every disk first. Keep the previous key and secret enabled.',
  },
  'migration-failed': {
    title: 'Migration to single pass failed',
    meaning: 'The migration from dual pass stopped. A migration decrypts nothing.',
    consequence: 'The VM still depends on its Entra application.',
  },
  'failed-without-known-cause': {
    title: 'The last operation failed without a known cause',
    meaning: 'The extension reports a failure, and its message contains no known cause.',
    consequence: 'Won’t recover on its own. Disks can carry key settings and still be unencrypted.',
  },
  'vault-unfit': {
    title: 'The key vault or key does not meet the requirements',
    meaning: 'The vault or key settings that were read would make a request fail, and possibly the next boot as well.',
    consequence: 'An encrypted VM may not unlock its disks at the next boot. A new request fails.',
  },
  'network-unfit': {
    title: 'A network rule blocks required traffic',
    meaning:
      'A security rule on the network interface or subnet denies an address that the extension or the agent must reach.',
    consequence: 'Requests can fail, and status reports can stop arriving.',
  },
  'policy-denies-encryption': {
    title: 'A policy denies the disk encryption secret',
    meaning: 'An assigned policy with the effect Deny blocks the secret that disk encryption creates.',
    consequence: 'Requests fail, and so do key changes.',
  },
  'lock-blocks-changes': {
    title: 'A lock blocks changes to this VM',
    meaning: 'A read-only lock applies to the VM, its resource group or its subscription.',
    consequence: 'Encryption and most fixes are blocked while the lock exists.',
  },
} satisfies Readonly<Record<string, ProblemWords>>
