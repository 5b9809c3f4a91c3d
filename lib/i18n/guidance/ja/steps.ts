import type { SharedSteps } from '../types'

export const steps: SharedSteps = {
  hold: '表示が変わるまで待ちます。サインイン、停止、再起動、サイズ変更、ほかの拡張機能の追加はしないでください。',
  oneRestartByItself: '拡張機能が VM を自動的に 1 回再起動します。手動では再起動しないでください。',
  usableMeanwhile: '待ちます。VM は使用でき、再起動しても処理は再開されます。',
  readStates: '詳細な状態の `os` と `data` を確認します。どちらもこのステータスと同じ時点の値です。',
  readLog:
    '`/var/log/azure/Microsoft.Azure.Security.AzureDiskEncryptionForLinux/<version>/extension.log` で最後に失敗したコマンドを探します。',
  serialLog: 'SSH が使えない場合は、ブート診断のシリアル ログで `[AzureDiskEncryption]` から始まる行を読みます。',
  enableAgain:
    '原因を取り除き、スナップショットを取ってから、新しい `SequenceVersion` で有効化を要求します。同じ値では何も起きません。',
  repeatRequest: '新しい `SequenceVersion` で要求を送り直します。今回の要求でディスクは変更されていません。',
  restore:
    'このディスクを直そうとせず、実行前のスナップショットかバックアップを復元し、原因を取り除いてから有効化します。',
  restartToLeaveMemory:
    'VM を再起動して通常のシステムに戻します。OS ディスクはまだ起動できるはずです (推定)。起動しない場合は、スナップショットかバックアップを復元します。',
  retryMayStartItself:
    'VM の再起動後すぐに、見つけたソフトウェアを停止します。次の試行が自動で始まることがあります (推定)。始まらなければ、スナップショットを取って再度有効化します。',
  deallocateStart:
    '暗号化が進行中でなく、修復 VM でディスクのコピーをそのキーで開けた場合に限り、VM の割り当てを解除して起動します。再起動ではキー ボリュームはアタッチされません (推定)。',
  keepKeyVolume:
    '`BEK VOLUME` というラベルの小さいディスクには触れないでください。フォーマット、編集、デタッチは禁物です。',
  checkVault:
    'キー コンテナーを確認します: VM と同じリージョンとサブスクリプション、正しい名前、未削除、`enabledForDiskEncryption` が有効。',
  checkVaultAccess:
    'ファイアウォール (信頼された Microsoft サービス)、KEK のバージョン (有効、期限内)、シークレットを拒否するポリシーを確認します。',
  tryPackageManager:
    'VM 内でパッケージ マネージャーを手動で実行し、リポジトリ、プロキシ、DNS、サブスクリプション、ロックの問題を解消します。',
  providePackages:
    '分離されたネットワークでは、ミラーを用意するか、Microsoft がディストリビューションごとに示すパッケージを事前に入れます。',
  keepExtension: '暗号化されたボリュームがある間は、拡張機能、キー、シークレットを残します。',
  requestAgain: 'その後、新しい `SequenceVersion` で要求を送り直します。同じ値では何も起きません。',
  keepRunning:
    '`Decryption succeeded` が出るまで VM を動かし続けます。中断した暗号化解除は自動では再開されません (推定)。',
  suspectSoftware:
    'OS ディスクを使っているものを探します: ウイルス対策、バックアップ、監視、データベース、コンテナー、システム フォルダー下のマウント。',
  judgeByState:
    'machine state か、スタック トレースの段階を確認します。`split_root_partition` 以降なら、スナップショットかバックアップを復元します。',
  checkBootFirst: 'まず VM が起動するかを確認します。ルートに、作成途中の暗号化層が残っていることがあります。',
  stockLayout: '次回は、Marketplace イメージのディスク構成を変えていない VM で実行します。',
}
