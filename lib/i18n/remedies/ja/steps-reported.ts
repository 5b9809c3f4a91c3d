import type { StepWords } from '../types'

/** Against what clients, boot screens and other services say. */
export const reportedSteps = {
  'wait-for-key-change': {
    title: '後の処理を待つか、新旧のキーの確認後に割り当て解除と起動を計画する',
    text: '次の起動時に処理が始まり (推定)、`Encryption settings updated` を報告します。それまで両方のシークレットとキーを残してください。割り当て解除と起動は、新しいキーで全ディスクを開けることを確認し、スナップショットを用意してからにしてください。',
    outputs: [
      {
        output: '`Encryption settings updated`',
        means: '新しいキーが使われています。古いキーはバックアップのために残します。',
      },
    ],
  },
  'choose-larger-size': {
    title: '次の試行には 8 GB 以上のメモリがあるサイズを選ぶ',
    text: '確認でメモリが足りない場合に限ります。サイズ変更で VM は停止します。実行中の処理がないことを状態で確認し、すべてのディスクのスナップショットを作成してから行ってください。',
    outputs: [],
  },
  'wait-for-package-manager': {
    title: 'パッケージ マネージャーが空くのを待つ',
    text: '別のインストールの終了を待ってください。ロック ファイルを削除すると、パッケージのデータベースが壊れることがあります。',
    outputs: [
      { output: 'ロックのメッセージなしでパッケージを取得できる', means: 'もう一度暗号化を要求してください。' },
    ],
  },
  'use-first-vault-address': {
    title: '最初の要求と同じキー コンテナーの URL を使う',
    text: '実行中のキーの変更が `Encryption settings updated` で終わるまで待ちます。以後の要求では、ログの行で `effective config` の後にあるキー コンテナーの URL を、大文字小文字とスラッシュもそのままで使います。',
    outputs: [
      {
        output: 'ログに `differs from effective config` が出ない',
        means: '要求は再び新しいディスクにも及びます。',
      },
    ],
  },
  'use-single-pass': {
    title: '対応するリリースでシングル パスを使う (Entra のパラメーターなし)',
    text: 'アプリケーションの ID とシークレットを省きます。デュアル パスで暗号化済みの VM は移行が必要です。まだ何も暗号化されていなければ、要求の前に古い拡張機能を削除します。',
    outputs: [],
  },
  'enable-single-pass': {
    title: 'シングル パスで暗号化を要求する (Entra のパラメーターなし)',
    text: 'アプリケーションを指定しません。デュアル パスの拡張機能や暗号化設定が VM に残っていると、Azure CLI は `--aad-client-id` を求めます。その場合はまだデュアル パスです。',
    outputs: [
      {
        output: '拡張機能のバージョンが Linux では 1.x、Windows では 2.x で、30 分以内にメッセージが変わる',
        means: 'シングル パスで実行が始まりました。',
      },
      { output: '`Please provide --aad-client-id`', means: '古い拡張機能またはその暗号化設定が残っています。' },
    ],
  },
  'remove-dual-pass-extension': {
    title: '暗号化がなければ、デュアル パスの拡張機能 (0.1、Windows 1.1) を削除する',
    text: '残っていると、次の要求も再びデュアル パスになります。暗号化済みの VM からは削除しないでください。その場合は移行します。',
    outputs: [{ output: '一覧にない', means: 'シングル パスで暗号化を要求してください。' }],
  },
  'copy-data-away': {
    title: 'データを別の場所にコピーする',
    text: 'マウントされたデータ ディスクと、必要なら一時ディスクのすべてのファイルを、フォーマットされない場所にコピーし、コピーを確認します。スナップショットだけでは代わりになりません。中身は元のボリュームのままです。',
    outputs: [{ output: 'コピーを開けて、サイズも合う', means: 'ボリュームをフォーマットできます。' }],
  },
  'enter-passphrase': {
    title: 'シリアル コンソールで、デコードしたパスフレーズを入力する',
    text: 'シリアル コンソールに接続し、前の手順のファイルの内容を改行なしで貼り付けます。拡張機能が作成したものなら 172 文字です。原因を取り除くまで再起動しないでください。',
    outputs: [
      { output: 'システムが起動する', means: 'ディスクは正常です。次の再起動の前に原因を取り除いてください。' },
      {
        output: '同じプロンプトが再び出る',
        means: '別のディスクまたはバージョンのパスフレーズです。コピーのロックを解除してください。',
      },
    ],
  },
  'install-boot-tool': {
    title: 'nmap-ncat をインストールし、initramfs を作り直す',
    text: 'RHEL と CentOS 7 の、実行中の VM で行います。`dracut` がエラーなしで終わるまで再起動しないでください。',
    outputs: [{ output: '`dracut` がエラーなしで終わる', means: '1 回だけ再起動し、起動を見守ってください。' }],
  },
  'remove-lockout-policy': {
    title: 'アカウントのロックアウト ポリシーを外す',
    text: 'ポリシー「対話型ログオン: コンピューター アカウントのロックアウトのしきい値」は、サインインの失敗後に回復キーを求めます。`gpresult` が示す場所で外します。ドメインのポリシーは値を再び設定します。最後のコマンドは VM 内の値を削除します。',
    outputs: [
      {
        output: '`MaxDevicePasswordFailedAttempts` が一覧にない',
        means: 'Windows はもうロックされません。',
      },
    ],
  },
  'fetch-disk-key': {
    title: 'ディスクのキーを取得する (2 番目のコマンドは種類が `BEK` の場合だけ)',
    text: '名前とバージョンは、ディスクの設定にあるシークレットの URL から取ります。ファイルはディスクのキー (パスフレーズ、BEK) です。終わったら削除し、チケットに貼り付けたりしないでください。',
    outputs: [
      {
        output: '種類が `Wrapped BEK` ではない',
        means: 'このファイルで、ディスクまたはそのコピーのロックを解除できます。',
      },
      {
        output: '種類が `Wrapped BEK`',
        means:
          'ラップを解除するか、`az vm repair` でコピーのロックを解除してください。2 番目のコマンドでは誤ったキー ファイルになります。',
      },
      {
        output: '見つからない、または禁止されている',
        means: '再起動の前に、シークレットを回復するか、権限を求めてください。',
      },
    ],
  },
  'unwrap-disk-key': {
    title: '`Wrapped BEK` の場合だけ、キー暗号化キーでラップを解除する',
    text: 'キー コンテナーが解除します。キーの URL はバージョンまで含め、ラップを解除する権限が必要です。シークレットのタグに別のアルゴリズムがあれば、それを使います。Linux ではパスフレーズを `LinuxPassPhraseFileName` に書き込みます。',
    outputs: [
      { output: 'パスフレーズまたはキー ファイル', means: 'ディスクまたはそのコピーのロックを解除できます。' },
      {
        output: '`Forbidden`',
        means: 'キーのラップを解除する権限を求めるか、`az vm repair` でコピーのロックを解除してください。',
      },
    ],
  },
  'swap-repaired-disk': {
    title: 'コピーを修復した場合に限り、OS ディスクとして交換する',
    text: '`az vm repair restore` は、`az vm repair create` が作ったコピーを OS ディスクにします。VM は起動しません。',
    outputs: [
      { output: 'VM が修復したディスクから起動する', means: 'すべてを確認するまで、古いディスクを残してください。' },
    ],
  },
  'back-up-luks-header': {
    title: 'LUKS ヘッダーのコピーを保存する',
    text: 'ヘッダーが壊れると、正しいキーでもボリュームを開けません。データ ディスクでは自身に、OS ディスクではファイルにあります。コピーは後で削除したキーでもディスクを開けるため、VM の外にキーと同じように保管します。',
    outputs: [{ output: 'VM の外にコピーがある', means: '壊れたヘッダーをコピーから復元できます。' }],
  },
  'restore-key-file': {
    title: 'キー ファイルが空か誤りの場合だけ書き直し、その前後でディスクが開くか試す',
    text: '前の手順でデコードしたキーを `LinuxPassPhraseFileName` に改行なしで書き込みます (推定)。先にディスクを開けるか試し、Azure サポートにも相談してください。書き込んだファイルも試し、すべて `opens` の場合だけ再起動してください。',
    outputs: [],
  },
  'prepare-scale-set': {
    title: '機能 `UnifiedDiskEncryption` を登録し、スケール セットを準備する',
    text: 'ARM が求める場合は、拡張機能をモデルから削除し、インスタンスを更新します。機能 `UnifiedDiskEncryption` (`Microsoft.Compute`) がなければ登録し、Linux では `Data` を要求します。新規にはホストでの暗号化が適します。',
    outputs: [],
  },
  'update-client': {
    title: 'クライアントを更新: `az upgrade` か `Update-Module Az`',
    text: '前者は Azure CLI、後者は PowerShell のためのものです。その後、状態を読み直してください。',
    outputs: [],
  },
  'copy-keys-to-target': {
    title: 'キーをターゲット リージョンにコピーし、そのキー コンテナーを選ぶ',
    text: 'Microsoft が Site Recovery 用に公開する、ディスク暗号化キーのコピー スクリプトを実行し、レプリケーションの設定でターゲットのキー コンテナーを指定します。キーを変更するたびに繰り返してください。',
    outputs: [],
  },
  'grant-backup': {
    title: 'バックアップ サービスにアクセス ポリシーを与える',
    text: 'アクセス ポリシーを使うキー コンテナーの場合です。ID は、パブリック クラウドの Backup Management Service のものです。',
    outputs: [
      {
        output: 'キー コンテナーのポリシーにサービスがある',
        means: 'バックアップを開始し、正常に終わることを確認してください。',
      },
    ],
  },
  'run-backup-again': {
    title: 'もう一度バックアップを実行する',
    text: '現在のキーとシークレットが含まれるのは、新しい復旧ポイントだけです。権限が有効になるまで数分かかることがあります。',
    outputs: [{ output: 'バックアップ ジョブが完了する', means: '現在のキーを含む復旧ポイントができました。' }],
  },
  'grant-backup-role': {
    title: 'バックアップ サービスにロールを割り当てる',
    text: 'Azure RBAC を使うキー コンテナーの場合です。そこではアクセス ポリシーは効きません。',
    outputs: [{ output: 'ロールの割り当てが一覧にある', means: '数分待ってから、バックアップを開始してください。' }],
  },
  'grant-caller': {
    title: '呼び出し元に足りない権限をアクセス ポリシーで与える',
    text: 'アクセス ポリシーを使うキー コンテナーの場合です。呼び出し元は、メッセージの `oid` が示す ID です。指定した種類の権限の一覧は置き換わります。今ある権限を、足りない権限の前に書いてください。',
    outputs: [{ output: '呼び出し元のポリシーに足りなかった権限がある', means: '操作をもう一度行ってください。' }],
  },
  'grant-caller-role': {
    title: '呼び出し元にキー コンテナーのロールを割り当てる',
    text: 'Azure RBAC を使うキー コンテナーの場合です。そこではアクセス ポリシーは効きません。メッセージが示すアクションを含むロールが必要です。呼び出し元は `oid` が示す ID です。',
    outputs: [{ output: 'ロールの割り当てが一覧にある', means: '数分待ってから、操作をもう一度行ってください。' }],
  },
  'grant-service-key': {
    title: 'サービスの ID にキーの get、wrapKey、unwrapKey を与える',
    text: 'アクセス ポリシーを使うキー コンテナーで、これらの権限がない場合だけです。このコマンドは ID の今のキーの権限を置き換えます。今ある権限も指定してください。シークレットの権限は残ります。',
    outputs: [
      { output: 'ID のポリシーに `get`、`wrapKey`、`unwrapKey` がある', means: '操作をもう一度行ってください。' },
    ],
  },
  'grant-service-key-role': {
    title: 'サービスの ID にキーのロールを割り当てる',
    text: 'Azure RBAC を使うキー コンテナーの場合です。ロールは `Key Vault Crypto Service Encryption User` です。',
    outputs: [{ output: 'ロールの割り当てが一覧にある', means: '数分待ってから、操作をもう一度行ってください。' }],
  },
  'unlock-repair-disk': {
    title: 'コピーがまだ開いていない場合: 修復 VM でロックを解除する',
    text: '修復 VM で行います。`az vm repair create --unlock-encrypted-vm` なら済んでいます (Linux は `/investigateroot`)。ほかは、Linux ではキー ボリュームと LUKS ヘッダー、Windows ではキー ファイルを使います。',
    outputs: [
      {
        output: 'デバイスの下に `osencrypt` が現れるか、Windows でドライブのロックが解除される',
        means: 'マウントして、ファイルの読み取りまたは修復を行ってください。',
      },
      {
        output: '`No key available with this passphrase`',
        means: 'キー ボリュームのキーが違います。ディスクが指すシークレットを使ってください。',
      },
    ],
  },
  'import-volume-group': {
    title: 'LVM で `/investigateroot` が未マウントなら、仮の名前でマウントする',
    text: '同じイメージから作ると、両方の VM のグループの名前と ID が同じになります。元の名前を控えてください。VM は起動時にその名前を探します。',
    outputs: [
      {
        output: '`pvs` が PV の重複を警告する',
        means: 'コピーの ID が同じです。3 番目のコマンドで新しい ID になります。',
      },
      { output: '`/investigateroot` がマウントされる', means: 'ファイルの読み取りまたは修復を行ってください。' },
    ],
  },
  'restore-group-name': {
    title: '元の名前に戻す (修復 VM に同名のグループがあれば先に改名)',
    text: 'ブート ファイルを作る前、コピーを戻す前に行います。グループの名前が違うと VM は起動しません。別のグループと同じ名前は LVM が拒否します。',
    outputs: [{ output: '`vgs` に元の名前があり、`rescuemevg` がない', means: 'コピーは元の名前に戻りました。' }],
  },
  'close-repair-disk': {
    title: '戻す前にコピーを閉じる (マウント、グループ、マッピング)',
    text: 'Linux だけです。先に `chroot` を出ます。アクティブなグループがあると、ディスクは使用中のままです。',
    outputs: [
      { output: '`lsblk` にマウント ポイントがない', means: 'コピーを交換に使えます。' },
      { output: '`target is busy`', means: '`chroot` とそのフォルダーを出て、もう一度実行してください。' },
    ],
  },
  'decide-about-move': {
    title: '移動やイメージ作成の方法を決める',
    text: '暗号化された VM は、別のリージョンやサブスクリプションに移動できず、ほかの VM のイメージにも使えません。Windows か OS ディスクが未暗号化の Linux では、暗号化を解除してから移動またはキャプチャし、移動先で暗号化します。それ以外は新しい VM を作成します。',
    outputs: [],
  },
  'renew-vault-tenant': {
    title: 'キー コンテナーを新しいテナントに設定する',
    text: 'キー コンテナーの `properties.tenantId` とサブスクリプションのテナントを比べます。異なる場合は新しい方に変え、以前のアクセス ポリシーを取り除き、アクセスを与え直します。',
    outputs: [
      {
        output: 'テナント ID がサブスクリプションのものと同じ',
        means: 'アクセスを与え、呼び出しを繰り返してください。',
      },
    ],
  },
  'adapt-compliance-policy': {
    title: 'コンプライアンス ポリシーを調整する',
    text: 'Intune で、BitLocker を求めるポリシーからデバイス フィルターでこれらの VM を除外し、暗号化は Azure Policy で示します。ホストでの暗号化に移る前に行ってください。',
    outputs: [{ output: '次回のチェックインでデバイスが準拠になる', means: '条件付きアクセスでサインインできます。' }],
  },
  'take-out-of-mbam': {
    title: 'VM を MBAM の対象から外す',
    text: 'MBAM のグループ ポリシーの対象から外し、クライアントを削除します。ディスク暗号化を行ったボリュームを BitLocker のツールで解除しないでください。データが失われることがあります。',
    outputs: [
      {
        output: '`Get-Service MBAMAgent` で何も見つからない',
        means: 'ポリシーを適用し、もう一度暗号化を要求してください。',
      },
    ],
  },
  'enable-secret-version': {
    title: 'シークレットのバージョンを有効にする',
    text: '名前とバージョンは、ディスクの設定にあるシークレットの URL から取ります。別のバージョンでは開けません。',
    outputs: [{ output: '`enabled` が true', means: 'プラットフォームは次の起動時にキーを取得できます。' }],
  },
  'register-single-pass': {
    title: 'サブスクリプションにシングル パスを登録する',
    text: '10 分ほど後、2 番目のコマンドが `Registered` になったら、最後のコマンドを実行します。',
    outputs: [{ output: '`Registered`', means: '要求をもう一度送ってください。' }],
  },
  'extend-windows-volume': {
    title: 'システムで予約済みのパーティションを空き領域の後ろに移す',
    text: 'Microsoft の記事に最初から従います。ディスクの末尾に新しいブート ボリュームとブート ファイルを作り、アクティブにし、最後に古い方を削除します。サイズ変更自体には、VM の割り当て解除が必要です。',
    outputs: [
      {
        output: 'C: で「ボリュームの拡張」を選べる',
        means: '拡張し、起動を確認するまでスナップショットを残してください。',
      },
    ],
  },
  'extend-linux-data': {
    title: 'データ ディスクの層を拡張する',
    text: '先に Azure でディスクを拡張し、外側の層から順に行います。ない層は省きます。LVM がなければ、続けて `resize2fs` または `xfs_growfs` でファイル システムを拡張します。',
    outputs: [
      { output: '`lsblk` ですべての層が新しいサイズになる', means: '新しい領域も、ほかと同じく暗号化されて使えます。' },
    ],
  },
} satisfies Readonly<Record<string, StepWords>>
