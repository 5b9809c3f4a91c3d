import { failuresLike, type CatalogueGroup } from '../entries-like'
import { anyOf, contains, containsWith, exact, prefix, startThen, whole } from '../patterns'

const refused = failuresLike({
  origin: 'linux-extension',
  target: 'status-message',
  facet: 'main',
  specificity: 100,
  os: 'linux',
  pass: 'single',
  status: ['error'],
  phase: 'prerequisites',
  volume: 'all',
  severity: 'error',
  terminal: true,
  reach: 'status',
  confidence: 'source',
})

/**
 * Failures of the request itself: settings, key volume, host, packages, confidential VMs.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main
 */
export const linuxRequests = {
  'linux-settings-unreadable': refused(
    exact(
      'Enable Failed',
      'EnableEncryption Failed',
      'DisableEncryption Failed',
      'UpdateEncryptionSettings Failed',
      'Executing Failed',
    ),
    'request',
    { specificity: 50, pass: null, volume: null },
  ),
  'linux-distro-not-supported': refused(exact('Enable failed: OS distribution is not supported'), 'distribution', {
    reach: 'handler',
    confidence: 'inferred',
  }),
  'linux-operation-not-supported': refused(whole(/^Encryption operation [^\n]{0,200} is not supported$/), 'request', {
    specificity: 50,
    pass: null,
  }),
  'linux-command-not-supported': refused(whole(/^Command "[^\n]{0,200}" is not supported$/), 'request', {
    specificity: 50,
    pass: null,
  }),
  // The second wording is of 2017: https://github.com/Azure/azure-linux-extensions/issues/428
  'linux-key-file-missing': refused(
    exact(
      'EncryptionConfig is present, but could not get the key file.',
      'EncryptionConfig is present, but could not get the BEK file.',
    ),
    'keyVolume',
    { pass: null },
  ),
  'linux-cryptsetup-install-failed': refused(
    prefix('Failed to install cryptsetup package(s) with error: '),
    'packages',
    {
      specificity: 45,
    },
  ),
  'linux-resource-disk-failed': refused(
    exact('Failed to encrypt resource disk. Please make sure no process is using it.'),
    'temporaryDiskBusy',
    { volume: 'data' },
  ),
  'linux-passphrase-missing': refused(exact('Passphrase file not found.'), 'keyVolume', {
    pass: null,
    phase: 'failed',
  }),
  'linux-config-missing': refused(exact('Encryption config not found.'), null, { pass: null, phase: 'failed' }),
  'linux-bek-not-attached': refused(
    contains('BEK disk is missing or not initialized. BEK disk is not attached.'),
    'keyVolume',
    {
      specificity: 70,
    },
  ),
  'linux-bek-no-partition': refused(
    contains('BEK disk is missing or not initialized. BEK disk does not have expected partition.'),
    'keyVolume',
    { specificity: 70 },
  ),
  'linux-bek-no-vfat': refused(
    contains('BEK disk is missing or not initialized. BEK disk does not have vfat filesystem.'),
    'keyVolume',
    { specificity: 70, confidence: 'inferred' },
  ),
  'linux-bek-not-mounted': refused(
    contains('BEK disk is missing or not initialized. BEK disk is not mounted.'),
    'keyVolume',
    {
      specificity: 70,
      confidence: 'inferred',
    },
  ),
  'linux-bek-missing-old-wording': refused(
    anyOf('BEK does not have vfat filesystem.', 'BEK is not mounted.', 'BEK disk does not expected partition.'),
    'keyVolume',
    { specificity: 65, pass: null },
  ),
  'linux-bek-not-found-old': refused(contains('Did not find BEK volume to store passphrase in'), 'keyVolume', {
    specificity: 65,
    pass: 'dual',
    confidence: 'public-report',
  }),
  'linux-host-rejected-settings': refused(
    anyOf(
      containsWith('Encryption settings post request was not accepted.', { after: /^(?: Error: |, stack trace|$)/ }),
      // The wording of 1.1: https://github.com/Azure/azure-linux-extensions/issues/769
      'encryption settings update request was not accepted',
    ),
    'host',
    { specificity: 60, phase: 'failed' },
  ),
  'linux-host-keyvault-set-secret': refused(contains('RUNTIME_E_KEYVAULT_SET_SECRET_FAILED'), 'host', {
    specificity: 85,
    os: null,
    phase: 'failed',
  }),
  // https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/EncryptionSettingsUtil.py
  'linux-host-kek-wrap-failed': refused(
    containsWith('RUNTIME_E_KEYVAULT_SECRET_WRAP', { after: /^\w{0,24}_FAILED/ }),
    'host',
    { specificity: 85, os: null, phase: 'failed', confidence: 'public-report' },
  ),
  'linux-host-no-answer': refused(contains('No response from encryption settings post request'), 'host', {
    specificity: 80,
    phase: 'failed',
  }),
  'linux-apt-install-timeout': refused(
    contains(
      'Command: apt-get install timed out. Make sure apt-get is configured correctly and there are no network problems.',
    ),
    'packages',
    { specificity: 80 },
  ),
  'linux-apt-update-timeout': refused(
    contains(
      'Command: apt-get -o Acquire::ForceIPv4=true -y update timed out. Make sure apt-get is configured correctly.',
    ),
    'packages',
    { specificity: 80 },
  ),
  'linux-yum-install-timeout': refused(
    contains(
      'Command: yum install timed out. Make sure yum is configured correctly and there are no network problems.',
    ),
    'packages',
    { specificity: 80 },
  ),
  'linux-tdnf-install-timeout': refused(
    contains(
      'Command: tdnf install timed out. Make sure tdnf is configured correctly and there are no network problems.',
    ),
    'packages',
    { specificity: 80 },
  ),
  'linux-cvm-os-blocked': refused(
    exact('Pre-initialization check: ADE flow is blocked to volume-type:OS for confidential VMs.'),
    'confidentialVm',
    { pass: null, volume: 'os' },
  ),
  'linux-cvm-blocked-old': refused(
    prefix('Pre-initialization check: ADE flow is blocked for confidential VMs'),
    'confidentialVm',
    {
      specificity: 60,
      pass: null,
    },
  ),
  'linux-imds-unreachable-attribute': refused(exact("'NoneType' object has no attribute 'lower'"), 'metadataService', {
    confidence: 'inferred',
  }),
  'linux-cvm-operation-unsupported': refused(
    startThen(
      'Encryption operation ',
      ' is not supported to ConfidentialVM, volume type: ',
      ', OS encryption status: ',
    ),
    'confidentialVm',
    { specificity: 50, pass: null },
  ),
  'linux-version-file-missing': refused(contains('Unexpected: version.txt file cannot be found at'), null, {
    target: 'arm-error-message',
    specificity: 50,
    status: null,
    phase: 'starting',
    volume: null,
    reach: 'handler',
    confidence: 'inferred',
  }),
  'linux-exit-51-python': refused(
    // https://github.com/Azure/azure-linux-extensions/issues/761
    anyOf(
      'No Python interpreter found on the box',
      'Expected Python 2.6, 2.7, or 3.x, found ',
      'Expected Python 2.7, found Python 3',
    ),
    'distribution',
    { target: 'arm-error-message', specificity: 75, pass: null, status: null, reach: 'handler' },
  ),
} satisfies CatalogueGroup
