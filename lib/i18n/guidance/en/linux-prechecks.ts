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
    'The stack trace ends with the cause.',
    'Read that last line and correct what it names.',
  ),
  'linux-pre-kv-id': refused(
    '`KeyVaultResourceId` is missing or not a full resource ID.',
    'Pass the resource ID of the vault: `az keyvault show --name <vault> --query id`.',
  ),
  'linux-pre-kv-url': refused(
    '`KeyVaultURL` is missing or not of the form `https://<vault>.<suffix>/`.',
    'Pass the vault URL: `az keyvault show --name <vault> --query properties.vaultUri`.',
  ),
  'linux-pre-kv-mismatch': refused(
    '`KeyVaultResourceId` and `KeyVaultURL` belong to different vaults.',
    'Take both from the intended vault.',
  ),
  'linux-pre-kek-kvid': refused(
    'A key encryption key (KEK) is specified, but `KekVaultResourceId` is missing or not a full resource ID.',
    'Pass the resource ID of the vault that contains the KEK.',
  ),
  'linux-pre-kek-url': refused(
    'The key encryption key (KEK) URL has no version or is malformed.',
    'Pass the key identifier including its version: `az keyvault key show --id <key> --query key.kid`.',
  ),
  'linux-pre-kek-mismatch': refused(
    'Vault ID and URL of the key encryption key (KEK) belong to different vaults.',
    'Take both from the vault that contains the KEK.',
  ),
  'linux-pre-kek-algorithm': refused(
    '`KeyEncryptionAlgorithm` is not one of `RSA-OAEP`, `RSA-OAEP-256` and `RSA1_5`.',
    'Omit it, which means `RSA-OAEP`, or correct its spelling.',
  ),
  'linux-pre-kek-url-missing': refused(
    'The vault of a key encryption key (KEK) is given, but no key.',
    'Add `KeyEncryptionKeyURL`, or remove `KekVaultResourceId`.',
  ),
  'linux-pre-mhsm-kv-present': refused(
    'Managed HSM and Key Vault settings were sent together.',
    'With Managed HSM, remove `KeyVaultURL` and `KeyVaultResourceId`.',
  ),
  'linux-pre-mhsm-url': refused(
    'The key URL is not that of a versioned key in a Managed HSM.',
    'Pass the identifier of the HSM key including its version.',
  ),
  'linux-pre-mhsm-id': refused(
    '`KekVaultResourceId` is missing or is not the resource ID of a Managed HSM.',
    'Pass the resource ID of the Managed HSM.',
  ),
  'linux-pre-mhsm-mismatch': refused(
    'Resource ID and key URL belong to different Managed HSMs.',
    'Take both from the intended HSM.',
  ),
  'linux-pre-mhsm-flag': refused(
    '`KeyStoreType` has a value other than `ManagedHSM`.',
    'Correct it; for a key vault omit it.',
  ),
  'linux-pre-volume-type': refused('`VolumeType` is not `OS`, `Data` or `All`.', 'Correct `VolumeType`.'),
  'linux-pre-volume-type-vmss': refused(
    'For a scale set on this distribution only `VolumeType` `Data` is allowed.',
    'Request `Data`; Microsoft documents no other type for Linux scale sets.',
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
    'The kernel module vfat does not load, and without it the key volume is unreadable.',
    'Check `/etc/modprobe.d` for hardening that blocks vfat, remove it and load the module.',
  ),
  'linux-pre-memory': refused(
    'The VM has less than 7,000,000 kB of memory, too little for OS disk encryption.',
    'Resize to 8 GB or more; with over 4 GB of used root space, to twice that space. You can reduce the size afterwards.',
  ),
  'linux-pre-min-version': refused(
    'The release is older than the minimum supported: RHEL and CentOS before 8.1, Oracle before 8.5.',
    'Snapshot the VM and update its release.',
  ),
  'linux-pre-kernel': refused(
    'The kernel is too old. This rule applies only to Ubuntu 14.04: it needs 4.15.',
    'Install the `linux-azure` kernel and restart once; better, replace Ubuntu 14.04.',
  ),
  'linux-pre-distro': refused(
    'This version of the extension does not support OS encryption on this distribution or release.',
    'Request Data only, or move to a supported image.',
    'If the extension is 0.1 (dual pass), newer releases need 1.x.',
  ),
  'linux-pre-volume-type-change': refused(
    'The VM was enabled with another volume type. Only the same type or `All` can follow; the refusal changed no disk.',
    'Request the previous type or `All`.',
  ),
  'linux-pre-skr': refused(
    'Confidential VM: the test release of the key encryption key (KEK) failed.',
    'Assign the managed identity to the VM and grant it permission to release the key.',
    'Check that the key is exportable and that its release policy matches the VM.',
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
