import { failuresLike, type CatalogueGroup } from '../entries-like'
import { anyOf, contains, containsWith, start } from '../patterns'

const screen = failuresLike({
  origin: 'guest',
  target: 'log-line',
  facet: 'main',
  specificity: 50,
  os: 'linux',
  pass: null,
  status: null,
  phase: 'unknown',
  volume: 'os',
  severity: 'error',
  terminal: true,
  reach: 'log-only',
  confidence: 'docs',
})

const remark = { severity: 'warning', volume: null } as const

/** Texts of boot loaders, initramfs, BitLocker's recovery screens and mount about an encrypted disk. */
export const guestScreens = {
  // https://github.com/Azure/azure-linux-extensions/issues/568, https://github.com/systemd/systemd/issues/12272
  'boot-passphrase-prompt': screen(
    anyOf(
      containsWith('Please enter passphrase', {
        after: /^(?: or recovery key)? for disk [^\n]{0,80}?(?:Virtual_Disk|osencrypt|\([0-9a-f]{8}-[0-9a-f-]{27}\))/,
      }),
      containsWith('Please unlock disk ', { after: /^(?:osencrypt|Virtual_Disk|[0-9a-f]{8}-[0-9a-f-]{27})/ }),
      containsWith('No key found for /dev/', { after: /^\S{1,200} {1,4}(?:Fallback to passphrase mode|Will try)/ }),
      // https://github.com/Azure/azure-linux-extensions/issues/730
      containsWith('plymouth ask-for-password', { after: /^[^\n]{0,240}? osencrypt\b/ }),
      'FAILED to find suitable passphrase file ...',
      // https://git.savannah.gnu.org/cgit/grub.git/tree/grub-core/disk/luks.c
      containsWith('Enter passphrase for ', { after: /^[hc]d\d/ }),
      containsWith('Failed to activate with key file ', { after: /^'?\/mnt\/azure_bek_disk/ }),
      containsWith('cryptsetup: ERROR: osencrypt: ', { after: /^(?:cryptsetup failed|maximum number of tries)/ }),
      'cryptsetup: WARNING: osencrypt: maximum number of tries exceeded',
      'Try to enter your password:',
    ),
    'bootKey',
  ),
  // systemd waits for the passphrase after this; a data disk's file has a number behind its name.
  // https://github.com/systemd/systemd/blob/v257/src/cryptsetup/cryptsetup.c
  'guest-key-file-missing': screen(
    containsWith('Failed to activate, key file ', { after: /^'?\/mnt\/azure_bek_disk/ }),
    'keyVolume',
  ),
  // https://learn.microsoft.com/troubleshoot/azure/virtual-machines/linux/linux-hyperv-issue
  'boot-root-not-found': screen(
    anyOf(
      contains('ALERT! ', ' does not exist.', 'Dropping to a shell!'),
      containsWith('Gave up waiting for root ', { after: /^(?:file system )?device/ }),
      'Warning: Could not boot.',
      containsWith('Warning: /dev/', { after: /^\S{1,200} does not exist$/ }),
      containsWith('dracut-initqueue', { after: /^(?: timeout|: timeout, still waiting)/ }),
      // https://github.com/systemd/systemd/blob/v257/src/core/device.c, https://github.com/systemd/systemd/blob/v257/src/core/job.c
      containsWith('Timed out waiting for device ', {
        after: /^(?:\/dev\/|dev-)(?:mapper[/-](?:osencrypt|rootvg)|disk\S{1,20}osencrypt|disk[/-]by[-\\])/,
      }),
      containsWith('A start job is running for ', {
        after: /^(?:Cryptography Setup for osencrypt|systemd-cryptsetup@osencrypt|(?:\/dev\/|dev-)(?:mapper|disk))/,
      }),
      // Before and since systemd 250.
      containsWith('Failed to start ', { after: /^(?:Cryptography Setup for osencrypt|systemd-cryptsetup@osencrypt)/ }),
      containsWith('cryptsetup: Waiting for encrypted source device', { after: /^ \S/ }),
      containsWith('Dependency failed for ', {
        after:
          /^(?:\/sysroot|Cryptography Setup for osencrypt|Initrd (?:Root Device|Root File System|Default Target))\b/,
      }),
      // https://github.com/systemd/systemd/blob/v257/units/emergency.service.in
      containsWith('You are in ', { after: /^(?:emergency|rescue) mode\b/ }),
      'Welcome to emergency mode',
      contains('Cannot open access to console, the root account is locked'),
      // https://github.com/util-linux/util-linux/blob/v2.40/login-utils/sulogin.c
      'Give root password for maintenance',
      'sulogin: root account is locked',
      // https://github.com/torvalds/linux/blob/v6.6/init/do_mounts.c, https://github.com/torvalds/linux/blob/v6.6/init/main.c
      'VFS: Unable to mount root fs',
      containsWith('Kernel panic - not syncing: ', { after: /^(?:Attempted to kill init|No working init)/ }),
      'No init found. Try passing init=',
      // https://git.busybox.net/busybox/tree/shell/ash.c
      containsWith('BusyBox v', { after: /^\d[^\n]{0,80}built-in shell \(ash\)/ }),
      'Starting Dracut Emergency Shell',
      // https://git.kernel.org/pub/scm/fs/ext2/e2fsprogs.git/tree/e2fsck/unix.c
      contains('UNEXPECTED INCONSISTENCY; RUN fsck MANUALLY'),
      containsWith('device-mapper: table: ', { after: /^[^\n]{0,40}crypt: Error allocating crypto tfm/ }),
    ),
    'bootKey',
  ),
  'boot-grub-rescue': screen(
    anyOf(
      start(/^(?:Entering rescue mode|grub rescue>)/),
      // Since version 2.06 with the place in its source.
      start(
        /^error: (?:[\w./-]{1,80}:\d{1,5}: ?)?(?:no such (?:device|partition|cryptodisk)|unknown filesystem|file [`'][^'\n]{1,200}' not found)/,
      ),
      'Minimal BASH-like line editing is supported',
    ),
    'bootKey',
  ),
  // https://learn.microsoft.com/troubleshoot/azure/virtual-machines/windows/troubleshoot-bitlocker-boot-error
  'boot-bitlocker-recovery': screen(
    anyOf(
      containsWith('Enter the recovery key ', { after: /^(?:to get going again|for this drive)/ }),
      containsWith('enter the recovery key ', { after: /^(?:to get going again|for this drive)/ }),
      'Enter your recovery key',
      start(/^Recovery key ID\b/i),
      start(/^回復キー ?ID/),
      'Preparing BitLocker recovery',
      // STATUS_FVE_LOCKED_VOLUME: https://learn.microsoft.com/openspecs/windows_protocols/ms-erref/596a1078-e883-4972-9bbc-49e60bebca55
      '0xc0210000',
      '0xC0210000',
      'Enter the password to unlock this drive',
      'enter your recovery key',
      'Plug in the USB driver that has the BitLocker key',
      'Plug in the USB drive that has the BitLocker key',
      'https://windows.microsoft.com/recoverykeyfaq',
      // The same page in other languages, such as https://learn.microsoft.com/fr-fr/troubleshoot/azure/virtual-machines/windows/troubleshoot-bitlocker-boot-error
      'Geben Sie den Wiederherstellungsschlüssel',
      'das USB-Laufwerk mit dem BitLocker-Schlüssel',
      'Geben Sie das Kennwort ein, um dieses Laufwerk zu entsperren',
      'Escriba la clave de recuperación',
      'Introduzca la clave de recuperación',
      'Escribe la clave de recuperación',
      'Entrez la clé de récupération',
      'Entrez votre clé de récupération',
      'Voer de herstelsleutel in',
      'Voer uw herstelsleutel in',
      'Inserisci la chiave di ripristino',
      'Inserisci la tua chiave di ripristino',
      'Immetti la chiave di ripristino',
      'Immettere la chiave di ripristino',
      "l'unità USB contenente la chiave BitLocker",
      'la unidad USB que tiene la clave de BitLocker',
      'Connectez le pilote USB qui contient la clé BitLocker',
      'Entrez le mot de passe pour déverrouiller le lecteur',
      'Escriba la contraseña para desbloquear esta unidad',
      'Digitare la password per sbloccare l',
      'Insira a chave de recuperação',
      'Digite a chave de recuperação',
      'Введите ключ восстановления',
      'Wprowadź klucz odzyskiwania',
      '输入恢复密钥',
      '輸入修復金鑰',
      '복구 키를 입력',
      containsWith('BitLocker ', { after: /^(?:密钥|金鑰)的 ?USB/ }),
      containsWith('BitLocker キー', { after: /^(?:を含んだ|を含む|が入った) ?USB/ }),
      contains('回復キーを入力'),
      containsWith('回復キー', { after: /^の入力(?:$|[。\s])/ }),
    ),
    'bitlockerRecovery',
    { os: 'windows' },
  ),
  // https://learn.microsoft.com/troubleshoot/azure/virtual-machines/linux/unlock-encrypted-linux-disk-offline-repair
  'guest-mount-locked': screen(
    containsWith('unknown filesystem type ', { after: /^['"]?(?:crypto_LUKS|LVM2_member|BitLocker)['"]?/ }),
    'lockedDisk',
  ),
  // https://learn.microsoft.com/troubleshoot/azure/virtual-machines/linux/unlock-encrypted-linux-disk-offline-repair
  // https://github.com/lvmteam/lvm2/blob/main/lib/cache/lvmcache.c
  'guest-volume-group-twice': screen(
    anyOf(
      containsWith('VG name ', { after: /^\S{1,127} is used by VGs \S/ }),
      containsWith('Cannot activate LVs in VG ', { after: /^\S{1,127} while PVs appear on duplicate devices/ }),
      'Use multipath or vgimportclone to resolve duplicate PVs',
    ),
    'lockedDisk',
  ),
  // https://github.com/Azure/WALinuxAgent/issues/1917
  'guest-temporary-disk-encrypted': screen(
    containsWith('unknown filesystem type ', {
      before: /ailed to mount resource disk[^\n]{0,120}$/,
      after: /^['"]?crypto_LUKS/,
    }),
    null,
    { ...remark, specificity: 60, terminal: false, confidence: 'public-report' },
  ),
  // FVE_E_LOCKED_VOLUME: https://learn.microsoft.com/windows/win32/com/com-error-codes-6
  'guest-bitlocker-locked': screen(
    anyOf('This drive is locked by BitLocker Drive Encryption', containsWith('0x80310000', { after: /^\b/ })),
    'lockedDisk',
    { os: 'windows', volume: null },
  ),
  // https://learn.microsoft.com/windows-server/administration/windows-commands/manage-bde-unlock
  'guest-bitlocker-unlocked': screen(contains('successfully unlocked volume '), null, {
    ...remark,
    severity: 'info',
    terminal: false,
    os: 'windows',
  }),
  'guest-bitlocker-unlock-refused': screen(contains(' failed to unlock volume '), null, { ...remark, os: 'windows' }),
  // https://learn.microsoft.com/windows-server/administration/windows-commands/manage-bde-protectors
  'guest-bitlocker-protectors': screen(
    start(/^(?:All Key Protectors|External Key File Name:|外部キー ファイル名:)/),
    null,
    { ...remark, severity: 'info', terminal: false, specificity: 15, os: 'windows' },
  ),
  'guest-bitlocker-key-unread': screen(contains('An error occurred while attempting to read the key from disk'), null, {
    ...remark,
    os: 'windows',
    confidence: 'inferred',
  }),
  // The other errors of unlocking and closing a copy of a disk: they change nothing on it.
  // https://gitlab.com/cryptsetup/cryptsetup/-/blob/v2.7.5/src/utils_tools.c, https://gitlab.com/cryptsetup/cryptsetup/-/blob/v2.7.5/lib/setup.c
  'guest-key-refused': screen(
    start(/^(?:No key available with this passphrase|Device \S{1,200} is not a valid LUKS2? device)\b/),
    null,
    remark,
  ),
  'guest-mapping-in-use': screen(start(/^Device \S{1,200} is still in use\b/), null, remark),
  'guest-mapping-exists': screen(start(/^Device \S{1,200} already exists\b/), null, remark),
  // https://learn.microsoft.com/troubleshoot/azure/virtual-machines/linux/unlock-encrypted-linux-disk-offline-repair
  'guest-xfs-uuid-twice': screen(
    containsWith('Filesystem has duplicate UUID ', { after: /^[0-9a-f-]{4,40} - can't mount/ }),
    null,
    remark,
  ),
  // https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-faq
  'guest-partition-not-grown': screen(
    anyOf(
      contains('NOCHANGE: partition ', 'it cannot be grown'),
      contains('NOCHANGE: partition ', 'could only be grown by'),
    ),
    'diskNotExtended',
    { confidence: 'public-report', volume: null },
  ),
  // https://learn.microsoft.com/troubleshoot/azure/virtual-machines/windows/cannot-extend-encrypted-os-volume
  'guest-volume-not-extended': screen(
    contains('There is not enough usable free space on specified disk(s)'),
    'diskNotExtended',
    { os: 'windows', confidence: 'public-report', volume: null },
  ),
  // https://learn.microsoft.com/azure/virtual-machines/windows/disk-encryption-overview#group-policy-requirements
  'guest-bitlocker-policy': screen(contains('BitLocker', 'conflicting Group Policy settings'), 'bitlocker', {
    os: 'windows',
    volume: 'all',
  }),
  // FDVDenyWriteAccess: https://learn.microsoft.com/windows/client-management/mdm/bitlocker-csp#fixeddrivesrequireencryption
  'guest-disk-write-protected': screen(
    anyOf('The disk is write-protected', 'The disk is write protected', 'The media is write protected'),
    null,
    { os: 'windows', volume: 'data', severity: 'warning', terminal: false, confidence: 'inferred' },
  ),
  // https://learn.microsoft.com/troubleshoot/azure/virtual-machines/linux/vfat-disabled-boot-issues
  'boot-efi-not-mounted': screen(contains('Failed to mount /boot/efi'), null, { confidence: 'docs' }),
} satisfies CatalogueGroup
