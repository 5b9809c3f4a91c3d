import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const startFirst = 'Start the VM and wait until its agent is ready, then repeat the operation.'
const whichExtension = 'Check which extension the message names; it may not be ADE.'

/** Errors with which ARM refuses or ends an operation on a VM or an extension. */
export const platformRefusals = {
  'arm-vmagent-status-communication': {
    meaning: 'Azure got no response from the VM agent. This says nothing about the disks.',
    next: [
      'During Linux OS encryption, only wait and read the serial log: minutes without a response are normal (inferred).',
      'Otherwise check in boot diagnostics whether the VM is up, then whether its agent runs and is current.',
      'Check that the VM can reach `168.63.129.16` and Azure Storage.',
    ],
  },
  'arm-extension-provisioning-error': {
    meaning:
      'A wrapper: ARM passes on the error that an extension reported. The cause is the text after `Error message`.',
    next: [whichExtension, 'Look up the quoted text.'],
  },
  'arm-handlers-unresolved': {
    meaning:
      'The platform did not find the extension handler or its version. Nothing of this extension ran in the VM. The sentence does not name the extension.',
    next: [
      'Check the status of each extension: it shows which one was not found.',
      'Check publisher, type and version, and whether the region or cloud offers them: `az vm extension image list`.',
    ],
  },
  'arm-encryption-set-unsupported': {
    meaning:
      'A disk encryption set does not fit this type of disk. This is server-side encryption with a customer-managed key, not ADE; the refused request changed nothing.',
    next: ['For Ultra Disk and Premium SSD v2, use a set with a system-assigned identity, or another type of disk.'],
  },
  'arm-disk-once-encrypted': {
    meaning:
      'ADE once encrypted this disk, and the disk keeps that mark. Azure does not put a customer-managed key on it. The refused request changed nothing.',
    next: [
      'For a customer-managed key, create a new disk and copy the data from the file systems; a snapshot can carry the mark along (inferred).',
      'Delete the old disk and its key only when the copy is complete and backed up.',
    ],
  },
  'arm-multiple-extensions-failed': {
    meaning: 'Several extensions failed. This does not show whether ADE is one of them.',
    next: [
      'Check the status of each extension in the instance view.',
      'First look for a shared cause: VM agent or network.',
    ],
  },
  'arm-extension-timeout': {
    meaning: 'ARM stopped waiting, by default after 90 minutes. The operation may still be running in the VM.',
    next: [
      whichExtension,
      'Do not repeat the request yet: read its progress message and the serial log, and wait while either changes.',
      steps.readLog,
    ],
  },
  'arm-handler-nontransient': {
    meaning:
      'An extension command (install, enable or update) failed before there was a status. The failed command decrypts nothing.',
    next: [
      'Read the exit code: `51` points to distribution or Python, `126` to a package that cannot run here.',
      'Check that the extension type matches the operating system.',
      steps.keepExtension,
    ],
  },
  'arm-handler-wrong-os': {
    meaning: 'This is the Windows extension, and the VM runs Linux. It did nothing to the disks.',
    next: ['Correct the type to `AzureDiskEncryptionForLinux`.', 'Delete the wrong extension, then enable again.'],
  },
  'arm-handler-exit-51': {
    meaning:
      'The Linux extension stopped at once with 51: it does not support the distribution, or Python is missing. It did nothing to the disks.',
    next: [
      'Compare distribution and version with those that Microsoft lists for ADE.',
      'Check in the VM whether Python is installed.',
      'Otherwise use a supported image, or encryption at host.',
    ],
  },
  'arm-handler-enable-timeout': {
    meaning: 'The agent aborted enable after 300 seconds. This does not show how far it got.',
    next: [
      steps.readLog,
      'Find what hangs in the VM: a mount, `lsblk`, or the metadata service `169.254.169.254`.',
      'Send no new request while that run may go on: it could interrupt the work.',
    ],
  },
  'arm-extension-management-internal': {
    meaning: 'Azure had an internal error while it processed an extension. This says nothing about the disks.',
    next: ['Repeat the operation after a few minutes.', 'If it recurs, open a support request with code and time.'],
  },
  'arm-artifact-not-found': {
    meaning: 'The region does not offer an extension with this publisher, type or version. Nothing was installed.',
    next: [
      'Use `Microsoft.Azure.Security` with `AzureDiskEncryptionForLinux` 1.1 or, on Windows, `AzureDiskEncryption` 2.2.',
      'Replace the previous publisher `Microsoft.OSTCExtensions` in templates.',
    ],
  },
  'arm-vm-not-running': {
    meaning:
      'The VM is stopped, and extensions can only be changed on a running VM. The refused request changed nothing; what the stop interrupted is not shown.',
    next: [startFirst],
  },
  'arm-vm-must-run': {
    meaning:
      'The operation was refused because the VM is not running. The refused request changed nothing; what the stop interrupted is not shown.',
    next: [startFirst],
  },
  'arm-encryptionsettings-allocated': {
    meaning: 'Dual pass: the key settings change was refused because the VM is not deallocated.',
    next: [
      'Check that no volume is being encrypted or decrypted.',
      'Stop (deallocate) the VM, make the change, and start it.',
      'Better: migrate to single pass, which does not change the VM model.',
    ],
  },
  'arm-extension-failed-state': {
    meaning: 'A failed extension blocks the operation. This says nothing new about the disks.',
    next: [whichExtension, 'Fix that extension first. If it is ADE, look up its own message.', steps.keepExtension],
  },
  'arm-another-operation': {
    meaning: 'Azure is still processing another change of this VM. This is not an encryption failure.',
    next: [
      'Check in the activity log what is running, and wait until it ends.',
      'Send changes and extensions one after the other.',
    ],
  },
  'arm-extension-marked-deletion': {
    meaning: 'The extension is being deleted, so no other operation on it is possible. The deletion decrypts nothing.',
    next: [
      'Wait for the deletion, or repeat it if it is stuck.',
      'If a volume is encrypted, send enable afterwards, so that the extension is installed again.',
    ],
  },
  'arm-multiple-per-handler': {
    meaning: 'The VM already has this extension, under another name. The second one was refused.',
    next: ['Find the name with `az vm extension list` and use it in the template.'],
  },
  'arm-cross-subscription-move': {
    meaning: 'The move to another subscription was refused because the VM references a vault. Nothing was moved.',
    next: [
      'Windows, or Linux with an unencrypted OS disk: decrypt first, wait until it ends, then move.',
      'With an encrypted Linux OS disk, build a new VM there.',
    ],
  },
  'arm-vm-start-timeout': {
    meaning:
      'The VM did not start within the time Azure allows, but may still do so. An encrypted VM may be waiting for its key.',
    next: [
      'Check the power state again after a few minutes.',
      'Check boot diagnostics for a passphrase prompt, an emergency shell or a BitLocker screen.',
      steps.deallocateStart,
    ],
  },
  'arm-model-encryptionsettings-unsupported': {
    meaning: 'The VM uses single pass, and the template adds dual-pass settings to its model. Azure refused it.',
    next: [
      'Remove `encryptionSettings` from the VM model in the template.',
      'Specify vault and key in the extension settings.',
    ],
  },
  'arm-disk-with-settings-as-data': {
    meaning: 'The disk has ADE key settings, and Azure does not attach such a disk to an existing VM. It is unchanged.',
    next: [
      'For a repair, attach a copy of it when you create the repair VM, or use `az vm repair`.',
      'Clear the settings only on a copy, never on the only disk.',
    ],
  },
  'arm-ade-version-unsupported': {
    meaning:
      'Single pass is not registered in the subscription: the request was refused and changed nothing. This affects only old subscriptions.',
    next: [
      'Register the feature `UnifiedDiskEncryptionForVMs` of `Microsoft.Compute`, and then the provider again.',
      'When the feature is `Registered`, send the request again.',
    ],
  },
  'arm-host-feature-not-registered': {
    meaning:
      'Encryption at host was refused: the subscription has not registered the feature `EncryptionAtHost`, or cannot. This is not ADE, and no disk has changed.',
    next: [
      'Register it: `az feature register --namespace Microsoft.Compute --name EncryptionAtHost`.',
      'Wait until it is `Registered`, run `az provider register -n Microsoft.Compute`, and repeat the request.',
    ],
  },
  'arm-ade-with-host-encryption': {
    meaning:
      'The VM uses encryption at host, and Azure allows only one of the two. The refused request changed no disk.',
    next: [
      'Keep encryption at host and do not enable ADE, which retires on 15 September 2028.',
      'If no one requested ADE, update the client: old releases show this text for other requests.',
    ],
  },
  'arm-scale-set-extension-twice': {
    meaning:
      'The request added the extension to the scale set a second time under the same name. It was refused and changed nothing; old releases of azure-cli do this.',
    next: [
      'Update azure-cli and send the request again.',
      'With a template, change the existing entry in the scale set model instead of adding one.',
    ],
  },
  'arm-request-not-deserialized': {
    meaning:
      'Azure could not read the request that the client sent. It changed nothing; for `az vm encryption` this was a fault of some releases.',
    next: [
      'Update the client, or use Az PowerShell for this request.',
      'If you wrote the request yourself, check the JSON at the place that the message names.',
    ],
  },
  'arm-disk-key-required': {
    meaning:
      'The request sets encryption settings on a managed disk without a key. These are the settings of ADE, not those of encryption at rest, which every managed disk has anyway.',
    next: [
      'Remove `encryption_settings` (`encryptionSettingsCollection`) unless the disk is a copy of an ADE disk.',
      'For a customer-managed key at rest, use a disk encryption set.',
    ],
  },
  'arm-os-swap-refused': {
    meaning:
      'Azure does not swap the OS disk of a VM whose model has disk encryption settings, as dual pass leaves them. The VM and its disks are unchanged.',
    next: [
      'Build a new VM from the repaired or restored disk instead of swapping it.',
      'Do not clear the settings to force the swap: the VM can then lose its key.',
    ],
  },
  'arm-disk-settings-change-refused': {
    meaning:
      'The request changes the key settings of a disk that is in use. It was refused. Terraform asks for this when ADE has added settings that its configuration does not contain.',
    next: [
      'Compare the plan with the disk: settings that the extension wrote must stay, or the VM can lose its key.',
      'In Terraform, ignore the change: `ignore_changes = [encryption_settings]` in the `lifecycle` of the disk.',
    ],
  },
  'arm-property-change-refused': {
    meaning: 'Azure does not allow this property of the resource to be changed in this way. Nothing was changed.',
    next: [
      'Read the property in the message. One that starts with `encryption.` belongs to encryption at rest, not to ADE.',
      'Many settings of a disk change only while the VM is deallocated: stop it only when no encryption or key change is running.',
    ],
  },
  'arm-resource-group-not-found': {
    meaning: 'The request names a resource group that does not exist in this subscription. Nothing was changed.',
    next: [
      'If it is the name of a vault, specify the full resource ID of the vault, also for `--key-encryption-keyvault`.',
      'Check the subscription with `az account show`.',
    ],
  },
  'arm-disallowed-by-policy': {
    meaning: 'A policy of the organisation forbids the request. Nothing was created or changed.',
    next: [
      'Read the name of the policy and its reason in the message.',
      'Meet the policy, or ask its owner for an exemption for this resource.',
    ],
  },
  'arm-disk-resize-attached': {
    meaning: 'This disk can be enlarged only while its VM is deallocated. The disk is unchanged.',
    next: [
      'Stop (deallocate) the VM only when no encryption or key change is running and the vault still holds the key.',
      'Take a snapshot, enlarge the disk and start the VM; then extend partition, encryption layer and file system.',
    ],
  },
  'arm-resize-temporary-disk': {
    meaning:
      'A VM cannot change between a size with and one without a temporary disk. The VM and its disks are unchanged.',
    next: ['Choose a size of the same sort: the `d` in names such as `E8ds_v5` marks a temporary disk.'],
  },
  'arm-extension-message-empty': {
    meaning: 'The extension failed and gave no text. What it did to the disks is not shown.',
    next: [
      'Check the status of the VM first. Then send the request with `-VolumeType All` or `--volume-type`: without it, some releases fail like this.',
      steps.readLog,
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
