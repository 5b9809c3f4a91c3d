import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** From the arrival of a request to the start of the work, and changes of key settings. */
export const linuxRequest = {
  'linux-install-succeeded': {
    meaning: '拡張機能が VM にインストールされました。ディスクの暗号化はまだ始まっていません。',
    next: [
      '次の表示を待ちます。その間、ほかの拡張機能は開始しないでください。',
      '約 10 分 (目安) たっても同じ場合は、VM エージェント、次に VM 内の `extension.log` を確認します。',
    ],
  },
  'linux-handler-disable-succeeded': {
    meaning:
      'VM エージェントが拡張機能を停止しました。更新や削除の前に行われる動作です。ディスクの暗号化は解除されていません。',
    next: [
      '暗号化が無効になったとは解釈しないでください。これで暗号化が解除されることはありません。',
      'ディスクの状態は、暗号化設定と最後の詳細な状態で判断します。',
      '更新や削除の予定がない場合は、要求者をアクティビティ ログで調べます。',
    ],
  },
  'linux-uninstall-succeeded': {
    meaning: '拡張機能が VM から削除されました。この削除で暗号化は解除されず、ディスクの暗号化設定も残ります。',
    next: [
      'キー コンテナーのキーとシークレットを残します。ディスクは起動のたびにこれらを必要とします。',
      '暗号化済みのボリュームがある場合は、キーの変更や暗号化の無効化の前に拡張機能を再インストールします。',
    ],
  },
  'linux-update-succeeded': {
    meaning: '拡張機能のバージョンが変わりました。ディスクに変化はありません。',
    next: ['通常は続いて有効化の処理が呼ばれ、その表示に置き換わります。それを待ちます。'],
  },
  'linux-daemon-started-transitioning': {
    meaning:
      '要求が受け付けられ、バックグラウンド処理が始まりました。キーはまだ保存されておらず、何も暗号化されていません。',
    next: [
      steps.hold,
      '最初の数分は正常です。約 15 分 (目安) を過ぎたら、パッケージのインストールか `168.63.129.16` への経路を疑います。',
    ],
  },
  'linux-daemon-started-success': {
    meaning:
      '空のメッセージで、`Provisioning succeeded` と表示されます。暗号化設定を持つディスクで処理が再開されたことを示し、暗号化の完了は意味しません。',
    next: [
      '詳細な状態を確認します。`EncryptionInProgress` か `DecryptionInProgress` なら、処理はまだ続いています。',
      '処理中は、VM を再起動せず、新たな要求も送らないでください。',
    ],
  },
  'linux-no-operation-found': {
    meaning:
      '拡張機能は呼び出されましたが、実行する要求が見つかりませんでした。この呼び出しでディスクは変わっていません。',
    next: ['有効化の要求を送り直します。', steps.readLog],
  },
  'linux-settings-unreadable': {
    meaning: '保護された設定を VM 内で復号できず、呼び出しはすぐに終了しました。ディスクは変わっていません。',
    next: [
      'VM エージェントを再起動または更新し、VM に `openssl` と `base64` があることを確認します。',
      steps.repeatRequest,
      steps.readLog,
    ],
  },
  'linux-settings-rejected': {
    meaning:
      '処理中に別の要求または誤った設定が届き、保留されました。実行中の処理は続きます。並んで表示されるエラー コードは古い場合があります。',
    next: [
      '実行中の処理が終わるまで何も送らないでください。継続中かどうかは詳細な状態で分かります。',
      '終了後に変更を 1 回だけ送り直します。何も送っていない場合は、`extension.log` で設定のエラーを探します。',
    ],
  },
  'linux-settings-stamped-offline': {
    meaning:
      'プラットフォームがキーを保存し、ディスクに暗号化設定を書き込みました。デプロイとポータルは完了に見えますが、まだ 1 ブロックも暗号化されていません。',
    next: ['保護済みとはみなさず、その後の表示と詳細な状態を追います。', steps.hold],
  },
  'linux-settings-stamped-online': {
    meaning:
      'プラットフォームがキーを保存し、ディスクに暗号化設定を書き込みました。データはまだ暗号化されておらず、次に暗号化層が作られます。',
    next: [
      steps.hold,
      'ボリュームの種類が OS か All の場合、拡張機能が VM を 1 回再起動します。手を加えないでください。',
    ],
  },
  'linux-online-initialized': {
    meaning:
      '暗号化層が作られ、データはこれからバックグラウンドで暗号化されます。完了するまで、大部分は暗号化されていない可能性があります。',
    next: [
      steps.usableMeanwhile,
      '要求した全ボリュームについて `Encryption succeeded for …` が出るまで追い、詳細な状態も確認します。',
    ],
  },
  'linux-os-encryption-already-running': {
    meaning:
      '2 回目の有効化は、OS ディスクのコピーが実行中のため、何もせずに終了しました。コピーは続いており、完了していません。',
    next: ['これ以上、要求を送らないでください。', steps.hold],
  },
  'linux-settings-updated': {
    meaning: 'キーまたはキー コンテナーの設定が置き換わりました。暗号化の解除もデータのコピーもありません。',
    next: [
      '以前のキーとシークレットは、バックアップやスナップショットが必要とする間は残します。',
      '廃棄の前に `extension.log` を読みます。新しいキーを受け付けなかったデバイスは、そこにしか記録されません。',
    ],
  },
  'linux-migration-succeeded': {
    meaning: 'VM はシングル パスの拡張機能に移行しました。移行そのものは、暗号化も暗号化解除も行いません。',
    next: ['拡張機能のバージョンが 1 で始まり、詳細な状態が移行前と同じであることを確認します。'],
  },
  'linux-update-settings-failed': {
    meaning:
      '暗号化設定の置き換えに失敗しました。暗号化は解除されていませんが、キー ボリュームのキー ファイルが空の可能性があり、再起動するとキーが見つからないことがあります。',
    next: [
      'VM を再起動も停止もせず、`/mnt/azure_bek_disk` の `LinuxPassPhraseFileName` が 0 バイトかどうかを VM の中で確認します。',
      'すべてのディスクのスナップショットを作成し、以前のキーとシークレットは有効なまま残します。',
      '空の場合、または `True is not in list` の場合は、再起動の前に Azure サポートに問い合わせます。コード 52 はパッケージの問題です。',
    ],
  },
  'linux-update-passphrase-missing': {
    meaning: '現在のキーをキー ボリュームから読めず、キーは変更されませんでした。ディスクの状態はそのままです。',
    next: [
      'VM を再起動も停止もせず、`/mnt/azure_bek_disk` の `LinuxPassPhraseFileName` があり、0 バイトでないことを VM の中で確認します。',
      'すべてのディスクのスナップショットを作成し、以前のキーとシークレットは有効なまま残します。`BEK VOLUME` には触れないでください。',
      '再起動の前、次のキー変更の前に、Azure サポートに問い合わせます。',
    ],
  },
  'linux-cvm-preview-flag': {
    meaning:
      '機密 VM です。データ ディスク用のプレビュー設定が見つかり、処理が始まります。ディスクはまだ暗号化されていません。',
    next: ['次の表示を待ちます。このディスクには暗号化設定が書き込まれないため、結果を確認できるのはゲストだけです。'],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
