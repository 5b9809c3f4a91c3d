import type { StepWords } from '../types'

/** Steps about the key volume, the labels of volumes, and boot files. */
export const volumeSteps = {
  'see-key-volume': {
    title: 'キー ボリュームがアタッチされているか確認する',
    text: 'プラットフォームは、キーを収めた小さなボリュームをアタッチします。',
    outputs: [
      { output: 'キー ファイルのある `BEK VOLUME`', means: 'キーがあります。' },
      {
        output: '何もない',
        means: 'VM の割り当てを解除して起動すると、再びアタッチされます。キー コンテナーも確認してください。',
      },
      {
        output: '別のラベルの小さな `vfat` ボリューム',
        means:
          'Linux は `BEK VOLUME` というラベルでマウントします。手で変更せず、割り当て解除後の起動でアタッチし直してください。',
      },
      {
        output: '`NoAutoMount` が `0x1`',
        means: '新しいボリュームにドライブ文字が付かず、拡張機能がキー ボリュームを見つけられないことがあります。',
      },
    ],
  },
  'see-key-file': {
    title: 'キー ファイルが空でないか確認する',
    text: 'キーの変更に失敗すると、キー ボリュームのキー ファイルが空になることがあります。実行中の VM は影響を受けず、次の起動で問題になります。',
    outputs: [
      { output: '`LinuxPassPhraseFileName` が 0 バイトより大きい', means: 'キー ファイルはあります。' },
      {
        output: '0 バイト、またはファイルがない',
        means: 'VM を再起動しないでください。スナップショットを作成し、サポートに問い合わせてください。',
      },
    ],
  },
  'test-key-file': {
    title: 'キー ファイルでディスクを開けるか確認する',
    text: 'キー ファイルが空でなくても、ディスクを開けないキーの場合があります。このコマンドはキーを照合するだけで、何も開かず、変更しません。OS ボリュームのヘッダーは `/boot/luks` の下のファイルです。',
    outputs: [
      { output: '`opens`', means: 'このキー ファイルで、このディスクを開けます。' },
      {
        output: '`No key available with this passphrase.`、またはエラー',
        means:
          '証明できていません。VM を再起動しないでください。デバイス名を確認し、キー コンテナーのキーを試してください。',
      },
    ],
  },
  'test-new-key': {
    title: '新しいキーで全ディスクを開けるか確認する',
    text: '新しいシークレットから取得したキーのファイルを使います。キー ボリュームのキー ファイルは、まだ以前のものです。ディスクごとに繰り返してください。何も開かず、変更しません。',
    outputs: [
      { output: 'すべてのディスクで `opens`', means: '新しいキーに替えられます。割り当て解除と起動を計画できます。' },
      {
        output: 'どれかのディスクで `No key available`',
        means: 'VM を停止も再起動もせず、Azure サポートに相談してください。',
      },
    ],
  },
  'enable-automount': {
    title: '自動マウントを有効にする',
    text: '共有ディスクやクラスターのために無効にしてあることがあります。有効にすると、ほかのディスクの新しいボリュームもマウントされるため、責任者と合意してください。',
    outputs: [{ output: '`NoAutoMount` が `0x0`', means: '次のキー ボリュームにドライブ文字が付きます。' }],
  },
  'rename-volume': {
    title: '特殊な文字を含むボリューム ラベルを変更する',
    text: '安全なのは英数字、空白、ハイフンだけです。`BEK VOLUME` は変更しません。ラベルでボリュームを探すプログラムがないか、先に確認してください。',
    outputs: [{ output: '最初のコマンドに何も表示されない', means: 'もう一度暗号化を要求してください。' }],
  },
  'rebuild-boot-files': {
    title: '修復 VM でコピーのブート ファイルを作り直す',
    text: 'コピーの `chroot` で行います。initramfs には `dm_crypt` と `vfat` が必要です。壊れたブート ローダーも作り直します。LVM では先に元の名前に戻します。構成にないものは省きます。',
    outputs: [
      {
        output: 'RHEL で、起動項目に `rd.luks.ade` の引数がない',
        means:
          '`/etc/default/grub` の `GRUB_CMDLINE_LINUX` に書き、`chroot` で `grub2-mkconfig -o /boot/grub2/grub.cfg` を実行します。RHEL 9.3 以降は `--update-bls-cmdline` も付けないと、起動項目は変わりません。',
      },
      {
        output: 'ツールがエラーなしで終わる',
        means: '`chroot` を出て、コピーを閉じ、ディスクを交換してください。',
      },
    ],
  },
} satisfies Readonly<Record<string, StepWords>>
