import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** A request that stopped for want of a key, a key volume, a vault or for an unforeseen error. */
export const linuxKeys = {
  'linux-entra-sign-in-failed': {
    meaning:
      'デュアル パスで使うアプリケーションのサインインを Entra が拒否しました。理由は `AADSTS` の番号が示します。シークレットの誤りか期限切れが多く見られます。',
    next: [
      '`AADSTS` の番号を調べ、アプリケーションに有効なシークレットか証明書を用意します。',
      '暗号化が実行中でないことを確認してから、それを使って有効化を要求するか、シングル パスに移行します。',
    ],
  },
  'linux-enable-failed': {
    meaning:
      '要求 (コード 100) またはバックグラウンド処理 (コード 19) がエラーで止まりました。ディスクがどこまで進んだかは、詳細な状態だけが示します。',
    next: [
      '`with error:` と `stack trace:` の間の理由、次に `extension.log` を読みます。',
      'OS の暗号化が始まっていた場合は、ディスクを直さず、スナップショットかバックアップを復元します。',
      steps.enableAgain,
    ],
  },
  'linux-enable-unexpected': {
    meaning:
      '想定外のエラーで要求が止まりました。表示は Python のスタック トレースで、ディスクについては何も示しません。',
    next: ['トレースの最後の行を読みます。そこにエラーが書かれています。', steps.readLog, steps.enableAgain],
  },
  'linux-key-file-missing': {
    meaning:
      'この VM は以前に暗号化または設定されましたが、その時、拡張機能はキー ファイルを読めませんでした。処理が進行中かどうかは、この行だけでは分かりません。',
    next: [
      '前の行を読みます。ロックなどでパッケージを入れられない場合にも出ます。暗号化された VM のイメージから作った VM は作り直します。',
      steps.deallocateStart,
      steps.keepKeyVolume,
    ],
  },
  'linux-passphrase-missing': {
    meaning:
      'バックグラウンド処理がキー ボリュームからパスフレーズを読めず、止まりました。以前に暗号化されたボリュームには何もしていません。',
    next: [steps.deallocateStart, steps.enableAgain, steps.readLog],
  },
  'linux-config-missing': {
    meaning: 'バックグラウンド処理が保存された設定を見つけられず、止まりました。何も暗号化されていません。',
    next: ['VM の `/var/lib/azure_disk_encryption_config` の空き容量と権限を確認します。', steps.enableAgain],
  },
  'linux-bek-not-attached': {
    meaning: '暗号化キーを持つディスクが VM に現れません。要求はディスクに触れる前に止まりました。',
    next: [
      steps.deallocateStart,
      '`lsblk` で `BEK VOLUME` というラベルの小さいディスクを探します。vfat を禁じるセキュリティ強化の設定で隠れることがあります。',
      steps.requestAgain,
    ],
  },
  'linux-bek-no-partition': {
    meaning: '暗号化キーを持つディスクにパーティションがありません。要求はディスクに触れる前に止まりました。',
    next: [steps.deallocateStart, steps.keepKeyVolume, steps.requestAgain],
  },
  'linux-bek-no-vfat': {
    meaning:
      '暗号化キーを持つディスクが vfat ではありません。要求はディスクに触れる前に止まりました。1.4.0.12 では出ないはずの表示です (推定)。',
    next: [
      steps.deallocateStart,
      'カーネルの vfat の有無を `grep vfat /proc/filesystems` で調べ、それを禁じるセキュリティ強化の設定を外します。',
      steps.requestAgain,
    ],
  },
  'linux-bek-not-mounted': {
    meaning:
      '暗号化キーを持つディスクをマウントできませんでした。要求はディスクに触れる前に止まりました。1.4.0.12 では出ないはずの表示です (推定)。',
    next: [
      steps.deallocateStart,
      'カーネルの vfat の有無を `grep vfat /proc/filesystems` で調べ、それを禁じるセキュリティ強化の設定を外します。',
      steps.requestAgain,
    ],
  },
  'linux-bek-missing-old-wording': {
    meaning:
      '1.2.0.90 から 1.2.0.97 までのバージョンで、キー ボリュームを使えない場合の表示です。要求はディスクに触れていません。',
    next: [steps.deallocateStart, steps.requestAgain],
  },
  'linux-bek-not-found-old': {
    meaning:
      'パスフレーズを置くキー ボリュームがありませんでした。1.1.0.17 前後の表現です。この要求では何も暗号化されていません。',
    next: [steps.deallocateStart, steps.requestAgain],
  },
  'linux-host-rejected-settings': {
    meaning:
      'プラットフォームが、キーの保存かディスクへの暗号化設定の書き込みを拒否しました。この段階で暗号化されたブロックはありません。`Unknown` は理由なしの拒否です。',
    next: [steps.checkVault, steps.checkVaultAccess, steps.enableAgain],
  },
  'linux-host-keyvault-set-secret': {
    meaning:
      'プラットフォームがキー コンテナーにシークレットを書き込めませんでした。この段階で暗号化されたブロックはありません。',
    next: [
      steps.checkVault,
      steps.checkVaultAccess,
      '拒否された SecretSet は診断ログで分かります。その後、スナップショットを取り、新しい `SequenceVersion` で有効化します。',
    ],
  },
  'linux-host-kek-wrap-failed': {
    meaning:
      'プラットフォームが KEK でシークレットをラップできませんでした。この段階で暗号化されたブロックはありません。',
    next: [
      'KEK のバージョンを確認します。存在し、有効で、期限内の RSA キーで、ラップの操作が許可されている必要があります。',
      steps.checkVaultAccess,
      steps.enableAgain,
    ],
  },
  'linux-host-no-answer': {
    meaning: 'キーの受け渡しにプラットフォームが応答しませんでした。この段階で暗号化されたブロックはありません。',
    next: [
      'プロキシやゲストのファイアウォールに妨げられずに `168.63.129.16` のポート 80 と 32526 に接続できるようにし、エージェントを再起動します。',
      steps.enableAgain,
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
