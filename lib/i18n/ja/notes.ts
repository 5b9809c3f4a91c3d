import type { notes as english } from '../en/notes'
import type { SameKeys } from '../shape'

export const notes: SameKeys<typeof english> = {
  section: '確認状況',
  acknowledge: '確認済みにする',
  acknowledgeAll: '{count, plural, other {# 台の VM を確認済みにする}}',
  acknowledgedCount: '確認済み {count, plural, other {# 台}}',
  assignee: '担当',
  note: 'メモ',
  withdraw: '取り消し',
  edit: '{name} の確認状況',
  column: '確認状況',
  none: '未確認',
  unknown: '不明',
  unread: '確認状況を読み取れませんでした。',
  partial: '一覧を取得できなかった VM があるため、確認状況の一部が欠けていることがあります。',
  queue: {
    label: '一覧のフィルター',
    since: 'この日時以降の新規',
    now: '今から勤務開始',
    all: 'すべて表示',
    open: '確認済みを非表示',
    hidden:
      '{older, plural, =0 {} other {それ以前の VM # 台を非表示にしています。}}{acknowledged, plural, =0 {} other {確認済みの VM # 台を非表示にしています。}}',
    nothing: 'この一覧に、新規または未確認の VM はありません',
  },
  saving: '保存しています…',
  saved: '保存しました。',
  notSaved: '保存されていません。',
  retry: 'もう一度保存',
  full: '記録の数が上限に達しています。不要になったものを削除してください。',
  changed: '<age></age>に変更',
  changedBy: '<age></age>に {name} が変更',
  conflict: {
    title: '入力している間に、別のユーザーが変更しました。入力した内容はまだ保存されていません。',
    keep: '自分の内容を保存',
    take: '別のユーザーの内容を使用',
  },
}
