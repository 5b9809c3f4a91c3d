import { failuresLike, type CatalogueGroup } from '../entries-like'
import { anyOf, contains, exact, prefix, start, startThen, whole } from '../patterns'

const shown = failuresLike({
  origin: 'powershell',
  target: 'client-output',
  facet: 'main',
  specificity: 50,
  os: null,
  pass: null,
  status: null,
  phase: 'unknown',
  volume: 'all',
  severity: 'error',
  terminal: true,
  reach: 'client',
  confidence: 'source',
})

/**
 * Texts of Az.Compute.
 * https://github.com/Azure/azure-powershell/tree/main/src/Compute/Compute/Extension/AzureDiskEncryption
 */
export const powershellEntries = {
  'ps-enum-unknown': shown(exact('Unknown'), null, {
    target: 'client-field',
    specificity: 100,
    severity: 'warning',
    terminal: false,
  }),
  'ps-enum-no-disk-found': shown(exact('NoDiskFound'), null, {
    target: 'client-field',
    specificity: 100,
    volume: 'data',
    severity: 'info',
    terminal: false,
  }),
  'ps-status-not-available': shown(
    // The second as the documentation translates it.
    exact('Extension status not available on the VM', '拡張機能の状態が VM で取得できません'),
    null,
    {
      target: 'status-message',
      specificity: 100,
      severity: 'warning',
      terminal: false,
    },
  ),
  'ps-no-extension': shown(
    exact('No Encryption extension or metadata found on the VM', 'No Encryption extension or metada found on the VM'),
    null,
    { target: 'status-message', phase: 'not-started', severity: 'info', terminal: false },
  ),
  'ps-windows-volumes': shown(whole(/^OsVolume: \w{1,64}, DataVolumes: \w{1,64}$/), null, {
    target: 'status-message',
    os: 'windows',
    severity: 'info',
    terminal: false,
  }),
  'ps-ext-not-found': shown(contains('Encryption extension not found on VM Instance View'), null),
  'ps-invalid-status': shown(contains('Invalid extension status'), null),
  'ps-invalid-substatus': shown(contains('Invalid extension substatus'), null),
  'ps-no-vm-model': shown(contains('Failed to retrieve virtual machine model'), null),
  'ps-no-instance-view': shown(contains('could not retreive VM Instance View'), null),
  'ps-statuses-null': shown(contains('VM instance view statuses array was null. Could not get VM status.'), null),
  'ps-os-type-unknown': shown(contains('OS type unknown.'), null),
  'ps-model-incomplete': shown(contains('retreived virtual machine does not have'), null),
  'ps-invalid-kv-url': shown(prefix('Invalid DiskEncryptionKeyVaultUrl.'), 'keyVault', {
    specificity: 60,
    phase: 'prerequisites',
  }),
  'ps-invalid-kek-url': shown(prefix('Invalid KeyEncryptionKeyUrl'), 'keyEncryptionKey', {
    specificity: 60,
    phase: 'prerequisites',
  }),
  'ps-failed-retrieve-status': shown(exact('Failed to retrieve extension status'), null, { specificity: 100 }),
  'ps-missing-type': shown(exact('Missing extension publisher and type info'), null, {
    specificity: 100,
    phase: 'prerequisites',
  }),
  'ps-type-mismatch': shown(exact('Extension publisher and type mismatched'), null, {
    specificity: 100,
    phase: 'prerequisites',
  }),
  'ps-enable-only-existing': shown(
    prefix('Set-AzVMDiskEncryptionExtension can enable encryption only on a VM that was already created'),
    null,
    { specificity: 60, phase: 'prerequisites' },
  ),
  'ps-migrate-with-aad': shown(
    prefix('Migration failed while installing Azure Disk Encryption extension (with AAD). Error '),
    'migration',
    { specificity: 60, phase: 'failed' },
  ),
  'ps-migrate-clear-settings': shown(
    exact('Migration failed while setting EncryptionSettings.Enabled to false.'),
    'migration',
    {
      specificity: 100,
      phase: 'failed',
    },
  ),
  'ps-migrate-without-aad': shown(
    prefix('Migration failed while installing Azure Disk Encryption extension (without AAD). Error '),
    'migration',
    { specificity: 60, phase: 'failed' },
  ),
  'ps-installation-failed': shown(start(/^Installation failed for extension \S{1,200} with error /), null, {
    specificity: 40,
    phase: 'failed',
  }),
  'ps-snapshot-tag': shown(prefix('one snapshot for disks are created with tag,'), null, {
    specificity: 60,
    phase: 'starting',
    severity: 'info',
    terminal: false,
  }),
  'ps-disable-linux-data-only': shown(
    exact('Disabling encryption is only allowed on Data volumes for Linux VMs.'),
    'disableRefused',
    {
      specificity: 100,
      phase: 'prerequisites',
    },
  ),
  'ps-disable-only-existing': shown(
    prefix('Disable-AzDiskEncryption can disable encryption only on a VM that was already created'),
    null,
    { specificity: 60, phase: 'prerequisites' },
  ),
  'ps-missing-skip-vm-backup': shown(contains('SkipVmBackup'), null, {
    specificity: 20,
    phase: 'prerequisites',
    confidence: 'inferred',
  }),
  // https://github.com/Azure/azure-powershell/issues/5038
  'ps-scale-set-extension-missing': shown(
    start(/^Extension, [\w.]{1,80}, {1,4}is not installed in the VM Scale Set/),
    'scaleSet',
    {
      confidence: 'public-report',
    },
  ),
  // https://learn.microsoft.com/powershell/module/az.compute/get-azvmssdiskencryptionstatus
  'ps-scale-set-status': shown(
    start(/^(?:EncryptionExtensionInstalled {1,20}: |ResourceGroupName {1,80}VmScaleSetName {1,80}Id {1,20}OsVolume )/),
    null,
    { severity: 'info', terminal: false, confidence: 'docs' },
  ),
  // https://github.com/MicrosoftDocs/azure-docs/issues/21985
  'ps-vault-forbidden': shown(
    anyOf(
      startThen(/^[A-Z][a-z]{2,12}-Az(?:ure)?KeyVault\w{0,40} {0,2}: ?/, "invalid status code 'Forbidden'"),
      "KeyVaultErrorException: Operation returned an invalid status code 'Forbidden'",
    ),
    'vaultAccess',
    { confidence: 'public-report' },
  ),
  // https://github.com/MicrosoftDocs/azure-docs/pull/34785
  'ps-vault-bad-request': shown(
    startThen(/^[A-Z][a-z]{2,12}-Az(?:ure)?KeyVault\w{0,40} {0,2}: ?/, "invalid status code 'BadRequest'"),
    null,
    { confidence: 'public-report' },
  ),
  // https://github.com/MicrosoftDocs/azure-docs/issues/21985
  'ps-vault-without-policy': shown(
    contains('Access policy is not set. No user or application have access permission to use this vault'),
    null,
    { severity: 'warning', terminal: false, confidence: 'public-report' },
  ),
  // https://github.com/MicrosoftLearning/AZ-103-MicrosoftAzureAdministrator/issues/264
  'ps-request-accepted': shown(start(/^RequestId {1,40}IsSuccessStatusCode {1,4}StatusCode/), null, {
    severity: 'info',
    terminal: false,
    confidence: 'public-report',
  }),
} satisfies CatalogueGroup
