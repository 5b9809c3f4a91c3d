import type { CauseWords } from '../types'

/** Behind what clients, boot screens, logs and other services say. */
export const reportedCauses = {
  'vault-address-differs': {
    title: 'キー コンテナーの URL が使用中のものと異なります',
    text: '要求のキー コンテナーの書き方が前回と異なります。大文字と小文字の違いだけでも、暗号化されたすべてのボリュームでキーの変更が始まります。',
  },
  'vault-id-mismatched': {
    title: 'キー コンテナーの ID と URL が一致しません',
    text: 'ID と URL は、同じキー コンテナーを完全な形で指す必要があります。',
  },
  'packages-missing': {
    title: '拡張機能に必要なパッケージがありません',
    text: 'ないと、キー ボリュームをマウントできません。インストールに失敗したかどうかは、前の行で分かります。別のプロセスがロックを保持していた場合などです。',
  },
  'package-manager-locked': {
    title: '別のプロセスがパッケージ マネージャーを使用中です',
    text: 'その時、自動更新または別のインストールがロックを保持していました。',
  },
  'key-not-found-at-boot': {
    title: '起動時にキーが見つかりませんでした',
    text: 'キー ボリュームがアタッチされていないか、キーが合いません。再起動を繰り返さないでください。パスフレーズは、ディスクが指すシークレットの内容です。シリアル コンソールで入力できます。',
  },
  'boot-tool-missing': {
    title: 'initramfs に nmap-ncat がありません (RHEL、CentOS 7)',
    text: '拡張機能の更新後、起動用スクリプトには `ncat` が必要です。ないと、キー コンテナーとキー ボリュームに問題がなくても、ディスクのロックが解除されません。',
  },
  'boot-modules-missing': {
    title: 'モジュールまたはブート ファイルが足りません',
    text: '更新、`/boot` の空き不足、中断した実行の後、起動用ファイルにモジュールがないか、暗号化されたルートの指定がありません。',
  },
  'bitlocker-key-not-found': {
    title: '起動時にキー ボリュームがありませんでした',
    text: '先にキー コンテナーからキー (BEK) を取得し、スナップショットを作成し、修復 VM のコピーでそのキーを試します。キー コンテナーに問題がなければ、割り当て解除後の起動でキー ボリュームがアタッチし直されます。',
  },
  'sign-in-lockout': {
    title: 'サインインの失敗により Windows がロックされました',
    text: 'ロックアウト ポリシーにより、サインインに何度も失敗すると回復キーが求められます。キー ボリュームに問題がない場合もあります。ディスクが指すシークレットでロックを解除し、その後ポリシーを外してください。残すと Windows が再びロックされます。',
  },
  'new-key-awaited': {
    title: 'キー ボリュームに以前のキーが残っています',
    text: 'キーの変更は完了していません。`Encryption settings updated` まで両方のシークレットを残してください。新しいキーで全ディスクを開けるかは示されていません。停止や再起動は、新旧のキーを試し、スナップショットを作成してからにしてください。',
  },
  'disk-not-unlocked': {
    title: 'ディスクのロックが解除されていません',
    text: '`mount` には、暗号化の層または LVM だけが見えており、中のファイル システムは見えていません。開いた後の、または暗号化されていない LVM も同じです。その場合はボリューム グループを有効にします。',
  },
  'stamped-disk-attached': {
    title: '暗号化設定のあるディスクはデータ ディスクにできません',
    text: '実行中の VM では、Azure が拒否します。修復 VM には、作成時にコピーをアタッチします。',
  },
  'dual-pass-on-generation-2': {
    title: 'デュアル パスは第 2 世代に対応していません',
    text: 'Entra アプリケーションのパラメーターがあるとデュアル パスになります。要求から省いてください。シングル パスは第 2 世代をサポートします。',
  },
  'status-taken-for-secret-url': {
    title: 'クライアントが状態の文をシークレット URL として読みました',
    text: 'デュアル パスでは、クライアントが拡張機能のメッセージからシークレット URL を読みます。URL が出る前か、別のメッセージに替わった後に読みました。シングル パスにはこの URL は要りません。',
  },
  'release-lacks-python': {
    title: 'ディストリビューションがデュアル パスに対応していません (Python 2 なし)',
    text: 'デュアル パスの拡張機能には Python 2 と当時のリリースが必要で、たとえば SLES 15 では動きません。対応するリリースでシングル パスを使ってください。',
  },
  'scale-set-not-prepared': {
    title: 'スケール セットが要件を満たしていません',
    text: 'マネージド ディスク、対応するサイズとイメージが必要で、Linux ではデータ ボリュームだけが対象です。',
  },
  'client-outdated': {
    title: 'クライアントが古くなっています',
    text: '古いバージョンは、シングル パスや、その後 Azure に追加されたフィールドを認識しません。',
  },
  'cmdlet-word-only': {
    title: 'コマンドレットの出力だけでは証明になりません',
    text: 'Az PowerShell の一部のバージョンは、暗号化されたディスクにも `NotEncrypted` と表示します。確かな状態は VM の中で調べます: Windows は `manage-bde -status`、Linux は `lsblk` と `cryptsetup status`。',
  },
  'outputs-differ': {
    title: '出力の時刻または VM が異なります',
    text: 'どれかが古いか、別の VM の出力です。状態と VM 内のボリュームを、続けてもう一度読み取ってください。それでも食い違う場合は、サポートに問い合わせてください。',
  },
  'keys-not-in-target-region': {
    title: '要求にターゲット リージョンのキー コンテナーがありません',
    text: 'キー コンテナーは自身のリージョンだけで使えます。Site Recovery には、ターゲット リージョンにキーとシークレットのコピーが必要です。コピーがあるかどうかは示されません。',
  },
  'backup-service-lacks-rights': {
    title: 'バックアップ サービスにキー コンテナーの権限がありません',
    text: 'キーとシークレットの取得、一覧、バックアップの権限が必要です。アクセス ポリシーか、Azure RBAC ではロールで与えます。Azure RBAC に変更すると、ポリシーは効かなくなります。',
  },
  'caller-lacks-vault-rights': {
    title: '呼び出し元にキー コンテナーの権限がありません',
    text: '多くの場合、メッセージに呼び出し元と足りない権限が示されています。シングル パスでは、プラットフォームにポリシーやロールは不要で、`enabledForDiskEncryption` が必要です。',
  },
  'service-lacks-key-rights': {
    title: 'サービスの ID にキーの権限がありません',
    text: 'ストレージ アカウントとディスク暗号化セットは、自身の ID でキーを取得し、ラップを解除します。キーが無効な場合や削除済みの場合も同じメッセージです。先にキーを確認してください。',
  },
  'secret-disabled': {
    title: 'シークレットのバージョンが無効です',
    text: 'このバージョンが無効な間、プラットフォームはディスクのキーを取得できません。内容は残っています。',
  },
  'key-near-expiry': {
    title: 'キーのバージョンの期限が近づいています',
    text: 'ローテーションはディスクに反映されません。新しい要求でキーを変更するまで、ディスクはこのバージョンを使い続けます。',
  },
  'vault-of-former-tenant': {
    title: 'キー コンテナーが以前のテナントに属しています',
    text: 'サブスクリプションを別のテナントに移すと、キー コンテナーには以前のテナント ID とアクセス ポリシーが残り、新しいテナントからの呼び出しはすべて拒否されます。',
  },
  'vault-used-by-disks': {
    title: 'ディスクがキー コンテナーを使っています',
    text: 'ディスクは、キー コンテナー、シークレット、キーを ID で指しています。移動すると、その ID の先がなくなります。',
  },
  'refusal-names-reason': {
    title: '理由はメッセージに示されています',
    text: '停止中の VM、進行中の別の変更、登録されていない機能、別の名前の拡張機能などです。対処はメッセージの説明にあります。',
  },
  'single-pass-not-registered': {
    title: 'サブスクリプションに機能が登録されていません',
    text: 'シングル パスより前のサブスクリプションでは、`Microsoft.Compute` の `UnifiedDiskEncryptionForVMs` が必要です。',
  },
  'partition-in-the-way': {
    title: 'システムで予約済みのパーティションが Windows の直後にあります',
    text: 'このパーティションのないイメージでは、ディスク暗号化が Windows のボリュームの直後に追加します。そのため、空き領域に拡張できません。',
  },
  'linux-os-disk-resized': {
    title: '暗号化された Linux の OS ディスクはサイズ変更できません',
    text: 'Microsoft は、暗号化後のサイズ変更をサポートしません。データ ディスクを使うか、より大きい OS ディスクで新しい VM を作成してください。',
  },
  'layers-not-extended': {
    title: 'データ ディスクの一部の層が元のサイズのままです',
    text: 'ディスク、パーティション、暗号化の層、物理ボリューム、論理ボリューム、ファイル システムを、外側から順に拡張します。',
  },
  'volume-group-twice': {
    title: '修復 VM に同じ名前のボリューム グループがあります',
    text: '同じイメージの修復 VM にも `rootvg` があります。どちらかの名前を変えるまで、LVM はコピーとそのボリュームを有効にしません。',
  },
  'compliance-reads-bitlocker': {
    title: 'ポリシーが BitLocker の状態を調べています',
    text: 'Intune は、BitLocker だけを認識する `Win32_EncryptableVolume` を調べます。Azure Disk Encryption は条件を満たしますが、ホストでの暗号化は満たしません。',
  },
  'bitlocker-managed-by-mbam': {
    title: 'MBAM などのツールが BitLocker を管理しています',
    text: 'BitLocker Administration and Monitoring のポリシーは、ディスク暗号化と併用できません。どちらもボリュームの保護機能を設定するためです。',
  },
  'storage-spaces-unsupported': {
    title: 'ボリュームが記憶域スペースにあります',
    text: '記憶域スペース ダイレクトはサポートされません。Windows Server 2016 より前の記憶域スペースと、ローカル NVMe ディスク上の記憶域スペースも同様です。',
  },
} satisfies Readonly<Record<string, CauseWords>>
