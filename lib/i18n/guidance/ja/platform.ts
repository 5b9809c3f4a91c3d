import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const readBeside = 'この値と並んで示されるメッセージを読みます。'
const guestCheckStep = '詳細な状態 (Linux) か、VM 内の `manage-bde -status` (Windows) で判断します。'

/** What agent, host, ARM and PowerShell say themselves. */
export const platform = {
  'agent-invalid-status': {
    meaning: 'VM エージェントが拡張機能のステータス ファイルを読めませんでした。ディスクについては何も分かりません。',
    next: [
      '次のステータスを待ちます。ファイルが書き込みの途中だった可能性があります。',
      '続く場合は、VM の空き容量と拡張機能の `status` フォルダーを確認します。',
    ],
  },
  'agent-no-status-file': {
    meaning:
      '拡張機能のステータスがないため、VM エージェントが代わりに報告しています。ディスクについては何も分かりません。',
    next: ['有効化がまだ実行されていないことがあるため、数分待ちます。', steps.readLog],
  },
  'agent-status-truncated': {
    meaning:
      'ステータス ファイルが 128 KB を超えたため、エージェントがメッセージを切り詰めました。原因は失われた部分にあるかもしれません。',
    next: ['当面はコードと詳細な状態で判断します。', steps.readLog],
  },
  'agent-unavailable': {
    meaning:
      'VM エージェントの準備ができておらず、ARM に見える拡張機能の情報は古いか欠けている可能性があります。ディスクについては何も分かりません。',
    next: [
      '作成や起動の直後なら、数分待ちます。',
      'それ以外の場合は、エージェントを起動または修復し、VM から Azure Storage に接続できることを確認します。',
    ],
  },
  'agent-not-responding': {
    meaning:
      'VM エージェントからの報告がしばらくありません。Linux の OS ディスクの暗号化中は、数分なら正常です (推定)。',
    next: [
      'OS の暗号化中は、VM に手を加えないでください。',
      'それ以外の場合は、VM の停止やハングをブート診断で確認します。',
    ],
  },
  'agent-ready': {
    meaning: 'VM エージェントは動作しています。暗号化については何も示しません。',
    next: ['ここでの対処は不要です。拡張機能のステータスを読みます。'],
  },
  'agent-handler-ready': {
    meaning: '拡張機能は VM にインストールされ、動作可能です。暗号化については何も示しません。',
    next: ['拡張機能の進行状況メッセージと詳細な状態を読みます。'],
  },
  'agent-handler-notready': {
    meaning:
      'エージェントが拡張機能をインストールまたは有効にできませんでした。これで暗号化が解除されることはありません。',
    next: [readBeside, 'エージェントが新しく、オペレーティング システムがサポート対象であることを確認します。'],
  },
  'agent-handler-installing': {
    meaning: '拡張機能をインストールしています。ディスクの状態については何も分かりません。',
    next: ['最初のステータスを待ちます。'],
  },
  'agent-handler-unresponsive': {
    meaning:
      'エージェントが拡張機能のハートビートを受け取っていません。ADE はもともと送らないため、この値だけでは障害といえません。',
    next: [readBeside, 'エージェント自体の準備ができているかを確認します。'],
  },
  'disk-state-encrypted': {
    meaning:
      'プラットフォームがディスクに暗号化設定を書き込みました。この設定はデータの暗号化よりずっと前に書き込まれ、失敗後も残るため、証明にはなりません。',
    next: [guestCheckStep],
  },
  'disk-state-not-encrypted': {
    meaning: 'ディスクに暗号化設定がありません。ADE が書き込んでいないか、無効化の要求で外されました。',
    next: [
      '詳細な状態と比べます。暗号化解除の間、暗号化設定はすでに外れています。',
      'デュアル パスと機密 VM では、暗号化設定なしで暗号化されているディスクもあります。',
    ],
  },
  'disk-display-enabled': {
    meaning: '暗号化設定の表示名です。ディスクに設定があることを示し、どこまで暗号化されたかは示しません。',
    next: [guestCheckStep],
  },
  'disk-display-not-encrypted': {
    meaning:
      'Microsoft の日本語表記は「ディスク暗号化なし」です。暗号化設定のないディスクの表示名で、データが暗号化されたことがあるかどうかは示しません。',
    next: [
      '詳細な状態と比べます。暗号化解除の間、暗号化設定はすでに外れています。',
      'ホストでの暗号化や機密 OS ディスクで保護されているかを確認します。',
    ],
  },
  'display-transitioning': {
    meaning: '拡張機能は処理中で、メッセージが空のため、ツールがこの値を表示しています。進み具合は示しません。',
    next: [steps.hold],
  },
  'display-provisioning-succeeded': {
    meaning:
      'メッセージが空で、直前の操作にエラーがないため、ツールがこの値を表示しています。暗号化の完了は意味しません。',
    next: ['Linux では、詳細な状態の `EncryptionInProgress` が処理の継続を示します。', guestCheckStep],
  },
  'display-provisioning-failed': {
    meaning: '直前の操作がエラーで終わりました。内容はメッセージとコードで分かります。',
    next: [
      'メッセージとコードを読みます。',
      'Linux では、コード 22 と `Restarted extension from stripped down OS` は失敗ではなく、処理は続いています。',
    ],
  },
  'ps-status-not-available': {
    meaning:
      'Microsoft の日本語表記は「拡張機能の状態が VM で取得できません」です。PowerShell がインスタンス ビューにステータスを見つけられませんでした。ディスクについては何も分かりません。',
    next: [
      'VM が実行中で、エージェントの準備ができており、拡張機能が残っていることを確認します。',
      'それまで残る手掛かりは暗号化設定だけで、暗号化の証明にはなりません。',
    ],
  },
  'ps-no-extension': {
    meaning:
      'PowerShell は拡張機能も暗号化設定も見つけられず、ADE はないと判断しました。ほかの種類の暗号化は表示されません。',
    next: [
      'ホストでの暗号化や機密 OS ディスクで保護されているかを確認します。',
      '保護のない VM には、ホストでの暗号化を優先します。ADE は 2028 年 9 月 15 日に廃止されます。',
    ],
  },
  'ps-windows-volumes': {
    meaning:
      'デュアル パスの Windows について、PowerShell が 2 つの値をそのまま表示しています。VM モデルと要求に基づく値で、ゲストでの確認結果ではありません。',
    next: ['VM 内で `manage-bde -status` を実行し、ボリューム自体を確認します。'],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
