import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'

const compare = 'ディスクの暗号化設定と詳細な状態を比べ、この結果がいつのものかを確認します。'
const notByThis = 'これを根拠に、VM を暗号化済みとみなさないでください。'

const outOfScope = (reason: string, step: string): Guidance => ({
  meaning: `${reason}監査はこのような VM を対象から外し、ディスクを調べずに準拠としています。`,
  next: [notByThis, step],
})

/** Reasons that the guest-configuration audit of Azure Policy gives. */
export const policy = {
  'mdc-compliant-hbe': {
    meaning: '監査の前回の実行時に、ホストでの暗号化が有効でした。ADE については何も示しません。',
    next: ['VM モデル (`encryptionAtHost`) で確認します。'],
  },
  'mdc-compliant-ade': {
    meaning:
      'VM 内で調べる監査の前回の実行時に、見つかったボリュームはすべて ADE で暗号化されていました。後からアタッチしたディスクは含みません。',
    next: [compare],
  },
  'mdc-compliant-cvm': {
    meaning: '監査は機密 VM を判断の対象にしません。OS ディスクが暗号化されているかどうかは分かりません。',
    next: [
      'OS ディスクの `securityEncryptionType` を確認します。ディスクを対象にする値は `DiskWithVMGuestState` だけです。',
      'データ ディスクは、別に判断します。',
    ],
  },
  'mdc-os-not-encrypted': {
    meaning: '監査の前回の実行時に、VM に ADE はありましたが、OS ディスクは暗号化されていませんでした。',
    next: [
      '暗号化設定があっても、OS ディスクを暗号化済みとみなさないでください。',
      '処理が進行中なら、完了と次の結果を待ちます。',
      compare,
    ],
  },
  'mdc-not-fully-encrypted': {
    meaning:
      '監査の前回の実行時に、VM に ADE はありましたが、メッセージに示されたデータ ディスクは暗号化されていませんでした。',
    next: [
      '`lsblk` でそのディスクを探します。使用中でスキップされたか、後から追加された可能性があります。',
      'マウント ポイントの使用を止め、スナップショットを取ってから、新しい `SequenceVersion` で有効化を要求します。',
    ],
  },
  'mdc-missing': {
    meaning: '監査の前回の実行時に、ホストでの暗号化も ADE もありませんでした。',
    next: [
      'その後にどちらかを有効にした場合は、次の結果を待ちます。',
      'それ以外の場合は、ホストでの暗号化を優先します。ADE は 2028 年 9 月 15 日に廃止されます。',
    ],
  },
  'mdc-exception': {
    meaning: '監査そのものが失敗し、何も判断していません。`Error` の後の文に手掛かりがあるかもしれません。',
    next: [
      'これを根拠に、VM を準拠とも非準拠ともみなさないでください。',
      '次の結果も同じなら、マシン構成の拡張機能と VM のマネージド ID を確認します。',
    ],
  },
  'mdc-basic-sized-virtual-machine': outOfScope(
    'Basic または非常に小さいサイズの VM です。',
    'このサイズでは ADE を使えません。サイズを変更し、できればホストでの暗号化が使えるものにします。',
  ),
  'mdc-classic-virtual-machine': outOfScope(
    'クラシック デプロイ モデルの VM です。',
    'ADE は使えません。VM を Azure Resource Manager に移行します。',
  ),
  'mdc-ultra-disks-virtual-machine': outOfScope(
    'Ultra Disk を使える VM です。',
    'ADE は Ultra Disk をサポートしません。ホストでの暗号化が有効かどうかを確認します。',
  ),
  'mdc-unknown-os-virtual-machine': outOfScope(
    '監査がオペレーティング システムを判別できませんでした。',
    'エージェントが報告するシステム (`osName`) を確認し、ディスクの暗号化設定と詳細な状態で判断します。',
  ),
  'mdc-kubernetes-virtual-machine': outOfScope(
    'Kubernetes クラスターの VM です。',
    'クラスターのノード プールで、ホストでの暗号化を確認します。',
  ),
  'mdc-databrick-virtual-machine': outOfScope(
    'Azure Databricks が管理する VM です。',
    'Databricks ワークスペースのディスク暗号化を確認します。',
  ),
  'mdc-unsupported-os-virtual-machine': outOfScope(
    'ディストリビューションが監査の一覧にありません。この一覧は ADE のものより古いです。',
    'Microsoft が示す ADE のディストリビューションと比べ、ディスクの暗号化設定と詳細な状態で判断します。',
  ),
} satisfies Partial<Record<GuidedKind, Guidance>>
