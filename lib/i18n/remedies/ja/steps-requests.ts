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
