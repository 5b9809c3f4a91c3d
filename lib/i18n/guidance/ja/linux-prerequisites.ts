import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const tooSlow = (limit: string): Guidance => ({
  meaning: `パッケージ マネージャーが、${limit}時間内に終わりませんでした。今回は何も暗号化されていません。`,
  next: [steps.tryPackageManager, steps.providePackages, steps.requestAgain],
})

/** What has to be right in the VM before a run, confidential VMs, and the warnings of the log. */
export const linuxPrerequisites = {
  'linux-distro-not-supported': {
    meaning:
      '拡張機能がこのディストリビューションをまったく認識しません。データ ディスクも含め、ADE では何も暗号化できません。',
    next: [
      '対象は Ubuntu、Debian、RHEL、CentOS、SUSE、Oracle、Mariner、Azure Linux です。サポートされるイメージに移します。',
      'または、ディストリビューションに依存しない、ホストでの暗号化を使う VM を作ります。',
      '`Non-zero exit code: 51` も探します。ARM にはこの表示の代わりにそれが出ると考えられます (推定)。',
    ],
  },
  'linux-operation-not-supported': {
    meaning:
      '設定 `EncryptionOperation` がないか、つづりの誤りか、廃止された値です。ディスクの状態はそのままですが、以前のステータスはこの表示に置き換わりました。',
    next: [
      '正確に指定します: `EnableEncryption`、`EnableEncryptionFormatAll` (データを消去)、`DisableEncryption`。',
      'バージョン 1.x には `QueryEncryptionStatus` を決して送らず、状態はインスタンス ビューで読みます。',
    ],
  },
  'linux-command-not-supported': {
    meaning: '拡張機能の知らない操作が有効化の段階に届きました。ディスクの状態はそのままです。',
    next: ['設定の `EncryptionOperation` を直します。', steps.requestAgain],
  },
  'linux-cryptsetup-install-failed': {
    meaning: 'パッケージ `cryptsetup` をインストールできませんでした。今回は何も暗号化されていません。',
    next: [steps.tryPackageManager, steps.providePackages, steps.requestAgain],
  },
  'linux-apt-install-timeout': tooSlow('インストールに許される 30 秒の'),
  'linux-apt-update-timeout': tooSlow('パッケージ一覧の更新に許される 30 秒の'),
  'linux-yum-install-timeout': tooSlow('インストールに許される 100 秒の'),
  'linux-tdnf-install-timeout': tooSlow('拡張機能がインストールに許す'),
  'linux-imds-unreachable-attribute': {
    meaning:
      'メタデータ サービスから VM のセキュリティの種類を読めず、空の応答で確認処理が壊れました (推定)。ディスクは変更されていません。',
    next: [
      'VM でプロキシなしで試します: `curl -H Metadata:true "http://169.254.169.254/metadata/instance?api-version=2021-02-01"`。',
      '応答があれば、設定に `VolumeType` がないかを調べます。その場合も同じ表示になります。',
      steps.repeatRequest,
    ],
  },
  'linux-cvm-os-blocked': {
    meaning:
      'ADE は機密 VM の OS ディスクを暗号化しないため、要求は拒否されました。そのディスクが別の方法で保護されているかどうかは示しません。',
    next: [
      'OS ディスクには、VM の作成時に選ぶ機密 OS ディスク暗号化を使います。',
      'Data と All は、VM がプレビューの対象である場合だけ要求します。',
    ],
  },
  'linux-cvm-blocked-old': {
    meaning: 'この古いバージョン (1.2.0.97 前後) は、機密 VM をすべて拒否します。ディスクは変更されていません。',
    next: ['OS ディスクには、VM の作成時に選ぶ機密 OS ディスク暗号化を使います。'],
  },
  'linux-cvm-operation-unsupported': {
    meaning:
      '拒否されました。この機密 VM の OS ディスクが作成時に暗号化されていないか、種類 OS が要求されました。ディスクは変更されていません。',
    next: [
      '機密 OS ディスク暗号化を選んで VM を作り直します。ADE で後から加えることはできません。',
      '末尾の値は無視します。誤って操作名が繰り返されたもので、OS ディスクの状態ではありません。',
    ],
  },
  'linux-cvm-data-unsupported': {
    meaning:
      'この機密 VM のデータ ディスクは暗号化されていません。暗号化されるのは、多くても一時ディスクだけです。成功のステータスでも同じです。',
    next: ['データ ディスクを ADE で保護済みとはみなさず、別の保護方法を所有者と決めます。'],
  },
  'linux-cvm-os-not-encrypted-log': {
    meaning:
      'ログにのみ出力される行です。この機密 VM の OS ディスクはプラットフォームで暗号化されておらず、ADE は VM を拒否します。ディスクは変更されていません。',
    next: ['機密 OS ディスク暗号化を選んで VM を作り直します。'],
  },
  'linux-version-file-missing': {
    meaning: '拡張機能のパッケージのファイルが欠けており、動作できません。ディスクの状態はそのままです (推定)。',
    next: [
      '暗号化されたボリュームがない場合: 拡張機能を削除し、再度有効化します。',
      '暗号化されたボリュームがある場合: 削除せず、キーとシークレットを残し、サポートに問い合わせます。',
    ],
  },
  'linux-exit-51-python': {
    meaning: '使える Python が見つからず、拡張機能は起動しませんでした。ディスクの状態はそのままです。',
    next: [
      'シングル パス (1.x): VM に Python 3 をインストールし、要求を送り直します。',
      'デュアル パス (0.1) には Python 2 が必要です。Python 3 だけのリリースでは、シングル パスに移行します。',
    ],
  },
  'linux-log-precheck-appcompat': {
    meaning:
      'ログにのみ出力される行です。OS の暗号化を妨げうるソフトウェアの痕跡 (SAP、MongoDB、Cassandra、Docker、Symantec) があります。処理は続きます。',
    next: ['OS の暗号化の前に停止するか、インストール前に暗号化します。すでに始まった処理には手を加えないでください。'],
  },
  'linux-log-precheck-memory': {
    meaning:
      'ログにのみ出力される行です。VM のメモリが 7,000,000 kB 未満です。OS ディスクが未暗号化なら、この理由で後の検査が実行を拒否します。',
    next: ['OS の暗号化には 8 GB 以上のメモリを用意します。終了後にサイズを戻せます。'],
  },
  'linux-log-precheck-mounts': {
    meaning:
      'ログにのみ出力される行です。あるマウント先のパスが別のパスと同じ始まりです。`/boot` と `/boot/efi` のような普通の組でも出るため (推定)、ほとんど何も証明しません。',
    next: ['実行の前に、データのマウント先を `/mnt` の下や互いの下から、独立したフォルダーに移します。'],
  },
  'linux-log-precheck-suspected': {
    meaning: 'ログにのみ出力される行で、前にある警告のまとめです。処理は続き、ディスクについては何も示しません。',
    next: ['この行より上の `PRECHECK` の行を読みます。'],
  },
  'linux-log-precheck-ok': {
    meaning:
      'ログにのみ出力される行です。警告だけの検査では問題が見つかりませんでした。暗号化の成功を約束するものではありません。',
    next: ['操作は不要です。次の表示を待ちます。'],
  },
  'linux-log-imds': {
    meaning:
      'ログにのみ出力される行です。メタデータ サービスが 7 回応答せず、拡張機能は VM のセキュリティの種類を判別できませんでした。',
    next: ['VM がプロキシなしで `169.254.169.254` に直接接続できるようにします。'],
  },
  'linux-log-unknown-security-type': {
    meaning: 'ログにのみ出力される行です。このバージョンは VM のセキュリティの種類を知りません。処理は続きます。',
    next: ['拡張機能を新しいバージョンに更新します。そのために削除はしないでください。'],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
