import { failuresLike, type CatalogueGroup } from '../entries-like'
import { anyOf, contains, containsWith, exact, start, whole } from '../patterns'

const failed = failuresLike({
  origin: 'windows-extension',
  target: 'status-message',
  facet: 'main',
  specificity: 85,
  os: 'windows',
  pass: 'single',
  status: ['error'],
  phase: 'failed',
  volume: 'all',
  severity: 'error',
  terminal: true,
  reach: 'status',
  confidence: 'public-report',
})

const setUpFailed = 'Failed to configure bitlocker as expected. Exception: '

/** https://github.com/Azure/azure-powershell/issues/3945, https://github.com/Azure/azure-powershell/issues/1833 */
const connectionFaults = [
  'The underlying connection was closed',
  'An existing connection was forcibly closed',
  'Could not create SSL/TLS secure channel',
  'Unable to connect to the remote server',
  'The remote name could not be resolved',
] as const

/**
 * Texts of the Windows extension (closed source): from public reports and documentation.
 * https://learn.microsoft.com/en-us/azure/virtual-machines/windows/disk-encryption-troubleshooting
 */
export const windowsEntries = {
  'win-version-only': failed(whole(/^\[\d{1,9}(?:\.\d{1,9}){3}\]\s{0,64}$/), null, {
    specificity: 70,
    status: ['success'],
    phase: 'succeeded',
    severity: 'info',
    terminal: false,
    terminalWhen: 'conversion-finished-in-guest',
  }),
  'win-empty-success': failed(exact(''), null, {
    specificity: 80,
    pass: null,
    status: ['success'],
    phase: 'succeeded',
    severity: 'info',
    terminal: false,
  }),
  // Recorded with and without the version, in both passes.
  'win-disable-completed': failed(
    start(/^(?:\[\d{1,9}(?:\.\d{1,9}){3}\] )?Disable Encryption completed successfully/),
    null,
    { specificity: 75, pass: null, status: ['success'], phase: 'disabled', severity: 'info' },
  ),
  'win-generic-prefixed': failed(start(/^\[\d{1,9}(?:\.\d{1,9}){3}\] ./), null, {
    specificity: 5,
    status: null,
    phase: 'unknown',
    severity: 'warning',
    terminal: false,
    confidence: 'inferred',
  }),
  'win-bitlocker-config-failed': failed(
    contains(setUpFailed),
    // Any exception of the extension ends so: only the text behind it says whether BitLocker refused something.
    null,
    {
      specificity: 30,
    },
  ),
  // https://github.com/Azure/azure-powershell/issues/3945
  'win-connection-failed': failed(
    anyOf(
      ...[setUpFailed, 'BitlockerExtension::OnEnable hit exception '].flatMap((beginning) =>
        connectionFaults.map((text) => contains(beginning, text)),
      ),
    ),
    'dualPassVault',
    { specificity: 78, pass: null, confidence: 'public-report' },
  ),
  // https://learn.microsoft.com/entra/identity-platform/reference-error-codes
  'win-entra-sign-in-failed': failed(contains(setUpFailed, 'AADSTS'), 'dualPassVault', {
    specificity: 79,
    pass: null,
    confidence: 'inferred',
  }),
  'win-protectkey-2150695006': failed(contains('ProtectKeyWithExternalKey failed with 2150695006'), 'bitlocker', {
    pass: null,
  }),
  'win-protectkey-2150695086': failed(contains('ProtectKeyWithExternalKey failed with 2150695086'), 'bitlocker', {
    pass: null,
  }),
  'win-protectkey-2147942450': failed(contains('ProtectKeyWithExternalKey failed with 2147942450'), 'bitlocker', {
    pass: null,
  }),
  // 0x8031005B, 0x80310083 and 0x80310084: https://learn.microsoft.com/windows/win32/com/com-error-codes-6
  'win-protectkey-policy': failed(
    containsWith('ProtectKeyWithExternalKey failed with ', { after: /^(?:2150695003|2150695043|2150695044)\b/ }),
    'bitlocker',
    { pass: null, confidence: 'inferred' },
  ),
  // 0x80310011, 0x8031006F and 0x80070070: https://learn.microsoft.com/windows/win32/com/com-error-codes-6
  'win-protectkey-no-room': failed(
    containsWith('ProtectKeyWithExternalKey failed with ', { after: /^(?:2150694929|2150695023|2147942512)\b/ }),
    'bitlocker',
    { pass: null, confidence: 'inferred' },
  ),
  'win-protectkey-other': failed(
    containsWith('ProtectKeyWithExternalKey failed with ', { after: /^\d/ }),
    'bitlocker',
    {
      specificity: 75,
    },
  ),
  // https://learn.microsoft.com/windows/security/operating-system-security/data-protection/bitlocker/configure
  'win-key-not-saved': failed(containsWith('SaveExternalKeyToFile failed with ', { after: /^\d/ }), 'bitlocker', {
    specificity: 75,
    pass: null,
    confidence: 'inferred',
  }),
  'win-conversion-refused': failed(
    containsWith(' failed with ', { before: /(?:En|De)crypt$/, after: /^(?:2147|2150)\d{6}\b/ }),
    // The text does not say which volume it was, nor whether it was to be encrypted at all.
    null,
    { specificity: 75, pass: null, confidence: 'inferred' },
  ),
  // The settings are XML, in which a volume label with `&` or `;` cannot be read.
  'win-volume-label': failed(
    anyOf(
      contains(setUpFailed, 'A semi colon character was expected'),
      contains(setUpFailed, 'Whitespace is not allowed at this location'),
    ),
    'windowsFault',
    { specificity: 78, pass: null, confidence: 'inferred' },
  ),
  'win-bek-missing': failed(start(/^\[\d{1,9}(?:\.\d{1,9}){3}\] BEK disk is missing or not initialized/), 'keyVolume', {
    specificity: 80,
    confidence: 'inferred',
  }),
  'win-log-volume-skipped': failed(contains('Skipping Volume Backed by VHD'), null, {
    target: 'log-line',
    pass: null,
    status: null,
    phase: 'unknown',
    volume: 'data',
    severity: 'warning',
    terminal: false,
    reach: 'log-only',
    confidence: 'inferred',
  }),
  'win-access-denied': failed(contains(setUpFailed, 'Access denied'), 'dualPassVault', {
    specificity: 78,
    pass: null,
  }),
  // https://github.com/MicrosoftDocs/azure-docs/issues/25908
  'win-storage-spaces-old': failed(
    contains('Encrypting storage spaces is only supported on Windows server 2016 and above'),
    'bitlocker',
  ),
  'win-efa-not-supported': failed(contains("Requested value 'EnableEncryptionFormatAll' was not found"), 'request', {
    phase: 'prerequisites',
  }),
  'win-resource-id-missing': failed(
    containsWith('Value cannot be null.', { after: /^\s{0,64}Parameter name: resIdString/ }),
    'keyVault',
    { phase: 'prerequisites' },
  ),
  'win-nvme-null-reference': failed(
    contains('Object reference not set to an instance of an object.', 'IsVolumeBackedByNvmeDisk'),
    'windowsFault',
  ),
  'win-log-locked': failed(
    containsWith('BitlockerExtension.log', { after: /^. because it is being used by another process/ }),
    'windowsFault',
  ),
  'win-winrm': failed(contains('Cannot open WinRM service on computer'), 'windowsFault', { specificity: 80 }),
  'win-enable-exception-details': failed(
    contains('Failed to enable Azure Disk Encryption on the VM with the following exception details'),
    null,
    { specificity: 40 },
  ),
  'win-send-settings-exception': failed(contains('BitlockerFailedToSendEncryptionSettingsException'), 'host', {
    specificity: 60,
  }),
  'win-send-data-failed': failed(
    anyOf(
      'Failed to send DiskEncryptionData',
      // The same sentence of the documentation in another language: only the name of the data stays.
      containsWith('DiskEncryptionData', { before: /[\u0080-\uffff][^\n]{0,40}$/ }),
      containsWith('DiskEncryptionData', { after: /^[^\n]{0,40}[\u0080-\uffff]/ }),
    ),
    'host',
    {
      specificity: 86,
      confidence: 'docs',
    },
  ),
  'win-onenable-exception': failed(
    contains('BitlockerExtension::OnEnable hit exception ', ', inner exception'),
    'windowsFault',
    {
      specificity: 50,
    },
  ),
} satisfies CatalogueGroup
