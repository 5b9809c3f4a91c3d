import type { StepWords } from '../types'

/** Looking through Azure: nothing is changed. */
export const azureSteps = {
  'show-encryption': {
    title: 'Read what Azure knows of the encryption',
    text: 'Shows the status of every extension and the key settings of every disk, side by side.',
    outputs: [
      {
        output: 'Settings on the disks, and a sub-status that says `Encrypted`',
        means: 'Stamp and report agree: the volume is encrypted.',
      },
      {
        output: 'Settings on the disks, and no sub-status or `NotEncrypted`',
        means: 'The stamp alone proves nothing. Look inside the VM before you rely on it.',
      },
    ],
  },
  'show-power-state': {
    title: 'See whether the VM is running',
    text: 'An extension works, and reports, only while its VM runs.',
    outputs: [
      { output: '`VM running`', means: 'The last report can be current.' },
      { output: '`VM deallocated` or `VM stopped`', means: 'What is shown is the state before it stopped.' },
    ],
  },
  'show-agent': {
    title: 'See whether the VM agent answers',
    text: 'The agent carries every request into the VM and every report out of it.',
    outputs: [
      { output: '`Ready` with a time of a few minutes ago', means: 'The agent works; the cause is elsewhere.' },
      { output: '`Not Ready`, or an old time', means: 'Nothing reaches the VM. Mend the agent first.' },
    ],
  },
  'show-extensions': {
    title: 'List the extensions of the VM',
    text: 'Shows which extensions are installed and whether one of them failed or is still at work.',
    outputs: [
      {
        output: '`AzureDiskEncryption` or `AzureDiskEncryptionForLinux` by `Microsoft.Azure.Security`',
        means: 'The current extension for Windows or Linux.',
      },
      {
        output: 'Another extension with `Creating`, `Updating` or `Failed`',
        means: 'Let it finish or mend it first: two at a time get in each other’s way.',
      },
    ],
  },
  'show-this-extension': {
    title: 'Look at the extension by itself',
    text: 'Shows its settings, its provisioning state and its last status in full.',
    outputs: [
      {
        output: '`provisioningState` is `Succeeded`',
        means: 'The request was taken; it does not say that the disk is encrypted.',
      },
      { output: 'A status with level `Error`', means: 'Its message is the one to look up.' },
    ],
  },
  'show-recent-changes': {
    title: 'See what was done in the last seven days',
    text: 'The activity log names who changed what, and which request was refused.',
    outputs: [
      {
        output: 'A write of extensions or disks at the time of the failure',
        means: 'Something else changed the VM meanwhile.',
      },
      { output: 'Nothing', means: 'Either nothing was changed, or your rights do not cover the log.' },
    ],
  },
  'save-boot-log': {
    title: 'Save the serial console log',
    text: 'It shows far more than Azure does: the step of OS encryption reached, and the warnings of the checks before it. Paste it below under “Evidence from inside”.',
    outputs: [
      {
        output: 'Lines with `[AzureDiskEncryption]`',
        means: 'The last `MACHINE STATE` is the step at which it stands or stopped.',
      },
      {
        output: 'A message that boot diagnostics is not enabled',
        means: 'Switch it on for the next run; this one cannot be seen.',
      },
    ],
  },
  'show-disk-settings': {
    title: 'Read the key settings of each disk',
    text: 'The stamp of disk encryption stands on the disk itself, beside any other encryption.',
    outputs: [
      {
        output: '`enabled` is true with a secret URL',
        means: 'The disk is stamped. Whether its content is encrypted, only the VM can tell.',
      },
      { output: 'No settings', means: 'Azure knows of no disk encryption on this disk.' },
      {
        output: '`EncryptionAtRestWithCustomerKey`',
        means: 'Another kind of encryption, which cannot be combined with this one.',
      },
    ],
  },
  'show-snapshots': {
    title: 'Look for a snapshot from before',
    text: 'Bringing a disk back needs a snapshot or backup that was made before encryption began.',
    outputs: [
      { output: 'A snapshot of this disk, older than the request', means: 'It can be brought back.' },
      { output: 'None', means: 'Ask whether a backup vault has a recovery point before you go on.' },
    ],
  },
  'show-size': {
    title: 'Look up memory and generation of the size',
    text: 'Encrypting a Linux OS disk needs at least 8 GB of memory, and twice what the root file system uses where that is more than 4 GB.',
    outputs: [
      { output: '`MemoryGB` below 8', means: 'Too small for the OS disk. The size can be reduced again afterwards.' },
      { output: '`MemoryGB` of 8 or more', means: 'Enough, unless the root file system uses more than half of it.' },
    ],
  },
  'show-vault': {
    title: 'Look at the key vault',
    text: 'Region, subscription, the permission for disk encryption, soft delete and the firewall decide whether the platform may store the key.',
    outputs: [
      { output: '`forDisks` is not true', means: 'The platform may not use this vault for disks.' },
      {
        output: '`defaultAction` `Deny` without bypass `AzureServices`',
        means: 'The firewall keeps the platform out.',
      },
      { output: 'Another region than the VM’s', means: 'The vault cannot be used for this VM.' },
    ],
  },
  'show-key': {
    title: 'Look at the key encryption key',
    text: 'The version in use must stay enabled for as long as disks depend on it, and should not expire.',
    outputs: [
      { output: '`enabled` is false', means: 'The VM cannot unlock its disks after the next deallocation.' },
      {
        output: '`expires` is past',
        means: 'The version still unlocks, but a new request and a key change fail. Extend it or change the key soon.',
      },
      { output: 'Type `EC`', means: 'Only RSA keys are accepted.' },
    ],
  },
  'show-secret': {
    title: 'See whether the secret is still there',
    text: 'The secret in the vault opens the disks. Without it the VM does not start.',
    outputs: [
      { output: 'The secret named in the disk’s settings, enabled', means: 'The disk can be unlocked.' },
      { output: 'It is missing', means: 'Look among the deleted secrets before anything else.' },
    ],
  },
  'show-policies': {
    title: 'List the policies that apply to the vault',
    text: 'A policy with effect `Deny` on keys or secrets can refuse what disk encryption writes.',
    outputs: [
      {
        output: 'An assignment that demands an expiry date or a content type of secrets',
        means: 'It refuses the secret of disk encryption.',
      },
      { output: 'Nothing of that kind', means: 'Policy is not the cause, as far as you may read it.' },
    ],
  },
  'show-locks': {
    title: 'List the locks',
    text: 'A read-only lock on the VM, its disks or the group keeps the platform from writing its settings.',
    outputs: [
      { output: 'A lock of level `ReadOnly`', means: 'It must go, for as long as the request runs.' },
      {
        output: 'Only `CanNotDelete`',
        means: 'Encryption can go on. Removing an extension, an old disk or a snapshot is refused while it is there.',
      },
    ],
  },
  'show-network-rules': {
    title: 'Read the effective network rules',
    text: 'Shows the rules of interface and subnet together, as they act on the VM.',
    outputs: [
      {
        output: 'An outbound `Deny` before any rule that allows `AzureActiveDirectory` and `AzureKeyVault`',
        means: 'Dual-pass encryption cannot reach what it needs.',
      },
      {
        output: 'A `Deny` to `AzurePlatformIMDS` or `AzurePlatformDNS`',
        means: 'The VM cannot reach the platform itself.',
      },
    ],
  },
  'show-disk-traffic': {
    title: 'See whether the OS disk is read and written',
    text: 'The only sign of life of the copy from outside: the traffic of the OS disk in the last hour.',
    outputs: [
      { output: 'Reads and writes go on', means: 'The copy runs. Wait, and do not restart the VM.' },
      {
        output: 'None for half an hour or more',
        means: 'The copy may have ended. Read the serial console log; keep the VM running until support has answered.',
      },
    ],
  },
} satisfies Readonly<Record<string, StepWords>>
