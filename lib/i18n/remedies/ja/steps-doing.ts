import type { StepWords } from '../types'

/** What changes the VM, its disks, the extension, the vault or the network through Azure. */
export const doingSteps = {
  'snapshot-disks': {
    title: '先にすべてのディスクのスナップショットを作成する',
    text: '次の手順が失敗した場合に元に戻す唯一の手段です。暗号化されたディスクのスナップショットも暗号化されています。エフェメラルやアンマネージドの OS ディスクでは作成できません。必要なものをコピーしてください。',
    outputs: [{ output: '各ディスクで `provisioningState` が `Succeeded`', means: '元に戻せます。' }],
  },
  'restart-vm': {
    title: 'VM を一度再起動する',
    text: 'OS ディスクのコピーは完了しており、暗号化されたディスクから一度起動する必要があります。その前に、ブート ローダーやカーネルの更新が途中で止まっていないことを確認してください。起動後およそ 3 分以内に報告が変わるはずです。',
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
  'restart-to-resume': {
    title: '再起動して暗号化を再開する',
    text: '作業の記録はディスクに残っています。OS ディスクのバックグラウンド暗号化は、再起動後に中断した所から再開します。',
    outputs: [{ output: '`Background encrypting` と割合', means: '再開しました。' }],
  },
  'start-vm': {
    title: 'VM を起動する',
    text: '拡張機能が動作するのは VM の実行中だけです。',
    outputs: [{ output: '`VM running`、続いてエージェントが `Ready`', means: '数分以内に報告が最新になります。' }],
  },
  'deallocate-and-start': {
    title: 'VM の割り当てを解除してから起動する',
    text: 'キー ボリュームがアタッチし直されるのは、割り当て解除後の起動時だけです。再起動ではアタッチされません (推定)。',
    outputs: [{ output: '`VM running` で、ディスクのロックが解除されている', means: 'キー ボリュームが戻りました。' }],
  },
  'resize-vm': {
    title: 'より大きいサイズを選ぶ',
    text: '最初のコマンドは選べるサイズの一覧です。変更のために VM は停止し、別のホストに移ることがあります。暗号化の完了後にサイズを戻せます。',
    outputs: [{ output: 'VM が新しいサイズで動作する', means: 'もう一度暗号化を要求してください。' }],
  },
  'restore-os-disk': {
    title: '以前の OS ディスクに戻す',
    text: '元と同じ種類とゾーンのディスクをスナップショットから作成し、VM の割り当てを解除して OS ディスクを交換し、起動します。ゾーンがなければ `--zone` を省きます。古いディスクは残ります。',
    outputs: [
      {
        output: 'VM が新しいディスクから起動する',
        means: 'すぐに原因を取り除いてください。要求は残っているため、暗号化が自動で再び始まることがあります (推定)。',
      },
      {
        output: '起動しない',
        means: 'スナップショットの作成が遅すぎました。より古いものかバックアップを試してください。',
      },
    ],
  },
  'restore-data-disk': {
    title: '暗号化が始まっていた場合は、以前のデータ ディスクに戻す',
    text: 'ヘッダーの書き込みかコピーの開始がログで分かる場合に限ります。先にボリュームのマウントを解除してください。元と同じ種類とゾーンのディスクをスナップショットから作成し、同じ LUN にアタッチします。ゾーンがなければ `--zone` を省きます。',
    outputs: [{ output: 'ボリュームをマウントできる', means: 'スナップショット時点のデータが戻りました。' }],
  },
  'prove-key-on-copy': {
    title: 'VM の停止前にマネージド ディスクのコピーを開く (デュアル パスはサポートに相談)',
    text: '開いているボリュームを読めるうちに行います。ロックを解除したコピーを持つ修復 VM を作成します。元の VM は変更されません。キーでコピーを開けない場合は、VM を止めないでください。デュアル パスではこの方法を使えないため、停止の前に Azure サポートに相談してください。',
    outputs: [
      { output: 'コピーのロックが解除される', means: 'キーは正しいので、VM の割り当てを解除して起動できます。' },
      {
        output: 'ロックが解除されない',
        means: 'VM を実行したままにし、データを保存して、Azure サポートに問い合わせてください。',
      },
    ],
  },
  'repair-offline': {
    title: '修復 VM でディスクのコピーを確認する (シングル パス、マネージドのみ)',
    text: 'ロックを解除した OS ディスクのコピーを持つ 2 つ目の VM を作成します。Azure CLI の拡張機能 `vm-repair` が必要です。元の VM は変更されません。',
    outputs: [{ output: 'コピーが修復 VM にマウントされる', means: 'ログとファイルを保存できます。' }],
  },
  'enable-again': {
    title: 'もう一度暗号化を要求する',
    text: '同じ要求を新しいシーケンス バージョンで出します。古いバージョンは無視されます。プレースホルダーの箇所にはバージョンまで含むキー暗号化キー (KEK) の URL を入力してください。VM が KEK を使っていない場合にだけ、2 つのオプションを省きます。',
    outputs: [
      {
        output: '30 分以内にメッセージが変わる',
        means: '実行が始まりました。OS ディスクでは、その後何時間もメッセージが変わらないのが正常です。',
      },
      { output: 'すぐに同じエラー', means: '原因が残っています。' },
    ],
  },
  'enable-with-right-vault': {
    title: '正しいキー コンテナーとキーの URL でもう一度要求する',
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
    text: 'OS ディスクより多くのシステムで使え、元に戻せます。この VM の以前の要求が `OS` または `All` だった場合は拒否されます。',
    outputs: [
      { output: 'データの報告が `Encrypted`', means: 'データ ボリュームは暗号化されています。' },
      {
        output: '`Moving from volume type` … `is not allowed`',
        means: '以前の要求が残っています。受け付けられるのは同じ種類か `All` だけです。',
      },
    ],
  },
  'enable-format-all': {
    title: 'データ ディスクをフォーマットして暗号化する',
    text: 'マウント中のデータ ディスクの内容はすべて消去されます。残すものはマウントを解除してください。`UUID` が変わるため `/etc/fstab` を直します。`All` では OS ディスクも暗号化されます。',
    outputs: [
      {
        output: 'データの報告が `Encrypted`',
        means: '新しい空のボリュームを新しい `UUID` でマウントし、データを復元してください。',
      },
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
    title: '暗号化済みの VM をシングル パスに移行する',
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
    title: 'VM と同じリージョンとサブスクリプションにキー コンテナーを作る',
    text: '同じリージョン、同じサブスクリプションで、ディスク暗号化を許可します。',
    outputs: [{ output: '新しいキー コンテナー', means: '次の要求で指定してください。' }],
  },
  'enable-key-version': {
    title: '使用中のキー バージョンを有効にする',
    text: '古いバージョンも、ディスク、スナップショット、バックアップが依存する間は有効でなければなりません。',
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
    outputs: [
      { output: 'シークレットが有効なものの一覧にある', means: 'プラットフォームは次の起動時にキーを渡せます。' },
      {
        output: '削除済みの一覧にない',
        means:
          '消去されたか、もともとありません。キーとシークレットを含むバックアップからだけ戻せます。Azure Backup の運用者に確認してください。',
      },
    ],
  },
  'recover-vault': {
    title: '削除されたキー コンテナーを元に戻す',
    text: '削除されたキー コンテナーは、保持期間内であれば中身ごと元に戻せます。',
    outputs: [
      { output: 'キー コンテナーが再び一覧にある', means: 'キーとシークレットが戻りました。VM を起動してください。' },
      {
        output: '削除済みの一覧にない',
        means:
          '消去されたか、もともとありません。キーとシークレットを含むバックアップからだけ戻せます。Azure Backup の運用者に確認してください。',
      },
    ],
  },
  'recover-key': {
    title: '削除されたキーを元に戻す',
    text: '最初のコマンドは削除済みの一覧です。ディスクの設定が指すキーを指定してください。',
    outputs: [
      { output: 'キーが有効なものの一覧にある', means: '再びディスクのロックを解除できます。' },
      {
        output: '削除済みの一覧にない',
        means:
          '消去されたか、もともとありません。キーとシークレットを含むバックアップからだけ戻せます。Azure Backup の運用者に確認してください。',
      },
    ],
  },
  'grant-application': {
    title: 'アプリケーションにアクセス ポリシーを与える',
    text: 'アクセス ポリシーを使うキー コンテナーの場合です。デュアル パスはアプリケーションとしてサインインし、シークレットの設定とキーのラップを行います。このコマンドは今までの権限を置き換えます。必要なものをすべて指定してください。',
    outputs: [
      { output: 'キー コンテナーのポリシーにアプリケーションがある', means: 'もう一度暗号化を要求してください。' },
      {
        output: '`Cannot set policies to a vault with` … `enable-rbac-authorization`',
        means: 'Azure RBAC を使うキー コンテナーです。代わりにロールを割り当ててください。',
      },
    ],
  },
  'exempt-from-policy': {
    title: 'キー コンテナーをポリシーから除外する',
    text: 'ポリシーの責任者と合意し、除外に期限を付けてください。',
    outputs: [{ output: '除外が一覧にある', means: '数分待ってから、もう一度要求してください。' }],
  },
  'remove-lock': {
    title: '暗号化の間だけロックを外す',
    text: 'ID はロックの一覧に表示されます。暗号化の完了後に、ロックを作成し直してください。',
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
  'restart-windows': {
    title: 'Windows を一度再起動する',
    text: 'ファイルを使用しているプロセスが終了します。先に、開いているものを閉じてください。',
    outputs: [{ output: '再起動後、ファイルが使用されていない', means: 'もう一度暗号化を要求してください。' }],
  },
  'build-vm-from-snapshot': {
    title: 'スナップショットから 2 つ目の VM を作成する',
    text: 'スナップショットのディスクから、今の VM の隣に VM を作成します。今の VM は停止も変更もされません。デュアル パスでは OS ディスクを交換できないため、これが元に戻す方法です。',
    outputs: [
      {
        output: '新しい VM が起動する',
        means: 'データはスナップショット時点のものです。古い VM をあきらめるまで、利用者を移さないでください。',
      },
    ],
  },
  'extend-key-version': {
    title: 'キー バージョンの有効期限を延ばす',
    text: '期限切れのバージョンでもラップ解除はできるため、VM は起動します。ラップはできないため、新しい要求、新しいディスク、キーの変更は失敗します。',
    outputs: [{ output: '`expires` が将来の日時', means: 'もう一度暗号化を要求してください。' }],
  },
  'grant-application-role': {
    title: 'アプリケーションにロールを割り当てる',
    text: 'Azure RBAC を使うキー コンテナーの場合です。そこではアクセス ポリシーは効きません。1 つのロールでシークレットを設定し、もう 1 つでキーをラップします。',
    outputs: [
      { output: '両方のロールの割り当てが一覧にある', means: '数分待ってから、もう一度暗号化を要求してください。' },
    ],
  },
} satisfies Readonly<Record<string, StepWords>>
