import type { StepWords } from '../types'

/** Steps that change the VM, its disks, the extension, the vault or the network through Azure. */
export const doingSteps = {
  'snapshot-disks': {
    title: 'Take a snapshot of every disk first',
    text: 'It is the only way back if the next step fails. Repeat the command for each data disk whose name is not filled in. The snapshot of an encrypted disk is encrypted too. An ephemeral or unmanaged OS disk has none: copy what you need from it.',
    outputs: [{ output: '`provisioningState` is `Succeeded` for each disk', means: 'You can go back.' }],
  },
  'restart-vm': {
    title: 'Restart the VM once',
    text: 'The OS disk copy is complete; the VM must restart once from the encrypted disk. First check that no boot loader (grub) or kernel update is half installed. The report should change within about three minutes after the VM is up.',
    outputs: [
      { output: 'The report shows `Encrypted`', means: 'OS disk encryption is complete.' },
      {
        output: 'Still `VMRestartPending` ten minutes after the start',
        means: 'Save the serial console log; do not restart again before you have read it.',
      },
    ],
  },
  'restart-to-leave-memory-system': {
    title: 'Restart to leave the minimal system in memory',
    text: 'After a failed unmount, the VM can still run the minimal system in memory, without its services. A restart brings the normal system back. The extension may then try again on its own.',
    outputs: [
      { output: 'The VM starts with its services', means: 'The OS disk was not touched.' },
      { output: 'It does not start', means: 'Restore the OS disk from the snapshot.' },
    ],
  },
  'restart-to-resume': {
    title: 'Restart to resume encryption',
    text: 'The encryption marker is on the disk: background encryption of the OS disk resumes after a restart where it stopped.',
    outputs: [{ output: '`Background encrypting` with a percentage', means: 'Encryption has resumed.' }],
  },
  'start-vm': {
    title: 'Start the VM',
    text: 'Extensions work only while the VM is running.',
    outputs: [{ output: '`VM running`, then agent `Ready`', means: 'The report becomes current within minutes.' }],
  },
  'deallocate-and-start': {
    title: 'Stop (deallocate) and start the VM',
    text: 'Only a start after deallocation attaches the key volume again; a restart does not (inferred).',
    outputs: [{ output: '`VM running`, and the disks unlocked', means: 'The key volume is attached again.' }],
  },
  'resize-vm': {
    title: 'Resize the VM',
    text: 'The first command lists the available sizes. The VM stops for the change and may move to another host. You can reduce the size again after encryption.',
    outputs: [{ output: 'The VM runs with the new size', means: 'Request encryption again.' }],
  },
  'restore-os-disk': {
    title: 'Restore the earlier OS disk',
    text: 'Creates a disk from the snapshot with the type and zone of the old one, deallocates the VM, swaps the OS disk and starts the VM. Omit `--zone` if the old disk had no zone. The old disk stays.',
    outputs: [
      {
        output: 'The VM starts from the new disk',
        means:
          'Remove the cause at once: the request still exists, and encryption may start again on its own (inferred).',
      },
      { output: 'It does not start', means: 'The snapshot was taken too late. Try an older one or a backup.' },
    ],
  },
  'restore-data-disk': {
    title: 'Restore the earlier data disk if its encryption had begun',
    text: 'Only if the log shows that its header or copy had begun. Unmount the volume first. The command creates a disk from the snapshot, with the type and zone of the old one, at the same LUN. Omit `--zone` if the old disk had none.',
    outputs: [{ output: 'The volume can be mounted', means: 'The data from the snapshot is restored.' }],
  },
  'prove-key-on-copy': {
    title: 'Before the VM stops, unlock a copy of a managed disk (with dual pass ask Azure support)',
    text: 'While open volumes are still readable: the command creates a repair VM with an unlocked copy; your VM is not changed. If the key does not unlock the copy, do not stop the VM. With dual pass this is not possible: ask Azure support before you stop the VM.',
    outputs: [
      { output: 'The copy is unlocked', means: 'The key is right: the VM can be stopped and started.' },
      { output: 'It is not unlocked', means: 'Keep the VM running, save its data, and contact Azure support.' },
    ],
  },
  'repair-offline': {
    title: 'Inspect a copy of the disk in a repair VM (managed disk, single pass only)',
    text: 'The command creates a second VM with an unlocked copy of the OS disk. It needs the Azure CLI extension `vm-repair`; your VM is not changed.',
    outputs: [{ output: 'The copy is mounted in the repair VM', means: 'You can save logs and files from it.' }],
  },
  'enable-again': {
    title: 'Request encryption again',
    text: 'Sends the same request with a new sequence version: the extension ignores an old one. Replace the placeholder with your key encryption key; its URL ends with the version. Omit its two options only if the VM uses none.',
    outputs: [
      {
        output: 'The message changes within half an hour',
        means: 'The run has started. For the OS disk, hours without a new message are then normal.',
      },
      { output: 'The same error at once', means: 'The cause still exists.' },
    ],
  },
  'enable-with-right-vault': {
    title: 'Request encryption with the right vault and key URL',
    text: 'Specify a vault in the VM’s region and subscription by its full resource ID, and a key by its full versioned URL.',
    outputs: [{ output: 'The message changes within half an hour', means: 'The request was accepted.' }],
  },
  'enable-for-all-volumes': {
    title: 'Request encryption of all volumes',
    text: 'Only a new request covers disks that were attached later or left out. They must be mounted.',
    outputs: [{ output: 'Every disk has key settings and a report', means: 'All volumes are covered.' }],
  },
  'enable-data-only': {
    title: 'Request encryption of the data volumes only',
    text: 'More systems support this than OS encryption, and it can be undone. It is refused if an earlier request of this VM was `OS` or `All`.',
    outputs: [
      { output: 'The report for data shows `Encrypted`', means: 'The data volumes are encrypted.' },
      {
        output: '`Moving from volume type` … `is not allowed`',
        means: 'The VM keeps an earlier request. Only the same type or `All` is accepted.',
      },
    ],
  },
  'enable-format-all': {
    title: 'Format and encrypt the data disks',
    text: 'Fast, and works with any file system, because it erases everything on mounted data disks. Unmount the disks that you want to keep. The volumes get a new `UUID`: update `/etc/fstab`. With `All`, the OS disk is encrypted too.',
    outputs: [
      {
        output: 'The report for data shows `Encrypted`',
        means: 'Mount the new, empty volumes by their new `UUID` and restore your data.',
      },
    ],
  },
  'disable-encryption': {
    title: 'Decrypt the volumes',
    text: 'Always do this before you remove the extension. On Linux only data volumes can be decrypted.',
    outputs: [{ output: 'The report shows `NotEncrypted`', means: 'Now you can remove the extension.' }],
  },
  'remove-extension-after-disable': {
    title: 'Remove the extension after decryption',
    text: 'Only when every volume reports `NotEncrypted`. Before that, removal would leave encrypted disks that nothing unlocks.',
    outputs: [{ output: 'The extension is no longer listed', means: 'The VM no longer uses disk encryption.' }],
  },
  'remove-wrong-extension': {
    title: 'Remove the wrong extension',
    text: 'Check the list first, and specify the deprecated one, or the one for the other operating system.',
    outputs: [
      { output: 'Only the right extension is listed', means: 'Request encryption again if you still want it.' },
    ],
  },
  'remove-other-extension': {
    title: 'Remove the other extension temporarily',
    text: 'Install it again after encryption has finished.',
    outputs: [{ output: 'It is no longer listed', means: 'Request encryption again.' }],
  },
  'migrate-to-single-pass': {
    title: 'Migrate an encrypted VM to single pass',
    text: 'Converts a dual-pass VM to single pass without decrypting it. Only Azure PowerShell can do this.',
    outputs: [{ output: 'Extension version 1.x on Linux or 2.x on Windows', means: 'The migration is complete.' }],
  },
  'enable-vault-for-disks': {
    title: 'Enable the vault for disk encryption',
    text: 'The platform can then read and write what disk encryption needs in this vault.',
    outputs: [{ output: '`enabledForDiskEncryption` is true', means: 'Request encryption again.' }],
  },
  'enable-soft-delete': {
    title: 'Enable soft delete',
    text: 'A vault without it is refused. It cannot be disabled again.',
    outputs: [{ output: '`enableSoftDelete` is true', means: 'Request encryption again.' }],
  },
  'let-platform-into-vault': {
    title: 'Allow trusted Microsoft services through the firewall',
    text: 'The firewall stays on for all other traffic.',
    outputs: [{ output: '`bypass` is `AzureServices`', means: 'Wait a few minutes, then request encryption again.' }],
  },
  'create-vault-beside-vm': {
    title: 'Create a vault in the VM’s region and subscription',
    text: 'Same region, same subscription, enabled for disk encryption.',
    outputs: [{ output: 'The new vault', means: 'Specify it in the next request.' }],
  },
  'enable-key-version': {
    title: 'Enable the key version in use',
    text: 'Old versions must stay enabled as long as a disk, snapshot or backup depends on them.',
    outputs: [{ output: '`enabled` is true', means: 'The disks can be unlocked again.' }],
  },
  'create-key': {
    title: 'Create a supported key',
    text: 'RSA with 4096 bits works on every system. Then specify its full URL in the request.',
    outputs: [{ output: 'The URL of the new version', means: 'Use it in the next request.' }],
  },
  'recover-secret': {
    title: 'Recover the deleted secret',
    text: 'The first command lists the deleted secrets; specify the one that the disk settings reference.',
    outputs: [
      {
        output: 'The secret is listed among the active ones',
        means: 'The platform can provide the key at the next start.',
      },
      {
        output: 'Not in the list of deleted secrets',
        means:
          'It was purged, or never existed. Only a backup that contains key and secret can restore it: contact your Azure Backup administrator.',
      },
    ],
  },
  'recover-vault': {
    title: 'Recover the deleted vault',
    text: 'A deleted vault can be recovered with everything in it until its retention period ends.',
    outputs: [
      { output: 'The vault is listed again', means: 'Its keys and secrets are restored. Start the VM.' },
      {
        output: 'Not in the list of deleted vaults',
        means:
          'It was purged, or never existed. Only a backup that contains key and secret can restore it: contact your Azure Backup administrator.',
      },
    ],
  },
  'recover-key': {
    title: 'Recover the deleted key',
    text: 'The first command lists the deleted keys; specify the one that the disk settings reference.',
    outputs: [
      { output: 'The key is listed among the active ones', means: 'The disks can be unlocked again.' },
      {
        output: 'Not in the list of deleted keys',
        means:
          'It was purged, or never existed. Only a backup that contains key and secret can restore it: contact your Azure Backup administrator.',
      },
    ],
  },
  'grant-application': {
    title: 'Grant the application an access policy on the vault',
    text: 'For a vault with access policies. Dual pass signs in as an application that must set secrets and wrap keys. The command replaces the application’s current permissions: list all that it needs, and those the message asks for.',
    outputs: [
      { output: 'The vault’s access policies include the application', means: 'Request encryption again.' },
      {
        output: '`Cannot set policies to a vault with` … `enable-rbac-authorization`',
        means: 'The vault uses Azure RBAC: assign roles instead.',
      },
    ],
  },
  'exempt-from-policy': {
    title: 'Exempt the vault from the policy',
    text: 'Agree on it with the owner of the policy, and set an expiration date for the exemption.',
    outputs: [{ output: 'The exemption is listed', means: 'Wait a few minutes, then request encryption again.' }],
  },
  'remove-lock': {
    title: 'Remove the lock during the run',
    text: 'The list of locks shows its ID. Create the lock again when encryption has finished.',
    outputs: [{ output: 'The lock is no longer listed', means: 'Request encryption again.' }],
  },
  'allow-entra-and-vault': {
    title: 'Allow Microsoft Entra ID and Key Vault',
    text: 'Two outbound rules by service tag, port 443. Only dual pass needs them.',
    outputs: [{ output: 'Both rules come before any `Deny`', means: 'Request encryption again.' }],
  },
  'allow-storage': {
    title: 'Allow Azure Storage',
    text: 'Old agents download extensions from there.',
    outputs: [{ output: 'The rule comes before any `Deny`', means: 'The extension can be downloaded.' }],
  },
  'remove-platform-deny': {
    title: 'Remove the rule that blocks the platform',
    text: 'The VM must be able to reach the metadata service and the host.',
    outputs: [
      {
        output: 'The rule no longer appears in the effective rules',
        means: 'Check inside the VM that both addresses respond.',
      },
    ],
  },
  'restart-windows': {
    title: 'Restart Windows once',
    text: 'This ends the process that locks the file. Close open applications first.',
    outputs: [{ output: 'The file is free after the restart', means: 'Request encryption again.' }],
  },
  'build-vm-from-snapshot': {
    title: 'Build a second VM from the snapshot',
    text: 'Creates a disk from the snapshot and a second VM from it; the current VM is not stopped or changed. With dual pass, an OS disk cannot be swapped, so this is the way back.',
    outputs: [
      {
        output: 'The new VM starts',
        means: 'Its data is as old as the snapshot. Move users only when you retire the old VM.',
      },
    ],
  },
  'extend-key-version': {
    title: 'Extend the expiration date of the key version',
    text: 'An expired version still unwraps, so the VM boots. It no longer wraps: new requests, new disks and key changes fail.',
    outputs: [{ output: '`expires` is in the future', means: 'Request encryption again.' }],
  },
  'grant-application-role': {
    title: 'Assign roles on the vault to the application',
    text: 'For a vault with Azure RBAC, where access policies have no effect. One role sets secrets, the other wraps keys.',
    outputs: [
      { output: 'Both role assignments are listed', means: 'Wait some minutes, then request encryption again.' },
    ],
  },
} satisfies Readonly<Record<string, StepWords>>
