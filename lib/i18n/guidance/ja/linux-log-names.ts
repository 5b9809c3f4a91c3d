import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const followLog =
  'シリアル ログで次の `MACHINE STATE` の行を追います。オフラインの OS 暗号化の進み具合は、ほかでは分かりません。'

const internal = (meaning: string): Guidance => ({
  meaning,
  next: ['VM 内のログや状態ファイルを読むときだけ使います。ステータスには決して出ません。'],
})
const state = (meaning: string): Guidance => ({ meaning, next: [followLog, steps.hold] })

/** Names that appear only in the log, the serial console or files inside the VM. */
export const linuxLogNames = {
  'linux-phase-encryption-phase-backup-header': internal(
    'データ ボリュームの先頭 50 MiB を退避しています。まだ暗号化されていません。',
  ),
  'linux-phase-encryption-phase-encrypt-device': internal(
    'データ ボリュームの LUKS ヘッダーを書き込んでいます。データはまだ暗号化されていません。',
  ),
  'linux-phase-encryption-phase-copy-data': internal(
    'データ ボリュームを末尾から先頭へ 50 MiB ずつコピーしています。一部だけが暗号化されています。',
  ),
  'linux-phase-encryption-phase-recover-header': internal(
    '退避した 50 MiB を暗号化して書き戻しています。その後、ボリュームが再マウントされます。',
  ),
  'linux-phase-encryption-phase-done': internal(
    '1 つのデータ ボリュームが暗号化されました。ほかが続くことがあります。',
  ),
  'linux-phase-decryption-phase-copy-data': internal(
    'データ ボリュームの暗号化を少しずつ解除しています。一部は平文です。',
  ),
  'linux-phase-decryption-phase-done': internal(
    '1 つのデータ ボリュームの暗号化が解除されました。ほかが続くことがあります。',
  ),
  'linux-mode-online': internal(
    '保存された処理はオンライン方式です。VM は使用でき、再起動にも耐えます。進み具合は示しません。',
  ),
  'linux-mode-phase-resume': internal(
    '暗号化層の準備が終わり、バックグラウンドで処理しています。データの暗号化は完了していません。',
  ),
  'linux-machine-state-uninitialized': state(
    'OS の暗号化の最初の段階です。この実行は、まだ OS ディスクを変更していません。',
  ),
  'linux-machine-state-prereq': state(
    'システムの確認とパッケージのインストールをしています。OS ディスクはまだ未暗号化です。',
  ),
  'linux-machine-state-selinux': state(
    'SELinux を permissive にしています (RHEL/CentOS 6 と 7)。OS ディスクはまだ未暗号化です。',
  ),
  'linux-machine-state-stripdown': state(
    '小さなシステムをメモリから起動しています。OS ディスクはまだ未暗号化で、ここから SSH は使えません。',
  ),
  'linux-machine-state-unmount-oldroot': state(
    '元のルートのマウントを解除するため、プロセスを終了しています。OS ディスクはまだ未暗号化です。',
  ),
  'linux-machine-state-split-root-partition': state(
    'ブート パーティションのためにルートを縮小しています (Ubuntu、CentOS 6)。ここから先の中断は、OS ディスクを失うおそれがあります。',
  ),
  'linux-machine-state-encrypt-block-device': state(
    'OS ディスクを暗号化層を通してコピーしており、数時間かかります。一部だけが暗号化されており、中断すると失うおそれがあります。',
  ),
  'linux-machine-state-patch-boot-system': state(
    'ブート ファイルを暗号化されたルートに合わせており、この後、拡張機能が VM を再起動します。それまで OS ディスクは暗号化済みとはみなせません。',
  ),
  'linux-machine-state-resume-encryption': {
    meaning: 'OS ディスクをバックグラウンドで暗号化しています (オンライン方式)。一部はまだ未暗号化です。',
    next: [steps.usableMeanwhile, '進行状況メッセージのパーセントを追います。'],
  },
  'linux-machine-state-completed': {
    meaning:
      'OS の暗号化の全段階が終わりました。メモリ上のシステムから暗号化した場合は、次に VM が再起動します。VM が戻って報告するまで、証明にはなりません。',
    next: [
      '`Encryption succeeded for OS volume` か `Encryption succeeded for all volumes` を待ち、`os` を確認します。',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
