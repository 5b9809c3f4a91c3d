import type { StepWords } from '../types'

/** Waiting, deciding, and proving. */
export const decidingSteps = {
  'wait-for-os-copy': {
    title: 'OS ディスクのコピーを待つ',
    text: 'ストック イメージでは 3 ～ 16 時間かかります。その間、メッセージは変わらず、SSH は使えません。VM を再起動しないでください。OS ディスクが壊れることがあります。',
    outputs: [
      { output: 'OS ディスクのメトリックで読み書きが続いている', means: 'コピーは進行中です。' },
      {
        output: '30 分を超えてディスクの動きがなく、エージェントも応答しない',
        means: 'シリアル コンソール ログを保存し、到達したステップを確認してください。VM は再起動しないでください。',
      },
    ],
  },
  'wait-for-data-copy': {
    title: 'データ ボリュームを待つ',
    text: 'ボリュームは 1 つずつ暗号化されます。数テラバイトのディスクでは数日かかることがあります。',
    outputs: [
      { output: 'パーセントまたはカウンターが進む', means: '進行中です。' },
      { output: 'どちらも 2 時間動かない', means: '拡張機能のログを確認してください。' },
    ],
  },
  'wait-for-operation': {
    title: '実行中の操作の完了を待つ',
    text: '実行中に 2 つ目の要求を出すと、拒否されるか、両方とも失敗します。',
    outputs: [{ output: 'プロビジョニング状態が `Succeeded` または `Failed` になる', means: '次の要求を出せます。' }],
  },
  'wait-for-decryption': {
    title: '暗号化解除を待つ',
    text: 'VM を実行したままにしてください。Linux では、中断した暗号化解除は自動では再開しません (ソース コードからの推定)。',
    outputs: [{ output: '報告が `NotEncrypted` になる', means: 'ここで初めて拡張機能を削除できます。' }],
  },
  'wait-for-agent': {
    title: 'エージェントを数分待つ',
    text: '起動後、エージェントが報告するまで最大 15 分かかることがあります。',
    outputs: [{ output: 'エージェントが `Ready` になる', means: 'VM を読み直してください。報告は最新です。' }],
  },
  'nothing-to-do': {
    title: 'この項目への対応は不要です',
    text: '異常に見えますが、異常ではありません。VM はそのままにしてください。',
    outputs: [],
  },
  'redeploy-from-stock-image': {
    title: 'サポートされるストック イメージから新しい VM を作り、データを移す',
    text: 'サポートされるリリースのイメージから VM を作成し、先に暗号化してから、インストール、カスタマイズ、データの移動を行ってください。データを確認するまで、元の VM とキーを残します。',
    outputs: [],
  },
  'use-encryption-at-host': {
    title: 'ホストでの暗号化に移行する',
    text: 'ゲストにエージェントもキーも不要です。ADE は 2028 年 9 月 15 日に廃止されるため、今後はこの方法を使います。一度でもディスク暗号化を使った VM やディスクは切り替えられません。アップロードで新しいディスクにデータをコピーし、新しい VM を作成します。',
    outputs: [],
  },
  'choose-one-encryption': {
    title: '暗号化の種類を 1 つ選ぶ',
    text: 'ゲストでのディスク暗号化は、ホストでの暗号化、カスタマー マネージド キーのディスク暗号化セット、機密 OS ディスクと併用できません。すでに保護しているものを残してください。',
    outputs: [],
  },
  'request-unsupported': {
    title: 'この VM では暗号化を要求しない (非対応のため)',
    text: 'ゲストでのディスク暗号化は、ホストでの暗号化と併用できず、エフェメラル OS ディスクや機密 VM の OS ディスクを暗号化できません。すでに VM を保護しているものを残してください。',
    outputs: [],
  },
  'rebuild-linux-vm': {
    title: 'Linux VM を作り直す',
    text: '暗号化された Linux の OS ディスクの暗号化は解除できません。新しい OS ディスクで VM を作成し、データとサービスを移してください。',
    outputs: [],
  },
  'report-message': {
    title: '未知のメッセージを報告する',
    text: 'このページの報告からは、機密情報と名前が取り除かれています。このダッシュボードの運用者に渡すと、次から認識できるようになります。',
    outputs: [],
  },
  'ask-support': {
    title: 'Azure サポートに問い合わせる',
    text: 'メッセージ、シリアル コンソール ログ、拡張機能のログ、要求の時刻 (UTC) を伝えてください。',
    outputs: [],
  },
  'read-status-again': {
    title: '状態を読み直す',
    text: 'エージェントは数分ごとに報告します。変化が表示されるまで同じだけかかることがあります。',
    outputs: [
      { output: '両方のボリュームが期待どおりで、メッセージが完了の文', means: '成功です。' },
      { output: '前と同じメッセージ', means: '5 分待ってから、次の原因を確認してください。' },
    ],
  },
  'watch-boot': {
    title: 'VM の起動を確認する',
    text: 'ディスクのロックが解除され、システムが起動するかを、シリアル コンソール (Windows ではスクリーンショット) で確認できます。',
    outputs: [
      { output: 'ログイン プロンプト', means: 'VM は暗号化されたディスクから起動しました。' },
      {
        output: 'パスフレーズの入力、または緊急シェル',
        means: 'キーが見つかりません。キー コンテナーとシークレットを確認し、再起動を繰り返さないでください。',
      },
    ],
  },
  'verify-inside': {
    title: 'VM 内で確認する',
    text: 'VM の内容と Azure の表示を比べてください。',
    outputs: [
      {
        output: '`crypt` または `Fully Encrypted` (日本語版では「暗号化された割合」が 100%)',
        means: 'ボリュームは暗号化されています。',
      },
      { output: 'それ以外', means: '暗号化されていないか、まだ完了していません。' },
    ],
  },
  'verify-vault': {
    title: 'キー コンテナーをもう一度確認する',
    text: 'キー コンテナーの設定が有効になるまで数分かかることがあります。',
    outputs: [{ output: '変更した設定', means: 'もう一度要求できます。' }],
  },
  'keep-vm-running': {
    title: 'VM を実行したままにする',
    text: '再起動、停止、サイズ変更を行わず、自動シャットダウンなどの計画停止も止めてください。実行中はボリュームが開いたままですが、再起動後は開けなくなることがあります。',
    outputs: [],
  },
  'other-problem-first': {
    title: '先に重大な問題に対処する',
    text: '読み取った状態では、この対処の次の手順は安全ではありません。一覧の先頭の問題を解決してから、VM を読み直してください。',
    outputs: [],
  },
} satisfies Readonly<Record<string, StepWords>>
