import type { EverydayWords } from './types'

const around: readonly EverydayWords[] = [
  {
    leads: 'problem:network-unfit',
    en: 'firewall nsg network security group blocked outbound traffic',
    ja: 'ファイアウォール 接続制限 通信遮断 NSG ネットワークセキュリティグループ',
  },
  { leads: 'cause:network-denies-platform', en: '168.63.129.16 wireserver', ja: 'プラットフォーム アドレス 遮断' },
  { leads: 'requirement:guest-proxy', en: 'proxy http_proxy x-forwarded-for', ja: 'プロキシ' },
  { leads: 'cause:metadata-traffic-altered', en: 'proxy x-forwarded-for', ja: 'プロキシ' },
  {
    leads: 'requirement:guest-imds',
    en: 'imds instance metadata service 169.254.169.254',
    ja: 'インスタンスメタデータ 到達',
  },
  {
    leads: 'requirement:network-entra-vault',
    en: 'azure active directory aad entra login endpoint key vault behind firewall',
    ja: 'Azure AD Azure Active Directory 認証エンドポイント Key Vault 内側',
  },
  {
    leads: 'requirement:vault-firewall',
    en: 'key vault firewall private endpoint trusted services bypass',
    ja: 'Key Vault ファイアウォール プライベートエンドポイント',
  },
  { leads: 'problem:vault-unfit', en: 'key vault settings wrong', ja: 'キーコンテナー 設定 不備' },
  { leads: 'problem:policy-denies-encryption', en: 'azure policy denied deny disallowed', ja: 'ポリシー違反 拒否' },
  {
    leads: 'problem:lock-blocks-changes',
    en: 'resource lock scopelocked cannotdelete readonly',
    ja: 'リソースロック 削除ロック 読み取り専用ロック',
  },
  { leads: 'requirement:backup-before', en: 'snapshot before encryption', ja: '暗号化前 スナップショット' },
  {
    leads: 'requirement:backup-limits',
    en: 'azure backup restore recovery services',
    ja: 'Azure Backup バックアップ 復元',
  },
  { leads: 'step:snapshot-disks', en: 'snapshot backup copy of disk', ja: 'スナップショット作成 バックアップ取得' },
  { leads: 'step:restore-os-disk', en: 'restore backup roll back snapshot', ja: '復元 スナップショットから戻す' },
  {
    leads: 'step:repair-offline',
    en: 'repair vm does not boot boot failure rescue',
    ja: '起動しない 起動失敗 修復 復旧',
  },
  {
    leads: 'requirement:key-version',
    en: 'kek key encryption key version expired rotation',
    ja: 'KEK キー暗号化キー 期限切れ ローテーション',
  },
  { leads: 'problem:key-encryption-key-invalid', en: 'kek key encryption key url', ja: 'KEK キー暗号化キー 鍵' },
  {
    leads: 'problem:key-update-failed',
    en: 'key rotation rotate kek change key passphrase',
    ja: 'キーローテーション 鍵の変更 キー交換',
  },
  {
    leads: 'problem:key-volume-missing',
    en: 'bek volume disk not attached key file missing passphrase prompt linuxpassphrasefilename',
    ja: 'BEK ボリューム 鍵 パスフレーズ',
  },
  { leads: 'step:recover-secret', en: 'deleted secret restore', ja: 'シークレット 削除 復元' },
  { leads: 'cause:secret-gone', en: 'secret deleted lost', ja: 'シークレット 消えた 削除' },
]

const services: readonly EverydayWords[] = [
  {
    leads: 'message:asr-target-vault-missing',
    en: 'site recovery asr 150175 replication disaster recovery',
    ja: 'Site Recovery レプリケーション ディザスターリカバリー',
  },
  {
    leads: 'message:backup-vault-permissions',
    en: 'azure backup cannot read key vault',
    ja: 'Azure Backup アクセス許可不足',
  },
  { leads: 'problem:bitlocker-recovery', en: 'bitlocker recovery key screen locked out', ja: '回復キー 回復画面' },
  {
    leads: 'problem:boot-waits-for-key',
    en: 'does not boot won t boot failure passphrase prompt',
    ja: '起動しない 起動失敗 パスフレーズ入力',
  },
  { leads: 'message:win-protectkey-2150695086', en: '0x803100ae 2150695086', ja: '0x803100ae 2150695086' },
  {
    leads: 'problem:host-encryption-not-counted',
    en: 'intune compliance policy not compliant noncompliant bitlocker required conditional access',
    ja: 'Intune コンプライアンス ポリシー 非準拠 準拠していない 条件付きアクセス',
  },
  {
    leads: 'problem:disk-not-extended',
    en: 'resize expand extend grow os disk size larger extend volume greyed out grayed growpart',
    ja: 'OS ディスク サイズ変更 拡張 拡大 ボリュームの拡張 グレー',
  },
  { leads: 'cause:storage-spaces-unsupported', en: 'storage spaces s2d pool', ja: '記憶域スペース 記憶域プール' },
  {
    leads: 'cause:bitlocker-managed-by-mbam',
    en: 'mbam microsoft bitlocker administration and monitoring mdop',
    ja: 'MBAM BitLocker 管理',
  },
  {
    leads: 'problem:extension-version-refused',
    en: 'version 2.2 is not supported unifieddiskencryptionforvms',
    ja: 'バージョン 2.2 サポートされていません',
  },
  {
    leads: 'problem:move-refused',
    en: 'move moved another subscription tenant vault vm crosssubscriptionmove',
    ja: '別のサブスクリプションに移動 移動できない',
  },
  { leads: 'cause:vault-of-former-tenant', en: 'tenant changed transfer directory', ja: 'テナント変更 移管' },
  { leads: 'problem:key-expires-soon', en: 'key expiring expiry soon', ja: 'キー まもなく期限切れ 有効期限' },
  {
    leads: 'cause:volume-group-twice',
    en: 'vgimportclone vgrename duplicate volume group rootvg',
    ja: 'ボリュームグループ 重複 vgimportclone vgrename',
  },
  {
    leads: 'step:recover-vault',
    en: 'soft deleted vault purged recover key vault',
    ja: 'キーコンテナー 削除 論理的な削除 消去 回復',
  },
  {
    leads: 'problem:vault-access-refused',
    en: 'forbiddenbyrbac access denied forbidden key vault permission',
    ja: 'キーコンテナー アクセス拒否 権限がない',
  },
]

const linux: readonly EverydayWords[] = [
  {
    leads: 'problem:mount-busy',
    en: 'failed to unmount umount target is busy oldroot',
    ja: '次の操作後のマウント解除に失敗しました マウント解除失敗 使用中',
  },
  {
    leads: 'requirement:guest-open-files',
    en: 'sap mongodb cassandra docker open file handles running applications',
    ja: 'SAP MongoDB Cassandra Docker 大規模アプリケーション ファイルハンドル プロセス',
  },
  { leads: 'cause:service-holds-root', en: 'antivirus docker process lsof', ja: 'ウイルス対策 プロセス' },
  { leads: 'cause:selinux-enforcing', en: 'selinux security enhanced linux', ja: 'SELinux 無効化' },
  { leads: 'problem:lvm-layout-unsupported', en: 'lvm logical volume manager', ja: 'LVM 論理ボリューム' },
  { leads: 'problem:memory-too-small', en: 'ram not enough memory 7 gb 8 gb', ja: 'メモリ不足 最小メモリ要件' },
  { leads: 'requirement:memory', en: 'ram minimum memory gb', ja: '最小メモリ要件 メモリサイズ' },
  { leads: 'requirement:guest-mounts', en: 'nested mount /mnt recursive mount', ja: '再帰的マウント /mnt 入れ子' },
  { leads: 'requirement:guest-fstab', en: 'fstab nofail uuid mount after reboot', ja: 'fstab 自動マウント UUID' },
  {
    leads: 'requirement:guest-kernel',
    en: 'kernel 4.4 4.15 ubuntu 14.04 linux-azure',
    ja: 'カーネル 既定のバージョン',
  },
  { leads: 'cause:kernel-kills-copy', en: 'oom killer out of memory dd killed', ja: 'OOM メモリ不足 強制終了 dd' },
  { leads: 'step:see-kernel', en: 'uname kernel version', ja: 'カーネルバージョン確認' },
  {
    leads: 'requirement:image',
    en: 'gallery image custom image customised partition',
    ja: 'ギャラリーイメージ カスタムイメージ カスタマイズ 逸脱',
  },
  {
    leads: 'problem:distribution-unsupported',
    en: 'unsupported distro os version',
    ja: '未対応 ディストリビューション',
  },
  {
    leads: 'problem:packages-not-installed',
    en: 'apt yum zypper dnf subscription manager lock repository',
    ja: 'パッケージ インストール失敗 yum apt パッケージ管理 サブスクリプションマネージャー',
  },
  {
    leads: 'requirement:guest-repositories',
    en: 'yum red hat subscription-manager apt repository proxy',
    ja: 'Red Hat サブスクリプションマネージャー yum リポジトリ',
  },
  {
    leads: 'problem:os-encryption-silent-phase',
    en: 'stuck hang ssh disabled no progress os disk encryption started',
    ja: 'OSディスクの暗号化が開始されました 進まない SSH 無効 長時間 メンテナンス状態',
  },
  {
    leads: 'problem:encryption-overdue',
    en: 'too long takes forever stuck hours',
    ja: '終わらない 時間超過 遅い 停滞',
  },
  { leads: 'step:wait-for-data-copy', en: 'terabyte large data disk days', ja: 'テラバイト 数日 大容量データディスク' },
  {
    leads: 'problem:restart-pending',
    en: 'vmrestartpending please reboot os disk successfully encrypted',
    ja: 'VMRestartPending 再起動待ち 再起動を求められる',
  },
  { leads: 'problem:os-failed-disk-touched', en: 'failed half way restore', ja: '途中で失敗 復元' },
  { leads: 'problem:data-disks-not-mounted', en: 'notmounted not mounted', ja: '未マウント NotMounted' },
  { leads: 'problem:data-file-system-unsupported', en: 'xfs btrfs filesystem', ja: 'xfs btrfs ファイルシステム' },
  { leads: 'step:enable-format-all', en: 'encryptformatall format', ja: 'フォーマット 初期化' },
  {
    leads: 'requirement:data-size',
    en: 'how long size of data terabyte duration',
    ja: '所要時間 ディスクのサイズ 性能',
  },
]

const everySystem: readonly EverydayWords[] = [
  { leads: 'requirement:customer-managed-key', en: 'disk encryption set des cmk', ja: 'ディスク暗号化セット' },
  { leads: 'problem:no-space-left', en: 'disk full', ja: '容量不足 空き領域不足' },
  { leads: 'step:see-windows-volumes', en: 'manage-bde get-bitlockervolume', ja: 'manage-bde BitLocker の状態' },
  {
    leads: 'problem:volume-type-rejected',
    en: 'change volume type all data os narrower',
    ja: 'ボリュームの種類を変更',
  },
  { leads: 'step:update-kernel', en: 'upgrade kernel', ja: 'カーネル更新' },
  { leads: 'problem:bitlocker-rejected', en: 'bitlocker tpm group policy gpo', ja: 'BitLocker TPM グループポリシー' },
  { leads: 'requirement:guest-bitlocker-policy', en: 'tpm gpo group policy', ja: 'TPM グループポリシー' },
  {
    leads: 'problem:report-missing',
    en: 'extension status not available no status unknown',
    ja: '拡張機能の状態がVMで取得できません 暗号化の状態が取得できない 状態不明',
  },
  {
    leads: 'problem:stamped-but-not-encrypted',
    en: 'portal shows encrypted but not',
    ja: 'ポータル 暗号化済み表示 実際 非暗号化 不一致',
  },
  {
    leads: 'problem:agent-too-old',
    en: 'waagent windows azure agent version minimum 2.2.38',
    ja: '仮想マシンエージェント 古い 最小バージョン',
  },
  { leads: 'problem:agent-not-ready', en: 'waagent not responding', ja: '仮想マシンエージェント 応答なし' },
  { leads: 'step:update-agent', en: 'waagent upgrade', ja: '仮想マシンエージェント 更新' },
  { leads: 'problem:extension-deprecated', en: 'ostcextensions microsoft.ostcextensions', ja: 'OSTCExtensions 非推奨' },
  { leads: 'problem:extension-removed', en: 'removed extension before disable', ja: '拡張機能を先に削除' },
  { leads: 'step:disable-encryption', en: 'disable turn off stop decrypt', ja: '無効化 暗号化をやめる' },
  {
    leads: 'problem:disable-refused-os-encrypted',
    en: 'cannot disable cannot decrypt linux os disk',
    ja: '無効にできない 解除できない',
  },
  { leads: 'step:restart-vm', en: 'reboot', ja: '' },
  { leads: 'step:enable-again', en: 'retry enable again', ja: '再試行 有効化' },
  {
    leads: 'problem:other-extension-running',
    en: 'custom script extension arm template at the same time',
    ja: 'カスタムスクリプト 同時実行 テンプレート',
  },
  { leads: 'requirement:vm-size', en: 'supported sizes series basic a-series', ja: 'サポートされるサイズ' },
  { leads: 'step:use-encryption-at-host', en: 'alternative retirement 2028', ja: '提供終了 代替 移行' },
  {
    leads: 'problem:two-kinds-of-encryption',
    en: 'server side encryption sse encryption at rest security center',
    ja: '保存データの暗号化 Security Center',
  },
  {
    leads: 'problem:dual-pass-vault-access-failed',
    en: 'aad service principal client secret',
    ja: 'サービスプリンシパル Azure AD 資格情報',
  },
  { leads: 'step:show-encryption', en: 'progressmessage poll status', ja: 'ProgressMessage 状態確認 進行状況' },
]

/** Everyday words of both languages. Titles and texts are searched as well: only what they do not say stands here. */
export const everydayWords: readonly EverydayWords[] = [...around, ...services, ...linux, ...everySystem]
