import type { ui as english } from '../en/ui'
import type { SameKeys } from '../shape'

export const ui = {
  copy: 'コピー',
  copied: 'コピーしました',
  copyFailed: 'コピーが許可されませんでした。テキストを選択してください',
  close: '閉じる',
  acknowledged: '<age></age>に確認済み',
  acknowledgedBy: '<age></age>に {name} が確認済みにしました',
  showMore: 'すべて表示',
  showLess: '折りたたむ',
  shell: 'シェル',
  notRead: '未取得',
  search: '検索',
  nothingFound: '一致するものがありません',
  retry: '再試行',
  invisible: '不可視文字 U+{code}',
  azure: {
    notInFile: 'このファイルには含まれていません。',
    notInFileTitle: 'このファイルには含まれていません',
    codes: 'Azure のエラー コード: {codes}',
    versions: 'このクラウドで使用できる API バージョン: {versions}',
  },
  age: {
    exact: '{time}',
    ago: '{age}前',
    now: '数秒前',
  },
  completeness: {
    label: '読み取りの状況',
    kind: {
      whole: '完了',
      loading: '読み取り中',
      partial: '一部未取得',
      denied: '権限なし',
      failed: '未取得',
      stale: '最新ではない',
    },
    minimum: '件数は下限です。「–」は未取得を表し、0 ではありません。',
    loading: {
      title: '読み取り中です。',
      list: 'どの VM があるかを Azure に問い合わせています。',
      nextTry: '次の試行まで {seconds, number} 秒。',
      trying: '自動的に再試行します。',
      waiting: 'Azure の応答を {seconds, number} 秒待っています。',
      progress: 'VM {all, number} 台中 {read, number} 台を読み取りました。',
    },
    partial: {
      title: '読み取れていないものがあります。',
      vms: '{count, plural, other {VM # 台}}は未取得です。',
      gap: '{scope}: {cause}',
      nothing: '読み取れた範囲には該当がありません。問題がないことを示すものではありません。',
    },
    denied: {
      title: '読み取れる VM がありません',
      text: 'お使いのアカウントには、ここの VM を読み取れるロールがないため、状態は不明です。問題がないことを示すものではありません。',
      help: '不足しているロールを確認',
    },
    failed: { title: '読み取れませんでした。', some: '読み取りは途中で終わりました。' },
    stale: {
      title: '最後まで読み取れたのは<age></age>です。',
      text: 'その後の変化は表示していません。',
      nothing: 'その時点では該当がありませんでした。現在の状態は不明です。',
    },
  },
  data: {
    pips: '{done, number}/{total, number}',
    label: 'データ ディスク {total, number} 台中 {done, number} 台、{state}',
  },
} as const satisfies SameKeys<typeof english>
