import type { SameKeys } from '../shape'
import type { help as en } from '../en/help'

export const help: SameKeys<typeof en> = {
  title: 'ヘルプ',
  lead: 'Sealwatch が示すすべての問題と、Azure Disk Encryption が出力する既知の文を説明します。サインインは不要で、入力した内容はこのブラウザーの外に出ません。',
  search: 'エラーやログの行を貼り付けるか、語句を入力',
  placeholder: '例: Could not unmount /oldroot …',
  searching: '検索中…',
  found: '{count, plural, =0 {見つかりません} other {# 件見つかりました}}',
  searchFailed: 'ヘルプの索引を読み込めませんでした。既知のメッセージは認識できます。',
  known: '既知の文です',
  unknown:
    '既知のメッセージではなく、この語句を含む記事もありません。語句を減らすか、コマンド、エラー コード、設定の名前で試してください。',
  type: {
    problem: '問題',
    cause: '原因',
    step: '手順',
    requirement: '前提条件',
    role: 'ロール',
    message: 'メッセージ',
  },
  reference: {
    title: '前提条件とロール',
    requirements: 'ディスク暗号化に必要なもの',
    roles: '各ロールで実行できる手順',
    source: '出典',
  },
  messages: {
    title: '既知のメッセージ',
    lead: 'Sealwatch が認識する、ディスク暗号化に関する文とコード {count, number} 件について、意味と次の手順を示します。各メッセージは、変わらない語句の部分で示します。',
    origin: {
      'linux-extension': 'Linux の拡張機能から',
      'windows-extension': 'Windows の拡張機能から',
      platform: 'Azure から',
      powershell: 'Azure PowerShell から',
      'azure-cli': 'azure-cli から',
      guest: 'VM の内部から',
    },
  },
  all: 'すべての問題',
  meaning: '意味',
  consequence: '何もしない場合',
  causes: '考えられる原因',
  steps: '手順',
  sources: '出典',
  source: '出典 {number, number}',
  own: '山かっこ内の名前は、お使いの環境の値に置き換えてください。VM のページの「トラブルシューティング」では、名前が自動で入り、原因は VM の根拠の強い順に並びます。',
  back: 'ヘルプの一覧',
  api: 'プログラム向け: API',
  loading: '読み込み中…',
  failed: '文章を読み込めませんでした。',
}
