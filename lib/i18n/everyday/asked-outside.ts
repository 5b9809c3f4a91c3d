import type { AskedGroup } from './types'

/** Questions of an administrator who had not seen Help, half of those that were written; the others are sealed. */
export const outside: readonly AskedGroup[] = [
  [
    'requirement:vault-region cause:vault-in-other-region message:cli-region-mismatch step:create-vault-beside-vm',
    'vault is in westeurope vm in northeurope',
  ],
  [
    'problem:disable-refused-os-encrypted message:ps-disable-linux-data-only cause:linux-os-cannot-be-decrypted message:linux-disable-os-encrypted',
    'disable-azvmdiskencryption fails os volume is encrypted linux',
  ],
  [
    'cause:bitlocker-policy-conflict requirement:guest-bitlocker-policy step:fix-bitlocker-policy message:win-protectkey-policy problem:bitlocker-rejected message:guest-bitlocker-policy step:see-bitlocker-policy',
    'gpo blocks bitlocker protector azure',
  ],
  [
    'message:linux-data-failed-xfs cause:file-system-not-in-place problem:data-file-system-unsupported',
    "xfs data disk can't be encrypted",
  ],
  [
    'problem:two-kinds-of-encryption requirement:encryption-at-host message:arm-ade-with-host-encryption cause:two-encryptions-chosen step:choose-one-encryption',
    'can I use ADE and encryption at host together',
  ],
  [
    'step:see-what-holds-root step:see-what-holds-data cause:service-holds-root',
    'which process keeps the disk busy lsof fuser',
  ],
  ['problem:extension-removed cause:removed-before-disabled', 'someone deleted the ADE extension before disabling'],
  ['step:show-this-extension', '"EncryptionOperation": "EnableEncryptionFormatAll"'],
  [
    'problem:lock-blocks-changes requirement:locks cause:lock-forbids step:remove-lock step:show-locks message:arm-scope-locked',
    'CanNotDelete lock ade',
  ],
  [
    'requirement:network-platform requirement:network-storage requirement:network-entra-vault problem:network-unfit step:show-network-rules',
    'nsg rules needed for azure disk encryption',
  ],
  [
    'requirement:guest-open-files cause:service-holds-root step:stop-services message:linux-log-precheck-appcompat message:linux-log-app-compat',
    'docker running on the vm is it a problem',
  ],
  [
    'step:migrate-to-single-pass problem:dual-pass-in-use cause:dual-pass-chosen requirement:extension-pass',
    'AADClientSecret old method still used how to migrate',
  ],
  [
    'requirement:vault-firewall step:let-platform-into-vault cause:vault-firewall-shuts-out',
    'key vault firewall allow trusted microsoft services',
  ],
  [
    'problem:os-encryption-silent-phase step:wait-for-os-copy requirement:data-size cause:copy-takes-hours',
    'how long does it take to encrypt a 30 GB ubuntu os disk',
  ],
  [
    'requirement:network-entra-vault step:allow-entra-and-vault cause:network-denies-entra-vault',
    'does the vm need outbound access to login.microsoftonline.com',
  ],
  [
    'step:recover-vault cause:vault-gone message:kv-vault-deleted',
    'key vault soft deleted by accident, vm encrypted with it',
  ],
  [
    'problem:repair-disk-locked message:guest-mount-locked step:unlock-repair-disk cause:disk-not-unlocked',
    "mount: unknown filesystem type 'crypto_LUKS'",
  ],
  ['requirement:memory problem:memory-too-small cause:memory-below-minimum', 'minimum ram for linux os encryption'],
  [
    'cause:linux-os-disk-resized problem:disk-not-extended step:extend-linux-data cause:layers-not-extended',
    'RHEL lvm home logical volume full on encrypted os disk extend',
  ],
  [
    'cause:key-expired problem:key-expires-soon cause:key-near-expiry step:extend-key-version',
    'KEK expired can my vm still boot',
  ],
  [
    'message:arm-extension-provisioning-error problem:failed-without-known-cause cause:cause-only-in-log',
    "VM has reported a failure when processing extension 'AzureDiskEncryption' | 拡張機能 'AzureDiskEncryptionForLinux' の処理中にエラーが報告されました",
  ],
  [
    'problem:backup-refused message:backup-vault-permissions cause:backup-service-lacks-rights step:grant-backup step:grant-backup-role',
    'azure backup UserErrorKeyVaultPermissionsNotConfigured | バックアップがキー コンテナーの権限エラーで失敗',
  ],
  [
    'cause:package-manager-locked message:linux-log-package-lock step:wait-for-package-manager',
    'Could not get lock /var/lib/dpkg/lock-frontend',
  ],
  ['requirement:vm-size cause:size-unsupported', 'Standard_A1 basic size supported?'],
  [
    'problem:key-update-failed message:linux-update-passphrase-missing message:linux-update-settings-failed message:dual-update-failed',
    'rotate kek on encrypted vm "Failed to update passphrase"',
  ],
  ['step:show-vault problem:vault-unfit', 'what does the key vault need before I start'],
  [
    'cause:attached-after-encryption problem:data-disk-not-covered requirement:data-disk-coverage',
    'data disk added after ADE was enabled is not encrypted',
  ],
  [
    'problem:repair-disk-locked step:repair-offline step:unlock-repair-disk cause:disk-not-unlocked',
    'attach encrypted os disk to rescue vm | 壊れた VM の暗号化ディスクを別の VM で開きたい',
  ],
  [
    'problem:distribution-unsupported cause:distribution-not-listed requirement:image',
    'イメージがサポート対象外のディストリビューション',
  ],
  [
    'cause:bitlocker-policy-conflict requirement:guest-bitlocker-policy step:fix-bitlocker-policy problem:bitlocker-rejected step:see-bitlocker-policy',
    'グループ ポリシーが BitLocker を邪魔している',
  ],
  ['step:see-encryption-inside step:verify-inside step:see-windows-volumes', 'manage-bde の見方 中から確認'],
  [
    'cause:linux-os-cannot-be-decrypted problem:disable-refused-os-encrypted step:rebuild-linux-vm',
    'Linux の OS ディスクの暗号化は解除できるか',
  ],
  [
    'problem:lock-blocks-changes requirement:locks cause:lock-forbids step:remove-lock message:arm-scope-locked',
    '削除ロックがかかっていて失敗する',
  ],
  ['step:read-status-again step:watch-boot', '再起動したあと数分待っても EncryptionInProgress のまま'],
  ['step:see-extension-log', '拡張機能のログはどこにある extension.log'],
  ['problem:stamped-but-not-encrypted', 'ポータルでは有効なのに中身は暗号化されていない'],
  ['requirement:data-size', '暗号化の速度は何で決まる'],
  ['cause:secret-disabled step:enable-secret-version message:kv-object-disabled', 'シークレットが無効になっている'],
  ['problem:mount-busy message:linux-os-target-busy cause:service-holds-root', 'アンマウントできない target is busy'],
  [
    'problem:host-encryption-not-counted cause:compliance-reads-bitlocker step:adapt-compliance-policy',
    'Intune で非準拠になる',
  ],
  ['problem:encryption-overdue cause:copy-no-longer-runs', '暗号化が終わらない 3日たった'],
  [
    'requirement:volume-type step:enable-for-all-volumes step:enable-data-only',
    'OS ディスクだけ暗号化したい VolumeType',
  ],
  [
    'requirement:guest-selinux step:disable-selinux step:selinux-permissive cause:selinux-enforcing',
    'SELinux は暗号化のあと有効に戻してよいか',
  ],
  [
    'requirement:guest-mounts cause:data-mounted-below-root step:move-data-mounts',
    'マウント ポイントが入れ子になっている',
  ],
  [
    'problem:site-recovery-refused cause:keys-not-in-target-region step:copy-keys-to-target message:asr-target-vault-missing',
    'Site Recovery ターゲットのキー コンテナー',
  ],
  ['problem:stamped-after-failed-run cause:stamp-comes-first', '一度失敗したあとディスクに暗号化設定だけ残った'],
  ['cause:copy-no-longer-runs problem:encryption-overdue', '再起動の要求がいつまでも来ない'],
  [
    'role:virtual-machine-contributor role:contributor step:grant-azure-role cause:caller-lacks-azure-role',
    'az vm encryption enable に必要なロール',
  ],
  [
    'problem:os-encryption-silent-phase message:linux-os-encryption-started',
    'OS ディスクの暗号化が始まってから SSH できない',
  ],
  ['cause:linux-os-disk-resized problem:disk-not-extended', '暗号化した OS ディスクのサイズ変更'],
  ['problem:key-expires-soon cause:key-near-expiry step:extend-key-version', 'キーの有効期限が切れそう'],
  [
    'problem:bitlocker-recovery message:boot-bitlocker-recovery cause:bitlocker-key-not-found',
    'BitLocker 回復キーの入力画面で止まる',
  ],
  [
    'cause:file-system-not-in-place problem:data-file-system-unsupported message:linux-data-failed-xfs requirement:guest-file-systems step:enable-format-all',
    'xfs のデータ ディスクを暗号化したい',
  ],
  ['problem:key-update-failed', 'KEK をローテーションしたら失敗した'],
  ['step:restore-os-disk step:restore-data-disk step:build-vm-from-snapshot', 'スナップショットから元に戻す'],
]
