import type { operations as englishOperations, parameters as englishParameters } from '../en/api-operations'
import type { SameKeys } from '../shape'

export const operations = {
  readFleet: {
    summary: 'フリートを読み取る',
    about:
      '読み取れるすべての VM を JSON Lines で返します。1 行が 1 つのイベントで、分かり次第届きます。行は `key` ごとの上書きで、VM の最後の行が有効です。読み取れなかった部分は `gap` となり、その VM は不明です。ストリームは必ず 1 つの `end` または `failure` で終わり、どちらもない場合は途中で切れています。名前の付いた読み込みは接続が切れても 10 秒間残ります。同じ `load` と、受け取った行数の `after` を付けて要求すると続きが届きます。`limit` を付けると少しずつ届き、最後の応答の最終行が `end` または `failure` です。',
  },
  stopFleet: {
    summary: '読み込みを止める',
    about: '名前の付いた自分の読み込みをすぐに終わらせます。読み込みがなくても応答は同じです。',
  },
  readFleetHistory: {
    summary: 'フリートの履歴を読み取る',
    about:
      '現在読み取れる VM について、等間隔の時点ごとに各状態の VM 数を返します。その時点の前後に誰も確認していない VM は、どの数にも含まれません。',
  },
  readVm: {
    summary: 'VM を読み取る',
    about:
      '1 つの VM を今読み取り、判定、根拠、問題、Azure が返した JSON を返します。存在しない VM と、読み取る権限のない VM の応答は同じです。',
  },
  readScaleSetInstance: {
    summary: 'スケール セットのインスタンスを読み取る',
    about: '均一スケール セットのインスタンスについて、同じ内容を返します。',
  },
  readVmHistory: {
    summary: 'VM の観測履歴を読み取る',
    about:
      '記録されている VM のすべての観測を、その VM を現在読み取れる人に返します。履歴がない場合は `failure` が理由を示し、今回の観測だけが含まれます。',
  },
  readVmTimeline: {
    summary: 'VM のタイムラインを読み取る',
    about:
      '状態の推移と空白、Azure の記録による要求とその実行者、作業の進み具合と残り時間の目安を返します。確認できなかったものは、必要なロールとともに示します。',
  },
  troubleshootVm: {
    summary: 'VM のトラブルシューティング',
    about:
      'VM の周辺を読み取り、根拠に裏付けられたものから順に並べた原因、コマンド付きの手順、暗号化が成功するかどうかを返します。',
  },
  troubleshootVmWithLog: {
    summary: 'ログを使った VM のトラブルシューティング',
    about: '送信したログも合わせて判断します。ログは読み取りと判断の後に破棄され、何も変更されません。',
  },
  listWatches: { summary: 'フォロー中のものを一覧表示', about: '自分のフォローと、使用できる Webhook を返します。' },
  putWatch: {
    summary: 'VM またはビューをフォロー',
    about: 'フォローを始めるか、その VM またはその名前のビューのフォローを変更します。VM は読み取れるものに限ります。',
  },
  changeWatches: {
    summary: 'すべてのフォローを変更',
    about: 'フォロー中のすべてを一度にミュートまたは変更します。省略した項目は変わりません。',
  },
  changeWatch: {
    summary: 'フォローを変更',
    about: '1 つのフォローをミュートまたは変更します。省略した項目は変わりません。',
  },
  endWatch: { summary: 'フォローを終了', about: '自分のフォローを 1 つ終了します。' },
  listNotices: {
    summary: '起きたことを一覧表示',
    about:
      'フォロー中で、現在読み取れる VM に起きたことを、新しい順に最大 50 件返します。次は `newest` を `after` に指定してください。',
  },
  listNotes: {
    summary: 'ウェーブと確認済みの記録を一覧表示',
    about:
      '現在読み取れる VM とディスクについて、テナントのユーザーが記録したものと、自分が作成したウェーブを返します。それ以外のものは、名前も数も含まれません。',
  },
  putNotes: {
    summary: 'VM をウェーブに移動、または確認済みにする',
    about:
      '最大 100 件の VM またはディスクに、同じ内容を記録します。すべてに記録するか、まったく記録しないかのどちらかです。それぞれについて、編集前に読み取ったバージョンを送信してください。現在のバージョンと異なるものがあれば `version-conflict` を返し、何も変更しません。',
  },
  putWave: {
    summary: 'ウェーブを作成または変更',
    about: '作成する場合は新しい ID を指定してください。読み取れない VM のウェーブは、存在しないものとして扱います。',
  },
  endWave: {
    summary: 'ウェーブを削除',
    about: '読み取れる VM とディスクをウェーブから外し、ほかに何も残らなければウェーブを削除します。',
  },
  listViews: {
    summary: '保存したフリートのビューを一覧表示',
    about:
      '自分のビューと、テナントのユーザーが共有しているビューを返します。ビューに VM のデータは含まれません。含まれるのは、フィルター、列、並べ替え、検索文字列だけです。',
  },
  putDefaultView: {
    summary: '既定のビューを選択',
    about:
      'フリートの URL にクエリがないときに開くビューです。自分のビュー、または共有されているビューから選びます。`null` の場合は、なしにします。',
  },
  putView: {
    summary: 'ビューを作成または変更',
    about:
      '作成する場合は新しい ID を指定してください。ビューを変更できるのは作成者だけです。ほかのユーザーからは、存在しないものとして扱います。',
  },
  removeView: {
    summary: 'ビューを削除',
    about:
      'ビューを削除できるのは作成者だけです。既定のビューにしていたほかのユーザーには、フィルターなしのフリートが表示されます。',
  },
  listSnapshots: {
    summary: '自分の共有リンクを一覧表示',
    about: '作成したリンクとその経過を返します。運用者がリンクを許可していない環境では、ここには何もありません。',
  },
  previewSnapshot: {
    summary: '共有リンクをプレビュー',
    about: 'リンクが示す内容を読み取り、下書きとしてしばらく保持します。リンクはこの内容だけを示します。',
  },
  publishSnapshot: {
    summary: '共有リンクを作成',
    about: '下書きへのリンクを作成します。トークンはこの応答にだけ含まれます。',
  },
  revokeSnapshot: {
    summary: '共有リンクを取り消す',
    about: '自分のリンクを 1 つ、すべてのサーバーですぐに無効にします。',
  },
  openSnapshot: {
    summary: '共有リンクを開く',
    about:
      'リンクが示す内容を、トークンを持つ人にサインインなしで返します。期限切れ、取り消し済み、存在しないトークンの応答はすべて同じです。',
  },
  readRetirement: {
    summary: 'Azure Disk Encryption からの移行に必要な情報を読み取る',
    about:
      'Azure Disk Encryption を使う VM の周辺にあるサイズ、機能、ディスク、バックアップ、所属を返します。本文を送るために POST を使いますが、何も変更しません。読み取れなかったものは理由とともに不明となります。',
  },
  readAdminStatus: {
    summary: '環境の状況を読み取る',
    about:
      'バージョン、機密情報を除いた構成、保存先、コレクター、認識できないメッセージを返します。管理者以外には、このアドレスは存在しません。',
  },
  listAuditLog: {
    summary: '監査ログを一覧表示',
    about: '誰が何をしたかを新しい順に返します。次のページは `next` を `before` に指定してください。管理者用です。',
  },
  readAuditLogFile: {
    summary: '監査ログをファイルで読み取る',
    about: '同じ内容をファイルで返します。取得したことも記録されます。管理者用です。',
  },
  readSession: {
    summary: '利用できるページを確認する',
    about: 'この環境の管理者であるかどうかを返します。Azure での権限とは関係ありません。',
  },
  endSession: {
    summary: 'サインアウトする',
    about:
      'このトークンは以後拒否されます。サーバーがデータベースを共有している場合は、すべてのサーバーに 1 秒以内に反映されます。利用者に関する情報はメモリに残りません。ほかに取得したトークンは期限まで有効です。ディレクトリでのサインインには影響しません。',
  },
  readApiDescription: {
    summary: 'この説明を読み取る',
    about: 'この環境の OpenAPI ドキュメントです。同じバージョンは常に同じ内容を返します。',
  },
  readDeployment: {
    summary: '環境の設定を読み取る',
    about: 'サインインの前にプログラムが知る必要のある、環境の情報です。機密情報は含まれません。',
  },
  isAlive: { summary: 'サーバーは動作しているか', about: 'プロセスが応答します。ほかへの問い合わせは行いません。' },
  isReady: {
    summary: 'サーバーは準備ができているか',
    about: '要求を受けられるかどうかと、動作していないものそれぞれのコードを返します。',
  },
} as const satisfies SameKeys<typeof englishOperations>

export const parameters = {
  subscription: 'サブスクリプションの ID。',
  group: 'リソース グループの名前。',
  vm: 'VM の名前。',
  scaleSet: 'スケール セットの名前。',
  instance: 'セット内のインスタンスの ID。',
  watch: 'フォローの ID。',
  wave: 'ウェーブの ID。',
  savedView: 'ビューの ID。',
  seenVersion: '編集前に読み取ったバージョン。',
  snapshot: 'リンクの ID。リンクの一覧にあるもので、トークンではありません。',
  subscriptions: '対象とするサブスクリプション。1 つにつき 1 回指定します。省略するとすべてを読み取ります。',
  fresh: '`true` の場合、前回の読み取りが新しくても、すべての VM を読み取り直します。',
  load: '読み込みの名前。自分で作った新しい GUID です。接続が切れた後に続けるとき、少しずつ受け取るときに必要です。',
  stopLoad: '読み込みの名前。',
  linesAfter: '名前の付いた読み込みのうち、すでに受け取った行数。',
  lines: 'この応答の最大行数。`load` と一緒にだけ使えます。',
  hours: 'さかのぼる時間数。',
  noticesAfter: '最後に確認した通知の番号。',
  auditEventKinds: '対象とする記録の種類。1 つにつき 1 回指定します。',
  auditPerson: '対象とする人のオブジェクト ID。',
  auditFrom: 'この時刻以降。',
  auditTo: 'この時刻以前。',
  historyBefore: 'これより古い観測だけ。前のページの `next` です。',
  auditBefore: 'これより小さい番号の記録だけ。前のページの `next` です。',
  auditLimit: '記録の最大数。',
  auditFormat: 'ファイルの形式。',
  ifNoneMatch: '手元にあるドキュメントの `ETag`。',
} as const satisfies SameKeys<typeof englishParameters>
