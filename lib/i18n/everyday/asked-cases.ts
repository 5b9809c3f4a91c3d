import type { AskedGroup } from './types'

/** Questions about logs, boot screens, statuses and other services, as administrators posted them in public. */
export const cases: readonly AskedGroup[] = [
  [
    'cause:package-manager-locked message:linux-log-package-lock step:wait-for-package-manager problem:packages-not-installed',
    'Could not get lock /var/lib/apt/lists/lock | apt lock | unattended-upgrades holds the lock | dpkg was locked | Resource temporarily unavailable | aptがロックされている | dpkgのロック | apt is locked by another process | apt lists lock | 別のプロセスが apt を使用中',
  ],
  [
    'problem:harmless-log-line message:linux-log-mount-scheme-system message:linux-log-mount-scheme',
    'unsupported mount scheme /sys/kernel/debug | WARNING: unsupported mount scheme | unsupported mount scheme /mnt/azure_bek_disk | azure_bek_disk warning | サポートされていないマウント スキームの警告 | are these warnings harmless | この警告は無視できるか',
  ],
  [
    'problem:data-encryption-failed message:linux-data-failed message:linux-data-failed-device',
    'encryption failed for name:sdd1 | data disk encryption failed | data volume encryption error ext4 | データボリュームの暗号化に失敗 | data disk fails to encrypt | データ ボリューム 暗号化 エラー',
  ],
  [
    'problem:key-volume-missing message:linux-bek-missing-old-wording message:linux-key-file-missing step:see-key-volume',
    'could not get bek file | bek file missing | key file not found in vm | 暗号化キーファイルが読めない | LinuxPassPhraseFileName missing | BEK 取得できない',
  ],
  [
    'problem:precheck-warning message:linux-log-app-compat cause:service-holds-root requirement:guest-open-files step:stop-services message:linux-log-precheck-appcompat',
    'docker warning in extension log | アプリの互換性の警告',
  ],
  [
    'problem:lvm-layout-unsupported message:linux-log-lvm-volume-missing requirement:guest-lvm-layout cause:lvm-layout-custom',
    'LVM OS scheme is missing LV [rootvg-tmplv] | missing lv | rootvg-tmplv | tmplv がない | missing logical volume tmplv',
  ],
  [
    'problem:key-update-pending message:linux-log-new-passphrase-waiting cause:new-key-awaited step:wait-for-key-change',
    'The new passphrase has not been placed in BEK volume yet | new key not on key volume | key change pending | new passphrase bek volume | 新しいキーがまだ反映されない | キー変更の待ち | rotated key not active yet | 鍵の変更が終わらない',
  ],
  [
    'problem:key-update-failed cause:key-file-emptied message:linux-log-key-not-stored',
    'Failed to store BEK in BEK VOLUME',
  ],
  [
    'problem:key-update-failed cause:key-file-emptied',
    'key rotation failed | bek volume already in expected state | キーの更新に失敗した | キーローテーションに失敗 VMが起動しないか心配 | rekey failed ubuntu | kek rotation error do not restart | 鍵更新エラー',
  ],
  ['problem:key-update-failed cause:key-file-emptied message:linux-log-no-key-slot', 'After key addition, keyslots'],
  ['problem:key-update-failed cause:key-file-emptied problem:key-update-pending', 'rotate kek failed can I restart'],
  ['step:see-key-file cause:key-file-emptied problem:key-update-failed', 'is key file empty after failed rotation'],
  ['step:see-key-file cause:key-file-emptied step:restore-key-file problem:key-update-failed', 'キーファイルが空'],
  [
    'message:linux-all-succeeded message:linux-machine-state-completed',
    'Encryption succeeded for all volumes | all volumes encrypted successfully | 全ボリューム成功',
  ],
  [
    'message:linux-all-succeeded step:verify-inside step:show-encryption problem:success-text-not-the-end',
    'succeeded for all volumes what next',
  ],
  [
    'message:linux-all-succeeded step:verify-inside problem:success-text-not-the-end problem:data-not-encrypted-after-success',
    'すべて成功と出た',
  ],
  [
    'message:linux-log-os-volume-encrypted message:linux-all-succeeded step:see-encryption-inside step:verify-inside message:linux-os-succeeded',
    'OS PV is encrypted',
  ],
  [
    'step:show-encryption problem:success-text-not-the-end problem:operation-running message:linux-settings-stamped-offline problem:stamped-after-failed-run problem:stamped-but-not-encrypted',
    'EncryptionOperation EnableEncryption | does EnableEncryption mean encrypted | EnableEncryption | EnableEncryptionは完了の意味か',
  ],
  [
    'problem:boot-waits-for-key message:boot-passphrase-prompt cause:key-not-found-at-boot step:enter-passphrase cause:boot-tool-missing',
    'Please enter passphrase for disk Virtual_Disk (osencrypt) | asks for passphrase at boot | osencrypt | 起動時にパスフレーズを要求される',
  ],
  ['cause:boot-tool-missing step:install-boot-tool', 'nmap-ncat missing | nmap-ncat'],
  [
    'step:install-boot-tool cause:boot-tool-missing step:rebuild-boot-files cause:boot-modules-missing',
    'dracut -f | initramfs rebuild rhel 7',
  ],
  ['step:enter-passphrase', 'type passphrase in serial console | シリアルコンソールでパスフレーズ入力'],
  [
    'problem:bitlocker-recovery message:boot-bitlocker-recovery cause:sign-in-lockout cause:bitlocker-key-not-found',
    "You're locked out! Enter the recovery key to get going again | bitlocker recovery key | where is the recovery password | BitLocker 回復キー | 回復キーを入力する画面で止まる | locked out | recovery screen | PCがロックされました",
  ],
  [
    'cause:sign-in-lockout step:remove-lockout-policy problem:bitlocker-recovery',
    'too many wrong sign-ins locked pc | サインイン失敗でロックされた',
  ],
  ['step:see-boot-packages cause:boot-modules-missing step:install-packages problem:boot-waits-for-key', 'grub-pc-bin'],
  [
    'step:see-boot-packages cause:boot-modules-missing problem:boot-waits-for-key message:boot-grub-rescue',
    'autoremove removed grub',
  ],
  ['problem:boot-waits-for-key cause:boot-modules-missing', 'vm does not boot after encryption | 暗号化後に起動しない'],
  [
    'step:see-boot-packages cause:boot-modules-missing problem:boot-waits-for-key step:install-packages',
    'grub-pc-bin が消えた',
  ],
  [
    'message:linux-os-no-space message:linux-log-no-space problem:no-space-left problem:memory-too-small cause:memory-file-system-full',
    'No space left on device | tmpfs full | no space | 容量がない',
  ],
  [
    'problem:no-space-left message:linux-os-no-space message:linux-log-no-space step:free-space cause:memory-file-system-full',
    'disk full during encryption',
  ],
  [
    'problem:no-space-left message:linux-os-no-space message:linux-log-no-space step:free-space cause:memory-file-system-full step:free-data-space',
    '空き容量不足で失敗',
  ],
  [
    'problem:key-volume-missing message:linux-bek-not-attached cause:key-volume-detached step:deallocate-and-start step:see-key-volume',
    'BEK disk is missing or not initialized | BEK disk is not attached | bek volume missing | key volume not attached | BEKディスクがアタッチされていない | BEK ボリュームが見つからない | bek not initialized | BEK が接続されていない',
  ],
  ['step:deallocate-and-start', 'deallocate and start vm | 停止して割り当て解除してから起動'],
  [
    'problem:volume-type-rejected cause:volume-type-narrowed message:linux-pre-volume-type-change requirement:volume-type step:enable-for-all-volumes',
    'Moving from volume type All to volume type Data is not allowed | volume type All to Data | change volume type | volume type not allowed | ボリュームの種類を変更できない | VolumeType All から Data',
  ],
  [
    'step:verify-inside step:see-windows-volumes step:see-encryption-inside message:substatus-pair-encrypted-encrypted cause:cmdlet-word-only',
    'OsVolumeEncrypted Encrypted DataVolumesEncrypted Encrypted | prove that disk is really encrypted | verify bitlocker inside vm | manage-bde で確認',
  ],
  ['step:see-windows-volumes step:verify-inside step:see-encryption-inside', 'manage-bde -status'],
  [
    'problem:success-text-not-the-end message:linux-data-succeeded problem:os-encryption-silent-phase',
    'Encryption succeeded for data volumes EncryptionInProgress | data done os still in progress | データは完了 OSはまだ',
  ],
  [
    'problem:data-disks-not-mounted message:substatus-data-not-mounted message:substatus-pair-encrypted-notmounted cause:not-mounted-in-guest cause:no-data-disk',
    'NotMounted | DataVolumesEncrypted NotMounted | data disk not mounted | what does NotMounted mean | NotMountedとは | データディスクがマウントされていない | data volumes not mounted | NotMounted で問題ないか',
  ],
  [
    'problem:cmdlet-word-uncertain cause:cmdlet-word-only',
    'OsVolumeEncrypted NotEncrypted | cmdlet says NotEncrypted but disk is encrypted | powershell wrong encryption status | コマンドレットの結果が NotEncrypted | NotEncrypted shown but it is encrypted | NotEncrypted なのに暗号化されている',
  ],
  [
    'problem:site-recovery-refused cause:keys-not-in-target-region message:asr-target-vault-missing step:copy-keys-to-target',
    '150175 | Site Recovery 暗号化されたVM | dr replication key vault | レプリケーション キーコンテナー',
  ],
  ['step:copy-keys-to-target cause:keys-not-in-target-region', 'copy keys to dr region'],
  [
    'problem:backup-refused cause:backup-service-lacks-rights message:backup-vault-permissions step:grant-backup step:grant-backup-role',
    'Azure Backup Service does not have sufficient permissions to Key Vault | backup permissions keyvault | Azure Backup 権限不足 | バックアップがキーコンテナーを読めない | backup cannot access keys | バックアップ 失敗 キーコンテナー',
  ],
  [
    'step:grant-backup step:grant-backup-role problem:backup-refused cause:backup-service-lacks-rights',
    'give backup access to vault',
  ],
  [
    'step:grant-backup step:grant-backup-role cause:backup-service-lacks-rights problem:backup-refused',
    'バックアップサービスにアクセス許可を付与',
  ],
  [
    'problem:repair-disk-locked message:guest-mount-locked cause:disk-not-unlocked step:unlock-repair-disk',
    'mount: wrong fs type, bad option, bad superblock on /dev/sda2 | mount encrypted disk on repair vm | unknown filesystem type crypto_LUKS | 修復VMで暗号化ディスクをマウント | bad superblock | rescue vm mount fails | 復旧用VMでマウントできない',
  ],
  [
    'step:unlock-repair-disk problem:repair-disk-locked cause:disk-not-unlocked',
    'unlock disk on rescue vm | 暗号化ディスクのロック解除 修復VM',
  ],
  ['step:unlock-repair-disk', 'luksOpen osluksheader'],
  ['requirement:guest-fstab', 'nofail fstab | fstab entries after encryption | fstab のUUIDが変わった'],
  ['requirement:guest-fstab step:enable-format-all', 'uuid changed after encryption'],
  [
    'requirement:guest-fstab problem:boot-waits-for-key step:enable-format-all message:boot-root-not-found',
    'emergency mode after EncryptFormatAll | vm stuck at boot because of fstab',
  ],
  [
    'step:show-encryption problem:success-text-not-the-end problem:operation-running problem:stamped-but-not-encrypted',
    'settings show EnableEncryption | EncryptionOperation の意味',
  ],
  [
    'problem:boot-waits-for-key message:boot-passphrase-prompt cause:key-not-found-at-boot step:enter-passphrase',
    'boot stops at passphrase',
  ],
  ['step:enter-passphrase problem:boot-waits-for-key', 'what passphrase do I enter | パスフレーズとは何を入れる'],
  [
    'step:see-boot-packages cause:boot-modules-missing problem:boot-waits-for-key',
    'boot package missing before reboot | 起動に必要なパッケージ',
  ],
  [
    'problem:volume-type-rejected cause:volume-type-narrowed message:linux-pre-volume-type-change requirement:volume-type',
    'All to OS not allowed | ボリュームタイプの変更',
  ],
  [
    'step:verify-inside step:see-windows-volumes step:see-encryption-inside message:substatus-pair-encrypted-encrypted',
    'how can I be sure it is encrypted | 暗号化されたことの証明',
  ],
  ['requirement:guest-fstab problem:boot-waits-for-key step:enable-format-all', 'old uuid in fstab | fstab 起動しない'],
]
