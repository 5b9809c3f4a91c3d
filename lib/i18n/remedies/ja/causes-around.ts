import type { CauseWords } from '../types'

/** The vault, the key, the network, policies and locks. */
export const aroundCauses = {
  'vault-gone': {
    title: 'キー コンテナーが存在しません',
    text: 'VM が指定するキー コンテナーが見つかりません。削除されたか、別のリソース グループやサブスクリプションに移されています。',
  },
  'vault-in-other-region': {
    title: 'キー コンテナーが別のリージョンにあります',
    text: 'VM と同じリージョンにある必要があります。',
  },
  'vault-in-other-subscription': {
    title: 'キー コンテナーが別のサブスクリプションにあります',
    text: 'VM と同じサブスクリプションにある必要があります。その後、どちらかが移動された可能性があります。',
  },
  'vault-not-enabled': {
    title: 'キー コンテナーでディスク暗号化が有効になっていません',
    text: '`enabledForDiskEncryption` がオフのため、プラットフォームが使えません。',
  },
  'vault-without-soft-delete': {
    title: 'キー コンテナーの論理的な削除がオフです',
    text: 'ディスク暗号化に必要です。新しいキー コンテナーでは常にオンです。',
  },
  'vault-firewall-shuts-out': {
    title: 'キー コンテナーのファイアウォールがプラットフォームを拒否しています',
    text: '信頼された Microsoft サービスを許可する必要があります。',
  },
  'vault-reference-malformed': {
    title: 'キー コンテナーの指定が誤っています',
    text: 'URL と ID は完全で、ポート番号がなく、同じキー コンテナーを指す必要があります。',
  },
  'key-reference-malformed': {
    title: 'キーの指定が誤っています (キーの代わりにキー コンテナーの URL など)',
    text: 'URL はキーとそのバージョンを含み、ポート番号がなく、キー コンテナーの ID と合う必要があります。キー コンテナーの URL は代わりになりません。',
  },
  'key-gone': { title: 'キーが存在しません', text: '指定されたキーが、キー コンテナーに見つかりません。' },
  'key-disabled': {
    title: 'キーのバージョンが無効です',
    text: 'ディスク暗号化は、有効化した時のバージョンを使い続けます。無効なバージョンではロックを解除できず、割り当て解除後に VM は起動しません。',
  },
  'key-type-unfit': {
    title: 'キーの種類が適していません',
    text: '使えるのは RSA キーだけです。Windows Server 2022 と Windows 11 では 3072 ビット以上が必要です。',
  },
  'secret-gone': {
    title: 'ディスクのシークレットがありません',
    text: 'これがないと、プラットフォームは次の起動時にキーを渡せません。',
  },
  'secrets-policy-denies': {
    title: 'ポリシーがシークレットを拒否しています',
    text: 'ディスク暗号化のシークレットには有効期限がありませんが、ポリシーは期限を要求しています。',
  },
  'names-unfit': {
    title: '名前に Key Vault で使えない文字があります',
    text: 'VM、ディスク、キーの名前に使えるのは、英数字とハイフンです。',
  },
  'host-did-not-answer': {
    title: 'ホストが応答しませんでした',
    text: '暗号化設定に応答がありませんでした。VM は `168.63.129.16` のポート 80 と 32526 に送信します。どちらも通じる場合、割り当て解除後の起動で別のホストに移ることがあります。',
  },
  'key-volume-detached': {
    title: 'キーのボリュームがアタッチされていません',
    text: '割り当てを解除した VM を起動する時に、プラットフォームがアタッチします。再起動ではアタッチされません (推定)。',
  },
  'key-volume-relabelled': {
    title: 'キー ボリュームのラベルが違います',
    text: 'Linux の拡張機能は、`BEK VOLUME` というラベルだけでキー ボリュームをマウントします。ラベルの変更やフォーマットの後は見つけられません。',
  },
  'automount-disabled': {
    title: 'Windows の自動マウントが無効です (`mountvol /N`)',
    text: '`NoAutoMount` が有効だと、新しくアタッチされたボリュームにドライブ文字が付きません。拡張機能がキー ボリュームを見つけられないことがあります (推定)。',
  },
  'identity-may-not-release-key': {
    title: 'ID にキーをリリースする権限がありません',
    text: 'ID が VM に割り当てられていないか、キーのリリース ポリシーに含まれていません。',
  },
  'application-lacks-rights': {
    title: 'Entra アプリケーションの権限が足りません',
    text: 'シークレットの `set` とキーの `wrapKey` が必要です。アクセス ポリシーか、Azure RBAC のキー コンテナーではロールで与えます。アプリケーションの資格情報も期限内でなければなりません。',
  },
  'network-denies-entra-vault': {
    title: 'ネットワークが Entra かキー コンテナーを拒否しています',
    text: 'デュアル パスでは、VM 自身がポート 443 で両方に到達する必要があります。',
  },
  'network-denies-platform': {
    title: 'プラットフォームのアドレスがブロックされています',
    text: 'セキュリティ規則と VM 内のファイアウォールを通して、`168.63.129.16` と `169.254.169.254` に到達できる必要があります。',
  },
  'network-denies-storage': {
    title: 'ネットワークが Azure Storage を拒否しています',
    text: 'デュアル パスと古いエージェントは、これを通して拡張機能を取得し、報告を送ります。',
  },
  'metadata-traffic-altered': {
    title: 'メタデータ サービスの手前にプロキシがあります',
    text: '`169.254.169.254` への通信は、直接、変更されずに届く必要があります。',
  },
  'other-policy-denies': {
    title: 'ほかのポリシーが妨げています',
    text: '効果が分かっているのは一部の組み込みポリシーだけです。独自のポリシーも拒否することがあります。',
  },
  'lock-forbids': {
    title: 'ロックが変更を禁じています',
    text: '読み取り専用ロックはすべての変更を、削除ロックは削除だけを禁じます。所有者を含むすべての人に、解除するまで適用されます。',
  },
  'caller-lacks-azure-role': {
    title: '呼び出し元に Azure のロールがありません',
    text: 'メッセージにアクションとスコープが示されています。新しいロールは数分後に、多くはサインインし直してから有効になります。',
  },
  'size-not-available': {
    title: 'その場所では VM サイズを使えません',
    text: 'リージョンまたはゾーンに今は空きがないか、そこでサブスクリプションが制限されています。',
  },
  'quota-exhausted': {
    title: 'クォータを使い切っています',
    text: 'Azure はサイズ ファミリーごとと、リージョン全体でコアを数えます。',
  },
  'provider-not-registered': {
    title: 'リソース プロバイダーが登録されていません',
    text: 'サブスクリプションで使えるのは、登録済みのリソース プロバイダーのサービスだけです。',
  },
  'key-expired': {
    title: 'キーのバージョンが期限切れです',
    text: '期限切れのバージョンでもロックの解除はできますが、新しい保護はできません。新しい要求とキーの変更は失敗します。',
  },
  'key-file-emptied': {
    title: '失敗した変更でキー ファイルが空になった可能性',
    text: 'Linux 拡張機能の既知の不具合 (azure-linux-extensions #2035、Ubuntu 22.04 と 24.04 で報告) で、キーの変更に失敗すると、キー ボリュームのキー ファイルが空になります。実行中は動き続けますが、再起動するとキーが見つかりません。',
  },
} satisfies Readonly<Record<string, CauseWords>>
