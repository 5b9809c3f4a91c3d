import type { CauseWords } from '../types'

/** In the VM, its system and its volumes. */
export const machineCauses = {
  'service-holds-root': {
    title: 'サービスが OS ディスクを使っています',
    text: 'データベース、コンテナー エンジン、ウイルス対策、バックアップ エージェントなどが、OS ディスク上のファイルを開いています。SAP、MongoDB、Cassandra、Docker などの大規模なアプリケーションを、拡張機能は停止できません。',
  },
  'data-mounted-below-root': {
    title: 'データ ディスクのマウント先が不適切です',
    text: '`/mnt` の下、システム フォルダーの下、ほかのデータ ディスクの下にマウントされていると、OS ディスクのマウントを解除できません。',
  },
  'temporary-disk-in-use': {
    title: '一時ディスクが使用中です',
    text: 'EncryptFormatAll は一時ディスクもフォーマットしますが、プロセスが一時ディスクを開いていました。',
  },
  'selinux-enforcing': {
    title: 'SELinux が強制モード (Enforcing) です',
    text: 'マウントの解除が妨げられることがあります。実行中は Permissive にし、終了後に Enforcing に戻せます。',
  },
  'memory-below-minimum': {
    title: 'VM サイズのメモリが足りません (OS の暗号化には 8 GB 以上が必要)',
    text: 'ディスクのコピー中、システムはメモリに移ります。8 GB が必要で、ルートの使用量が 4 GB を超える場合はその 2 倍が必要です。',
  },
  'memory-file-system-full': {
    title: 'メモリ上の小さなシステムが収まりませんでした',
    text: 'メモリに移すシステムのコピーが、使える容量を超えました。',
  },
  'changed-meanwhile': {
    title: '同時に別の変更が VM に行われました',
    text: '暗号化の間に、ほかの拡張機能、スクリプト、デプロイが VM を変更しました。',
  },
  'image-not-stock': {
    title: 'VM がストック イメージと異なります',
    text: '独自のイメージのパーティション、ファイル システム、マウントが、拡張機能の想定と合いません。Linux のカスタム イメージはサポートされていません。',
  },
  'lvm-layout-custom': {
    title: 'LVM の構成がストック イメージと異なります',
    text: 'OS の暗号化が対応するのは、`rootvg` とそのボリュームからなる、ストック LVM イメージの構成だけです。',
  },
  'root-layout-unusual': {
    title: 'OS ディスクの構成が標準と異なります',
    text: 'このディストリビューション用の手順が探す場所に、パーティション、ファイル システム、識別子のどれかが見つかりませんでした。',
  },
  'root-cannot-shrink': {
    title: 'ルート ファイル システムを縮小できませんでした',
    text: 'ブート パーティション用に 256 MiB が必要です。空きがない、壊れている、形式が違うファイル システムは縮小できません。',
  },
  'boot-files-not-written': {
    title: '起動用のファイルを書き込めませんでした',
    text: '`/boot` の空き不足やツールの失敗により、新しい起動ファイルを作れませんでした。',
  },
  'kernel-kills-copy': {
    title: 'カーネルがコピーを強制終了します',
    text: 'Ubuntu 14.04 の最初のカーネルは、メモリ不足のため `dd` を終了させます。4.15 以降では起きません。',
  },
  'copy-interrupted': {
    title: 'ディスクのコピーが中断されました',
    text: '再起動、停止、ディスクのエラー、メモリ不足のどれかにより、コピーが完了前に中断されました。',
  },
  'background-copy-stopped': {
    title: 'バックグラウンドの暗号化が途中で終了しました',
    text: 'ディスクに印が残っているため、再起動後に再開されます。',
  },
  'distribution-not-listed': {
    title: 'ディストリビューションまたはそのバージョンがサポートされていません',
    text: 'OS の暗号化は、一覧にあるディストリビューションとバージョンだけで使えます。データ ディスクは暗号化できることが多くあります。',
  },
  'kernel-too-old': {
    title: 'カーネルが古すぎます',
    text: 'Ubuntu 14.04 には、Azure 用のカーネル 4.15 以降が必要です。',
  },
  'key-volume-module-removed': {
    title: 'モジュール `vfat` が削除または禁止されています',
    text: 'セキュリティ強化の設定で取り除かれています。これがないと、起動のたびに必要なキーのボリュームを読めません。',
  },
  'size-unsupported': {
    title: 'VM サイズがサポートされていません',
    text: 'このサイズのシリーズでは、ディスク暗号化は使えません。',
  },
  'disk-unsupported': {
    title: 'サポートされていない種類のディスクがあります',
    text: 'Ultra Disk、Premium SSD v2、共有ディスク、エフェメラル OS ディスク、書き込みアクセラレータは、ディスク暗号化と併用できません。',
  },
  'packages-unreachable': {
    title: 'パッケージのリポジトリに到達できません',
    text: 'ファイアウォール、プロキシ、ルートのどれかが、VM からリポジトリへの通信を妨げています。',
  },
  'package-manager-broken': {
    title: 'パッケージ マネージャーが動きません',
    text: 'ネットワークとは関係なく、ロック、壊れたリポジトリ、未登録のサブスクリプションのどれかが原因です。',
  },
  'cause-only-in-log': {
    title: '別の原因があり、ログでのみ分かります',
    text: 'このメッセージは、拡張機能が VM 内のログに書いたエラーを包んだものです。',
  },
  'file-system-not-in-place': {
    title: 'ファイル システムをインプレースで暗号化できません',
    text: 'インプレースで暗号化できるのは ext2、ext3、ext4 だけです。ほかは、内容を消去する EncryptFormatAll を使うか、データを移す必要があります。',
  },
  'data-volume-in-use': {
    title: 'プロセスがデータ ボリュームを使っています',
    text: 'ボリューム上のファイルが開かれているため、マウントを解除できませんでした。',
  },
  'no-room-for-header': {
    title: 'LUKS ヘッダー用の空きがありません',
    text: 'ファイル システムを 2 または 16 MiB 縮小する必要がありますが、できませんでした。',
  },
  'data-volume-skipped': {
    title: 'ボリュームがスキップされました',
    text: 'その時点で、使用中か、小さすぎるか、ファイル システムがありませんでした。エラーとしては報告されません。',
  },
  'stacked-volumes': {
    title: '暗号化されたディスクの上に LVM や RAID があります',
    text: '報告は最上位のデバイスを見るため、構成ディスクが暗号化されていても、そうでないと報告されることがあります。',
  },
  'attached-after-encryption': {
    title: '暗号化の後にアタッチされたディスクです',
    text: '処理の対象は、その時点のディスクだけです。後から追加したものには新しい要求が必要です。',
  },
  'only-os-requested': {
    title: 'OS ディスクの暗号化だけが要求されました',
    text: '要求のボリュームの種類が `OS` です。',
  },
  'not-mounted-in-guest': {
    title: 'VM の中でディスクがマウントされていません',
    text: 'ファイル システムがマウントされていないボリュームは報告されず、多くの場合、暗号化もされません。',
  },
  'no-data-disk': {
    title: 'VM にデータ ディスクがありません',
    text: 'その場合 `NotMounted` は正しく、不足はありません。Azure にある VM のデータ ディスクと、VM の中のマウントを比べてください。',
  },
  'os-encryption-unmounts-data': {
    title: 'OS の暗号化がデータ ディスクのマウントを解除しています',
    text: '終わると元に戻ります。',
  },
  'data-copy-interrupted': {
    title: 'ボリュームの暗号化中に再起動がありました',
    text: '一部が暗号化され、保存された位置からは再開できませんでした。',
  },
} satisfies Readonly<Record<string, CauseWords>>
