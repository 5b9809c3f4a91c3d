import type { explain as english } from '../en/explain'
import type { SameKeys } from '../shape'

export const explain = {
  input: {
    'arm-vm': 'Azure Resource Manager が返す VM',
    'az-vm': 'az vm show または az vm get-instance-view の出力',
    'az-encryption-show': 'az vm encryption show の出力',
    powershell: 'Get-AzVMDiskEncryptionStatus の出力',
  },
  error: {
    empty: {
      title: 'まだテキストがありません',
      next: 'いずれかのツールが 1 台の VM について出力した内容を貼り付けてください。',
    },
    'too-large': { title: 'テキストが長すぎます', next: '1 台の VM の出力だけを貼り付けてください。' },
    'json-invalid': {
      title: 'JSON のようですが、途中で切れているか壊れています',
      next: '最初から最後の括弧まで、出力全体をコピーしてください。',
    },
    'not-a-vm': {
      title: 'テキストを認識できませんでした',
      next: 'いずれかのツールの完全な出力を、変更せずに使用してください。',
    },
    'several-vms': { title: '複数の VM が含まれています', next: '1 台ずつ貼り付けてください。' },
  },
} as const satisfies SameKeys<typeof english>
