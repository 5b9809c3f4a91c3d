import type { StepWords } from '../types'

/** Read-only steps through Azure. */
export const azureSteps = {
  'show-encryption': {
    title: 'Check the encryption status in Azure',
    text: 'Shows the status of every extension and the key settings of every disk, side by side.',
    outputs: [
      {
        output: 'Settings on the disks, and a substatus of `Encrypted`',
        means: 'Key settings and report agree: the volume is encrypted.',
      },
      {
        output: 'Settings on the disks, and no substatus or `NotEncrypted`',
        means: 'The key settings alone prove nothing. Check inside the VM before you rely on them.',
      },
    ],
  },
  'check-nothing-runs': {
    title: 'Check that no encryption, decryption or key change is running; if one is, wait',
    text: 'A pasted text does not show what the VM does now. Shows the status of every extension and the key settings of every disk.',
    outputs: [
      {
        output:
          '`EncryptionInProgress` or `DecryptionInProgress`; a code or status with `transitioning`, `updating` or `creating`; a percentage; or a message that begins with `OS disk encryption started`, `Encrypting`, `Decrypting`, `Restarted extension` or `Attempt #`',
        means:
          'Work is running. Wait until the status changes; until then no restart, no stop and no request. Only a `transitioning` with `VMRestartPending` or `please reboot` is not: that run waits for the restart.',
      },
      {
        output: '`Updating encryption settings`, or an error that names the key file',
        means: 'A key change is running or failed. Keep the VM running, and take a snapshot of every disk.',
      },
      {
        output: 'No status of the extension, or an agent that is not ready',
        means:
          'It is unknown whether work is running: during the copy of the OS disk, the agent can be silent for hours.',
      },
      {
        output: 'None of these, and only codes with `succeeded` or `failed`',
        means:
          'Azure shows no work. On Windows also run `manage-bde -status` in the VM: BitLocker works in the background.',
      },
    ],
  },
  'check-still-at-boot': {
    title: 'Save the boot log (Windows: screenshot), and check that the VM still hangs at boot',
    text: 'No encryption work runs in a VM that hangs at boot. Its status in Azure can be from before: do not wait for it, and change only a copy of the disk. Windows writes nothing of it to the log: open the address of the screenshot.',
    outputs: [
      {
        output: 'The log ends with the prompt or the boot error, or the screenshot shows it',
        means: 'Go on. What the status says about work is from before this boot.',
      },
      { output: 'A login prompt', means: 'The system has started: check its encryption status before any change.' },
    ],
  },
  'show-power-state': {
    title: 'Check whether the VM is running',
    text: 'An extension works and reports only while its VM is running.',
    outputs: [
      { output: '`VM running`', means: 'The last report may be current.' },
      { output: '`VM deallocated` or `VM stopped`', means: 'The status shown is from before the VM stopped.' },
    ],
  },
  'show-agent': {
    title: 'Check whether the VM agent responds',
    text: 'The agent passes every request into the VM and every report out of it.',
    outputs: [
      { output: '`Ready` with a time of a few minutes ago', means: 'The agent works; the cause is elsewhere.' },
      { output: '`Not Ready`, or an old time', means: 'Requests do not reach the VM. Fix the agent first.' },
    ],
  },
  'show-extensions': {
    title: 'List the extensions of the VM',
    text: 'Shows which extensions are installed, and whether one has failed or is still running.',
    outputs: [
      {
        output: '`AzureDiskEncryption` or `AzureDiskEncryptionForLinux` by `Microsoft.Azure.Security`',
        means: 'The current extension for Windows or Linux.',
      },
      {
        output: 'Another extension with `Creating`, `Updating` or `Failed`',
        means: 'Wait for it or fix it first: two extensions at a time conflict.',
      },
    ],
  },
  'show-this-extension': {
    title: 'Read the extension’s settings in Azure',
    text: 'Shows its settings, provisioning state and full last status. Its settings are what was requested, never a proof of what was done.',
    outputs: [
      {
        output: '`EncryptionOperation` is `EnableEncryption`',
        means: 'Encryption was requested. It can be waiting, running, finished or failed.',
      },
      {
        output: '`EnableEncryptionFormatAll`',
        means: 'The same, and Linux data disks are formatted first: their data is lost.',
      },
      { output: '`DisableEncryption`', means: 'Decryption was requested.' },
      {
        output: '`provisioningState` is `Succeeded`',
        means: 'Azure accepted the request; this does not mean that the disk is encrypted.',
      },
      { output: 'A status with level `Error`', means: 'Look up its message.' },
    ],
  },
  'show-recent-changes': {
    title: 'Check the changes of the last seven days',
    text: 'The activity log shows who changed what, and which request was refused.',
    outputs: [
      {
        output: 'A write to extensions or disks at the time of the failure',
        means: 'Another change to the VM happened at the same time.',
      },
      { output: 'Nothing', means: 'Either nothing was changed, or your permissions do not cover the log.' },
    ],
  },
  'save-boot-log': {
    title: 'Save the serial console log (Windows: also the boot screenshot)',
    text: 'It shows far more than Azure does: the OS encryption step that was reached, and warnings from the pre-encryption checks. Paste it on the VM’s Troubleshoot tab, under “Evidence from inside”.',
    outputs: [
      {
        output: 'Lines with `[AzureDiskEncryption]`',
        means: 'The last `MACHINE STATE` is the current step, or the one where it stopped.',
      },
      {
        output: 'A message that boot diagnostics is not enabled',
        means: 'Enable it for the next run; this run cannot be seen.',
      },
    ],
  },
  'show-disk-settings': {
    title: 'Check the key settings of each disk',
    text: 'The key settings of disk encryption are on the disk resource, next to any other encryption. They also name the secret that opens the disk. Of an unattached disk, Azure shows nothing more.',
    outputs: [
      {
        output: '`enabled` is true with a secret URL',
        means: 'The disk has key settings. Only the VM can show whether its content is encrypted.',
      },
      { output: 'No settings', means: 'Azure has no disk encryption settings for this disk.' },
      {
        output: '`EncryptionAtRestWithCustomerKey`',
        means: 'Another kind of encryption, which cannot be combined with Azure Disk Encryption.',
      },
    ],
  },
  'check-nothing-encrypted': {
    title: 'Check that nothing is encrypted and no key settings exist',
    text: 'Reads the status of every extension, the key settings of every disk, and those on the VM itself, where dual pass keeps them. Only the VM can show what is on its volumes.',
    outputs: [
      {
        output: 'No key settings on disks and VM, and `NotEncrypted` or no substatus',
        means: 'Check inside the VM too; then the dual-pass extension can be removed.',
      },
      {
        output: 'Key settings, or `Encrypted`',
        means: 'Do not remove the extension. An encrypted dual-pass VM is migrated to single pass.',
      },
    ],
  },
  'show-snapshots': {
    title: 'Check for an earlier snapshot',
    text: 'To restore a disk you need a snapshot or backup from before encryption started.',
    outputs: [
      { output: 'A snapshot of this disk, older than the request', means: 'The disk can be restored.' },
      { output: 'None', means: 'Check whether a Recovery Services vault has a recovery point before you continue.' },
    ],
  },
  'show-size': {
    title: 'Check memory and generation of the VM size',
    text: 'Encrypting a Linux OS disk needs at least 8 GB of memory, or twice what the root file system uses if that is more than 4 GB.',
    outputs: [
      { output: '`MemoryGB` below 8', means: 'Too small for the OS disk. You can reduce the size again afterwards.' },
      { output: '`MemoryGB` of 8 or more', means: 'Enough, unless the root file system uses more than half of it.' },
    ],
  },
  'show-vault': {
    title: 'Check the key vault against its requirements',
    text: 'It must be in the VM’s region and subscription, be enabled for disk encryption, have soft delete on, and let trusted Microsoft services through its firewall. A key in it must be RSA, enabled and not expired.',
    outputs: [
      { output: '`forDisks` is not true', means: 'The platform cannot use this vault for disks.' },
      {
        output: '`defaultAction` `Deny` without bypass `AzureServices`',
        means: 'The firewall blocks the platform.',
      },
      { output: 'A region other than the VM’s', means: 'The vault cannot be used for this VM.' },
      { output: '`rbac` is true', means: 'Roles decide on access: the vault ignores access policies.' },
    ],
  },
  'show-key': {
    title: 'Check the key encryption key',
    text: 'The version in use must stay enabled as long as disks depend on it, and should not expire.',
    outputs: [
      { output: '`enabled` is false', means: 'The VM cannot unlock its disks after the next deallocation.' },
      {
        output: '`expires` is past',
        means: 'The version still unlocks, but new requests and key changes fail. Extend it or change the key soon.',
      },
      { output: 'Type `EC`', means: 'Only RSA keys are supported.' },
    ],
  },
  'show-secret': {
    title: 'Check that the secret still exists',
    text: 'The secret in the vault unlocks the disks. Without it the VM does not boot. Its tags name the VM and the volume, if they were written.',
    outputs: [
      { output: 'The secret named in the disk’s settings, enabled', means: 'The disk can be unlocked.' },
      { output: 'It is missing', means: 'Check the deleted secrets before anything else.' },
    ],
  },
  'show-policies': {
    title: 'List the policies that apply to the vault',
    text: 'A policy with the effect `Deny` on keys or secrets can block what disk encryption writes.',
    outputs: [
      {
        output: 'An assignment that requires an expiration date or a content type on secrets',
        means: 'It denies the disk encryption secret.',
      },
      { output: 'Nothing of that kind', means: 'Policy is not the cause, as far as your permissions show.' },
    ],
  },
  'show-locks': {
    title: 'List the locks',
    text: 'A read-only lock on the VM, its disks or its resource group stops the platform from writing its settings.',
    outputs: [
      { output: 'A lock of level `ReadOnly`', means: 'Remove it while the request runs.' },
      {
        output: 'Only `CanNotDelete`',
        means:
          'Encryption can continue. Removing an extension, an old disk or a snapshot is refused while the lock exists.',
      },
    ],
  },
  'show-network-rules': {
    title: 'Check the effective network rules',
    text: 'Shows the combined rules of network interface and subnet, as they apply to the VM.',
    outputs: [
      {
        output: 'An outbound `Deny` before any rule that allows `AzureActiveDirectory` and `AzureKeyVault`',
        means: 'Dual-pass encryption cannot reach the required services.',
      },
      {
        output: 'A `Deny` to `AzurePlatformIMDS` or `AzurePlatformDNS`',
        means: 'The VM cannot reach the platform.',
      },
    ],
  },
  'show-disk-traffic': {
    title: 'Check read and write traffic on the OS disk',
    text: 'The only evidence of the copy from outside: the OS disk’s traffic in the last hour.',
    outputs: [
      { output: 'Reads and writes continue', means: 'The copy is running. Wait, and do not restart the VM.' },
      {
        output: 'None for half an hour or more',
        means:
          'The copy may have ended. Read the serial console log; keep the VM running until Azure support has answered.',
      },
    ],
  },
} satisfies Readonly<Record<string, StepWords>>
