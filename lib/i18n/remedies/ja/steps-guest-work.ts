import type { StepWords } from '../types'

/** What changes something inside the VM. */
export const guestWorkSteps = {
  'stop-services': {
    title: 'ファイルを開いているものを停止する',
    text: '無効にもしてください。そうしないと再起動で戻ります。サービスではないユーザー プロセスも終了してください。',
    outputs: [
      { output: 'システムのサービスだけが残っている', means: '一度再起動し、もう一度暗号化を要求してください。' },
    ],
  },
  'release-data-volume': {
    title: 'データ ボリュームを解放する',
    text: 'それを使うサービスと、その上のスワップを停止してください。',
    outputs: [{ output: 'プロセスが表示されなくなる', means: 'ボリュームをマウント解除できます。' }],
  },
  'selinux-permissive': {
    title: 'SELinux を Permissive にする',
    text: '先に試してください。すぐに有効になり、再起動は不要で、次の起動まで続きます。',
    outputs: [
      {
        output: '`Permissive`',
        means: 'もう一度暗号化を要求してください。再びマウント解除に失敗した場合だけ、次の手順に進みます。',
      },
    ],
  },
  'disable-selinux': {
    title: 'Permissive で足りない場合に限り、SELinux を無効にして再起動する',
    text: 'Permissive で足りない場合だけ行います。その間に書き込んだファイルにはラベルが付きません。Enforcing に戻す前に `touch /.autorelabel` を実行し、Permissive で一度起動してラベルの付け直しを待ってください。',
    outputs: [{ output: '`getenforce` が `Disabled`', means: 'もう一度暗号化を要求してください。' }],
  },
  'mount-data-disks': {
    title: 'すべてのデータ ディスクをマウントする',
    text: 'マウントされていないディスクは、エラーなしでスキップされます。Linux では `/etc/fstab` に `UUID` と `nofail` の行を追加してください。',
    outputs: [
      { output: '各データ ディスクにマウント ポイントまたはドライブ文字がある', means: '次の要求の対象になります。' },
    ],
  },
  'move-data-mounts': {
    title: 'データ ディスクを独立した場所にマウントする',
    text: '`/mnt` の下、互いの下、システムのフォルダーの上は避けてください。',
    outputs: [{ output: '`mount -a` が何も出力しない', means: '新しいマウント先で問題ありません。' }],
  },
  'install-packages': {
    title: '事前にパッケージをインストールする',
    text: 'リポジトリに到達できない場合はミラーから取得し、以後は手動で更新してください。リリースにない名前の失敗は問題ありません。',
    outputs: [
      { output: '最初のコマンドのパッケージがすべてインストール済み', means: 'もう一度暗号化を要求してください。' },
    ],
  },
  'load-modules': {
    title: 'カーネル モジュールの読み込みを許可する',
    text: '最初のコマンドで見つかるセキュリティ強化の設定を戻し、読み込んでください。',
    outputs: [{ output: 'エラーなし', means: 'もう一度暗号化を要求してください。' }],
  },
  'update-kernel': {
    title: '新しいカーネルをインストールする',
    text: 'サポートが終了した Ubuntu 14.04 だけに当てはまります。新しい VM のほうが適切です。',
    outputs: [{ output: '`uname -r` が 4.15 以降', means: 'もう一度暗号化を要求してください。' }],
  },
  'free-space': {
    title: 'ルート ファイル システムの空きを増やす',
    text: '大きいフォルダーが表示されます。システムのファイルではなく、古いカーネルとキャッシュを削除してください。',
    outputs: [{ output: '使用量がメモリの半分未満', means: 'もう一度暗号化を要求してください。' }],
  },
  'free-data-space': {
    title: 'データ ボリュームの空きを増やす',
    text: 'インプレースの暗号化では、ヘッダーのためにファイル システムが 2 ～ 16 MiB 縮小します。満杯か破損していると縮小できません。ご自身のファイルを削除または移動してください。',
    outputs: [
      { output: '空きがあり、状態が `clean`', means: 'もう一度暗号化を要求してください。' },
      {
        output: '状態が `clean` ではない',
        means: 'ボリュームのマウントを解除し、先にファイル システムを検査してください。',
      },
    ],
  },
  'update-agent': {
    title: 'VM エージェントを更新する',
    text: 'Windows ではバージョンが表示されます。2.7.41491.1010 未満の場合は、現行のエージェントをインストールしてください。',
    outputs: [{ output: 'Linux で 2.2.53.1 以降', means: 'プラットフォームがサポートしています。' }],
  },
  'start-agent': {
    title: 'VM エージェントを起動する',
    text: 'サービスが実行中で、システムとともに起動する必要があります。',
    outputs: [{ output: '動作中、または `Running`', means: '数分以内に Azure で `Ready` になります。' }],
  },
  'open-platform-address': {
    title: 'プラットフォームへの経路を開く',
    text: '2 つのアドレスはホストのものです。外部には何も開きません。',
    outputs: [{ output: 'VM の中の確認に応答がある', means: '数分以内にエージェントが報告します。' }],
  },
  'bypass-proxy': {
    title: 'プロキシを通さずにプラットフォームに到達する',
    text: 'システム全体で両方のアドレスを例外にし、エージェントのプロキシ設定があれば削除してください。',
    outputs: [{ output: 'メタデータ サービスが JSON で応答する', means: 'もう一度暗号化を要求してください。' }],
  },
  'repair-winrm': {
    title: 'Windows リモート管理を修復する',
    text: 'サービスを自動起動にして再起動し、既定の設定を作り直します。',
    outputs: [
      { output: '`WinRM service is already running` で、設定済み', means: 'もう一度暗号化を要求してください。' },
    ],
  },
  'fix-bitlocker-policy': {
    title: 'BitLocker のグループ ポリシーを直す',
    text: '定義元で変更してください。TPM なしの起動、256 ビットの回復キー、AES-CBC を許可します。その後、ここで適用します。',
    outputs: [
      { output: 'ポリシーが更新された', means: 'もう一度暗号化を要求してください。再起動が必要な場合があります。' },
    ],
  },
  'prepare-server-core': {
    title: 'システム パーティションを準備する',
    text: '同じリリースの完全インストールから `bdehdcfg` の 4 つのファイルをコピーし、実行してください。',
    outputs: [{ output: '550 MB のシステム パーティション', means: '再起動し、もう一度暗号化を要求してください。' }],
  },
} satisfies Readonly<Record<string, StepWords>>
