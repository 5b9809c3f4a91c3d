import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const runsAndReady = 'Check that the VM is running and its agent is ready.'
const readView = 'Read the extension statuses directly: `Get-AzVM -Status` for this VM.'
const existingVm = 'Check name, resource group and subscription, and wait until the VM is fully created.'
const migrateAgain = 'Remove the cause, then run the migration again; do not cancel it.'

/** What the cmdlets of Azure PowerShell print themselves. */
export const powershell = {
  'ps-enum-unknown': {
    meaning: 'PowerShell got no detailed status that it can read. The word means neither encrypted nor not encrypted.',
    next: [runsAndReady, readView],
  },
  'ps-enum-no-disk-found': {
    meaning: 'PowerShell found no disk of this kind on the VM, so there was nothing to check.',
    next: ['No action required, unless ARM shows such a disk: then read the instance view.'],
  },
  'ps-ext-not-found': {
    meaning:
      'The cmdlet found no encryption extension in the instance view: it was removed, or the agent does not report it. This does not change the disks.',
    next: [runsAndReady, 'Check for the extension among the VM’s resources, and for stamps on the disks.'],
  },
  'ps-invalid-status': {
    meaning: 'The extension status was empty or had an unexpected format. This says nothing about the disks.',
    next: [runsAndReady, 'Run it again after a few minutes.', readView],
  },
  'ps-invalid-substatus': {
    meaning: 'The cmdlet could not read the detailed status. The progress message and the stamps are still readable.',
    next: [readView, 'Check that agent and extension are current; old ones report too little.'],
  },
  'ps-no-vm-model': {
    meaning: 'The cmdlet could not load the VM, so it checked nothing.',
    next: [
      'Check name, resource group and subscription, and your permission to read the VM.',
      'Then run it again; Azure’s response may have been lost.',
    ],
  },
  'ps-no-instance-view': {
    meaning: 'The VM was returned without its instance view, so neither status nor power state could be read.',
    next: ['Check your permission to read the instance view of this VM.', 'Run it again after a few minutes.'],
  },
  'ps-statuses-null': {
    meaning: 'The instance view contained no VM status, so not even its power state is known.',
    next: ['Run it again after a few minutes.', 'If unchanged, check power state and agent in the portal.'],
  },
  'ps-os-type-unknown': {
    meaning:
      'The VM model names neither Linux nor Windows, so the cmdlet cannot choose an extension. It checked nothing.',
    next: [
      'If the VM is still being created, wait until it is complete.',
      'Otherwise check `osType` of its OS disk in the VM model.',
    ],
  },
  'ps-model-incomplete': {
    meaning:
      'Part of the VM model was missing: storage profile, OS disk or its type. Usually the VM is still being created.',
    next: ['Wait until the VM is created, then run it again.'],
  },
  'ps-invalid-kv-url': {
    meaning: 'The cmdlet refused the vault URL. Encryption was not requested.',
    next: ['Pass the URL as the vault shows it (`vaultUri`), for example `https://<vault>.vault.azure.net`.'],
  },
  'ps-invalid-kek-url': {
    meaning: 'The cmdlet refused the KEK URL. Encryption was not requested.',
    next: [
      'Pass the key with its version and without a port: `https://<vault>.vault.azure.net/keys/<name>/<version>`.',
    ],
  },
  'ps-failed-retrieve-status': {
    meaning: 'The extension was installed, but its status did not arrive. Encryption may have started in the VM.',
    next: ['Do not repeat the request yet.', runsAndReady, readView],
  },
  'ps-missing-type': {
    meaning: 'Publisher and type must be given together, and only one was specified. Nothing was requested.',
    next: ['Specify both, or omit both: the cmdlet knows the current extension.'],
  },
  'ps-type-mismatch': {
    meaning: 'The specified publisher and type do not belong to one ADE extension. Nothing was requested.',
    next: [
      'Omit both, or use `Microsoft.Azure.Security` with `AzureDiskEncryptionForLinux` or, on Windows, `AzureDiskEncryption`.',
    ],
  },
  'ps-enable-only-existing': {
    meaning: 'The cmdlet cannot use this VM: it does not exist yet or its model is incomplete. Nothing was requested.',
    next: [existingVm, 'Then run the cmdlet again.'],
  },
  'ps-migrate-with-aad': {
    meaning:
      'The first of three steps of the migration to single pass failed, in the dual-pass extension. The data is unchanged (inferred).',
    next: ['Read the error at the end of the message and the extension’s message.', steps.keepExtension, migrateAgain],
  },
  'ps-migrate-clear-settings': {
    meaning:
      'The second of three steps of the migration to single pass failed: Azure rejected the VM model change. The data is unchanged (inferred).',
    next: [
      'Find the reason in the activity log: missing permission, lock, or another operation on the VM.',
      steps.keepExtension,
      migrateAgain,
    ],
  },
  'ps-migrate-without-aad': {
    meaning:
      'The last of three steps of the migration failed: the single-pass extension is not installed. The data is unchanged (inferred).',
    next: ['Read the error at the end of the message and the extension’s message.', steps.keepExtension, migrateAgain],
  },
  'ps-installation-failed': {
    meaning: 'The cmdlet reports that the extension was not installed correctly; the reason follows `with error`.',
    next: ['Look up the error after it.', readView],
  },
  'ps-snapshot-tag': {
    meaning: 'A snapshot was taken before the request was sent; this is its tag. It says nothing about encryption.',
    next: [
      'Note the tag: the snapshot is the way back if the run fails.',
      'Check which disks it covers, and back up the others.',
    ],
  },
  'ps-disable-linux-data-only': {
    meaning:
      'The cmdlet refused to decrypt: a Linux OS disk that ADE encrypted can never be decrypted. The disks are unchanged.',
    next: [
      'If the OS disk is not encrypted, repeat it with `-VolumeType Data`.',
      'If the OS disk is encrypted, build a new VM and move the data there.',
    ],
  },
  'ps-disable-only-existing': {
    meaning:
      'The cmdlet cannot use this VM: it does not exist or its model is incomplete. No decryption was requested.',
    next: [existingVm, 'Then run the cmdlet again.'],
  },
  'ps-missing-skip-vm-backup': {
    meaning:
      'The cmdlet does not snapshot managed disks and requires `-SkipVmBackup` to confirm that you have a backup (wording inferred). Nothing was requested.',
    next: ['Take a snapshot or backup of all disks.', 'Then run the cmdlet again with `-SkipVmBackup`.'],
  },
  'ps-vault-forbidden': {
    meaning:
      'Key Vault refused the cmdlet (403): the account lacks the permission, or the firewall of the vault shuts it out. The vault and the disks are unchanged.',
    next: [
      'Grant the account the operation with an access policy, or a role such as `Key Vault Crypto Officer` if the vault uses Azure RBAC.',
      'A key with `-Destination HSM` also requires a Premium vault.',
    ],
  },
  'ps-vault-bad-request': {
    meaning: 'Key Vault could not read the request (400): a name, version or value in it has the wrong form.',
    next: ['Check name, version and encoding; for a secret wrapped with a KEK, follow the script of the current page.'],
  },
  'ps-vault-without-policy': {
    meaning:
      'The vault was created without an access policy, so no one can read or create keys and secrets in it. The next cmdlets fail with `Forbidden`.',
    next: ['Set a policy with `Set-AzKeyVaultAccessPolicy`, or a role if the vault uses Azure RBAC.'],
  },
  'ps-request-accepted': {
    meaning: 'Azure accepted the request of the cmdlet. This does not show whether a disk is encrypted.',
    next: ['Read the status with `Get-AzVMDiskEncryptionStatus`, and check inside the VM.'],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
