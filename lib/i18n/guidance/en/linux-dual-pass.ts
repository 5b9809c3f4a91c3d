import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const readPassLog = 'Read `extension.log` in the VM: it contains the responses of the sign-in and the vault.'
const vaultRights = 'Check the application’s access policy in the vault: set on secrets, wrapKey on keys.'
const outbound = 'Check that the VM can reach the sign-in endpoint and the vault on port 443: firewall, NSG, DNS.'

const vaultLog = (reason: string, first: string): Guidance => ({
  meaning: `Log only: ${reason} The status says just \`Enable failed.\`, and no secret was written.`,
  next: [first, 'Then run the enable cmdlet again.'],
})

/** The dual-pass extension 0.1, which works with an Entra application. */
export const linuxDualPass = {
  'dual-secret-url': {
    meaning:
      'As the extension’s own message: the first of two passes is complete, and the VM has stored the key as a secret. Copied from anywhere else, the address says nothing about the disks.',
    next: [
      'Check the VM model for `encryptionSettings` with this URL; if they are missing, repeat the enable cmdlet.',
      'Then wait for the restart of the second pass and for the messages about data and OS.',
    ],
  },
  'dual-none': {
    meaning:
      'Enable was repeated on a VM that already has a key (code 14). The message says nothing about the progress on the disks.',
    next: ['Wait for the next message; do not repeat the request.'],
  },
  'dual-enable-failed': {
    meaning:
      'The VM could not store the key: the Entra sign-in or the vault call failed. This request encrypted nothing.',
    next: [readPassLog, vaultRights, outbound],
  },
  'dual-update-failed': {
    meaning:
      'The key was not changed: the Entra sign-in or the vault call failed. The disks and their previous key are unchanged.',
    next: [
      'Keep the previous secret and key. Read `extension.log` for the responses of the sign-in and the vault.',
      vaultRights,
      outbound,
    ],
  },
  'dual-os-not-supported': {
    meaning: 'The dual-pass extension does not support this distribution, so nothing was encrypted (inferred).',
    next: ['Use a supported image with the single-pass extension, or a VM with encryption at host.'],
  },
  'dual-volume-type-not-supported': {
    meaning: '`VolumeType` is not `OS`, `Data` or `All`. This request encrypted nothing.',
    next: ['Correct `VolumeType`.', steps.requestAgain],
  },
  'dual-device-path-missing': {
    meaning: 'A device in the format request does not exist in the VM, so the data step stopped.',
    next: [
      'Correct `DiskFormatQuery`, or omit it. EncryptFormatAll does not need it, but erases all mounted data partitions.',
      steps.enableAgain,
    ],
  },
  'dual-stamped-migration-allowed': {
    meaning:
      'The migration to single pass is halfway: the new key settings are on the disks. It neither decrypts nor re-encrypts data.',
    next: [
      'Do not cancel the cmdlet. The whole migration takes at least 10 to 15 minutes and ends with `Migration Succeeded`.',
    ],
  },
  'dual-migrate-detached-header': {
    meaning:
      'Migration refused: the LUKS header of a data disk encrypted in place is in a separate file, and single pass cannot use such a disk. The refusal decrypts nothing.',
    next: [
      'Stay on dual pass for now; keep extension, key and secret.',
      'If the OS disk is not encrypted: snapshot, disable, then enable with single pass. Otherwise move to a new VM with encryption at host.',
    ],
  },
  'dual-migrate-detached-header-xfs': {
    meaning:
      'Migration refused: the LUKS header of an xfs data disk is in a separate file, and single pass cannot use such a disk. The refusal decrypts nothing.',
    next: [
      'Stay on dual pass for now; keep extension, key and secret.',
      'Copy the data to new disks, then migrate or leave ADE.',
    ],
  },
  'dual-migrate-wrong-passphrase': {
    meaning:
      'Migration refused: at least one device cannot be unlocked with the passphrase on the key volume. The disks are unchanged.',
    next: [
      'Compare the secret version in the VM model with the one on the key volume.',
      steps.keepExtension,
      'Do not deallocate the VM before this is resolved: its volumes may not unlock again (inferred).',
    ],
  },
  'dual-migrate-other': {
    meaning:
      'Migration stopped with another error. The new key settings were rolled back where possible; a migration decrypts nothing.',
    next: [steps.keepExtension, 'Read the message after `Migrate`, then `extension.log`, before you migrate again.'],
  },
  'dual-pre-kv-url': {
    meaning:
      'Refused before the run: the vault URL is missing, malformed or not https. The second line of the message shows which.',
    next: ['Pass `https://<vault>.vault.azure.net/`.', steps.repeatRequest],
  },
  'dual-pre-kek-url': {
    meaning: 'Refused before the run: the key encryption key (KEK) URL is malformed.',
    next: ['Pass the key identifier including its version.', steps.repeatRequest],
  },
  'dual-pre-aad-client-id': {
    meaning:
      'Refused before the run: the client ID is not a GUID. Usually a name or pasted quotation marks were sent instead.',
    next: ['Pass the application (client) ID of the Entra application.', steps.repeatRequest],
  },
  'dual-pre-aad-client-id-absent': {
    meaning:
      'Refused before the run: no client ID was sent. Single-pass settings probably reached the dual-pass extension (inferred).',
    next: ['Request extension version 1.1 or later (single pass), or add the client ID.', steps.repeatRequest],
  },
  'dual-kv-missing-credentials': vaultLog(
    'neither a client secret nor a certificate was sent.',
    'Send exactly one: `AADClientSecret` or `AADClientCertThumbprint`.',
  ),
  'dual-kv-both-credentials': vaultLog(
    'a client secret and a certificate were sent together.',
    'Send exactly one: `AADClientSecret` or `AADClientCertThumbprint`.',
  ),
  'dual-kv-adal-missing': vaultLog(
    'certificate sign-in needs the Python library ADAL, which is not installed on the VM.',
    'Use a client secret, or install the library in the VM.',
  ),
  'dual-kv-getheader': {
    meaning:
      'The call from the VM to the vault got no answer, so no secret was written. Usual causes: the network, a wrong address, or a release without Python 2. The status shows this text, or only `Enable failed.`.',
    next: [
      outbound,
      'Check the vault and key addresses in the request, and whether the release has Python 2.',
      'Remove the cause, then run the enable cmdlet again.',
    ],
  },
  'dual-sles11-adal': {
    meaning: 'SLES 11 lacks the packages for certificate sign-in. This request encrypted nothing.',
    next: ['Use a client secret, or a newer release with single pass.', steps.requestAgain],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
