import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const conversion =
  '全ボリュームの暗号化が完了するまで、VM 内で `manage-bde -status` を実行します。30 分以上かかることがあります。'
const stampsOnly = 'ARM で全ディスクの暗号化設定を確認します。これは暗号化の進み具合を示しません。'
const readLog =
  'BitLocker のイベント ログと `C:\\WindowsAzure\\Logs\\Plugins\\Microsoft.Azure.Security.AzureDiskEncryption\\<version>` を読みます。'
const enableAgain = '原因を取り除き、ディスクのスナップショットを取ってから、再度有効化します。'

/** Texts of the Windows extension. Its source is closed, so most of this comes from public reports. */
export const windows = {
  'win-version-only': {
    meaning:
      'バージョン番号だけの表示です。拡張機能の処理はエラーなく終わりましたが、BitLocker の変換は続いている可能性があり、暗号化の証明ではありません。',
    next: [conversion, stampsOnly],
  },
  'win-empty-success': {
    meaning:
      '古いバージョンが有効化の成功時に残す空のメッセージで、`Provisioning succeeded` と表示されます。BitLocker の変換は続いている可能性があります。',
    next: [conversion, stampsOnly],
  },
  'win-disable-completed': {
    meaning: '拡張機能が BitLocker を無効にしました。全ボリュームの暗号化解除が済んだかどうかは示しません。',
    next: [
      '全ボリュームの暗号化解除が完了するまで、VM 内で `manage-bde -status` を実行します。',
      '拡張機能の削除は、その後にします。',
    ],
  },
  'win-generic-prefixed': {
    meaning: 'カタログにない Windows の拡張機能のメッセージです。ディスクについて何も結論しません。',
    next: [
      'ステータスのレベルと暗号化設定で判断します。エラー レベルは、そうでないと分かるまで失敗とみなします。',
      '報告やサポート依頼では、元のメッセージをコピーして渡します。',
    ],
  },
  'win-bitlocker-config-failed': {
    meaning:
      '拡張機能が BitLocker を構成できませんでした。理由は `Exception:` の後にあります。すでに暗号化されたボリュームもあり得ます。',
    next: ['`Exception:` の後を読みます。', readLog, enableAgain],
  },
  'win-connection-failed': {
    meaning:
      '拡張機能が接続できませんでした。例外は接続の失敗で、BitLocker の失敗ではありません。デュアル パスでは、VM 自身が Entra とキー コンテナーに到達する必要があります。',
    next: [
      'VM から、Entra のサインイン ホストとキー コンテナーのポート 443、使っていればプロキシ、TLS 1.2 を確認します。',
      enableAgain,
    ],
  },
  'win-entra-sign-in-failed': {
    meaning:
      '拡張機能がデュアル パスのアプリケーションとして Entra にサインインできませんでした。理由は `AADSTS` の番号が示します。シークレットの誤りか期限切れが多く見られます。',
    next: [
      '`AADSTS` の番号を調べ、アプリケーションに有効なシークレットか証明書を用意します。',
      'それを使って有効にし直すか、シングル パスに移行します。',
    ],
  },
  'win-protectkey-2150695006': {
    meaning:
      '拡張機能がボリュームに追加するキーを BitLocker が拒否しました。グループ ポリシーで禁止されている可能性が高いです (推定)。',
    next: [
      'グループ ポリシーで 256 ビットの回復キーを許可し、TPM を必須にせず、`gpupdate /force` を実行します。',
      enableAgain,
    ],
  },
  'win-protectkey-2150695086': {
    meaning:
      'ボリュームがクラスターに属しているため、BitLocker がキーを拒否しました。番号は `0x803100AE` (クラスターでは許可されない) です。',
    next: [
      'クラスターで使っていない場合は、ボリュームをクラスターから外し、もう一度有効化します。',
      'それ以外では、クラスターはホストでの暗号化で保護します。ディスク暗号化はクラスターをサポートしません。',
    ],
  },
  'win-protectkey-2147942450': {
    meaning: 'BitLocker がサポートしないボリュームのため、キーが拒否されました。',
    next: [
      '拡張機能のログでボリュームを特定します。共有、動的、NTFS 以外などの可能性があります。',
      '変換するか対象から外し、再度有効化します。',
    ],
  },
  'win-protectkey-policy': {
    meaning:
      'グループ ポリシーの設定が互いに矛盾しているため、BitLocker がキーを拒否しました。スタートアップのオプションか、データ ボリュームの回復キーに関する設定です。',
    next: [
      '`gpresult /scope computer /v` で BitLocker のポリシーを比べます。スタートアップのオプションで必須にできるのは 1 つだけです。',
      '定義元で直し、`gpupdate /force` を実行します。',
      enableAgain,
    ],
  },
  'win-protectkey-no-room': {
    meaning:
      'ボリュームが BitLocker には小さすぎるか、空き容量がないため、キーが拒否されました。どのボリュームかは番号では分かりません。',
    next: [
      '`Get-Volume` と拡張機能のログでボリュームを特定します。ドライブ文字のないものも調べます。',
      '空き容量を増やすか拡張します。小さすぎるボリュームは対象から外します。',
      enableAgain,
    ],
  },
  'win-key-not-saved': {
    meaning:
      '拡張機能がキー ファイルを書き込めませんでした。`2147942419` は書き込み禁止を示します。多くはポリシー「BitLocker で保護されていない固定ドライブへの書き込みアクセスを拒否する」が原因です (推定)。',
    next: [
      'そのポリシー `FDVDenyWriteAccess` と、ディスク `BEK VOLUME` を確認します。このディスクはフォーマットしないでください。',
      'ポリシーを定義元で直し、`gpupdate /force` を実行します。',
      enableAgain,
    ],
  },
  'win-conversion-refused': {
    meaning:
      'BitLocker がボリュームの変換を始めませんでした。番号は 10 進表記のエラー コードです。`2147942421` はデバイスの準備ができていないことを示し、変換の一時停止などが考えられます (推定)。',
    next: [
      'VM 内で `manage-bde -status` を実行し、一時停止、ロック、オフラインのボリュームを探します。',
      '一時停止している場合に限り、新しい要求の前に `manage-bde -resume` で続けます。',
      readLog,
    ],
  },
  'win-volume-label': {
    meaning:
      '拡張機能がボリュームの一覧を読めませんでした。`&` や `;` などを含むボリューム ラベルがあると、XML として正しくなくなります (推定)。',
    next: ['`Get-Volume` でそのようなラベルを探し、ボリュームの名前を変えます。', enableAgain],
  },
  'win-bek-missing': {
    meaning:
      'Windows の拡張機能がキー ボリュームを見つけられないか、使えませんでした。この要求は先に進んでいません。すでに暗号化されたボリュームはそのままです。',
    next: [
      'ディスクの管理で `BEK VOLUME` を探します。オフラインか、`automount` が無効なことがあります。フォーマットや初期化は決してしないでください。',
      steps.checkVault,
      enableAgain,
    ],
  },
  'win-log-volume-skipped': {
    meaning:
      '拡張機能がこのボリュームを仮想ディスク ファイルとみなして飛ばしました。暗号化されていなくても、処理はエラーなく終わることがあります。',
    next: [
      '記憶域プールのものを中心に、全ボリュームを `manage-bde -status` で確認します。',
      '最新の拡張機能で、再度有効化します。',
    ],
  },
  'win-protectkey-other': {
    meaning: '拡張機能がボリュームに追加するキーを BitLocker が拒否しました。番号は 10 進表記のエラー コードです。',
    next: [
      '番号を 16 進に直して調べます。`0x8031…` は BitLocker、`0x8007…` は Windows のコードです。',
      readLog,
      enableAgain,
    ],
  },
  'win-access-denied': {
    meaning:
      'アクセスが拒否されました。バージョン 1.1 (デュアル パス) では、Entra アプリケーションにシークレットの設定かキーのラップの権限がありません。バージョン 2 以降では、このテキストから原因は分かりません。',
    next: [
      'バージョン 1.1 の場合のみ: シークレットの set とキーの wrapKey の権限をアプリケーションに与え、その後、再度有効化します。',
      'バージョン 2 以降: 新しい要求の前に、VM 内の `BitlockerExtension.log` を確認します。',
    ],
  },
  'win-storage-spaces-old': {
    meaning: 'ボリュームが記憶域プールにあります。拡張機能がこれを暗号化できるのは Windows Server 2016 以降だけです。',
    next: [
      '各ボリュームを `manage-bde -status` で確認します。ほかのボリュームは暗号化済みの可能性があります。',
      'Windows をアップグレードするか、データを通常のボリュームに移すか、ホストでの暗号化を使います。',
    ],
  },
  'win-efa-not-supported': {
    meaning: '暗号化と同時のフォーマットが要求されましたが、Linux でしか使えないため拒否されました。',
    next: ['`EncryptFormatAll` を付けずに有効化を要求します。'],
  },
  'win-resource-id-missing': {
    meaning: '設定にキー コンテナーのリソース ID がなく、拡張機能は処理を続けられませんでした。',
    next: [
      '`KeyVaultResourceId` を設定し、KEK を使う場合は `KekVaultResourceId` も設定します。テンプレートでよく抜けています。',
      'その後、再度有効化します。',
    ],
  },
  'win-nvme-null-reference': {
    meaning: 'ボリュームの背後のディスクを調べる途中で、拡張機能自身の不具合により失敗しました。',
    next: [
      '拡張機能を更新します。',
      '記憶域プール、フォルダーにマウントしたボリューム、NVMe ディスクを探し、できれば実行中は外します。',
      enableAgain,
    ],
  },
  'win-log-locked': {
    meaning: '拡張機能のログ ファイルを別のプロセスが開いていたため、処理が途中で終了しました。',
    next: ['ファイルを開いているツールを閉じるか、別の実行が終わるのを待ちます。', 'その後、再度有効化します。'],
  },
  'win-winrm': {
    meaning: '拡張機能に必要な Windows サービス WinRM を開けませんでした。',
    next: ['`Get-Service WinRM` でサービスがあって起動することを確かめ、修復します。', 'その後、再度有効化します。'],
  },
  'win-enable-exception-details': {
    meaning: '有効化に失敗しました。続けて例外の名前と、多くの場合は障害の理由が示されます。',
    next: ['障害の理由を読みます。', steps.checkVault, steps.checkVaultAccess],
  },
  'win-send-settings-exception': {
    meaning: '今回送られた暗号化設定を、プラットフォームが受け付けませんでした。',
    next: [steps.checkVault, steps.checkVaultAccess, 'その後、再度有効化します。'],
  },
  'win-send-data-failed': {
    meaning:
      '今回の暗号化データをプラットフォームが拒否しました。Microsoft は、キー コンテナー、キー、名前、ネットワークの問題を原因に挙げています。',
    next: [
      steps.checkVault,
      steps.checkVaultAccess,
      '名前とリソース ID の入力ミスや特殊文字を探し、再度有効化します。',
    ],
  },
  'win-onenable-exception': {
    meaning: '有効化の開始直後に拡張機能が失敗しました。手掛かりはメッセージ中の例外だけです。',
    next: [
      '例外の意味が分かってから、再度有効化します。',
      readLog,
      '繰り返す場合は拡張機能を再インストールします。ただし、暗号化されたボリュームがない場合に限ります。',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
