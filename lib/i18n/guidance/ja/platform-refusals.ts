import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const startFirst = 'VM を起動してエージェントの準備ができるまで待ち、操作を再度実行します。'
const whichExtension = 'どの拡張機能のことかをメッセージで確認します。ADE とは限りません。'

/** Errors with which ARM refuses or ends an operation on a VM or an extension. */
export const platformRefusals = {
  'arm-vmagent-status-communication': {
    meaning: 'Azure に VM エージェントからの報告が届きませんでした。ディスクについては何も分かりません。',
    next: [
      'Linux の OS の暗号化中は、待ってシリアル ログを読むだけにします。数分の沈黙は正常です (推定)。',
      'それ以外の場合は、VM の起動をブート診断で確かめ、次にエージェントの動作とバージョンを確認します。',
      'VM から `168.63.129.16` と Azure Storage に接続できることを確認します。',
    ],
  },
  'arm-extension-provisioning-error': {
    meaning: '拡張機能が報告したエラーを、ARM が包んで伝えています。原因は `Error message` の後の文にあります。',
    next: [whichExtension, '引用された文の意味を調べます。'],
  },
  'arm-handlers-unresolved': {
    meaning:
      'プラットフォームは、拡張機能のハンドラーまたはそのバージョンを見つけられませんでした。VM 内では、この拡張機能は何も実行されていません。どの拡張機能かは示されていません。',
    next: [
      '各拡張機能の状態を確認します。見つからなかったものが分かります。',
      '発行元、種類、バージョンと、そのリージョンやクラウドで提供されているかを確認します: `az vm extension image list`。',
    ],
  },
  'arm-encryption-set-unsupported': {
    meaning:
      'ディスク暗号化セットが、この種類のディスクに合いません。これはカスタマー マネージド キーによるサーバー側暗号化で、ADE ではありません。拒否された要求は何も変更していません。',
    next: ['Ultra Disk と Premium SSD v2 では、システム割り当て ID のセットを使うか、別の種類のディスクを使います。'],
  },
  'arm-disk-once-encrypted': {
    meaning:
      'このディスクは以前 ADE で暗号化され、その記録が残っています。カスタマー マネージド キーは設定できません。拒否された要求は何も変更していません。',
    next: [
      'カスタマー マネージド キーを使うには、新しいディスクを作り、ファイル システムからデータをコピーします。スナップショットには記録が引き継がれることがあります (推定)。',
      '古いディスクとキーは、コピーが完了し、バックアップを取ってから削除します。',
    ],
  },
  'arm-multiple-extensions-failed': {
    meaning: '複数の拡張機能が失敗しました。ADE がその中にあるかどうかは分かりません。',
    next: [
      'インスタンス ビューで、拡張機能ごとのステータスを開きます。',
      'まず共通の原因を探します: VM エージェント、ネットワーク。',
    ],
  },
  'arm-extension-timeout': {
    meaning: 'ARM の待機がタイムアウトしました (既定では 90 分後)。VM 内の処理は続いている可能性があります。',
    next: [
      whichExtension,
      '要求はまだ繰り返さないでください。進行状況メッセージとシリアル ログを読み、動きがある間は待ちます。',
      steps.readLog,
    ],
  },
  'arm-handler-nontransient': {
    meaning:
      '拡張機能のコマンド (インストール、有効化、更新) が、ステータスを書く前に失敗しました。この失敗で暗号化は解除されません。',
    next: [
      '終了コードを読みます。`51` はディストリビューションか Python、`126` はここで実行できないパッケージを示します。',
      '拡張機能の種類がオペレーティング システムに合っていることを確認します。',
      steps.keepExtension,
    ],
  },
  'arm-handler-wrong-os': {
    meaning: 'Linux の VM に Windows 用の拡張機能が送られました。ディスクには何もしていません。',
    next: ['種類を `AzureDiskEncryptionForLinux` に直します。', '間違った拡張機能を削除してから、再度有効化します。'],
  },
  'arm-handler-exit-51': {
    meaning:
      'Linux の拡張機能がコード 51 ですぐに終わりました。ディストリビューションが対象外か、Python がありません。ディスクには何もしていません。',
    next: [
      'ディストリビューションとバージョンを、Microsoft が示す ADE の一覧と比べます。',
      'VM に Python が入っていることを確認します。',
      'それ以外の場合は、サポートされるイメージか、ホストでの暗号化を使います。',
    ],
  },
  'arm-handler-enable-timeout': {
    meaning: '有効化が 300 秒を超えたため、エージェントが打ち切りました。どこまで進んだかは分かりません。',
    next: [
      steps.readLog,
      'VM 内で応答しないものを探します: マウント、`lsblk`、メタデータ サービス `169.254.169.254`。',
      'その実行が続いている可能性がある間は、新しい要求を送りません。処理を中断させるおそれがあります。',
    ],
  },
  'arm-extension-management-internal': {
    meaning: '拡張機能の処理中に、Azure 内部で障害が起きました。ディスクについては何も分かりません。',
    next: ['数分後に操作を再度実行します。', '繰り返す場合は、コードと時刻を添えてサポートに依頼します。'],
  },
  'arm-artifact-not-found': {
    meaning: 'この発行元、種類、バージョンの拡張機能は、このリージョンにありません。何もインストールされていません。',
    next: [
      '`Microsoft.Azure.Security` の `AzureDiskEncryptionForLinux` 1.1 か、Windows では `AzureDiskEncryption` 2.2 を使います。',
      'テンプレートの古い発行元 `Microsoft.OSTCExtensions` を置き換えます。',
    ],
  },
  'arm-vm-not-running': {
    meaning:
      'VM が停止しています。拡張機能を変更できるのは実行中の VM だけです。拒否された要求では何も変わっていません。停止で何が中断されたかは、この文からは分かりません。',
    next: [startFirst],
  },
  'arm-vm-must-run': {
    meaning:
      'VM が実行中でないため、操作が拒否されました。拒否された要求では何も変わっていません。停止で何が中断されたかは、この文からは分かりません。',
    next: [startFirst],
  },
  'arm-encryptionsettings-allocated': {
    meaning: 'デュアル パスで、VM の割り当てが解除されていないため、暗号化設定の変更が拒否されました。',
    next: [
      '暗号化や暗号化解除が進行中のボリュームがないことを確認します。',
      'VM を停止して割り当てを解除し、変更してから起動します。',
      'できればシングル パスに移行します。VM モデルは使われなくなります。',
    ],
  },
  'arm-extension-failed-state': {
    meaning: '失敗した拡張機能があるため、操作が拒否されました。ディスクについて新しいことは何も分かりません。',
    next: [
      whichExtension,
      'まずその拡張機能を直します。ADE の場合は、そのメッセージの意味を調べます。',
      steps.keepExtension,
    ],
  },
  'arm-another-operation': {
    meaning: 'Azure がこの VM に対する別の変更を処理中です。暗号化の障害ではありません。',
    next: [
      '実行中の操作をアクティビティ ログで確認し、終わるのを待ちます。',
      '変更や拡張機能は、1 つずつ順に送ります。',
    ],
  },
  'arm-extension-marked-deletion': {
    meaning: '拡張機能の削除中のため、ほかの操作はできません。この削除で暗号化は解除されません。',
    next: [
      '削除が終わるのを待ちます。進まない場合は、削除を再度実行します。',
      '暗号化されたボリュームがあれば、その後に有効化を要求して、拡張機能を戻します。',
    ],
  },
  'arm-multiple-per-handler': {
    meaning: '同じ拡張機能が別の名前ですでに VM にあるため、2 つ目は拒否されました。',
    next: ['`az vm extension list` で名前を調べ、テンプレートでその名前を使います。'],
  },
  'arm-cross-subscription-move': {
    meaning:
      'VM がキー コンテナーを参照しているため、別のサブスクリプションへの移動が拒否されました。何も移動していません。',
    next: [
      'Windows か、OS ディスクが暗号化されていない Linux では、暗号化を解除し、完了を待ってから移動します。',
      'Linux の OS ディスクが暗号化されている場合は、移動先に新しい VM を作成します。',
    ],
  },
  'arm-vm-start-timeout': {
    meaning:
      'Azure の制限時間内に VM が起動しませんでした。この後に起動することもあります。暗号化された VM は、キーを待っている可能性があります。',
    next: [
      '数分後に電源状態をもう一度確認します。',
      'ブート診断で、パスフレーズの入力待ち、緊急シェル、BitLocker の画面を探します。',
      steps.deallocateStart,
    ],
  },
  'arm-model-encryptionsettings-unsupported': {
    meaning: 'シングル パスの VM のモデルに、テンプレートがデュアル パスの設定を書こうとしたため、拒否されました。',
    next: [
      'テンプレートの VM モデルから `encryptionSettings` を取り除きます。',
      'キー コンテナーとキーは、拡張機能の設定で指定します。',
    ],
  },
  'arm-disk-with-settings-as-data': {
    meaning: 'ADE の暗号化設定があるディスクは、既存の VM にアタッチできません。ディスクは変更されていません。',
    next: [
      '修復には、修復 VM の作成時にコピーをアタッチするか、`az vm repair` を使います。',
      '暗号化設定を外すのはコピーだけにします。唯一のディスクでは行わないでください。',
    ],
  },
  'arm-ade-version-unsupported': {
    meaning:
      'サブスクリプションがシングル パスにまだ対応していないため、要求は拒否され、何も変更されていません。古いサブスクリプションだけの問題です。',
    next: [
      '`Microsoft.Compute` の機能 `UnifiedDiskEncryptionForVMs` を登録し、続けてプロバイダーを登録し直します。',
      '機能が `Registered` になったら、要求をもう一度送ります。',
    ],
  },
  'arm-host-feature-not-registered': {
    meaning:
      'ホストでの暗号化が拒否されました。サブスクリプションに機能 `EncryptionAtHost` が登録されていないか、登録できません。ADE の問題ではなく、ディスクは変更されていません。',
    next: [
      '登録します: `az feature register --namespace Microsoft.Compute --name EncryptionAtHost`。',
      '`Registered` になってから `az provider register -n Microsoft.Compute` を実行し、要求をもう一度送ります。',
    ],
  },
  'arm-ade-with-host-encryption': {
    meaning:
      'VM はホストでの暗号化を使っており、Azure はどちらか一方だけを許可します。拒否された要求はディスクを変更していません。',
    next: [
      'ホストでの暗号化を続け、ADE は有効にしません。ADE は 2028 年 9 月 15 日に提供を終了します。',
      '誰も ADE を要求していない場合は、クライアントを更新します。古いバージョンは別の要求でもこの文を表示します。',
    ],
  },
  'arm-scale-set-extension-twice': {
    meaning:
      '同じ名前の拡張機能をスケール セットに 2 つ目として追加する要求で、拒否されました。何も変更されていません。古い azure-cli で起きます。',
    next: [
      'azure-cli を更新して、もう一度要求します。',
      'テンプレートでは、追加せずに、スケール セット モデルの既存の項目を変更します。',
    ],
  },
  'arm-request-not-deserialized': {
    meaning:
      'クライアントが送った要求を Azure が読み取れませんでした。何も変更されていません。`az vm encryption` では、一部のバージョンの不具合です。',
    next: [
      'クライアントを更新するか、この要求に Az PowerShell を使います。',
      '自分で書いた要求なら、メッセージが示す箇所の JSON を確認します。',
    ],
  },
  'arm-disk-key-required': {
    meaning:
      'キーを示さずに、マネージド ディスクへ暗号化設定を付ける要求です。これは ADE の設定です。すべてのマネージド ディスクにある保存時の暗号化の設定ではありません。',
    next: [
      'ADE のディスクのコピーでない限り、`encryption_settings` (`encryptionSettingsCollection`) を取り除きます。',
      '保存時の暗号化にカスタマー マネージド キーを使うなら、ディスク暗号化セットを使います。',
    ],
  },
  'arm-os-swap-refused': {
    meaning:
      'デュアル パスのように VM のモデルにディスク暗号化の設定がある場合、Azure は OS ディスクを交換しません。VM とディスクは変更されていません。',
    next: [
      '交換する代わりに、修復または復元したディスクから新しい VM を作成します。',
      '交換のために設定を消さないでください。VM がキーを失うことがあります。',
    ],
  },
  'arm-disk-settings-change-refused': {
    meaning:
      '使用中のディスクのキー設定を変更する要求で、拒否されました。ADE が追加した設定が Terraform の構成にない場合、Terraform はこの変更を要求します。',
    next: [
      '計画とディスクを比べます。拡張機能が書いた設定は残す必要があります。消すと、VM がキーを失うことがあります。',
      'Terraform では、ディスクの `lifecycle` に `ignore_changes = [encryption_settings]` を書き、変更を無視します。',
    ],
  },
  'arm-property-change-refused': {
    meaning: 'Azure はリソースのこのプロパティをこの方法では変更させません。何も変更されていません。',
    next: [
      'メッセージのプロパティを確認します。`encryption.` で始まるものは保存時の暗号化の設定で、ADE ではありません。',
      '多くのディスク設定は、VM の割り当て解除中だけ変更できます。暗号化もキーの変更も実行中でないときに限り停止します。',
    ],
  },
  'arm-resource-group-not-found': {
    meaning: '要求が示すリソース グループは、このサブスクリプションにありません。何も変更されていません。',
    next: [
      'それがキー コンテナーの名前なら、キー コンテナーの完全なリソース ID を指定します。`--key-encryption-keyvault` も同じです。',
      '`az account show` でサブスクリプションを確認します。',
    ],
  },
  'arm-disallowed-by-policy': {
    meaning: '組織の Azure Policy がこの要求を禁止しています。何も作成も変更もされていません。',
    next: [
      'メッセージでポリシーの名前と理由を読みます。',
      'ポリシーの条件を満たすか、このリソースの適用除外をポリシーの所有者に依頼します。',
    ],
  },
  'arm-disk-resize-attached': {
    meaning: 'このディスクは、VM の割り当てを解除している間だけ拡張できます。ディスクは変更されていません。',
    next: [
      '暗号化もキーの変更も実行されておらず、キー コンテナーにキーがある場合にだけ、VM を停止 (割り当て解除) します。',
      'スナップショットを取り、ディスクを拡張して VM を起動します。その後、パーティション、暗号化の層、ファイル システムを拡張します。',
    ],
  },
  'arm-resize-temporary-disk': {
    meaning: '一時ディスクのあるサイズとないサイズの間では変更できません。VM とディスクは変更されていません。',
    next: ['同じ種類のサイズを選びます。`E8ds_v5` などの名前の `d` は一時ディスクを示します。'],
  },
  'arm-extension-message-empty': {
    meaning: '拡張機能は文を残さずに失敗しました。ディスクに何をしたかは示されません。',
    next: [
      '先に VM の状態を確認します。その後、`-VolumeType All` または `--volume-type` を付けて要求します。ないと、このように失敗するバージョンがあります。',
      steps.readLog,
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
