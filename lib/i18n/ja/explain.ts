import type { explain as en } from '../en/explain'
import type { SameKeys } from '../shape'

export const explain: SameKeys<typeof en> = {
  title: '貼り付け診断',
  lead: '手元にある 1 台の VM の情報を貼り付けると、そこから言えることを表示します。テキストはどこにも送信されず、このブラウザーの中にとどまります。サインインも不要です。',
  field: 'VM の JSON、PowerShell の出力、ログ、またはメッセージ',
  hint: 'GET virtualMachines/NAME?$expand=instanceView の応答、または az vm get-instance-view、az vm show、az vm encryption show、Get-AzVMDiskEncryptionStatus の出力、シリアル コンソール ログ、拡張機能のログ、または 1 つのメッセージ。{size, number} MB まで。',
  placeholder: 'ここに貼り付け',
  file: 'ファイルを開く',
  clear: '消去',
  result: 'このテキストから言えること',
  recognised: '{input}として読み取りました。',
  input: {
    'arm-vm': 'Azure Resource Manager の応答',
    'az-vm': 'az vm get-instance-view または az vm show の出力',
    'az-encryption-show': 'az vm encryption show の出力',
    powershell: 'Get-AzVMDiskEncryptionStatus の出力',
  },
  log: 'ログまたはメッセージ',
  logTitle: 'ログの既知の行',
  problems: 'ここから分かること',
  unnamed: '名前のない VM',
  waiting: 'テキストを読み取れると、ここに判定が表示されます。',
  error: {
    empty: { title: 'まだテキストがありません', next: '1 台の VM のテキストを貼り付けてください。' },
    'too-large': {
      title: 'テキストが大きすぎます',
      next: '1 台の VM で十分です。読み取れるのは {size, number} MB までです。テキストは切り詰めていません。',
    },
    'json-invalid': {
      title: '完全な JSON ではありません',
      next: '最初の中かっこから最後の中かっこまでコピーされているか確認してください。テキストはそのまま残しています。',
    },
    'not-a-vm': {
      title: 'このテキストに VM が見つかりません',
      next: '読み取ることはできますが、上に挙げた出力のどれでもなく、既知のメッセージの行もありません。',
    },
    'several-vms': {
      title: 'このテキストには複数の VM が含まれています',
      next: '1 台ずつ貼り付けるか、コマンド ラインで --lines を使ってください。',
    },
  },
}
