import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** Lines of the extension's log that tell of a cause, or of none. */
export const linuxLogFindings = {
  'linux-log-app-compat': {
    meaning:
      'OS 暗号化の前の確認で、OS ディスクの解放を妨げやすいサービス (コンテナー エンジンなど) が見つかりました。まだ何も失敗していません。',
    next: ['角かっこの中のサービスを OS 暗号化の前に停止して無効にし、終わってから起動します。', steps.suspectSoftware],
  },
  'linux-log-mount-scheme': {
    meaning:
      'OS 暗号化の前の確認で、マウントの下にさらにマウントが見つかりました。システム フォルダーの下のマウントは OS ディスクの解放を妨げることがあります。',
    next: [
      '`/`、`/usr`、`/var` などの下のマウントを解除し、OS 暗号化が終わるまで `/etc/fstab` でコメントにします。',
      steps.suspectSoftware,
    ],
  },
  'linux-log-mount-scheme-system': {
    meaning:
      'この行に害はありません。カーネルのマウントか、拡張機能自身のキー ボリュームです。失敗の原因ではありません。',
    next: [
      'この行には何もしません。OS の暗号化がマウント解除で失敗した場合は、ルート ファイル システムを使っているものを探します。',
    ],
  },
  'linux-log-lvm-volume-missing': {
    meaning:
      'LVM 構成の確認で、ストック イメージにある論理ボリュームが見つかりません。OS ディスクを含む要求はこのため拒否されます。何も変更されていません。',
    next: [steps.stockLayout, 'データ ボリュームは暗号化できます。`VolumeType` に `Data` を指定して要求します。'],
  },
  'linux-log-vault-url-differs': {
    meaning:
      '要求のキー コンテナーの書き方が、保存された設定と異なります (大文字と小文字やスラッシュだけの違いも含む)。新しいディスクではなく、キー設定の変更と扱われます。',
    next: [
      '`Encryption settings updated` が出るまで、VM を再起動も停止もしないでください。キーの変更に失敗すると、キー ファイルが空になることがあります。ディスクのスナップショットを取ります。',
      '保存されたアドレスは `effective config` の後にあります。以後の要求では、それを一字一句そのまま使います。',
    ],
  },
  'linux-log-package-lock': {
    meaning:
      'cloud-init や自動更新などの別のプロセスがパッケージ マネージャーのロックを保持していたため、パッケージを入れられませんでした。',
    next: [
      'そのプロセスの終了を待ちます。どのプロセスかは `ps` で分かります。ロック ファイルは削除しないでください。',
      steps.enableAgain,
    ],
  },
  'linux-log-key-not-stored': {
    meaning:
      'キーの変更が途中で失敗しました。キー ボリュームのキー ファイルがない可能性があります。ディスクは暗号化されたままですが、次の再起動で VM が起動できなくなることがあります。',
    next: [
      'VM を再起動、停止、再デプロイしないでください。ディスクのスナップショットを取り、古いシークレットとキーを残します。',
      '最初に、キー ボリュームの `LinuxPassPhraseFileName` でディスクを開けるかを確認します。キー ファイルが空か誤っている場合に限り、シークレットから書き直します。',
      '`BEK VOLUME` というラベルの小さいディスクは、フォーマットもデタッチもせず、ほかの部分を変更しないでください。',
    ],
  },
  'linux-log-new-passphrase-waiting': {
    meaning:
      'プラットフォームが新しいキーをまだキー ボリュームに書いていないため、キーの変更の処理は最後の段階の前に終わりました。変更が完了するまで、ディスクは新旧どちらのパスフレーズでも開けます。',
    next: [
      '`Encryption settings updated` が出るまで、両方のシークレットと両方のキーを残します。これは拡張機能の後の処理で出ます。',
      'キー ボリュームのキー ファイルが空でなく、ディスクを開けることを確認し、すべてのディスクのスナップショットを作成します。',
      steps.keepKeyVolume,
    ],
  },
  'linux-log-os-volume-encrypted': {
    meaning:
      '拡張機能の状態確認で、OS の LVM ボリュームが暗号化されたマッピングの上にありました。このため OS は暗号化済みと報告されます。データ ディスクについては何も示しません。',
    next: [steps.readStates],
  },
  'linux-log-no-space': {
    meaning:
      'ファイル システムがいっぱいでした。どれかは、この行からは分かりません。OS 暗号化中は多くの場合、8 GB のメモリを必要とするメモリ上のシステムです。',
    next: [
      'VM のメモリを確認します。8 GB 未満なら、次の試行の前にサイズを変更します。',
      '`df -h` で空き容量を確認します。`/boot` も確認します。',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
