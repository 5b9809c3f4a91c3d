import type { CauseWords } from '../types'

/** Requests, Windows, settings apart from the truth, and what only has to be awaited. */
export const stateCauses = {
  'volume-type-unknown': {
    title: '存在しないボリュームの種類です',
    text: '`OS`、`Data`、`All` のどれかにする必要があります。',
  },
  'volume-type-narrowed': {
    title: 'ボリュームの種類が狭い範囲に変更されました',
    text: '前回と同じ種類を指定するか、`All` に広げることができます。',
  },
  'scale-set-os-volume': {
    title: 'Linux のスケール セットでは OS ディスクを暗号化できません',
    text: '暗号化できるのはデータ ボリュームだけです。',
  },
  'confidential-os-volume': {
    title: '機密 VM の OS ディスクの暗号化が要求されました',
    text: 'このディスクは、Azure が機密 VM のキーで暗号化します。',
  },
  'request-malformed': {
    title: '要求が正しくありません',
    text: '操作、種類、資格情報のどれかが、ないか、つづりが違うか、別のバージョンのものです。',
  },
  'query-replaced-status': {
    title: '何かのツールが状態の照会を送りました',
    text: '古いツールやスクリプトが送ることがあります。代わりにインスタンス ビューを読んでください。',
  },
  'linux-os-cannot-be-decrypted': {
    title: 'Linux の OS ディスクの暗号化は解除できません',
    text: 'この VM のすべてのディスクが対象です。元に戻すには、新しい VM を作ります。',
  },
  'two-encryptions-chosen': {
    title: '2 つの暗号化が選ばれています',
    text: 'Azure Disk Encryption、ホストでの暗号化、カスタマー マネージド キーは、1 つの VM で併用できません。',
  },
  'deprecated-publisher': {
    title: '古いテンプレートでインストールされました',
    text: 'テンプレートに `Microsoft.OSTCExtensions` が指定されています。',
  },
  'extension-for-other-os': {
    title: 'テンプレートに別のシステム用の種類が指定されています',
    text: 'Linux には `AzureDiskEncryptionForLinux`、Windows には `AzureDiskEncryption` が必要です。',
  },
  'bitlocker-policy-conflict': {
    title: 'グループ ポリシーが矛盾しています',
    text: 'TPM を要求しているか、256 ビットの回復キーを禁止しているか、AES-CBC を許可していません。',
  },
  'volume-unfit-for-bitlocker': {
    title: 'ボリュームが BitLocker に適していません',
    text: 'NTFS ではないか、動的ボリューム、共有ディスクなど、BitLocker が対応しない種類です。',
  },
  'volume-label-unreadable': {
    title: 'ボリューム ラベルに特殊な文字があります',
    text: '拡張機能はボリュームの一覧を XML で書きます。`&` や `;` のような文字を含むラベルがあると読めなくなります (推定)。',
  },
  'volume-without-room': {
    title: 'ボリュームが小さすぎるか、空き容量がありません',
    text: 'BitLocker は自身のデータのための空き容量を必要とし、ごく小さいボリュームを拒否します。',
  },
  'server-core-lacks-tool': {
    title: '`bdehdcfg` がありません',
    text: 'Server Core 2012 R2 と 2016 には、システム パーティションを準備するツールが含まれていません。',
  },
  'windows-extension-version': {
    title: 'このバージョンの拡張機能に不具合があります',
    text: 'NVMe や記憶域プールなど、標準と異なるストレージで障害が起きます。新しいバージョンでは起きない可能性があります。',
  },
  'log-file-locked': {
    title: '別のプロセスがログ ファイルを使っています',
    text: '別の実行かログ ビューアーが開いていました。',
  },
  'windows-service-missing': {
    title: 'Windows のサービスが停止しているか壊れています',
    text: '拡張機能には Windows リモート管理が必要です。VM の中で修復できます。',
  },
  'stamp-comes-first': {
    title: '設定は書き込まれましたが、暗号化は行われていません',
    text: '設定は、処理が始まる前にディスクに書き込まれます。そのため、要求があったことしか示しません。',
  },
  'decrypted-inside': {
    title: 'VM の中で暗号化が解除されました',
    text: '`manage-bde` や `cryptsetup` などのツールは、Azure に知らせずにディスクを変更します。',
  },
  'settings-cleared-only': {
    title: '設定だけが消されました',
    text: 'ディスクの設定はオフですが、VM 内のボリュームはまだ暗号化されています。',
  },
  'removed-before-disabled': {
    title: '暗号化を無効にする前に、拡張機能が削除されました',
    text: '拡張機能を削除しても暗号化は解除されず、設定も残ります。',
  },
  'report-cut-or-old': {
    title: '報告が途中で切れたか、古いバージョンのものです',
    text: '古いエージェントや拡張機能、または非常に長いメッセージが原因です。',
  },
  'extension-not-started': {
    title: '拡張機能がまだ動いていない可能性があります',
    text: 'インストールや起動の後、最初のステータスが届くまで数分かかります。',
  },
  'agent-stopped': {
    title: 'エージェントが停止しているか、応答しません',
    text: 'サービスが動いていないか、VM 自体が応答しないか、起動していません。',
  },
  'agent-outdated': {
    title: 'エージェントが古くなっています',
    text: 'Linux のディスク暗号化には 2.2.38 以降が必要です。2.2.19 はステータスをまったく伝えません。',
  },
  'agent-away-during-copy': {
    title: 'OS ディスクの暗号化中のため、エージェントが応答していません',
    text: 'メモリ上の小さなシステムで起動し直すため、数分かかります。',
  },
  'other-extension-broken': {
    title: '失敗した状態の拡張機能がほかにあります',
    text: 'VM を変更する前に、修復または削除する必要があります。',
  },
  'restart-awaited': {
    title: '再起動が必要です',
    text: '拡張機能の処理は終わり、再起動を待っています。新しいバージョンでは、数分以内に自動で再起動します。',
  },
  'copy-takes-hours': {
    title: '暗号化は続いています。コピーには数時間かかります',
    text: 'ストック イメージの OS ディスクでは 3 ～ 16 時間が普通です。Standard のディスクではさらにかかります。',
  },
  'copy-no-longer-runs': {
    title: 'コピーが止まり、再起動の要求が来ない可能性があります',
    text: 'メモリ不足、ディスクのエラー、再起動により、何も報告せずに終わることがあり、その場合に役立つのは開始前のスナップショットまたはバックアップだけです。先にディスクの読み書き量とシリアル ログを確認します。推測の再起動は OS ディスクを壊すことがあります。',
  },
  'work-goes-on': {
    title: '処理は続いています',
    text: '暗号化中のボリュームがあります。大きなデータ ディスクには数日かかります。',
  },
  'operation-goes-on': { title: '操作は終わっていません', text: 'Azure は、拡張機能を最長 90 分待ちます。' },
  'decryption-goes-on': {
    title: '暗号化の解除が続いています',
    text: 'すべてのブロックをコピーして戻すため、暗号化と同じくらいの時間がかかります。',
  },
  'decryption-interrupted': {
    title: '途中で VM が停止または再起動しました',
    text: '拡張機能は解除中の印を見つけますが、何も行いません (ソースからの推定)。',
  },
  'decryption-stopped-on-volume': {
    title: '1 つのボリュームの暗号化を解除できませんでした',
    text: '開けなかったか、使用中だったか、コピーできませんでした。',
  },
  'migration-stopped': {
    title: '移行の条件を満たしていません',
    text: 'すべてのデータ ディスクが EncryptFormatAll で暗号化されていて、パスフレーズが正しい必要があります。',
  },
  'normal-step': { title: '正常な段階です', text: 'この行は失敗の報告ではありません。' },
  'switched-off': {
    title: 'VM の電源が切られました',
    text: '人、スケジュール、予算、VM の中からの操作のどれかによるものです。',
  },
  'text-unknown': {
    title: '新しいか、非常にまれなメッセージです',
    text: '拡張機能の新しいバージョンで加わった可能性があります。',
  },
  'word-unknown': {
    title: 'Azure が新しい値を使っています',
    text: 'Azure はこれらの一覧に値を追加することがあります。',
  },
  'named-by-template': {
    title: 'テンプレートが付けた名前です',
    text: '名前と種類は別のものです。ツールは種類で探す必要があります。',
  },
  'dual-pass-disabled': {
    title: 'この VM ではデュアル パスが無効にされました',
    text: 'モデルにオフの設定が残りますが、影響はありません。',
  },
  'dual-pass-chosen': {
    title: 'Entra アプリケーションを使って設定された VM です',
    text: 'シングル パスより前は、これが普通でした。',
  },
  'bitlocker-on-cluster': {
    title: 'ボリュームがクラスターに属しています',
    text: '2150695086 は 0x803100AE です。クラスター ボリュームでは BitLocker のこの操作は許可されません。ディスク暗号化はクラスターをサポートしません。',
  },
} satisfies Readonly<Record<string, CauseWords>>
