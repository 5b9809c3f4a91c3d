import { dataFailure, enableFailure, osFailure, precheck } from './wrap'

/** Failed checks, failed steps and the dual pass. */
export const linuxCheckSamples = {
  'linux-os-failed-at-uninitialized': osFailure('did not reach completed state', 'uninitialized'),
  'linux-os-failed-at-prereq': osFailure('did not reach completed state', 'prereq'),
  'linux-os-failed-at-selinux': osFailure('did not reach completed state', 'selinux'),
  'linux-os-failed-at-stripdown': osFailure('did not reach completed state', 'stripdown'),
  'linux-os-failed-at-unmount-oldroot': osFailure('did not reach completed state', 'unmount_oldroot'),
  'linux-os-failed-at-split-root-partition': osFailure('did not reach completed state', 'split_root_partition'),
  'linux-os-failed-at-encrypt-block-device': osFailure('did not reach completed state', 'encrypt_block_device'),
  'linux-os-failed-at-patch-boot-system': osFailure('did not reach completed state', 'patch_boot_system'),
  'linux-os-failed-at-resume-encryption': osFailure('did not reach completed state', 'resume_encryption'),
  'linux-os-failed-at-completed': osFailure('did not reach completed state', 'completed'),
  'linux-precheck-traceback':
    'Traceback (most recent call last):\n  File ".../main/handle.py", line 812, in enable\n    check_Util.precheck_for_fatal_failures(public_settings, encryption_status, DistroPatcher, existing_volume_type,check_release_rsa_or_ec_key)\nException: x\n',
  'linux-pre-kv-id': precheck(
    'Exception: \nA KeyVault ID is required, but is missing or invalid\nActual: /subscriptions/x/vaults/vault-a\nExpected: /subscriptions/{subid}/resourceGroups/{rgname}/providers/Microsoft.KeyVault/vaults/{vaultname}',
  ),
  'linux-pre-kv-url': precheck(
    'Exception: \nA KeyVault URL is required, but is missing or invalid\nActual: http://vault-a\nExpected: https://keyvault-name}.{vault-endpoint}',
  ),
  'linux-pre-kv-mismatch': precheck(
    'Exception: \nA KeyVault ID and KeyVault URL were provided, but their key vault names did not match\nKey Vault ID: /subscriptions/.../vaults/vault-a\nKey Vault URL: https://vault-b.vault.azure.net/',
  ),
  'linux-pre-kek-kvid': precheck(
    'Exception: \nA KEK URL was specified, but its KEK KeyVault ID was missing or invalid\nActual: \nExpected: /subscriptions/{subid}/...',
  ),
  'linux-pre-kek-url': precheck(
    'Exception: \nA KEK URL was specified, but it was invalid\nActual: https://vault-a.vault.azure.net/keys/wrap-key\nExpected: https://{keyvault-name}.{vault-endpoint}/keys/{object-name}/{object-version}',
  ),
  'linux-pre-kek-mismatch': precheck(
    'Exception: \nA KEK ID and KEK URL were provided, but their key vault names did not match\nKEK Key Vault ID: ...\nKEK URL: ...',
  ),
  'linux-pre-kek-algorithm': precheck('Exception: The KEK encryption algorithm requested was not recognized'),
  'linux-pre-kek-url-missing': precheck('Exception: The KEK KeyVault ID was specified but the KEK URL was missing'),
  'linux-pre-mhsm-kv-present': precheck(
    "Exception: KeyvaultUrl or KeyvaultresourceId are not empty, and 'KeyStoreType' parameter is set to ManagedHSM. Please remove KeyvaultUrl KeyvaultresourceId for ManagedHSM.",
  ),
  'linux-pre-mhsm-url': precheck('Exception: A ManagedHSM URL is specified, but it is invalid for ManagedHSM.'),
  'linux-pre-mhsm-id': precheck('Exception: A ManagedHSM ID is required, but is missing or invalid.'),
  'linux-pre-mhsm-mismatch': precheck(
    'Exception: A ManagedHSM ID and ManagedHSM URL were provided, but their ManagedHSM names did not match',
  ),
  'linux-pre-mhsm-flag': precheck(
    "Exception: The expected flag name and value to enable ManagedHSM is 'KeyStoreType':'{0}'. Please correct the flag name and value and retry enabling ManagedHSM, or remove the flag for KeyVault use.",
  ),
  'linux-pre-volume-type': precheck("Exception: Unknown Volume Type: Boot, has to be one of ['OS', 'Data', 'All']"),
  'linux-pre-volume-type-vmss': precheck("Exception: Unknown Volume Type: All, has to be one of ['Data']"),
  'linux-pre-volume-type-missing': precheck("AttributeError: 'NoneType' object has no attribute 'lower'"),
  'linux-pre-lvm': precheck(
    'Exception: LVM OS disk layout does not satisfy prerequisites ( see https://aka.ms/adelvm )',
  ),
  'linux-pre-vfat': precheck('RuntimeError: Incompatible system, prerequisite vfat module was not found.'),
  'linux-pre-memory': precheck(
    'Exception: Not enough memory for enabling encryption on OS volume. 8 GB memory is recommended.',
  ),
  'linux-pre-min-version': precheck('Exception: Minimum supported version for distro redhat is 8.2.'),
  'linux-pre-kernel': precheck(
    'Exception: Kernel version 4.4.0-21-generic is not supported. Upgrade to kernel version 4.15',
  ),
  'linux-pre-distro': precheck('Exception: Distro debian 12.1 is not supported for OS encryption'),
  'linux-pre-volume-type-change': precheck('Exception: Moving from volume type All to volume type Data is not allowed'),
  'linux-pre-skr': precheck(
    'Exception: The managed identity provided in public settings is not correct or not authorized to do secure key release operation in your key vault/HSM. Please verify and re-run ADE install after fixing the issue.',
  ),
  'linux-pre-skr-kek-missing': precheck(
    'Exception: KEK URL is not provided. Key encryption key URL is a mandatory field.',
  ),
  'linux-pre-skr-identity-missing':
    'Traceback (most recent call last):\n  ...precheck_for_fatal_failures...\nException: managed identity is not provided. Managed Identity is a mandatory field.\n',
  'dual-secret-url':
    'https://vault-east.vault.azure.net/secrets/4c1f9a37-6b52-4d0e-b7a8-1e2d3c4b5a69/91ab34cd56ef7801a2b3c4d5e6f70819',
  'dual-none': 'None',
  'dual-enable-failed': 'Enable failed.',
  'dual-update-failed': 'UpdateEncryptionSettings failed.',
  'dual-os-not-supported': 'Enable failed: the os is not supported',
  'dual-volume-type-not-supported': 'VolumeType "Boot" is not supported',
  'dual-device-path-missing': dataFailure('Could not find a device path for Encryption Item: {"scsi": "[3:0:0:4]"}'),
  'dual-stamped-migration-allowed': 'Encryption settings stamped. Migration Allowed.',
  'dual-migrate-detached-header':
    '[AzureDiskEncryptionForLinux] [0.1.0.999339] Migrate Not all data disks were encrypted using encrypt format all. Migration is not supported.',
  'dual-migrate-detached-header-xfs':
    '[AzureDiskEncryptionForLinux] [0.1.0.999339] Migrate One or more data disks were not encrypted using encrypt format all and have xfs filesystem. Migration is not supported.',
  'dual-migrate-wrong-passphrase':
    '[AzureDiskEncryptionForLinux] [0.1.0.999339] Migrate Passphrase validation failed. Please check your passphrase and try again.',
  'dual-migrate-other': '[AzureDiskEncryptionForLinux] [0.1.0.999339] Migrate [Errno 5] Input/output error',
  'dual-pre-kv-url': 'Encountered an error while checking the Key Vault URL\nNo URL supplied',
  'dual-pre-kek-url': '\nA KEK URL was specified, but was invalid\n URL should be https: http://vault-a\n',
  'dual-pre-aad-client-id':
    'AADClientID value is missing or invalid.\nActual Value: [fabrikam-app]\nExpected Format: [nnnnnnnn-nnnn-nnnn-nnnn-nnnnnnnnnnnn]',
  'dual-pre-aad-client-id-absent': 'AADClientID property was not found in settings',
  'dual-sles11-adal': enableFailure('SLES 11 environment is missing python-pip and adal'),
} as const
