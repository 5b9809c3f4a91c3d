import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const applicationRights =
  'Dual pass: give the application set for secrets and, with a KEK, wrapKey for keys in the access policy.'
const platformAccess = 'Single pass: the platform needs no policy or role, but `enabledForDiskEncryption` on the vault.'
const repeat = 'Then repeat the operation.'

/** Refusals of Key Vault, and of ARM over secrets and keys. */
export const keyVault = {
  'kv-no-secret-set': {
    meaning: 'Key Vault did not let the identity in the text write a secret. This call stored no key.',
    next: [applicationRights, platformAccess, repeat],
  },
  'kv-no-permission-generic': {
    meaning: 'Key Vault refused a call: the identity in the text lacks the permission in the text.',
    next: ['Give that identity exactly this permission in the access policy of the vault.', platformAccess, repeat],
  },
  'kv-forbidden-by-rbac': {
    meaning: 'Key Vault refused a call: this vault decides by Azure roles, and the caller holds none that allows it.',
    next: [
      'Give the caller a role on the vault: Key Vault Secrets Officer, or for keys Key Vault Crypto Officer.',
      platformAccess,
      repeat,
    ],
  },
  'kv-access-denied-code': {
    meaning:
      'The vault turned the platform away, or key or secret is disabled or gone (meaning of this code inferred). The data stays as it was.',
    next: [
      steps.checkVault,
      steps.checkVaultAccess,
      'Recover a deleted key or secret while soft delete still holds it.',
    ],
  },
  'arm-secret-missing-tags': {
    meaning:
      'The secret has lost tags from which the platform makes the key volume. The data stays encrypted, but the VM may not get its key.',
    next: [
      'Add the tags `DiskEncryptionKeyFileName` and `DiskEncryptionKeyEncryptionAlgorithm`, with a KEK also `DiskEncryptionKeyEncryptionKeyURL`, to this version.',
      'Leave the value of the secret as it is: it opens the disks.',
      repeat,
    ],
  },
  'arm-secret-unwrap-failed': {
    meaning:
      'The KEK did not open the secret when the VM was to start. The data stays encrypted and closed until it does.',
    next: [
      'Look at this version of the key: it must exist and be enabled. An expired version still unwraps.',
      'After a restore bring secret and key back from the same backup.',
      steps.deallocateStart,
    ],
  },
  'arm-invalid-secret-url-install-succeeded': {
    meaning:
      'Dual pass: the client asked too soon and took `Install Succeeded` for the address of the secret. The request was not finished.',
    next: [
      'Read the present message of the extension.',
      'Repeat the request once it shows an address, or better use single pass.',
    ],
  },
  'arm-invalid-secret-url-data-succeeded': {
    meaning:
      'A dual-pass client met an extension that had already worked, and took its message for an address. The request was refused.',
    next: [
      'Read first what the VM reports: volumes may be encrypted already.',
      'With extension 1.x use a current client without Entra parameters.',
    ],
  },
  'arm-invalid-secret-url': {
    meaning: 'Azure refused the text at the beginning as the address of a secret. The VM model was not changed.',
    next: [
      'Pass an address with version: `https://<vault>.vault.azure.net/secrets/<name>/<version>`.',
      'If a message of the extension stands there instead, look that message up.',
    ],
  },
  'kv-object-disabled': {
    meaning:
      'Key Vault refused a call because this version of the key or secret is disabled. Its content is still there.',
    next: [
      'Enable exactly this version again: disks keep to the version that they were encrypted with.',
      'Do not deallocate the VM before that.',
    ],
  },
  'kv-object-deleted': {
    meaning:
      'The key or secret was deleted, and soft delete still holds it. A VM that needs it does not start after a deallocation until it is recovered.',
    next: [
      'Recover it: `az keyvault secret recover` or `az keyvault key recover`.',
      'Do not purge it and do not take another name: the disks name this one.',
    ],
  },
  'kv-vault-deleted': {
    meaning:
      'A vault of this name was deleted and can still be recovered with all that is in it. If disks name it, their keys are in there.',
    next: ['Recover it with `az keyvault recover`.', 'Do not purge it: the keys of the disks would be lost for good.'],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
