import type { ui as english } from '../en/ui'
import type { SameKeys } from '../shape'

export const ui = {
  copy: 'コピー',
  copied: 'コピーしました',
  copyFailed: 'コピーが許可されませんでした。テキストを選択してください',
  close: '閉じる',
  showMore: 'すべて表示',
  showLess: '折りたたむ',
  shell: 'シェル',
  notRead: '未取得',
  search: '検索',
  nothingFound: '一致するものがありません',
  retry: '再試行',
  invisible: '不可視文字 U+{code}',
  azure: {
    codes: 'Azure のエラー コード: {codes}',
    versions: 'このクラウドで使用できる API バージョン: {versions}',
  },
  age: {
    exact: '{time}',
    ago: '{age}前',
  },
  data: {
    pips: '{done, number}/{total, number}',
    label: 'データ ディスク {total, number} 台中 {done, number} 台、{state}',
  },
} as const satisfies SameKeys<typeof english>
