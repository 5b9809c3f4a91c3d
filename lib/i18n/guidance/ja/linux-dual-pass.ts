import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const readPassLog = 'VM 内の `extension.log` を読みます。サインインとキー コンテナーの応答が記録されています。'
const vaultRights =
  'キー コンテナーで、アプリケーションのアクセス ポリシーを確認します: シークレットは set、キーは wrapKey。'
const outbound =
  'VM からサインインのエンドポイントとキー コンテナーへのポート 443 の接続を確認します: ファイアウォール、NSG、DNS。'

const vaultLog = (reason: string, first: string): Guidance => ({
  meaning: `ログにのみ出力される行です。${reason}ステータスには \`Enable failed.\` とだけ出て、シークレットは書き込まれていません。`,
  next: [first, 'その後、有効化のコマンドレットを再度実行します。'],
})

/** The dual-pass extension 0.1, which works with an Entra application. */
export const linuxDualPass = {
  'dual-secret-url': {
    meaning:
      '拡張機能自身のメッセージであれば、2 回のパスの最初が終わり、VM がキーをシークレットとして保存しました。別の場所から写したアドレスは、ディスクについて何も示しません。',
    next: [
      'VM モデルの `encryptionSettings` でこのアドレスを探します。なければ有効化のコマンドレットを再度実行します。',
      'その後、2 回目のパスの再起動と、データと OS についての表示を待ちます。',
    ],
  },
  'dual-none': {
    meaning: 'すでにキーのある VM で有効化が繰り返されました (コード 14)。ディスクがどこまで進んだかは示しません。',
    next: ['次の表示を待ちます。要求は繰り返さないでください。'],
  },
  'dual-enable-failed': {
    meaning:
      'Entra へのサインインかキー コンテナーの呼び出しに失敗し、VM はキーを保存できませんでした。この要求では何も暗号化されていません。',
    next: [readPassLog, vaultRights, outbound],
  },
  'dual-update-failed': {
    meaning:
      'Entra へのサインインかキー コンテナーの呼び出しに失敗し、キーは変更されませんでした。ディスクの状態とキーは以前のままです。',
    next: [
      '以前のシークレットとキーを残します。サインインとキー コンテナーの応答を `extension.log` で読みます。',
      vaultRights,
      outbound,
    ],
  },
  'dual-os-not-supported': {
    meaning: 'デュアル パスの拡張機能がこのディストリビューションを認識せず、何も暗号化されていません (推定)。',
    next: ['サポートされるイメージとシングル パスの拡張機能、またはホストでの暗号化を使う VM にします。'],
  },
  'dual-volume-type-not-supported': {
    meaning: '`VolumeType` が `OS`、`Data`、`All` のどれでもありません。この要求では何も暗号化されていません。',
    next: ['`VolumeType` を直します。', steps.requestAgain],
  },
  'dual-device-path-missing': {
    meaning: 'フォーマットの要求に書かれたデバイスが VM になく、データの処理は止まりました。',
    next: [
      '`DiskFormatQuery` を直すか外します。EncryptFormatAll には不要ですが、マウント済みの全データ パーティションが消去されます。',
      steps.enableAgain,
    ],
  },
  'dual-stamped-migration-allowed': {
    meaning:
      'シングル パスへの移行の途中です。ディスクに新しい暗号化設定が書き込まれました。暗号化の解除ややり直しはありません。',
    next: [
      'コマンドレットを中止しないでください。移行は全体で少なくとも 10 ～ 15 分かかり、`Migration Succeeded` で終わります。',
    ],
  },
  'dual-migrate-detached-header': {
    meaning:
      '移行は拒否されました。インプレースで暗号化されたデータ ディスクの LUKS ヘッダーが別のファイルにあり、シングル パスでは使えません。この拒否で暗号化は解除されません。',
    next: [
      '当面はデュアル パスのままにし、拡張機能、キー、シークレットを残します。',
      'OS ディスクが未暗号化なら、スナップショット、無効化、シングル パスで有効化の順です。それ以外の場合は、ホストでの暗号化を使う新しい VM に移します。',
    ],
  },
  'dual-migrate-detached-header-xfs': {
    meaning:
      '移行は拒否されました。xfs のデータ ディスクの LUKS ヘッダーが別のファイルにあり、シングル パスでは使えません。この拒否で暗号化は解除されません。',
    next: [
      '当面はデュアル パスのままにし、拡張機能、キー、シークレットを残します。',
      'データを新しいディスクにコピーし、それから移行するか ADE をやめます。',
    ],
  },
  'dual-migrate-wrong-passphrase': {
    meaning:
      '移行は拒否されました。キー ボリュームのパスフレーズで開けないデバイスがあります。ディスクの状態はそのままです。',
    next: [
      'VM モデルのシークレットのバージョンと、キー ボリュームのものを比べます。',
      steps.keepExtension,
      '原因が分かるまで VM の割り当てを解除しないでください。ボリュームが再び開かないことがあります (推定)。',
    ],
  },
  'dual-migrate-other': {
    meaning:
      '移行が別のエラーで止まりました。新しい暗号化設定は可能な限り取り消されています。移行で暗号化は解除されません。',
    next: [steps.keepExtension, '`Migrate` の後の文、次に `extension.log` を読み、それから移行をやり直します。'],
  },
  'dual-pre-kv-url': {
    meaning:
      '実行前に拒否されました。キー コンテナーのアドレスがないか、形式が誤りか、https ではありません。どれかは 2 行目で分かります。',
    next: ['`https://<vault>.vault.azure.net/` の形で渡します。', steps.repeatRequest],
  },
  'dual-pre-kek-url': {
    meaning: '実行前に拒否されました。キー暗号化キー (KEK) のアドレスの形式が正しくありません。',
    next: ['バージョンを含むキー識別子を渡します。', steps.repeatRequest],
  },
  'dual-pre-aad-client-id': {
    meaning:
      '実行前に拒否されました。クライアント ID が GUID ではありません。よくある原因は、名前の指定や、貼り付けで入った引用符です。',
    next: ['Entra アプリケーションのアプリケーション (クライアント) ID を渡します。', steps.repeatRequest],
  },
  'dual-pre-aad-client-id-absent': {
    meaning:
      '実行前に拒否されました。クライアント ID がありません。シングル パス用の設定がデュアル パスの拡張機能に届いたと考えられます (推定)。',
    next: [
      '拡張機能のバージョン 1.1 以降 (シングル パス) を指定するか、クライアント ID を加えます。',
      steps.repeatRequest,
    ],
  },
  'dual-kv-missing-credentials': vaultLog(
    'クライアント シークレットも証明書も送られていません。',
    '`AADClientSecret` か `AADClientCertThumbprint` のどちらか一方だけを送ります。',
  ),
  'dual-kv-both-credentials': vaultLog(
    'クライアント シークレットと証明書が両方送られました。',
    '`AADClientSecret` か `AADClientCertThumbprint` のどちらか一方だけを送ります。',
  ),
  'dual-kv-adal-missing': vaultLog(
    '証明書でのサインインに必要な Python ライブラリ ADAL が VM にありません。',
    'クライアント シークレットを使うか、VM にこのライブラリをインストールします。',
  ),
  'dual-kv-getheader': {
    meaning:
      'VM からキー コンテナーへの呼び出しに応答がなく、シークレットは書き込まれていません。多くは、ネットワーク、誤ったアドレス、Python 2 のないリリースが原因です。ステータスには、この文か `Enable failed.` だけが表示されます。',
    next: [
      outbound,
      '要求にあるキー コンテナーとキーのアドレスと、リリースに Python 2 があるかを確認します。',
      '原因を取り除いてから、有効化のコマンドレットを再度実行します。',
    ],
  },
  'dual-sles11-adal': {
    meaning: 'SLES 11 に、証明書でのサインインに必要なパッケージがありません。この要求では何も暗号化されていません。',
    next: ['クライアント シークレットを使うか、新しいリリースとシングル パスに移ります。', steps.requestAgain],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
