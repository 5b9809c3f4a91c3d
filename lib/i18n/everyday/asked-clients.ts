import type { AskedGroup } from './types'

/** Questions about errors of clients and failed runs, as administrators posted them in public. */
export const clients: readonly AskedGroup[] = [
  [
    'problem:dual-pass-vault-access-failed message:dual-enable-failed message:linux-enable-failed',
    'enable failed ade | VMがキーをコンテナーに保存できない | enable failed error message | Error message: "Enable failed." | key not stored in vault | Enable failed エラー',
  ],
  [
    'message:arm-extension-provisioning-error message:dual-enable-failed message:linux-enable-failed problem:failed-without-known-cause',
    'vm has reported a failure when processing extension AzureDiskEncryptionForLinux',
  ],
  [
    'cause:key-reference-malformed problem:key-encryption-key-invalid',
    'vault url given as kek | kek parameter wrong url',
  ],
  [
    'cause:key-reference-malformed problem:key-encryption-key-invalid step:enable-with-right-vault message:linux-pre-kek-url',
    '--key-encryption-key wrong value',
  ],
  [
    'message:dual-kv-getheader problem:dual-pass-vault-access-failed cause:network-denies-entra-vault',
    'NoneType object has no attribute getheader | getheader | create_kek_secret | VMExtensionProvisioningError getheader | getheader エラー',
  ],
  [
    'cause:network-denies-entra-vault requirement:network-entra-vault step:allow-entra-and-vault problem:dual-pass-vault-access-failed problem:network-unfit',
    'vm cannot reach key vault | outbound to vault blocked | VMからKey Vaultに届かない',
  ],
  [
    'problem:host-rejected-key-settings message:linux-host-rejected-settings',
    'encryption settings update request was not accepted | settings update rejected | host rejected key settings | キー設定が拒否された',
  ],
  [
    'problem:host-rejected-key-settings message:linux-host-rejected-settings cause:host-did-not-answer message:linux-host-no-answer',
    'post_to_wireserver failed',
  ],
  [
    'cause:vault-not-enabled requirement:vault-enabled step:enable-vault-for-disks',
    'vault not enabled for disk encryption',
  ],
  [
    'problem:data-file-system-unsupported cause:file-system-not-in-place message:linux-data-failed-xfs requirement:guest-file-systems message:linux-log-fs-unsupported',
    'xfs | xfs data disk cannot be encrypted | fstype:xfs encryption failed | XFSは暗号化できない',
  ],
  ['step:enable-format-all', 'EncryptFormatAll | EncryptFormatAllの使い方'],
  [
    'cause:release-lacks-python message:dual-kv-getheader message:dual-sles11-adal step:use-single-pass problem:dual-pass-vault-access-failed',
    'python 2 missing | SLES15 Python 2がない',
  ],
  ['cause:release-lacks-python message:arm-handler-exit-51 message:linux-exit-51-python', 'no python2 on suse'],
  [
    'cause:dual-pass-on-generation-2 message:arm-generation-2-dual-pass requirement:generation',
    'Azure Disk Encryption is not supported with Generation 2 Hypervisor | gen2 vm | generation 2 ade | 第2世代のVM | Gen2 サポートされない | Generation 2 ハイパーバイザー | gen 2 hypervisor error | generation 2 windows encryption | Gen2 で暗号化に失敗',
  ],
  [
    'cause:dual-pass-on-generation-2 message:arm-generation-2-dual-pass step:use-single-pass problem:dual-pass-in-use message:ps-migrate-without-aad message:ps-migrate-with-aad',
    'remove AadClientID',
  ],
  [
    'cause:dual-pass-on-generation-2 message:arm-generation-2-dual-pass step:use-single-pass problem:dual-pass-in-use cause:dual-pass-chosen message:dual-kv-missing-credentials message:dual-kv-both-credentials',
    'aadclientsecret parameter',
  ],
  [
    'message:ps-scale-set-extension-missing problem:scale-set-refused problem:client-fault',
    'Extension, AzureDiskEncryption, is not installed in the VM Scale Set | vmss extension is not installed | Disable-AzVmssDiskEncryption error | Disable-AzureRmVmssDiskEncryption | スケールセットに拡張機能がインストールされていない | disable scale set encryption fails | スケールセットの暗号化を無効化できない',
  ],
  [
    'problem:lvm-layout-unsupported message:linux-pre-lvm cause:lvm-layout-custom',
    'LVM OS disk layout does not satisfy prerequisites | aka.ms/adelvm | LVMレイアウトが前提条件を満たさない | LVM カスタムイメージ',
  ],
  [
    'cause:vault-not-enabled requirement:vault-enabled cause:vault-id-mismatched message:cli-kv-not-enabled step:enable-vault-for-disks cause:vault-reference-malformed problem:key-vault-reference-invalid message:arm-vault-unfit',
    'either has not been enabled for Volume Encryption or the vault id provided does not match | kek vault in other resource group | has not been enabled for volume encryption | KEKのコンテナーが別のリソースグループ',
  ],
  ['step:enable-vault-for-disks requirement:vault-enabled', 'az keyvault update --enabled-for-disk-encryption'],
  [
    'problem:client-fault message:cli-fault-no-settings cause:client-outdated step:update-client',
    "'NoneType' object has no attribute 'enabled' | az vm encryption show traceback | azure cli crash encryption | az コマンドがエラーで落ちる | cli attribute error | az cli bug | az vm encryption show エラー",
  ],
  ['cause:client-outdated step:update-client problem:client-fault', 'old azure cli'],
  ['step:update-client cause:client-outdated', 'update azure-cli'],
  ['step:update-client', 'Azure CLIを更新する'],
  [
    'message:arm-disk-with-settings-as-data cause:stamped-disk-attached step:disable-encryption cause:settings-cleared-only message:linux-settings-cleared',
    'remove encryption settings from disk',
  ],
  [
    'message:arm-disk-with-settings-as-data cause:stamped-disk-attached',
    '暗号化設定が含まれているディスクをデータディスクに使えない',
  ],
  [
    'message:arm-disk-with-settings-as-data cause:stamped-disk-attached problem:repair-disk-locked',
    '別のVMに暗号化ディスクを接続 | os disk of encrypted vm to other vm | mount encrypted disk as data disk | データディスクとしてアタッチできない',
  ],
  [
    'problem:stamped-after-failed-run problem:mount-busy cause:stamp-comes-first',
    'settings enabled true but osDisk Unknown | encryption settings left after failure | failed run but key settings remain | 失敗したのに暗号化設定が残っている | enabled true although it failed | unknown osDisk after error',
  ],
  [
    'problem:stamped-after-failed-run problem:report-missing problem:report-unreadable problem:stamped-but-not-encrypted problem:mount-busy',
    'osDisk Unknown dataDisk Unknown',
  ],
  [
    'problem:stamped-after-failed-run problem:report-missing problem:report-unreadable problem:stamped-but-not-encrypted problem:azure-word-unknown',
    'osDisk が Unknown',
  ],
  [
    'step:prepare-scale-set cause:scale-set-not-prepared problem:scale-set-refused',
    'UnifiedDiskEncryption | register feature for scale set encryption',
  ],
  [
    'problem:scale-set-refused message:arm-scale-set-unsupported cause:scale-set-not-prepared',
    'スケールセットの暗号化 | VMSS ディスク暗号化 | scale set not supported encryption | スケールセット',
  ],
  [
    'problem:os-failed-disk-touched message:linux-os-failed-at-split-root-partition message:linux-os-failed step:restore-os-disk',
    'NoneType object has no attribute getFlag | split_root_partition | is my disk damaged after failed encryption | ルートパーティションの分割で失敗 | getFlag エラー',
  ],
  [
    'message:arm-extension-provisioning-error problem:failed-without-known-cause problem:azure-refused-request problem:os-failed-disk-touched',
    'ResourceOperationFailure terminal provisioning state Failed',
  ],
  [
    'problem:mount-busy message:linux-os-target-busy message:linux-os-unmount-attempt-failed message:linux-log-command-unmount cause:service-holds-root message:linux-os-unmount-exhausted problem:harmless-unmount-attempt',
    'Command umount /oldroot failed with return code 32 | umount: /oldroot: target is busy | target is busy | device is busy oldroot | oldroot 使用中 | /oldroot をアンマウントできない',
  ],
  [
    'cause:vault-address-differs problem:key-change-begun message:linux-log-vault-url-differs step:use-first-vault-address',
    'Current config KeyVaultURL differs from effective config KeyVaultURL | KeyVaultURL differs | vault url trailing slash | vault address upper case lower case different | コンテナーのURLが前回と違う | effective config KeyVaultURL | different spelling of vault url',
  ],
  [
    'cause:network-denies-entra-vault requirement:network-entra-vault step:allow-entra-and-vault problem:dual-pass-vault-access-failed problem:network-unfit message:dual-kv-getheader',
    'key vault unreachable from vm | outbound 443 blocked | キーコンテナーに接続できない',
  ],
  [
    'problem:host-rejected-key-settings message:linux-host-rejected-settings cause:vault-not-enabled',
    'stamp_disks_with_settings | Failed to encrypt OS volume settings not accepted | 暗号化設定の更新が受け付けられない',
  ],
  [
    'problem:data-file-system-unsupported cause:file-system-not-in-place message:linux-data-failed-xfs requirement:guest-file-systems',
    'which file systems are supported for data disks | encrypt xfs | データディスク xfs',
  ],
  [
    'cause:release-lacks-python message:dual-kv-getheader message:dual-sles11-adal step:use-single-pass problem:dual-pass-vault-access-failed problem:dual-pass-in-use',
    'suse linux 15 | dual pass on new distribution',
  ],
  ['step:use-single-pass step:migrate-to-single-pass problem:dual-pass-in-use', 'use single pass instead of dual pass'],
  [
    'problem:lvm-layout-unsupported message:linux-pre-lvm cause:lvm-layout-custom requirement:guest-lvm-layout',
    'lvm not satisfied prerequisites | lvm レイアウト',
  ],
  [
    'cause:vault-not-enabled requirement:vault-enabled cause:vault-id-mismatched message:cli-kv-not-enabled step:enable-vault-for-disks message:arm-vault-unfit',
    'vault not enabled for volume encryption | コンテナーが暗号化に対して有効になっていない',
  ],
  [
    'cause:vault-id-mismatched problem:key-vault-reference-invalid cause:vault-reference-malformed',
    'wrong vault resource id',
  ],
  [
    'problem:os-failed-disk-touched message:linux-os-failed-at-split-root-partition message:linux-os-failed',
    'getFlag | split root partition error | python error NoneType getFlag',
  ],
  [
    'problem:mount-busy message:linux-os-target-busy message:linux-os-unmount-attempt-failed message:linux-log-command-unmount cause:service-holds-root',
    'code 19 unmount oldroot | umount return code 32 | ターゲットがビジー',
  ],
]
