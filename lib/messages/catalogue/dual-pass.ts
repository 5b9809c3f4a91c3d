import { failuresLike, type CatalogueGroup } from '../entries-like'
import { contains, exact, start, whole } from '../patterns'

const said = failuresLike({
  origin: 'linux-extension',
  target: 'status-message',
  facet: 'main',
  specificity: 100,
  os: 'linux',
  pass: 'dual',
  status: ['error'],
  phase: 'prerequisites',
  volume: 'all',
  severity: 'error',
  terminal: true,
  reach: 'status',
  confidence: 'source',
})

const logged = failuresLike({
  origin: 'linux-extension',
  target: 'log-line',
  facet: 'main',
  specificity: 50,
  os: 'linux',
  pass: 'dual',
  status: null,
  phase: 'prerequisites',
  volume: 'all',
  severity: 'error',
  terminal: true,
  reach: 'log-only',
  confidence: 'source',
})

/**
 * Texts of the dual-pass Linux extension (0.1).
 * https://github.com/Azure/azure-linux-extensions/tree/41dd1ea6/VMEncryption/main
 */
export const dualPass = {
  'dual-secret-url': said(
    whole(/^https:\/\/[A-Za-z0-9-]{1,63}\.[A-Za-z0-9.-]{1,200}(?::443)?\/secrets\/[^/\s]{1,200}\/[0-9a-fA-F]{32}$/),
    null,
    { specificity: 50, status: ['success'], phase: 'starting', severity: 'info', terminal: false },
  ),
  'dual-none': said(exact('None'), null, { status: ['success'], phase: 'starting', severity: 'info', terminal: false }),
  'dual-enable-failed': said(exact('Enable failed.'), 'dualPassVault'),
  'dual-update-failed': said(exact('UpdateEncryptionSettings failed.'), 'keyUpdate', { phase: 'failed' }),
  'dual-os-not-supported': said(exact('Enable failed: the os is not supported'), 'distribution', {
    reach: 'handler',
    confidence: 'inferred',
  }),
  'dual-volume-type-not-supported': said(whole(/^VolumeType "[^\n]{0,200}" is not supported$/), 'volumeType', {
    specificity: 50,
  }),
  'dual-device-path-missing': said(contains('Could not find a device path for Encryption Item: '), 'data', {
    specificity: 65,
    phase: 'failed',
    volume: 'data',
  }),
  'dual-stamped-migration-allowed': said(exact('Encryption settings stamped. Migration Allowed.'), null, {
    status: ['success'],
    phase: 'starting',
    severity: 'info',
    terminal: false,
  }),
  'dual-migrate-detached-header': said(
    start(
      /^\[AzureDiskEncryptionForLinux\] \[[0-9.]{1,40}\] Migrate Not all data disks were encrypted using encrypt format all\. Migration is not supported\./,
    ),
    'migration',
    { specificity: 80 },
  ),
  'dual-migrate-detached-header-xfs': said(
    start(
      /^\[AzureDiskEncryptionForLinux\] \[[0-9.]{1,40}\] Migrate One or more data disks were not encrypted using encrypt format all and have xfs filesystem\. Migration is not supported\./,
    ),
    'migration',
    { specificity: 80 },
  ),
  'dual-migrate-wrong-passphrase': said(
    start(
      /^\[AzureDiskEncryptionForLinux\] \[[0-9.]{1,40}\] Migrate Passphrase validation failed\. Please check your passphrase and try again\./,
    ),
    'migration',
    { specificity: 80 },
  ),
  'dual-migrate-other': said(start(/^\[AzureDiskEncryptionForLinux\] \[[0-9.]{1,40}\] Migrate /), 'migration', {
    specificity: 40,
    phase: 'failed',
  }),
  'dual-pre-kv-url': said(contains('Encountered an error while checking the Key Vault URL'), 'keyVault', {
    specificity: 70,
  }),
  'dual-pre-kek-url': said(contains('A KEK URL was specified, but was invalid'), 'keyEncryptionKey', {
    specificity: 70,
  }),
  'dual-pre-aad-client-id': said(contains('AADClientID value is missing or invalid.'), 'dualPassVault', {
    specificity: 70,
  }),
  'dual-pre-aad-client-id-absent': said(contains('AADClientID property was not found in settings'), 'dualPassVault', {
    specificity: 70,
  }),
  'dual-sles11-adal': said(contains('SLES 11 environment is missing python-pip and adal'), null, { specificity: 65 }),
  'dual-kv-missing-credentials': logged(
    contains('Missing Credentials.  Either AADClientSecret or AADClientCertThumbprint must be specified'),
    null,
  ),
  'dual-kv-both-credentials': logged(
    contains('Both AADClientSecret and AADClientCertThumbprint were supplied, when only one of these was expected.'),
    null,
  ),
  'dual-kv-adal-missing': logged(
    contains('Python ADAL library required for client certificate authentication was not found'),
    null,
  ),
  'dual-kv-getheader': logged(contains("'NoneType' object has no attribute 'getheader'"), 'dualPassVault', {
    confidence: 'public-report',
  }),
} satisfies CatalogueGroup
