import type { StepWords } from '../types'

/** Looking through Azure: nothing is changed. */
export const azureSteps = {
  'show-encryption': {
    title: 'Azure で暗号化の状態を確認する',
    text: 'すべての拡張機能の状態と、すべてのディスクの暗号化設定を並べて表示します。',
    outputs: [
      {
        output: 'ディスクに設定があり、サブステータスが `Encrypted`',
        means: '暗号化設定と報告が一致し、ボリュームは暗号化されています。',
      },
      {
        output: 'ディスクに設定があり、サブステータスがない、または `NotEncrypted`',
        means: '暗号化設定だけでは何も証明されません。信頼する前に VM 内を確認してください。',
      },
    ],
  },
  'check-nothing-runs': {
    title: '暗号化、暗号化解除、キーの変更が実行中でないことを確認し、実行中なら終わるまで待つ',
    text: '貼り付けたテキストは、VM の現在の動作を示しません。すべての拡張機能の状態と、すべてのディスクの暗号化設定を表示します。',
    outputs: [
      {
        output:
          '`EncryptionInProgress` または `DecryptionInProgress`、`transitioning`、`updating`、`creating` のどれかを含むコードか状態、パーセント、または `OS disk encryption started`、`Encrypting`、`Decrypting`、`Restarted extension`、`Attempt #` で始まるメッセージ',
        means:
          '処理は実行中です。状態が変わるまで待ってください。それまで、再起動、停止、要求はしないでください。`VMRestartPending` や `please reboot` を伴う `transitioning` だけは別で、再起動を待っています。',
      },
      {
        output: '`Updating encryption settings`、またはキー ファイルについてのエラー',
        means:
          'キーの変更が実行中か、失敗しています。VM を実行したままにし、すべてのディスクのスナップショットを作成してください。',
      },
      {
        output: '拡張機能の状態がない、またはエージェントが準備できていない',
        means:
          '実行中かどうかは分かりません。OS ディスクのコピー中は、エージェントが何時間も応答しないことがあります。',
      },
      {
        output: 'そのどれもなく、コードが `succeeded` または `failed` だけ',
        means:
          'Azure は実行中の処理を示していません。Windows では VM 内で `manage-bde -status` も実行してください。BitLocker はバックグラウンドで処理します。',
      },
    ],
  },
  'check-still-at-boot': {
    title: 'ブート ログ (Windows は画面) を保存し、起動できないままか確認する',
    text: '起動できない VM の中で暗号化の処理は進みません。Azure の状態は以前のものであることがあります。それを待たず、変更はディスクのコピーだけに行ってください。Windows はログに書かないため、スクリーンショットのアドレスを開きます。',
    outputs: [
      {
        output: 'ログがプロンプトまたは起動のエラーで終わるか、スクリーンショットに表示されている',
        means: '次に進んでください。状態にある処理は、この起動より前のものです。',
      },
      {
        output: 'ログインのプロンプト',
        means: 'システムは起動しています。変更の前に暗号化の状態を確認してください。',
      },
    ],
  },
  'show-power-state': {
    title: 'VM が実行中か確認する',
    text: '拡張機能が動作し報告するのは、VM の実行中だけです。',
    outputs: [
      { output: '`VM running`', means: '最後の報告は最新の可能性があります。' },
      { output: '`VM deallocated` または `VM stopped`', means: '表示されているのは停止前の状態です。' },
    ],
  },
  'show-agent': {
    title: 'VM エージェントの応答を確認する',
    text: 'すべての要求はエージェントを通じて VM に届き、すべての報告はエージェントから届きます。',
    outputs: [
      { output: '`Ready` で、時刻が数分前', means: 'エージェントは正常です。原因は別にあります。' },
      { output: '`Not Ready`、または古い時刻', means: 'VM に何も届きません。先にエージェントを直してください。' },
    ],
  },
  'show-extensions': {
    title: 'VM の拡張機能を一覧表示する',
    text: 'インストール済みの拡張機能と、失敗または処理中のものを確認します。',
    outputs: [
      {
        output: '`Microsoft.Azure.Security` の `AzureDiskEncryption` または `AzureDiskEncryptionForLinux`',
        means: 'Windows または Linux 用の現行の拡張機能です。',
      },
      {
        output: 'ほかの拡張機能が `Creating`、`Updating` または `Failed`',
        means: '先に完了を待つか直してください。同時に動くと互いに妨げます。',
      },
    ],
  },
  'show-this-extension': {
    title: '拡張機能の設定を Azure で確認する',
    text: '設定、プロビジョニング状態、最後の状態をすべて表示します。設定は要求された内容で、実行された証拠ではありません。',
    outputs: [
      {
        output: '`EncryptionOperation` が `EnableEncryption`',
        means: '暗号化が要求されました。待機中、進行中、完了、失敗のどれもありえます。',
      },
      {
        output: '`EnableEncryptionFormatAll`',
        means: '同じ要求で、Linux のデータ ディスクを先にフォーマットします。データは失われます。',
      },
      { output: '`DisableEncryption`', means: '暗号化の解除が要求されました。' },
      {
        output: '`provisioningState` が `Succeeded`',
        means: '要求は受け付けられました。ディスクが暗号化されたという意味ではありません。',
      },
      { output: 'レベル `Error` の状態', means: 'そのメッセージを調べてください。' },
    ],
  },
  'show-recent-changes': {
    title: '過去 7 日間の操作を確認する',
    text: 'アクティビティ ログには、誰が何を変更し、どの要求が拒否されたかが残ります。',
    outputs: [
      {
        output: '失敗と同じ時刻の拡張機能またはディスクの書き込み',
        means: 'その間にほかの変更が VM に加えられました。',
      },
      { output: '何もない', means: '変更がなかったか、ログを読む権限がありません。' },
    ],
  },
  'save-boot-log': {
    title: 'シリアル コンソール ログを保存する (Windows ではスクリーンショットも)',
    text: 'Azure よりはるかに多くの情報があります。OS の暗号化が到達したステップと事前チェックの警告です。VM の「トラブルシューティング」タブにある「VM の中からの根拠」に貼り付けてください。',
    outputs: [
      {
        output: '`[AzureDiskEncryption]` を含む行',
        means: '最後の `MACHINE STATE` が、現在または停止したステップです。',
      },
      {
        output: 'ブート診断が無効というメッセージ',
        means: '次の実行に備えて有効にしてください。今回の実行は確認できません。',
      },
    ],
  },
  'show-disk-settings': {
    title: '各ディスクの暗号化設定を確認する',
    text: 'ディスク暗号化の設定は、ほかの暗号化の設定と並んで、ディスク自体にあり、ディスクを開くシークレットも示します。アタッチされていないディスクについて Azure で分かるのは、これだけです。',
    outputs: [
      {
        output: '`enabled` が true で、シークレットの URL がある',
        means: '暗号化設定があります。中身が暗号化されているかは、VM 内でしか分かりません。',
      },
      { output: '設定がない', means: 'Azure はこのディスクの暗号化を把握していません。' },
      { output: '`EncryptionAtRestWithCustomerKey`', means: '別の種類の暗号化で、併用できません。' },
    ],
  },
  'check-nothing-encrypted': {
    title: '何も暗号化されておらず、暗号化設定もないことを確認する',
    text: 'すべての拡張機能の状態、各ディスクの暗号化設定、デュアル パスが使う VM 自体の暗号化設定を読み取ります。ボリュームの中身は VM 内でしか分かりません。',
    outputs: [
      {
        output: 'ディスクと VM に暗号化設定がなく、`NotEncrypted` かサブステータスなし',
        means: 'VM 内でも確認してください。その後、デュアル パスの拡張機能を削除できます。',
      },
      {
        output: '暗号化設定、または `Encrypted`',
        means: '拡張機能を削除しないでください。暗号化済みのデュアル パスの VM は、シングル パスに移行します。',
      },
    ],
  },
  'show-snapshots': {
    title: '以前のスナップショットを探す',
    text: 'ディスクを元に戻すには、暗号化の開始前に作成したスナップショットまたはバックアップが必要です。',
    outputs: [
      { output: '要求より古い、このディスクのスナップショット', means: '元に戻せます。' },
      { output: 'なし', means: '続ける前に、バックアップ コンテナーに復旧ポイントがあるか確認してください。' },
    ],
  },
  'show-size': {
    title: 'サイズのメモリと世代を確認する',
    text: 'Linux の OS ディスクの暗号化には 8 GB 以上のメモリが必要です。ルート ファイル システムの使用量が 4 GB を超える場合はその 2 倍が必要です。',
    outputs: [
      { output: '`MemoryGB` が 8 未満', means: 'OS ディスクには不足です。完了後にサイズを戻せます。' },
      { output: '`MemoryGB` が 8 以上', means: 'ルート ファイル システムの使用量がその半分を超えなければ十分です。' },
    ],
  },
  'show-vault': {
    title: 'キー コンテナーを要件と照らし合わせる',
    text: 'VM と同じリージョンとサブスクリプション、ディスク暗号化の有効化、論理的な削除、信頼された Microsoft サービスを許可するファイアウォールが必要です。キーは RSA で、有効かつ期限内でなければなりません。',
    outputs: [
      { output: '`forDisks` が true でない', means: 'プラットフォームはこのキー コンテナーをディスクに使えません。' },
      {
        output: '`defaultAction` が `Deny` で、バイパス `AzureServices` がない',
        means: 'ファイアウォールがプラットフォームを遮断しています。',
      },
      { output: 'VM と異なるリージョン', means: 'この VM には使えません。' },
      { output: '`rbac` が true', means: 'アクセスはロールで決まります。アクセス ポリシーは使われません。' },
    ],
  },
  'show-key': {
    title: 'キー暗号化キーを確認する',
    text: '使用中のバージョンは、ディスクが依存する間、有効でなければなりません。期限切れも避けてください。',
    outputs: [
      { output: '`enabled` が false', means: '次の割り当て解除の後、VM はディスクのロックを解除できません。' },
      {
        output: '`expires` が過去',
        means:
          'ロックの解除はできますが、新しい要求とキーの変更は失敗します。早めに期限を延ばすか、キーを変更してください。',
      },
      { output: '種類が `EC`', means: '使えるのは RSA キーだけです。' },
    ],
  },
  'show-secret': {
    title: 'シークレットが残っているか確認する',
    text: 'ディスクのロックを解除するのは、キー コンテナー内のシークレットです。なければ VM は起動しません。タグがあれば、VM とボリュームの名前が分かります。',
    outputs: [
      { output: 'ディスクの設定が指すシークレットが有効', means: 'ディスクのロックを解除できます。' },
      { output: '見つからない', means: 'まず削除済みのシークレットを探してください。' },
    ],
  },
  'show-policies': {
    title: 'キー コンテナーに適用されるポリシーを一覧表示する',
    text: 'キーまたはシークレットに対する効果 `Deny` のポリシーは、ディスク暗号化の書き込みを拒否することがあります。',
    outputs: [
      {
        output: 'シークレットの有効期限またはコンテンツの種類を要求する割り当て',
        means: 'ディスク暗号化のシークレットを拒否します。',
      },
      { output: '該当なし', means: '読み取れる範囲では、ポリシーは原因ではありません。' },
    ],
  },
  'show-locks': {
    title: 'ロックを一覧表示する',
    text: 'VM、ディスク、グループの読み取り専用ロックがあると、プラットフォームは設定を書き込めません。',
    outputs: [
      { output: 'レベル `ReadOnly` のロック', means: '要求の実行中は外す必要があります。' },
      {
        output: '`CanNotDelete` だけ',
        means: '暗号化は実行できます。拡張機能、古いディスク、スナップショットの削除は、ロックがある間は拒否されます。',
      },
    ],
  },
  'show-network-rules': {
    title: '有効なネットワーク規則を確認する',
    text: 'インターフェイスとサブネットの規則を、VM に作用する形でまとめて表示します。',
    outputs: [
      {
        output: '`AzureActiveDirectory` と `AzureKeyVault` を許可する規則より前にある送信の `Deny`',
        means: 'デュアル パスの暗号化が必要な接続先に到達できません。',
      },
      {
        output: '`AzurePlatformIMDS` または `AzurePlatformDNS` への `Deny`',
        means: 'VM がプラットフォーム自体に到達できません。',
      },
    ],
  },
  'show-disk-traffic': {
    title: 'OS ディスクの読み書きを確認する',
    text: 'コピーの動きを外から知る唯一の手掛かりは、直近 1 時間の OS ディスクの読み書き量です。',
    outputs: [
      { output: '読み書きが続いている', means: 'コピーは進行中です。待ってください。VM を再起動しないでください。' },
      {
        output: '30 分以上、読み書きがない',
        means:
          'コピーが終わっている可能性があります。シリアル コンソール ログを確認し、サポートの回答まで VM を実行したままにしてください。',
      },
    ],
  },
} satisfies Readonly<Record<string, StepWords>>
