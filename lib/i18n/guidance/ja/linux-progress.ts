import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** Texts of a run that is under way or has just ended. */
export const linuxProgress = {
  'linux-data-count': {
    meaning: '表示された数のデータ ボリュームが、1 つずつインプレースで暗号化されます。いくつ終わったかは示しません。',
    next: [steps.hold, '1 TB あたり数時間、数 TB なら数日を見込みます。処理中のボリュームはマウント解除されます。'],
  },
  'linux-data-count-zero': {
    meaning:
      '今回の条件に合うデータ ディスクがありませんでした。続いて成功と表示されても、データ ディスクの暗号化は証明されません。',
    next: [
      'All の最後の再起動の後なら正常です。すべて処理済みのためです。',
      'それ以外は ARM のデータ ディスクと比べます。対象外: ファイル システムなし、150 MiB 未満、スワップ、既存の LUKS。',
      steps.readStates,
    ],
  },
  'linux-data-percent': {
    meaning:
      '1 つのデータ ボリュームのコピーの進行状況です。ヘッダーの退避と復元は別に数えるため、数値は途中で戻ります。',
    next: [steps.hold, '計画停止を避けます。処理は再開されますが、それまでこのボリュームは読めません。'],
  },
  'linux-data-resume-percent': {
    meaning:
      'データ ボリュームの処理中に VM が再起動し、保存された位置からコピーが再開されました。終わるまでボリュームはマウントされません。',
    next: [
      '待ちます。メンテナンス、自動シャットダウン、再デプロイなどによる再起動を避けます。',
      '実行前のスナップショットを用意しておきます。再開に失敗すると、このボリュームは危険な状態になります。',
    ],
  },
  'linux-efa-count': {
    meaning:
      'EncryptFormatAll が、マウント済みのデータ パーティションを空の暗号化ファイル システムに置き換えています。元の内容は仕様として消去されます。',
    next: [
      steps.hold,
      '数分で終わる見込みです。パーセントは表示されません。',
      '意図した操作でない場合、データが残るのはスナップショットかバックアップだけです。',
    ],
  },
  'linux-data-succeeded': {
    meaning:
      'データの処理が終わりました。全データ ディスクの暗号化の証明ではありません。使用中のボリュームはエラーなしでスキップされることがあります。',
    next: [
      'All なら待ち続けます。次は OS の暗号化で、終わりの表示は `Encryption succeeded for all volumes` です。',
      'Data なら、`data` が `Encrypted` で、ARM の全データ ディスクがマウントされていることを確認します。',
      '`data` が `NotEncrypted` なら、使用中などでスキップされたか、上にある LVM や RAID が暗号化を隠しています (推定)。',
    ],
  },
  'linux-data-succeeded-transitioning': {
    meaning:
      'データ パーティションが暗号化ボリュームとしてフォーマットされました。OS ディスクはまだ暗号化されておらず、次にその準備が始まります。',
    next: [steps.hold, steps.oneRestartByItself],
  },
  'linux-online-data-init': {
    meaning:
      'すべてのデータ ボリュームに暗号化層が作られ、再マウントされました。中のデータはまだ暗号化されておらず、後でバックグラウンドで処理されます。',
    next: [steps.hold, steps.oneRestartByItself],
  },
  'linux-online-data-background': {
    meaning:
      'データ ボリュームが、使用できる状態のまま、バックグラウンドで同時に暗号化されています。パーセントはログにしか出ません。',
    next: [
      steps.usableMeanwhile,
      steps.serialLog,
      '最後にログを確認します。ここで失敗したボリュームは報告されず、それでも成功と表示されることがあります (推定)。',
    ],
  },
  'linux-online-background-resumed': {
    meaning:
      '再起動後、表示された数のデータ ボリュームにバックグラウンドの暗号化が残っています。0 は、残りがないことを示します。',
    next: [steps.usableMeanwhile, steps.serialLog],
  },
  'linux-online-os-progress': {
    meaning: 'OS ディスクの進行状況で、約 15 秒ごとに更新されます。最後の表示が出るまで、一部は暗号化されていません。',
    next: [
      steps.usableMeanwhile,
      '後半は `cryptsetup` の出力です。その形式は推定で、バージョンによって異なることがあります。',
    ],
  },
  'linux-online-os-progress-unparsed': {
    meaning: 'OS ディスクはバックグラウンドで暗号化中ですが、この表示からはパーセントを読み取れません。',
    next: [
      steps.usableMeanwhile,
      '完了を示すのは `Encryption succeeded for OS volume` か `Encryption succeeded for all volumes` だけです。',
    ],
  },
  'linux-online-os-finished': {
    meaning: 'OS デバイスの全ブロックが暗号化されました。最後の表示はまだ出ていません。',
    next: ['すぐ後に出る `Encryption succeeded for OS volume` か `Encryption succeeded for all volumes` を待ちます。'],
  },
  'linux-os-restarting-after-patching': {
    meaning:
      'ブート ファイルが暗号化されたルート用に準備され、拡張機能が数秒以内に VM を再起動します。OS ディスクのデータはまだ暗号化されていません。',
    next: [
      '手動で再起動せず、VM が再び報告するまで待ちます。',
      '戻らない場合はブート診断を読みます。緊急シェルで止まっていれば、スナップショットかバックアップを復元します。',
    ],
  },
  'linux-os-stripdown-restart-success': {
    meaning:
      'VM はメモリ上の小さなシステムで動いており、まもなく OS ディスクが切り離されます。OS ディスクはまだ何も暗号化されていません。',
    next: [steps.hold, 'OS ディスクの処理が終わるまで SSH は使えません。これは正常です。'],
  },
  'linux-os-stripdown-restart-error': {
    meaning:
      '正常な手順ですが、Ubuntu と RHEL/CentOS 6 では拡張機能がエラー (コード 19) として書き込みます。失敗ではなく、OS ディスクはまだ暗号化されていません。',
    next: [steps.hold, '約 15 分 (推定の限度) 変わらない場合だけ、障害として扱います。'],
  },
  'linux-os-unmount-attempt-failed': {
    meaning:
      '元のルート ファイル システムが使用中で、OS のコピーをまだ始められません。コード 22 は最終結果ではなく、最大 10 回試行されます。10 回目が失敗すると実行は終わります。',
    next: [
      '残りの試行を待ちます。間隔は 10 秒と各回の処理時間です。VM は再起動しないでください。',
      '`Could not unmount /oldroot in 10 attempts` が出た場合だけ、ウイルス対策、監視、データベース、コンテナーを停止し、再試行します。',
    ],
  },
  'linux-os-encryption-started': {
    meaning:
      'Microsoft の日本語表記は「OS ディスクの暗号化が開始されました」です。OS ディスクが暗号化層を通してコピーされています。数時間かかり、パーセントは出ません。コピーと再起動が終わるまで、暗号化済みとはみなせません。',
    next: [
      '待ちます。ドキュメントでは Premium ストレージで 40 ～ 50 分、ストック イメージで 3 ～ 16 時間です。SSH は使えません。',
      '今は絶対に VM の再起動、停止、サイズ変更をしないでください。コピー途中の OS ディスクは起動できなくなることがあります。',
      '停滞は OS ディスクの読み書きバイト数で判断します。15 分間ゼロなら疑います (推定)。',
    ],
  },
  'linux-os-please-reboot': {
    meaning:
      'OS ディスクのコピーは終わりましたが、VM はまだメモリ上で動いています。暗号化されたディスクから再起動して初めて完了です。',
    next: [
      '約 10 分 (目安) 待ちます。現在のバージョンでは、VM は自動的に再起動します。',
      '表示が残る場合は、ディスクのスナップショットを取り、ブート用のパッケージを確認します (VM が応答しなければコピーで)。その後 1 回だけ再起動します。割り当て解除はしないでください。',
      '再起動後、最後の表示まで 2 ～ 3 分待ちます。',
    ],
  },
  'linux-os-succeeded': {
    meaning: '拡張機能によれば、OS ボリュームの処理は成功で終わりました。データ ディスクは対象外でした。',
    next: [
      '詳細な状態の `os` = `Encrypted` と、OS ディスクの暗号化設定を確認します。',
      'データ ディスクも保護する場合は、スナップショットを取ってから All を要求します。',
    ],
  },
  'linux-all-succeeded': {
    meaning:
      '拡張機能は、OS とデータのボリュームの処理が成功したと報告しています。マウントされていない、使用中だった、後で追加されたデータ ディスクは、未暗号化の可能性があります。',
    next: [
      '`os` = `Encrypted` と `data` = `Encrypted` を確認します。`NotMounted` が正しいのは、データ ディスクがない場合だけです。',
      'OS ディスクは、VM の中の `lsblk` と `sudo cryptsetup status osencrypt` で確認できます。',
      '新しいバックアップを取り、それが残る間はキーとシークレットも残します。',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
