import { failuresLike, type CatalogueGroup } from '../entries-like'
import { anyOf, contains, containsWith } from '../patterns'

const refused = failuresLike({
  origin: 'platform',
  target: 'arm-error-message',
  facet: 'main',
  specificity: 60,
  os: null,
  pass: null,
  status: null,
  phase: 'prerequisites',
  volume: 'all',
  severity: 'error',
  terminal: true,
  reach: 'arm-error',
  confidence: 'docs',
})

/**
 * Errors of ARM.
 * https://learn.microsoft.com/en-us/azure/virtual-machines/error-codes-extensions
 */
export const platformArm = {
  'arm-vmagent-status-communication': refused(
    anyOf('VMAgentStatusCommunicationError', 'has not reported status for VM agent or extensions'),
    null,
    { phase: 'unknown' },
  ),
  'arm-extension-provisioning-error': refused(
    anyOf(
      containsWith("VM has reported a failure when processing extension '", { after: /^[^']{1,200}'/ }),
      'VMExtensionProvisioningError',
    ),
    null,
    { specificity: 50, phase: 'failed' },
  ),
  // https://learn.microsoft.com/azure/virtual-machines/error-codes-extensions
  'arm-handlers-unresolved': refused(contains('One or more VM extension handlers failed to resolve for VM '), null, {
    phase: 'failed',
    confidence: 'public-report',
  }),
  // https://learn.microsoft.com/azure/virtual-machines/disk-encryption#restrictions
  'arm-disk-once-encrypted': refused(contains(' was previously encrypted with Azure Disk Encryption'), 'azureRefused', {
    volume: null,
    confidence: 'public-report',
  }),
  'arm-multiple-extensions-failed': refused(
    contains('Multiple VM extensions failed to be provisioned on the VM'),
    null,
    {
      phase: 'failed',
    },
  ),
  'arm-extension-timeout': refused(
    anyOf(
      containsWith(' has timed out', { before: /Provisioning of VM extension '?[^' ]{1,200}'?$/ }),
      'VMExtensionProvisioningTimeout',
    ),
    null,
    { phase: 'unknown' },
  ),
  'arm-handler-nontransient': refused(
    anyOf(
      'has reported failure for VM Extension',
      'has reported failure for VM extension',
      'has reported terminal failure for VM Extension',
      'has reported terminal failure for VM extension',
      'VMExtensionHandlerNonTransientError',
    ),
    null,
    { phase: 'failed' },
  ),
  'arm-handler-wrong-os': refused(
    contains('Non-zero exit code: 126', 'BitlockerIaasVMExtension.exe'),
    'wrongExtension',
    {
      specificity: 80,
      confidence: 'public-report',
    },
  ),
  'arm-handler-exit-51': refused(contains('Non-zero exit code: 51'), 'distribution', {
    specificity: 65,
    confidence: 'inferred',
  }),
  'arm-handler-enable-timeout': refused(contains('Timeout(300)'), null, { confidence: 'inferred' }),
  'arm-extension-management-internal': refused(contains('VMExtensionManagementInternalError'), null, {
    phase: 'failed',
  }),
  'arm-artifact-not-found': refused(anyOf('ArtifactNotFound', 'ArtifactVersionNotFound'), 'azureRefused'),
  'arm-vm-not-running': refused(contains('Cannot modify extensions in the VM when the VM is not running'), null),
  'arm-encryptionsettings-allocated': refused(
    contains('Updates to encryptionSettings is not allowed when VM is allocated'),
    'azureRefused',
  ),
  'arm-extension-failed-state': refused(
    containsWith(' since VM has extension ', {
      before: /is not allowed on VM '?[^' ]{1,200}'?$/,
      after: /^'?[^' ]{1,200}'? in failed state/,
    }),
    'azureRefused',
  ),
  'arm-another-operation': refused(
    anyOf(
      'since another operation is in progress',
      // https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors
      'The request failed due to conflict with a concurrent request',
      'Operation execution has been preempted by a more recent operation',
      // https://learn.microsoft.com/azure/virtual-machines/windows/run-command
      'Run command extension execution is in progress',
      'AnotherOperationInProgress',
      'Another operation on this or dependent resource is in progress',
    ),
    'operationRunning',
    {
      severity: 'warning',
      terminal: false,
    },
  ),
  'arm-vm-must-run': refused(contains('The operation requires the VM to be running (or set to run)'), null),
  'arm-extension-marked-deletion': refused(contains('since it is marked for deletion'), 'azureRefused'),
  'arm-multiple-per-handler': refused(
    contains('Multiple VMExtensions per handler not supported for OS type'),
    'azureRefused',
    {
      confidence: 'public-report',
    },
  ),
  'arm-secret-missing-tags': refused(
    anyOf(
      containsWith("secret doesn't have the ", { after: /^[^\n]{1,400} tags/ }),
      'DiskEncryptionKeySecretMissingTags',
    ),
    'azureRefused',
    { phase: 'failed' },
  ),
  'arm-secret-unwrap-failed': refused(
    anyOf(
      containsWith('Unwrap of secret ', { after: /^\S{1,250} value using key \S{1,250} failed/ }),
      'DiskEncryptionKeySecretUnwrapFailed',
    ),
    'vaultAccess',
    { phase: 'failed' },
  ),
  'arm-cross-subscription-move': refused(
    anyOf(
      'CrossSubscriptionMoveWithKeyVaultResources',
      contains('Move resources request contains KeyVault resources which are referenced by'),
    ),
    'moveRefused',
    { phase: 'unknown' },
  ),
  'arm-vm-start-timeout': refused(contains('VMStartTimedOut'), null, { phase: 'unknown' }),
  'arm-invalid-secret-url-install-succeeded': refused(
    contains('Install Succeeded is not a valid versioned Key Vault Secret URL'),
    'clientRequest',
    { specificity: 80, pass: 'dual', phase: 'starting', confidence: 'public-report' },
  ),
  'arm-invalid-secret-url-data-succeeded': refused(
    contains('Encryption succeeded for data volumes is not a valid versioned Key Vault Secret URL'),
    'clientRequest',
    { specificity: 80, phase: 'starting', confidence: 'public-report' },
  ),
  'arm-invalid-secret-url': refused(contains('is not a valid versioned Key Vault Secret URL'), 'clientRequest', {
    specificity: 50,
    pass: 'dual',
    confidence: 'public-report',
  }),
  'arm-model-encryptionsettings-unsupported': refused(
    contains('User encryption settings in the VM model are not supported'),
    'azureRefused',
    { confidence: 'public-report' },
  ),
  // https://github.com/MicrosoftDocs/azure-docs/issues/68028
  'arm-host-feature-not-registered': refused(
    anyOf(
      "because the 'Microsoft.Compute/EncryptionAtHost' feature is not enabled",
      "The feature 'EncryptionAtHost' does not support registration",
    ),
    'azureRefused',
    { confidence: 'public-report' },
  ),
  // https://github.com/Azure/azure-powershell/issues/19089
  'arm-ade-with-host-encryption': refused(
    contains('Azure Disk Encryption cannot be enabled on disks that have encryption at host enabled'),
    'azureRefused',
    { confidence: 'public-report' },
  ),
  // https://github.com/Azure/azure-cli/issues/9835
  'arm-resource-group-not-found': refused(
    anyOf(
      'ResourceGroupNotFound',
      containsWith('esource ', { after: /^group ['"][^'"\n]{1,90}['"] c(?:ould|loud) not be found/i }),
    ),
    'azureRefused',
    { specificity: 50, volume: null, confidence: 'public-report' },
  ),
  // https://github.com/hashicorp/terraform-provider-azurerm/issues/26265
  'arm-disallowed-by-policy': refused(anyOf('RequestDisallowedByPolicy', 'was disallowed by policy'), 'azureRefused', {
    volume: null,
    confidence: 'public-report',
  }),
  // https://github.com/kubernetes/kubernetes/issues/96706
  'arm-disk-resize-attached': refused(
    anyOf(
      'ChangeDiskSizeWhileAttachedNotAllowed',
      contains('Cannot resize disk ', ' while it is attached to running VM '),
    ),
    'azureRefused',
    { volume: null, confidence: 'public-report' },
  ),
  // https://github.com/MicrosoftDocs/azure-docs/pull/76920
  'arm-resize-temporary-disk': refused(
    contains('changing from resource disk to non-resource disk VM size and vice-versa is not allowed'),
    'azureRefused',
    { volume: null, confidence: 'public-report' },
  ),
  // https://github.com/MicrosoftDocs/azure-docs/issues/26316
  'arm-extension-message-empty': refused(
    containsWith("processing extension 'AzureDiskEncryption", {
      after: /^(?:ForLinux)?'(?: \([^)\n]{1,200}\))?\.\s{1,3}Error message:\s{0,3}\\{0,3}["']\\{0,3}["']/,
    }),
    null,
    { specificity: 55, phase: 'failed', confidence: 'public-report' },
  ),
  // https://github.com/Azure/azure-cli/issues/8392
  'arm-scale-set-extension-twice': refused(
    containsWith("' cannot be used for more than one extension", { before: /extension name '[^'\n]{1,80}$/ }),
    'scaleSet',
    { confidence: 'public-report' },
  ),
  // https://github.com/Azure/azure-cli/issues/31885
  'arm-request-not-deserialized': refused(
    anyOf('InvalidRequestContent', 'The request content was invalid and could not be deserialized'),
    'azureRefused',
    { specificity: 50, volume: null, confidence: 'public-report' },
  ),
  // https://github.com/hashicorp/terraform-provider-azurerm/issues/14574
  'arm-disk-key-required': refused(
    containsWith('DiskEncryptionKey is required for ', { after: /^[^\n]{0,200}? ?if encryption is enabled/ }),
    'azureRefused',
    { confidence: 'public-report' },
  ),
  // https://github.com/MicrosoftDocs/azure-docs/pull/56181
  // https://learn.microsoft.com/azure/virtual-machines/disk-encryption#restrictions
  'arm-encryption-set-unsupported': refused(
    anyOf(
      contains('DiskEncryptionSet ', ' is not supported for disk '),
      containsWith('NotSupportUserAssignedIdentityDes', { before: /\bDirectDriveDisk$/ }),
    ),
    'azureRefused',
    { confidence: 'public-report' },
  ),
  'arm-os-swap-refused': refused(contains('OSDiskSwapNotSupportedForVMsUsingDiskEncryption'), 'azureRefused', {
    pass: 'dual',
    volume: 'os',
    confidence: 'public-report',
  }),
  // https://github.com/hashicorp/terraform-provider-azurerm/issues/23786
  'arm-disk-settings-change-refused': refused(
    containsWith('annot change ', { after: /^encryption settings? of disk\b/i }),
    'azureRefused',
    { confidence: 'public-report' },
  ),
  // https://github.com/hashicorp/terraform-provider-azurerm/pull/6230
  'arm-property-change-refused': refused(
    containsWith("Changing property '", { after: /^[\w.]{1,120}' is not allowed/ }),
    'azureRefused',
    { specificity: 50, volume: null, confidence: 'public-report' },
  ),
  'arm-disk-with-settings-as-data': refused(contains('contains encryption settings'), 'lockedDisk', {
    phase: 'unknown',
  }),
  // https://github.com/MicrosoftDocs/azure-docs/issues/120835
  'arm-generation-2-dual-pass': refused(
    contains('Azure Disk Encryption is not supported with Generation 2 Hypervisor'),
    'clientRequest',
    { pass: 'dual', confidence: 'public-report' },
  ),
  // https://github.com/Azure/azure-quickstart-templates/issues/5230
  'arm-scale-set-unsupported': refused(
    contains('Virtual machine scale set does not support disk encryption'),
    'scaleSet',
    {
      confidence: 'public-report',
    },
  ),
  // https://github.com/Azure/azure-cli/issues/4707
  'arm-vault-unfit': refused(
    contains(' either has not been enabled for Volume Encryption or the vault id provided does not match '),
    'vaultRefused',
    { confidence: 'public-report' },
  ),
  // https://github.com/MicrosoftDocs/SupportArticles-docs/blob/1e37e72e/support/azure/virtual-machines/windows/extension-version-2.2-not-supported.md
  'arm-ade-version-unsupported': refused(
    containsWith("Azure Disk Encryption extension version '", { after: /^[\d.]{1,20}' is not supported/ }),
    'extensionVersion',
  ),
} satisfies CatalogueGroup
