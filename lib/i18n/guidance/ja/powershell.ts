import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const runsAndReady = 'VM が実行中で、エージェントの準備ができていることを確認します。'
const readView = '拡張機能のステータスそのものを読みます: この VM の `Get-AzVM -Status`。'
const existingVm = '名前、リソース グループ、サブスクリプションを確認し、VM の作成が完了するまで待ちます。'
const migrateAgain = '原因を取り除いてから、移行を再度実行します。途中で中止しないでください。'

/** What the cmdlets of Azure PowerShell print themselves. */
export const powershell = {
  'ps-enum-unknown': {
    meaning: 'PowerShell が、読み取れる詳細な状態を得られませんでした。暗号化済みとも、されていないともいえません。',
    next: [runsAndReady, readView],
  },
  'ps-enum-no-disk-found': {
    meaning: 'PowerShell は VM にこの種類のディスクを見つけられず、判断の対象がありませんでした。',
    next: ['対処は不要です。ただし、ARM にそのディスクがある場合は、インスタンス ビューを読みます。'],
  },
  'ps-ext-not-found': {
    meaning:
      'コマンドレットは、インスタンス ビューに暗号化の拡張機能を見つけられませんでした。削除されたか、エージェントが報告していません。ディスクはそれで変わりません。',
    next: [runsAndReady, 'VM のリソースに拡張機能があるか、ディスクに暗号化設定があるかを確認します。'],
  },
  'ps-invalid-status': {
    meaning: '拡張機能のステータスが空か、想定外の形でした。ディスクについては何も分かりません。',
    next: [runsAndReady, '数分後に、もう一度確認します。', readView],
  },
  'ps-invalid-substatus': {
    meaning: 'コマンドレットが詳細な状態を使えませんでした。進行状況メッセージとディスクの暗号化設定は読み取れます。',
    next: [readView, 'エージェントと拡張機能が新しいことを確認します。古いものは報告が不足しています。'],
  },
  'ps-no-vm-model': {
    meaning: 'コマンドレットが VM を読み込めず、何も判断していません。',
    next: [
      '名前、リソース グループ、サブスクリプションと、VM を読み取る権限を確認します。',
      'その後、再度実行します。Azure の応答が失われただけのこともあります。',
    ],
  },
  'ps-no-instance-view': {
    meaning: 'VM の情報にインスタンス ビューがなく、ステータスも電源状態も読み取れませんでした。',
    next: ['この VM のインスタンス ビューを読み取る権限を確認します。', '数分後に再度実行します。'],
  },
  'ps-statuses-null': {
    meaning: 'インスタンス ビューに VM のステータスがまったくなく、電源状態さえ分かりません。',
    next: ['数分後に再度実行します。', '続く場合は、ポータルで電源状態とエージェントを確認します。'],
  },
  'ps-os-type-unknown': {
    meaning: 'VM が Linux か Windows かを示しておらず、コマンドレットは拡張機能を選べません。何も判断していません。',
    next: ['VM の作成中なら、完了を待ちます。', 'それ以外の場合は、VM モデルで OS ディスクの `osType` を確認します。'],
  },
  'ps-model-incomplete': {
    meaning:
      'VM モデルの一部 (ストレージ プロファイル、OS ディスク、またはその種類) がありませんでした。多くは、VM がまだ作成中です。',
    next: ['作成の完了を待ち、再度実行します。'],
  },
  'ps-invalid-kv-url': {
    meaning: 'コマンドレットがキー コンテナーのアドレスを拒否しました。暗号化は要求されていません。',
    next: ['キー コンテナーに表示されるアドレス (`vaultUri`) を渡します。例: `https://<vault>.vault.azure.net`。'],
  },
  'ps-invalid-kek-url': {
    meaning: 'コマンドレットが KEK のアドレスを拒否しました。暗号化は要求されていません。',
    next: [
      'バージョンを含み、ポートを含まないキーのアドレスを渡します: `https://<vault>.vault.azure.net/keys/<name>/<version>`。',
    ],
  },
  'ps-failed-retrieve-status': {
    meaning:
      '拡張機能はインストールされましたが、ステータスが届きませんでした。VM 内の処理は始まっている可能性があります。',
    next: ['要求はまだ繰り返さないでください。', runsAndReady, readView],
  },
  'ps-missing-type': {
    meaning: '発行元と種類は組で必要ですが、片方だけが指定されました。何も要求されていません。',
    next: ['両方を指定するか、両方を省きます。コマンドレットは現在の拡張機能を知っています。'],
  },
  'ps-type-mismatch': {
    meaning: '指定された発行元と種類が、1 つの ADE の拡張機能のものではありません。何も要求されていません。',
    next: [
      '両方を省くか、`Microsoft.Azure.Security` と `AzureDiskEncryptionForLinux` (Windows では `AzureDiskEncryption`) を使います。',
    ],
  },
  'ps-enable-only-existing': {
    meaning: 'この VM はまだ存在しないかモデルが不完全なため、コマンドレットは処理できません。何も要求されていません。',
    next: [existingVm, 'その後、コマンドレットを再度実行します。'],
  },
  'ps-migrate-with-aad': {
    meaning:
      'シングル パスへの移行の 3 つの手順のうち、最初の手順がデュアル パスの拡張機能で失敗しました。データは以前のままです (推定)。',
    next: ['文末のエラーと、拡張機能のメッセージを読みます。', steps.keepExtension, migrateAgain],
  },
  'ps-migrate-clear-settings': {
    meaning:
      'シングル パスへの移行の 3 つの手順のうち、2 番目で失敗しました。Azure が VM モデルの変更を受け付けませんでした。データは以前のままです (推定)。',
    next: [
      'アクティビティ ログで理由を探します: 権限の不足、ロック、VM に対する別の操作。',
      steps.keepExtension,
      migrateAgain,
    ],
  },
  'ps-migrate-without-aad': {
    meaning:
      '移行の 3 つの手順のうち、最後の手順で失敗しました。シングル パスの拡張機能は入っていません。データは以前のままです (推定)。',
    next: ['文末のエラーと、拡張機能のメッセージを読みます。', steps.keepExtension, migrateAgain],
  },
  'ps-installation-failed': {
    meaning:
      '拡張機能を正しくインストールできなかったことを、コマンドレットが伝えています。理由は `with error` の後にあります。',
    next: ['その後のエラーの意味を調べます。', readView],
  },
  'ps-snapshot-tag': {
    meaning: '要求を送る前に取られたスナップショットのタグです。暗号化については何も示しません。',
    next: [
      'タグを控えます。失敗した場合は、このスナップショットから戻せます。',
      'どのディスクを含むかを確認し、残りは別にバックアップします。',
    ],
  },
  'ps-disable-linux-data-only': {
    meaning:
      'コマンドレットが暗号化解除を拒否しました。ADE で暗号化した Linux の OS ディスクは元に戻せません。ディスクの状態はそのままです。',
    next: [
      'OS ディスクが暗号化されていなければ、`-VolumeType Data` を付けて再度実行します。',
      'OS ディスクが暗号化されている場合は、新しい VM を作成してデータを移します。',
    ],
  },
  'ps-disable-only-existing': {
    meaning:
      'この VM は存在しないかモデルが不完全なため、コマンドレットは処理できません。暗号化解除は要求されていません。',
    next: [existingVm, 'その後、コマンドレットを再度実行します。'],
  },
  'ps-missing-skip-vm-backup': {
    meaning:
      'コマンドレットはマネージド ディスクのスナップショットを取らず、バックアップ済みの印として `-SkipVmBackup` を求めます (文言は推定)。何も要求されていません。',
    next: [
      'すべてのディスクのスナップショットかバックアップを取ります。',
      'その後、`-SkipVmBackup` を付けてコマンドレットを再度実行します。',
    ],
  },
  'ps-vault-forbidden': {
    meaning:
      'Key Vault がコマンドレットを拒否しました (403)。アカウントに権限がないか、キー コンテナーのファイアウォールに遮られています。キー コンテナーとディスクは変更されていません。',
    next: [
      'アクセス ポリシーか、Azure RBAC では `Key Vault Crypto Officer` などのロールで、アカウントに操作を許可します。',
      '`-Destination HSM` のキーには Premium のキー コンテナーも必要です。',
    ],
  },
  'ps-vault-bad-request': {
    meaning: 'Key Vault が要求を読み取れませんでした (400)。名前、バージョン、値のどれかの形式が違います。',
    next: [
      '名前、バージョン、エンコードを確認します。KEK で折り返したシークレットには、現在のページのスクリプトを使います。',
    ],
  },
  'ps-vault-without-policy': {
    meaning:
      'アクセス ポリシーなしでキー コンテナーが作られたため、誰もキーやシークレットを読んだり作ったりできません。次のコマンドレットは `Forbidden` で失敗します。',
    next: ['`Set-AzKeyVaultAccessPolicy` でポリシーを設定するか、Azure RBAC ではロールを割り当てます。'],
  },
  'ps-request-accepted': {
    meaning: 'Azure はコマンドレットの要求を受け付けました。ディスクが暗号化されたかどうかは示されません。',
    next: ['`Get-AzVMDiskEncryptionStatus` で状態を読み、VM の中で確認します。'],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
