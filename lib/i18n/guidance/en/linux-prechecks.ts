import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const refused = (reason: string, ...first: string[]): Guidance => ({
  meaning: `Refused by a check before the run. ${reason}`,
  next: [...first, steps.repeatRequest],
})

/** Checks of the extension before a run. In 1.x the text is a stack trace with the reason near its end. */
export const linuxPrechecks = {
  'linux-precheck-traceback': refused(
    'The stack trace ends with the reason.',
    'Read that last line and correct what it names.',
  ),
  'linux-pre-kv-id': refused(
    '`KeyVaultResourceId` is missing or is no full resource ID.',
    'Pass the resource ID of the vault: `az keyvault show --name <vault> --query id`.',
  ),
  'linux-pre-kv-url': refused(
    '`KeyVaultURL` is missing or not of the form `https://<vault>.<suffix>/`.',
    'Pass the address of the vault: `az keyvault show --name <vault> --query properties.vaultUri`.',
  ),
  'linux-pre-kv-mismatch': refused(
    '`KeyVaultResourceId` and `KeyVaultURL` belong to two vaults.',
    'Take both from the vault that is meant.',
  ),
  'linux-pre-kek-kvid': refused(
    'A key encryption key (KEK) is named, but `KekVaultResourceId` is missing or no full resource ID.',
    'Pass the resource ID of the vault that holds the KEK.',
  ),
  'linux-pre-kek-url': refused(
    'The address of the key encryption key (KEK) lacks its version or is malformed.',
    'Pass the key identifier including its version: `az keyvault key show --id <key> --query key.kid`.',
  ),
  'linux-pre-kek-mismatch': refused(
    'Vault ID and address of the key encryption key (KEK) belong to two vaults.',
    'Take both from the vault that holds the KEK.',
  ),
  'linux-pre-kek-algorithm': refused(
    '`KeyEncryptionAlgorithm` is not one of `RSA-OAEP`, `RSA-OAEP-256` and `RSA1_5`.',
    'Leave it out, which means `RSA-OAEP`, or correct its spelling.',
  ),
  'linux-pre-kek-url-missing': refused(
    'The vault of a key encryption key (KEK) is given, but no key.',
    'Add `KeyEncryptionKeyURL`, or take `KekVaultResourceId` out.',
  ),
  'linux-pre-mhsm-kv-present': refused(
    'Managed HSM and Key Vault settings were sent together.',
    'With Managed HSM take out `KeyVaultURL` and `KeyVaultResourceId`.',
  ),
  'linux-pre-mhsm-url': refused(
    'The key address is not that of a versioned key in a Managed HSM.',
    'Pass the identifier of the HSM key including its version.',
  ),
  'linux-pre-mhsm-id': refused(
    '`KekVaultResourceId` is missing or is not the resource ID of a Managed HSM.',
    'Pass the resource ID of the Managed HSM.',
  ),
  'linux-pre-mhsm-mismatch': refused(
    'Resource ID and key address belong to two Managed HSMs.',
    'Take both from the HSM that is meant.',
  ),
  'linux-pre-mhsm-flag': refused(
    '`KeyStoreType` has a value other than `ManagedHSM`.',
    'Correct it; for a key vault leave it out.',
  ),
  'linux-pre-volume-type': refused('`VolumeType` is none of `OS`, `Data` and `All`.', 'Correct `VolumeType`.'),
  'linux-pre-volume-type-vmss': refused(
    'For a scale set on this distribution only `VolumeType` `Data` is allowed.',
    'Request `Data`; Microsoft documents nothing else for Linux scale sets.',
  ),
  'linux-pre-volume-type-missing': refused(
    '`VolumeType` is missing in the settings (inferred from the trace).',
    'Set it to `OS`, `Data` or `All`.',
  ),
  'linux-pre-lvm': refused(
    'The root uses LVM with a layout other than that of the marketplace images, so the OS disk cannot be encrypted.',
    'Compare `lsblk` with the expected volumes of `rootvg`: `rootlv`, `usrlv`, `varlv`, `tmplv`, `homelv` (0.1: also `optlv`).',
    'Move to a marketplace image, or request Data only.',
  ),
  'linux-pre-vfat': refused(
    'Without the kernel module vfat, which does not load, the key volume is unreadable.',
    'Look in `/etc/modprobe.d` for hardening that blocks vfat, lift it and load the module.',
  ),
  'linux-pre-memory': refused(
    'The VM has less than 7,000,000 kB of memory, too little for encrypting an OS disk.',
    'Resize to 8 GB or more; with over 4 GB of used root space, to twice that space. The size can be reduced afterwards.',
  ),
  'linux-pre-min-version': refused(
    'The release is older than the oldest supported one: RHEL and CentOS before 8.1, Oracle before 8.5.',
    'Snapshot the VM and update its release.',
  ),
  'linux-pre-kernel': refused(
    'The kernel is too old. Only Ubuntu 14.04 has this rule: it needs 4.15.',
    'Install the `linux-azure` kernel and restart once; better, leave Ubuntu 14.04.',
  ),
  'linux-pre-distro': refused(
    'OS encryption does not support this distribution or release in this version of the extension.',
    'Request Data only, or move to a supported image.',
    'If the extension is 0.1 (dual pass), newer releases need 1.x.',
  ),
  'linux-pre-volume-type-change': refused(
    'The VM was enabled with another volume type. Only the same type or `All` may follow; what is encrypted stays so.',
    'Request the former type or `All`.',
  ),
  'linux-pre-skr': refused(
    'Confidential VM: the trial release of the key encryption key (KEK) failed.',
    'Assign the managed identity to the VM and give it the right to release the key.',
    'Check that the key is exportable and that its release policy fits the VM.',
  ),
  'linux-pre-skr-kek-missing': refused(
    'Confidential VM: `KeyEncryptionKeyURL` is present but empty.',
    'Pass the key identifier including its version.',
  ),
  'linux-pre-skr-identity-missing': refused(
    'Confidential VM: versions 1.4.0.3 to 1.4.0.7 require a managed identity, and none was sent.',
    'Add `EncryptionManagedIdentity`, or let the extension update.',
  ),
} satisfies Partial<Record<GuidedKind, Guidance>>
