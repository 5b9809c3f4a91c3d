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
    text: 'Run this in the repair VM, not in the VM itself. A disk with LVM needs one more step before it can be mounted.',
    outputs: [
      { output: '`osencrypt` appears below the device', means: 'Mount it and read or repair its files.' },
      {
        output: '`No key available with this passphrase`',
        means: 'The key volume holds another key. Take the secret that the disk names.',
      },
    ],
  },
  'import-volume-group': {
    title: 'Give the copy’s volume group a name of its own',
    text: 'In the repair VM, and for LVM alone. Rename `rescuemevg` to `rootvg` by `vgrename` in the `chroot`, before boot files are made: the VM looks for that name. Do not restart the repair VM after this, and delete it at the end.',
    outputs: [
      {
        output: '`pvs` warns of duplicate PVs',
        means: 'The copy has the same ids. The second command gives it new ones.',
      },
      { output: '`/dev/rescuemevg/rootlv` is mounted', means: 'Read or repair its files. `nouuid` is for XFS alone.' },
    ],
  },
  'decide-about-move': {
    title: 'Decide how the VM gets there',
    text: 'Windows, or Linux with a plain OS disk: decrypt, wait for the end, then move and encrypt there with a vault of the new subscription. With an encrypted Linux OS disk build a new VM there.',
    outputs: [],
  },
  'renew-vault-tenant': {
    title: 'Set the vault to the new tenant',
    text: 'Compare `properties.tenantId` of the vault with the tenant of the subscription. If they differ, set it to the new one, remove the access policies of the former tenant and give access anew.',
    outputs: [{ output: 'The tenant id is that of the subscription', means: 'Grant access, then repeat the call.' }],
  },
  'adapt-compliance-policy': {
    title: 'Adapt the compliance policy',
    text: 'In Intune, let the policy that asks for BitLocker leave out these VMs by a device filter, and prove their encryption by Azure Policy. Do so before VMs move to encryption at host.',
    outputs: [
      { output: 'The device is compliant at its next check-in', means: 'Conditional access lets its users in.' },
    ],
  },
  'take-out-of-mbam': {
    title: 'Take the VM out of MBAM',
    text: 'Leave it out of the group policies for MBAM and remove the client. Do not decrypt volumes by BitLocker’s own tools: after disk encryption that can cost the data.',
    outputs: [
      { output: '`Get-Service MBAMAgent` finds nothing', means: 'Apply the policies, then ask for encryption again.' },
    ],
  },
  'enable-secret-version': {
    title: 'Enable the version of the secret',
    text: 'Take name and version from the secret URL in the settings of the disk. Another version does not open it.',
    outputs: [{ output: '`enabled` is true', means: 'The platform can fetch the key at the next start.' }],
  },
  'register-single-pass': {
    title: 'Register single pass in the subscription',
    text: 'Run the last command when the second one says `Registered`, after some ten minutes.',
    outputs: [{ output: '`Registered`', means: 'Send the request again.' }],
  },
  'extend-windows-volume': {
    title: 'Move the system reserved partition behind the free space',
    text: 'Follow Microsoft’s article from its first step: a new boot volume at the end of the disk, its boot files, it becomes active, and the old one goes last. The resize itself needs the VM deallocated.',
    outputs: [
      {
        output: '“Extend Volume” can be chosen for C:',
        means: 'Extend it, and keep the snapshot until a start was proven.',
      },
    ],
  },
  'extend-linux-data': {
    title: 'Extend the layers of the data disk',
    text: 'First the disk in Azure, then from outside in. Leave out layers that are not there: without LVM the file system follows directly by `resize2fs` or `xfs_growfs`.',
    outputs: [
      { output: '`lsblk` shows the new size on each layer', means: 'The space can be used, encrypted like the rest.' },
    ],
  },
} satisfies Readonly<Record<string, StepWords>>
