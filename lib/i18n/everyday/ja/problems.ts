import type { ProblemKind } from '@/lib/diagnosis/kinds'

export const problems: Readonly<Record<ProblemKind, string>> = {
  'os-failed-disk-touched':
    '数時間後に失敗、途中で失敗、途中で異常終了、データは消えたか OS ディスクが壊れた、復元、暗号化の途中で落ちた、最後に失敗、VM が壊れた、半端に暗号化、データは消えますか、データが消える、データは無事か、データ消失、ディスクが破損、終盤で失敗',
  'host-rejected-key-settings':
    '設定が受け付けられない、設定の更新が拒否された、キー設定の拒否、プラットフォームが拒否、暗号化設定の要求が通らない',
  'os-failed-disk-untouched':
    'すぐに失敗、最初に失敗、再試行してもよいか、再実行してもいいか、何も書き込まれていない、開始してすぐ失敗、最初からやり直してよいか',
  'os-failed-while-resuming': 'オンライン暗号化が停止、再開に失敗',
  'data-resume-failed': '再開できない、続きから再開',
  'data-file-system-unsupported':
    'データディスクの XFS Btrfs ファイルシステム、未対応、対応ファイルシステム、ファイルシステムの種類 ext4 のみ',
  'data-encryption-failed': 'データディスクの暗号化エラー、データドライブ RAID、データボリュームの暗号化に失敗',
  'mount-busy':
    '次の操作後のマウント解除に失敗しました、アンマウントできない、マウント解除を何回試みても失敗、使用中 umount target is busy oldroot、ビジー、アンマウント失敗、ディスクを掴んでいる、使用中で外せない、マウントを解除できない、アンマウントできませんでした',
  'key-vault-reference-invalid':
    'シークレット URL が不正、コンテナー名の間違い、リソース ID の誤り、Key Vault の URL が不正、参照の誤り、マネージド HSM の参照、KeyVaultURL KeyVaultResourceId が一致しない、キーコンテナーの ID と URL、オンプレミスの鍵管理、社外の HSM',
  'key-encryption-key-invalid':
    'KEK キー暗号化キー KEK の URL が違う KEK が拒否された、KEK の指定ミス、KEK バージョンなし、KeyEncryptionKeyURL、KEK とは、KEK の意味',
  'key-volume-missing':
    'BEK ボリュームがない BEK が見えない、キーファイルがない、パスフレーズ、BEK ディスクが外れた、BEK がない、鍵ファイルを読めない、パスフレーズファイルがない、キーボリューム、鍵のディスクがない',
  'packages-not-installed':
    'パッケージのインストール失敗 yum apt dnf zypper cryptsetup サブスクリプションマネージャー、依存関係、タイムアウト、パッケージが入らない、インストールがタイムアウト、パッケージ取得失敗、パッケージが取得できない、パッケージのダウンロード',
  'memory-too-small': 'メモリ不足、メモリが少ない 7 GB 8 GB 最小メモリ要件、4 GB の VM、メモリ要件、必要メモリ',
  'lvm-layout-unsupported': 'LVM 論理ボリューム、ルート rootvg',
  'distribution-unsupported':
    '未対応のディストリビューション、対応 OS 対応バージョン Linux の種類 Debian CentOS Oracle Linux、対応 OS 一覧、サポートされる Linux RHEL Ubuntu SLES Rocky Alma 使えるか、対応していますか、どの Linux が使えるか、対応する Linux、使用できる Linux、対応バージョン一覧',
  'volume-type-rejected':
    'ボリュームの種類の変更 VolumeType All Data OS、VolumeType を変えたい、Windows はデータだけ暗号化できない',
  'confidential-vm-blocked': 'コンフィデンシャル、機密コンピューティング CVM、機密 VM では使えない',
  'secure-key-release-failed': 'キーの解放、構成証明、マネージド ID CVM',
  'kernel-module-missing': 'vfat dm-crypt モジュールがない modprobe 要塞化',
  'metadata-service-unreachable':
    'IMDS 169.254.169.254 メタデータにつながらない、IMDS に接続できない、メタデータ取得失敗',
  'request-rejected':
    'パラメーターの間違い、設定の誤り、不正な要求、SequenceVersion、テンプレートの設定誤り BadRequest、パラメーターが正しくない',
  'bitlocker-rejected':
    'BitLocker TPM グループポリシー 0x8031 Windows の暗号化エラー、BitLocker の構成に失敗、BitLocker を有効にできない、BitLocker エラー',
  'windows-extension-fault': 'Windows 拡張機能の例外、異常終了 WinRM、Windows の拡張機能エラー WMI',
  'dual-pass-vault-access-failed':
    'サービスプリンシパル Azure AD AADSTS 資格情報、クライアントシークレットの期限、サインイン失敗、トークンが取れない、クライアント ID の誤り、アプリのサインイン',
  'decryption-failed': '復号できない、無効化に失敗、復号エラー、復号に失敗した、無効化が失敗した、暗号化を解除できない',
  'key-update-failed':
    'キーローテーション、鍵の変更、キー交換 KEK の更新 KEK を変えた、コンテナーの変更、パスフレーズの変更、KEK の変更に失敗、キー更新のエラー、鍵の入れ替えに失敗',
  'migration-failed': 'シングルパスへの移行エラー AAD なしへの移行',
  'boot-waits-for-key':
    '起動しない、立ち上がらない、パスフレーズ入力、再起動後にパスフレーズやパスワードを聞かれる initramfs dracut 起動途中で止まる、黒い画面 grub、パスフレーズを聞かれる、起動時のパスフレーズ、上がらない、起動不能、起動時に鍵が見つからない、パスフレーズの画面から進まない、割り当て解除後に起動しない、緊急モード、コンソールで止まる grub dracut の画面、再起動ループ、再起動を繰り返す、サーバーが起動してこない、VM が上がってこない、電源を入れても起動しない、サイズ変更したら起動しない、停止から起動で立ち上がらない、起動しなくなった',
  'bitlocker-recovery':
    '回復キー、回復画面、青い画面 48 桁、ロックされた Windows 起動時、回復キーの画面で止まった、BitLocker のパスワード、BitLocker の画面、回復キーの入力画面、回復キーはどこ、Windows が起動しない、起動時の BitLocker 画面、BitLocker キーを含んだ USB ドライバーを接続してください、ロックアウトされました、このドライブのロックを解除するためにパスワードを入力、再起動したら回復キーを聞かれた、BitLocker ブートエラー',
  'no-space-left':
    'ディスクがいっぱい、空き容量がない /boot がいっぱい、ルートの空き、ディスクフル、ディスク残量、容量逼迫 100%、ルートが 100%、容量がない',
  'repair-disk-locked':
    'ディスクの取り外し、別の VM に暗号化されたディスクをアタッチ、接続、マウントできない、中身を読みたい、復旧用 VM 修復 VM、マウントできない crypto_LUKS、修復 VM に付けたディスクが開けない、別の VM で中身を見たい、LUKS ヘッダー破損、暗号化されたディスクの中身を読む、ファイルを取り出したい、データの取り出し、他のサーバーで開く',
  'scale-set-refused':
    'VMSS を暗号化できない、スケールセットのコマンド失敗、スケールセットは対応していない VMSS エラー、VMSS の暗号化に失敗',
  'vault-refused':
    '開始前にコンテナーの確認で拒否、リージョンやサブスクリプションの不一致で拒否、キーコンテナーが有効になっていない',
  'reports-contradict':
    '成功と処理中の両方が出る、状態の矛盾、表示の食い違い、PowerShell と CLI で表示が違う、状態が食い違う',
  'client-request-refused': 'コマンドが拒否された、引数の間違い、使い方のエラー az PowerShell',
  'site-recovery-refused':
    'Site Recovery レプリケーション、別リージョンにフェールオーバー ASR、別のリージョンに複製できない、ASR フェールオーバー、レプリケーションエラー、DR サイト',
  'backup-refused':
    'バックアップが失敗する、取得できない、暗号化後のバックアップ Recovery Services コンテナーの権限、バックアップの権限、バックアップジョブの失敗、暗号化してからバックアップできない、バックアップがエラー',
  'vault-access-refused':
    'キーコンテナーにアクセス拒否、権限が足りない 403 禁止、シークレットを読めない、アクセスが拒否、キーコンテナーにアクセスできない、キーの権限がない wrapKey unwrapKey RBAC 401 403、Forbidden AuthorizationFailed、鍵にアクセスできる人、アクセス制御、権限エラー',
  'azure-refused-request':
    '操作が許可されません、競合、サイズ変更の拒否、VM の実行が必要、操作の拒否、競合 409、OperationNotAllowed Conflict、BadRequest、競合エラー、テンプレートのデプロイが拒否',
  'extension-version-refused': 'バージョン 2.2 サポートされていません、機能の登録、バージョン指定、typeHandlerVersion',
  'move-refused':
    '別のサブスクリプションに移動、リソースグループの移動、リージョン移動、テナント、移動できない、リージョン間の移動、VM の引っ越し、移設、別リージョンへ移したい、東日本から西日本、リージョンを変えたい、サブスクリプションの移管、別テナントへ移動、移転',
  'disk-not-extended':
    'OS ディスクの拡張、ディスク、サイズ変更、拡大、容量を増やす、ボリュームの拡張、グレー、反映されない、C ドライブを広げたい、容量が変わらない、ディスク増量、サイズを増やしたのに反映されない、ディスクを大きくしたのに増えない、拡張できない',
  'failed-without-known-cause':
    '原因不明の失敗、理由が分からない、エラーだけ、有効化に失敗、失敗の原因を調べる、なぜ失敗、失敗しました、原因を知りたい、プロビジョニングに失敗、拡張機能の失敗',
  'vault-unfit': 'キーコンテナーの設定不備、設定が合わない',
  'key-expires-soon': 'まもなく期限、キーの有効期限が近い',
  'network-unfit':
    'ファイアウォール、接続制限、通信遮断 NSG ネットワークセキュリティグループ、閉域網、閉じたネットワーク、インターネットに出られない UDR、NSG で塞いだ、ポート、通信要件、強制トンネリング、送信拒否、分離されたネットワーク、閉域、オフライン環境、外部に出られない、開けるポート、何を許可すればよい',
  'policy-denies-encryption':
    'ポリシー違反、拒否、禁止 Azure Policy、ポリシーに引っかかる、ポリシーでブロック、RequestDisallowedByPolicy、ポリシーで禁止',
  'lock-blocks-changes':
    'リソースロック、削除ロック、読み取り専用ロック、ロックで削除できない、ScopeLocked CannotDelete ReadOnly、ロックされていて削除できない',
  'stamped-but-not-encrypted':
    'ポータル、暗号化済み表示、実際、非暗号化、不一致、平文、食い違い、ポータルでは暗号化済み、暗号化済みと出るが実際は平文、見かけだけ暗号化、ポータルでは暗号化済み、暗号化済みと表示、ポータルは有効なのに OS では暗号化されていない、見た目だけ',
  'restart-pending':
    'VMRestartPending 再起動待ち、再起動を求められる、再起動してください、再起動を待っている、いつ再起動する、再起動が必要と出た、暗号化は終わったのに次にすること、最後の再起動、再起動は必要か、再起動が要るか、再起動が必要ですか',
  'key-change-begun': 'キーだけ変更、何も暗号化されない',
  'key-update-pending':
    '鍵の更新が終わらない、鍵の更新待ち、新しい鍵がまだ、キーを新しいバージョンに切り替える、定期的な鍵のローテーション、毎年のローテーション、別のキーコンテナーに切り替え、キーコンテナーを変える',
  'encrypted-but-not-stamped': 'ポータルでは未暗号化なのに実際は暗号化済み、不一致',
  'stamped-after-failed-run': '失敗後に残った暗号化設定、失敗したのに設定だけ残った、後始末',
  'precheck-warning': '事前チェックの警告',
  'client-fault':
    'Azure CLI の例外 Python トレースバック、コマンドレットの不具合、az コマンドがエラーで落ちる、CLI の不具合',
  'data-not-encrypted-after-success':
    '成功と出たのにデータディスクが平文 0 個、成功したのにデータディスクが暗号化されていない',
  'data-disk-not-covered':
    'データディスクを追加したら暗号化されていない、増設、後から接続した新しいディスク、追加したディスクも暗号化したい、一部のディスクが暗号化されない、ディスク追加、C ドライブだけ暗号化された、D ドライブが暗号化されていない、後からディスクを足した、一部だけ暗号化、ディスクの追加、残りのディスク',
  'data-disks-not-mounted':
    '未マウント NotMounted、NotMounted の意味、データディスクのマウント、マウントされていないと表示、ボリュームがマウントされていない、マウント解除されたボリューム、マウントしていないボリューム',
  'decryption-not-resuming': '復号が途中で止まった、復号の中断',
  'encryption-overdue':
    '終わらない、時間超過、遅い、停滞、何日も、進捗が進まない、数字が変わらない、固まった、時間がかかりすぎる、進まない、同じパーセントのまま、止まったまま、遅すぎる、ハング、何も起きない、動きがない、数時間動きなし',
  'decryption-running': '復号中、復号の進捗、復号が終わらない、復号の時間、復号の状況',
  'disable-refused-os-encrypted': 'Linux の OS ディスクを無効にできない、解除できない',
  'query-sent-to-single-pass': '状態の問い合わせコマンド、上書き',
  'extension-removed':
    '拡張機能を先に削除、アンインストールした、拡張機能を消してしまった、先に消した、拡張機能がなくなった',
  'extension-deprecated': 'OSTCExtensions 非推奨、古い拡張機能',
  'extension-wrong-os': 'Windows 用と Linux 用の取り違え',
  'other-extension-failed': '他の拡張機能の失敗、監視エージェント、監視の拡張が失敗、別の拡張機能がエラー',
  'other-extension-running':
    'カスタムスクリプト、同時実行、テンプレート、複数の拡張機能 Terraform、他の拡張機能が更新中、同時デプロイ、拡張機能の競合、並行デプロイ、拡張機能の順番、同時に入れる',
  'two-kinds-of-encryption':
    '保存データの暗号化、二重の暗号化、併用、サーバー側暗号化、ADE とホスト暗号化の併用 CMK との併用、暗号化とは何か、Azure Disk Encryption とは、ADE とは、SSE と ADE の違い、暗号化の種類、SSE',
  'host-encryption-not-counted':
    'Intune コンプライアンス、ポリシー、非準拠、準拠していない、条件付きアクセス、準拠していないと出る、未準拠',
  'cmdlet-word-uncertain': 'PowerShell では NotEncrypted、暗号化したのに NotEncrypted と表示',
  'report-unreadable': '状態が文字化け、途中で切れた',
  'azure-word-unknown': '知らない値、新しい値',
  'report-missing':
    '拡張機能の状態が VM で取得できません、暗号化の状態が取得できない、状態不明、空欄、表示されない、状態が出てこない、状態を取得できない、ステータスなし、拡張機能の状態が取れない',
  'agent-not-ready':
    '仮想マシンエージェント、応答なし waagent 準備未完了、ゲストエージェント、エージェントがオフライン、エージェントが反応しない、エージェントが Not Ready のまま、ゲストエージェントの応答なし',
  'agent-too-old':
    '仮想マシンエージェント、古い、最小バージョン waagent 2.2.38、エージェントが古い、エージェントのアップデート',
  'vm-stopping': '暗号化中に VM を停止した、割り当て解除中',
  'vm-not-running':
    'VM が止まっている、停止中、割り当て解除済み、拡張機能を変更できない、電源オフ、停止中の VM では実行できない',
  'os-encryption-silent-phase':
    'OS ディスクの暗号化が開始されました、進まない SSH 無効 SSH 接続できない、ログインできない、長時間、メンテナンス状態、再起動してもいい、暗号化中の再起動、暗号化を中止、EncryptionInProgress、電源を切った、待つ、暗号化中に SSH がつながらない、接続不可、パーセントが出ない、進捗が出ない、今どこまで進んでいる、VM に入れない、暗号化を始めてから接続不可、途中でやめたい、暗号化中も使えるか、暗号化中の利用、業務中、ダウンタイム、SSH タイムアウト',
  'success-text-not-the-end': '成功と出たがまだ実行中、データは完了、終わったように見える、成功と出たが終わったか',
  'harmless-unmount-attempt': 'マウント解除の試行、一回だけの失敗',
  'harmless-stripped-down-restart': '最小システムで再開、正常',
  'harmless-log-line': '無視してよいログ、警告の行',
  'operation-running':
    '拡張機能、更新中、処理中、作成中、実行中の操作、別の操作の実行中、別の操作が進行中、プロビジョニング状態が更新中、更新中のまま',
  'azure-stopped-waiting':
    'タイムアウト 90 分、コマンドが時間切れ、プロビジョニングのタイムアウト、展開のタイムアウト、長時間実行の操作、パイプラインのタイムアウト',
  'message-unrecognised': '不明なメッセージ、意味、見たことがない、エラーの意味が分からない、メッセージの意味',
  'extension-renamed': '拡張機能の名前が違う、拡張機能の名前が想定と違う',
  'dual-pass-leftover': '古い AAD の設定が残っている',
  'dual-pass-in-use':
    '旧バージョン AAD アプリケーション、以前のリリース、Microsoft Entra ID を使う方式、アプリを使う方式のサポート',
}
