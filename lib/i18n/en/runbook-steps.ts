import type { RunbookStepKind } from '@/lib/retirement/runbook-steps'

/** What each step of a runbook is and what to look out for. */
export const runbookSteps = {
  'settle-first': {
    title: 'Settle what runs, waits or failed',
    text: 'Nothing may be moved in the middle of an operation. The guide of the VM says what is the matter and what to do.',
  },
  'back-up': {
    title: 'Take snapshots of every disk',
    text: 'Before anything else. They are the way back; they keep the mark of Azure Disk Encryption, so no new disk is made from them.',
  },
  'record-settings': {
    title: 'Write down how it is set up',
    text: 'Network, extensions, identities, disks and their LUNs, tags, availability: the new VM needs them again.',
  },
  'register-feature': { title: 'Register encryption at host', text: 'Once a subscription; it takes some minutes.' },
  'choose-size': {
    title: 'Choose a size that can encrypt at the host',
    text: 'The command lists those of the region.',
  },
  'new-data-disks': {
    title: 'Make new Ultra Disks or Premium SSD v2',
    text: 'With sectors of 512 bytes they must be younger than 13 May 2023, with 4,096 bytes any will do. Copy the data over.',
  },
  'new-session-hosts': {
    title: 'Make new session hosts',
    text: 'A golden image without Azure Disk Encryption, hosts with encryption at host; then drain the old hosts and delete them.',
  },
  'leave-domain': { title: 'Leave the domain', text: 'Before the old VM is deleted, with an account that may.' },
  'disable-ade': {
    title: 'Disable Azure Disk Encryption',
    text: 'Never remove the extension first. The VM may restart.',
  },
  'wait-decrypted': {
    title: 'Wait until the guest says it is decrypted',
    text: 'Azure shows the disks as not encrypted at once, while the work goes on for hours. Windows: manage-bde shows every volume as “Fully Decrypted”, in the language of the VM. Linux: no mapping of type crypt left.',
  },
  'copy-disks': {
    title: 'Copy each disk by upload',
    text: 'Only an upload loses the mark of Azure Disk Encryption; a snapshot or a copy carries it on. The 512 bytes more are the footer, without them the copy fails. OS disks need --os-type and --hyper-v-generation as well.',
  },
  'create-vm': {
    title: 'Make a new VM with encryption at host',
    text: 'From the new OS disk; attach the new data disks to the same LUNs.',
  },
  'build-new-vm': {
    title: 'Build a new VM with encryption at host',
    text: 'With a new OS disk from an image: an encrypted Linux OS disk cannot be decrypted, nor can the data disks beside it.',
  },
  'copy-data': {
    title: 'Copy data and settings',
    text: 'From the running old VM, by rsync, scp or a backup of the application.',
  },
  'fix-mounts': { title: 'Put mounts right', text: 'Linux: new UUIDs in /etc/fstab. Windows: drive letters.' },
  'join-domain': {
    title: 'Join the domain again',
    text: 'The computer has a new SID; Kerberos tickets and stored credentials must be obtained again.',
  },
  'update-set': {
    title: 'Change the model of the scale set',
    text: 'Without Azure Disk Encryption in its extensions, with encryption at host.',
  },
  'replace-instances': {
    title: 'Replace the instances',
    text: 'Encryption at host holds for new instances only, and never for one that had Azure Disk Encryption: add new ones, drain, delete the old.',
  },
  'inspect-disk': {
    title: 'Find out whose disk it is',
    text: 'Its tags, its size and its age help. Its owner has until the retirement date.',
  },
  'copy-loose-disk': {
    title: 'Copy what is needed, or give the disk up',
    text: 'Attach it to a VM that can unlock it, and copy the files to a new disk. Deleting it is for good: that is for its owner to decide.',
  },
  'remove-extension': {
    title: 'Remove the extension',
    text: 'Only once the guest says that nothing is encrypted.',
  },
  verify: { title: 'Verify', text: 'It has to say true for the new VM.' },
  'new-backup': {
    title: 'Back the new VM up',
    text: 'And keep the old recovery points for as long as you must, knowing that what they restore will not unlock after the retirement date.',
  },
  'clean-up': {
    title: 'Tidy up',
    text: 'When the new VM has proved itself: delete the old VM and its disks, and switch the key vault’s access for disk encryption off where nothing else uses it.',
  },
} as const satisfies Readonly<Record<RunbookStepKind, { readonly title: string; readonly text: string }>>
