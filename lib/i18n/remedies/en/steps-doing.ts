import type { StepWords } from '../types'

/** What changes the VM, its disks, the extension, the vault or the network. */
export const doingSteps = {
  'snapshot-disks': {
    title: 'Take a snapshot of every disk first',
    text: 'It is the only way back if the next step goes wrong. The snapshot of an encrypted disk is encrypted too.',
    outputs: [{ output: '`provisioningState` is `Succeeded` for each disk', means: 'There is a way back.' }],
  },
  'restart-vm': {
    title: 'Restart the VM once',
    text: 'The OS disk is copied; the VM must start once from the encrypted one. Within about three minutes after it is up the report should change.',
    outputs: [
      { output: 'The report says `Encrypted`', means: 'Encryption of the OS disk is complete.' },
      {
        output: 'Still `VMRestartPending` ten minutes after the start',
        means: 'Save the serial console log; do not restart again before you have read it.',
      },
    ],
  },
  'restart-to-leave-memory-system': {
    title: 'Restart to leave the system in memory',
    text: 'After a failed unmount the VM can still run the small system in memory, without its services. A restart brings the normal one back. The extension may then try again by itself.',
    outputs: [
      { output: 'The VM starts with its services', means: 'The OS disk was not touched.' },
      { output: 'It does not start', means: 'Bring the OS disk back from the snapshot.' },
    ],
  },
  'restart-during-copy': {
    title: 'Restart although the copy may be running',
    text: 'Only as the last resort, when disk traffic and agent have been silent for long and a snapshot exists.',
    outputs: [
      { output: 'The VM starts', means: 'Read its status again before anything else.' },
      { output: 'It does not start', means: 'Bring the OS disk back from the snapshot.' },
    ],
  },
  'restart-to-resume': {
    title: 'Restart so that encryption goes on',
    text: 'Encryption of data volumes goes on after a restart from where it stood.',
    outputs: [{ output: '`Resuming encryption after reboot` with a percentage', means: 'It goes on.' }],
  },
  'start-vm': {
    title: 'Start the VM',
    text: 'Extensions work only while it runs.',
    outputs: [{ output: '`VM running`, then agent `Ready`', means: 'The report becomes current within minutes.' }],
  },
  'deallocate-and-start': {
    title: 'Deallocate the VM and start it again',
    text: 'Only a start after deallocation attaches the key volume anew. The temporary disk loses its content and a dynamic public IP address can change.',
    outputs: [{ output: '`VM running`, and the disks unlocked', means: 'The key volume is back.' }],
  },
  'resize-vm': {
    title: 'Choose a larger size',
    text: 'The first command lists what is available. After encryption the size may be reduced again.',
    outputs: [{ output: 'The VM runs in the new size', means: 'Ask for encryption again.' }],
  },
  'restore-os-disk': {
    title: 'Bring back the OS disk from before',
    text: 'Makes a disk of the snapshot, stops the VM, exchanges the OS disk and starts it. Everything written since the snapshot is lost; the old disk stays beside it.',
    outputs: [
      { output: 'The VM starts from the new disk', means: 'Take the cause away before the next run.' },
      { output: 'It does not start', means: 'The snapshot was taken too late. Try an older one or a backup.' },
    ],
  },
  'restore-data-disk': {
    title: 'Bring back the data disk from before',
    text: 'Makes a disk of the snapshot and attaches it in the place of the damaged one.',
    outputs: [{ output: 'The volume can be mounted', means: 'The data of the snapshot is back.' }],
  },
  'repair-offline': {
    title: 'Look at the disk from a repair VM',
    text: 'The command makes a second VM with an unlocked copy of the OS disk. It needs the extension `vm-repair` of Azure CLI; your VM is not changed.',
    outputs: [{ output: 'The copy is mounted in the repair VM', means: 'Logs and files can be saved from it.' }],
  },
  'enable-again': {
    title: 'Ask for encryption again',
    text: 'The same request with a new sequence version: an old one is ignored.',
    outputs: [
      {
        output: 'The message changes within half an hour',
        means: 'The run has begun. For the OS disk, hours without a new message are normal then.',
      },
      { output: 'The same error at once', means: 'The cause is still there.' },
    ],
  },
  'enable-with-right-vault': {
    title: 'Ask again with the right vault',
    text: 'Name a vault in the region and subscription of the VM, by its full resource id, and a key by its full versioned address.',
    outputs: [{ output: 'The message changes within half an hour', means: 'The request was taken.' }],
  },
  'enable-for-all-volumes': {
    title: 'Ask for all volumes',
    text: 'Disks attached later, or left out, are covered only by a new request. They must be mounted.',
    outputs: [{ output: 'Every disk becomes stamped and reported', means: 'All volumes are covered.' }],
  },
  'enable-data-only': {
    title: 'Ask for the data volumes only',
    text: 'More systems support this than the OS disk, and it can be undone.',
    outputs: [{ output: 'The report for data says `Encrypted`', means: 'The data volumes are encrypted.' }],
  },
  'enable-format-all': {
    title: 'Format and encrypt the data disks',
    text: 'Fast, and for any file system, because everything on them is erased.',
    outputs: [
      { output: 'The report for data says `Encrypted`', means: 'Mount the new, empty volumes and restore your data.' },
    ],
  },
  'disable-encryption': {
    title: 'Decrypt the volumes',
    text: 'Always before removing the extension. On Linux only data volumes can be decrypted.',
    outputs: [{ output: 'The report says `NotEncrypted`', means: 'Now the extension may be removed.' }],
  },
  'remove-extension-after-disable': {
    title: 'Remove the extension, after decryption',
    text: 'Only when every volume reports `NotEncrypted`. Before that it would leave encrypted disks without anything to unlock them.',
    outputs: [{ output: 'The extension is no longer listed', means: 'The VM is free of disk encryption.' }],
  },
  'remove-wrong-extension': {
    title: 'Remove the extension that does not belong',
    text: 'Look at the list first and name the deprecated one, or the one for the other operating system.',
    outputs: [
      { output: 'Only the right extension is listed', means: 'Ask for encryption again if it is still wanted.' },
    ],
  },
  'remove-other-extension': {
    title: 'Take the other extension away for now',
    text: 'Install it again after encryption has finished.',
    outputs: [{ output: 'It is no longer listed', means: 'Ask for encryption again.' }],
  },
  'migrate-to-single-pass': {
    title: 'Move to single pass',
    text: 'Turns a dual-pass VM into a single-pass one without decrypting it. Only Azure PowerShell can do it.',
    outputs: [{ output: 'Extension version 1.x on Linux or 2.x on Windows', means: 'The move is done.' }],
  },
  'enable-vault-for-disks': {
    title: 'Allow the vault for disk encryption',
    text: 'The platform may then read and write what disk encryption needs in this vault.',
    outputs: [{ output: '`enabledForDiskEncryption` is true', means: 'Ask for encryption again.' }],
  },
  'enable-soft-delete': {
    title: 'Switch on soft delete',
    text: 'A vault without it is refused. It cannot be switched off again.',
    outputs: [{ output: '`enableSoftDelete` is true', means: 'Ask for encryption again.' }],
  },
  'let-platform-into-vault': {
    title: 'Let trusted Azure services through the firewall',
    text: 'The firewall stays on for everybody else.',
    outputs: [{ output: '`bypass` is `AzureServices`', means: 'Wait a few minutes, then ask again.' }],
  },
  'create-vault-beside-vm': {
    title: 'Create a vault where the VM is',
    text: 'Same region, same subscription, allowed for disk encryption.',
    outputs: [{ output: 'The new vault', means: 'Name it in the next request.' }],
  },
  'enable-key-version': {
    title: 'Enable the key version in use',
    text: 'Old versions must stay enabled for as long as a disk depends on them.',
    outputs: [{ output: '`enabled` is true', means: 'The disks can be unlocked again.' }],
  },
  'create-key': {
    title: 'Create a key that is accepted',
    text: 'RSA with 4096 bits suits every system. Then name its full address in the request.',
    outputs: [{ output: 'The address of the new version', means: 'Use it in the next request.' }],
  },
  'recover-secret': {
    title: 'Bring the deleted secret back',
    text: 'The first command lists what was deleted; name the secret that the disk’s settings point to.',
    outputs: [{ output: 'The secret is listed among the active ones', means: 'Start the VM.' }],
  },
  'recover-vault': {
    title: 'Bring the deleted vault back',
    text: 'A vault that was deleted can be recovered for as long as its retention lasts, with everything in it.',
    outputs: [{ output: 'The vault is listed again', means: 'Its keys and secrets are back. Start the VM.' }],
  },
  'recover-key': {
    title: 'Bring the deleted key back',
    text: 'The first command lists what was deleted; name the key that the disk’s settings point to.',
    outputs: [{ output: 'The key is listed among the active ones', means: 'The disks can be unlocked again.' }],
  },
  'grant-application': {
    title: 'Give the application its rights on the vault',
    text: 'Dual pass signs in as an application, which must set secrets and wrap keys.',
    outputs: [{ output: 'The policy of the vault names the application', means: 'Ask for encryption again.' }],
  },
  'exempt-from-policy': {
    title: 'Exempt the vault from the policy',
    text: 'Agree on it with the people who own the policy, and give the exemption an end.',
    outputs: [{ output: 'The exemption is listed', means: 'Wait a few minutes, then ask again.' }],
  },
  'remove-lock': {
    title: 'Take the lock away while it runs',
    text: 'Put it back when encryption has finished.',
    outputs: [{ output: 'The lock is no longer listed', means: 'Ask for encryption again.' }],
  },
  'allow-entra-and-vault': {
    title: 'Allow Microsoft Entra ID and Key Vault',
    text: 'Two outbound rules by service tag, port 443. Only dual pass needs them.',
    outputs: [{ output: 'Both rules stand before any `Deny`', means: 'Ask for encryption again.' }],
  },
  'allow-storage': {
    title: 'Allow Azure Storage',
    text: 'Old agents fetch extensions from there.',
    outputs: [{ output: 'The rule stands before any `Deny`', means: 'The extension can be fetched.' }],
  },
  'remove-platform-deny': {
    title: 'Remove the rule against the platform',
    text: 'The VM must reach the metadata service and the host.',
    outputs: [
      { output: 'The rule is gone from the effective rules', means: 'Look inside whether both addresses answer.' },
    ],
  },
  'stop-services': {
    title: 'Stop what holds files open',
    text: 'Disable it too, or it comes back with the restart. End user processes that are no service.',
    outputs: [
      { output: 'Only the services of the system are left', means: 'Restart once, then ask for encryption again.' },
    ],
  },
  'release-data-volume': {
    title: 'Release the data volume',
    text: 'Stop the services that use it, and swap on it.',
    outputs: [{ output: 'No process is listed any more', means: 'The volume can be unmounted.' }],
  },
  'disable-selinux': {
    title: 'Switch SELinux off and restart once',
    text: 'Switch it on again after OS encryption has finished.',
    outputs: [{ output: '`getenforce` says `Disabled`', means: 'Ask for encryption again.' }],
  },
  'mount-data-disks': {
    title: 'Mount every data disk',
    text: 'A disk that is not mounted is passed over without a word. On Linux give each a line with `UUID` and `nofail` in `/etc/fstab`.',
    outputs: [
      { output: 'Each data disk has its mount point or letter', means: 'It will be included in the next request.' },
    ],
  },
  'move-data-mounts': {
    title: 'Mount data disks at places of their own',
    text: 'Not below `/mnt`, not below each other, not over a folder of the system.',
    outputs: [{ output: '`mount -a` says nothing', means: 'The new places work.' }],
  },
  'install-packages': {
    title: 'Install the packages beforehand',
    text: 'Without a way to the repositories take them from a mirror, and update them by hand later.',
    outputs: [{ output: 'All packages are installed', means: 'Ask for encryption again.' }],
  },
  'load-modules': {
    title: 'Let the kernel modules load',
    text: 'Take back the hardening rule that the first command finds, then load them.',
    outputs: [{ output: 'No error', means: 'Ask for encryption again.' }],
  },
  'update-kernel': {
    title: 'Install a newer kernel',
    text: 'Applies to Ubuntu 14.04 alone, which is out of support: a new VM is the better way.',
    outputs: [{ output: '`uname -r` says 4.15 or later', means: 'Ask for encryption again.' }],
  },
  'free-space': {
    title: 'Free space on the root file system',
    text: 'The list shows the largest folders. Remove old kernels and caches, not files of the system.',
    outputs: [{ output: 'Less than half of the memory is used', means: 'Ask for encryption again.' }],
  },
  'update-agent': {
    title: 'Update the VM agent',
    text: 'On Windows the command shows the version; install the current agent where it is below 2.7.41491.1010.',
    outputs: [{ output: '2.2.53.1 or later on Linux', means: 'The platform supports it.' }],
  },
  'start-agent': {
    title: 'Start the VM agent',
    text: 'Its service must run and start with the system.',
    outputs: [{ output: 'Active, or `Running`', means: 'Within minutes Azure shows `Ready`.' }],
  },
  'open-platform-address': {
    title: 'Open the way to the platform',
    text: 'Both addresses belong to the host; the rules open nothing to the outside.',
    outputs: [{ output: 'The checks inside answer', means: 'The agent reports within minutes.' }],
  },
  'bypass-proxy': {
    title: 'Reach the platform without the proxy',
    text: 'Exempt both addresses for the whole system, and remove a proxy setting of the agent if there is one.',
    outputs: [{ output: 'The metadata service answers with JSON', means: 'Ask for encryption again.' }],
  },
  'fix-bitlocker-policy': {
    title: 'Mend the group policy of BitLocker',
    text: 'Change it where it is defined: allow a start without TPM, the 256-bit recovery key and AES-CBC. Then apply it here.',
    outputs: [{ output: 'The policy was updated', means: 'Ask for encryption again; a restart may be needed.' }],
  },
  'prepare-server-core': {
    title: 'Prepare the system partition',
    text: 'Copy the four files of `bdehdcfg` from a full installation of the same release, then run it.',
    outputs: [{ output: 'A system partition of 550 MB', means: 'Restart, then ask for encryption again.' }],
  },
} satisfies Readonly<Record<string, StepWords>>
