import type { StepWords } from '../types'

/** Steps after a refusal of ARM. */
export const requestSteps = {
  'show-quota': {
    title: 'リージョンのクォータを確認する',
    text: 'リージョンのサイズ ファミリーごとに、使用量と上限を一覧します。',
    outputs: [{ output: '`CurrentValue` が `Limit` に近い', means: 'クォータが要求に足りません。' }],
  },
  'request-quota': {
    title: 'クォータの引き上げを申請するか、コアを解放する',
    text: 'ポータルの「クォータ」で、メッセージのファミリーとリージョンについて申請します。OS をシャットダウンしただけの VM は、まだコアを使っています。',
    outputs: [{ output: '新しい上限が一覧にある', means: '要求を繰り返してください。' }],
  },
  'choose-other-size': {
    title: '別のサイズ、ゾーン、リージョンを選ぶか、後で再試行する',
    text: 'Azure Disk Encryption が対応するサイズが必要です。ディスクのリージョンとゾーンは変わりません。このために暗号化された VM を削除しないでください。',
    outputs: [{ output: '`az vm list-skus` に制限なしでサイズがある', means: 'そこで要求できます。' }],
  },
  'find-resource': {
    title: 'リソースを名前で探す',
    text: 'メッセージの名前をコマンドに入れます。検索するのは 1 つのサブスクリプションなので、ほかでも繰り返します。',
    outputs: [
      { output: '別のグループまたは種類の ID', means: 'この ID の名前で要求を繰り返してください。' },
      { output: '空の一覧', means: 'このサブスクリプションにないか、読み取る権限がありません。' },
    ],
  },
  'show-subscriptions': {
    title: '呼び出し元のサブスクリプションを一覧する',
    text: '`az account list --all --output table` または `Get-AzSubscription` は、サインインしたアカウントに見えるものを、テナントと状態とともに一覧します。',
    outputs: [
      { output: 'サブスクリプションがない', means: 'アカウントにロールがないか、別のテナントにあります。' },
      { output: '`Disabled` または `Warned`', means: '有効にするまで、Azure は変更を受け付けません。' },
    ],
  },
  'sign-in-to-tenant': {
    title: 'サブスクリプションのテナントにサインインする',
    text: 'メッセージまたはサブスクリプションの一覧にあるテナントを、`az login --tenant` または `Connect-AzAccount -Tenant` に指定します。変わるのはクライアントのサインインだけです。',
    outputs: [{ output: 'サブスクリプションが一覧にある', means: '要求を繰り返してください。' }],
  },
  'enable-subscription': {
    title: 'サブスクリプションを再び有効にする',
    text: 'アカウント管理者または課金アカウントの所有者だけが、ポータルの「サブスクリプション」で実行できます。キー コンテナーとキーは残してください。暗号化された VM の起動に必要です。',
    outputs: [{ output: '状態が `Enabled`', means: '要求を繰り返してください。' }],
  },
  'wait-for-request-limit': {
    title: 'Azure が要求を再び受け付けるまで待つ',
    text: '応答が示す秒数だけ待ち、要求を 1 回送ります。試行を重ねると制限が長引きます。',
    outputs: [{ output: '要求が受け付けられた', means: 'ツールの要求の間隔を長くしてください。' }],
  },
  'register-provider': {
    title: 'リソース プロバイダーを登録する',
    text: 'メッセージの名前空間を、サブスクリプションごとに 1 回登録します。',
    outputs: [{ output: '`Registered`', means: '要求を繰り返してください。' }],
  },
  'grant-azure-role': {
    title: '足りないアクションを含むロールを呼び出し元に割り当てる',
    text: 'メッセージに、呼び出し元の `object id`、アクション、スコープが示されています。拡張機能には VM の `Virtual Machine Contributor` で足ります。キー コンテナーでは、そのスコープで割り当てます。',
    outputs: [
      { output: 'ロールの割り当てが一覧にある', means: '数分待ち、サインインし直してから要求を繰り返してください。' },
    ],
  },
} satisfies Readonly<Record<string, StepWords>>
