import type { StoreWords } from '../types'

export const japaneseStore: StoreWords = {
  sides: { source: 'コピー元', target: 'コピー先', file: 'ファイル', database: 'データベース' },
  left: '{count} 行は、このコンピューターの時計でのみ期限切れです。時計が Azure の最新の読み取りより進んでいるため、削除しませんでした。',
  failure: '{side}: {sentence} ({code})',
  failures: {
    off: '履歴はオフです (SEALWATCH_HISTORY)。',
    locked: 'ほかのプログラムがロックしたままです。もう一度実行してください。',
    full: 'ディスクに空きがないか、SEALWATCH_HISTORY_MAX_MB に達しました。',
    'read-only': '書き込めません。',
    unreachable: '接続できないか、ファイルがありません。',
    refused: '接続またはステートメントが拒否されました。',
    'sign-in-refused':
      'サインインが拒否されました。DATABASE_URL のユーザー、パスワード、TLS の設定を確認してください。',
    'not-trusted':
      '証明書が信頼されていないか、有効期間外か、別の名前のものです。認証局を NODE_EXTRA_CA_CERTS に指定するか、証明書を更新するか、証明書の名前を DATABASE_URL に書いてください。',
    'no-tls':
      'TLS 1.2 以降に対応していませんが、DATABASE_URL では TLS が必要です。サーバーで TLS を有効にしてください。sslmode=disable は、このコンピューター内の接続か、SEALWATCH_DATABASE_WITHOUT_TLS を設定した場合だけに使えます。',
    'password-missing': 'パスワードを求められましたが、DATABASE_URL にパスワードがありません。',
    'role-refused': 'DATABASE_URL のロールには、スキーマまたはテーブルの権限が不足しています。',
    'not-owner': 'このロールには許可されていません。テーブルの所有者のロールが必要です。',
    'migration-refused':
      'スキーマがこのプログラムより古く、このロールには変更が許可されていません。テーブルの所有者のロールで npm run -s store -- migrate を実行してください。',
    'file-refused':
      'このユーザーには、ファイルまたはそのフォルダーの読み書きが許可されていません。サーバーと同じユーザーで実行してください。',
    'not-a-folder':
      'フォルダーがあるべき場所にファイルがあります。データベースの場合、その場所は SEALWATCH_DATA_DIR です。',
    'no-database': 'この名前のデータベースはサーバーにありません。作成するか、DATABASE_URL を修正してください。',
    'timed-out': '時間内に応答がありませんでした。',
    'schema-older':
      'スキーマがこのプログラムより古いものです。先にそのデータベースで npm run -s store -- migrate を実行してください。',
    'schema-newer':
      'より新しいバージョンの Sealwatch がマイグレーションを行いました。そのバージョンを使ってください。スキーマは元に戻せません。戻すには、アップグレード前のバックアップを復元してください。',
    'copy-unfinished': 'まだ完了していないコピーです。copy --switch で完了させるか、別のデータベースを使ってください。',
    damaged: '破損しているか、データベースではありません。',
    'driver-missing': 'このマシン用の better-sqlite3 または pg の部品がありません。',
    failed: 'エラーが返されました。',
    'not-empty': 'すでにデータがあります。',
    'in-use': 'サーバー、コレクター、またはほかのプログラムが使用中です。先に停止してください。',
    'same-database': 'コピー元と同じデータベースです。',
    unequal: '書き込んだ内容と一致しません。使用しないでください。',
    'file-exists': 'すでに存在します。別の名前を指定してください。',
    'no-temporary-folder':
      '一時ファイル用のフォルダーに書き込めないか、コピーの空き容量がありません。TMPDIR に別のフォルダーを指定してください。',
    'not-a-backup': 'Sealwatch の完全なバックアップではありません。',
  },
}
