import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'

/** Boot screens, tools of the guest, refusals of old clients, and services around an encrypted VM. */
export const guestAndServices = {
  'ps-scale-set-status': {
    meaning:
      'コマンドレットが示すスケール セットの状態です。モデルとキー設定による表示で、インスタンスのディスクが暗号化されている証明ではありません。',
    next: [
      '`Get-AzVmssVMDiskEncryptionStatus` または `az vmss encryption show` で各インスタンスを読みます。',
      'インスタンスの中で確認します (Windows では `manage-bde -status`、Linux では `lsblk`)。',
    ],
  },
  'ps-scale-set-extension-missing': {
    meaning:
      'コマンドレットはスケール セットで拡張機能を見つけられませんでした。古いバージョンは、ほかの拡張機能と一緒に入っていてもこう表示します。ディスクの状態は分かりません。',
    next: [
      '`Az.Compute` モジュールを更新します。`Disable-AzVmssDiskEncryption` はスケール セットのディスクの暗号化を解除するので、それが目的の場合に限り繰り返します。',
      'スケール セットのモデルと各インスタンスの拡張機能を確認します。',
    ],
  },
  'arm-generation-2-dual-pass': {
    meaning:
      '第 2 世代の VM はデュアル パスに対応していません。要求に Entra のパラメーターがあるとデュアル パスになります (推定: シングル パスはこのように拒否されません)。要求では何も変更されていません。',
    next: [
      '`-AadClientID` や `-AadClientSecret` などを付けずに要求を送ります。シングル パスは第 2 世代に対応しています。',
    ],
  },
  'arm-scale-set-unsupported': {
    meaning:
      'スケール セットが、要求された形でのディスク暗号化を拒否しました。この拒否でディスクは変わりません。ディスクの状態は示されません。',
    next: [
      'スケール セットがマネージド ディスクを使うことを確認し、`Set-AzVmssDiskEncryptionExtension` か `az vmss encryption enable` を使います。',
      'テンプレートが拡張機能だけを追加していて、どのインスタンスも暗号化されていない場合に限り、モデルから取り除きます。暗号化済みのインスタンスから取り除くと、ディスクを開けなくなることがあります。',
    ],
  },
  'arm-vault-unfit': {
    meaning:
      'キー コンテナーでディスク暗号化が有効でないか、指定されたリソース ID が別のキー コンテナーのものです。要求は拒否され、何も変更されていません。',
    next: [
      'キー コンテナーの `enabledForDiskEncryption` を有効にします。',
      '各キー コンテナーの完全なリソース ID を指定します (KEK の `--key-encryption-keyvault` も)。名前だけを指定すると、`az` は VM のリソース グループにあるものとみなします。',
      'その後、要求を送り直します。',
    ],
  },
  'cli-fault-repair': {
    meaning:
      '`az vm repair` が、ディスクの暗号化設定を読む途中で自身の不具合により失敗しました。修復 VM は作成されず、VM は変わりません。',
    next: [
      '拡張機能を更新します: `az extension update --name vm-repair`。',
      'その後、`--unlock-encrypted-vm` を付けて `az vm repair create` をやり直します。',
    ],
  },
  'cli-fault-no-settings': {
    meaning: '古い azure-cli の不具合で、モデルにキー設定がない VM で起きます。ディスクの状態は分かりません。',
    next: ['azure-cli を更新し、`az vm encryption show` を再度実行します。'],
  },
  'boot-passphrase-prompt': {
    meaning:
      'VM は起動時に、暗号化されたディスクのキーを待っています。キー ボリュームのキー ファイルが見つからなかったためです。コピーが完了していたか、キー コンテナーにキーが残っているかは、この画面では分かりません。',
    next: [
      '再起動を繰り返さないでください。ディスクのスナップショットを取り、キー コンテナーからシークレットを取得し、シリアル コンソールでパスフレーズを入力します。`Wrapped BEK` は、先にそのキーでラップを解除します。',
      'その後、キーが見つからない理由を調べます: `BEK VOLUME`、initramfs のモジュール、RHEL と CentOS 7 では `nmap-ncat`。',
      '修復 VM のディスクのコピーをそのキーで開けて、キー コンテナーに問題がない場合に限り、VM の割り当てを解除してから起動します。キー ボリュームがアタッチされます。',
    ],
  },
  'boot-root-not-found': {
    meaning:
      'ディスクが現れず、起動が止まりました。暗号化された OS ディスクがロック解除されなかったか、`fstab` のマウント先がありません。どちらかはこの表示だけでは分かりません。',
    next: [
      'シリアル ログ全体を保存し、修復の前に OS ディスクのスナップショットを取ります。',
      '示されたデバイスを確認します。`osencrypt` ならキーか initramfs、ほかなら `/etc/fstab` です。',
      '修復はコピーで行います: `az vm repair create --unlock-encrypted-vm`。',
    ],
  },
  'boot-grub-rescue': {
    meaning:
      'ブート ローダーが自分のファイルを見つけられませんでした。OS 暗号化の後では、起動用のパッケージがない場合に起きます。ディスク上のデータについては何も分かりません。',
    next: [
      'シリアル ログを保存し、修復の前に OS ディスクのスナップショットを取ります。',
      '修復はコピーで行います: `az vm repair create --unlock-encrypted-vm`。起動用のパッケージ (`grub-pc-bin`) を入れ直します。',
    ],
  },
  'guest-key-file-missing': {
    meaning:
      '起動時に、systemd はキー ボリュームにこのキー ファイルを見つけられませんでした。名前の最後に番号があるものはデータ ディスク用です (推定)。ディスクはロックされたままで、データは変わっていません。',
    next: [
      'キー ボリュームが `/mnt/azure_bek_disk` にマウントされ、ファイルがあるかを VM 内で確認します。',
      'ディスクのシークレットとキーが存在し、有効であることを確認します。修復の前にディスクのスナップショットを作成します。',
      'ロックされたままのディスクをフォーマットしないでください。',
    ],
  },
  'boot-bitlocker-recovery': {
    meaning:
      'Windows は起動時に、暗号化されたディスクのロックを解除できず、キーを求めています。Azure Disk Encryption は回復パスワードを保存しません。キー (BEK) はキー コンテナーのシークレットです。',
    next: [
      'キー コンテナーからディスクのシークレットを取得し、ディスクのスナップショットを取ります。次に、修復 VM でコピーをロック解除します。',
      'キー コンテナーに問題がなく、そのコピーをキーで開けた場合に限り、VM を停止して割り当てを解除し、起動します。キー ボリュームがアタッチされます。',
      '画面の「PC のリセット」は選ばないでください。サインインの失敗とあれば、起動後にアカウントのロックアウト ポリシーを外します。',
    ],
  },
  'guest-mount-locked': {
    meaning:
      '`mount` は、ファイル システムではなく暗号化の層か LVM を見つけました。暗号化されたディスクは先に開きます。開いた後の、または暗号化されていない LVM のメンバーも、同じように見えます。',
    next: [
      '先に開きます: キー ファイル `LinuxPassPhraseFileName` で `cryptsetup luksOpen`。OS ディスクでは `--header` に `osluksheader` も指定します。',
      'または `az vm repair create --unlock-encrypted-vm` に任せます。LVM では、その後ボリューム グループを有効にし、論理ボリュームをマウントします。',
    ],
  },
  'asr-target-vault-missing': {
    meaning:
      'Site Recovery には、暗号化された VM のキーがターゲット リージョンのキー コンテナーに必要ですが、指定されていません。VM のディスクは変わりません。',
    next: [
      'シークレットとキーをターゲット リージョンのキー コンテナーにコピーし、レプリケーションを有効にするときに選びます。',
      'アカウントが、ソースのキー コンテナーを読み取り、ターゲットのキー コンテナーに書き込めることを確認します。',
    ],
  },
  'backup-disk-exclusion-refused': {
    meaning:
      '一部のディスクが除外されているため、Azure Backup は暗号化された VM のバックアップを拒否しました。このままではバックアップできません。VM のディスクは変わりません。',
    next: ['この VM のすべてのディスクをバックアップの対象にし、バックアップを再度実行します。'],
  },
  'backup-vault-permissions': {
    meaning:
      'Azure Backup は、暗号化された VM のキーとシークレットを読み取れません。このままではバックアップできません。VM のディスクは変わりません。',
    next: [
      'アクセス ポリシーの場合は、キー コンテナーのキーとシークレットの取得、一覧、バックアップをバックアップ サービスに許可します。',
      'RBAC の場合は、`Key Vault Administrator` か、同じデータ アクションを持つロールをキー コンテナーで割り当てます。',
      'その後、バックアップを再度実行します。',
    ],
  },
  'guest-volume-group-twice': {
    meaning:
      '2 つのディスクに、同じ名前のボリューム グループか、同じ ID の物理ボリュームがあります。VM と、そのイメージのコピーでは普通のことです。これで壊れるものはありません。',
    next: [
      '修復 VM で、ロック解除したコピーに別の名前を付けます: `vgimportclone -n rescuemevg /dev/mapper/osencrypt`、続けて `vgchange -a y rescuemevg`。',
      'ディスクを元の VM に戻す前に、名前を `rootvg` に戻します。VM はこの名前を探します。',
    ],
  },
  'guest-key-refused': {
    meaning:
      'キーが LUKS ヘッダーのどのスロットも開かないか、デバイスの先頭にヘッダーがありません。暗号化された OS ディスクのヘッダーはファイルです。ディスクは変わりません。',
    next: [
      'OS ディスクでは、そのブート パーティションの `osluksheader` を `--header` に指定します。それ以外は `lsblk -f` でデバイスを比べます。',
      'このディスクの設定が指すシークレットから、デコードしたキーを取得します。種類が `Wrapped BEK` なら、先にアンラップします。',
      'キー スロットを変更せず、`luksFormat` は決して実行しないでください。データが失われます。',
    ],
  },
  'guest-mapping-in-use': {
    meaning:
      'マッピング上でまだ何かがマウントされているため、マッピングは閉じられませんでした。ディスクは変わりません。',
    next: [
      'そこからのマウントを解除し (`umount -R`)、ボリューム グループを無効にして (`vgchange -a n`)、もう一度閉じます。',
      '修復 VM からコピーを切り離すのは、マッピングを閉じてからにしてください。',
    ],
  },
  'guest-xfs-uuid-twice': {
    meaning: 'XFS は、UUID が同じコピーを元のディスクと同時にはマウントしません。壊れるものはありません。',
    next: [
      'コピーは `-o nouuid` を付けてマウントします。',
      '新しい UUID は付けないでください。ディスクを戻す VM は元の UUID を探します。',
    ],
  },
  'guest-bitlocker-locked': {
    meaning: 'BitLocker で暗号化され、ロックされたままのボリュームです。中身は変わっていません。',
    next: [
      '修復 VM でコピーのロックを解除します: `manage-bde -unlock F: -recoverykey <BEK-FILE>`。',
      'ディスクの設定が指すシークレットからキーを取得します。`Wrapped BEK` は先にアンラップします。',
      'Windows が促しても、ボリュームをフォーマットしないでください。',
    ],
  },
  'guest-bitlocker-key-unread': {
    meaning: '`manage-bde` がファイルからキーを読み取れませんでした。ボリュームは変わらず、ロックされたままです。',
    next: [
      'ファイルのパス、名前、サイズを確認します。Base64 の文字列ではなく、デコードしたバイト列が必要です。',
      'シークレットの種類が `Wrapped BEK` なら、先に KEK でアンラップします。',
      'ファイル名を、`manage-bde -protectors -get F:` が示す外部キーと比べます。',
    ],
  },
  'guest-temporary-disk-encrypted': {
    meaning:
      'VM エージェントが、拡張機能が暗号化した一時ディスクをマウントしようとしました。想定どおりで、OS ディスクとデータ ディスクに影響はありません。エージェントがそこに作るはずのスワップだけがありません。',
    next: [
      '`/etc/waagent.conf` で `ResourceDisk.Format=n` と `ResourceDisk.EnableSwap=n` を設定します。このディスクは拡張機能がフォーマットします。',
      'スワップが必要なら、起動のたびに、マウントされた一時ディスクにスワップ ファイルを作ります。',
    ],
  },
  'backup-volume-locked': {
    meaning:
      'VM のボリュームが BitLocker でロックされているため、Azure Backup がスナップショットを取れませんでした。ディスクは変更されていません。',
    next: [
      'VM 内の `manage-bde -status` で特定し、キーで解除するか、そのディスクをオフラインにします。',
      'ADE が暗号化したボリュームの BitLocker は無効にしないでください。ADE が知らないまま暗号化が解除されます。',
      'その後、バックアップをやり直します。',
    ],
  },
  'guest-bitlocker-unlocked': {
    meaning:
      'キー ファイルでボリュームのロックが解除されました。このディスクの正しいキーです。暗号化の解除とは異なり、切り離すと再びロックされます。',
    next: ['必要なものをコピーするか、このコピーでシステムを修復します。'],
  },
  'guest-bitlocker-unlock-refused': {
    meaning: 'ファイルのキーでは、このボリュームのロックを解除できません。ボリュームは変わらず、ロックされたままです。',
    next: [
      'ファイル名を、`manage-bde -protectors -get F:` が示す外部キーと比べます。',
      'ディスク自身の設定が指すシークレットを取得します。タグ `DiskEncryptionKeyFileName` がキーの名前です。',
    ],
  },
  'guest-bitlocker-protectors': {
    meaning:
      'BitLocker ボリュームのキーの保護機能です。ADE は外部キーを使います。それがキー コンテナーに残っているかは分かりません。',
    next: [
      'このボリュームのシークレットには、このファイル名をもつタグ `DiskEncryptionKeyFileName` があります。',
      '保護機能を削除しないでください。キーがなければデータは失われます。',
    ],
  },
  'guest-mapping-exists': {
    meaning: '同じ名前のマッピングがすでに開いているため、何も行われませんでした。',
    next: [
      '`lsblk` で、どのデバイスのものかを確認します。開きたいディスクがすでに開いているのかもしれません。',
      'そばにあるコピーは、別の名前で開きます。',
    ],
  },
  'guest-partition-not-grown': {
    meaning:
      'パーティションの直後に空きがないため、拡張されませんでした。何も変更されていません。暗号化の状態については何も分かりません。',
    next: [
      'Azure Disk Encryption を使う Linux の OS ディスクのサイズ変更はサポートされません。データ ディスクを使うか、VM を新しく作成します。',
      'データ ディスクでは、ディスク自体が新しいサイズになっているかを `lsblk` で確認します。',
    ],
  },
  'guest-volume-not-extended': {
    meaning:
      'ボリュームの直後に空きがないため、拡張されませんでした。暗号化された OS ディスクでは、間にシステムで予約済みのパーティションがあることがよくあります。',
    next: ['`Get-Partition` でパーティションの順序を確認し、変更する前にスナップショットを取ります。'],
  },
  'guest-bitlocker-policy': {
    meaning:
      'グループ ポリシーが互いに矛盾しているため、BitLocker がボリュームを拒否しました。ボリュームは元のままです。',
    next: [
      '`gpresult /scope computer /v` でポリシーの定義元を確認し、そこで直します。',
      '`gpupdate.exe /force` で適用し、もう一度有効にします。',
    ],
  },
  'guest-disk-write-protected': {
    meaning:
      'Windows がディスクに書き込めません。データ ディスクが暗号化されていない VM では、「BitLocker で保護されていない固定ドライブへの書き込みアクセスを拒否する」ポリシーが理由のことがあります (推定)。',
    next: [
      '`FDVDenyWriteAccess` と、そのポリシーの設定元を `gpresult /scope computer /v` で確認します。',
      '暗号化済みのボリュームを `manage-bde -status` で、読み取り専用かどうかをディスクの管理で確認します。',
    ],
  },
  'boot-efi-not-mounted': {
    meaning:
      'VM が `/boot/efi` をマウントできませんでした。よくある原因は、VFAT を無効にするセキュリティ強化の設定です。ADE のキー ボリュームにも VFAT が必要です。ディスクのデータについては何も分かりません。',
    next: [
      'OS ディスクのスナップショットを取り、修復 VM でコピーを調べます。',
      '`/etc/modprobe.d` から `install vfat /bin/true` や `blacklist vfat` を取り除き、initramfs を作り直します。',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
