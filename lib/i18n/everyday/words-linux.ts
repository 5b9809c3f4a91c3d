import type { EverydayWords } from './types'

/** Everyday words of what is met on Linux. */
export const linuxWords: readonly EverydayWords[] = [
  {
    leads: 'problem:mount-busy',
    en: 'failed to unmount umount target is busy oldroot',
    ja: '次の操作後のマウント解除に失敗しました マウント解除失敗 使用中',
  },
  {
    leads: 'requirement:guest-open-files',
    en: 'sap mongodb cassandra docker open file handles running applications',
    ja: 'SAP MongoDB Cassandra Docker 大規模アプリケーション ファイルハンドル プロセス',
  },
  {
    leads: 'cause:service-holds-root',
    en: 'antivirus docker containerd kubernetes database monitoring process service blocks os encryption unmount lsof',
    ja: 'ウイルス対策 Docker コンテナー データベース 監視 サービス プロセス マウント解除を妨げる',
  },
  { leads: 'cause:selinux-enforcing', en: 'selinux security enhanced linux', ja: 'SELinux 無効化' },
  { leads: 'problem:lvm-layout-unsupported', en: 'lvm logical volume manager', ja: 'LVM 論理ボリューム' },
  { leads: 'problem:memory-too-small', en: 'ram not enough memory 7 gb 8 gb', ja: 'メモリ不足 最小メモリ要件' },
  { leads: 'requirement:memory', en: 'ram minimum memory gb', ja: '最小メモリ要件 メモリサイズ' },
  { leads: 'requirement:guest-mounts', en: 'nested mount /mnt recursive mount', ja: '再帰的マウント /mnt 入れ子' },
  {
    leads: 'requirement:guest-fstab',
    en: 'fstab nofail uuid changed mount after reboot format all',
    ja: 'fstab 自動マウント UUID 変わった フォーマット後',
  },
  {
    leads: 'requirement:guest-kernel',
    en: 'kernel 4.4 4.15 ubuntu 14.04 linux-azure',
    ja: 'カーネル 既定のバージョン',
  },
  { leads: 'cause:kernel-kills-copy', en: 'oom killer out of memory dd killed', ja: 'OOM メモリ不足 強制終了 dd' },
  { leads: 'step:see-kernel', en: 'uname kernel version', ja: 'カーネルバージョン確認' },
  {
    leads: 'requirement:image',
    en: 'gallery image custom image customised partition',
    ja: 'ギャラリーイメージ カスタムイメージ カスタマイズ 逸脱',
  },
  {
    leads: 'problem:distribution-unsupported',
    en: 'unsupported distro os version',
    ja: '未対応 ディストリビューション',
  },
  {
    leads: 'problem:packages-not-installed',
    en: 'apt yum zypper dnf subscription manager lock repository',
    ja: 'パッケージ インストール失敗 yum apt パッケージ管理 サブスクリプションマネージャー',
  },
  {
    leads: 'requirement:guest-repositories',
    en: 'yum red hat subscription-manager apt repository proxy',
    ja: 'Red Hat サブスクリプションマネージャー yum リポジトリ',
  },
  {
    leads: 'problem:os-encryption-silent-phase',
    en: 'stuck ssh disabled no connection os disk encryption started how long is it safe to restart or shut down, restart during encryption, harm',
    ja: 'OSディスクの暗号化が開始されました 進まない SSH 無効 SSH 接続できない 長時間 メンテナンス状態 再起動してもいい 暗号化中の再起動 電源を切った',
  },
  {
    leads: 'step:keep-vm-running',
    en: 'can i restart is it safe to shut down, stop or deallocate during encryption',
    ja: '再起動してもいい シャットダウン 停止してもいい 暗号化中に停止',
  },
  { leads: 'cause:copy-takes-hours', en: 'how long', ja: '何時間' },
  {
    leads: 'problem:encryption-overdue',
    en: 'encryption runs for days, takes forever, stuck',
    ja: '終わらない 時間超過 遅い 停滞',
  },
  { leads: 'step:wait-for-data-copy', en: 'terabyte large data disk days', ja: 'テラバイト 数日 大容量データディスク' },
  {
    leads: 'problem:restart-pending',
    en: 'vmrestartpending please reboot os disk successfully encrypted',
    ja: 'VMRestartPending 再起動待ち 再起動を求められる',
  },
  {
    leads: 'problem:os-failed-disk-touched',
    en: 'encryption failed half way, restore',
    ja: '途中で失敗 復元',
  },
  { leads: 'problem:data-disks-not-mounted', en: 'notmounted not mounted', ja: '未マウント NotMounted' },
  { leads: 'problem:data-file-system-unsupported', en: 'xfs btrfs filesystem', ja: 'xfs btrfs ファイルシステム' },
  { leads: 'step:enable-format-all', en: 'encryptformatall format', ja: 'フォーマット 初期化' },
  {
    leads: 'requirement:data-size',
    en: 'how long size of data terabyte duration',
    ja: '所要時間 ディスクのサイズ 性能',
  },
]
