import type { SameKeys } from '../shape'
import type { help as en } from '../en/help'

export const help: SameKeys<typeof en> = {
  title: 'ヘルプ',
  lead: 'Sealwatch が示すすべての問題と、Azure Disk Encryption が出力する既知の文を説明します。サインインは不要で、入力した内容はこのブラウザーの外に出ません。',
  search: 'エラーを貼り付けるか、語句を入力',
  placeholder: '例: Could not unmount /oldroot …',
  found: '{count, plural, =0 {見つかりません} other {# 件の問題が見つかりました}}',
  known: '既知の文です',
  unknown: 'この文は一覧にありません。下は語句で検索した結果です。',
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
