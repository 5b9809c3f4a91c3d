import type { PrerequisiteKind } from '@/lib/diagnosis/readiness/kinds'
import type { StepRight } from '@/lib/diagnosis/steps/types'

export const requirements: Readonly<Record<PrerequisiteKind, string>> = {
  'vm-size':
    'サポートされるサイズ、対応サイズ、シリーズ、使える VM サイズ、サイズの一覧 A シリーズ B シリーズ、ARM64、対応する VM サイズ、サポートされる VM サイズとオペレーティングシステム',
  memory: '最小メモリ要件、メモリサイズ、何 GB、メモリ要件、必要なメモリ、メモリ 4 GB でもよいか',
  generation: '世代 Gen1 Gen2 UEFI、トラステッド起動、世代',
  'deployment-model': 'クラシック、非管理ディスク、ストレージアカウントの VHD',
  'ephemeral-os-disk': 'エフェメラル',
  image:
    'ギャラリーイメージ、カスタムイメージ、カスタマイズ、逸脱、独自イメージ、対応イメージ、対応 OS 一覧、使える Linux、ARM64 イメージ',
  'running-os': 'アップグレード、実際の OS、対応 OS バージョン',
  'end-of-life-os':
    '古い OS サポート切れ、サポートが終了 CentOS 7 Windows Server 2012、Windows Server 2012 は使えるか、サポート切れの OS',
  'vm-running': '停止中の VM 起動している必要',
  'encryption-at-host': 'ホスト暗号化がオン、併用',
  'confidential-vm': 'コンフィデンシャル CVM',
  'scale-set-member': 'VMSS、スケールセット',
  'other-work': 'パッチ適用、メンテナンス、同時作業、Windows Update、更新プログラムの適用、パッチ当て',
  names: '名前に使える文字、アンダースコア、日本語名、日本語の VM 名、使えない文字',
  'volume-type':
    'VolumeType OS だけ All Data どれを選ぶ、Windows データディスクだけ、OS とデータ、All と OS の違い、Windows でデータだけ暗号化できるか、OS ディスクだけ暗号化する、ブート ボリュームとデータ ボリュームの両方',
  'disk-type': 'Ultra Disk Premium SSD v2 HDD、使えるディスクの種類、暗号化できるディスク',
  'shared-disk': '共有ディスク、クラスター',
  'write-accelerator': '書き込みアクセラレータ M シリーズ',
  'customer-managed-key': 'ディスク暗号化セット、カスタマーマネージドキー、独自キー CMK',
  'data-disk-coverage':
    'すべてのディスクが暗号化されたか、漏れ、全部のディスクが暗号化されているか、暗号化されていないディスクの一覧',
  'data-size': '速度は何で決まるか、Premium Standard、所要時間、ディスクのサイズ、性能、大容量、テラバイト',
  'backup-limits':
    'Azure Backup バックアップ、復元、制限、バックアップの制限 16 台、暗号化 VM の復元、別リージョンへの復元、リージョンをまたぐ復元、クロスリージョン復元',
  'backup-before':
    '暗号化前の準備、スナップショット、準備、事前の作業、暗号化前のバックアップ、何を準備すればよい、何を確認すればよい、準備するもの、始める前に、事前に確認、事前確認、前提条件、要件、推奨の手順',
  'vault-region': 'キーコンテナー、リージョンが違う',
  'vault-subscription': '別のサブスクリプションのキーコンテナー',
  'vault-enabled': 'enabledForDiskEncryption ボリューム暗号化の有効化、Key Vault not enabled',
  'vault-soft-delete': '論理的な削除が必要',
  'vault-firewall':
    'Key Vault ファイアウォール、プライベートエンドポイント、信頼されたサービス、公開アクセス無効、Key Vault のネットワーク設定、選択したネットワーク',
  'vault-purge-protection': 'パージ、完全削除、消去保護',
  'vault-url': 'URL の形式、書き方',
  'key-type':
    'RSA 2048 3072 4096 キーの長さ、楕円曲線、キーの種類 EC、オンプレミスの HSM、鍵管理サーバー、鍵の保管場所',
  'key-version':
    'KEK キー暗号化キー、期限切れ、自動ローテーション、バージョンなし、KEK ローテーション、キーのローテーション、古いキーを消してよいか、古いバージョンを無効にしてよいか、毎年の鍵のローテーション、KEK なしでもよいか、KEK は必須か、KEK とは、BEK と KEK の違い',
  'secret-present':
    'シークレットの場所 BEK シークレット、BEK とは、シークレットは必要か、キーコンテナーに鍵が出てこない',
  'policy-deny': 'どのポリシー、拒否効果、シークレットの有効期限のポリシー',
  locks: '削除ロック、読み取り専用',
  'network-platform': 'Azure DNS プラットフォーム IP',
  'network-storage': 'ストレージへの送信 443 サービスタグ',
  'network-entra-vault': 'Azure AD 認証エンドポイント Key Vault 内側、許可する URL 送信 443 宛先',
  'network-packages': 'リポジトリへの送信、オフライン、ミラー、閉域網でのパッケージ',
  'custom-dns': '名前解決、プライベート DNS ゾーン',
  'agent-ready': 'ゲストエージェント、稼働',
  'agent-version': 'エージェントの最小バージョン 2.2.38',
  'extensions-allowed': 'エージェントなし、拡張機能の操作が無効',
  'extension-type': '正しい発行元、種類',
  'extension-pass': 'シングルパスとデュアルパスの違い AAD なし',
  'extension-auto-upgrade': '拡張機能の自動更新、拡張機能の自動アップグレード、拡張機能のバージョンアップ',
  'other-extensions': '監視エージェント Defender',
  'guest-selinux': 'SELinux 必須、オフ、SELinux の無効化',
  'guest-memory-use': 'ルートの使用量 2 倍のメモリ',
  'guest-lvm-layout': 'rootvg tmplv usrlv LVM の構成、LVM は対応しているか',
  'guest-mounts': '再帰的マウント /mnt 入れ子、マウント先、マウントポイントの入れ子、ネスト',
  'guest-fstab':
    'fstab 自動マウント UUID 変わった、フォーマット後 nofail /etc/fstab、fstab の書き方、再起動後にマウントされない、起動時にマウント',
  'guest-open-files':
    'SAP MongoDB Cassandra Docker Oracle MySQL 大規模アプリケーション、ファイルハンドル、プロセス、アプリケーション、データベース',
  'guest-modules': 'dm-crypt vfat modprobe',
  'guest-kernel': 'カーネル、既定のバージョン Ubuntu 14.04 4.15',
  'guest-packages': '必要なパッケージ cryptsetup lsscsi grub-pc-bin',
  'guest-imds': 'インスタンスメタデータ、到達 IMDS 169.254.169.254、メタデータに接続できない',
  'guest-wireserver': 'WireServer 168.63.129.16',
  'guest-proxy': 'プロキシ http_proxy 社内プロキシ、プロキシ環境',
  'guest-repositories': 'Red Hat サブスクリプションマネージャー yum リポジトリ',
  'guest-file-systems': 'ext4 XFS Btrfs 対応ファイルシステム、ファイルシステムの種類',
  'guest-key-volume':
    'BEK ボリューム、小さなディスク azure_bek_disk、BEK ボリュームとは、消していいか、BEK ボリュームは何',
  'guest-kdump': 'クラッシュダンプ',
  'guest-bitlocker-policy': 'TPM グループポリシー GPO ドメイン参加',
  'guest-windows-volumes': 'ダイナミックディスク ReFS NTFS 記憶域',
  'guest-server-core': 'Server Core bdehdcfg',
}

export const roles: Readonly<Record<Exclude<StepRight, 'none'>, string>> = {
  reader:
    '必要なロール、必要な権限、最小の権限、状態の読み取り、見るだけ、状態を見るのに必要な権限、権限が足りない、閲覧権限、閲覧だけ、監査用アカウント、見る権限',
  'virtual-machine-contributor': '暗号化を有効にできる人 VM の起動停止、暗号化に必要な権限',
  'key-vault-reader': 'コンテナーの設定を読む',
  'key-vault-contributor': 'コンテナーの設定を変える',
  'key-vault-crypto-officer': 'キーの管理',
  'key-vault-secrets-officer': 'シークレットの取得',
  'network-contributor': 'NSG の変更、NSG を変更できるロール',
  'disk-snapshot-contributor': 'スナップショットの作成権限',
  'backup-operator': 'バックアップの操作、バックアップに必要なロール',
  'resource-policy-contributor': 'ポリシーの適用除外',
  'user-access-administrator': 'ロールの割り当て、ロックの削除、ロックを外す権限',
  contributor: '機能の登録、デプロイ',
  'guest-administrator': 'root sudo 管理者 RDP SSH',
}
