import { bitlockerFailure } from './wrap'

/** Texts of Windows, the platform and the tools. */
export const otherSamples = {
  'ps-enum-unknown': 'Unknown',
  'ps-enum-no-disk-found': 'NoDiskFound',
  'win-version-only': '[2.5.0.6]',
  'win-empty-success': '',
  'win-disable-completed': '[2.2.0.36] Disable Encryption completed successfully',
  'win-generic-prefixed': '[2.5.0.6] Something that nobody has written down',
  'win-bitlocker-config-failed': bitlockerFailure('2.2.0.35', 'Something failed'),
  'win-connection-failed': bitlockerFailure(
    '1.1.0.4',
    'The underlying connection was closed: An unexpected error occurred on a send.',
  ),
  'win-entra-sign-in-failed': bitlockerFailure('1.1.0.4', 'AADSTS7000215: Invalid client secret provided.'),
  'win-protectkey-2150695006': bitlockerFailure('2.2.0.41', 'ProtectKeyWithExternalKey failed with 2150695006'),
  'win-protectkey-2150695086': bitlockerFailure('2.2.0.41', 'ProtectKeyWithExternalKey failed with 2150695086'),
  'win-protectkey-2147942450': bitlockerFailure('2.2.0.41', 'ProtectKeyWithExternalKey failed with 2147942450'),
  'win-protectkey-policy': bitlockerFailure('2.2.0.41', 'ProtectKeyWithExternalKey failed with 2150695003'),
  'win-protectkey-no-room': bitlockerFailure('2.2.0.41', 'ProtectKeyWithExternalKey failed with 2150695023'),
  'win-key-not-saved': bitlockerFailure('2.2.0.41', 'SaveExternalKeyToFile failed with 2147942419'),
  'win-conversion-refused': bitlockerFailure('2.2.0.41', 'Decrypt failed with 2147942421'),
  'win-volume-label': bitlockerFailure('2.2.0.41', 'A semi colon character was expected. Line 1, position 9.'),
  'win-bek-missing': '[2.4.0.21] BEK disk is missing or not initialized',
  'win-log-volume-skipped': 'BitlockerOperations::Find Skipping Volume Backed by VHD: VolumeName: H:\\',
  'win-protectkey-other': bitlockerFailure('2.2.0.41', 'ProtectKeyWithExternalKey failed with 2150694912'),
  'win-access-denied': bitlockerFailure('1.1.0.4', 'Access denied'),
  'win-storage-spaces-old': bitlockerFailure(
    '2.2.0.9',
    'Encrypting storage spaces is only supported on Windows server 2016 and above.',
  ),
  'win-efa-not-supported': bitlockerFailure('2.2.0.9', "Requested value 'EnableEncryptionFormatAll' was not found."),
  'win-resource-id-missing': bitlockerFailure('2.5.0.6', 'Value cannot be null.\r\nParameter name: resIdString'),
  'win-nvme-null-reference':
    '[2.2.0.35] Failed to configure bitlocker as expected. Exception: Object reference not set to an instance of an object., InnerException: , stack trace:    at ...IsVolumeBackedByNvmeDisk(...)',
  'win-log-locked': bitlockerFailure(
    '2.2.0.2',
    "The process cannot access the file 'C:\\WindowsAzure\\Logs\\Plugins\\Microsoft.Azure.Security.AzureDiskEncryption\\2.2.0.2\\BitlockerExtension.log' because it is being used by another process.",
  ),
  'win-winrm': bitlockerFailure('2.2.0.35', "Cannot open WinRM service on computer '.'."),
  'win-enable-exception-details':
    '[2.3.0.5] Failed to enable Azure Disk Encryption on the VM with the following exception details:\n System.Exception: ... See aka.ms/VMExtensionADEWindowsTroubleshoot',
  'win-send-settings-exception':
    "[2.3.0.5] Failed to enable Azure Disk Encryption on the VM with the following exception details:\n Microsoft.Cis.Security.BitLocker.BitlockerIaasVMExtension.BitlockerFailedToSendEncryptionSettingsException: The fault reason was: '...'",
  'win-send-data-failed': bitlockerFailure(
    '2.2.0.41',
    'Failed to send DiskEncryptionData, Check KeyVault inputs, ResourceIds and retry encryption operation',
  ),
  'win-onenable-exception':
    'BitlockerExtension::OnEnable hit exception Object reference not set, inner exception , stack trace: ...',
  'arm-vmagent-status-communication':
    "VM 'web-07' has not reported status for VM agent or extensions. Please verify the VM has a running VM agent, and can establish outbound connections to Azure storage.",
  'arm-extension-provisioning-error':
    "VM has reported a failure when processing extension 'AzureDiskEncryptionForLinux' (publisher 'Microsoft.Azure.Security' and type 'AzureDiskEncryptionForLinux'). Error message: \"Failed to encrypt data volumes with error: ...\".",
  'arm-multiple-extensions-failed':
    'Multiple VM extensions failed to be provisioned on the VM. Please see the VM extension instance view for other failures.',
  'arm-extension-timeout':
    "Provisioning of VM extension 'AzureDiskEncryptionForLinux' has timed out. Extension installation may be taking too long, or extension status could not be obtained.",
  'arm-handler-nontransient':
    "The handler for VM extension type 'Microsoft.Azure.Security.AzureDiskEncryptionForLinux' has reported terminal failure for VM extension 'AzureDiskEncryptionForLinux' with error message: '[ExtensionOperationError] Non-zero exit code: 1, ...'",
  'arm-handler-wrong-os':
    "The handler for VM extension type 'Microsoft.Azure.Security.AzureDiskEncryption' has reported terminal failure for VM extension 'AzureDiskEncryption' with error message: '[ExtensionOperationError] Non-zero exit code: 126, /var/lib/waagent/Microsoft.Azure.Security.AzureDiskEncryption-2.3.0.5/BitlockerIaasVMExtension.exe install [stderr] cannot execute binary file'",
  'arm-handler-exit-51':
    '[ExtensionOperationError] Non-zero exit code: 51, /var/lib/waagent/Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.4.0.11/extension_shim.sh -c main/handle.py --enable',
  'arm-handler-enable-timeout':
    '[ExtensionOperationError] Timeout(300): /var/lib/waagent/Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.4.0.11/extension_shim.sh -c main/handle.py --enable',
  'arm-extension-management-internal': 'VMExtensionManagementInternalError: something went wrong inside',
  'arm-artifact-not-found': "ArtifactVersionNotFound: no version of type 'AzureDiskEncryption' in 'westeurope'",
  'arm-vm-not-running': 'Cannot modify extensions in the VM when the VM is not running.',
  'arm-encryptionsettings-allocated':
    'Updates to encryptionSettings is not allowed when VM is allocated, Please retry after VM is deallocated',
  'arm-extension-failed-state':
    "Operation 'Create Image' is not allowed on VM 'web-07' since VM has extension 'AzureDiskEncryptionForLinux' in failed state.",
  'arm-another-operation':
    "Operation 'Update VM' is not allowed on VM 'web-07' since another operation is in progress.",
  'arm-vm-must-run': 'The operation requires the VM to be running (or set to run).',
  'arm-extension-marked-deletion':
    "Operation 'update' is not allowed on VM extension 'AzureDiskEncryptionForLinux' since it is marked for deletion. You can only retry the Delete operation (or wait for an ongoing one to complete).",
  'arm-multiple-per-handler':
    "Multiple VMExtensions per handler not supported for OS type 'Linux'. VMExtension 'ade-second' with handler 'Microsoft.Azure.Security.AzureDiskEncryptionForLinux' already added or specified in input.",
  'arm-secret-missing-tags':
    "https://vault-east.vault.azure.net/secrets/x/y secret doesn't have the DiskEncryptionKeyFileName tags. Please update the secret version, add the required tags and retry.",
  'arm-secret-unwrap-failed':
    'Unwrap of secret https://vault-east.vault.azure.net/secrets/x/y value using key https://vault-east.vault.azure.net/keys/kek/z failed.',
  'arm-cross-subscription-move': 'CrossSubscriptionMoveWithKeyVaultResources',
  'arm-vm-start-timeout': "VMStartTimedOut: 'web-07' is not up yet",
  'arm-invalid-secret-url-install-succeeded':
    'Install Succeeded is not a valid versioned Key Vault Secret URL. It should be in the format https://<vaultEndpoint>/secrets/<secretName>/<secretVersion>.',
  'arm-invalid-secret-url-data-succeeded':
    'Encryption succeeded for data volumes is not a valid versioned Key Vault Secret URL. It should be in the format https://<vaultEndpoint>/secrets/<secretName>/<secretVersion>.',
  'arm-invalid-secret-url': 'xyz is not a valid versioned Key Vault Secret URL.',
  'arm-model-encryptionsettings-unsupported':
    'User encryption settings in the VM model are not supported. Please upgrade Azure Disk Encryption',
  'arm-disk-with-settings-as-data': 'The disk contains encryption settings and cannot be attached as a data disk.',
  'kv-no-secret-set':
    "The user, group or application 'appid=11111111-2222-3333-4444-555555555555;oid=1' does not have secrets set permission on key vault 'vault-east;location=westeurope'.",
  'kv-no-permission-generic':
    "The user, group or application 'appid=1' does not have keys unwrapKey permission on key vault 'vault-east;location=westeurope'.",
  'kv-wrong-issuer':
    'AKV10032: Invalid issuer. Expected one of https://sts.windows.net/11111111-2222-4333-8444-555555555555/, found https://sts.windows.net/66666666-7777-4888-9999-000000000000/.',
  'kv-forbidden-by-rbac': 'Code: Forbidden, inner error: ForbiddenByRbac',
  'kv-access-denied-code': 'KeyVaultKeyNotEnabled',
  'agent-invalid-status':
    'Could not get a valid status from the extension Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.4.0.11. Encountered the following error: [ExtensionStatusError] ...',
  'agent-no-status-file':
    'This status is being reported by the Guest Agent since no status file was reported by extension Microsoft.Azure.Security.AzureDiskEncryptionForLinux: [ExtensionStatusError] Status file /var/lib/waagent/Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.4.0.11/status/0.status does not exist',
  'agent-status-truncated': 'Traceback (most recent call last): File "handle.py" ... [TRUNCATED]',
  'agent-unavailable': 'VM status blob not found.',
  'agent-not-responding': 'VM agent is not ready',
  'agent-ready': 'Guest Agent is running',
  'agent-handler-ready': 'Ready',
  'agent-handler-notready': 'NotReady',
  'agent-handler-installing': 'Installing',
  'agent-handler-unresponsive': 'Unresponsive',
  'disk-state-encrypted': 'EncryptionState/encrypted',
  'disk-state-not-encrypted': 'EncryptionState/notEncrypted',
  'disk-display-enabled': 'Encryption is enabled on disk',
  'disk-display-not-encrypted': 'Disk is not encrypted',
  'display-transitioning': 'Transitioning',
  'display-provisioning-succeeded': 'Provisioning succeeded',
  'display-provisioning-failed': 'Provisioning failed',
  'mdc-compliant-hbe': 'VM is encryption compliant with EncryptionAtHost.',
  'mdc-compliant-ade': 'VM is encryption compliant with Azure Disk Encryption.',
  'mdc-compliant-cvm': 'Confidential VMs are not supported by this recommendation.',
  'mdc-os-not-encrypted': 'VM is not fully encrypted with Azure Disk Encryption. OS disk is in an unencrypted state.',
  'mdc-not-fully-encrypted':
    'VM is not fully encrypted with Azure Disk Encryption. The following data disks are not encrypted: /dev/sdd2',
  'mdc-missing': 'VM is not encrypted. VM should be encrypted with EncryptionAtHost or Azure Disk Encryption.',
  'mdc-exception': 'Exception occured in Python helper script. Error: list index out of range',
  'mdc-basic-sized-virtual-machine': 'BasicSizedVirtualMachine',
  'mdc-classic-virtual-machine': 'ClassicVirtualMachine',
  'mdc-ultra-disks-virtual-machine': 'UltraDisksVirtualMachine',
  'mdc-unknown-os-virtual-machine': 'UnknownOsVirtualMachine',
  'mdc-kubernetes-virtual-machine': 'KubernetesVirtualMachine',
  'mdc-databrick-virtual-machine': 'DatabrickVirtualMachine',
  'mdc-unsupported-os-virtual-machine': 'UnsupportedOsVirtualMachine',
  'ps-status-not-available': 'Extension status not available on the VM',
  'ps-no-extension': 'No Encryption extension or metadata found on the VM',
  'ps-windows-volumes': 'OsVolume: NotEncrypted, DataVolumes: Unknown',
  'ps-ext-not-found': 'Encryption extension not found on VM Instance View',
  'ps-invalid-status': 'Invalid extension status',
  'ps-invalid-substatus': 'Invalid extension substatus',
  'ps-no-vm-model': 'Failed to retrieve virtual machine model',
  'ps-no-instance-view': 'could not retreive VM Instance View',
  'ps-statuses-null': 'VM instance view statuses array was null. Could not get VM status.',
  'ps-os-type-unknown': 'OS type unknown.',
  'ps-model-incomplete': 'retreived virtual machine does not have storage profile',
  'ps-invalid-kv-url': 'Invalid DiskEncryptionKeyVaultUrl. Give the address of a vault',
  'ps-invalid-kek-url': 'Invalid KeyEncryptionKeyUrl. Give the address of a key',
  'ps-failed-retrieve-status': 'Failed to retrieve extension status',
  'ps-missing-type': 'Missing extension publisher and type info',
  'ps-type-mismatch': 'Extension publisher and type mismatched',
  'ps-enable-only-existing':
    'Set-AzVMDiskEncryptionExtension can enable encryption only on a VM that was already created and has appropriate storageProfile and OS disk',
  'ps-migrate-with-aad': 'Migration failed while installing Azure Disk Encryption extension (with AAD). Error ...',
  'ps-migrate-clear-settings': 'Migration failed while setting EncryptionSettings.Enabled to false.',
  'ps-migrate-without-aad':
    'Migration failed while installing Azure Disk Encryption extension (without AAD). Error ...',
  'ps-installation-failed':
    'Installation failed for extension AzureDiskEncryption with error Long running operation failed',
  'ps-snapshot-tag': 'one snapshot for disks are created with tag,AzureEnc712',
  'ps-disable-linux-data-only': 'Disabling encryption is only allowed on Data volumes for Linux VMs.',
  'ps-disable-only-existing':
    'Disable-AzDiskEncryption can disable encryption only on a VM that was already created and has appropriate storageProfile and OS disk',
  'ps-missing-skip-vm-backup': 'Add -SkipVmBackup, because this VM cannot be backed up',
  'cli-need-client-id': 'Please provide --aad-client-id',
  'cli-need-credential': 'Please provide either --aad-client-cert-thumbprint or --aad-client-secret',
  'cli-need-volume-type': 'VM has data disks, please supply --volume-type',
  'cli-provisioning-incorrect': 'Extension needed for disk encryption was not provisioned correctly',
  'cli-no-secret-url': 'Could not find url pointing to the secret for disk encryption',
  'cli-identity-format':
    'Encryption Identity should be an ARM Resource ID of one of the user assigned identities associated to the resource',
  'cli-identity-update-failed': 'Failed to update encryption Identity to the VM',
  'cli-identity-api':
    "Usage error: Encryption Identity required API version 2023-07-01 or higher. Please set the cloud's profile to use latest API profile or different API profile",
  'cli-linux-disable-data-only':
    "Only Data disks can have encryption disabled in a Linux VM. Use '--force' to ignore the warning",
  'cli-update-failed': "Extension updating didn't succeed",
  'cli-vmss-not-encrypted': "VM scale set 'pool-3' was not encrypted",
  'cli-kv-not-enabled': "ERROR: Keyvault 'vault-east' is not enabled for disk encryption.",
  'cli-subscription-mismatch': "ERROR: VM web-07's subscription does not match keyvault's subscription.",
  'cli-region-mismatch': "ERROR: VM web-07's region does not match keyvault's region.",
  'cli-force-warning': 'Keyvault and VM are in different regions. Encryption might fail.',
  'cli-vmss-os-unsupported': 'OS disk encyrption is not yet supported for Linux VM scale sets',
  'cli-not-enabled': 'Azure Disk Encryption is not enabled',
  'cli-request-accepted':
    "The encryption request was accepted. Please use 'show' command to monitor the progress. If you see 'VMRestartPending', please restart the VM, and the encryption will finish shortly",
  'cli-deallocating': 'Deallocating the VM before updating encryption settings...',
  'cli-restarting': 'Restarting the VM after the update...',
  'cli-takes-a-while': 'Note, enabling encryption will take a while to finish...',
  'cli-progress-unknown': 'Unknown',
  'cli-usage-error': 'az vm encryption enable: error: argument --disk-encryption-keyvault is required',
  'cli-fault-old-client': "error:   Cannot read property 'uri' of undefined",
  'ps-vault-forbidden': "Add-AzKeyVaultKey : Operation returned an invalid status code 'Forbidden'",
  'ps-vault-bad-request': "Get-AzKeyVaultKey : Operation returned an invalid status code 'BadRequest'",
  'ps-vault-without-policy':
    'WARNING: Access policy is not set. No user or application have access permission to use this vault.',
  'ps-request-accepted': 'RequestId IsSuccessStatusCode StatusCode ReasonPhrase',
  'arm-host-feature-not-registered':
    "The property 'securityProfile.encryptionAtHost' is not valid because the 'Microsoft.Compute/EncryptionAtHost' feature is not enabled for this subscription.",
  'arm-ade-with-host-encryption':
    'Azure Disk Encryption cannot be enabled on disks that have encryption at host enabled',
  'arm-resource-group-not-found': "Resource group 'vault-east' could not be found.",
  'arm-disallowed-by-policy':
    "Resource 'vault-east' was disallowed by policy. Reasons: 'Purge protection should be enabled'.",
  'arm-disk-resize-attached':
    'Cannot resize disk lotus-data while it is attached to running VM /subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/web-07.',
  'arm-resize-temporary-disk':
    "Unable to resize the VM 'web-07' since changing from resource disk to non-resource disk VM size and vice-versa is not allowed.",
  'arm-extension-message-empty':
    'VM has reported a failure when processing extension \'AzureDiskEncryption\'. Error message: "".',
  'arm-scale-set-extension-twice':
    "On resource 'web-set', extension name 'AzureDiskEncryption' cannot be used for more than one extension.",
  'kv-firewall-refused': 'Client address is not authorized and caller is not a trusted service.',
  'arm-handlers-unresolved':
    "One or more VM extension handlers failed to resolve for VM 'vm-1'. Please check individual extension status for more details.",
  'arm-disk-once-encrypted':
    "Disk 'data1' was previously encrypted with Azure Disk Encryption. Server-side encryption with customer managed keys cannot be enabled on this disk at this time.",
  'guest-key-file-missing': "Failed to activate, key file '/mnt/azure_bek_disk/LinuxPassPhraseFileName_1_0' missing.",
  'kv-object-expired': 'Operation "wrapKey" is not allowed on an expired key.',
  'kv-vault-name-taken': "The vault name 'vault-east' is already in use.",
  'guest-bitlocker-unlocked': 'The file "D:\\1.BEK" successfully unlocked volume G:.',
  'guest-bitlocker-unlock-refused': 'ERROR: The file "D:\\1.BEK" failed to unlock volume G:.',
  'guest-bitlocker-protectors': 'External Key File Name:',
  'guest-mapping-exists': 'Device osencrypt already exists.',
  'ps-scale-set-status': 'EncryptionExtensionInstalled : True',
  'arm-request-not-deserialized':
    "The request content was invalid and could not be deserialized: 'Unexpected character'.",
  'arm-disk-key-required': 'DiskEncryptionKey is required for lotus-data if encryption is enabled.',
  'arm-disk-settings-change-refused': 'Cannot change Encryption Setting of disk lotus-data.',
  'arm-os-swap-refused': 'OSDiskSwapNotSupportedForVMsUsingDiskEncryption',
  'arm-property-change-refused': "Changing property 'encryption.diskEncryptionSetId' is not allowed.",
  'kv-secret-not-retrieved':
    'DiskEncryptionInternalError: Unknown error encountered when retrieving secret from the Key Vault with URL https://vault-east.vault.azure.net/secrets/x/y',
  'kv-caller-not-permitted':
    'User with user id: 11 does not have access to the key vault vault-east. Permitted object ids include - 22',
  'kv-bypass-required': 'When enabledForDiskEncryption is true, networkAcls.bypass must include "AzureServices".',
  'cli-fault-repair': "AttributeError: 'bool' object has no attribute 'tolower'",
  'guest-bitlocker-locked': 'ERROR: (code 0x80310000): This drive is locked by BitLocker Drive Encryption.',
  'guest-bitlocker-key-unread': 'ERROR: An error occurred while attempting to read the key from disk.',
  'guest-temporary-disk-encrypted': "Failed to mount resource disk. [mount: unknown filesystem type 'crypto_LUKS']",
  'backup-volume-locked': 'ExtensionSnapshotBitlockerError',
  'kv-encryption-set-refused':
    "Unable to access key vault resource 'https://vault-east.vault.azure.net/keys/kek-1/01' to enable encryption at rest.",
  'guest-disk-write-protected': 'The disk is write-protected. Use another disk.',
  'cli-terraform-configuration': 'An argument named "lotus" is not expected here.',
  'arm-encryption-set-unsupported':
    "DiskEncryptionSet des-lotus with UserAssigned identity type is not supported for disk data-07 since it has 'PremiumV2_LRS' SKU.",
  'cli-fault-no-settings': "'NoneType' object has no attribute 'enabled'",
  'ps-scale-set-extension-missing': 'Extension, AzureDiskEncryption,  is not installed in the VM Scale Set.',
  'arm-generation-2-dual-pass': 'Azure Disk Encryption is not supported with Generation 2 Hypervisor.',
  'arm-scale-set-unsupported':
    'Virtual machine scale set does not support disk encryption. Please remove it from the model.',
  'arm-vault-unfit':
    "Key Vault https://vault-east.vault.azure.net/keys/kek-1 either has not been enabled for Volume Encryption or the vault id provided does not match /subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/vault-east's true resource id.",
  'boot-passphrase-prompt': 'Please enter passphrase for disk Virtual_Disk (osencrypt):',
  'boot-root-not-found': 'ALERT!  /dev/mapper/osencrypt does not exist.  Dropping to a shell!',
  'boot-grub-rescue': 'grub rescue>',
  'boot-efi-not-mounted': '[FAILED] Failed to mount /boot/efi.',
  'boot-bitlocker-recovery': 'Enter the recovery key for this drive',
  'arm-ade-version-unsupported': "Azure Disk Encryption extension version '2.2' is not supported",
  'kv-object-disabled': 'Operation get is not allowed on a disabled secret.',
  'kv-object-deleted':
    'Secret web-07-key is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the secret can only be recovered or purged.',
  'kv-vault-deleted':
    'A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault.',
  'guest-volume-group-twice': 'WARNING: VG name rootvg is used by VGs aB3dEf-1 and cD5fGh-2.',
  'guest-key-refused': 'No key available with this passphrase.',
  'guest-mapping-in-use': 'Device osencrypt is still in use.',
  'guest-xfs-uuid-twice':
    "XFS (sdc2): Filesystem has duplicate UUID 4b9e2f10-7c31-4c1e-9a55-0d2f6a7b8c9d - can't mount",
  'guest-partition-not-grown': 'NOCHANGE: partition 4 is size 153100255. it cannot be grown',
  'guest-volume-not-extended': 'There is not enough usable free space on specified disk(s) to extend the volume.',
  'guest-bitlocker-policy':
    'BitLocker Drive Encryption cannot be applied to this drive because there are conflicting Group Policy settings for recovery options on operating system drives.',
  'guest-mount-locked': "mount: unknown filesystem type 'crypto_LUKS'",
  'asr-target-vault-missing':
    "Virtual machine's OS disk is encrypted and no target keyvault information passed. ( ERROR CODE :  150175)",
  'backup-disk-exclusion-refused':
    'UserErrorEncryptedVmNotSupportedWithDiskEx: Disk exclusion is not supported for encrypted virtual machines.',
  'backup-vault-permissions': 'Error Code: UserErrorKeyVaultPermissionsNotConfigured',
} as const
