import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const readStep = '現在の段階は、進行状況メッセージで確認します。'
const compareDisks = 'ARM にあるデータ ディスクがすべて VM でマウントされ、暗号化設定を持つことを確認します。'
const restartOnce =
  '約 10 分 (目安) 待ちます。変化がなければ、VM を 1 回だけ再起動します。割り当て解除はしないでください。'
const includeDisk =
  '対象に加えるには、マウント ポイントの使用を止め、スナップショットを取り、新しい `SequenceVersion` で有効化を要求します。'

/** The words of the sub-status, alone and together. */
export const substatus = {
  'substatus-os-not-encrypted': {
    meaning:
      '最後のステータスの時点で、ルート ファイル システムは暗号化されていないデバイスにあり、OS ディスクの処理も進行していませんでした。',
    next: [
      'OS か All を要求した場合は、進行状況メッセージでエラーを探します。失敗するとこの値に戻ります。',
      'OS ディスクに暗号化設定があっても、暗号化済みとみなさないでください。',
    ],
  },
  'substatus-os-encrypted': {
    meaning:
      'ルート ファイル システムが暗号化されたデバイスにあり、未完了の処理はないと拡張機能が判定しました。独自の LVM 構成では誤ることがあります (推定)。',
    next: [
      '暗号化設定もそう示す場合だけ、OS ディスクを暗号化済みとみなします。',
      '独自の LVM 構成では、VM 内で `lsblk` と `cryptsetup status osencrypt` により確認します。',
    ],
  },
  'substatus-os-in-progress': {
    meaning: 'OS ディスクを対象とする処理が進行中です。最初の 1 分からこの値になり、進み具合は示しません。',
    next: [readStep, steps.hold],
  },
  'substatus-os-restart-pending': {
    meaning:
      'OS ディスクのコピーは終わりましたが、VM は暗号化されたディスクではなくメモリ上で動いています。通常は拡張機能が自動的に再起動します。',
    next: [restartOnce, steps.serialLog],
  },
  'substatus-data-not-encrypted': {
    meaning:
      '最後のステータスの時点で、マウント済みのデータ ファイル システムの少なくとも 1 つが未暗号化でした。暗号化デバイス上の LVM や RAID もこう報告されます (推定)。',
    next: [
      'ARM のデータ ディスクを `lsblk` と比べます。使用中でスキップされたか、後から追加された可能性があります。',
      'Data か All を要求した場合は、進行状況メッセージでエラーを探します。',
      includeDisk,
    ],
  },
  'substatus-data-not-mounted': {
    meaning:
      'マウントされたデータ ファイル システムがなく、何も判定されていません。アタッチされたデータ ディスクの保護は示しません。',
    next: [
      'ARM にデータ ディスクがなければ、これが正常な値です。',
      'ある場合は、マウントされない理由を VM で調べます: ファイル システムなし、`fstab` に記載なし、ロックが未解除。',
      'マウントしてから、新しい `SequenceVersion` で有効化を要求します。',
    ],
  },
  'substatus-data-encrypted': {
    meaning:
      '最後のステータスの時点でマウントされていたデータ ファイル システムは、すべて暗号化されたデバイスにあります。未マウントや後から追加のディスクは含みません。',
    next: [compareDisks],
  },
  'substatus-data-in-progress': {
    meaning: 'データ ボリュームを対象とする処理が進行中です。All では、OS ディスクが終わるまでこの値のままです。',
    next: [readStep, steps.hold],
  },
  'substatus-data-decrypting': {
    meaning: 'データ ボリュームの暗号化を解除中か、解除中に中断されました。データは保護されていないとみなします。',
    next: [steps.keepRunning],
  },
  'substatus-json-shape': {
    meaning: '詳細な状態は通常の形式です。形式だけでは、ディスクについて何も分かりません。',
    next: [steps.readStates],
  },
  'substatus-pair-encrypted-encrypted': {
    meaning:
      '最後のステータスの時点で、ルートとマウント済みの全データ ファイル システムが暗号化されたデバイスにありました。未マウントや後から追加のディスクは含みません。',
    next: [compareDisks, steps.keepExtension],
  },
  'substatus-pair-encrypted-notmounted': {
    meaning:
      'OS ディスクは暗号化済みと判定され、マウント済みのデータ ファイル システムはありませんでした。データ ディスクのない VM の通常の完了状態です。',
    next: [
      'ARM にデータ ディスクがあれば、暗号化の証明はありません。マウントし、新しい `SequenceVersion` で有効化を要求します。',
      steps.keepExtension,
    ],
  },
  'substatus-pair-notencrypted-encrypted': {
    meaning:
      'マウント済みのデータ ボリュームは暗号化済み、OS ディスクは未暗号化と判定されました。Data の要求はこの状態で終わります。',
    next: [compareDisks, 'OS ディスクも暗号化する場合は、スナップショットを取ってから All での実行を計画します。'],
  },
  'substatus-pair-encryptioninprogress-encryptioninprogress': {
    meaning:
      '全ボリュームを対象とする処理が進行中です。どちらの値も処理全体が終わるまで変わらず、進み具合は示しません。',
    next: [readStep, steps.hold],
  },
  'substatus-pair-vmrestartpending-encrypted': {
    meaning:
      'OS ディスクのコピーが終わり、マウント済みのデータ ボリュームは暗号化済みですが、VM は暗号化されたディスクからまだ再起動していません。',
    next: [restartOnce, steps.serialLog],
  },
  'substatus-pair-notencrypted-notencrypted': {
    meaning:
      'ルートもマウント済みのデータも未暗号化で、進行中の処理もありません。まだ始まっていないか、失敗して値が戻っています。',
    next: [
      '進行状況メッセージでエラーを探します。処理が終わった理由が分かります。',
      '暗号化設定のあるディスクがあっても、暗号化済みとみなさないでください。',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
