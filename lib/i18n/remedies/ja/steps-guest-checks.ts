import type { StepWords } from '../types'

/** Looking inside the VM: nothing is changed. */
export const guestCheckSteps = {
  'see-what-holds-root': {
    title: 'ルート ファイル システムを使用しているものを確認する',
    text: 'ルートのファイルを開いているプロセス、実行中のサービス、妨げになることが知られているソフトウェアの痕跡を表示します。',
    outputs: [
      { output: 'SAP、MongoDB、Cassandra、Docker、ウイルス対策', means: '次の実行の前に停止し、無効にしてください。' },
      {
        output: 'サービスではないプロセス',
        means: '手動で終了してください。マウント解除の前に自動で終了されることはありません。',
      },
    ],
  },
  'see-what-holds-data': {
    title: 'データ ボリュームを使用しているものを確認する',
    text: '使用中のボリュームはマウント解除できず、スキップされるか失敗します。',
    outputs: [
      { output: 'マウント ポイント配下のプロセス', means: '次の実行の前にサービスを停止してください。' },
      { output: '別のデータ マウントの下のマウント', means: '入れ子のマウントはサポートされません。' },
    ],
  },
  'see-selinux': {
    title: 'SELinux のモードを確認する',
    text: 'Enforcing の SELinux は、マウントの解除を妨げることがあります。多くの場合、Permissive で足ります。',
    outputs: [
      { output: '`Enforcing`', means: '先に Permissive にしてください。足りない場合だけ無効にします。' },
      { output: '`Disabled` または `Permissive`、またはコマンドがない', means: '原因ではありません。' },
    ],
  },
  'see-mounts': {
    title: 'ディスクのマウント先を確認する',
    text: 'データ ディスクは独立した場所に、`UUID` と `nofail` を指定してマウントします。',
    outputs: [
      {
        output: '`/mnt` の下、または別のデータ ディスクの下のデータ ディスク',
        means: '独立した場所に移してください。',
      },
      { output: '`/etc/fstab` の `/dev/sdc1` のような名前', means: '起動ごとに変わります。`UUID` を使ってください。' },
    ],
  },
  'see-memory-use': {
    title: 'ルート ファイル システムとメモリを比べる',
    text: 'OS の暗号化中は、システムのコピーがメモリ上で動作します。',
    outputs: [
      {
        output: '4 GB を超える使用量で、メモリがその 2 倍に満たない',
        means: 'より大きいサイズを選ぶか、空きを増やしてください。',
      },
      { output: '`MemTotal` が 7000000 kB 未満', means: '拡張機能は必ず拒否します。' },
    ],
  },
  'see-lvm-layout': {
    title: 'LVM の構成を確認する',
    text: 'LVM 上の OS ディスクは、ストック イメージの構成 (`rootvg` のボリューム) の場合だけ受け付けられます。',
    outputs: [
      {
        output: '`tmplv`、`usrlv`、`homelv`、`varlv`、`rootlv` のいずれかがない (デュアル パスでは `optlv` も)',
        means: 'この構成は受け付けられません。',
      },
      { output: 'すべてある', means: 'LVM は原因ではありません。' },
    ],
  },
  'see-file-systems': {
    title: 'ファイル システムを確認する',
    text: 'インプレースで (データを残したまま) 暗号化できるのは ext2、ext3、ext4 だけです。',
    outputs: [
      {
        output: '`xfs`、`btrfs`、またはなし',
        means: 'フォーマットしなければ暗号化できません。その場合、内容は消去されます。',
      },
      { output: '`crypto_LUKS`', means: 'すでに暗号化されています。' },
    ],
  },
  'see-encryption-inside': {
    title: '暗号化されているものを VM の中から確認する',
    text: '最も確実な確認方法です。外部からのどの表示よりも優先します。',
    outputs: [
      {
        output: 'ディスクに `crypt`、Windows では `Fully Encrypted` (日本語版では「暗号化された割合」が 100%)',
        means: '暗号化されています。',
      },
      {
        output:
          'ディスクに `part` または `disk`、あるいは `Fully Decrypted` (日本語版では「暗号化は完全に解除されています」)',
        means: 'ほかの表示がどうであれ、暗号化されていません。',
      },
    ],
  },
  'see-extension-log': {
    title: '拡張機能のログを確認する',
    text: '失敗したコマンドとデバイスが分かります。VM の「トラブルシューティング」タブにある「VM の中からの根拠」に貼り付けてください。',
    outputs: [
      {
        output: '`PRECHECK`、`failed`、またはスタック トレース',
        means: 'これらの行のうち、最後のものが原因を示します。',
      },
      { output: 'ファイルがない', means: 'この VM で拡張機能は一度も動作していません。' },
    ],
  },
  'see-package-manager': {
    title: 'パッケージを取得できるか確認する',
    text: '拡張機能は、必要なものをディストリビューションのパッケージ マネージャーでインストールします。',
    outputs: [
      {
        output: 'タイムアウト、またはリポジトリなし',
        means: 'リポジトリへの経路を開くか、事前にインストールしてください。',
      },
      {
        output: '`Could not get lock`、または別のプロセスがロックを保持',
        means: '別のインストールが動作しています。終わるのを待ってください。',
      },
      { output: 'エラーなしで一覧を取得', means: 'パッケージを取得できます。' },
    ],
  },
  'see-metadata-service': {
    title: 'Azure Instance Metadata Service に問い合わせる',
    text: '拡張機能は、どのような VM で動作しているかをここに問い合わせます。',
    outputs: [
      { output: '`compute` を含む JSON', means: '到達できます。' },
      {
        output: 'タイムアウト、HTML、または 400 か 403 のエラー',
        means: 'VM 内のファイアウォールまたはプロキシが妨げています。',
      },
    ],
  },
  'see-platform-address': {
    title: 'プラットフォームのアドレスに問い合わせる',
    text: 'エージェントと拡張機能は 168.63.129.16 のポート 80 と 32526 でホストと通信します。',
    outputs: [
      { output: 'XML が返り、両方のポートが開いている', means: 'ホストに到達できます。' },
      { output: 'タイムアウト、または閉じたポート', means: 'VM 内のファイアウォールを開いてください。' },
    ],
  },
  'see-proxy': {
    title: 'プロキシの有無を確認する',
    text: '2 つのプラットフォーム アドレスには、要求を変えるプロキシを通さずに到達する必要があります。',
    outputs: [
      {
        output: 'プロキシがあり、169.254.169.254 と 168.63.129.16 の例外がない',
        means: '両方の例外を追加してください。',
      },
      { output: 'プロキシなし', means: '原因ではありません。' },
    ],
  },
  'see-agent-inside': {
    title: 'VM の中でエージェントを確認する',
    text: 'バージョンと、サービスが動作しているかを表示します。',
    outputs: [
      { output: '停止している', means: '起動してください。再び停止する場合はログを確認してください。' },
      { output: 'Linux で 2.2.53.1 未満のバージョン', means: '更新してください。' },
    ],
  },
  'see-modules': {
    title: 'カーネル モジュールを読み込めるか確認する',
    text: '拡張機能には、キー ボリューム用の `vfat` とディスク用の `dm_crypt` が必要です。',
    outputs: [
      {
        output: '`install vfat /bin/true`、または `blacklist` の行',
        means: 'セキュリティ強化の設定で無効化されています。設定を戻してください。',
      },
      { output: '`insmod`、または出力なし', means: 'モジュールがあります。' },
    ],
  },
  'see-kernel': {
    title: 'ディストリビューションとカーネルを確認する',
    text: 'サポートされるシステムの一覧と比べてください。',
    outputs: [
      {
        output: 'Ubuntu 14.04 で、カーネルが 4.15 未満',
        means: 'メモリ不足でコピーが終了させられます。新しいカーネルが必要です。',
      },
      {
        output: '一覧にないディストリビューション',
        means: 'OS ディスクは暗号化できません。データ ディスクは可能な場合があります。',
      },
      { output: '`python2` のパスがない', means: 'そこではデュアル パスは動きません。' },
    ],
  },
  'see-boot-packages': {
    title: 'ブート用のパッケージを確認する (応答しなければコピーで)',
    text: '再起動の前に、VM が応答するなら SSH またはシリアル コンソールで、応答しなければスナップショットのコピーを修復 VM で調べます。ブート用のパッケージがないか `/boot` がいっぱいだと、その後 VM は起動しません。',
    outputs: [
      {
        output: '`grub-pc-bin` または `grub2-pc` (第 2 世代では `grub-efi`、`grub2-efi`) がインストールされていない',
        means: '再起動の前にインストールしてください。',
      },
      { output: 'すべてインストール済みで、`/boot` に空きがある', means: '再起動できます。' },
      {
        output: 'VM が応答しない',
        means: '再起動の前に、スナップショットを作成し、修復 VM の準備をしてください。',
      },
    ],
  },
  'see-bitlocker-policy': {
    title: 'BitLocker のグループ ポリシーを確認する',
    text: 'TPM を要求する、または回復キーや暗号方式を禁止するポリシーがあると、BitLocker を開始できません。',
    outputs: [
      { output: 'レジストリ キー `FVE` の下の値', means: 'ディスク暗号化に必要な内容と比べてください。' },
      { output: 'レジストリ キーが存在しない', means: 'ここには BitLocker のポリシーが設定されていません。' },
      {
        output: '`FVE\\MDOPBitLockerManagement` の下の値、またはサービス `MBAMAgent`',
        means: 'MBAM が BitLocker を管理しています。VM を対象から外してください。',
      },
    ],
  },
  'see-windows-volumes': {
    title: 'ディスク、ボリューム、BitLocker を確認する',
    text: 'ダイナミック ディスク、記憶域スペース ダイレクト、Windows Server 2016 より前の記憶域スペース、NTFS 以外のファイル システムはサポートされません。C: を拡張できるかは、パーティションの順序によります。',
    outputs: [
      {
        output: 'ダイナミック ディスク、または NTFS 以外のファイル システム',
        means: 'そのボリュームはこの方法では暗号化できません。',
      },
      {
        output: '`Primordial` ではない記憶域プール',
        means:
          'Windows Server 2016 以降で対象外なのは、記憶域スペース ダイレクトと、ローカル NVMe ディスクのプールだけです。',
      },
      {
        output: 'C: の直後に `Type` が `Reserved` または `System` のパーティション',
        means: 'C: を空き領域に拡張できません。',
      },
      {
        output: '`Protection Off` (日本語版では「保護はオフです」) と 100 未満の割合',
        means: 'BitLocker がまだ処理しています。',
      },
      {
        output: '`Protection Off` と 100%',
        means: '保護がオフ (多くは中断中) で、キーはディスク上で保護されていません。`Resume-BitLocker` で再開します。',
      },
    ],
  },
  'see-server-core-tool': {
    title: '`bdehdcfg` の有無を確認する',
    text: '2016 以前の Server Core には、システム パーティションを準備するツールがありません。',
    outputs: [
      { output: 'パス', means: 'ツールがあります。' },
      { output: '見つからない', means: '同じリリースの完全インストールからコピーしてください。' },
    ],
  },
  'see-winrm': {
    title: 'Windows リモート管理の応答を確認する',
    text: '拡張機能はこれを通じて BitLocker を操作します。両方のサービスが実行中でなければなりません。',
    outputs: [
      {
        output: '`WinRM` が停止しているか、リスナーがない',
        means: '修復してください。VM を作り直す必要はありません。',
      },
      { output: '両方とも実行中', means: '拡張機能のログで別の理由を確認してください。' },
    ],
  },
} satisfies Readonly<Record<string, StepWords>>
