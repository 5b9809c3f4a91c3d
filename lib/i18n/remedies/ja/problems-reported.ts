import type { ProblemWords } from '../types'

/** What clients, boot screens, logs and other services say. */
export const reportedProblems = {
  'boot-waits-for-key': {
    title: 'VM が起動しません: ディスクのロックが解除されないか、見つかりません',
    meaning:
      'ブート画面がパスフレーズを求めているか、ルート デバイスが見つかりません。多くはキー ボリューム、キー コンテナー、カーネル モジュール、ブート ファイルが原因です。',
    consequence:
      'VM は停止したままです。再起動を繰り返しても改善せず、悪化することがあります。データはキー コンテナーのキーで読めます。',
  },
  'bitlocker-recovery': {
    title: 'Windows が BitLocker のキーを求めています',
    meaning:
      '起動時に OS ボリュームのキーを取得できませんでした。ディスク暗号化は回復パスワードを保存しません。キーはキー コンテナーのシークレットです。',
    consequence: 'VM はこの画面のままです。データはキー コンテナーのシークレットで読めます。',
  },
  'no-space-left': {
    title: 'ファイル システムがいっぱいでした',
    meaning: '空きがなく、書き込めませんでした。ディスク、`/boot`、またはメモリ上の小さなシステムのどれかです。',
    consequence: '空きを必要とした手順は失敗しています。',
  },
  'repair-disk-locked': {
    title: '暗号化されたディスクは、そのままでは別の場所で使えません',
    meaning:
      'ロックを解除せずに、別の VM にアタッチまたはマウントしようとしました。これで内容が壊れることはありません。',
    consequence: 'キーでロックを解除するまで、ファイルを読めません。',
  },
  'scale-set-refused': {
    title: 'スケール セットが受け付けられませんでした',
    meaning:
      'このスケール セットのディスク暗号化は、開始前に拒否されました。準備ができていないか、クライアントが古すぎます。',
    consequence: 'インスタンスのディスクは元のままです。',
  },
  'client-request-refused': {
    title: '要求がこの VM に合いません',
    meaning:
      'クライアントが、Entra アプリケーションを使うデュアル パスの要求を送りました。この VM では受け付けられません。',
    consequence: '何も開始されていません。ディスクは元のままです。',
  },
  'site-recovery-refused': {
    title: 'Site Recovery のターゲット リージョンにキーがありません',
    meaning:
      '暗号化された VM のレプリケートには、ターゲット リージョンにキーを持つキー コンテナーが必要ですが、指定されていません。',
    consequence: 'VM または暗号化設定がレプリケートされていません。フェールオーバー後に起動できません。',
  },
  'backup-refused': {
    title: 'Azure Backup にキーを読む権限がありません',
    meaning:
      '暗号化された VM のバックアップには、キーとシークレットも含まれます。このキー コンテナーでは、バックアップ サービスがそれを読めません。',
    consequence: '新しい復旧ポイントは作成されません。古いものから復元すると、現在のキーがないことがあります。',
  },
  'key-update-pending': {
    title: '新しいキーが次回の起動を待っています',
    meaning:
      '新しいパスフレーズはキー コンテナーにありますが、キー ボリュームにはまだありません。実行中の VM は以前のものを使っています。',
    consequence:
      '変更が完了するまで、両方のシークレットが必要です。その前に再起動すると、正しいキーが見つからないことがあります。',
  },
  'precheck-warning': {
    title: '暗号化前のチェックが警告しています',
    meaning: 'OS ディスクの解放を妨げる可能性のあるものが見つかりました。拡張機能はそのまま処理を続けます。',
    consequence: '後でマウントの解除に失敗することがあります。次の実行の前に原因を取り除いてください。',
  },
  'client-fault': {
    title: '失敗したのは VM ではなくクライアントです',
    meaning:
      'Azure CLI または PowerShell が、想定外のフィールドでエラーになりました。ディスクの状態とは関係ありません。',
    consequence: 'このバージョンのクライアントでは、状態を読み取れません。',
  },
  'harmless-log-line': {
    title: '異常に見えますが、異常ではない行です',
    meaning: 'システムのマウントや自身のキー ボリュームについて、拡張機能がどの VM でも書き込む行です。',
    consequence: '影響はありません。',
  },
} satisfies Readonly<Record<string, ProblemWords>>
