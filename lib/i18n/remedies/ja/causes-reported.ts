import type { CauseWords } from '../types'

/** Behind what clients, boot screens, logs and other services say. */
export const reportedCauses = {
  'vault-address-differs': {
    title: 'キー コンテナーの URL が使用中のものと異なります',
    text: '要求のキー コンテナーの書き方が前回と異なります。大文字と小文字の違いだけでも、不要なキーの変更が始まります。',
  },
  'vault-id-mismatched': {
    title: 'キー コンテナーの ID と URL が一致しません',
    text: 'ID と URL は、同じキー コンテナーを完全な形で指す必要があります。',
  },
  'package-manager-locked': {
    title: '別のプロセスがパッケージ マネージャーを使用中です',
    text: 'その時、自動更新または別のインストールがロックを保持していました。',
  },
  'key-not-found-at-boot': {
    title: '起動時にキーが見つかりませんでした',
    text: 'キー ボリュームがアタッチされていないか、キーが合いません。再起動を繰り返さないでください。パスフレーズは、ディスクが指すシークレットの内容です。',
  },
  'boot-modules-missing': {
    title: 'モジュールまたはブート ファイルが足りません',
    text: '更新、`/boot` の空き不足、中断した実行の後、起動用ファイルにモジュールがないか、暗号化されたルートの指定がありません。',
  },
  'bitlocker-key-not-found': {
    title: '起動時にキー ボリュームがありませんでした',
    text: 'キー コンテナーに到達できれば、割り当て解除後の起動でプラットフォームがアタッチし直します。できなければ、修復 VM でシークレットを使ってコピーのロックを解除します。',
  },
  'new-key-awaited': {
    title: 'キー ボリュームに以前のキーが残っています',
    text: '割り当て解除後の起動時に、プラットフォームが新しいキー ボリュームを書き込みます (推定)。新しいキーで起動するまで、両方のシークレットを残してください。',
  },
  'disk-not-unlocked': {
    title: 'ディスクのロックが解除されていません',
    text: '`mount` には、暗号化の層または LVM だけが見えており、中のファイル システムは見えていません。',
  },
  'stamped-disk-attached': {
    title: '暗号化設定のあるディスクはデータ ディスクにできません',
    text: '実行中の VM では、Azure が拒否します。修復 VM には、作成時にコピーをアタッチします。',
  },
  'dual-pass-on-generation-2': {
    title: 'デュアル パスは第 2 世代に対応していません',
    text: '要求に Entra アプリケーションのパラメーターがあります。省いてください。シングル パスは第 2 世代をサポートします。',
  },
  'scale-set-not-prepared': {
    title: 'スケール セットの準備ができていません',
    text: 'マネージド ディスク、対応するサイズとイメージが必要で、Linux ではデータ ボリュームだけが対象です。',
  },
  'client-outdated': {
    title: 'クライアントが古くなっています',
    text: '古いバージョンは、シングル パスや、その後 Azure に追加されたフィールドを認識しません。',
  },
  'keys-not-in-target-region': {
    title: 'キーがターゲット リージョンにコピーされていません',
    text: 'キー コンテナーは自身のリージョンだけで使えます。Site Recovery には、ターゲット リージョンにキーとシークレットのコピーが必要です。',
  },
  'backup-service-lacks-rights': {
    title: 'バックアップ サービスにキー コンテナーの権限がありません',
    text: 'キーとシークレットの取得、一覧、バックアップの権限が必要です。アクセス ポリシーか、Azure RBAC ではロールで与えます。Azure RBAC に変更すると、ポリシーは効かなくなります。',
  },
} satisfies Readonly<Record<string, CauseWords>>
