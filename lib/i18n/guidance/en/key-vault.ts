import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const applicationRights =
  'Dual pass: grant the application set on secrets and, with a KEK, wrapKey on keys in the access policy.'
const platformAccess = 'Single pass: the platform needs no policy or role, but `enabledForDiskEncryption` on the vault.'
const repeat = 'Then repeat the operation.'

/** Refusals of Key Vault, and of ARM over secrets and keys. */
export const keyVault = {
  'kv-no-secret-set': {
    meaning: 'Key Vault did not allow the identity in the message to write a secret. This call stored no key.',
    next: [applicationRights, platformAccess, repeat],
  },
  'kv-no-permission-generic': {
    meaning: 'Key Vault refused a call: the identity in the message lacks the permission in the message.',
    next: ['Grant that identity exactly this permission in the vault’s access policy.', platformAccess, repeat],
  },
  'kv-forbidden-by-rbac': {
    meaning: 'Key Vault refused a call: this vault uses Azure RBAC, and the caller has no role that allows it.',
    next: [
      'Assign the caller a role on the vault: Key Vault Secrets Officer, or for keys Key Vault Crypto Officer.',
      platformAccess,
      repeat,
    ],
  },
  'kv-wrong-issuer': {
    meaning:
      'Key Vault refused a call: the caller’s token is from a tenant that the vault does not accept. The vault can still be set to its previous tenant, or the caller belongs to another one.',
    next: [
      'Compare the vault’s tenant id with the tenant of the VM’s subscription, and with the tenant that the message found.',
      'After a move to another tenant, set the vault to the new tenant and grant its permissions again.',
      repeat,
    ],
  },
  'kv-secret-not-retrieved': {
    meaning:
      'The platform could not read the disk’s secret from the vault, so it cannot start or restore the VM with its key. The disks are unchanged.',
    next: [
      'Check whether the vault, this secret version and the KEK still exist and are enabled; recover what is soft-deleted.',
      'Check `enabledForDiskEncryption` and the vault firewall (trusted Microsoft services).',
      'If the secret is purged, no one can unlock the disk: restore a backup together with its key and secret.',
    ],
  },
  'kv-caller-not-permitted': {
    meaning:
      'The script for copying keys to another region found no access policy for this user in the vault. With Azure RBAC the vault has none, so the script stops although roles may suffice.',
    next: [
      'If the vault uses access policies, grant the user get, list and set on secrets, and on keys with a KEK.',
      'If it uses Azure RBAC, copy the secrets and keys by hand or with a newer script, and choose the target vault in Site Recovery.',
    ],
  },
  'kv-bypass-required': {
    meaning:
      'The vault is enabled for disk encryption, and its firewall would shut out the platform. The change to the vault was refused.',
    next: [
      'Allow trusted Microsoft services: `az keyvault update --name <vault> --bypass AzureServices`.',
      'Then repeat the change.',
    ],
  },
  'kv-firewall-refused': {
    meaning: 'The vault’s firewall or private endpoint shut the caller out. The vault and the disks are unchanged.',
    next: [
      'For a person or pipeline, allow its address or network on the vault, or call from a network that the vault allows.',
      'For disk encryption, allow trusted Microsoft services on the vault.',
      repeat,
    ],
  },
  'kv-object-expired': {
    meaning:
      'The key or secret is past its expiry date, so this operation was refused. An expired key still unwraps, so that encrypted disks can still be opened.',
    next: [
      'Extend the date of this version, or create a new version and enable again with it.',
      'Do not delete the expired version while a disk uses it.',
    ],
  },
  'kv-vault-name-taken': {
    meaning: 'No vault was created: another vault has this name, perhaps a deleted one that soft delete still retains.',
    next: [
      'List deleted vaults with `az keyvault list-deleted`. If yours is among them, recover it: it may hold keys of disks.',
      'Otherwise choose another name. Never purge a vault to free its name while disks may need its keys.',
    ],
  },
  'kv-access-denied-code': {
    meaning:
      'The vault refused the platform, or the key or secret is disabled or deleted (meaning of this code inferred). The data is unchanged.',
    next: [
      steps.checkVault,
      steps.checkVaultAccess,
      'Recover a deleted key or secret while soft delete still retains it.',
    ],
  },
  'arm-secret-missing-tags': {
    meaning:
      'The secret has lost tags that the platform needs to create the key volume. The disks are unchanged, but the VM may not get its key.',
    next: [
      'Add the tags `DiskEncryptionKeyFileName` and `DiskEncryptionKeyEncryptionAlgorithm`, with a KEK also `DiskEncryptionKeyEncryptionKeyURL`, to this version.',
      'Do not change the value of the secret: it unlocks the disks.',
      repeat,
    ],
  },
  'arm-secret-unwrap-failed': {
    meaning:
      'The KEK could not unwrap the secret when the VM was started. Until it can, the disks that need this secret stay locked.',
    next: [
      'Check this key version: it must exist and be enabled. An expired version still unwraps.',
      'After a restore, use secret and key from the same backup.',
      steps.deallocateStart,
    ],
  },
  'arm-invalid-secret-url-install-succeeded': {
    meaning:
      'Dual pass: the client asked too early and took `Install Succeeded` for the secret URL. The request was not completed.',
    next: [
      'Read the current message of the extension.',
      'Repeat the request once it shows a URL, or better, use single pass.',
    ],
  },
  'arm-invalid-secret-url-data-succeeded': {
    meaning:
      'A dual-pass client found an extension that had already run, and took its message for a URL. The request was refused.',
    next: [
      'First read what the VM reports: volumes may already be encrypted.',
      'With extension 1.x use a current client without Entra parameters.',
    ],
  },
  'arm-invalid-secret-url': {
    meaning: 'Azure refused the value at the start of the message as a secret URL. The VM model was not changed.',
    next: [
      'Pass a URL with version: `https://<vault>.vault.azure.net/secrets/<name>/<version>`.',
      'If the value is a message of the extension, look that message up.',
    ],
  },
  'kv-object-disabled': {
    meaning:
      'Key Vault refused a call because this version of the key or secret is disabled. Its content still exists.',
    next: [
      'Enable exactly this version again: disks keep using the version they were encrypted with.',
      'Do not deallocate the VM before you have done so.',
    ],
  },
  'kv-object-deleted': {
    meaning:
      'The key or secret was deleted, and soft delete still retains it. A VM that needs it does not boot after a deallocation until it is recovered.',
    next: [
      'Recover it: `az keyvault secret recover` or `az keyvault key recover`.',
      'Do not purge it and do not use another name: the disks reference this one.',
    ],
  },
  'kv-vault-deleted': {
    meaning:
      'A vault with this name was deleted and can still be recovered with its content. If disks reference it, it contains their keys.',
    next: ['Recover it with `az keyvault recover`.', 'Do not purge it: the keys of the disks would be lost for good.'],
  },
  'kv-encryption-set-refused': {
    meaning:
      'A service (storage account or disk encryption set) cannot use its key: the key is disabled or deleted, or rights are missing. This is server-side encryption with a customer-managed key, not ADE.',
    next: [
      'Check the key first: that it exists in the vault, is enabled and is the one that the service names. Recover a deleted key under the same name.',
      'Check that the service’s identity has the permissions get, wrapKey and unwrapKey on keys, or the role `Key Vault Crypto Service Encryption User`.',
      'Check that the vault has purge protection, and that its firewall lets trusted services in.',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
