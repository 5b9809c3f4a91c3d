import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** Failed OS encryption by the reason in the text. */
export const linuxOsFailures = {
  'linux-os-unmount-exhausted': {
    meaning:
      '元のルートのマウントを解除する 10 回の試行がすべて失敗し、OS の暗号化は中止されました。この実行は OS ディスクに何も書き込んでいません (推定)。',
    next: [
      'VM を再起動します。戻らない場合は、スナップショットかバックアップを復元します。',
      steps.suspectSoftware,
      steps.retryMayStartItself,
    ],
  },
  'linux-os-target-busy': {
    meaning:
      '元のルートが使用中で、マウントを解除できませんでした。この実行は OS ディスクに何も書き込んでいません (推定)。',
    next: [steps.restartToLeaveMemory, steps.suspectSoftware, steps.retryMayStartItself],
  },
  'linux-os-no-space': {
    meaning:
      'メモリ上のファイル システムかブート パーティションがいっぱいになりました (エラー文からの推定)。OS ディスクの暗号化は完了していません。変更されたかどうかは machine state で分かります。',
    next: [
      steps.judgeByState,
      '次回は、ルート ファイル システムの使用量の 2 倍以上のメモリを持つ VM サイズを選びます。',
      '`/boot` から古いカーネルを削除します。LUKS ヘッダーだけで 32 MiB を使います。',
    ],
  },
  'linux-os-not-completed': {
    meaning:
      'ある段階が、ほかのエラーなしに、目的を達しないまま終わりました。どの段階かは末尾の machine state で分かります。',
    next: [
      steps.judgeByState,
      '`resume_encryption` の場合のみ、通常 VM は動いています。有効化を送り直すと、バックグラウンド処理が続きます。',
      steps.readLog,
    ],
  },
  'linux-os-rootfs-not-found': {
    meaning: '拡張機能が `/` のあるデバイスを見つけられず、OS の暗号化は止まりました。',
    next: [
      steps.judgeByState,
      'VM に Azure の udev 規則 (`66-azure-storage.rules`) があるか確認し、なければ戻して 1 回再起動します。',
      steps.stockLayout,
    ],
  },
  'linux-os-device-did-not-appear': {
    meaning:
      '10 回試してもルート デバイスが戻らず、OS の暗号化はコピーの前に中止されました。この実行は OS ディスクに何も書き込んでいません (推定)。',
    next: [
      steps.restartToLeaveMemory,
      '起動しない場合は、スナップショットかバックアップを復元します。',
      steps.enableAgain,
    ],
  },
  'linux-os-resize2fs-failed': {
    meaning:
      'ブート パーティションのためにルート ファイル システムを十分に縮小できませんでした。OS ディスクは変更された可能性がありますが、暗号化はされていません。',
    next: [steps.restore, '次回の前に、ルート ファイル システムの空きを増やし、検査します。'],
  },
  'linux-os-not-ext4': {
    meaning: 'ルート ファイル システムが、この手順に必要な ext4 ではありません。OS ディスクは暗号化されていません。',
    next: [steps.restore, steps.stockLayout],
  },
  'linux-os-partition-missing': {
    meaning:
      'ルート パーティションを分割する手順で、パーティション テーブルにそれが見つかりませんでした。OS ディスクは暗号化されていませんが、変更された可能性があります (推定)。',
    next: [steps.restore, steps.stockLayout],
  },
  'linux-os-dumpe2fs-parse': {
    meaning: 'ルート ファイル システムのサイズを読めず、分割されませんでした。OS ディスクは暗号化されていません。',
    next: [steps.restore, '次回の前に、ルート ファイル システムのエラーを検査します。'],
  },
  'linux-os-root-uuid-missing': {
    meaning:
      'ルート パーティションの識別子が見つからず、ブート ファイルは未完成です。OS ディスクは暗号化済みとはみなせません。',
    next: [steps.checkBootFirst, steps.restore, steps.stockLayout],
  },
  'linux-os-script-missing': {
    meaning: '拡張機能自身のファイルがなく、インストールが壊れています。OS ディスクは暗号化済みとはみなせません。',
    next: [
      steps.judgeByState,
      '拡張機能のファイルを手で置き換えないでください。復元した VM には新たにインストールされます。',
      steps.enableAgain,
    ],
  },
  'linux-os-initramfs-failed': {
    meaning:
      '暗号化されたルート用の起動イメージを作成できませんでした (Ubuntu 14.04)。OS ディスクのコピーは済んでおり、VM が起動しないことがあります。',
    next: [steps.restore, '次回の前に `/boot` の空きを増やします。できれば Ubuntu 14.04 から移行します。'],
  },
  'linux-os-udevadm-parse': {
    meaning: 'どのパーティションがルートか分からず、ブート ファイルは未完成です。VM が起動しないことがあります。',
    next: [steps.restore, steps.stockLayout],
  },
  'linux-os-cryptsetup-device': {
    meaning:
      '暗号化されたルートの下のデバイスが見つからず、ブート ファイルは未完成です。VM が起動しないことがあります。',
    next: [steps.restore, steps.serialLog],
  },
  'linux-os-wrong-machine': {
    meaning:
      '拡張機能の選んだ手順がインストールされたリリースに合わず、最初の段階で止まりました。この実行は OS ディスクに何も書き込んでいません (推定)。',
    next: [
      '`cat /etc/os-release` でリリースを確認します。上書きアップグレードか、未知のマイナー バージョンかもしれません。',
      'サポートされているリリースに移るか、Data だけを要求します。',
      steps.enableAgain,
    ],
  },
  'linux-os-partuuid-missing': {
    meaning:
      'ルートまたはブート パーティションの識別子がなく、ブート ファイルは未完成です。OS ディスクは暗号化済みとはみなせません。',
    next: [steps.checkBootFirst, steps.restore, steps.stockLayout],
  },
  'linux-os-rootfs-locate': {
    meaning:
      'マウント設定を書く段階で、ルート デバイスが見つかりませんでした。OS ディスクは暗号化済みとはみなせません。',
    next: [steps.checkBootFirst, steps.restore, steps.stockLayout],
  },
  'linux-os-command-failed': {
    meaning:
      '手順のコマンドが失敗しました。コマンド、戻り値、エラー出力が書かれています。どこまで進んだかは machine state で分かります。',
    next: [
      steps.judgeByState,
      '`stderr:` の後を読みます。戻り値 -9 は、メモリ不足でコマンドが強制終了されたことを示します (推定)。',
      steps.serialLog,
    ],
  },
  'linux-os-distro-unsupported': {
    meaning:
      '拡張機能には、このディストリビューションの OS ディスク用の手順がなく、この実行では暗号化されません。データ ボリュームは暗号化済みの可能性があります。',
    next: [steps.readStates, 'Data だけを要求するか、サポートされているイメージに移します。'],
  },
  'linux-os-byte-unit': {
    meaning:
      'ツールの出したサイズを解釈できず、OS の暗号化は止まりました。OS ディスクは変更された可能性がありますが、暗号化はされていません。',
    next: [steps.restore, '次回の前にシステムのロケールを確認します。通常と異なる数値の書式が原因かもしれません。'],
  },
  'linux-docs-failed-to-unmount': {
    meaning:
      '使用中の OS ディスクを指す、Microsoft のドキュメントの表現で、日本語表記は「次の操作後のマウント解除に失敗しました」です。このカタログで調べたソース コードは、これを書き込みません。',
    next: [
      '実際の表示 `Attempt #n to unmount /oldroot failed` か `Could not unmount /oldroot in 10 attempts` を探します。',
      steps.suspectSoftware,
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
