import type { runbookSteps as english } from '../en/runbook-steps'
import type { SameKeys } from '../shape'

export const runbookSteps = {
  'settle-first': {
    title: '実行中、待機中、失敗した処理を解消する',
    text: '処理の途中で移行してはいけません。何が起きていて何をすべきかは、VM のガイドにあります。',
  },
  'back-up': {
    title: 'すべてのディスクのスナップショットを作成する',
    text: '最初に行います。元に戻すためのものです。Azure Disk Encryption の印が残るため、ここから新しいディスクを作らないでください。',
  },
  'record-settings': {
    title: '設定を記録する',
    text: 'ネットワーク、拡張機能、ID、ディスクと LUN、タグ、可用性の設定です。新しい VM でも必要になります。',
  },
  'register-feature': {
    title: 'ホストでの暗号化を登録する',
    text: 'サブスクリプションごとに一度だけ行います。数分かかります。',
  },
  'choose-size': {
    title: 'ホストでの暗号化に対応したサイズを選ぶ',
    text: 'コマンドはリージョンで使えるサイズを一覧にします。',
  },
  'new-data-disks': {
    title: '新しい Ultra Disk または Premium SSD v2 を作成する',
    text: 'セクターが 512 バイトのものは 2023 年 5 月 13 日より後に作成されている必要があります。4,096 バイトなら制限はありません。データをコピーします。',
  },
  'new-session-hosts': {
    title: '新しいセッション ホストを作成する',
    text: 'Azure Disk Encryption を使っていないゴールデン イメージから、ホストでの暗号化を有効にしたホストを作成し、古いホストは新規接続を止めてから削除します。',
  },
  'leave-domain': {
    title: 'ドメインへの参加を解除する',
    text: '古い VM を削除する前に、権限のあるアカウントで行います。',
  },
  'disable-ade': {
    title: 'Azure Disk Encryption を無効にする',
    text: '先に拡張機能を削除してはいけません。VM が再起動することがあります。',
  },
  'wait-decrypted': {
    title: 'VM 内部で暗号化解除の完了を確認する',
    text: 'Azure にはすぐに未暗号化と表示されますが、処理は何時間も続きます。Windows: すべてのボリュームの変換状態が「Fully Decrypted」(日本語版では「暗号化は完全に解除されています」) であること。Linux: 種類が crypt のマッピングが残っていないこと。',
  },
  'copy-disks': {
    title: '各ディスクをアップロードでコピーする',
    text: '印が消えるのはアップロードによるコピーだけです。スナップショットや通常のコピーには印が残ります。サイズに加える 512 バイトはフッターで、これがないとコピーは失敗します。OS ディスクには --os-type と --hyper-v-generation の指定も必要です。',
  },
  'create-vm': {
    title: 'ホストでの暗号化を有効にした新しい VM を作成する',
    text: '新しい OS ディスクから作成し、新しいデータ ディスクを同じ LUN にアタッチします。',
  },
  'build-new-vm': {
    title: 'ホストでの暗号化を有効にした VM を新規に構築する',
    text: 'イメージから新しい OS ディスクで作成します。暗号化された Linux の OS ディスクも、その VM のデータ ディスクも、暗号化を解除できません。',
  },
  'copy-data': {
    title: 'データと設定をコピーする',
    text: '実行中の古い VM から、rsync、scp、またはアプリケーションのバックアップでコピーします。',
  },
  'fix-mounts': {
    title: 'マウントの設定を修正する',
    text: 'Linux: /etc/fstab の UUID を新しいものに変更します。Windows: ドライブ文字を確認します。',
  },
  'join-domain': {
    title: 'ドメインに再参加する',
    text: 'コンピューターの SID が変わります。Kerberos チケットと保存された資格情報は、取得し直す必要があります。',
  },
  'update-set': {
    title: 'スケール セットのモデルを変更する',
    text: '拡張機能から Azure Disk Encryption を外し、ホストでの暗号化を有効にします。',
  },
  'replace-instances': {
    title: 'インスタンスを置き換える',
    text: 'ホストでの暗号化は新しいインスタンスだけが対象で、Azure Disk Encryption を使ったことのあるものには使えません。新しいインスタンスを追加し、古いインスタンスへの接続をドレインしてから削除します。',
  },
  'inspect-disk': {
    title: '誰のディスクかを調べる',
    text: 'タグ、サイズ、作成日が手がかりです。必要とする人は期日までに対応します。',
  },
  'copy-loose-disk': {
    title: '必要なものをコピーするか、ディスクを破棄する',
    text: 'ロックを解除できる VM にアタッチし、ファイルを新しいディスクにコピーします。削除すると元に戻せません。判断は所有者が行います。',
  },
  'remove-extension': {
    title: '拡張機能を削除する',
    text: '何も暗号化されていないと VM 内部で確認できてから行います。',
  },
  verify: { title: '確認する', text: '新しい VM で true と表示される必要があります。' },
  'new-backup': {
    title: '新しい VM をバックアップする',
    text: '古い復旧ポイントは必要な期間だけ保持します。復元しても、期日後はロックを解除できません。',
  },
  'clean-up': {
    title: 'クリーンアップする',
    text: '新しい VM に問題がないと確認できたら、古い VM とディスクを削除します。ほかに使うものがなければ、キー コンテナーで、ディスクの暗号化のためのアクセスを無効にします。',
  },
} as const satisfies SameKeys<typeof english>
