import type { report as english } from '../en/report'
import type { SameKeys } from '../shape'

export const report: SameKeys<typeof english> = {
  title: 'ディスク暗号化レポート',
  print: '印刷または PDF として保存',
  lead: '下記の利用者が読み取れる範囲で、これらの仮想マシンのディスク暗号化について分かっていることをまとめています。',
  around: 'ディスク、サイズ、バックアップについて。',
  facts: {
    made: '作成日時',
    by: '利用者',
    tenant: 'テナント',
    filter: 'フィルター',
    noFilter: 'なし (フリート全体)',
    vms: 'VM',
    vmsOf: '{all, number} 台中 {rows, number} 台',
    oldest: '最も古いデータ',
    none: 'なし',
    gaps: '未取得',
    gapsPart: 'インベントリの一部',
    gapsSubscriptions: 'サブスクリプション {count, plural, other {# 件}}',
    gapsVms: 'VM {count, plural, other {# 台}}',
  },
  trend: {
    caption:
      '暗号化を確認済みの VM: {since} に {begin} 台、{until} に {end} 台。すべての VM を読み取れなかった期間では線が途切れます。',
  },
  states: {
    title: '状態',
    hint: '緑は VM 内部が確認したものだけです。「不明」は合計に含まれ、暗号化済みには数えません。',
    state: '状態',
    meaning: '意味',
    vms: 'VM 数',
    share: '割合',
    total: '合計 (不明を含む)',
  },
  causes: {
    title: '原因',
    hint: '各 VM の最も重大な問題です。多い順に並べています。',
    notKnown: '不明: すべての VM を読み取れていません。読み取れた範囲に問題はありません。',
    none: '問題はありません。すべての VM を読み取りました。',
    problem: '問題',
    vms: 'VM 数',
    examples: '待ち時間の長いもの',
  },
  retirement: {
    title: 'Azure Disk Encryption からの移行',
    way: '移行方法',
    meaning: '必要なこと',
    count: 'VM とディスク',
    total: '合計 (判定できないものを含む)',
    blockers: '支障となるもの',
    blocker: '種類',
  },
}
