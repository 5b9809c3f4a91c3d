import type { AzureCheckWords } from '../types'

export const japaneseAzureCheck: AzureCheckWords = {
  outcomes: {
    denied: 'アクセス許可が届かないか、存在しません。比較していません',
    'not-made': 'この種類のリソースが見つかりません。比較していません',
    'no-rows': '行のない応答でした。列は比較していません',
  },
  differences: {
    refused: 'Azure がこの呼び出しを拒否しました: {found}',
    unreadable: '応答が JSON オブジェクトではありません ({found})',
    'no-answer': '応答がありませんでした',
    'column-missing': '列 {field} がありません',
    'column-type': '列 {field} の型が {expected} ではなく {found} です',
    'column-as-flag': '列 {field} の型がテキストではなく {found} です',
    'total-missing': '{field} の型が {expected} ではなく {found} です',
    'field-missing': 'フィールド {field} がありません',
    'field-type': 'フィールド {field} の型が {expected} ではなく {found} です',
    'field-word': 'フィールド {field} の値が {expected} のいずれでもありません',
    'field-spelling': 'フィールド {field} は、Azure が公開している型では {expected} と表記されます',
    'version-unknown':
      '{field} の API バージョン {expected} は、ここでは提供されていません。提供されているもの: {found}',
  },
  effects: {
    'no-fleet': '一覧を表示できません',
    'fleet-incomplete': '一覧が不完全であると表示されます',
    'untraced-unknown': 'Azure Disk Encryption の形跡がない VM は、すべて不明と表示されます',
    'vm-unknown': 'この形式で読み取った VM の状態は、不明と表示されることがあります',
    'audit-unread': 'ゲスト構成の結果が表示されません。判定は変わりません',
    'part-unread': 'この部分は読み取れないと表示されます。判定は変わりません',
    'timeline-shorter': 'タイムラインと推定にこの情報源が含まれません。判定は変わりません',
    'read-alike': '影響はありません。どちらの形式も読み取れます',
    'other-version': '影響はありません。別のバージョンを使います',
  },
  effect: '影響',
  failures: {
    'az-missing': 'Azure CLI が見つかりません。インストールして「az login」を実行し、もう一度お試しください。',
    'az-signed-out': 'Azure CLI がサインインしていません。「az login」を実行し、もう一度お試しください。',
    'az-denied': 'Azure CLI は Azure Resource Manager のトークンを取得できません。',
    'az-unsafe': 'Windows では Azure CLI に安全に渡せない引数があります。',
    'az-failed': 'Azure CLI が失敗しました。「az account show」を実行して理由を確認してください。',
  },
  notWritten: '{file}: 書き込めないか、すでに存在します。',
  reviewRecord: '{file} には、名前、ID、アドレスを除いた要求と応答が保存されています。渡す前に内容を確認してください。',
  summary:
    'クラウド {cloud}、Sealwatch {version}: 想定どおりの呼び出し {same} 件、異なる呼び出し {different} 件、比較していない呼び出し {open} 件。',
}
