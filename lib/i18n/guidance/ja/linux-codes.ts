import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const byMessage = '対処は番号ではなく、進行状況メッセージで決めます。'

/** A number that the source keeps for a fault without ever reporting it. */
function unused(fault: string): Guidance {
  return {
    meaning: `この番号は次の障害用に予約されています: ${fault}。Linux の拡張機能がこの番号を報告することはありません (\`1.4.0.12\` のソースによる)。`,
    next: ['表示された場合は原因不明の失敗とみなし、進行状況メッセージを読みます。', steps.readLog],
  }
}

/** Numbers at the end of the codes of the Linux extension. */
export const linuxCodes = {
  'linux-code-0-success': {
    meaning: 'コード 0 は、成功だけでなく進行中にも付きます。ディスクの暗号化済みを意味しません。',
    next: ['進行状況メッセージと詳細な状態で判断します。'],
  },
  'linux-code-1-e2fsck-fserrors-correctedode': {
    meaning:
      'ステータスの 1 は、保護された設定を読めなかったことを示します。拡張機能の内部では、`e2fsck` がエラーを修正したときの戻り値でもあります。',
    next: [byMessage, steps.readLog],
  },
  'linux-code-2-luks-format-error': unused('`luksFormat` の失敗'),
  'linux-code-3-scsi-number-not-found': unused('SCSI 番号が不明'),
  'linux-code-4-device-not-blank': unused('デバイスが空でない'),
  'linux-code-5-environment-error': unused('環境の不適合'),
  'linux-code-6-luks-open-error': unused('`luksOpen` の失敗'),
  'linux-code-7-mkfs-error': unused('`mkfs` の失敗'),
  'linux-code-8-folder-conflict-error': unused('マウント先フォルダーの競合'),
  'linux-code-9-mount-error': unused('マウントの失敗'),
  'linux-code-10-mount-point-not-exists': unused('マウント ポイントがない'),
  'linux-code-11-passphrase-too-long-or-none': unused('キーなしでボリュームを開こうとした'),
  'linux-code-12-parameter-error': unused('パラメーターの誤り'),
  'linux-code-13-create-encryption-secret-failed': {
    meaning:
      'デュアル パス: VM がシークレットを Key Vault に保存できませんでした。Entra へのサインインか、キー コンテナーの呼び出しに失敗しています。',
    next: [
      'サインインとキー コンテナーの呼び出しの HTTP ステータスを `extension.log` で探します。',
      'アプリケーション ID、そのシークレットか証明書、シークレットの設定とキーのラップの権限、送信経路を確認します。',
    ],
  },
  'linux-code-14-encrypttion-already-enabled': {
    meaning:
      'デュアル パス: キーがあるのに有効化が再び要求されました。メッセージは `None` です。このコードの形は推定です。',
    next: ['次のステータスを待ちます。要求は追加で送らないでください。'],
  },
  'linux-code-15-passphrase-file-not-found': {
    meaning: 'キー ボリュームにキー ファイルがなく、ボリュームを処理できませんでした。',
    next: [steps.deallocateStart, steps.keepKeyVolume],
  },
  'linux-code-16-command-not-support': unused('未知の操作'),
  'linux-code-17-volue-type-not-support': unused('未知のボリュームの種類'),
  'linux-code-18-copy-data-error': unused('ブロックのコピーの失敗'),
  'linux-code-19-encryption-failed': {
    meaning:
      'バックグラウンド処理がエラーを報告しました。無害な `Restarted extension from stripped down OS` にも同じコードが付きます。',
    next: [byMessage, 'そのメッセージなら VM に手を加えないでください。処理は続いています。'],
  },
  'linux-code-20-tmpfs-error': unused('メモリ上のファイル システムを作れない'),
  'linux-code-21-backup-slice-file-error': unused('中断前に保存された断片のサイズの誤り'),
  'linux-code-22-unmount-oldroot-error': {
    meaning: '今回の試行では、元のルートがまだ使用中でした。最大 10 回試行され、処理は続きます。',
    next: [steps.hold, '処理が失敗で終わるのは、`Failed to encrypt OS volume` で始まるメッセージのときだけです。'],
  },
  'linux-code-23-operation-lookback-failed': unused('直前の操作が見つからない'),
  'linux-code-51-os-not-supported': {
    meaning:
      'ディストリビューションか、その Python がサポートされていません。拡張機能はディスクを処理する前に止まりました。',
    next: [
      'VM のディストリビューションとバージョンを、Microsoft のサポート一覧と比べます。',
      'VM の Python を確認します。1.x には 2.7 か 3、デュアル パスの 0.1 には 2 が必要です。',
    ],
  },
  'linux-code-52-missing-dependency': {
    meaning: 'パッケージをインストールできなかったか、キー ボリュームがありません。どちらかはメッセージで分かります。',
    next: [
      'キー ボリューム (BEK) の名前があり、キー コンテナー、キー、シークレットに問題がない場合に限り VM の割り当てを解除して起動し、名前がなければパッケージ マネージャーの問題を解消します。',
      steps.requestAgain,
    ],
  },
  'linux-code-53-configuration-error': {
    meaning: '設定に誤りがあるか、処理前の検査のどれかに失敗しました。',
    next: [
      'メッセージの該当箇所 (多くはスタック トレースの末尾近く) を読み、示された点を直します。',
      steps.requestAgain,
    ],
  },
  'linux-code-100-unknown-error': {
    meaning:
      '有効化、無効化、更新のいずれかの要求が、想定外のエラーで終わりました。それまでに何が行われたかは、コードからは分かりません。',
    next: [byMessage, steps.readLog],
  },
  'linux-code-transitioning': {
    meaning: '操作は進行中で、ARM は拡張機能を待っています。このコードの形式は推定です。',
    next: [steps.hold],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
