import type { DoctorWords } from '../types'
import { japaneseDirectoryFindings } from './findings-directory'
import { japaneseServerFindings } from './findings-server'

export const japaneseDoctor: DoctorWords = {
  checks: {
    address: 'アドレス',
    tls: 'TLS 証明書',
    'old-tls': '古いバージョンの TLS',
    http: 'TLS を使わない接続',
    identity: '応答しているのが Sealwatch か',
    alive: 'サーバーと構成',
    database: '履歴のデータベース',
    'server-directory': 'サーバーから Microsoft Entra ID への接続',
    clock: 'サーバーの時計',
    headers: 'セキュリティ ヘッダー',
    bridge: 'サインインから戻るページ',
    proxies: 'サーバーの前にあるプロキシ',
    cloud: 'Azure クラウド',
    tenant: 'テナント',
    arm: 'Azure Resource Manager',
    'page-client': 'ページのアプリ登録',
    redirect: 'リダイレクト URI',
    'client-type': 'リダイレクト URI の種類',
    scope: 'API のスコープ',
    consent: 'アクセス許可と同意',
    'token-version': 'アクセス トークンのバージョン',
    environment: '環境ファイル',
    credential: 'API の資格情報',
  },
  findings: { ...japaneseServerFindings, ...japaneseDirectoryFindings },
  unchecked: {
    'no-connection': '使える応答がありませんでした',
    'plain-http-here': 'このコンピューター上の http アドレスです',
    'plain-http': 'http のアドレスです',
    'own-port': 'アドレスにポート番号があります。TLS なしで開くアドレスは --http-address で指定します',
    'not-known': '応答からはどちらとも言えません',
    'not-sealwatch': 'この環境から、実行中の設定を得られません',
    'server-stopping': 'サーバーは終了処理中です。次のサーバーが起動してから実行してください',
    'history-off': '履歴は無効になっています',
    'entra-not-reached': 'ここからディレクトリに接続できませんでした',
    'arm-not-reached': 'ここから {arm} に接続できませんでした。サーバーについては何も言えません',
    'no-date': 'ディレクトリの応答に日付がありません',
    'forwarding-replaced':
      'プロキシが X-Forwarded-For を置き換えたため数えられません (サーバーが信頼する数は {believed})',
    'client-is-proxy':
      'サーバーがこの要求の送信元アドレスを自分のプロキシのものと見なしています。プロキシではないコンピューターから、そのプロキシを経由せずに実行してください',
    'entra-asks-first': 'Entra はスコープを調べる前にサインインを求めます。--registrations で読み取れます',
    'entra-said-other': 'Entra は先に別のことを答えました (AADSTS{number})',
    'only-registrations-tell': 'アプリ登録だけが示します。--registrations を付けると azure-cli で読み取ります',
    'registrations-unreadable':
      'azure-cli でアプリ登録を読み取れませんでした。インストール、このテナントへのサインイン、読み取り権限を確認してください',
    'registrations-other-tenant':
      'azure-cli はテナント {signedIn} にサインインしています。この環境のテナントは {wanted} です: az login --tenant {wanted}',
    'no-environment-file': '外からは見えません。--environment を付けると、この環境の設定を読みます',
    'credential-only-there': 'マネージド ID は、それを持つコンピューター上でしか試せません',
  },
  notChecked: '未確認',
  seen: '確認した事実',
  cause: '原因',
  next: '次の手順',
  summary: '{address}: 問題 {wrong} 件、正常 {ok} 件、未確認 {unchecked} 件。',
}
