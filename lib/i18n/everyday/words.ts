import type { EverydayWords } from './types'
import { linuxWords } from './words-linux'

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
  { leads: 'requirement:vault-region', en: 'vault in a different region', ja: 'キーコンテナー リージョンが違う' },
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
    en: 'repair vm does not boot rescue',
    ja: '起動しない 修復 復旧',
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
  { leads: 'cause:secret-gone', en: 'secret deleted', ja: 'シークレットを削除した' },
  { leads: 'cause:key-gone', en: 'key deleted', ja: 'キーを削除した' },
  { leads: 'cause:key-expired', en: 'key has expired, expired key', ja: 'キーの期限切れ' },
]

const services: readonly EverydayWords[] = [
  {
    leads: 'message:asr-target-vault-missing',
    en: 'site recovery asr 150175 replication disaster recovery',
    ja: 'Site Recovery レプリケーション ディザスターリカバリー',
  },
  {
    leads: 'problem:site-recovery-refused',
    en: 'site recovery failover to another region, target region',
    ja: 'Site Recovery 別リージョンにフェールオーバー ターゲットリージョン',
  },
  { leads: 'problem:backup-refused', en: 'azure backup fails', ja: 'バックアップが失敗する' },
  {
    leads: 'problem:repair-disk-locked',
    en: 'detach attach encrypted disk another vm',
    ja: 'ディスクの取り外し 別のVMに暗号化されたディスクをアタッチできない 接続 復旧用VM 修復VM',
  },
  {
    leads: 'problem:operation-running',
    en: 'extension transitioning updating provisioning state',
    ja: '拡張機能 更新中 処理中',
  },
  {
    leads: 'problem:data-disk-not-covered',
    en: 'new data disk added later is not encrypted',
    ja: 'データディスクを追加したら暗号化されていない',
  },
  { leads: 'requirement:extension-auto-upgrade', en: 'update extension automatically', ja: '拡張機能の自動更新' },
  { leads: 'requirement:disk-type', en: 'ultra disk premium ssd v2', ja: 'Ultra Disk Premium SSD v2' },
  { leads: 'step:enable-data-only', en: 'only the data disks', ja: 'データディスクだけ' },
  { leads: 'step:save-boot-log', en: 'boot diagnostics serial console', ja: 'ブート診断 シリアルコンソール' },
  {
    leads: 'message:backup-vault-permissions',
    en: 'azure backup cannot read key vault',
    ja: 'Azure Backup アクセス許可不足',
  },
  { leads: 'problem:bitlocker-recovery', en: 'bitlocker recovery key screen locked out', ja: '回復キー 回復画面' },
  {
    leads: 'problem:boot-waits-for-key',
    en: 'vm does not boot, passphrase prompt, asks for password at start, initramfs dracut emergency shell',
    ja: '起動しない パスフレーズ入力 パスワード initramfs dracut 起動途中で止まる',
  },
  { leads: 'message:win-protectkey-2150695086', en: '0x803100ae 2150695086', ja: '0x803100ae 2150695086' },
  {
    leads: 'problem:host-encryption-not-counted',
    en: 'intune compliance policy not compliant noncompliant bitlocker required conditional access',
    ja: 'Intune コンプライアンス ポリシー 非準拠 準拠していない 条件付きアクセス',
  },
  {
    leads: 'problem:disk-not-extended',
    en: 'can i resize os disk larger extend volume greyed out grayed growpart',
    ja: 'OS ディスク サイズ変更 拡大 ボリュームの拡張 グレー',
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
    en: 'move vm to another or new subscription region tenant vault crosssubscriptionmove',
    ja: '別のサブスクリプションに移動 リージョン 移動できない',
  },
  { leads: 'cause:vault-of-former-tenant', en: 'tenant changed transfer directory', ja: 'テナント変更 移管' },
  { leads: 'problem:key-expires-soon', en: 'soon', ja: 'まもなく' },
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
    en: 'forbiddenbyrbac key vault permission',
    ja: 'キーコンテナー アクセス拒否 権限が足りない',
  },
]

const everySystem: readonly EverydayWords[] = [
  { leads: 'requirement:customer-managed-key', en: 'disk encryption set des cmk', ja: 'ディスク暗号化セット' },
  { leads: 'problem:no-space-left', en: 'disk full, root partition full', ja: 'ディスクがいっぱい' },
  { leads: 'step:see-windows-volumes', en: 'manage-bde get-bitlockervolume', ja: 'manage-bde BitLocker の状態' },
  {
    leads: 'problem:volume-type-rejected',
    en: 'change volume type all data os narrower',
    ja: 'ボリュームの種類を変更',
  },
  { leads: 'step:update-kernel', en: 'upgrade kernel', ja: 'カーネル更新' },
  {
    leads: 'problem:bitlocker-rejected',
    en: 'bitlocker 0x8031 tpm group policy gpo',
    ja: 'BitLocker TPM グループポリシー',
  },
  { leads: 'requirement:guest-bitlocker-policy', en: 'tpm gpo group policy', ja: 'TPM グループポリシー' },
  {
    leads: 'problem:report-missing',
    en: 'extension status not available no status unknown',
    ja: '拡張機能の状態がVMで取得できません 暗号化の状態が取得できない 状態不明',
  },
  {
    leads: 'problem:vm-not-running',
    en: 'extension cannot be changed because the vm is not running, stopped, deallocated',
    ja: 'VMが止まっている 停止中 拡張機能を変更できない',
  },
  { leads: 'cause:secret-disabled', en: 'secret disabled', ja: 'シークレットが無効' },
  {
    leads: 'step:see-encryption-inside',
    en: 'is it really encrypted, proof of encryption',
    ja: '本当に暗号化されているか確認する',
  },
  { leads: 'cause:key-disabled', en: 'key encryption key disabled', ja: 'キーが無効 キーの無効化' },
  { leads: 'problem:message-unrecognised', en: 'unknown message in the status', ja: '不明なメッセージ' },
  {
    leads: 'requirement:vault-subscription',
    en: 'key vault in another subscription',
    ja: '別のサブスクリプションのキー コンテナー',
  },
  {
    leads: 'role:reader',
    en: 'which role is needed, required roles, minimum permission to read the status',
    ja: '必要なロール 必要な役割 最小の権限 状態の読み取り',
  },
  {
    leads: 'problem:stamped-but-not-encrypted',
    en: 'portal shows says encrypted enabled but disk is not encrypted',
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
  {
    leads: 'step:disable-encryption',
    en: 'decrypt data disks volumes disable turn off',
    ja: '復号 データ ディスクの復号 暗号化をやめる 無効化',
  },
  {
    leads: 'problem:disable-refused-os-encrypted',
    en: 'cannot disable linux os disk',
    ja: '無効にできない 解除できない',
  },
  { leads: 'step:restart-vm', en: 'restart once', ja: '1 回だけ再起動' },
  { leads: 'step:enable-again', en: 'retry enable again', ja: '再試行 有効化' },
  {
    leads: 'problem:other-extension-running',
    en: 'custom script extension arm template at the same time',
    ja: 'カスタムスクリプト 同時実行 テンプレート',
  },
  { leads: 'requirement:vm-size', en: 'supported sizes series basic a-series', ja: 'サポートされるサイズ' },
  {
    leads: 'step:use-encryption-at-host',
    en: 'ade retirement, retires 2028, alternative, successor, migrate from disk encryption',
    ja: 'ADE の提供終了 廃止 2028 年 代替 後継 移行',
  },
  {
    leads: 'problem:two-kinds-of-encryption',
    en: 'server side encryption sse encryption at rest security center',
    ja: '保存データの暗号化 Security Center',
  },
  {
    leads: 'problem:dual-pass-vault-access-failed',
    en: 'aad aadsts service principal client secret invalid expired',
    ja: 'サービスプリンシパル Azure AD 資格情報 クライアントシークレット',
  },
  {
    leads: 'step:show-encryption',
    en: 'progressmessage poll status progress',
    ja: 'ProgressMessage 状態確認 進行状況',
  },
]

/** Everyday words of both languages. Titles and texts are searched as well: only what they do not say stands here. */
export const everydayWords: readonly EverydayWords[] = [...around, ...services, ...linuxWords, ...everySystem]
