import type { flags as english } from '../en/flags'
import type { SameKeys } from '../shape'

export const flags = {
  flag: {
    'possibly-stuck': '停滞の可能性',
    'last-operation-failed': '前回の操作が失敗',
    'conflict-stamp-report': '設定 ≠ 報告',
    'stale-report': '古い報告',
    'unreadable-report': '読み取れない報告',
    'unrecognised-message': '未知のメッセージ',
    'operation-running': '操作を実行中',
    'mixed-data-disks': 'ディスク混在',
    'extension-removed': '拡張機能なし',
    'extension-renamed': '拡張機能名が変更済み',
    'dual-pass-leftover': 'デュアル パスの残り',
    'confidential-no-stamp': '機密 VM、設定なし',
    'data-not-mounted': 'データ未マウント',
    'attested-otherwise': '監査との不一致',
    'runtime-not-read': '実行状態が未取得',
  },
  reason: {
    'extension-provisioning-failed': 'Azure は拡張機能を失敗と表示しています。',
    'status-code-failed': '拡張機能の状態コードが失敗を示しています。',
    'status-level-error': '拡張機能がレベル Error の状態を報告しています。',
    'extension-provisioning-running': 'Azure は拡張機能をまだ処理しています。',
    'vm-not-running': 'VM が実行されていないため、最後の報告は古い可能性があります。',
    'agent-not-ready': '仮想マシン エージェントの準備ができていないため、最後の報告は古い可能性があります。',
    'substatus-not-json': '詳細な状態に、読み取れる JSON がありません。',
    'substatus-word-unknown': '詳細な状態に、未知の語が使われています。',
    'message-not-in-catalogue': '進行状況メッセージが、既知の文に一致しません。',
    'stamped-but-report-says-not-encrypted': 'ディスクに暗号化設定がありますが、報告は未暗号化です。',
    'report-encrypted-but-not-stamped': '報告は暗号化済みですが、ディスクに暗号化設定がありません。',
    'some-data-disks-stamped': '暗号化設定のあるデータ ディスクと、ないデータ ディスクがあります。',
    'stamped-without-extension': 'ディスクに暗号化設定がありますが、報告できる拡張機能がありません。',
    'extension-name-not-default': '拡張機能の名前が通常と異なるため、ほかのツールが見落とす可能性があります。',
    'model-enabled-false-left': 'VM モデルに、デュアル パス方式の無効な設定が残っています。',
    'confidential-vm-skips-stamp': '機密 VM では、プラットフォームがディスクに暗号化設定を書き込みません。',
    'data-disks-not-mounted':
      '拡張機能はマウントされていないデータ ディスクを検出し、それらについて何も報告していません。',
    'no-instance-view': '読み取った内容に、VM の実行時の状態が含まれていません。',
    'no-os-disk-in-model': '読み取った内容に、OS ディスクが含まれていません。',
    'attested-not-encrypted':
      'Azure Policy による VM 内の監査で、暗号化されていないディスクが見つかりました。最後の報告より古い可能性があります。',
    'extension-status-missing': '拡張機能はインストールされていますが、Azure にその状態がありません。',
  },
  more: '+{count, number}',
  moreLabel: 'ほかのフラグ {count, number} 件: {names}',
} as const satisfies SameKeys<typeof english>
