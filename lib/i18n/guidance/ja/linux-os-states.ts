import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** Failed OS encryption by the step (machine state) in which it stopped: that step decides whether the disk was changed. */
export const linuxOsStates = {
  'linux-os-failed': {
    meaning:
      'OS の暗号化が止まりました。末尾の machine state かスタック トレースの段階から、OS ディスクが変更されたかどうかが分かります。途中で切れた文には、どちらもないことがあります。',
    next: [
      steps.judgeByState,
      'その段階が `unmount_oldroot` かそれより前なら、この実行は OS ディスクに書き込んでいません。再起動で次の試行が自動で始まることがあります (どちらも推定)。',
      steps.serialLog,
    ],
  },
  'linux-os-failed-at-uninitialized': {
    meaning: 'OS の暗号化は最初の段階の前に失敗しました。OS ディスクは変更されていません (推定)。',
    next: [
      'VM で `mount` などの基本ツールが動き、`/` が通常のディスクにあることを確認します。',
      steps.enableAgain,
      steps.readLog,
    ],
  },
  'linux-os-failed-at-prereq': {
    meaning:
      'ディストリビューションの確認、パッケージのインストール、エージェントの準備のいずれかで失敗しました。この実行は OS ディスクに何も書き込んでいません (推定)。',
    next: [steps.tryPackageManager, steps.providePackages, steps.enableAgain],
  },
  'linux-os-failed-at-selinux': {
    meaning: 'SELinux を permissive にする段階で失敗しました。この実行は OS ディスクに何も書き込んでいません (推定)。',
    next: ['VM で SELinux を無効にし、1 回再起動します。', steps.enableAgain, steps.readLog],
  },
  'linux-os-failed-at-stripdown': {
    meaning:
      'メモリ上に小さなシステムを作って切り替える段階で失敗しました。この実行は OS ディスクに何も書き込んでいません (推定)。',
    next: [
      steps.restartToLeaveMemory,
      '実行時の VM のメモリを増やし、ルート ファイル システムの空きを確保し、余分なサービスを止めます。',
      '再起動後に次の試行が自動で始まらなければ (推定)、スナップショットを取って再度有効化します。',
    ],
  },
  'linux-os-failed-at-unmount-oldroot': {
    meaning:
      '元のルートが使用中で、切り離す段階で失敗しました。この実行は OS ディスクに何も書き込んでいません (推定)。',
    next: [steps.restartToLeaveMemory, steps.suspectSoftware, steps.retryMayStartItself],
  },
  'linux-os-failed-at-split-root-partition': {
    meaning:
      'ブート パーティションのためにルートを縮小する段階で失敗しました。OS ディスクは変更された可能性がありますが、暗号化はされていません。',
    next: [steps.restore, '次回の前に、ルート ファイル システムの空きを増やし、検査します。', steps.stockLayout],
  },
  'linux-os-failed-at-encrypt-block-device': {
    meaning:
      'LUKS ヘッダーの書き込みか OS ディスクのコピーで失敗しました。ディスクは途中まで上書きされ、未暗号化でも暗号化済みでもない可能性があります。',
    next: [
      '再起動に期待しないでください。このコピーは再開されず、VM が起動しないことがあります。',
      steps.restore,
      steps.serialLog,
    ],
  },
  'linux-os-failed-at-patch-boot-system': {
    meaning:
      '暗号化されたルート用のブート ファイルの書き込みで失敗しました。オフライン方式では起動しない可能性、オンライン方式では作成途中の暗号化層が残る可能性があります。',
    next: [steps.checkBootFirst, steps.restore, steps.serialLog],
  },
  'linux-os-failed-at-resume-encryption': {
    meaning:
      'OS ディスクのバックグラウンド暗号化 (オンライン方式) が途中で終了しました。一部は未暗号化ですが、通常 VM は動作し、起動もします。',
    next: ['新しい `SequenceVersion` で有効化を要求します。止まった位置から処理が続きます。', steps.readLog],
  },
  'linux-os-failed-at-completed': {
    meaning:
      '最後の段階に達したのに失敗と報告されました。OS ディスクが暗号化されたかどうかは、ここからは結論できません。',
    next: [
      '詳細な状態の `os` と OS ディスクの暗号化設定を比べます。それまで VM を再起動しないでください。',
      steps.readLog,
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
