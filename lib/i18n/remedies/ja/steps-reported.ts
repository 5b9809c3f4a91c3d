import type { StepWords } from '../types'

/** Against what clients, boot screens and other services say. */
export const reportedSteps = {
  'wait-for-package-manager': {
    title: 'パッケージ マネージャーが空くのを待つ',
    text: '別のインストールの終了を待ってください。ロック ファイルを削除すると、パッケージのデータベースが壊れることがあります。',
    outputs: [
      { output: 'ロックのメッセージなしでパッケージを取得できる', means: 'もう一度暗号化を要求してください。' },
    ],
  },
  'rebuild-boot-files': {
    title: '修復 VM でブート ファイルを作り直す',
    text: 'ロックを解除したコピーの `chroot` で、`dm_crypt` と `vfat` を含む initramfs とブート ローダーを作り直します。RHEL では `rd.luks.ade` の引数を残します。その後 `az vm repair restore` でディスクを交換します。',
    outputs: [
      { output: 'VM が修復したディスクから起動する', means: 'すべてを確認するまで、古いディスクを残してください。' },
    ],
  },
  'prepare-scale-set': {
    title: 'スケール セットを準備する',
    text: 'マネージド ディスクと、対応するイメージとサイズを使います。Linux では `Data` を要求し、その後インスタンスを新しいモデルにアップグレードします。新しいスケール セットにはホストでの暗号化が適しています。',
    outputs: [],
  },
  'update-client': {
    title: 'クライアントを更新する',
    text: 'Azure CLI は `az upgrade`、PowerShell は `Update-Module Az` です。その後、状態を読み直してください。',
    outputs: [],
  },
  'copy-keys-to-target': {
    title: 'キーをターゲット リージョンにコピーする',
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
  'grant-backup-role': {
    title: 'バックアップ サービスにロールを割り当てる',
    text: 'Azure RBAC を使うキー コンテナーの場合です。そこではアクセス ポリシーは効きません。',
    outputs: [{ output: 'ロールの割り当てが一覧にある', means: '数分待ってから、バックアップを開始してください。' }],
  },
  'unlock-repair-disk': {
    title: '修復 VM でディスクのロックを解除する',
    text: '元の VM ではなく、修復 VM で実行してください。最後のコマンドは LVM の場合だけで、コピーに別の名前を付けます。',
    outputs: [
      {
        output: 'デバイスの下に `osencrypt` が現れる',
        means: 'マウントして、ファイルの読み取りまたは修復を行ってください。',
      },
      {
        output: '`No key available with this passphrase`',
        means: 'キー ボリュームのキーが違います。ディスクが指すシークレットを使ってください。',
      },
    ],
  },
} satisfies Readonly<Record<string, StepWords>>
