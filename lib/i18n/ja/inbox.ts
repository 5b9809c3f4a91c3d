import type { SameKeys } from '../shape'
import type { inbox as en } from '../en/inbox'

export const inbox: SameKeys<typeof en> = {
  needs: {
    title: '要対応',
    summary:
      '{least, select, yes {少なくとも } other {}}{vms, plural, other {# 台}}の VM、{groups, plural, other {# グループ}} (区分ごとに台数の多い順、同数なら待ち時間の長い順)',
    none: {
      title:
        '{vms, plural, =0 {読み取れる範囲に VM は存在しません} other {読み取れる VM # 台の中に、対応が必要な VM はありません}}',
      text: 'この一覧は、最後に読み取った時点で完全です。再起動、修復、判断を待つ VM はありません。',
    },
  },
  causes: {
    title: '原因',
    summary:
      '{least, select, yes {少なくとも } other {}}{groups, plural, other {# 件}}の問題、{vms, plural, other {# 台}}の VM (多い順)',
    none: {
      title:
        '{vms, plural, =0 {読み取れる範囲に VM は存在しません} other {読み取れる VM # 台の中に、問題のある VM はありません}}',
      text: 'この一覧は、最後に読み取った時点で完全です。',
    },
  },
  need: {
    restart: { title: '再起動', state: '再起動して OS の暗号化を完了する' },
    fix: { title: '修復', state: '暗号化に失敗' },
    decide: { title: '判断', state: '暗号化設定と報告が食い違っています' },
    check: { title: '確認', state: '停滞の可能性' },
  },
  groups: 'グループ',
  count: '{count, plural, other {# 台}}',
  more: '{names} ほか {count, number} 台',
  table: {
    label: 'このグループの VM',
    select: '{name} を選択',
    all: 'すべて選択',
    vm: 'VM',
    subscription: 'サブスクリプション',
    state: '状態',
    for: '継続時間',
    since: '初回確認日時',
    unknown: '不明',
    message: 'メッセージ',
    evidence: 'データの古さ',
    limited: '先頭の {count, number} 台を表示しています。エクスポートする一覧にはすべて含まれます。',
  },
  selection: {
    button: 'コマンド',
    status: '暗号化の状態を読み取る',
    restart: '再起動待ちの VM を再起動する',
    waiting:
      '選択した {all, number} 台のうち {count, number} 台が再起動を待っています。実行中の処理が再起動で終了することがあるため、ほかの VM はコマンドに含まれません。',
    instances: '対象外: スケール セットのインスタンス {count, number} 台 (これらのコマンドでは読み取れません)。',
  },
  restart: {
    title: '選択した VM のコマンド',
    hint: 'Sealwatch は Azure を変更しません。ご自身で実行してください。',
    none: 'VM を 1 台以上選択してください。',
    covers: '選択した VM {count, plural, other {# 台}}を再起動します。',
    incomplete:
      'この一覧は完全ではありません。すべての VM を読み取れていないため、ここにない VM はコマンドにも含まれません。',
    comment: '一覧は不完全: すべての VM を読み取れていません',
    before:
      '再起動の前に、各 VM で次の点を確認してください: ブート診断が有効であること、キー コンテナーに到達できること、24 時間以内のバックアップまたはスナップショットがあること。「トラブルシューティング」タブで確認できます。',
    label: '再起動コマンド',
  },
  back: 'すべてのグループ',
  oldest: '最長: {age}',
  sharedMessage: '{count, plural, =1 {この VM のメッセージ} other {# 台の VM に共通のメッセージ}}',
  sharedSteps: 'このグループのすべての VM に共通の確認',
  commandFor: '{count, plural, =1 {この VM} other {# 台の VM すべて}}のためのコマンドです。読み取りだけを行います。',
  ownSteps: '変更の手順は VM ごとに異なります。各 VM のガイドを開いてください。',
  guide: '{name} の手順を開く',
  help: '説明の全文を読む',
  openFleet: 'フリートで表示',
  export: 'この一覧をエクスポート (CSV)',
  exported: '一覧を {file} として保存しました。',
}
