import type { DirectoryFinding } from '@/lib/setup/doctor/codes'
import { said, type FindingWords } from '../types'

export const japaneseDirectoryFindings: Readonly<Record<DirectoryFinding, FindingWords>> = {
  'cloud-mixed': said(
    'サインインは {authority}、Azure Resource Manager は {arm} です。',
    '両者は別のクラウドに属します。一方のトークンは他方では使えません。',
    'SEALWATCH_CLOUD を設定し、2 つのアドレスはそれに任せてください。',
  ),
  'cloud-other': said(
    'テナント {tenant} はクラウド {other} にあります。この環境の設定は {cloud} です。',
    'SEALWATCH_CLOUD がテナントとは別のクラウドを指しています。',
    'SEALWATCH_CLOUD を {other} にし、そこでアプリを登録して再起動してください。',
  ),
  'tenant-unknown': said(
    '{authority} にテナント {tenant} がありません。',
    'SEALWATCH_TENANT のつづりが違うか、サブスクリプションなど別のものの ID です。',
    '次のコマンドの ID を使ってください: az account show --query tenantId',
  ),
  'authority-not-entra': said(
    '{authority} が示す発行者は {issuer} です。',
    'サーバーは自分の機関とテナントのトークンだけを受け入れます。別のものが応答しているか、プロキシが介在しています。',
    'SEALWATCH_AUTHORITY_HOST と SEALWATCH_TENANT を確認してください。',
  ),
  'arm-not-azure': said(
    '{arm} の応答は Azure Resource Manager のものではありません (HTTP {found})。',
    'SEALWATCH_ARM_ENDPOINT が別のホストか、プロキシが代わりに応答しています。',
    'アドレスを SEALWATCH_CLOUD に任せるか、修正してください。',
  ),
  'arm-refused': said(
    '{arm} がメタデータの要求を拒否しています: HTTP {found}。',
    'Azure Resource Manager が要求を制限しているか、障害が発生しているか、このクラウドがこの api-version を提供していません。状態コードの後の文字列は Azure Resource Manager のエラー コードです。',
    '数分待ってから doctor を再実行してください。続く場合は、エラー コードを Microsoft のドキュメントで調べてください。',
  ),
  'arm-other-authority': said(
    '{arm} が求めるサインイン先は {login} ですが、この環境のサインイン先は {authority} です。',
    'ディレクトリと Azure Resource Manager が別のクラウドのものです。',
    'SEALWATCH_AUTHORITY_HOST と SEALWATCH_ARM_ENDPOINT を同じクラウドにするか、どちらも設定しないでください。',
  ),
  'page-unknown': said(
    'テナント {tenant} にアプリケーション {client} がありません (AADSTS700016)。',
    'SEALWATCH_SPA_CLIENT_ID が違うか、SEALWATCH_TENANT が登録のあるテナントと異なるか、登録が削除されています。',
    'ID を登録と比べるか、作成してください: npm run setup:azure',
  ),
  'redirect-unregistered': said(
    '{redirect} は {client} に登録されていません (AADSTS50011)。',
    'アドレスが登録にないか、つづりが違います。スキーム、ホスト、大文字と小文字、スラッシュのすべてが区別されます。',
    'シングルページ アプリケーションとして追加してください: npm run setup:azure -- --address にダッシュボードのアドレスを指定します。',
  ),
  'redirect-not-single-page': said(
    '{redirect} は、シングルページ アプリケーションではなく「Web」として登録されています。',
    'ブラウザーはそこでコードを引き換えられません (AADSTS9002326)。パスワードの後でサインインが止まります。',
    'アドレスを「シングルページ アプリケーション」に移してください。npm run setup:azure が行います。',
  ),
  'scope-resource-unknown': said(
    'テナントに {scope} に応じるものがありません (AADSTS500011)。',
    'API の登録がないか、識別子 api://<クライアント ID> がないか、このテナントにサービス プリンシパルがありません。',
    'SEALWATCH_API_CLIENT_ID と SEALWATCH_API_SCOPE を確認し、npm run setup:azure を実行してください。',
  ),
  'scope-unknown': said(
    'API にスコープ {scope} がありません (AADSTS650053)。',
    'スコープが作成されていないか、無効か、名前が違います。',
    'スコープ access_as_user を作成するか、SEALWATCH_API_SCOPE を実在するものにしてください。',
  ),
  'scope-missing': said(
    'API の登録に有効なスコープ {scope} がありません。',
    'スコープが作成されていないか、無効か、名前が違います。',
    'npm run setup:azure が追加します。',
  ),
  'permission-missing': said(
    'API の登録が Azure Service Management / user_impersonation を要求していません。',
    'この委任されたアクセス許可がないと、誰も自分の権限で API に Azure を読ませることができません。',
    'npm run setup:azure が追加します。同意はその後です。',
  ),
  'consent-missing': said(
    'API が Azure Resource Manager を呼び出すことに、全員に代わる同意がありません (AADSTS65001)。',
    'その場合は一人ひとりに同意が求められ、ユーザーが同意できないテナントでは誰も先に進めません。',
    '管理者が同意してください: npm run setup:azure、またはポータルの「管理者の同意を与えます」。',
  ),
  'page-not-preauthorised': said(
    'API の事前承認済みクライアントと既知のクライアントに、ページ {client} がありません。',
    'スコープへの同意が全員に求められます。API 自身のアクセス許可への同意は、同時には求められません。',
    'npm run setup:azure が追加します。',
  ),
  'token-version-old': said(
    'API の登録はバージョン 1 のアクセス トークンを求めています。',
    'requestedAccessTokenVersion が 2 ではありません。発行者と対象ユーザーが異なるため、サーバーはすべて拒否します。',
    '2 に設定してください。npm run setup:azure が行います。',
  ),
  'api-unknown': said(
    'テナントに API の登録がありません。',
    'SEALWATCH_API_CLIENT_ID が違うか、登録が削除されました。',
    'ID を確認するか、作成してください: npm run setup:azure',
  ),
  'environment-invalid': said(
    'このファイルではサーバーは起動しません: {variables}。',
    'これらの変数がないか、互いに矛盾するか、形式が正しくありません。',
    'それぞれの値は README の表にあります。',
  ),
  'environment-differs': said(
    'この環境はファイルと違う値で動いています: {settings}。',
    '別の環境のファイルか、変更後にサーバーが再起動されていません。',
    'このファイルでサーバーを起動するか、正しいファイルを指定してください。',
  ),
  'secret-wrong': said(
    'Entra がシークレットを拒否しました (AADSTS7000215)。',
    '打ち間違い、別のアプリケーションのもの、または値ではなくシークレット ID が使われています。',
    '新しく作成してください: npm run setup:azure -- --credential secret --renew',
  ),
  'secret-expired': said(
    'シークレットの有効期限が切れています (AADSTS7000222)。',
    'シークレットには期限があり、既定では最長 2 年です。',
    '新しく作成してください: npm run setup:azure -- --credential secret --renew。証明書またはマネージド ID なら不要になります。',
  ),
  'assertion-refused': said(
    'Entra が API の証明書またはトークンを拒否しました (AADSTS{number})。',
    '登録にこの証明書がないか、期限切れか、アプリケーション ID が違います。',
    '証明書を登録にアップロードしてください: npm run setup:azure -- --credential certificate',
  ),
  'federation-unknown': said(
    '登録は、このトークンの発行者とサブジェクトのワークロードを信頼していません (AADSTS{number})。',
    'フェデレーション資格情報がないか、発行者またはサブジェクトのつづりが違います。',
    '両方をトークンと比べてください: npm run setup:azure -- --credential federated',
  ),
  'credential-unusable': said(
    'API の証明書またはトークンのファイルが使えません。',
    'ここでは読めないか、空か、キーが証明書と一致しません。',
    'サーバーを実行するユーザーで、変数が示すファイルを確認してください。',
  ),
  'credential-client-unknown': said(
    'テナントに API のクライアント ID のアプリケーションがありません (AADSTS700016)。',
    'SEALWATCH_API_CLIENT_ID が違うか、SEALWATCH_TENANT が登録のあるテナントと異なるか、そのテナントにサービス プリンシパルがありません。',
    'ID を確認するか、作成してください: npm run setup:azure',
  ),
}
