import type { AskedGroup } from './types'

/** Questions about refusals, and about articles that compete or were missing. */
export const added: readonly AskedGroup[] = [
  [
    'problem:decryption-running cause:decryption-goes-on step:wait-for-decryption',
    'DecryptionInProgress | vm is decrypting, how long | 復号中のまま 待てばよいか | 暗号化の解除中と表示される',
  ],
  [
    'problem:key-expires-soon cause:key-near-expiry step:extend-key-version',
    'kek will expire next week | キーの期限が来月に迫っている | 有効期限がもうすぐ切れる鍵',
  ],
  [
    'cause:secret-gone step:keep-vm-running cause:key-gone',
    'secret missing but the vm still runs, may I stop it | シークレットがないまま動いている VM は停止してよいか',
  ],
  [
    'problem:decryption-failed message:linux-disable-failed',
    'error while disabling encryption | az vm encryption disable ended with an error | 暗号化の無効化でエラーが出た',
  ],
  [
    'problem:decryption-not-resuming cause:decryption-interrupted',
    'vm was restarted while decrypting | decryption hangs halfway | 復号中に再起動してしまった | 暗号化の解除が半分で止まっている',
  ],
  [
    'step:disable-encryption',
    'remove bitlocker encryption from azure vm | how to decrypt a windows vm | Windows VM の暗号化をオフにする | az vm encryption disable の使い方',
  ],
  [
    'problem:stamped-after-failed-run cause:stamp-comes-first',
    'encryption settings remain although the run failed | disk says ADE after a failed attempt | 失敗した実行の暗号化設定が残っている | 失敗したのにポータルで有効と出る',
  ],
  [
    'problem:stamped-but-not-encrypted cause:decrypted-inside',
    'azure shows encrypted but inside nothing is | disk decrypted inside the vm with cryptsetup or manage-bde -off | manage-bde -off で中から解除した',
  ],
  [
    'problem:encrypted-but-not-stamped cause:settings-cleared-only',
    'guest is encrypted but the disk has no encryptionSettings | 中は暗号化されているが設定がない | encryptionSettingsCollection が空なのに暗号化済み',
  ],
  [
    'cause:caller-lacks-azure-role step:grant-azure-role message:arm-authorization-failed',
    'AuthorizationFailed does not have authorization to perform action | Azure RBAC の権限がなくて失敗',
  ],
  [
    'cause:size-not-available step:choose-other-size message:arm-size-not-available',
    'SkuNotAvailable | AllocationFailed | サイズの容量不足で起動できない',
  ],
  [
    'cause:quota-exhausted step:request-quota step:show-quota message:arm-quota-exceeded',
    'core quota exceeded | vCPU クォータ不足',
  ],
  [
    'cause:provider-not-registered step:register-provider message:arm-provider-not-registered',
    'MissingSubscriptionRegistration | リソース プロバイダー未登録',
  ],
  [
    'cause:resource-not-there message:arm-resource-not-found step:find-resource',
    'ParentResourceNotFound | resource was not found in the group | 親リソースが見つからない',
  ],
  [
    'cause:subscription-not-accessible message:arm-subscription-not-found step:show-subscriptions',
    'SubscriptionNotFound | サブスクリプションが見つからないと出る',
  ],
  [
    'cause:subscription-disabled message:arm-subscription-disabled step:enable-subscription',
    'ReadOnlyDisabledSubscription | サブスクリプションが読み取り専用になった',
  ],
  [
    'cause:too-many-requests message:arm-too-many-requests step:wait-for-request-limit',
    'request is being throttled | 要求が制限された',
  ],
  [
    'cause:caller-in-other-tenant message:arm-wrong-tenant step:sign-in-to-tenant',
    'access token from wrong issuer | 別のテナントにサインインしていた',
  ],
  [
    'step:show-vault problem:vault-unfit',
    'requirements of the key vault for ade | キー コンテナーの要件 一覧 | which vault settings does disk encryption need',
  ],
  [
    'requirement:data-size cause:copy-takes-hours',
    'what determines encryption speed | premium or standard disk faster for encryption | 暗号化の速さは何によるか | ディスクの種類と暗号化の所要時間',
  ],
  [
    'step:read-status-again step:watch-boot',
    'what happens in the minutes after the restart | status unchanged minutes after reboot | 再起動直後の数分に何が起きるか',
  ],
  [
    'cause:copy-no-longer-runs problem:encryption-overdue',
    'prompt to reboot never appears | VMRestartPending never comes | 再起動の要求が出てこない',
  ],
  ['step:show-this-extension', 'EncryptionOperation value in settings | EncryptionOperation EnableEncryption meaning'],
]
