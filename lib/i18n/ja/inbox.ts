import type { SameKeys } from '../shape'
import type { inbox as en } from '../en/inbox'

export const inbox: SameKeys<typeof en> = {
  needs: {
    title: '要対応',
    summary: '{vms, plural, other {# 台}}の VM、{groups, plural, other {# グループ}} (各グループ内は待ち時間の長い順)',
    none: {
      title: '対応待ちの VM はありません',
      text: '読み取れた VM のうち、再起動、修復、判断を待つものはありません。読み取れなかった VM はフリートに「不明」として表示されます。',
    },
  },
  causes: {
    title: '原因',
    summary: '{groups, plural, other {# 件}}の問題、{vms, plural, other {# 台}}の VM (多い順)',
    none: {
      title: '読み取れた VM に問題はありません',
      text: '読み取れなかった VM は含まれません。フリートに「不明」として表示されます。',
    },
  },
  need: {
    restart: { title: '再起動', state: '再起動して OS の暗号化を完了する' },
    fix: { title: '修復', state: '暗号化に失敗' },
    decide: { title: '判断', state: '暗号化設定と報告が食い違っています' },
    look: { title: '確認', state: '停滞の可能性' },
  },
  groups: 'グループ',
  count: '{count, plural, other {# 台}}',
  more: '{names} ほか {count, number} 台',
  soFar: 'フリートを読み取り中です。今後増えることがあります。',
  gaps: '読み取れなかったものは数えていません: フリートの {count, plural, other {# か所}}。',
  table: {
    label: 'このグループの VM',
    select: '{name} を選択',
    all: 'すべて選択',
    vm: 'VM',
    subscription: 'サブスクリプション',
    state: '状態',
    for: '継続時間',
    since: '最初に確認した日時',
    unknown: '不明',
    message: 'メッセージ',
    evidence: '根拠',
    limited: '先頭の {count, number} 台を表示しています。エクスポートする一覧にはすべて含まれます。',
  },
  restart: {
    title: '選択した VM のコマンド',
    hint: 'Sealwatch は Azure を変更しません。ご自身で実行してください。',
    none: 'VM を 1 台以上選択してください。',
    before:
      '再起動の前に、各 VM で次の点を確認してください: ブート診断が有効であること、キー コンテナーに到達できること、24 時間以内のバックアップまたはスナップショットがあること。「トラブルシューティング」タブで確認できます。',
    label: '再起動コマンド',
  },
  remedy: '共通の対処',
  guide: '{name} の手順を開く',
  help: '説明の全文を読む',
  openFleet: 'フリートで表示',
  export: 'この一覧をエクスポート (CSV)',
  exported: '一覧を {file} として保存しました。',
}
