import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const applicationRights =
  'デュアル パス: アクセス ポリシーで、アプリケーションにシークレットの set と、KEK を使う場合はキーの wrapKey を与えます。'
const platformAccess =
  'シングル パス: プラットフォームにポリシーやロールは不要で、キー コンテナーの `enabledForDiskEncryption` が必要です。'
const repeat = 'その後、操作を再度実行します。'

/** Refusals of Key Vault, and of ARM over secrets and keys. */
export const keyVault = {
  'kv-no-secret-set': {
    meaning:
      'メッセージに示された ID によるシークレットの書き込みを、Key Vault が拒否しました。この呼び出しではキーは保存されていません。',
    next: [applicationRights, platformAccess, repeat],
  },
  'kv-no-permission-generic': {
    meaning: 'メッセージに示された ID に、メッセージに示された権限がないため、Key Vault が呼び出しを拒否しました。',
    next: ['キー コンテナーのアクセス ポリシーで、その ID にこの権限だけを与えます。', platformAccess, repeat],
  },
  'kv-forbidden-by-rbac': {
    meaning:
      'このキー コンテナーは Azure のロールで許可を決めていて、呼び出し元に必要なロールがないため、拒否されました。',
    next: [
      'キー コンテナーで呼び出し元にロールを与えます: Key Vault Secrets Officer、キーには Key Vault Crypto Officer。',
      platformAccess,
      repeat,
    ],
  },
  'kv-wrong-issuer': {
    meaning:
      '呼び出し元のトークンが、キー コンテナーの受け付けないテナントのものであるため、Key Vault が呼び出しを拒否しました。キー コンテナーに以前のテナントが設定されたままか、呼び出し元が別のテナントに属しています。',
    next: [
      'キー コンテナーのテナント ID を、VM のサブスクリプションのテナント、およびメッセージに示されたテナントと比べます。',
      '別のテナントに移した後であれば、キー コンテナーに新しいテナントを設定し、アクセス許可を付与し直します。',
      repeat,
    ],
  },
  'kv-secret-not-retrieved': {
    meaning:
      'プラットフォームがディスクのシークレットをキー コンテナーから読み取れませんでした。そのため、キーを使って VM を起動または復元できません。ディスクは変更されていません。',
    next: [
      'キー コンテナー、このシークレットのバージョン、KEK が存在し、有効かを確認します。論理的に削除されたものは回復します。',
      '`enabledForDiskEncryption` とキー コンテナーのファイアウォール (信頼された Microsoft サービス) を確認します。',
      'シークレットが消去済みなら、誰もディスクを開けません。バックアップを、そのキーとシークレットとともに復元します。',
    ],
  },
  'kv-caller-not-permitted': {
    meaning:
      '別のリージョンへキーをコピーするスクリプトが、キー コンテナーにこのユーザーのアクセス ポリシーを見つけられませんでした。Azure RBAC のキー コンテナーにはポリシーがないため、ロールが足りていても止まります。',
    next: [
      'アクセス ポリシーを使っている場合は、シークレットの get、list、set をユーザーに与えます。KEK があればキーの権限も与えます。',
      'Azure RBAC の場合は、シークレットとキーを手動か新しいスクリプトでコピーし、Site Recovery でコピー先を選びます。',
    ],
  },
  'kv-bypass-required': {
    meaning:
      'キー コンテナーはディスク暗号化用に有効ですが、ファイアウォールがプラットフォームを締め出します。キー コンテナーの変更は拒否されました。',
    next: [
      '信頼された Microsoft サービスを許可します: `az keyvault update --name <vault> --bypass AzureServices`。',
      'その後、変更をやり直します。',
    ],
  },
  'kv-firewall-refused': {
    meaning:
      'キー コンテナーのファイアウォールかプライベート エンドポイントが、呼び出し元を締め出しました。キー コンテナーとディスクは変更されていません。',
    next: [
      '人やパイプラインの場合は、そのアドレスかネットワークをキー コンテナーで許可するか、許可されたネットワークから呼び出します。',
      'ディスク暗号化の場合は、信頼された Microsoft サービスをキー コンテナーで許可します。',
      repeat,
    ],
  },
  'kv-object-expired': {
    meaning:
      'キーまたはシークレットの有効期限が切れているため、この操作は拒否されました。期限切れのキーでもアンラップはできるので、暗号化されたディスクは開けます。',
    next: [
      'このバージョンの期限を延ばすか、新しいバージョンを作成し、それで再度有効化します。',
      'ディスクが使っている間は、期限切れのバージョンを削除しないでください。',
    ],
  },
  'kv-vault-name-taken': {
    meaning:
      'キー コンテナーは作成されませんでした。同じ名前のものが別にあります。論理的な削除で保持されている、削除済みのものかもしれません。',
    next: [
      '`az keyvault list-deleted` で削除済みのキー コンテナーを確認します。自分のものがあれば回復します。ディスクのキーが入っている可能性があります。',
      'そうでなければ別の名前にします。ディスクがキーを必要とする可能性がある間は、名前を空けるための消去はしないでください。',
    ],
  },
  'kv-access-denied-code': {
    meaning:
      'キー コンテナーがプラットフォームを拒否したか、キーやシークレットが無効か削除済みです (コードの意味は推定)。データは以前のままです。',
    next: [
      steps.checkVault,
      steps.checkVaultAccess,
      '削除されたキーやシークレットは、論理的な削除の保持期間内に回復します。',
    ],
  },
  'arm-secret-missing-tags': {
    meaning:
      'プラットフォームがキー ボリュームを作るためのタグが、シークレットにありません。ディスクは変わりませんが、VM がキーを得られないことがあります。',
    next: [
      'タグ `DiskEncryptionKeyFileName`、`DiskEncryptionKeyEncryptionAlgorithm`、KEK なら `DiskEncryptionKeyEncryptionKeyURL` を付けます。',
      'シークレットの値は変えないでください。ディスクを開くための値です。',
      repeat,
    ],
  },
  'arm-secret-unwrap-failed': {
    meaning:
      'VM の起動時に、KEK でシークレットのラップを解除できませんでした。解除できるまで、このシークレットが必要なディスクは開けません。',
    next: [
      'キーのこのバージョンが存在し、有効であることを確認します。期限切れのバージョンでも、ラップは解除できます。',
      '復元した場合は、シークレットとキーを同じバックアップから戻します。',
      steps.deallocateStart,
    ],
  },
  'arm-invalid-secret-url-install-succeeded': {
    meaning:
      'デュアル パスで、クライアントの読み取りが早すぎ、`Install Succeeded` をシークレットのアドレスとみなしました。要求は完了していません。',
    next: [
      '拡張機能の現在のメッセージを読みます。',
      'アドレスが表示されてから要求を繰り返します。できればシングル パスを使います。',
    ],
  },
  'arm-invalid-secret-url-data-succeeded': {
    meaning:
      'デュアル パスのクライアントが、処理の済んだ拡張機能のメッセージをアドレスとみなしました。要求は拒否されました。',
    next: [
      'まず VM の報告を読みます。ボリュームはすでに暗号化されている可能性があります。',
      '拡張機能 1.x には、Entra のパラメーターを付けずに新しいクライアントを使います。',
    ],
  },
  'arm-invalid-secret-url': {
    meaning: '先頭の文字列がシークレットのアドレスではないため、Azure が拒否しました。VM モデルは変更されていません。',
    next: [
      'バージョンを含むアドレスを渡します: `https://<vault>.vault.azure.net/secrets/<name>/<version>`。',
      '先頭が拡張機能のメッセージになっている場合は、そのメッセージの意味を調べます。',
    ],
  },
  'kv-object-disabled': {
    meaning:
      'キーまたはシークレットのこのバージョンが無効なため、Key Vault が呼び出しを拒否しました。内容は残っています。',
    next: [
      'このバージョンをもう一度有効にします。ディスクは、暗号化に使われたバージョンを使い続けます。',
      'それまで VM の割り当てを解除しないでください。',
    ],
  },
  'kv-object-deleted': {
    meaning:
      'キーまたはシークレットは削除されましたが、論理的な削除により保持されています。必要とする VM は、回復するまで割り当て解除後に起動しません。',
    next: [
      '回復します: `az keyvault secret recover` または `az keyvault key recover`。',
      '消去したり、別の名前を使ったりしないでください。ディスクはこの名前を指しています。',
    ],
  },
  'kv-vault-deleted': {
    meaning:
      'この名前のキー コンテナーは削除されましたが、中身ごと回復できます。ディスクが指していれば、そのキーはこの中にあります。',
    next: ['`az keyvault recover` で回復します。', '消去しないでください。ディスクのキーが完全に失われます。'],
  },
  'kv-encryption-set-refused': {
    meaning:
      'サービス (ストレージ アカウントまたはディスク暗号化セット) がキーを使えません。キーが無効か削除済み、または権限がありません。これはカスタマー マネージド キーによるサーバー側の暗号化で、ADE ではありません。',
    next: [
      '先にキーを確認します。キー コンテナーにあり、有効で、サービスが指すキーと同じであることを確かめます。削除済みのキーは同じ名前で回復します。',
      'サービスの ID に、キーの取得 (get)、ラップ (wrapKey)、ラップの解除 (unwrapKey) の権限か、ロール `Key Vault Crypto Service Encryption User` があることを確認します。',
      'キー コンテナーに消去保護があること、ファイアウォールが信頼されたサービスを通すことを確認します。',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
