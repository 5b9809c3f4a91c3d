import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** Failures of data volumes, and log lines that tell why one stayed plain. */
export const linuxDataFailures = {
  'linux-data-failed': {
    meaning:
      'データ ボリュームの暗号化が止まり、自動では再開されません。各ボリュームがどこまで進んだかは示されません。1 つは途中まで暗号化されている可能性があります。',
    next: [
      '`with error:` と `stack trace:` の間の理由と、詳細な状態の `data` を読みます。',
      steps.readLog,
      steps.enableAgain,
    ],
  },
  'linux-data-failed-device': {
    meaning:
      '1 つのデータ デバイスの暗号化が失敗しました。その状態は不明で、途中まで暗号化されている可能性があります。理由も、ほかのボリュームの状態も示されません。',
    next: [
      'デバイス、マウント ポイント、ファイル システムからディスクを特定し、理由を `extension.log` で探します。',
      '状態が分かるまで、そのデバイスをマウントも修復もしないでください。ヘッダーの書き込みかコピーが始まっていたら、以前のスナップショットを復元します。',
      steps.enableAgain,
    ],
  },
  'linux-data-failed-xfs': {
    meaning:
      'メッセージが示すデバイスのファイル システムを、ADE はインプレースで暗号化できません (ファイル システム名からの推定)。',
    next: [
      'そのボリュームを対象から外す、データを ext4 に移す、EncryptFormatAll を使う、のいずれかを選びます。',
      'EncryptFormatAll はマウント済みの全データ パーティションを消去します。先にデータを別の場所にコピーし、コピーを読み出せることを確かめます。',
      steps.enableAgain,
    ],
  },
  'linux-data-resume-failed': {
    meaning:
      'VM の再起動で中断したボリュームの暗号化を再開できませんでした。一部だけが暗号化されており、データは危険な状態です。',
    next: [
      'そのボリュームの使用をすべて止め、ディスクをそのままスナップショットに取ります。',
      '実行前のスナップショットかバックアップから、そのボリュームを復元します。',
      steps.readLog,
    ],
  },
  'linux-data-command-unsupported': {
    meaning: '保存された処理に、このバージョンの知らない操作が書かれており、データの処理は止まりました。',
    next: [steps.readLog, steps.enableAgain],
  },
  'linux-data-json-parse-error': {
    meaning: '旧式の設定 `DiskFormatQuery` が JSON のオブジェクトでも配列でもないため、データの処理は止まりました。',
    next: [
      '`DiskFormatQuery` を外します。EncryptFormatAll には不要ですが、マウント済みの全データ パーティションが消去されます。',
      steps.enableAgain,
    ],
  },
  'linux-data-devpath-missing': {
    meaning: '設定 `DiskFormatQuery` の項目にデバイスの指定がないため、データの処理は止まりました。',
    next: ['各項目に `dev_path` か `scsi` を加えるか、この設定を外します。', steps.enableAgain],
  },
  'linux-resource-disk-failed': {
    meaning:
      'EncryptFormatAll と機密 VM では一時ディスクが先に暗号化されますが、それに失敗しました。データ ディスクは変更されていません。',
    next: ['一時ディスクのスワップを止め、`/mnt` や `/mnt/resource` を使うプロセスを停止します。', steps.requestAgain],
  },
  'linux-log-device-skipped': {
    meaning:
      'ログにのみ出力される行です。デバイスが対象から外され、そのまま残ります。理由は行に書かれています。外からは `data` = `NotEncrypted` か数の減少としてしか見えません。',
    next: [
      '暗号化が必要なら、データがないことを確かめてからファイル システムを作成し (内容は消去されます)、マウントして再度有効化します。',
      'ルート、キー、一時ディスク、パーティションを持つディスク、すでに LUKS のボリュームなら正常です。',
    ],
  },
  'linux-log-fs-unsupported': {
    meaning:
      'ログにのみ出力される行です。このファイル システムは ADE では暗号化できません。この実行ではボリュームは暗号化されず、ステータスにはデバイス名しか出ません。',
    next: ['データを ext4 に移すか、別の方法で保護します。', steps.enableAgain],
  },
  'linux-log-fs-needs-format': {
    meaning:
      'ログにのみ出力される行です。xfs か btrfs のボリュームのため、この実行ではインプレースで暗号化されません。ステータスにはデバイス名しか出ません。',
    next: [
      'データを ext4 に移すか、コピーした上で EncryptFormatAll を使います。マウント済みの全データ パーティションは消去されます。',
      steps.enableAgain,
    ],
  },
  'linux-log-no-shrink-space': {
    meaning:
      'ログにのみ出力される行です。LUKS ヘッダー (2 または 16 MiB) のためにファイル システムを縮小できませんでした。この実行ではボリュームは暗号化されません。',
    next: ['空き容量を増やし、マウントを解除した状態でファイル システムを検査します。', steps.enableAgain],
  },
  'linux-log-umount-error': {
    meaning:
      'ログにのみ出力される行です。データ ボリュームが使用中でした。オフライン方式ではエラーなしでスキップされ、暗号化されません。オンライン方式では失敗します。',
    next: ['実行の終了後、行に示されたマウント ポイントの使用を止めます。', steps.enableAgain],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
