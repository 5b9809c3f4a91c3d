import { entriesLike, type CatalogueGroup } from '../entries-like'
import { anyOf, contains, containsWith, exact } from '../patterns'

const line = entriesLike({
  origin: 'linux-extension',
  target: 'log-line',
  facet: 'main',
  specificity: 50,
  os: 'linux',
  pass: null,
  status: null,
  phase: 'prerequisites',
  volume: 'all',
  severity: 'warning',
  terminal: false,
  reach: 'log-only',
  confidence: 'source',
})

const name = entriesLike({
  origin: 'linux-extension',
  target: 'internal-name',
  facet: 'main',
  specificity: 10,
  os: 'linux',
  pass: null,
  status: null,
  phase: 'data-encrypting',
  volume: 'data',
  severity: 'info',
  terminal: false,
  reach: 'log-only',
  confidence: 'source',
})

/**
 * Lines of extension.log and names inside the VM, seen in a log or on the serial console.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main
 */
export const linuxLogs = {
  'linux-cvm-os-not-encrypted-log': line(exact('ADE encryption supported to CVM only if OS is encrypted.'), {
    specificity: 100,
    pass: 'single',
    severity: 'error',
    terminal: true,
    family: null,
  }),
  'linux-log-device-skipped': line(
    anyOf(
      "there's no file system on this device",
      'the device size is too small',
      'the device do not have the related uuid',
      "there's sub items for the device",
      'fs type is crypto_LUKS',
      'device_item.type is:crypt',
      'the mountpoint is root',
      'is one of special azure devices',
      'the mountpoint is the azure disk root or resource',
      contains('the device type: ', ' is not supported yet'),
    ),
    { phase: 'data-encrypting', volume: 'data', severity: 'info' },
  ),
  'linux-log-fs-unsupported': line(
    containsWith('AzureDiskEncryption does not support the ', { after: /^\S{1,64} file system/ }),
    { phase: 'data-encrypting', volume: 'data' },
  ),
  'linux-log-precheck-appcompat': line(exact('PRECHECK: Likely app compat issue detected'), {
    specificity: 100,
    volume: 'os',
  }),
  'linux-log-precheck-memory': line(exact('PRECHECK: Low memory condition detected'), {
    specificity: 100,
    volume: 'os',
  }),
  'linux-log-precheck-mounts': line(exact('PRECHECK: Unsupported mount scheme detected'), {
    specificity: 100,
    volume: 'os',
  }),
  'linux-log-precheck-suspected': line(exact('PRECHECK: Precheck failure, incompatible environment suspected'), {
    specificity: 100,
  }),
  'linux-log-precheck-ok': line(exact('PRECHECK: Prechecks successful'), { specificity: 100, severity: 'info' }),
  'linux-log-fs-needs-format': line(contains('Consider using the encrypt-format-all option.'), {
    phase: 'data-encrypting',
    volume: 'data',
  }),
  'linux-log-no-shrink-space': line(contains('your file system may not have enough space to do the encryption.'), {
    phase: 'data-encrypting',
    volume: 'data',
  }),
  'linux-log-umount-error': line(contains('error occured when do the umount for: '), {
    phase: 'data-encrypting',
    volume: 'data',
  }),
  'linux-log-imds': line(
    containsWith("IMDS request is failed to retrive VM's security profile, retry:", { after: /^\d/ }),
    { pass: 'single' },
  ),
  'linux-log-unknown-security-type': line(
    containsWith(', has to be one of ', { before: /Unknown VM security type: [^\n]{0,200}$/ }),
    { pass: 'single' },
  ),
  'linux-phase-encryption-phase-backup-header': name(exact('BackupHeader')),
  'linux-phase-encryption-phase-encrypt-device': name(exact('EncryptDevice')),
  'linux-phase-encryption-phase-copy-data': name(exact('EncryptingData')),
  'linux-phase-encryption-phase-recover-header': name(exact('RecoverHeader'), { phase: 'finalizing' }),
  'linux-phase-encryption-phase-done': name(exact('Done'), { phase: 'succeeded' }),
  'linux-phase-decryption-phase-copy-data': name(exact('DecryptingData'), { phase: 'decrypting' }),
  'linux-phase-decryption-phase-done': name(exact('Done'), { phase: 'disabled' }),
  'linux-mode-online': name(exact('Online'), { specificity: 100, pass: 'single', phase: 'starting', volume: 'all' }),
  'linux-mode-phase-resume': name(exact('Resume'), {
    specificity: 100,
    pass: 'single',
    phase: 'os-encrypting',
    volume: 'all',
  }),
} satisfies CatalogueGroup
