import type { StepWords } from '../types'

/** Against what clients, boot screens and other services say. */
export const reportedSteps = {
  'wait-for-package-manager': {
    title: 'Wait until the package manager is free',
    text: 'Let the other installation end. Do not delete lock files: that can break the package database.',
    outputs: [{ output: 'The check fetches packages without a lock message', means: 'Ask for encryption again.' }],
  },
  'rebuild-boot-files': {
    title: 'Make the boot files anew in the repair VM',
    text: 'In a `chroot` of the unlocked copy make initramfs and boot loader anew, with `dm_crypt` and `vfat` in it. On RHEL the kernel line must keep `rd.luks.ade` arguments. Then swap the OS disk by `az vm repair restore`.',
    outputs: [{ output: 'The VM starts from the repaired disk', means: 'Keep the old disk until all is proven.' }],
  },
  'prepare-scale-set': {
    title: 'Prepare the scale set',
    text: 'Use managed disks and a supported image and size, ask for `Data` on Linux, and upgrade the instances to the new model afterwards. New scale sets should use encryption at host.',
    outputs: [],
  },
  'update-client': {
    title: 'Update the client',
    text: '`az upgrade` for Azure CLI, `Update-Module Az` for PowerShell. Then read the status again.',
    outputs: [],
  },
  'copy-keys-to-target': {
    title: 'Copy the keys to the target region',
    text: 'Run the script for copying disk encryption keys that Microsoft publishes for Site Recovery, then name the target vaults in the replication settings. Repeat it after every change of the key.',
    outputs: [],
  },
  'grant-backup': {
    title: 'Give the backup service an access policy',
    text: 'For a vault with access policies. The id is that of the Backup Management Service in the public cloud.',
    outputs: [
      { output: 'The policy of the vault names the service', means: 'Start a backup and see that it ends well.' },
    ],
  },
  'grant-backup-role': {
    title: 'Give the backup service a role',
    text: 'For a vault with Azure RBAC, in which access policies have no effect.',
    outputs: [{ output: 'The role assignment is listed', means: 'Wait some minutes, then start a backup.' }],
  },
  'unlock-repair-disk': {
    title: 'Unlock the disk in the repair VM',
    text: 'Run this in the repair VM, not in the VM itself. The last command is for LVM alone and gives the copy a name of its own.',
    outputs: [
      { output: '`osencrypt` appears below the device', means: 'Mount it and read or repair its files.' },
      {
        output: '`No key available with this passphrase`',
        means: 'The key volume holds another key. Take the secret that the disk names.',
      },
    ],
  },
} satisfies Readonly<Record<string, StepWords>>
