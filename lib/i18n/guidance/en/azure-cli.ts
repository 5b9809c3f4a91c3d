import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const readView = 'Read the extension’s message and code in the instance view: `az vm get-instance-view`.'
const withoutForce = 'Then repeat the command without `--force`.'
const vaultBesideVm = 'Choose or create a vault in the VM’s subscription and region.'

/** What Azure CLI itself prints around a request. */
export const azureCli = {
  'cli-terraform-configuration': {
    meaning:
      'Terraform refused its own configuration: a name is unknown to this version of the provider, or missing. Nothing was sent to Azure.',
    next: [
      'Compare the block with the documentation of the provider version in use, and update the module if it is older.',
      'The extension of disk encryption is `AzureDiskEncryption`, on Linux `AzureDiskEncryptionForLinux`.',
    ],
  },
  'cli-need-client-id': {
    meaning:
      'The VM has the dual-pass extension, so Azure CLI requires an Entra application. It stopped before it requested encryption.',
    next: [
      'Better: migrate to single pass. Only `Set-AzVMDiskEncryptionExtension` of Azure PowerShell can do this, with `-Migrate`.',
      'Otherwise repeat the command with `--aad-client-id` and a credential.',
    ],
  },
  'cli-need-credential': {
    meaning:
      'An Entra application was specified without its credential. The command stopped before it requested encryption.',
    next: [
      'Add `--aad-client-secret` or `--aad-client-cert-thumbprint`.',
      'For a VM without the dual-pass extension, omit all Entra parameters: single pass needs none.',
    ],
  },
  'cli-need-volume-type': {
    meaning:
      'The VM has data disks, and the command does not specify a volume type. It stopped before it requested encryption.',
    next: [
      'Snapshot the disks, then repeat it with `--volume-type`: `OS`, `DATA` or `ALL`.',
      'Choose carefully: Windows cannot encrypt data volumes alone, and an encrypted Linux OS disk can never be decrypted.',
    ],
  },
  'cli-provisioning-incorrect': {
    meaning:
      'The extension did not report success; Azure CLI does not show why. Some volumes may be encrypted, others not.',
    next: [readView, 'Look up that message before you repeat the command.'],
  },
  'cli-no-secret-url': {
    meaning:
      'Dual pass: the extension returned another message where Azure CLI expected the secret URL. The second pass did not start (inferred).',
    next: [readView, 'If it failed, remove the cause. If the extension was only slow, repeat the command later.'],
  },
  'cli-identity-format': {
    meaning:
      'Azure CLI refused the encryption identity: it needs the full resource ID of a user-assigned identity of this VM. Encryption was not requested.',
    next: [
      'List the VM’s identities with `az vm identity show` and pass the full ID of one.',
      'If the identity is not listed, assign it to the VM first.',
    ],
  },
  'cli-identity-update-failed': {
    meaning: 'Azure CLI could not write the encryption identity to the VM model and did not continue with encryption.',
    next: [
      'Find the reason in the activity log: missing permission, lock, or another operation on the VM.',
      'Set the identity on the VM, then repeat the command.',
    ],
  },
  'cli-identity-api': {
    meaning:
      'The cloud profile of Azure CLI is too old for an encryption identity, which needs API `2023-07-01`. Encryption was not requested.',
    next: ['Set the cloud profile to `latest`, or update Azure CLI, then repeat the command.'],
  },
  'cli-linux-disable-data-only': {
    meaning:
      'Azure CLI refused to decrypt: on Linux only data volumes can be decrypted, and only while the OS disk is not encrypted. The disks are unchanged.',
    next: [
      'If the OS disk is not encrypted, repeat the command with `--volume-type DATA`. Never force it.',
      'If the OS disk is encrypted, build a new VM and move the data there.',
    ],
  },
  'cli-update-failed': {
    meaning: 'The decryption request did not succeed. This does not show which volumes are still encrypted.',
    next: [readView, steps.keepExtension],
  },
  'cli-vmss-not-encrypted': {
    meaning: 'Azure CLI found no ADE extension in the scale set. It does not show encryption at host here.',
    next: [
      'If you expected ADE, check the extensions in the scale set model.',
      'For protection, prefer encryption at host: ADE retires on 15 September 2028.',
    ],
  },
  'cli-kv-not-enabled': {
    meaning:
      'Azure CLI checked the vault beforehand: disk encryption is not allowed to use it. With `--force` this message is only a warning, and Azure CLI sends the request.',
    next: ['Set `enabledForDiskEncryption` on the vault.', withoutForce],
  },
  'cli-subscription-mismatch': {
    meaning:
      'Azure CLI checked the vault beforehand: it is in a different subscription from the VM, which ADE does not support.',
    next: [vaultBesideVm, withoutForce],
  },
  'cli-region-mismatch': {
    meaning:
      'Azure CLI checked the vault beforehand: it is in a different region from the VM, which ADE does not support.',
    next: [vaultBesideVm, withoutForce],
  },
  'cli-force-warning': {
    meaning:
      'A vault check failed, and `--force` overrode it. Azure CLI sends the request; the platform may refuse it.',
    next: [
      'Follow the progress message: a refusal appears there as a failure.',
      'Fix what the warning names. Do not force the next request.',
    ],
  },
  'cli-vmss-os-unsupported': {
    meaning: 'ADE does not encrypt OS disks of Linux scale sets. Nothing was requested.',
    next: ['Repeat the command with `--volume-type DATA`.', 'For the OS disks use encryption at host.'],
  },
  'cli-not-enabled': {
    meaning:
      'Azure CLI found no ADE extension. If it was removed, disks can still be encrypted; Azure CLI does not show other kinds of encryption here.',
    next: [
      'Check the stamps: a stamp without an extension shows that ADE was requested here before.',
      'Check whether encryption at host or a confidential OS disk protects the VM.',
    ],
  },
  'cli-request-accepted': {
    meaning:
      'Azure accepted the request; this alone encrypts nothing. Advice on `VMRestartPending` in this message applies to dual pass.',
    next: ['Follow the progress message and the detailed status.', steps.hold],
  },
  'cli-deallocating': {
    meaning:
      'Dual pass: Azure CLI deallocates the VM to change the key settings in the VM model. This does not change the data on the disks.',
    next: ['Wait for the command to finish; do not start the VM manually.'],
  },
  'cli-restarting': {
    meaning:
      'Dual pass: the VM model was changed, and Azure CLI starts the VM again. Disk encryption can only start after that.',
    next: ['Wait for the VM to start, then follow the progress message.'],
  },
  'cli-takes-a-while': {
    meaning: 'Note for scale sets: the request was sent, and the instances need time. This encrypts no disk.',
    next: ['Follow the extension status on each instance.'],
  },
  'cli-progress-unknown': {
    meaning:
      'Azure CLI shows this value when it got none from the extension. It means neither encrypted nor not encrypted.',
    next: [readView, 'Check that the VM is running and its agent is ready.'],
  },
  'cli-usage-error': {
    meaning: 'Azure CLI refused the command for its arguments. Nothing was sent to Azure.',
    next: ['Correct the argument that the message names; `az vm encryption enable --help` lists them.'],
  },
  'cli-fault-old-client': {
    meaning:
      'The previous client (`azure`, written in JavaScript) failed on a VM with managed disks. This says nothing about the disks.',
    next: ['Use the current client `az`, and read the status of the VM before you send a request again.'],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
