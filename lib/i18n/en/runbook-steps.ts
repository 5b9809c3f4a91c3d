import type { RunbookStepKind } from '@/lib/retirement/runbook-steps'

/** What each step of a runbook is and what to look out for. */
export const runbookSteps = {
  'settle-first': {
    title: 'Resolve open operations',
    text: 'Do not migrate during an operation. The VM’s guide explains what is wrong and what to do.',
  },
  'back-up': {
    title: 'Take a snapshot of every disk',
    text: 'Do this first. Snapshots are your way back. They keep the marker of Azure Disk Encryption, so do not create the new disks from them.',
  },
  'record-settings': {
    title: 'Record the settings',
    text: 'Network, extensions, identities, disks and their LUNs, tags, availability: the new VM needs the same.',
  },
  'register-feature': { title: 'Register encryption at host', text: 'Once per subscription; it takes some minutes.' },
  'choose-size': {
    title: 'Choose a size that supports encryption at host',
    text: 'The command lists the sizes of the region.',
  },
  'new-data-disks': {
    title: 'Create new Ultra Disks or Premium SSD v2',
    text: 'Disks with 512-byte sectors must have been created after 13 May 2023; with 4,096-byte sectors any will do. Copy the data over.',
  },
  'new-session-hosts': {
    title: 'Create new session hosts',
    text: 'Use a golden image without Azure Disk Encryption and enable encryption at host; then drain the old hosts and delete them.',
  },
  'leave-domain': {
    title: 'Leave the domain',
    text: 'Do this before you delete the old VM, with an account that has permission.',
  },
  'disable-ade': {
    title: 'Disable Azure Disk Encryption',
    text: 'Never remove the extension first. The VM may restart.',
  },
  'wait-decrypted': {
    title: 'Wait until the guest reports that decryption is finished',
    text: 'Azure shows the disks as not encrypted at once, while decryption continues for hours. Windows: manage-bde shows every volume as “Fully Decrypted”, in the language of the VM. Linux: no mapping of type crypt remains.',
  },
  'copy-disks': {
    title: 'Copy each disk by upload',
    text: 'Only an upload drops the marker of Azure Disk Encryption; a snapshot or a copy keeps it. The extra 512 bytes are the footer; without them the copy fails. OS disks also need --os-type and --hyper-v-generation.',
  },
  'create-vm': {
    title: 'Create a new VM with encryption at host',
    text: 'Use the new OS disk, and attach the new data disks to the same LUNs.',
  },
  'build-new-vm': {
    title: 'Build a new VM with encryption at host',
    text: 'Use a new OS disk from an image: an encrypted Linux OS disk cannot be decrypted, nor can the data disks of its VM.',
  },
  'copy-data': {
    title: 'Copy data and settings',
    text: 'Copy from the running old VM, with rsync, scp or a backup of the application.',
  },
  'fix-mounts': { title: 'Fix the mounts', text: 'Linux: new UUIDs in /etc/fstab. Windows: drive letters.' },
  'join-domain': {
    title: 'Join the domain again',
    text: 'The computer has a new SID; Kerberos tickets and stored credentials must be obtained again.',
  },
  'update-set': {
    title: 'Change the model of the scale set',
    text: 'Remove Azure Disk Encryption from its extensions and enable encryption at host.',
  },
  'replace-instances': {
    title: 'Replace the instances',
    text: 'Encryption at host works for new instances only, and never for one that had Azure Disk Encryption: add new ones, drain the old ones, then delete them.',
  },
  'inspect-disk': {
    title: 'Find the disk’s owner',
    text: 'Its tags, size and age help. The owner has until the retirement date.',
  },
  'copy-loose-disk': {
    title: 'Copy what is needed, or discard the disk',
    text: 'Attach it to a VM that can unlock it, and copy the files to a new disk. Deletion is permanent; the owner decides.',
  },
  'remove-extension': {
    title: 'Remove the extension',
    text: 'Only when the guest reports that nothing is encrypted.',
  },
  verify: { title: 'Verify', text: 'The command must print true for the new VM.' },
  'new-backup': {
    title: 'Back up the new VM',
    text: 'Keep the old recovery points as long as you must, but disks restored from them cannot be unlocked after the retirement date.',
  },
  'clean-up': {
    title: 'Clean up',
    text: 'When the new VM works as expected, delete the old VM and its disks. If nothing else uses it, disable the key vault’s access for disk encryption.',
  },
} as const satisfies Readonly<Record<RunbookStepKind, { readonly title: string; readonly text: string }>>
