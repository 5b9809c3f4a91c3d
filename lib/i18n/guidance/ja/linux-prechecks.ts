import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const refused = (reason: string, ...first: string[]): Guidance => ({
  meaning: `実行前の検査で拒否されました。${reason}`,
  next: [...first, steps.repeatRequest],
})

/** Checks of the extension before a run. In 1.x the text is a stack trace with the reason near its end. */
export const linuxPrechecks = {
  'linux-precheck-traceback': refused(
    '理由はスタック トレースの最後の行にあります。',
    'その最後の行を読み、示された点を直します。',
  ),
  'linux-pre-kv-id': refused(
    '`KeyVaultResourceId` がないか、完全なリソース ID ではありません。',
    'キー コンテナーのリソース ID を渡します: `az keyvault show --name <vault> --query id`。',
  ),
  'linux-pre-kv-url': refused(
    '`KeyVaultURL` がないか、`https://<vault>.<suffix>/` の形式ではありません。',
    'キー コンテナーのアドレスを渡します: `az keyvault show --name <vault> --query properties.vaultUri`。',
  ),
  'linux-pre-kv-mismatch': refused(
    '`KeyVaultResourceId` と `KeyVaultURL` が別々のキー コンテナーを指しています。',
    '両方とも、目的のキー コンテナーの値にします。',
  ),
  'linux-pre-kek-kvid': refused(
    'キー暗号化キー (KEK) の指定はありますが、`KekVaultResourceId` がないか、完全なリソース ID ではありません。',
    'KEK のあるキー コンテナーのリソース ID を渡します。',
  ),
  'linux-pre-kek-url': refused(
    'キー暗号化キー (KEK) のアドレスにバージョンがないか、形式が正しくありません。',
    'バージョンを含むキー識別子を渡します: `az keyvault key show --id <key> --query key.kid`。',
  ),
  'linux-pre-kek-mismatch': refused(
    'キー暗号化キー (KEK) のキー コンテナー ID とアドレスが、別々のキー コンテナーを指しています。',
    '両方とも、KEK のあるキー コンテナーの値にします。',
  ),
  'linux-pre-kek-algorithm': refused(
    '`KeyEncryptionAlgorithm` が `RSA-OAEP`、`RSA-OAEP-256`、`RSA1_5` のどれでもありません。',
    '指定を外して `RSA-OAEP` にするか、つづりを直します。',
  ),
  'linux-pre-kek-url-missing': refused(
    'キー暗号化キー (KEK) のキー コンテナーは指定されましたが、キーの指定がありません。',
    '`KeyEncryptionKeyURL` を加えるか、`KekVaultResourceId` を外します。',
  ),
  'linux-pre-mhsm-kv-present': refused(
    'Managed HSM と Key Vault の設定が一緒に送られました。',
    'Managed HSM では `KeyVaultURL` と `KeyVaultResourceId` を外します。',
  ),
  'linux-pre-mhsm-url': refused(
    'キーのアドレスが、Managed HSM のバージョン付きキーのものではありません。',
    'バージョンを含む HSM キーの識別子を渡します。',
  ),
  'linux-pre-mhsm-id': refused(
    '`KekVaultResourceId` がないか、Managed HSM のリソース ID ではありません。',
    'Managed HSM のリソース ID を渡します。',
  ),
  'linux-pre-mhsm-mismatch': refused(
    'リソース ID とキーのアドレスが、別々の Managed HSM を指しています。',
    '両方とも、目的の HSM の値にします。',
  ),
  'linux-pre-mhsm-flag': refused(
    '`KeyStoreType` が `ManagedHSM` 以外の値です。',
    '値を直します。キー コンテナーを使う場合は外します。',
  ),
  'linux-pre-volume-type': refused(
    '`VolumeType` が `OS`、`Data`、`All` のどれでもありません。',
    '`VolumeType` を直します。',
  ),
  'linux-pre-volume-type-vmss': refused(
    'このディストリビューションのスケール セットでは、`VolumeType` は `Data` だけが許されます。',
    '`Data` を要求します。Linux のスケール セットについて、Microsoft のドキュメントにほかの種類はありません。',
  ),
  'linux-pre-volume-type-missing': refused(
    '設定に `VolumeType` がありません (トレースからの推定)。',
    '`OS`、`Data`、`All` のいずれかを設定します。',
  ),
  'linux-pre-lvm': refused(
    'ルートは LVM 上ですが、Marketplace の LVM イメージと構成が異なるため、OS ディスクを暗号化できません。',
    '`lsblk` を `rootvg` の想定と比べます: `rootlv`、`usrlv`、`varlv`、`tmplv`、`homelv` (0.1 では `optlv` も)。',
    'Marketplace イメージに移すか、Data だけを要求します。',
  ),
  'linux-pre-vfat': refused(
    'カーネル モジュール vfat を読み込めないため、キー ボリュームを読めません。',
    '`/etc/modprobe.d` で vfat を禁じるセキュリティ強化の設定を探して外し、モジュールを読み込みます。',
  ),
  'linux-pre-memory': refused(
    'VM のメモリが 7,000,000 kB 未満で、OS ディスクの暗号化には足りません。',
    'メモリが 8 GB 以上の VM サイズに変更します。ルートの使用量が 4 GB を超える場合は、その 2 倍のメモリが必要です。終了後に元のサイズに戻せます。',
  ),
  'linux-pre-min-version': refused(
    'サポートされる最も古いリリースより前です: RHEL と CentOS は 8.1、Oracle は 8.5 より前。',
    'VM のスナップショットを取り、リリースを更新します。',
  ),
  'linux-pre-kernel': refused(
    'カーネルが古すぎます。この規則は Ubuntu 14.04 だけにあり、4.15 が必要です。',
    '`linux-azure` カーネルをインストールして 1 回再起動します。できれば Ubuntu 14.04 から移行します。',
  ),
  'linux-pre-distro': refused(
    'この拡張機能のバージョンでは、このディストリビューションまたはリリースの OS の暗号化はサポートされません。',
    'Data だけを要求するか、サポートされるイメージに移します。',
    '拡張機能が 0.1 (デュアル パス) の場合、新しいリリースには 1.x が必要です。',
  ),
  'linux-pre-volume-type-change': refused(
    'VM は別のボリュームの種類で有効化されています。次に許されるのは同じ種類か `All` だけです。この拒否でディスクは変わりません。',
    '以前の種類か `All` を要求します。',
  ),
  'linux-pre-skr': refused(
    '機密 VM で、キー暗号化キー (KEK) のリリースの試行に失敗しました。',
    'マネージド ID を VM に割り当て、キーをリリースする権限を与えます。',
    'キーがエクスポート可能で、リリース ポリシーが VM に合うことを確認します。',
  ),
  'linux-pre-skr-kek-missing': refused(
    '機密 VM で、`KeyEncryptionKeyURL` はありますが空です。',
    'バージョンを含むキー識別子を渡します。',
  ),
  'linux-pre-skr-identity-missing': refused(
    '機密 VM で、バージョン 1.4.0.3 から 1.4.0.7 まではマネージド ID が必要ですが、送られていません。',
    '`EncryptionManagedIdentity` を加えるか、拡張機能を更新します。',
  ),
} satisfies Partial<Record<GuidedKind, Guidance>>
