import type { SetupWords } from '../types'

export const japaneseSetup: SetupWords = {
  steps: {
    'api-absent': { title: 'API を登録する', why: '利用者本人の権限で Azure を読み取ります' },
    'page-absent': { title: 'ページを登録する', why: '利用者はシングルページ アプリケーションとしてサインインします' },
    'api-identifier': { title: 'API に識別子を付ける', why: 'ページはこの名前で API を要求します' },
    'api-token-version': {
      title: 'バージョン 2 のトークンを求める',
      why: 'サーバーはほかのバージョンを受け入れません',
    },
    'api-scope': { title: 'API にスコープを付ける', why: 'ないとページは何も要求できません' },
    'api-arm-permission': {
      title: 'API に Azure Service Management / user_impersonation を要求させる',
      why: '委任されたアクセス許可です。サインインした本人にできることだけができます',
    },
    'api-arm-consent': {
      title: '全員に代わって同意する (管理者のみ)',
      why: 'しないと一人ひとりに求められ、ユーザーが同意できないテナントでは誰も入れません',
    },
    'api-knows-page': {
      title: 'API にページを信頼させる',
      why: 'ページを事前承認済みかつ既知のクライアントにし、二度求められないようにします',
    },
    'page-redirect': { title: 'リダイレクト URI を登録する', why: 'Entra はこのアドレスにだけ戻します' },
    'page-redirect-type': {
      title: 'リダイレクト URI をシングルページのプラットフォームに移す',
      why: '「Web」ではブラウザーがコードを引き換えられません',
    },
    'page-permission': {
      title: 'ページに API のスコープを要求させる',
      why: 'ページが使うものがポータルに表示されます',
    },
    'api-not-present': {
      title: 'テナントに API のサービス プリンシパルを作成する',
      why: 'トークンは存在するものに対して発行されます',
    },
    'page-not-present': {
      title: 'テナントにページのサービス プリンシパルを作成する',
      why: 'サインインを管理し、確認できるようになります',
    },
  },
  proofs: {
    keep: 'API の資格情報はそのままにします',
    secret: 'API のシークレットを作成する: 値は環境ファイルにだけ書き、どこにも表示しません',
    certificate: '証明書を登録する: 秘密キーはこのコンピューターから出ません',
    federated: 'ワークロードを信頼する: 保管や更新が必要なシークレットがなくなります',
  },
  failures: {
    'az-missing':
      'azure-cli (az) がインストールされていないか、PATH にありません: https://learn.microsoft.com/cli/azure/install-azure-cli',
    'az-signed-out':
      'azure-cli がサインインしていません。az login を実行してください。別のクラウドでは先に az cloud set -n NAME を実行します。',
    'az-denied': '拒否されました。登録にはアプリケーション開発者、同意には管理者のロールが必要です。{detail}',
    'az-unsafe':
      'Windows の azure-cli はコマンド スクリプトです。コマンド インタープリターが解釈する文字 (" % ! ^ & | < >) が引数に含まれています。別の --name、または別の一時フォルダーを使ってください。',
    'az-failed': 'azure-cli が失敗しました: {detail}',
    'several-with-name':
      '「{detail}」という名前の登録が複数あります。正しいもののクライアント ID を環境ファイルに書くか、別の --name を選んでください。',
  },
  problems: {
    'certificate-unusable': '--certificate には、証明書と秘密キーを含む読み取り可能な PEM ファイルを指定してください。',
    'federated-incomplete': '--credential federated には --issuer、--subject、--token-file が必要です。',
    'identity-missing':
      '--credential managed-identity には --identity (ユーザー割り当て ID のクライアント ID) が必要です。',
    'identity-unknown': 'このテナントには、このクライアント ID のマネージド ID がありません。',
  },
  intro:
    'テナント {tenant} ({cloud}) に {user} としてサインインしています。変更するのは Microsoft Entra ID だけで、必ず同意を求めます。',
  askAddress: 'ダッシュボードを開くアドレス (https://…) は?',
  askCredential: 'API の資格情報の種類は? secret、certificate、federated、managed-identity、keep:',
  agree: '実行しますか? y (はい)、n (いいえ)、a (すべて):',
  notAChoice: '「{answer}」は選択肢 {choices} にありません。',
  notAnAddress: '「{answer}」は https のアドレスではありません (http は localhost のみ)。',
  file: '環境ファイル {file} (シークレットの値は伏せています):',
  fileRefused:
    '環境ファイル {file} に書き込めません ({code})。何も変更していません。別の --environment を選んでください。',
  unwritable: '環境ファイル {file} に書き込めませんでした ({code})。',
  proofMissing:
    '{file} に API の資格情報がないため、サーバーは起動しません。--credential に secret、certificate、federated、managed-identity のいずれかを指定してもう一度実行するか、次のいずれかを設定してください: {variables}。',
  proofsSeveral:
    '{file} に API の資格情報が複数あるため、サーバーは起動しません。1 つだけ残してください: {variables}。',
  left: '未実施: {what}。',
  askAdministrator: '管理者はここで全員に代わって同意できます: {url}',
  none: '対話できないため、同意を確認できません。--dry-run で確認するか、--yes ですべてに同意してください。',
  otherCloud:
    'azure-cli は {cloud} とは別のクラウドに設定されています。az cloud set の後に az login を実行してください。',
  existing: '以前の実行が作成した可能性のある登録',
  waiting: '{what}: ディレクトリに見つかりません。再試行します (120 秒中 {seconds} 秒経過)。',
  begunSecret: '作成した可能性があり、ファイルに保存されていないシークレット',
  written: '書き込んだ内容',
  notShown: '書き込んだ内容の一部がディレクトリにまだ反映されていません。次に実行するまで数分お待ちください。',
  orphan: 'シークレット「{label}」を削除する: 環境ファイルに保存されていません',
  orphanLeft: '環境ファイルに保存されていないシークレット「{label}」が API に残っています。次に実行すると削除します。',
  nothing: 'すべて整っています。何も変更していません。',
  done: '完了しました。{file} でサーバーを起動し、次を実行してください: npm run -s doctor -- --registrations --environment {file} {address}',
  partly: 'まだ残っている作業があります。もう一度実行すると続きから行います。',
  dryRunEnd: '何も変更していません。',
}
