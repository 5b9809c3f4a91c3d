import type { AskedGroup } from './types'

/** Questions about what a run needs, and how it goes. */
export const guide: readonly AskedGroup[] = [
  [
    'problem:failed-without-known-cause step:see-extension-log cause:cause-only-in-log',
    'disk encryption failed dont know why | encryption error no reason given | 暗号化が失敗した 原因がわからない | troubleshoot azure disk encryption | extension failed without message | エラーの詳細が出ない',
  ],
  [
    'requirement:vm-size cause:size-unsupported step:show-size',
    'does a basic A1 support ade | unsuported vm size encryption | このサイズのVMは暗号化できますか | A シリーズ 暗号化 | vm size not supported for encryption | is my vm size ok | サイズが対応しているか',
  ],
  [
    'problem:mount-busy',
    'os drive could not be unmounted | cannot unmount os disk for encryption | OSディスクのアンマウントができない | root cannot be unmounted | unmounting os volume fails | umount error during os encryption | マウント解除失敗 | OSドライブ アンマウント失敗 | OSボリュームのマウントを解除できません',
  ],
  [
    'problem:mount-busy message:linux-docs-failed-to-unmount',
    'Failed to unmount after the following | 次の操作後のマウント解除に失敗しました | アンマウントに失敗',
  ],
  [
    'requirement:image cause:image-not-stock',
    'image is not from the marketplace gallery | can I encrypt a vm from a customized image | non stock image | ストックイメージから変更した環境 | ギャラリーイメージを変更してある | deviates from supported image | only stock gallery images supported? | changed os image after deployment | マーケットプレースのイメージ以外 | サポートされているイメージから逸脱',
  ],
  [
    'requirement:image cause:image-not-stock cause:root-layout-unusual',
    'custom image | custom image with own partitions | golden image partition layout encryption | カスタムイメージ | カスタマイズしたイメージのパーティション',
  ],
  [
    'requirement:image cause:image-not-stock cause:root-layout-unusual problem:lvm-layout-unsupported',
    'partition scheme not supported',
  ],
  [
    'requirement:image cause:image-not-stock cause:root-layout-unusual requirement:guest-file-systems',
    '独自のファイルシステム構成のイメージ',
  ],
  [
    'step:see-what-holds-root cause:service-holds-root requirement:guest-open-files problem:mount-busy step:stop-services',
    'open file handles on os drive | which process keeps root open | process prevents unmount | 開いているファイルハンドル | どのプロセスがOSディスクを使っているか | active process holds files open on root | files still open on the os disk | アクティブなプロセスがファイルを開いている',
  ],
  ['step:see-what-holds-root cause:service-holds-root', 'lsof root disk | fuser / before ade'],
  [
    'requirement:guest-open-files cause:service-holds-root step:stop-services',
    'sap on os disk | mongodb running encryption | stop docker before encryption | cassandra disk encryption | Dockerを止める必要がある | SAPサーバーの暗号化',
  ],
  [
    'problem:other-extension-running cause:changed-meanwhile requirement:other-work requirement:other-extensions',
    'arm template with several extensions | two extensions in one template conflict | run extensions one after another | カスタムスクリプト拡張機能 | 拡張機能が同時に動いて競合 | parallel extensions | custom script ran while encrypting | split template into steps | スクリプトを暗号化と同時に実行 | 拡張機能は順番に実行する',
  ],
  [
    'cause:changed-meanwhile problem:other-extension-running requirement:other-work',
    'something changed on the vm during encryption',
  ],
  [
    'cause:selinux-enforcing requirement:guest-selinux step:selinux-permissive step:disable-selinux step:see-selinux',
    'selinux | SELinuxは暗号化後に戻せるか | selinux breaks unmount | selinux must be off | switch selinux on afterwards | SELinux が原因で失敗 | 暗号化が終わったら SELinux を有効に戻す',
  ],
  ['step:selinux-permissive step:disable-selinux', 'setenforce 0'],
  ['step:see-selinux', 'getenforce'],
  ['step:disable-selinux step:selinux-permissive', 'disable selinux before encrypting | how to turn off selinux'],
  [
    'problem:lvm-layout-unsupported requirement:guest-lvm-layout cause:lvm-layout-custom',
    'logical volume manager root encryption | rootvg layout | root on lvm | lvm scheme os disk not supported | LVM 構成',
  ],
  [
    'requirement:guest-lvm-layout cause:stacked-volumes requirement:guest-file-systems requirement:guest-windows-volumes requirement:guest-mounts',
    'lvm data disk supported',
  ],
  [
    'requirement:memory problem:memory-too-small cause:memory-below-minimum',
    'minimum memory | how much ram for os encryption | 7 gb recommended | vm too small memory encryption | not enough memory | 最小メモリ | メモリ 何GB | needs at least 8 gb memory | vm with 2 gb ram | memory requirement os encryption | メモリ要件 | 4GB メモリで失敗',
  ],
  [
    'cause:data-mounted-below-root requirement:guest-mounts step:move-data-mounts',
    'data disk under /mnt | /data3/data4 mounted inside each other | /mnt/data1 | /mnt配下にマウント | 入れ子のマウント | 再帰的にマウントされたデータドライブ | data drive mounted below another mount | move mount point out of mnt | recursive mounts | マウントポイントを移す',
  ],
  [
    'cause:kernel-kills-copy requirement:guest-kernel step:update-kernel cause:kernel-too-old',
    'out of memory killer dd | ubuntu 14.04 kernel 4.4 | dd killed | OOM Killer dd | Ubuntu 14.04 の既定カーネル | ddが強制終了される | oom during encryption | known kernel bug oom | メモリ不足で dd が落ちる',
  ],
  [
    'step:update-kernel',
    'install linux-azure kernel | apt-get install linux-azure | upgrade kernel before encryption | linux-azure カーネルへ更新 | カーネルのアップデート | kernel update steps | カーネルを新しくする',
  ],
  [
    'step:update-kernel requirement:guest-kernel cause:kernel-too-old cause:kernel-kills-copy',
    'azure tuned kernel 4.15',
  ],
  [
    'step:update-kernel cause:kernel-kills-copy requirement:guest-kernel cause:kernel-too-old',
    'Azure用にチューニングされたカーネル',
  ],
  ['step:see-kernel', 'uname -a'],
  [
    'step:see-kernel requirement:guest-kernel',
    'check kernel version | what kernel am I running | カーネルバージョンの確認方法 | uname | which kernel is running | verify kernel after reboot | 今のカーネルを調べる',
  ],
  [
    'problem:agent-not-ready step:show-agent requirement:agent-ready step:start-agent cause:agent-stopped',
    'vm agent not responding | guest agent not ready | agent status unknown | VMエージェントが応答しない | 仮想マシンエージェントの状態 | waagentが止まっている | agent not ready | is the vm agent installed | エージェントが動いていない',
  ],
  [
    'problem:agent-too-old requirement:agent-version step:update-agent cause:agent-outdated',
    'agent older than 2.2.38 | 2.2.38 | old waagent version | エージェントが古い',
  ],
  ['step:update-agent', 'update linux agent | how do i upgrade walinuxagent | Linuxエージェントの更新方法'],
  [
    'requirement:agent-version problem:agent-too-old step:update-agent cause:agent-outdated',
    'minimum version of vm agent | agent version requirement | エージェントの最小バージョン | VMエージェントのバージョン要件',
  ],
  [
    'requirement:extension-type problem:extension-wrong-os cause:extension-for-other-os',
    'AzureDiskEncryptionForLinux or AzureDiskEncryption | which extension for linux | Microsoft.Azure.Security.AzureDiskEncryption | 適切な拡張機能 | Linux用の拡張機能の名前 | windows extension on linux vm | publisher and type of the ade extension | 正しい拡張機能か',
  ],
  [
    'problem:extension-deprecated cause:deprecated-publisher',
    'OSTCExtensions deprecated | old publisher extension no longer supported | OSTCExtensionsはもう使えない',
  ],
  [
    'problem:os-encryption-silent-phase message:linux-os-encryption-started',
    'OS disk encryption started stuck | hangs at os disk encryption started | OS ディスクの暗号化が開始されました | status stays at started | message does not change any more | メッセージが変わらない | 固まったように見える',
  ],
  [
    'problem:os-encryption-silent-phase problem:encryption-overdue',
    'no progress since hours ssh closed | OSディスク暗号化 止まったまま',
  ],
  ['problem:os-encryption-silent-phase problem:encryption-overdue cause:copy-takes-hours', '暗号化が先に進まない'],
  [
    'step:wait-for-os-copy problem:os-encryption-silent-phase cause:copy-takes-hours problem:encryption-overdue requirement:data-size',
    '3 to 16 hours | encryption duration | OSディスクの暗号化にかかる時間 | 3～16時間 | 暗号化は何時間かかる',
  ],
  [
    'step:wait-for-data-copy requirement:data-size cause:copy-takes-hours problem:encryption-overdue',
    'encrypt 4 TB data disk how long | terabytes of data takes days | large data disks encryption time | huge data disk slow encryption | 数テラバイトのデータディスク | 大容量データディスク 数日 | time for big disks | 2TB の暗号化時間',
  ],
  ['problem:os-encryption-silent-phase step:wait-for-os-copy', 'how does linux os encryption work'],
  [
    'problem:os-encryption-silent-phase',
    'os disk temporarily unmounted | OSドライブが一時的にマウント解除される | can users work on vm while it encrypts | downtime during encryption | vm unusable during encryption | 暗号化中はVMを使えない | 暗号化中のダウンタイム | メンテナンス状態 | what happens during os disk encryption | os drive gets unmounted during encryption | 暗号化の仕組み OSディスク | server offline while encrypting | maintenance mode | can the vm be used at the same time | 暗号化中に業務は止まるか | サーバーが使えない時間',
  ],
  [
    'requirement:data-size problem:os-encryption-silent-phase cause:copy-takes-hours step:wait-for-os-copy step:wait-for-data-copy',
    'premium ssd encrypt faster | standard storage encryption speed | how long depends on disk size | Standard と Premium の違い | speed of encryption premium vs standard | why is encryption so slow | ストレージの種類で時間は変わるか | 暗号化が遅い',
  ],
  ['step:see-extension-log', 'where is the extension log | 拡張機能のログの場所'],
  ['step:see-what-holds-root', 'find what blocks umount'],
  ['step:disable-selinux step:selinux-permissive cause:selinux-enforcing', 'SELinux をオフにする'],
  ['requirement:guest-lvm-layout cause:stacked-volumes problem:lvm-layout-unsupported', 'are lvm data disks ok'],
  ['step:update-kernel cause:kernel-too-old requirement:guest-kernel', 'newer kernel'],
  [
    'step:update-agent problem:agent-too-old requirement:agent-version cause:agent-outdated',
    'agent too old | upgrade azure vm agent | waagent 更新',
  ],
  ['problem:os-encryption-silent-phase cause:agent-away-during-copy', 'linux vm frozen after enabling encryption'],
]
