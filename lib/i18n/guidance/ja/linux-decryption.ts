import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** Disabling encryption of data volumes. */
export const linuxDecryption = {
  'linux-settings-cleared': {
    meaning:
      'プラットフォームがディスクの暗号化設定を外し、暗号化解除がまもなく始まります。平文のキーがすでに付いているため、データは保護されているとみなせません。',
    next: [steps.keepRunning, '拡張機能の削除は、その表示の後にします。'],
  },
  'linux-decryption-started': {
    meaning: '暗号化解除が予約されました。データ ボリュームの書き換えはこれからです。',
    next: [steps.keepRunning],
  },
  'linux-decrypting-count': {
    meaning:
      '表示された数のデータ ボリュームの暗号化がインプレースで解除されています。データは保護されているとみなせません。',
    next: [steps.keepRunning, 'その間、ほかの要求は送らないでください。'],
  },
  'linux-decrypting-percent': {
    meaning: '1 つのデータ ボリュームの暗号化解除の進行状況です。ほかのボリュームが続くことがあります。',
    next: [steps.keepRunning],
  },
  'linux-decryption-succeeded': {
    meaning:
      '暗号化されていたデータ ボリュームの暗号化がすべて解除されたと、拡張機能が報告しています。VM 内に開いているマッピングがあれば、これと矛盾します。',
    next: [
      '開いているマッピングがないことを `lsblk` で確認します。拡張機能を削除できるのは、その後です。',
      '暗号化された状態のバックアップやスナップショットが残る間は、キーとシークレットを残します。',
    ],
  },
  'linux-decryption-completed': {
    meaning: '繰り返された無効化の要求への応答です。実際の状態は調べられておらず、何も証明しません。',
    next: [
      '詳細な状態の `data` を確認します。`DecryptionInProgress` なら処理は続いています。',
      '拡張機能の削除は、全データ ディスクがマウントされ、`data` が `NotEncrypted` になってからにします。',
    ],
  },
  'linux-disable-failed': {
    meaning:
      '無効化または暗号化解除がエラーで終わりました。解除済みのボリュームと暗号化されたままのボリュームが混在することがあります。',
    next: [
      steps.keepExtension,
      '`with error:` と `stack trace:` の間の理由、次に `extension.log` を読みます。',
      '原因を取り除き、無効化の要求を送り直します。',
    ],
  },
  'linux-disable-os-encrypted': {
    meaning:
      '無効化は拒否され、何も解除されていません。Linux では暗号化された OS ディスクの暗号化は解除できず、その場合データ ディスクも解除できません。',
    next: [
      '再試行せず、拡張機能、キー、シークレットを残します。',
      'ADE をやめる方法は、ホストでの暗号化を使う新しい VM を作り、データをコピーすることです。',
      'OS ディスクを暗号化した覚えがなければ `lsblk` で確認します。LVM 上のルートは暗号化済みと誤認されることがあります (推定)。',
    ],
  },
  'linux-disable-luksadd-failed': {
    meaning: '暗号化解除に必要な平文のキーをボリュームに追加できず、解除は始まりませんでした。',
    next: [
      'VM に `/mnt/azure_bek_disk/LinuxPassPhraseFileName` があり、デバイスを開けることを確認します。',
      'デバイスに空きのキー スロットがあることを `cryptsetup luksDump` で確認します。',
      'その後、無効化の要求を送り直します。成功するまで拡張機能は残します。',
    ],
  },
  'linux-decryption-failed-item': {
    meaning:
      '1 つのボリュームの暗号化を解除できませんでした。対象は示されますが、理由は示されません。途中まで書き換えられている可能性があります。',
    next: [
      'VM と拡張機能を残し、示されたディスクのスナップショットを取ります。',
      steps.readLog,
      '原因を取り除き、無効化の要求を送り直します。',
    ],
  },
  'linux-disable-command-unsupported': {
    meaning: '保存された暗号化解除の処理に、拡張機能の知らない操作が書かれており、解除は止まりました。',
    next: [steps.readLog, '無効化の要求を送り直します。成功するまで拡張機能は残します。'],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
