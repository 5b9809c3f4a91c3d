import type { StepWords } from '../types'

/** What changes the VM, its disks, the extension, the vault or the network. */
export const doingSteps = {
  'snapshot-disks': {
    title: '先にすべてのディスクのスナップショットを作成する',
    text: '次の手順が失敗した場合に元に戻す唯一の手段です。暗号化されたディスクのスナップショットも暗号化されています。',
    outputs: [{ output: '各ディスクで `provisioningState` が `Succeeded`', means: '元に戻せます。' }],
  },
  'restart-vm': {
    title: 'VM を一度再起動する',
    text: 'OS ディスクのコピーは完了しており、暗号化されたディスクから一度起動する必要があります。起動後およそ 3 分以内に報告が変わるはずです。',
    outputs: [
      { output: '報告が `Encrypted` になる', means: 'OS ディスクの暗号化は完了です。' },
      {
        output: '起動から 10 分後も `VMRestartPending` のまま',
        means: 'シリアル コンソール ログを保存し、確認するまで再び再起動しないでください。',
      },
    ],
  },
  'restart-to-leave-memory-system': {
    title: '再起動してメモリ上のシステムから抜ける',
    text: 'マウント解除に失敗した後、VM はサービスのない小さなシステムをメモリ上で動かしていることがあります。再起動で通常のシステムに戻ります。その後、拡張機能が自動で再試行することがあります。',
    outputs: [
      { output: 'VM がサービスとともに起動する', means: 'OS ディスクは変更されていません。' },
      { output: '起動しない', means: 'スナップショットから OS ディスクを元に戻してください。' },
    ],
  },
  'restart-during-copy': {
    title: 'コピー中の可能性があっても再起動する',
    text: 'ディスクの動きもエージェントの応答も長く途絶え、スナップショットがある場合の最後の手段です。',
    outputs: [
      { output: 'VM が起動する', means: 'ほかの操作の前に状態を読み直してください。' },
      { output: '起動しない', means: 'スナップショットから OS ディスクを元に戻してください。' },
    ],
  },
  'restart-to-resume': {
    title: '再起動して暗号化を再開する',
    text: 'データ ボリュームの暗号化は、再起動後に中断した所から再開します。',
    outputs: [{ output: '`Resuming encryption after reboot` と割合', means: '再開しました。' }],
  },
  'start-vm': {
    title: 'VM を起動する',
    text: '拡張機能が動作するのは VM の実行中だけです。',
    outputs: [{ output: '`VM running`、続いてエージェントが `Ready`', means: '数分以内に報告が最新になります。' }],
  },
  'deallocate-and-start': {
    title: 'VM の割り当てを解除してから起動する',
    text: 'キー ボリュームがアタッチし直されるのは、割り当て解除後の起動時だけです。一時ディスクの内容は失われ、動的パブリック IP アドレスは変わることがあります。',
    outputs: [{ output: '`VM running` で、ディスクのロックが解除されている', means: 'キー ボリュームが戻りました。' }],
  },
  'resize-vm': {
    title: 'より大きいサイズを選ぶ',
    text: '最初のコマンドは選べるサイズの一覧です。暗号化の完了後にサイズを戻せます。',
    outputs: [{ output: 'VM が新しいサイズで動作する', means: 'もう一度暗号化を要求してください。' }],
  },
  'restore-os-disk': {
    title: '以前の OS ディスクに戻す',
    text: 'スナップショットからディスクを作成し、VM を停止して OS ディスクを交換し、起動します。スナップショット以降の書き込みは失われます。古いディスクは残ります。',
    outputs: [
      { output: 'VM が新しいディスクから起動する', means: '次の実行の前に原因を取り除いてください。' },
      {
        output: '起動しない',
        means: 'スナップショットの作成が遅すぎました。より古いものかバックアップを試してください。',
      },
    ],
  },
  'restore-data-disk': {
    title: '以前のデータ ディスクに戻す',
    text: 'スナップショットからディスクを作成し、壊れたディスクの代わりにアタッチします。',
    outputs: [{ output: 'ボリュームをマウントできる', means: 'スナップショット時点のデータが戻りました。' }],
  },
  'repair-offline': {
    title: '修復 VM でディスクを確認する',
    text: 'ロックを解除した OS ディスクのコピーを持つ 2 つ目の VM を作成します。Azure CLI の拡張機能 `vm-repair` が必要です。元の VM は変更されません。',
    outputs: [{ output: 'コピーが修復 VM にマウントされる', means: 'ログとファイルを保存できます。' }],
  },
  'enable-again': {
    title: 'もう一度暗号化を要求する',
    text: '同じ要求を新しいシーケンス バージョンで出します。古いバージョンは無視されます。',
    outputs: [
      {
        output: '30 分以内にメッセージが変わる',
        means: '実行が始まりました。OS ディスクでは、その後何時間もメッセージが変わらないのが正常です。',
      },
      { output: 'すぐに同じエラー', means: '原因が残っています。' },
    ],
  },
  'enable-with-right-vault': {
    title: '正しいキー コンテナーでもう一度要求する',
    text: 'VM と同じリージョンとサブスクリプションのキー コンテナーを完全なリソース ID で、キーをバージョン付きの完全なアドレスで指定してください。',
    outputs: [{ output: '30 分以内にメッセージが変わる', means: '要求は受け付けられました。' }],
  },
  'enable-for-all-volumes': {
    title: 'すべてのボリュームの暗号化を要求する',
    text: '後からアタッチした、または対象外だったディスクは、新しい要求でのみ対象になります。マウントされている必要があります。',
    outputs: [{ output: 'すべてのディスクに暗号化設定と報告がある', means: 'すべてのボリュームが対象です。' }],
  },
  'enable-data-only': {
    title: 'データ ボリュームだけの暗号化を要求する',
    text: 'OS ディスクより多くのシステムで使え、元に戻せます。',
    outputs: [{ output: 'データの報告が `Encrypted`', means: 'データ ボリュームは暗号化されています。' }],
  },
  'enable-format-all': {
    title: 'データ ディスクをフォーマットして暗号化する',
    text: 'データ ディスクの内容はすべて消去されます。その分速く、どのファイル システムでも使えます。',
    outputs: [
      { output: 'データの報告が `Encrypted`', means: '新しい空のボリュームをマウントし、データを復元してください。' },
    ],
  },
  'disable-encryption': {
    title: 'ボリュームの暗号化を解除する',
    text: '必ず拡張機能の削除より先に行います。Linux で解除できるのはデータ ボリュームだけです。',
    outputs: [{ output: '報告が `NotEncrypted` になる', means: '拡張機能を削除できます。' }],
  },
  'remove-extension-after-disable': {
    title: '暗号化解除の後に拡張機能を削除する',
    text: 'すべてのボリュームの報告が `NotEncrypted` の場合だけ行ってください。それより前に削除すると、暗号化されたディスクのロックを解除するものがなくなります。',
    outputs: [{ output: '拡張機能が一覧にない', means: 'VM からディスク暗号化がなくなりました。' }],
  },
  'remove-wrong-extension': {
    title: '合わない拡張機能を削除する',
    text: '先に一覧を確認し、非推奨のもの、または別のオペレーティング システム用のものを指定してください。',
    outputs: [
      { output: '正しい拡張機能だけが一覧にある', means: '引き続き必要なら、もう一度暗号化を要求してください。' },
    ],
  },
  'remove-other-extension': {
    title: 'ほかの拡張機能を一時的に外す',
    text: '暗号化の完了後に再びインストールしてください。',
    outputs: [{ output: '一覧にない', means: 'もう一度暗号化を要求してください。' }],
  },
  'migrate-to-single-pass': {
    title: 'シングル パスに移行する',
    text: 'デュアル パスの VM を、暗号化を解除せずにシングル パスにします。Azure PowerShell だけで実行できます。',
    outputs: [{ output: '拡張機能のバージョンが Linux で 1.x、Windows で 2.x', means: '移行は完了です。' }],
  },
  'enable-vault-for-disks': {
    title: 'キー コンテナーでディスク暗号化を許可する',
    text: 'プラットフォームが、ディスク暗号化に必要なものをこのキー コンテナーで読み書きできるようになります。',
    outputs: [{ output: '`enabledForDiskEncryption` が true', means: 'もう一度暗号化を要求してください。' }],
  },
  'enable-soft-delete': {
    title: '論理的な削除を有効にする',
    text: '無効なキー コンテナーは拒否されます。一度有効にすると無効に戻せません。',
    outputs: [{ output: '`enableSoftDelete` が true', means: 'もう一度暗号化を要求してください。' }],
  },
  'let-platform-into-vault': {
    title: '信頼された Microsoft サービスにファイアウォールの通過を許可する',
    text: 'それ以外に対するファイアウォールはそのままです。',
    outputs: [{ output: '`bypass` が `AzureServices`', means: '数分待ってから、もう一度要求してください。' }],
  },
  'create-vault-beside-vm': {
    title: 'VM と同じ場所にキー コンテナーを作成する',
    text: '同じリージョン、同じサブスクリプションで、ディスク暗号化を許可します。',
    outputs: [{ output: '新しいキー コンテナー', means: '次の要求で指定してください。' }],
  },
  'enable-key-version': {
    title: '使用中のキー バージョンを有効にする',
    text: '古いバージョンも、ディスクが依存する間は有効でなければなりません。',
    outputs: [{ output: '`enabled` が true', means: '再びディスクのロックを解除できます。' }],
  },
  'create-key': {
    title: '受け付けられるキーを作成する',
    text: '4096 ビットの RSA はどのシステムにも適します。作成後、要求で完全なアドレスを指定してください。',
    outputs: [{ output: '新しいバージョンのアドレス', means: '次の要求で使ってください。' }],
  },
  'recover-secret': {
    title: '削除されたシークレットを元に戻す',
    text: '最初のコマンドは削除済みの一覧です。ディスクの設定が指すシークレットを指定してください。',
    outputs: [{ output: 'シークレットが有効なものの一覧にある', means: 'VM を起動してください。' }],
  },
  'recover-vault': {
    title: '削除されたキー コンテナーを元に戻す',
    text: '削除されたキー コンテナーは、保持期間内であれば中身ごと元に戻せます。',
    outputs: [
      { output: 'キー コンテナーが再び一覧にある', means: 'キーとシークレットが戻りました。VM を起動してください。' },
    ],
  },
  'recover-key': {
    title: '削除されたキーを元に戻す',
    text: '最初のコマンドは削除済みの一覧です。ディスクの設定が指すキーを指定してください。',
    outputs: [{ output: 'キーが有効なものの一覧にある', means: '再びディスクのロックを解除できます。' }],
  },
  'grant-application': {
    title: 'アプリケーションにキー コンテナーの権限を与える',
    text: 'デュアル パスはアプリケーションとしてサインインし、シークレットの設定とキーのラップを行います。',
    outputs: [
      { output: 'キー コンテナーのポリシーにアプリケーションがある', means: 'もう一度暗号化を要求してください。' },
    ],
  },
  'exempt-from-policy': {
    title: 'キー コンテナーをポリシーから除外する',
    text: 'ポリシーの責任者と合意し、除外に期限を付けてください。',
    outputs: [{ output: '除外が一覧にある', means: '数分待ってから、もう一度要求してください。' }],
  },
  'remove-lock': {
    title: '暗号化の間だけロックを外す',
    text: '暗号化の完了後に戻してください。',
    outputs: [{ output: 'ロックが一覧にない', means: 'もう一度暗号化を要求してください。' }],
  },
  'allow-entra-and-vault': {
    title: 'Microsoft Entra ID と Key Vault を許可する',
    text: 'サービス タグによる 2 つの送信規則 (ポート 443) です。必要なのはデュアル パスだけです。',
    outputs: [{ output: '両方の規則がすべての `Deny` より前にある', means: 'もう一度暗号化を要求してください。' }],
  },
  'allow-storage': {
    title: 'Azure Storage を許可する',
    text: '古いエージェントは、そこから拡張機能を取得します。',
    outputs: [{ output: '規則がすべての `Deny` より前にある', means: '拡張機能を取得できます。' }],
  },
  'remove-platform-deny': {
    title: 'プラットフォームを拒否する規則を削除する',
    text: 'VM はメタデータ サービスとホストに到達できる必要があります。',
    outputs: [
      { output: '有効な規則に含まれていない', means: '両方のアドレスが応答するか、VM の中で確認してください。' },
    ],
  },
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
  'disable-selinux': {
    title: 'SELinux を無効にして一度再起動する',
    text: 'OS の暗号化が完了したら、再び有効にしてください。',
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
    text: 'リポジトリに到達できない場合はミラーから取得し、以後は手動で更新してください。',
    outputs: [{ output: 'すべてインストール済み', means: 'もう一度暗号化を要求してください。' }],
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
