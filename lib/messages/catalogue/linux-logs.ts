import { entriesLike, type CatalogueGroup } from '../entries-like'
import { anyOf, contains, containsWith, exact, failedCommand, start, startThen } from '../patterns'

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
    group: null,
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
    group: 'precheckWarning',
  }),
  'linux-log-precheck-memory': line(exact('PRECHECK: Low memory condition detected'), {
    specificity: 100,
    volume: 'os',
    group: 'precheckWarning',
  }),
  'linux-log-precheck-mounts': line(exact('PRECHECK: Unsupported mount scheme detected'), {
    specificity: 100,
    volume: 'os',
    group: 'precheckWarning',
  }),
  'linux-log-precheck-suspected': line(exact('PRECHECK: Precheck failure, incompatible environment suspected'), {
    specificity: 100,
    group: 'precheckWarning',
  }),
  'linux-log-precheck-ok': line(exact('PRECHECK: Prechecks successful'), {
    specificity: 100,
    severity: 'info',
  }),
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
  'linux-log-app-compat': line(start(/^(?:WARNING: )?likely app compat issue \[/), {
    volume: 'os',
    group: 'precheckWarning',
  }),
  'linux-log-mount-scheme': line(start(/^(?:WARNING: )?unsupported mount scheme \[/), {
    volume: 'os',
    group: 'precheckWarning',
  }),
  // Mounts of the kernel and the extension's own key volume: https://github.com/Azure/azure-linux-extensions/issues/1218
  'linux-log-mount-scheme-system': line(
    start(
      /^(?:WARNING: )?unsupported mount scheme \[\S{1,200} \/(?:sys|proc|dev|run|mnt\/azure_bek_disk|mnt\/resource)(?:\/\S{0,200})?\]/,
    ),
    { specificity: 60, volume: 'os', severity: 'info', group: 'harmlessLine' },
  ),
  'linux-log-lvm-volume-missing': line(contains('LVM OS scheme is missing LV ['), { group: 'lvm', volume: 'os' }),
  'linux-log-vault-url-differs': line(
    containsWith(' differs from effective config ', {
      before: /Current config \w{1,60} \S{0,180}$/,
      after: /^\w{1,60} /,
    }),
    { severity: 'warning', group: 'keyChangeBegun' },
  ),
  'linux-log-package-lock': line(
    anyOf(
      containsWith('Could not get lock /var/', { after: /^\S{1,100}/ }),
      containsWith('Unable to lock directory /var/', { after: /^\S{1,100}/ }),
      'Could not get lock on the dpkg frontend',
      'Unable to acquire the dpkg frontend lock',
      'Another app is currently holding the yum lock',
      'System management is locked by the application with pid',
    ),
    { severity: 'error', group: 'packages', confidence: 'public-report' },
  ),
  // https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/CommandExecutor.py#L88
  'linux-log-command-packages': line(failedCommand('(?:apt|apt-get|aptitude|dpkg|yum|dnf|tdnf|zypper|rpm|pip3?)'), {
    specificity: 25,
    group: 'packages',
  }),
  'linux-log-command-unmount': line(failedCommand('umount(?: -[a-z]{1,3}){0,2} /oldroot'), {
    specificity: 25,
    phase: 'os-preparing',
    volume: 'os',
  }),
  'linux-log-command-boot-files': line(
    failedCommand('(?:dracut|mkinitrd|mkinitramfs|update-initramfs|update-grub|grub2?-(?:install|mkconfig|reboot))'),
    { specificity: 25, phase: 'finalizing', volume: 'os' },
  ),
  'linux-log-command-disk': line(
    failedCommand('(?:cryptsetup|dd|e2fsck|resize2fs|mkfs(?:\\.\\w{1,8})?|sfdisk|parted|xfs_growfs)'),
    { specificity: 25, phase: 'unknown' },
  ),
  // Asks whether the system runs in memory; 1 and 32 are the answer "no".
  // https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/handle.py
  'linux-log-command-question': line(failedCommand('mountpoint(?: -q)? /'), {
    specificity: 25,
    severity: 'info',
    group: 'harmlessLine',
  }),
  // The key volume is mounted already: https://github.com/Azure/azure-linux-extensions/issues/662
  'linux-log-key-volume-mounted': line(
    anyOf(
      startThen(/^Command (?:\/(?:usr\/)?bin\/)?mount\b/, '/mnt/azure_bek_disk', ' already mounted '),
      start(/^mount: \S{1,200} (?:is )?already mounted (?:on|or) \/mnt\/azure_bek_disk\b/),
    ),
    { specificity: 60, volume: null, severity: 'info', group: 'harmlessLine', confidence: 'public-report' },
  ),
  'linux-log-command-failed': line(failedCommand('\\S{1,200}'), { specificity: 15, phase: 'unknown' }),
  'linux-log-normal-step': line(
    anyOf(
      start(/^Executing: \S/),
      exact('OngoingItemConfig does not exist'),
      start(/^value of prop_name:\s?\w{1,60} not found/),
      start(/^(?:Parsing context for sequence number: -?\d|Config decoded correctly\.|setting file path is ?\/var)/),
      start(/^(?:cwd is \/var\/lib\/waagent\/|Change log file to \/var\/log\/azure\/)/),
    ),
    { specificity: 10, phase: 'unknown', severity: 'info', group: 'harmlessLine' },
  ),
  'linux-log-key-not-stored': line(contains('Failed to store BEK in BEK VOLUME with error'), {
    phase: 'failed',
    severity: 'error',
    group: 'keyUpdate',
  }),
  // A device whose header lists no slot ends the change of the key. https://github.com/Azure/azure-linux-extensions/issues/2035
  'linux-log-no-key-slot': line(contains('After key addition, keyslots for ', ': []'), {
    phase: 'failed',
    severity: 'error',
    group: 'keyUpdate',
  }),
  'linux-log-new-passphrase-waiting': line(contains('The new passphrase has not been placed in BEK volume yet'), {
    phase: 'unknown',
    group: 'keyUpdatePending',
  }),
  // https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/DiskUtil.py
  'linux-log-os-volume-encrypted': line(exact('OS PV is encrypted'), {
    phase: 'unknown',
    volume: 'os',
    severity: 'info',
  }),
  'linux-log-no-space': line(contains('No space left on device'), {
    specificity: 15,
    volume: null,
    severity: 'error',
    group: 'noSpace',
    confidence: 'inferred',
  }),
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
