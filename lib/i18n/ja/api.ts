import type { api as english } from '../en/api'
import type { SameKeys } from '../shape'
import { operations, parameters } from './api-operations'
import { schemas } from './api-schemas'

export const api: SameKeys<typeof english> = {
  title: 'Sealwatch の API',
  about:
    '画面と同じ内容をプログラムに返します。要求はトークンを持つユーザーの権限で読み取り、Azure を変更することはありません。読み取れなかったものは原因とともに不明となり、応答が根拠を超えることはありません。エラーは変わらない `code` を持つデータです。応答に項目が、コードの一覧に値が加わることがあります。知らないものは読み飛ばし、知らない状態は不明として扱ってください。',
  tag: {
    fleet: 'フリート',
    vm: '仮想マシン',
    watches: 'フォロー',
    notes: 'ウェーブと確認済みの記録',
    views: '保存したビュー',
    snapshots: '共有リンク',
    retirement: '提供終了',
    admin: '管理',
    service: 'サービス自体',
  },
  operation: operations,
  parameter: parameters,
  schema: schemas,
  answer: {
    read: '応答。',
    stream: '順に届く JSON Lines。各行が 1 つの JSON 値であるテキストです。スキーマは 1 行のものです。',
    done: '完了しました。',
    unchanged: '手元のドキュメントと同じです。',
    'not-ready': '要求を受けられない状態と、その理由。',
    document: 'ドキュメント。',
    file: 'ファイル。スキーマが 1 行のものである JSON Lines、または CSV です。',
  },
  header: {
    'X-Request-Id': '要求の ID。運用者に伝えるためのものです。',
    'RateLimit-Policy':
      '1 人が何秒間 (`w`) に何回 (`q`) 要求できるか。draft-ietf-httpapi-ratelimit-headers-10 に従います。サーバーのプロセスごとに数えます。',
    RateLimit: '残りの要求数 (`r`) と、すべてが戻るまでの秒数 (`t`)。',
    'Retry-After': '再試行まで待つ秒数。',
    'WWW-Authenticate': '必要なサインイン。クレーム チャレンジの場合は、求めるクレームを含みます。',
    ETag: 'ドキュメントの内容を表す値。',
  },
  security: {
    person: 'ユーザーのサインイン。アプリケーション単独ではアクセスできません。',
    token:
      'この API 用の、ユーザーのアクセス トークン。azure-cli などで取得できます。運用者が許可したアプリケーションのものも使えます。',
    scope: '自分の権限で読み取る',
  },
  page: {
    title: 'API の説明',
    document: 'OpenAPI ドキュメント',
    toc: '内容',
    begin: 'はじめに',
    address: 'このダッシュボードのアドレス:',
    token: '約 1 時間有効な、自分のトークン:',
    allowed:
      'どのプログラムがユーザーの代わりに要求できるかは、運用者が決めます。この環境は、アプリの登録で許可されていれば、`azure-cli` のトークンを受け付けます。',
    notHere:
      'お使いのコンピューター上のプログラムは、自身のページにだけ応答します。ほかのプログラムは、Sealwatch のサーバーの API を利用できます。',
    notAllowed:
      'この環境は、まだ `azure-cli` のトークンを受け付けません。運用者がそのクライアント ID を `SEALWATCH_API_CLIENTS` と、API の事前承認済みアプリケーションに追加する必要があります。',
    fleet: 'フリートを少しずつ受け取る:',
    limits: '制限',
    limit:
      '1 人が 1 分間に要求できるのは {requests} 回です。応答の `RateLimit` ヘッダーに残りの回数が示され、超えると 429 と `Retry-After` が返ります。ほかの人には影響しません。',
    errors: 'エラー',
    errorsLead:
      'エラーはすべて、次のいずれかのコードを持つ JSON です。コードは変わりませんが、文章は変わることがあります。',
    code: 'コード',
    status: '状態コード',
    meaning: '意味',
    again: '再試行',
    retryable: '後で成功する可能性あり',
    notRetryable: '効果なし',
    parameters: 'パラメーター',
    required: '必須',
    inPath: 'パス内',
    inQuery: 'クエリ内',
    inHeader: 'ヘッダー',
    body: '送信する内容',
    answers: '応答',
    noSignIn: 'サインインは不要です。',
    example: '例: {name}',
    schemas: 'スキーマ',
    field: 'フィールド',
    type: '型',
    values: '{count} 個の値',
    fields: '{count} 個のフィールド',
    line: '1 行',
    optional: '省略されることあり',
  },
}
