import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const readView = 'インスタンス ビューで拡張機能のメッセージとコードを読みます: `az vm get-instance-view`。'
const withoutForce = 'その後、`--force` を付けずにコマンドを再度実行します。'
const vaultBesideVm = 'VM と同じサブスクリプションとリージョンのキー コンテナーを選ぶか、作成します。'

/** What az CLI itself prints around a request. */
export const azureCli = {
  'cli-terraform-configuration': {
    meaning:
      'Terraform が自身の構成を拒否しました。このバージョンのプロバイダーが知らない名前があるか、必要な名前がありません。Azure には何も送信されていません。',
    next: [
      'ブロックを、使用中のプロバイダーのバージョンのドキュメントと比べます。モジュールが古い場合は更新します。',
      'ディスク暗号化の拡張機能は `AzureDiskEncryption` (Linux は `AzureDiskEncryptionForLinux`) です。',
    ],
  },
  'cli-need-client-id': {
    meaning:
      'VM にデュアル パスの拡張機能があるため、Azure CLI は Entra アプリケーションを必要とします。暗号化を要求する前に止まりました。',
    next: [
      'シングル パスへの移行を勧めます。Azure PowerShell の `Set-AzVMDiskEncryptionExtension` に `-Migrate` を付ける方法しかありません。',
      '移行しない場合は、`--aad-client-id` と資格情報を付けて再度実行します。',
    ],
  },
  'cli-need-credential': {
    meaning: 'Entra アプリケーションが資格情報なしで指定されました。コマンドは暗号化を要求する前に止まりました。',
    next: [
      '`--aad-client-secret` か `--aad-client-cert-thumbprint` を付けます。',
      'デュアル パスの拡張機能がない VM では、Entra のパラメーターをすべて省きます。シングル パスでは不要です。',
    ],
  },
  'cli-need-volume-type': {
    meaning:
      'VM にデータ ディスクがあるのに、対象のボリュームが指定されていません。コマンドは暗号化を要求する前に止まりました。',
    next: [
      'ディスクのスナップショットを取り、`--volume-type` に `OS`、`DATA`、`ALL` のどれかを指定して再度実行します。',
      '慎重に選びます。Windows ではデータだけの暗号化はできず、Linux では、一度暗号化した OS ディスクの暗号化は二度と解除できません。',
    ],
  },
  'cli-provisioning-incorrect': {
    meaning:
      '拡張機能が成功を報告しませんでした。理由は Azure CLI に表示されません。暗号化済みのボリュームとそうでないものが混在し得ます。',
    next: [readView, 'そのメッセージの意味を調べてから、コマンドを再度実行します。'],
  },
  'cli-no-secret-url': {
    meaning:
      'デュアル パスで、シークレットのアドレスがあるはずの場所に、拡張機能が別の文を報告しました。2 回目のパスは始まっていません (推定)。',
    next: [readView, '失敗なら原因を取り除きます。拡張機能が遅かっただけなら、後でコマンドを再度実行します。'],
  },
  'cli-identity-format': {
    meaning:
      'Azure CLI が暗号化用の ID を拒否しました。この VM のユーザー割り当て ID の完全なリソース ID が必要です。暗号化は要求されていません。',
    next: [
      '`az vm identity show` で VM の ID を一覧表示し、そのうち 1 つのリソース ID 全体を渡します。',
      '一覧にない ID は、先に VM に割り当てます。',
    ],
  },
  'cli-identity-update-failed': {
    meaning: 'Azure CLI が暗号化用の ID を VM モデルに書き込めず、暗号化には進みませんでした。',
    next: [
      'アクティビティ ログで理由を探します: 権限の不足、ロック、VM に対する別の操作。',
      'VM に ID を設定してから、コマンドを再度実行します。',
    ],
  },
  'cli-identity-api': {
    meaning:
      'Azure CLI のクラウド プロファイルが古く、API `2023-07-01` が必要な暗号化用の ID を使えません。暗号化は要求されていません。',
    next: ['クラウド プロファイルを `latest` にするか Azure CLI を更新し、コマンドを再度実行します。'],
  },
  'cli-linux-disable-data-only': {
    meaning:
      'Azure CLI が暗号化解除を拒否しました。Linux で解除できるのはデータ ボリュームだけで、OS ディスクが暗号化されていない場合に限ります。ディスクの状態はそのままです。',
    next: [
      'OS ディスクが暗号化されていなければ、`--volume-type DATA` を付けて再度実行します。強制的には実行しないでください。',
      'OS ディスクが暗号化されている場合は、新しい VM を作成してデータを移します。',
    ],
  },
  'cli-update-failed': {
    meaning: '暗号化解除の要求が成功せずに終わりました。どのボリュームがまだ暗号化されているかは分かりません。',
    next: [readView, steps.keepExtension],
  },
  'cli-vmss-not-encrypted': {
    meaning:
      'Azure CLI は仮想マシン スケール セットに ADE の拡張機能を見つけられませんでした。ホストでの暗号化はここには表示されません。',
    next: [
      'ADE があるはずなら、スケール セットのモデルで拡張機能を確認します。',
      '保護には、ホストでの暗号化を優先します。ADE は 2028 年 9 月 15 日に廃止されます。',
    ],
  },
  'cli-kv-not-enabled': {
    meaning:
      'Azure CLI の事前確認で、キー コンテナーがディスク暗号化に使えない設定だと分かりました。`--force` を付けると、同じ文が警告になるだけで要求は送られます。',
    next: ['キー コンテナーで `enabledForDiskEncryption` を有効にします。', withoutForce],
  },
  'cli-subscription-mismatch': {
    meaning:
      'Azure CLI の事前確認で、キー コンテナーが VM と別のサブスクリプションにあると分かりました。ADE ではサポートされません。',
    next: [vaultBesideVm, withoutForce],
  },
  'cli-region-mismatch': {
    meaning:
      'Azure CLI の事前確認で、キー コンテナーが VM と別のリージョンにあると分かりました。ADE ではサポートされません。',
    next: [vaultBesideVm, withoutForce],
  },
  'cli-force-warning': {
    meaning:
      'キー コンテナーの事前確認に通らないまま、`--force` で先に進みました。要求は送られますが、プラットフォームに拒否されることがあります。',
    next: [
      '進行状況メッセージを追います。拒否された場合は、失敗として表示されます。',
      '警告が示す問題を直します。次の要求は強制しないでください。',
    ],
  },
  'cli-vmss-os-unsupported': {
    meaning: 'Linux の仮想マシン スケール セットの OS ディスクは、ADE では暗号化できません。何も要求されていません。',
    next: ['`--volume-type DATA` を付けて再度実行します。', 'OS ディスクには、ホストでの暗号化を使います。'],
  },
  'cli-not-enabled': {
    meaning:
      'Azure CLI は ADE の拡張機能を見つけられませんでした。削除されただけなら、ディスクは暗号化されていることがあります。ほかの種類の暗号化は表示されません。',
    next: [
      'ディスクの暗号化設定を確認します。拡張機能がないのに設定があれば、以前に ADE が要求されています。',
      'ホストでの暗号化や機密 OS ディスクで保護されているかを確認します。',
    ],
  },
  'cli-request-accepted': {
    meaning:
      'Azure が要求を受け付けました。これだけでは何も暗号化されていません。`VMRestartPending` についての案内は、デュアル パス向けです。',
    next: ['進行状況メッセージと詳細な状態を追います。', steps.hold],
  },
  'cli-deallocating': {
    meaning:
      'デュアル パスで、VM モデルの暗号化設定を変更するために、Azure CLI が VM の割り当てを解除しています。これだけではディスクのデータは変わりません。',
    next: ['コマンドが終わるまで待ちます。VM を手動で起動しないでください。'],
  },
  'cli-restarting': {
    meaning:
      'デュアル パスで、VM モデルが変更され、Azure CLI が VM を起動し直しています。ディスクの処理が始まるのは、早くてもその後です。',
    next: ['起動を待ってから、進行状況メッセージを追います。'],
  },
  'cli-takes-a-while': {
    meaning:
      '仮想マシン スケール セット向けの案内です。要求は送られ、各インスタンスの処理には時間がかかります。これだけではディスクは暗号化されていません。',
    next: ['各インスタンスの拡張機能のステータスを追います。'],
  },
  'cli-progress-unknown': {
    meaning:
      '拡張機能から値を得られなかった場所に、Azure CLI がこの値を表示しています。暗号化済みとも、されていないともいえません。',
    next: [readView, 'VM が実行中で、エージェントの準備ができていることを確認します。'],
  },
  'cli-usage-error': {
    meaning: '引数が正しくないため、Azure CLI がコマンドを拒否しました。Azure には何も送られていません。',
    next: ['メッセージが示す引数を直します。一覧は `az vm encryption enable --help` にあります。'],
  },
  'cli-fault-old-client': {
    meaning:
      '以前のクライアント (JavaScript の `azure`) が、マネージド ディスクの VM で失敗しました。ディスクについては何も分かりません。',
    next: ['現在のクライアント `az` を使い、要求をもう一度送る前に VM の状態を読みます。'],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
