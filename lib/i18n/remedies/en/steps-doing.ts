import type { StepWords } from '../types'

/** What changes the VM, its disks, the extension, the vault or the network through Azure. */
export const doingSteps = {
  'snapshot-disks': {
    title: 'Take a snapshot of every disk first',
    text: 'It is the only way back if the next step goes wrong. Repeat the command for each data disk whose name is not filled in. The snapshot of an encrypted disk is encrypted too.',
    outputs: [{ output: '`provisioningState` is `Succeeded` for each disk', means: 'There is a way back.' }],
  },
  'restart-vm': {
    title: 'Restart the VM once',
    text: 'The OS disk is copied; the VM must start once from the encrypted one. Before it, check that no update of the boot loader (grub) or the kernel is half installed. Within about three minutes after it is up the report should change.',
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
  'restart-to-resume': {
    title: 'Restart so that encryption goes on',
    text: 'The mark of the work is on the disk: background encryption of the OS disk goes on after a restart from where it stood.',
    outputs: [{ output: '`Background encrypting` with a percentage', means: 'It goes on.' }],
  },
  'start-vm': {
    title: 'Start the VM',
    text: 'Extensions work only while it runs.',
    outputs: [{ output: '`VM running`, then agent `Ready`', means: 'The report becomes current within minutes.' }],
  },
  'deallocate-and-start': {
    title: 'Stop (deallocate) the VM and start it',
    text: 'Only a start after deallocation attaches the key volume anew; a restart does not (inferred).',
    outputs: [{ output: '`VM running`, and the disks unlocked', means: 'The key volume is back.' }],
  },
  'resize-vm': {
    title: 'Choose a larger size',
    text: 'The first command lists what is available. The VM stops for the change and may move to another host. After encryption the size may be reduced again.',
    outputs: [{ output: 'The VM runs in the new size', means: 'Ask for encryption again.' }],
  },
  'restore-os-disk': {
    title: 'Bring back the OS disk from before',
    text: 'Makes a disk of the snapshot with type and zone of the old one, deallocates the VM, swaps the OS disk and starts. Leave `--zone` out where there was none. The old disk stays.',
    outputs: [
      {
        output: 'The VM starts from the new disk',
        means:
          'Take the cause away at once: the request is still there, and encryption may begin again by itself (inferred).',
      },
      { output: 'It does not start', means: 'The snapshot was taken too late. Try an older one or a backup.' },
    ],
  },
  'restore-data-disk': {
    title: 'Bring back the data disk from before',
    text: 'Unmount the volume in the VM first. Then a disk is made of the snapshot, with type and zone of the old one, and attached at the same LUN. Leave `--zone` out where there was none.',
    outputs: [{ output: 'The volume can be mounted', means: 'The data of the snapshot is back.' }],
  },
  'repair-offline': {
    title: 'Look at the disk from a repair VM',
    text: 'The command makes a second VM with an unlocked copy of the OS disk. It needs the extension `vm-repair` of Azure CLI; your VM is not changed.',
    outputs: [{ output: 'The copy is mounted in the repair VM', means: 'Logs and files can be saved from it.' }],
  },
  'enable-again': {
    title: 'Ask for encryption again',
    text: 'The same request with a new sequence version: an old one is ignored. Put in your key encryption key where a placeholder stands; leave its two options out only if the VM uses none.',
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
    text: 'More systems support this than the OS disk, and it can be undone. It is refused where an earlier request of this VM was `OS` or `All`.',
    outputs: [
      { output: 'The report for data says `Encrypted`', means: 'The data volumes are encrypted.' },
      {
        output: '`Moving from volume type` … `is not allowed`',
        means: 'The VM keeps an earlier request. Only the same type or `All` is accepted.',
      },
    ],
  },
  'enable-format-all': {
    title: 'Format and encrypt the data disks',
    text: 'Fast, and for any file system, because everything on mounted data disks is erased. Unmount what is to be spared. The volumes get a new `UUID`: change `/etc/fstab`. With `All` the OS disk is encrypted too.',
    outputs: [
      {
        output: 'The report for data says `Encrypted`',
        means: 'Mount the new, empty volumes by their new `UUID` and restore your data.',
      },
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
    text: 'Old versions must stay enabled for as long as a disk, snapshot or backup depends on them.',
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
    outputs: [
      {
        output: 'The secret is listed among the active ones',
        means: 'The platform can hand over the key at the next start.',
      },
      {
        output: 'Not in the list of deleted ones',
        means:
          'It was purged, or was never there. Only a backup that holds key and secret can bring it back: ask who runs Azure Backup.',
      },
    ],
  },
  'recover-vault': {
    title: 'Bring the deleted vault back',
    text: 'A vault that was deleted can be recovered for as long as its retention lasts, with everything in it.',
    outputs: [
      { output: 'The vault is listed again', means: 'Its keys and secrets are back. Start the VM.' },
      {
        output: 'Not in the list of deleted ones',
        means:
          'It was purged, or was never there. Only a backup that holds key and secret can bring it back: ask who runs Azure Backup.',
      },
    ],
  },
  'recover-key': {
    title: 'Bring the deleted key back',
    text: 'The first command lists what was deleted; name the key that the disk’s settings point to.',
    outputs: [
      { output: 'The key is listed among the active ones', means: 'The disks can be unlocked again.' },
      {
        output: 'Not in the list of deleted ones',
        means:
          'It was purged, or was never there. Only a backup that holds key and secret can bring it back: ask who runs Azure Backup.',
      },
    ],
  },
  'grant-application': {
    title: 'Give the application an access policy on the vault',
    text: 'For a vault with access policies. Dual pass signs in as an application, which must set secrets and wrap keys. The command replaces what the application may do so far: name all that it needs, and what the message asks for.',
    outputs: [
      { output: 'The policy of the vault names the application', means: 'Ask for encryption again.' },
      {
        output: '`Cannot set policies to a vault with` … `enable-rbac-authorization`',
        means: 'The vault uses Azure RBAC: assign roles instead.',
      },
    ],
  },
  'exempt-from-policy': {
    title: 'Exempt the vault from the policy',
    text: 'Agree on it with the people who own the policy, and give the exemption an end.',
    outputs: [{ output: 'The exemption is listed', means: 'Wait a few minutes, then ask again.' }],
  },
  'remove-lock': {
    title: 'Remove the lock for the time of the run',
    text: 'The list of locks shows its id. Create the lock again when encryption has finished.',
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
  'restart-windows': {
    title: 'Restart Windows once',
    text: 'It ends the process that holds the file. Close what is open first.',
    outputs: [{ output: 'The file is free after the restart', means: 'Ask for encryption again.' }],
  },
  'build-vm-from-snapshot': {
    title: 'Build a second VM from the snapshot',
    text: 'Makes a disk of the snapshot and a VM beside the present one, which is not stopped or changed. Dual pass: an OS disk cannot be swapped there, so this is the way back.',
    outputs: [
      {
        output: 'The new VM starts',
        means: 'Its data is as old as the snapshot. Move users only when the old VM is given up.',
      },
    ],
  },
  'extend-key-version': {
    title: 'Give the key version a later expiry date',
    text: 'An expired version still unwraps, so the VM starts. It no longer wraps: a new request, a new disk and a key change fail.',
    outputs: [{ output: '`expires` lies in the future', means: 'Ask for encryption again.' }],
  },
  'grant-application-role': {
    title: 'Give the application roles on the vault',
    text: 'For a vault with Azure RBAC, in which access policies have no effect. One role sets secrets, the other wraps keys.',
    outputs: [
      { output: 'Both role assignments are listed', means: 'Wait some minutes, then ask for encryption again.' },
    ],
  },
} satisfies Readonly<Record<string, StepWords>>
