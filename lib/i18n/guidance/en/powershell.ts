import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const runsAndReady = 'Check that the VM runs and that its agent is ready.'
const readView = 'Read the statuses of the extension themselves: `Get-AzVM -Status` for this VM.'
const existingVm = 'Check name, resource group and subscription, and wait until the VM is created completely.'
const migrateAgain = 'Remove the cause, then run the migration again; do not cancel it.'

/** What the cmdlets of Azure PowerShell print themselves. */
export const powershell = {
  'ps-enum-unknown': {
    meaning: 'PowerShell got no detailed status that it can read. The word means neither encrypted nor plain.',
    next: [runsAndReady, readView],
  },
  'ps-enum-no-disk-found': {
    meaning: 'PowerShell found no disk of this kind on the VM, so there was nothing to judge.',
    next: ['Nothing to do, unless ARM shows such a disk: then read the instance view.'],
  },
  'ps-ext-not-found': {
    meaning:
      'The cmdlet found no encryption extension in the instance view: it is gone, or the agent does not report it. The disks do not change by that.',
    next: [runsAndReady, 'Look for the extension among the resources of the VM, and for stamps on the disks.'],
  },
  'ps-invalid-status': {
    meaning:
      'The status of the extension was empty or had an unexpected form. Nothing follows from this for the disks.',
    next: [runsAndReady, 'Ask again after some minutes.', readView],
  },
  'ps-invalid-substatus': {
    meaning: 'The cmdlet could not use the detailed status. The progress message and the stamps can still be read.',
    next: [readView, 'Check that agent and extension are current; old ones report too little.'],
  },
  'ps-no-vm-model': {
    meaning: 'The cmdlet could not load the VM, so it judged nothing.',
    next: [
      'Check name, resource group and subscription, and your right to read the VM.',
      'Then run it again; the answer of Azure may have been lost.',
    ],
  },
  'ps-no-instance-view': {
    meaning: 'The VM came without its instance view, so neither status nor power state could be read.',
    next: ['Check your right to read the instance view of this VM.', 'Run it again after some minutes.'],
  },
  'ps-statuses-null': {
    meaning: 'The instance view had no status of the VM at all, so not even its power state is known.',
    next: ['Run it again after some minutes.', 'If it stays so, look at power state and agent in the portal.'],
  },
  'ps-os-type-unknown': {
    meaning: 'The VM names neither Linux nor Windows, so the cmdlet cannot choose an extension. It judged nothing.',
    next: [
      'If the VM is still being created, wait for that.',
      'Otherwise look at `osType` of its OS disk in the VM model.',
    ],
  },
  'ps-model-incomplete': {
    meaning:
      'Part of the VM model was missing: storage profile, OS disk or its type. Mostly the VM is still being created.',
    next: ['Wait until the creation is over, then run it again.'],
  },
  'ps-invalid-kv-url': {
    meaning: 'The cmdlet refused the address of the vault. Encryption was not requested.',
    next: ['Pass the address as the vault shows it (`vaultUri`), for example `https://<vault>.vault.azure.net`.'],
  },
  'ps-invalid-kek-url': {
    meaning: 'The cmdlet refused the address of the KEK. Encryption was not requested.',
    next: ['Pass the key with its version and no port: `https://<vault>.vault.azure.net/keys/<name>/<version>`.'],
  },
  'ps-failed-retrieve-status': {
    meaning: 'The extension was installed, but its status did not arrive. Work in the VM may have begun.',
    next: ['Do not repeat the request yet.', runsAndReady, readView],
  },
  'ps-missing-type': {
    meaning: 'Publisher and type belong together, and only one was given. Nothing was requested.',
    next: ['Give both, or leave out both: the cmdlet knows the current extension.'],
  },
  'ps-type-mismatch': {
    meaning: 'The given publisher and type are not those of one ADE extension. Nothing was requested.',
    next: [
      'Leave out both, or use `Microsoft.Azure.Security` with `AzureDiskEncryptionForLinux` or, on Windows, `AzureDiskEncryption`.',
    ],
  },
  'ps-enable-only-existing': {
    meaning:
      'The cmdlet cannot work with this VM: it does not exist yet or its model is incomplete. Nothing was requested.',
    next: [existingVm, 'Then run the cmdlet again.'],
  },
  'ps-migrate-with-aad': {
    meaning:
      'The first of three steps of the migration to single pass failed, in the dual-pass extension. The data stays as it was (inferred).',
    next: [
      'Read the error at the end of the text and the message of the extension.',
      steps.keepExtension,
      migrateAgain,
    ],
  },
  'ps-migrate-clear-settings': {
    meaning:
      'The second of three steps of the migration to single pass failed: Azure did not take the change of the VM model. The data stays as it was (inferred).',
    next: [
      'Find the reason in the activity log: missing right, lock, or another operation on the VM.',
      steps.keepExtension,
      migrateAgain,
    ],
  },
  'ps-migrate-without-aad': {
    meaning:
      'The last of three steps of the migration failed: the single-pass extension is not in place. The data stays as it was (inferred).',
    next: [
      'Read the error at the end of the text and the message of the extension.',
      steps.keepExtension,
      migrateAgain,
    ],
  },
  'ps-installation-failed': {
    meaning: 'The cmdlet passes on that the extension was not installed well; the reason stands behind `with error`.',
    next: ['Look up the error behind it.', readView],
  },
  'ps-snapshot-tag': {
    meaning: 'Before the request went out, a snapshot was taken; this is its tag. It tells nothing about encryption.',
    next: [
      'Note the tag: the snapshot is the way back if the run fails.',
      'Look which disks it covers, and back up the others.',
    ],
  },
  'ps-disable-linux-data-only': {
    meaning:
      'The cmdlet refused to decrypt: a Linux OS disk that ADE encrypted stays so for good. The disks keep their state.',
    next: [
      'With a plain OS disk repeat it with `-VolumeType Data`.',
      'With an encrypted OS disk build a new VM and move the data there.',
    ],
  },
  'ps-disable-only-existing': {
    meaning:
      'The cmdlet cannot work with this VM: it does not exist or its model is incomplete. No decryption was requested.',
    next: [existingVm, 'Then run the cmdlet again.'],
  },
  'ps-missing-skip-vm-backup': {
    meaning:
      'The cmdlet makes no snapshot of managed disks and wants `-SkipVmBackup` as a sign that you have one (wording inferred). Nothing was requested.',
    next: ['Take a snapshot or backup of all disks.', 'Then run the cmdlet again with `-SkipVmBackup`.'],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
