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
  phase: 'unknown',
  volume: 'all',
  severity: 'error',
  terminal: true,
  reach: 'arm-error',
  confidence: 'docs',
})

/** Texts of Azure Site Recovery and Azure Backup about an encrypted VM. */
export const serviceEntries = {
  // https://learn.microsoft.com/azure/site-recovery/azure-to-azure-how-to-enable-replication-ade-vms
  'asr-target-vault-missing': refused(
    anyOf(
      'OS disk is encrypted and no target keyvault information passed',
      containsWith('ERROR CODE', { after: /^ {0,4}: {0,4}150175/ }),
    ),
    'siteRecovery',
  ),
  // https://learn.microsoft.com/azure/backup/backup-encryption-troubleshoot
  'backup-disk-exclusion-refused': refused(
    anyOf(
      'UserErrorEncryptedVmNotSupportedWithDiskEx',
      'Disk exclusion is not supported for encrypted virtual machines',
    ),
    null,
    { severity: 'warning' },
  ),
  // https://learn.microsoft.com/azure/backup/backup-azure-vms-troubleshoot
  'backup-volume-locked': refused(
    anyOf(
      'ExtensionSnapshotBitlockerError',
      contains('snapshot operation failed', 'This drive is locked by BitLocker Drive Encryption'),
    ),
    null,
    { os: 'windows', severity: 'warning' },
  ),
  // https://learn.microsoft.com/azure/backup/backup-azure-vms-encryption
  'backup-vault-permissions': refused(
    anyOf(
      'UserErrorKeyVaultPermissionsNotConfigured',
      // As the service, its documentation and people write it.
      containsWith('sufficient permissions to ', {
        before: /\bBackup(?: Service)? (?:does not|doesn['’]t) have $/,
        after: /^(?:the )?key ?vault\b|^perform the operation\b/i,
      }),
      containsWith('serErrorKey', { after: /^[Vv]aultPermissionsNotConfigured/ }),
    ),
    'backup',
  ),
} satisfies CatalogueGroup
