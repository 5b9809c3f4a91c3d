import type { AskedGroup } from './types'

/** Questions about the status, the network, and the end of encryption. */
export const status: readonly AskedGroup[] = [
  [
    'step:show-encryption',
    'ProgressMessage | Get-AzVmDiskEncryptionStatus | check progress of encryption | az vm encryption show | poll encryption status powershell | 暗号化の状態を確認する | command to see if disk is encrypted | where do I see the progress message | 進捗を確認するコマンド | 状態を調べる PowerShell',
  ],
  ['step:show-encryption problem:os-encryption-silent-phase', '進行状況メッセージ'],
  [
    'problem:os-encryption-silent-phase cause:agent-away-during-copy',
    'ssh disabled | ssh refused during encryption | cannot ssh to vm while encrypting | ssh connection refused | SSHが無効 | SSHでつながらない 暗号化中 | sshできない | putty cannot connect since encryption | login not possible while encrypting | 暗号化してからログインできない',
  ],
  [
    'problem:success-text-not-the-end message:linux-data-succeeded',
    'encryption succeeded for data volumes | says success but os still encrypting | データボリュームの暗号化が成功 | 成功と出ているのに進行中 | data succeeded os pending | is it really done | not complete although it says succeeded | 成功メッセージなのに終わっていない | データボリュームは終わった OS はまだ暗号化中',
  ],
  [
    'problem:restart-pending message:substatus-os-restart-pending cause:restart-awaited step:restart-vm',
    'VMRestartPending | vm restart pending | OsVolumeEncrypted VMRestartPending | status says restart pending | must I reboot now | 再起動が必要',
  ],
  [
    'problem:restart-pending message:linux-os-please-reboot cause:restart-awaited step:restart-vm',
    'OS disk successfully encrypted, please reboot the VM | please reboot | asks me to reboot | encryption wants a restart | VM を再起動してください | successfully encrypted reboot required | asked for a reboot | told to reboot the vm | 再起動してくださいと表示',
  ],
  [
    'step:restart-vm problem:restart-pending cause:restart-awaited',
    'restart vm after encryption | 暗号化の最後の再起動',
  ],
  ['step:restart-vm', 'az vm restart | Restart-AzVM'],
  [
    'step:read-status-again step:watch-boot step:verify-inside',
    'rebooted, when is it finished | wait a few minutes after restart | 再起動後に数分待つ | 再起動した後の状態確認',
  ],
  ['step:read-status-again problem:restart-pending', 'status still pending after reboot'],
  [
    'problem:encryption-overdue problem:os-encryption-silent-phase cause:copy-no-longer-runs',
    'restart never comes | no VMRestartPending after a day | encryption takes too long | still running after 20 hours | 再起動の要求が出ない | いつまでも終わらない',
  ],
  ['problem:os-failed-disk-touched step:restore-os-disk', 'os encryption failed halfway | 暗号化が途中で失敗'],
  [
    'step:restore-os-disk problem:os-failed-disk-touched step:build-vm-from-snapshot',
    'restore vm from backup after failed encryption',
  ],
  ['step:restore-os-disk step:build-vm-from-snapshot', 'roll back to snapshot | スナップショットに戻す'],
  [
    'step:restore-os-disk step:build-vm-from-snapshot problem:os-failed-disk-touched',
    '失敗したのでバックアップから復元したい',
  ],
  [
    'step:snapshot-disks requirement:backup-before',
    'snapshot before encryption | do I need a backup first | 暗号化の前のスナップショット | 事前にバックアップを取る | make a snapshot of all disks | バックアップしてから暗号化',
  ],
  ['step:snapshot-disks', 'az snapshot create'],
  [
    'problem:report-missing message:ps-status-not-available',
    'extension status not available | cannot get encryption status | 拡張機能の状態が VM で取得できません | 拡張機能のステータスが取れない | status unavailable | portal shows no encryption status | could not retrieve status of extension | 状態が取得できない',
  ],
  [
    'problem:network-unfit step:show-network-rules requirement:network-platform requirement:network-storage requirement:network-entra-vault',
    'network security group | nsg blocks encryption | outbound rules needed for ade | ネットワークセキュリティグループの設定 | NSG | network requirements | security group settings encryption | encryption behind a firewall | 通信要件',
  ],
  [
    'problem:network-unfit requirement:network-platform requirement:network-storage requirement:network-entra-vault requirement:vault-firewall cause:network-denies-platform',
    'firewall blocks extension | ファイアウォールの内側で暗号化',
  ],
  [
    'problem:network-unfit requirement:network-platform requirement:network-storage requirement:network-entra-vault requirement:vault-firewall cause:network-denies-platform cause:vault-firewall-shuts-out',
    'ファイアウォールで通信が制限されている',
  ],
  [
    'requirement:network-entra-vault cause:network-denies-entra-vault step:allow-entra-and-vault',
    'azure ad endpoint access from vm | allow login.microsoftonline.com | vault.azure.net port 443 outbound | Azure AD の認証エンドポイント | Key Vaultのエンドポイントへの接続を許可 | access to azure active directory and key vault | allow key vault from vm | Entra への通信を許可',
  ],
  [
    'problem:metadata-service-unreachable requirement:guest-imds step:see-metadata-service cause:metadata-traffic-altered',
    'instance metadata service | 169.254.169.254 | imds not reachable | インスタンス メタデータ サービス | metadata address not reachable | test imds from vm | IMDS',
  ],
  ['step:see-metadata-service requirement:guest-imds problem:metadata-service-unreachable', 'curl metadata endpoint'],
  [
    'requirement:guest-proxy cause:metadata-traffic-altered step:bypass-proxy step:see-proxy',
    'x-forwarded-for | proxy changes metadata request | プロキシ環境 | プロキシがヘッダーを追加 | proxy adds header | proxy configuration not supported | プロキシはサポートされるか',
  ],
  ['step:see-proxy requirement:guest-proxy step:bypass-proxy cause:metadata-traffic-altered', 'http_proxy'],
  ['step:bypass-proxy requirement:guest-proxy cause:metadata-traffic-altered', 'no_proxy 169.254.169.254'],
  ['step:bypass-proxy', 'プロキシを経由しないようにする | bypass proxy'],
  [
    'problem:packages-not-installed requirement:guest-repositories requirement:network-packages cause:packages-unreachable',
    'packages can not be downloaded | package install fails behind firewall | apt repository not reachable | パッケージがダウンロードできない | 必要なコンポーネントをインストールできない | prerequisite components cannot be installed | linux packages blocked by firewall | no access to repo | リポジトリに届かない | ファイアウォールでパッケージが取れない',
  ],
  [
    'problem:packages-not-installed requirement:guest-packages cause:packages-missing step:install-packages message:linux-cryptsetup-install-failed',
    'cryptsetup not installed',
  ],
  [
    'problem:packages-not-installed requirement:guest-repositories requirement:network-packages cause:packages-unreachable cause:package-manager-broken step:see-package-manager cause:package-manager-locked',
    'パッケージ管理システム',
  ],
  [
    'requirement:guest-repositories problem:packages-not-installed step:see-package-manager cause:packages-unreachable cause:package-manager-broken requirement:network-packages',
    'subscription-manager yum | rhel yum proxy | red hat subscription manager not registered | subscription manager proxy | サブスクリプション マネージャーとyum | Red Hat yum プロキシ',
  ],
  [
    'problem:stamped-but-not-encrypted',
    'azure portal shows disk encrypted, os says no | shown as encrypted, actually unencrypted | ポータルで暗号化済みと表示される | ポータルの表示が間違っている | 実際は暗号化されていないのに暗号化済み | portal wrong | shows encrypted but lsblk says no crypt | ポータル上は暗号化 実際は違う',
  ],
  [
    'cause:decrypted-inside problem:stamped-but-not-encrypted',
    'decrypted inside the vm with low level commands | cryptsetup-reencrypt --decrypt by hand | VM内で直接復号した | decrypted manually inside guest | turned bitlocker off inside windows | 手動で復号した | ゲスト内で BitLocker を解除した',
  ],
  ['cause:decrypted-inside problem:stamped-but-not-encrypted step:disable-encryption', 'manage-bde -off used'],
  [
    'step:disable-encryption',
    'how to decrypt properly | how do I disable ade with cli | remove encryption from vm | 暗号化を無効にする方法 | 暗号化の解除 | CLIで無効化 | how to disable encryption | disable encryption powershell | PowerShell で暗号化を無効化',
  ],
  [
    'problem:stamped-but-not-encrypted cause:decrypted-inside cause:settings-cleared-only',
    'encryption settings inconsistent | settings say encrypted, vm disagrees | 設定が整合していない | プラットフォームの暗号化設定と食い違う | encryption settings do not match vm | platform settings out of sync | 設定と実態が不一致',
  ],
  [
    'problem:extension-removed cause:removed-before-disabled step:remove-extension-after-disable',
    'Remove-AzVMDiskEncryptionExtension fails | order disable then remove extension | extension deleted but still encrypted | 先に Remove-AzVMDiskEncryptionExtension を実行',
  ],
  [
    'problem:extension-removed cause:removed-before-disabled',
    'deleted ade extension first | 拡張機能を先に削除 | 無効化前に拡張機能を消した',
  ],
  [
    'step:remove-extension-after-disable problem:extension-removed cause:removed-before-disabled',
    'uninstall extension order disable | Remove-AzVMDiskEncryptionExtension',
  ],
  [
    'problem:two-kinds-of-encryption problem:host-encryption-not-counted message:mdc-os-not-encrypted message:mdc-not-fully-encrypted message:mdc-missing',
    'security center disk encryption recommendation | defender for cloud says apply disk encryption | Security Centerの推奨事項 | azure policy disk encryption recommendation | mdc unhealthy disk encryption | セキュリティ センター',
  ],
  [
    'problem:two-kinds-of-encryption step:choose-one-encryption step:use-encryption-at-host requirement:encryption-at-host',
    'encryption at rest | server side encryption or ade | difference between encryption at host and ade | 保存時の暗号化 | サーバー側暗号化との違い | storage service encryption | ade or platform encryption | 保存データの暗号化 | プラットフォームの暗号化と ADE の違い',
  ],
  [
    'requirement:running-os problem:distribution-unsupported cause:distribution-not-listed requirement:end-of-life-os',
    'supported operating systems | distro not supported | サポート対象のOS | このディストリビューションは対応外 | is ubuntu 22.04 supported | os not supported | 対応OS | サポートされるオペレーティングシステム',
  ],
  [
    'requirement:vault-region requirement:vault-enabled requirement:vault-subscription problem:vault-unfit step:show-vault cause:vault-in-other-region',
    'key vault requirements | キーコンテナーの要件 | what must the key vault fulfil | key storage requirements | キーの保管の要件',
  ],
  ['requirement:vault-region cause:vault-in-other-region', 'キーコンテナーは同じリージョン'],
  [
    'step:stop-services requirement:guest-open-files cause:service-holds-root',
    'stop services | systemctl stop before ade | サービスを停止する | プロセスを安全にシャットダウン | stop database before encryption | which services to stop | アプリケーションを停止',
  ],
  [
    'step:disable-selinux requirement:guest-selinux cause:selinux-enforcing step:selinux-permissive step:see-selinux',
    're-enable selinux after encryption | SELinuxを再度有効化',
  ],
  [
    'requirement:extension-auto-upgrade',
    'auto upgrade minor version | extension version updated automatically | autoUpgradeMinorVersion | 拡張機能の自動アップグレード | 拡張機能のバージョンは自動管理?',
  ],
  [
    'requirement:vault-firewall cause:vault-firewall-shuts-out step:let-platform-into-vault message:kv-firewall-refused message:kv-bypass-required',
    'key vault behind firewall',
  ],
  [
    'step:let-platform-into-vault requirement:vault-firewall cause:vault-firewall-shuts-out message:kv-bypass-required',
    'trusted microsoft services',
  ],
  [
    'step:let-platform-into-vault requirement:vault-firewall cause:vault-firewall-shuts-out',
    '信頼されたMicrosoftサービスを許可',
  ],
  [
    'step:enable-again',
    'retry encryption | try encryption again | enable encryption again after failure | 暗号化の再試行 | もう一度暗号化する | encrypt again | start encryption once more | how to retry | 再試行したい | もう一回暗号化したい',
  ],
  [
    'step:read-status-again step:watch-boot step:verify-inside problem:restart-pending',
    'after the reboot | final steps after restart | when does the status change after reboot | 再起動したあと何をする',
  ],
  [
    'problem:encryption-overdue problem:os-encryption-silent-phase cause:copy-no-longer-runs cause:copy-takes-hours',
    'reboot prompt does not appear | not finished after 24 hours | restart sequence does not happen | 再起動待ちにならない | 16時間過ぎても終わらない',
  ],
  [
    'problem:os-failed-disk-touched step:restore-os-disk step:build-vm-from-snapshot',
    'failed midway restore snapshot | recover vm after failed os encryption | go back to state before encryption | 復元する 暗号化前',
  ],
  ['step:bypass-proxy requirement:guest-proxy', 'プロキシの除外設定'],
  ['step:disable-encryption cause:linux-os-cannot-be-decrypted', 'stop using ade on a vm'],
  ['step:disable-encryption step:keep-vm-running', '暗号化をやめたい'],
]
