import { failuresLike, type CatalogueGroup } from '../entries-like'
import { contains, containsWith, exact, prefix, start, startThen } from '../patterns'

const failed = failuresLike({
  origin: 'linux-extension',
  target: 'status-message',
  facet: 'main',
  specificity: 70,
  os: 'linux',
  pass: null,
  status: ['error'],
  phase: 'failed',
  volume: 'data',
  severity: 'error',
  terminal: true,
  reach: 'status',
  confidence: 'source',
})

/**
 * Failures of data volumes, of decryption and of changing the settings.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/handle.py
 */
export const linuxDataFailures = {
  'linux-update-settings-failed': failed(prefix('Failed to update encryption settings with error: '), 'keyUpdate', {
    specificity: 30,
    volume: 'all',
  }),
  'linux-update-passphrase-missing': failed(
    exact(
      'Cannot find current passphrase file. This could happen if BEK volume is not mounted or LinuxPassPhrase file is missing from BEK volume.',
    ),
    'keyVolume',
    { specificity: 100, volume: 'all' },
  ),
  'linux-disable-failed': failed(prefix('Failed to disable the extension with error: '), 'decryption', {
    specificity: 30,
  }),
  'linux-disable-os-encrypted': failed(
    contains('Disabling encryption is not supported when OS volume is encrypted'),
    'disableRefused',
    {
      volume: 'all',
    },
  ),
  'linux-disable-luksadd-failed': failed(
    containsWith('luksAdd failed with return code ', { after: /^\d/ }),
    'decryption',
  ),
  'linux-decryption-failed-item': failed(prefix('Decryption failed for '), 'decryption', { specificity: 50 }),
  'linux-enable-failed': failed(prefix('Failed to enable the extension with error: '), null, {
    specificity: 20,
    volume: 'all',
  }),
  // https://learn.microsoft.com/entra/identity-platform/reference-error-codes
  'linux-entra-sign-in-failed': failed(
    startThen('Failed to enable the extension with error: ', 'AADSTS'),
    'dualPassVault',
    { specificity: 60, volume: 'all', confidence: 'inferred' },
  ),
  'linux-enable-unexpected': failed(start(/^Unexpected Error during enable(?:: |\. Error message )/), null, {
    specificity: 20,
    pass: 'single',
    volume: 'all',
  }),
  'linux-data-failed': failed(prefix('Failed to encrypt data volumes with error: '), 'data', {
    specificity: 20,
  }),
  'linux-data-failed-device': failed(
    containsWith('Encryption failed for', { after: /^ ?name:\S[^\n]{0,527}?fstype:/ }),
    'data',
    { specificity: 60 },
  ),
  'linux-data-failed-xfs': failed(
    containsWith('Encryption failed for', { after: /^ ?name:\S[^\n]{0,527}?fstype:(?:xfs|btrfs)/ }),
    'dataFileSystem',
    { specificity: 75, confidence: 'inferred' },
  ),
  'linux-data-resume-failed': failed(contains('EnableEncryption: resuming encryption for ', ' failed'), 'dataResume'),
  'linux-data-command-unsupported': failed(containsWith(' not supported.', { before: /Command \S{1,200}$/ }), 'data', {
    specificity: 65,
  }),
  'linux-data-json-parse-error': failed(contains('JSON parse error. Input: '), 'data', { specificity: 65 }),
  'linux-data-devpath-missing': failed(contains('Could not find dev_path in diskFormatQuery part: '), 'data', {
    specificity: 65,
    pass: 'single',
  }),
  'linux-disable-command-unsupported': failed(
    containsWith(' not supported.', { before: /command \S{1,200}$/ }),
    'decryption',
    {
      specificity: 64,
    },
  ),
} satisfies CatalogueGroup
