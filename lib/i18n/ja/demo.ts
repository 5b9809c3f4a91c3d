import type { demo as english } from '../en/demo'
import type { SameKeys } from '../shape'

export const demo: SameKeys<typeof english> = {
  title: 'シミュレートされた Azure によるデモです。',
  text: '実在するものはありません。',
  choose: '3 人のうち 1 人の操作をたどれます:',
  hide: '非表示',
  back: 'ほかの例',
  story: {
    'on-call': '午前 3 時の当番',
    auditor: '監査担当者',
    manager: '管理職',
  },
  step: {
    'call-groups': '「要対応」を開く',
    'call-groupsLook':
      '失敗した VM が原因ごとにまとまっています。グループのすべての VM を確認するコマンドが 1 つずつ付いています。',
    'call-stuck': 'vm-stg-ci-02 を探す',
    'call-stuckLook':
      '2 日前から暗号化中で、停滞の可能性があります。開くと、タイムラインに読み取り結果が、トラブルシューティングに最初の確認事項が表示されます。',
    'call-restart': 'vm-cache-03 を探す',
    'call-restartLook':
      '再起動を待っていましたが、再起動されて暗号化済みになりました。誰が何を要求したかはタイムラインに表示されます。',
    'audit-proof': '確認済みの VM を表示する',
    'audit-proofLook':
      '「暗号化済み」は、拡張機能とディスクが一致していることを意味します。VM を選択すると、根拠とその時刻が 1 つずつ表示されます。',
    'audit-report': 'レポートを開く',
    'audit-reportLook': '合計、例外、読み取れなかったものです。印刷も保存もできます。',
    'audit-export': '一覧をエクスポートする',
    'audit-exportLook':
      '表の上の「エクスポート」で、すべての VM を根拠の時刻とともに Excel、CSV、JSON Lines で保存できます。',
    'manager-curve': '履歴を開く',
    'manager-curveLook':
      '状態別の 30 日間です。空白は、読み取りがなかったことを示し、変化がなかったことを示すものではありません。',
    'manager-way': '「提供終了への対応」を開く',
    'manager-wayLook': 'Azure Disk Encryption は廃止されます。VM ごとに移行方法と、それを妨げるものが表示されます。',
    'manager-link': 'フリートを共有',
    'manager-linkLook':
      '表の上の「共有リンク」で、開いたりコピーしたりできるリンクを作成できます。Azure の権限がない人に、現在のフリートを表示します。',
  },
}
