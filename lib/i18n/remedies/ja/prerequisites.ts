import type { Remedies } from '../types'

export const prerequisites: Remedies['prerequisites'] = {
  'vm-size': { title: 'VM サイズ', text: '一部のサイズ シリーズでは Azure Disk Encryption を使えません。' },
  memory: { title: 'メモリ', text: 'OS ディスクの暗号化中、システムはメモリ上で動きます。' },
  generation: { title: 'VM の世代', text: '第 1 世代と第 2 世代のどちらでも動きます。' },
  'deployment-model': {
    title: 'マネージド ディスク',
    text: 'ストレージ アカウントのディスクは古い方式で、機能が限られます。',
  },
  'ephemeral-os-disk': {
    title: 'Azure に保存される OS ディスク',
    text: 'ホスト上にだけある OS ディスクは暗号化できません。',
  },
  image: {
    title: 'Marketplace イメージ',
    text: 'Linux では、一覧にある Marketplace イメージだけがサポートされます。',
  },
  'running-os': {
    title: '実行中のオペレーティング システム',
    text: 'イメージにかかわらず、インプレース アップグレード後のバージョンで判断されます。',
  },
  'end-of-life-os': {
    title: '発行元のサポート期間',
    text: '暗号化のサポートは、発行元のサポートとともに終わります。',
  },
  'vm-running': { title: 'VM が実行中であること', text: '拡張機能を変更できるのは、実行中の VM だけです。' },
  'encryption-at-host': { title: 'ホストでの暗号化がオフであること', text: '2 つの暗号化は同時に使えません。' },
  'confidential-vm': {
    title: '機密 VM ではないこと',
    text: '機密 VM の OS ディスクは、Azure が別の方法で暗号化します。',
  },
  'scale-set-member': {
    title: 'スケール セット',
    text: 'スケール セットの Linux VM で暗号化できるのはデータ ボリュームだけです。',
  },
  'other-work': { title: 'ほかの作業が行われていないこと', text: 'VM へのほかの変更は、暗号化の実行を妨げます。' },
  names: { title: '名前', text: '名前は Key Vault で使われるため、使える文字が限られます。' },
  'volume-type': { title: '対象のボリューム', text: 'システムによって、選べるボリュームの種類が違います。' },
  'disk-type': { title: 'ディスクの種類', text: 'Ultra Disk と Premium SSD v2 はサポートされていません。' },
  'shared-disk': { title: '共有ディスクがないこと', text: '複数の VM で共有するディスクはサポートされていません。' },
  'write-accelerator': {
    title: '書き込みアクセラレータがオフであること',
    text: '書き込みアクセラレータを使うディスクはサポートされていません。',
  },
  'customer-managed-key': {
    title: 'カスタマー マネージド キーがないこと',
    text: 'ディスク暗号化セットを使うディスクには、この暗号化を重ねられません。',
  },
  'data-disk-coverage': {
    title: 'すべてのデータ ディスクが対象であること',
    text: '実行後にアタッチしたディスクは暗号化されません。',
  },
  'data-size': {
    title: 'データの量とディスクの速さ',
    text: 'インプレースではすべてのブロックを読み書きするため、ディスクのサイズと種類 (Standard または Premium)、VM サイズの上限で決まります。大きなデータ ディスクは数日かかります。',
  },
  'backup-limits': { title: 'Azure Backup の上限', text: '上限を超えると、復元しても暗号化設定は戻りません。' },
  'backup-before': {
    title: '開始前のスナップショット',
    text: 'OS の暗号化が途中で失敗すると、開始前のコピーだけが戻る手段になります。',
  },
  'vault-region': {
    title: '同じリージョンのキー コンテナー',
    text: 'キー コンテナーと VM は同じリージョンにある必要があります。',
  },
  'vault-subscription': {
    title: '同じサブスクリプションのキー コンテナー',
    text: 'キー コンテナーと VM は同じサブスクリプションにある必要があります。',
  },
  'vault-enabled': {
    title: 'キー コンテナーがディスクの暗号化を許可していること',
    text: 'プラットフォームは、許可されたキー コンテナーからだけシークレットを読み取ります。',
  },
  'vault-soft-delete': { title: '論理的な削除', text: '論理的な削除が無効なキー コンテナーは拒否されます。' },
  'vault-firewall': {
    title: 'キー コンテナーのファイアウォール',
    text: 'プラットフォームがキー コンテナーに接続できる必要があります。',
  },
  'vault-purge-protection': {
    title: '消去保護',
    text: '消去保護がないと、削除したシークレットが完全に失われ、VM も使えなくなるおそれがあります。',
  },
  'vault-url': {
    title: '要求の中のアドレス',
    text: 'キー コンテナーやキーのアドレスの形式が違うと、実行は失敗します。',
  },
  'key-type': {
    title: 'キーの種類とサイズ',
    text: 'シークレットをラップできるのは RSA キーだけで、新しい Windows ではより長いキーが必要です。',
  },
  'key-version': {
    title: '使用中のキーのバージョン',
    text: 'ディスクに記録されたバージョンは有効なままにします。ローテーションはディスクに反映されません。',
  },
  'secret-present': {
    title: 'キー コンテナーのシークレット',
    text: 'シークレットがないと、暗号化された VM は起動しません。',
  },
  'policy-deny': { title: 'Azure Policy', text: '効果が Deny のポリシーの中には、暗号化を止めるものがあります。' },
  locks: { title: 'ロック', text: 'ロックがあると、拡張機能の変更や削除ができないことがあります。' },
  'network-platform': {
    title: 'プラットフォームのアドレス',
    text: 'VM からメタデータ サービスと Azure のネーム サービスに接続できる必要があります。',
  },
  'network-storage': {
    title: 'Azure Storage への経路',
    text: '古いエージェントとデュアル パスは、拡張機能をストレージから取得します。',
  },
  'network-entra-vault': {
    title: 'Entra と Key Vault への経路',
    text: 'デュアル パスは VM の中からサインインし、シークレットを保存します。',
  },
  'network-packages': {
    title: 'パッケージ リポジトリへの経路',
    text: 'Linux は暗号化の前にパッケージをインストールします。',
  },
  'custom-dns': {
    title: 'ネーム サーバー',
    text: 'デュアル パスは VM の中からキー コンテナーの名前を解決する必要があります。',
  },
  'agent-ready': {
    title: 'VM エージェントの準備ができていること',
    text: 'エージェントが拡張機能を起動し、報告を届けます。',
  },
  'agent-version': {
    title: 'VM エージェントのバージョン',
    text: '古いエージェントは、拡張機能の実行や報告に失敗します。',
  },
  'extensions-allowed': {
    title: '拡張機能が許可されていること',
    text: 'エージェントや拡張機能の操作なしで作られた VM もあります。',
  },
  'extension-type': { title: '正しい拡張機能', text: '非推奨の拡張機能や、別のシステム用の拡張機能は動きません。' },
  'extension-pass': { title: 'シングル パス', text: 'デュアル パスは以前のリリースで、移行が必要です。' },
  'extension-auto-upgrade': { title: '拡張機能のマイナー アップグレード', text: 'オフのままでは修正が届きません。' },
  'other-extensions': {
    title: 'ほかの拡張機能',
    text: '失敗している拡張機能は、この拡張機能を止めたり妨げたりします。',
  },
  'guest-selinux': { title: 'SELinux', text: '強制モードの SELinux は、OS ディスクのマウント解除を妨げます。' },
  'guest-memory-use': {
    title: 'ルート ファイル システムの使用量',
    text: '4 GB を超えると、使用量の 2 倍のメモリが必要です。',
  },
  'guest-lvm-layout': {
    title: 'LVM のレイアウト',
    text: 'LVM の OS ディスクは、Marketplace イメージのレイアウトだけで動きます。',
  },
  'guest-mounts': {
    title: 'マウント ポイント',
    text: '入れ子のマウントや、システム フォルダー配下のデータは使えません。',
  },
  'guest-fstab': {
    title: 'fstab の項目',
    text: 'データ ディスクには永続的な名前と nofail が必要です。ないと VM が起動しなくなることがあります。',
  },
  'guest-open-files': {
    title: 'サービスと開いているファイル',
    text: 'ルート ファイル システムを開いたままのものがあると、マウント解除できません。',
  },
  'guest-modules': {
    title: 'カーネル モジュール',
    text: 'dm-crypt と vfat は、今だけでなく以後の起動のたびに必要です。',
  },
  'guest-kernel': {
    title: 'カーネルのバージョン',
    text: '古いカーネルでは、OS の暗号化中にメモリが足りなくなります。',
  },
  'guest-packages': {
    title: 'インストール済みのパッケージ',
    text: 'リポジトリに接続できない場合は、パッケージを先にインストールしておく必要があります。',
  },
  'guest-imds': {
    title: 'VM の中から見たメタデータ サービス',
    text: 'VM から 169.254.169.254 に接続できる必要があります。',
  },
  'guest-wireserver': {
    title: 'VM の中から見たプラットフォームとの通信',
    text: 'エージェントは 168.63.129.16 と通信します。',
  },
  'guest-proxy': {
    title: 'プロキシ',
    text: 'プロキシは、プラットフォームのアドレスへの通信に手を加えてはいけません。',
  },
  'guest-repositories': {
    title: 'VM の中から見たパッケージ リポジトリ',
    text: '登録済みで、届くリポジトリが必要です。',
  },
  'guest-file-systems': {
    title: 'ファイル システム',
    text: 'インプレースで暗号化できるデータ ボリュームは ext2、ext3、ext4 だけです。',
  },
  'guest-key-volume': { title: 'キーのボリューム', text: 'キーを入れた小さなボリュームは、起動のたびに必要です。' },
  'guest-kdump': { title: 'kdump', text: '暗号化された VM では kdump はサポートされていません。' },
  'guest-bitlocker-policy': {
    title: 'BitLocker のグループ ポリシー',
    text: 'TPM を必須にするポリシーや回復キーを禁じるポリシーは、暗号化を止めます。',
  },
  'guest-windows-volumes': {
    title: 'Windows のボリューム',
    text: '動的ボリューム、記憶域スペース ダイレクト、Windows Server 2016 より前の記憶域スペース、NTFS 以外のファイル システムは使えません。',
  },
  'guest-server-core': {
    title: 'Server Core のコンポーネント',
    text: '一部のリリースの Server Core には bdehdcfg がありません。',
  },
}
