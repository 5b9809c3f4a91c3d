import type { facts as english } from '../en/facts'
import type { SameKeys } from '../shape'

export const facts = {
  pass: { single: 'シングル パス', dual: 'デュアル パス', none: 'なし' },
  passMeaning: {
    single: 'シングル パス: 拡張機能は Entra アプリケーションを必要としません。',
    dual: 'デュアル パス: Entra アプリケーションを使う以前の方式です。',
    none: 'この VM では Azure Disk Encryption を使っていません。',
  },
  power: {
    running: '実行中',
    starting: '起動中',
    stopping: '停止処理中',
    stopped: '停止済み',
    deallocating: '割り当て解除中',
    deallocated: '割り当て解除済み',
    unknown: '電源状態は不明',
  },
  otherEncryption: {
    'encryption-at-host': 'ホストでの暗号化',
    'customer-managed-key': 'カスタマー マネージド キー',
    'double-encryption': '保存時の二重暗号化',
    'confidential-os-disk': '機密 OS ディスク',
  },
  readiness: {
    'not-ready': '準備未完了',
    warnings: '警告あり',
    'no-obstacle': '支障は検出されず',
    unknown: '不明',
  },
  readinessMeaning: {
    'not-ready': 'インベントリによると、今は暗号化を開始できません。',
    warnings: 'インベントリに暗号化を妨げる決定的なものはありませんが、支障になりうるものがあります。',
    'no-obstacle': 'インベントリに支障は見当たりません。キー コンテナー、メモリ、ネットワークは調べていません。',
    unknown: 'インベントリだけでは判断できません。',
  },
  reading: {
    read: 'この VM から取得',
    inventory: 'インベントリから取得',
    pending: '未取得',
    failed: '読み取れず',
    incomplete: 'インベントリが不完全',
  },
  phase: {
    'not-started': '未開始',
    prerequisites: '前提条件を確認中',
    starting: '開始中',
    'data-encrypting': 'データ ディスクを暗号化中',
    'os-preparing': 'OS ディスクを準備中',
    'os-encrypting': 'OS ディスクを暗号化中',
    finalizing: '最終処理中',
    'restart-pending': '再起動待ち',
    succeeded: '完了',
    decrypting: '暗号化を解除中',
    disabled: '無効化済み',
    failed: '失敗',
    unknown: '認識できず',
  },
  role: { os: 'OS ディスク', data: 'データ ディスク' },
} as const satisfies SameKeys<typeof english>
