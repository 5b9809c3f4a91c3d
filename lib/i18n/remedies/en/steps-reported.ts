import type { StepWords } from '../types'

/** Steps for what clients, boot screens and other services report. */
export const reportedSteps = {
  'wait-for-key-change': {
    title: 'Wait for a later run, or plan a stop and start after both keys have been tested',
    text: 'The agent begins a run at the next start (inferred); it reports `Encryption settings updated`. Keep both secrets and both keys until then. Deallocate and start only after the new key has opened every disk, with snapshots and Azure support at hand.',
    outputs: [
      { output: '`Encryption settings updated`', means: 'The new key is in use. Keep the old one for backups.' },
    ],
  },
  'choose-larger-size': {
    title: 'Choose a size with 8 GB of memory or more for the next attempt',
    text: 'Only if the check shows less memory. A resize stops the VM: do it once the status shows that no run is in progress, and after a snapshot of every disk.',
    outputs: [],
  },
  'wait-for-package-manager': {
    title: 'Wait until the package manager is available',
    text: 'Wait for the other installation to finish. Do not delete lock files: that can break the package database.',
    outputs: [{ output: 'The check downloads packages without a lock message', means: 'Request encryption again.' }],
  },
  'use-first-vault-address': {
    title: 'Use the vault address of the first request',
    text: 'Wait until the running key change has ended with `Encryption settings updated`. Copy the vault URL from the log line, after `effective config`, with the same case and slash, into every later request.',
    outputs: [
      {
        output: 'The log no longer says `differs from effective config`',
        means: 'The request covers new disks again.',
      },
    ],
  },
  'use-single-pass': {
    title: 'Use single pass on a supported release (no Entra parameters)',
    text: 'Leave out the application’s ID and secret. An encrypted dual-pass VM must be migrated. If nothing is encrypted yet, remove the old extension before the request.',
    outputs: [],
  },
  'enable-single-pass': {
    title: 'Request encryption with single pass (no Entra parameters)',
    text: 'Names no application. If the VM still has the dual-pass extension or key settings, Azure CLI asks for `--aad-client-id`: then it is still dual pass.',
    outputs: [
      {
        output: 'Extension version 1.x on Linux or 2.x on Windows, and the message changes within half an hour',
        means: 'The run has started with single pass.',
      },
      { output: '`Please provide --aad-client-id`', means: 'The old extension or its key settings still exist.' },
    ],
  },
  'remove-dual-pass-extension': {
    title: 'Only if nothing is encrypted: remove the dual-pass extension (0.1; Windows 1.1), if any',
    text: 'Otherwise the next request is dual pass again. Never remove it from an encrypted VM: that one is migrated.',
    outputs: [{ output: 'It is no longer listed', means: 'Request encryption with single pass.' }],
  },
  'copy-data-away': {
    title: 'Copy the data to another place',
    text: 'Copy every file of the mounted data disks, and of the temporary disk if you need it, to storage that is not formatted, and check the copy. A snapshot alone is no such copy: it holds the old volume.',
    outputs: [{ output: 'The copy opens, and its size matches', means: 'The volumes may be formatted.' }],
  },
  'enter-passphrase': {
    title: 'Enter the decoded passphrase at the serial console',
    text: 'Connect to the serial console and paste what the file of the step before holds, without a line end: 172 characters if the extension made it. Do not restart until the cause is removed.',
    outputs: [
      { output: 'The system boots', means: 'The disk is in order. Remove the cause before the next restart.' },
      { output: 'The prompt appears again', means: 'The passphrase is of another disk or version. Unlock a copy.' },
    ],
  },
  'install-boot-tool': {
    title: 'Install nmap-ncat and rebuild the initramfs',
    text: 'On RHEL and CentOS 7, in the running VM. Do not restart before `dracut` has ended without an error.',
    outputs: [{ output: '`dracut` ends without an error', means: 'Restart once and watch the boot.' }],
  },
  'remove-lockout-policy': {
    title: 'Remove the account lockout policy',
    text: 'The policy “Interactive logon: Machine account lockout threshold” asks for the recovery key after failed sign-ins. Change it where `gpresult` shows it: a policy of the domain sets the value again. The last command removes the value in the VM.',
    outputs: [{ output: '`MaxDevicePasswordFailedAttempts` is not listed', means: 'Windows no longer locks itself.' }],
  },
  'fetch-disk-key': {
    title: 'Get the disk’s key from the vault; run the second command only if the type is `BEK`',
    text: 'Take name and version from the secret URL in the disk settings. The file is the key of the disk (passphrase, BEK): delete it when you are done, and do not paste it into a ticket.',
    outputs: [
      { output: 'The type is not `Wrapped BEK`', means: 'The file can unlock the disk or a copy of it.' },
      {
        output: 'The type is `Wrapped BEK`',
        means: 'Unwrap it, or let `az vm repair` unlock the copy. The second command would write a wrong key file.',
      },
      { output: 'Not found or forbidden', means: 'Recover the secret, or ask for its permission, before any restart.' },
    ],
  },
  'unwrap-disk-key': {
    title: 'Only if the type is `Wrapped BEK`: unwrap it with the key encryption key',
    text: 'The vault unwraps it; the URL ends with the key’s version. This needs the permission to unwrap keys. If the secret’s tags name another algorithm, use that. On Linux the command writes the passphrase to `LinuxPassPhraseFileName`.',
    outputs: [
      { output: 'A passphrase, or a key file', means: 'It can unlock the disk or a copy of it.' },
      { output: '`Forbidden`', means: 'Ask for the permission to unwrap keys, or let `az vm repair` unlock the copy.' },
    ],
  },
  'swap-repaired-disk': {
    title: 'Only if you repaired the copy: swap it in as the OS disk',
    text: '`az vm repair restore` takes a copy that `az vm repair create` made, and makes it the OS disk; it does not start the VM.',
    outputs: [
      { output: 'The VM starts from the repaired disk', means: 'Keep the old disk until everything is verified.' },
    ],
  },
  'back-up-luks-header': {
    title: 'Save a copy of the LUKS headers',
    text: 'If a header is damaged, not even the right key opens its volume. Data disks hold theirs; the OS disk’s is a file. Keep the copies outside the VM and as safe as a key: they open the disk also with keys that were removed later.',
    outputs: [{ output: 'The copies exist outside the VM', means: 'A damaged header can be restored from them.' }],
  },
  'restore-key-file': {
    title: 'Only if the key file is empty or wrong: write it again; test the key before and after it',
    text: 'Write the decoded key of the steps before into `LinuxPassPhraseFileName` without a line end (inferred). First test that it opens the disks, and agree on it with Azure support. Test the written file again: restart only if it prints `opens` for each disk.',
    outputs: [],
  },
  'prepare-scale-set': {
    title: 'Register the feature `UnifiedDiskEncryption`, and prepare the scale set',
    text: 'If ARM asks for it, remove the extension from the model and upgrade the instances. Register `UnifiedDiskEncryption` of `Microsoft.Compute` if it is missing. Use managed disks, a supported image and size, and `Data` on Linux; new ones: encryption at host.',
    outputs: [],
  },
  'update-client': {
    title: 'Update the client: `az upgrade`, or `Update-Module Az`',
    text: 'The first is for Azure CLI, the second for PowerShell. Then read the status again.',
    outputs: [],
  },
  'copy-keys-to-target': {
    title: 'Copy the keys to the target region and choose that vault',
    text: 'Run the script that Microsoft publishes for copying disk encryption keys for Site Recovery, then specify the target vaults in the replication settings. Repeat it after every key change.',
    outputs: [],
  },
  'grant-backup': {
    title: 'Grant the backup service an access policy',
    text: 'For a vault with access policies. The ID is that of the Backup Management Service in the public cloud.',
    outputs: [
      {
        output: 'The vault’s access policies include the service',
        means: 'Start a backup and check that it succeeds.',
      },
    ],
  },
  'run-backup-again': {
    title: 'Run the backup again',
    text: 'Only a new recovery point contains the current key and secret. Permissions can take some minutes to take effect.',
    outputs: [{ output: 'The backup job is completed', means: 'There is a recovery point with the current key.' }],
  },
  'grant-backup-role': {
    title: 'Assign a role to the backup service',
    text: 'For a vault with Azure RBAC, where access policies have no effect.',
    outputs: [{ output: 'The role assignment is listed', means: 'Wait some minutes, then start a backup.' }],
  },
  'grant-caller': {
    title: 'Grant the caller the missing permissions in an access policy',
    text: 'For a vault with access policies. The caller is whoever the message names by `oid`. A list replaces the caller’s present list of its kind: write those permissions before the missing ones.',
    outputs: [{ output: 'The caller’s policy lists the missing permissions', means: 'Repeat the operation.' }],
  },
  'grant-caller-role': {
    title: 'Assign the caller a role on the vault',
    text: 'For a vault with Azure RBAC, where access policies have no effect. The role must have the action that the message names; the caller is whoever it names by `oid`.',
    outputs: [{ output: 'The role assignment is listed', means: 'Wait some minutes, then repeat the operation.' }],
  },
  'grant-service-key': {
    title: 'Grant the service’s identity get, wrapKey and unwrapKey on keys',
    text: 'For a vault with access policies, and only if these permissions are missing. The command replaces the identity’s present permissions for keys: list those that it has as well. Its permissions for secrets stay.',
    outputs: [
      { output: 'The identity’s policy lists `get`, `wrapKey` and `unwrapKey`', means: 'Repeat the operation.' },
    ],
  },
  'grant-service-key-role': {
    title: 'Assign a role on the key to the service’s identity',
    text: 'For a vault with Azure RBAC. The role is `Key Vault Crypto Service Encryption User`.',
    outputs: [{ output: 'The role assignment is listed', means: 'Wait some minutes, then repeat the operation.' }],
  },
  'unlock-repair-disk': {
    title: 'If the copy is not open yet: unlock it in the repair VM',
    text: 'In the repair VM. `az vm repair create --unlock-encrypted-vm` has already done so, on Linux with a mount at `/investigateroot`. Otherwise Linux needs the key volume and the LUKS header, Windows the key file.',
    outputs: [
      {
        output: '`osencrypt` appears below the device, or Windows shows the drive as unlocked',
        means: 'Mount it and read or repair its files.',
      },
      {
        output: '`No key available with this passphrase`',
        means: 'The key volume holds another key. Use the secret that the disk references.',
      },
    ],
  },
  'import-volume-group': {
    title: 'LVM, if `/investigateroot` is not mounted: mount it under a temporary group name',
    text: 'One image gives the groups of both VMs the same name and IDs. Note the old name: the VM looks for it at boot.',
    outputs: [
      {
        output: '`pvs` warns of duplicate PVs',
        means: 'The copy has the same IDs. The third command assigns new ones.',
      },
      { output: '`/investigateroot` is mounted', means: 'Read or repair its files.' },
    ],
  },
  'restore-group-name': {
    title: 'Give it the old name again; a repair VM’s group of that name is renamed first',
    text: 'Before boot files are made or the copy returns: the VM does not boot from a group of another name. LVM refuses a name that another group has.',
    outputs: [{ output: '`vgs` lists the old name, and no `rescuemevg`', means: 'The copy has its name again.' }],
  },
  'close-repair-disk': {
    title: 'Close the copy before it returns: unmount it, deactivate its group, lock it',
    text: 'Linux only; leave a `chroot` first. A group that is active keeps the disk in use.',
    outputs: [
      { output: '`lsblk` shows no mount point', means: 'The copy can be swapped in.' },
      { output: '`target is busy`', means: 'Leave the `chroot` and its folders, then repeat.' },
    ],
  },
  'decide-about-move': {
    title: 'Choose how to move the VM, or make an image of it',
    text: 'An encrypted VM can be neither moved to another region or subscription nor used as an image for others. Windows, or Linux with an unencrypted OS disk: decrypt first, then move or capture it, and encrypt it there. Otherwise build a new VM.',
    outputs: [],
  },
  'renew-vault-tenant': {
    title: 'Set the vault to the new tenant',
    text: 'Compare `properties.tenantId` of the vault with the subscription’s tenant. If they differ, set it to the new one, remove the access policies of the previous tenant and grant access again.',
    outputs: [{ output: 'The tenant ID matches the subscription', means: 'Grant access, then repeat the call.' }],
  },
  'adapt-compliance-policy': {
    title: 'Adjust the compliance policy',
    text: 'In Intune, exclude these VMs from the BitLocker policy with a device filter, and prove their encryption with Azure Policy. Do this before VMs move to encryption at host.',
    outputs: [
      {
        output: 'The device is compliant at its next check-in',
        means: 'Conditional Access no longer blocks its users.',
      },
    ],
  },
  'take-out-of-mbam': {
    title: 'Exclude the VM from MBAM',
    text: 'Exclude it from the MBAM group policies and remove the client. Do not decrypt volumes with BitLocker’s own tools: after disk encryption that can cause data loss.',
    outputs: [
      { output: '`Get-Service MBAMAgent` finds nothing', means: 'Apply the policies, then request encryption again.' },
    ],
  },
  'enable-secret-version': {
    title: 'Enable the secret version',
    text: 'Take name and version from the secret URL in the disk settings. Another version does not unlock the disk.',
    outputs: [{ output: '`enabled` is true', means: 'The platform can fetch the key at the next start.' }],
  },
  'register-single-pass': {
    title: 'Register single pass in the subscription',
    text: 'Run the last command when the second one shows `Registered`, after about ten minutes.',
    outputs: [{ output: '`Registered`', means: 'Send the request again.' }],
  },
  'extend-windows-volume': {
    title: 'Move the system reserved partition behind the free space',
    text: 'Follow Microsoft’s article from its first step: create a new boot volume at the end of the disk with its boot files, make it active, and remove the old one last. The resize requires the VM to be deallocated.',
    outputs: [
      {
        output: '“Extend Volume” can be chosen for C:',
        means: 'Extend it, and keep the snapshot until the VM has booted.',
      },
    ],
  },
  'extend-linux-data': {
    title: 'Extend the layers of the data disk',
    text: 'First the disk in Azure, then from the outside in. Skip layers that do not exist: without LVM the file system follows directly with `resize2fs` or `xfs_growfs`.',
    outputs: [
      { output: '`lsblk` shows the new size on each layer', means: 'The space can be used, encrypted like the rest.' },
    ],
  },
} satisfies Readonly<Record<string, StepWords>>
