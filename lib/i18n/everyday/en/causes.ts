import type { CauseKind } from '@/lib/diagnosis/causes/kinds'

export const causes: Readonly<Record<CauseKind, string>> = {
  'service-holds-root':
    'antivirus docker containerd podman kubernetes mysql mariadb postgres oracle mongodb redis elasticsearch tomcat sap db2 monitoring; process or database running on root disk blocks os encryption; lsof fuser, running service, application, web server, jenkins, nginx, apache, cassandra, hana, sql server, backup agent, symantec, mcafee, crowdstrike, defender holds open files, trend micro, sophos, antivirus running, security software, endpoint protection',
  'data-mounted-below-root':
    'mount under /mnt /var /opt, mounted inside another mount, mounts inside mounts, data disk on a system folder, nfs or cifs mount',
  'temporary-disk-in-use':
    'resource disk, /mnt/resource, swap file, page file, temp drive busy, pagefile on d:, temporary disk, scratch disk, swap on temp disk, swap partition, is the temporary disk encrypted, d: temporary storage, temporary disk encrypted too',
  'selinux-enforcing': 'selinux security enhanced linux, getenforce, selinux on, disable selinux before',
  'memory-below-minimum':
    'vm too small, ram below 8 gb, 4 gb, b1s, vm with 4gb memory, not enough ram for os encryption, memory requirement, 4 gb vm, small size',
  'memory-file-system-full': 'tmpfs full, no space in memory, root too large for ram',
  'changed-meanwhile':
    'someone changed, patched or deployed during encryption, script ran at the same time, custom script at the same time, update during encryption, puppet ansible chef run',
  'image-not-stock':
    'custom image, golden image, hardened image, own vhd, migrated from on-premises vmware, packer image, shared image gallery, own vhd, modified image, customized os, drifted from the image',
  'lvm-layout-custom': 'missing lv, tmplv optlv, other volume group name',
  'root-layout-unusual':
    'root partition not found, no partuuid, separate /usr or /var partition, root file system is not ext4',
  'root-cannot-shrink': 'resize2fs, root too full to shrink, xfs root',
  'boot-files-not-written': 'update-initramfs dracut fails, /boot full, initrd not created, grub-install',
  'kernel-kills-copy':
    'oom killer, out of memory, dd killed, trusty, oom kills dd, copy process killed, dd died, out of memory killed dd',
  'copy-interrupted':
    'someone stopped, rebooted, restarted, shut down, deallocated or resized the vm in the middle of encryption; auto shutdown at night; power cycled, turned off during encryption, powered off midway, vm crashed, went down, rebooted or failed over during encryption; host maintenance, crash in the middle, crashed during encryption, power loss',
  'background-copy-stopped': 'online encryption paused, percent stays',
  'distribution-not-listed':
    'is my linux supported, unsupported release, new ubuntu, debian, rocky alma debian sles fedora flatcar, supported versions, rhel ubuntu version supported',
  'kernel-too-old': 'old kernel, 4.4, upgrade kernel first',
  'key-volume-module-removed': 'vfat blacklisted, cis hardening, install vfat /bin/true, modprobe',
  'size-unsupported':
    'wrong vm size, a-series basic, size not allowed, nvme only size, v6 size, which vm sizes, standard_a series, standard_b1s, size supported, arm64 size, b series, unsupported vm size',
  'disk-unsupported':
    'wrong disk type, ultra, premium v2, shared, ephemeral, write accelerator, which disks can be encrypted, disk type supported, ultra disk not possible',
  'packages-unreachable':
    'cannot reach mirror, repo timeout, no internet, archive.ubuntu.com, rhui unreachable, repository not reachable, package download blocked, mirror, proxy for apt yum',
  'package-manager-broken':
    'broken packages, dpkg interrupted, unregistered rhel, gpg key error, yum cache, dpkg error, half-installed packages',
  'cause-only-in-log': 'where are details, look into extension.log, real reason',
  'file-system-not-in-place': 'xfs btrfs cannot be encrypted in place',
  'data-volume-in-use':
    'data disk busy, database on data disk, target is busy, umount data, application uses data disk, data disk cannot be unmounted',
  'no-room-for-header': 'data volume full, no space for luks header, shrink fails',
  'data-volume-skipped':
    'disk left out, ignored disks, some disks not encrypted, disk without file system, one disk was skipped, volume not encrypted although all was requested',
  'stacked-volumes':
    'mdadm raid array, lvm on crypt, striped, md0, software raid, mdadm, storage pool, raid 0 across disks',
  'attached-after-encryption':
    'added disk later, new drive, extra disk, disk added with terraform after encryption, data disk added later',
  'only-os-requested':
    'volume type os, data disk left out of request, only c: is encrypted, only the os disk was encrypted, os disk encrypted but data disk not',
  'not-mounted-in-guest':
    'disk not formatted, no mount point, raw disk, offline disk, data disk offline in disk management, raw disk, volume has no mount point',
  'no-data-disk': 'there are no data disks, notmounted normal',
  'os-encryption-unmounts-data': 'data disks disappear during os encryption',
  'data-copy-interrupted':
    'rebooted, restarted, stopped or deallocated while a data disk was encrypting, vm crashed or restarted while data disk encryption ran',
  'vault-gone':
    'we lost the vault, vault lost, deleted vault, by mistake, vault missing, not found, key vault missing, deleted by accident, key vault deleted, vault purged, vault no longer exists',
  'vault-in-other-region': 'region does not match, vault and vm in different regions, location mismatch',
  'vault-in-other-subscription': 'subscription does not match, vault and vm in different subscriptions',
  'vault-not-enabled':
    'enabledfordiskencryption false, not enabled for volume encryption, vault not enabled for disk encryption, access policy azure disk encryption checkbox, enabled_for_disk_encryption, key vault not enabled, azurerm key vault',
  'vault-without-soft-delete': 'soft delete disabled',
  'vault-firewall-shuts-out':
    'private endpoint only, public network access disabled, ip rules, key vault behind firewall, selected networks, vnet service endpoint, trusted services not allowed, terraform fails because of vault firewall, network acls deny',
  'vault-reference-malformed': 'not a valid versioned secret url, wrong resource id, port 443 in url, typo',
  'key-reference-malformed': 'kek url is the vault url, key version missing, wrong key id',
  'key-gone':
    'key missing while encryption runs, deleted the key by mistake, key lost, key removed, key missing, not found, key deleted, key not found 404, missing key version, key missing in key vault, key purged',
  'key-disabled':
    'key encryption key disabled, turned off key, disabled key in key vault, kek disabled, may i disable the old key version',
  'key-expired':
    'key has expired, expired kek, what happens when the key expires, key expired, kek expired, expired encryption key, expired key in key vault, does an expired key stop the vm, is an expired key a problem',
  'key-type-unfit':
    'ec key, rsa 2048 too short, elliptic curve, key size too small, 2048 on windows server 2022 or windows 11, hsm key, rsa 4096, wrong key size',
  'secret-gone':
    'secret missing while encryption runs, secret deleted, lost, removed, bek secret missing, secret not found 404, deleted secret, missing secret version, secret missing in key vault, bek secret purged',
  'secrets-policy-denies':
    'secrets must have expiration date policy, keys must have an expiration date, secrets should have expiration date, expiration date policy',
  'names-unfit':
    'underscore in name, special characters, invalid characters, umlaut or accent or non-ascii in resource name',
  'host-did-not-answer': 'no response from host, post request timeout, wireserver 32526',
  'key-volume-detached': 'bek disk not visible, key disk gone after reboot, bek volume gone, bek disk vanished',
  'key-file-emptied': 'empty key file, zero bytes, bug 2035, after kek rotation on ubuntu 22.04 24.04',
  'identity-may-not-release-key': 'managed identity permission, release policy',
  'application-lacks-rights':
    'service principal permission, aadsts, wrapkey, set secret, client id, app registration, service principal no permission on vault, app secret expired, aad app cannot wrap key, service principal needs which permissions, app key vault permissions',
  'network-denies-entra-vault': 'blocked login.microsoftonline.com, vault.azure.net unreachable, outbound 443 closed',
  'network-denies-platform': 'wireserver wire server 168.63.129.16 169.254.169.254 unreachable, iptables, nsg deny all',
  'network-denies-storage':
    'blob storage blocked, extension download fails, storage account blocked outbound, cannot download extension',
  'metadata-traffic-altered': 'proxy x-forwarded-for, http_proxy for imds, metadata through proxy',
  'other-policy-denies': 'custom policy deny, azure policy stops me',
  'lock-forbids': 'readonly lock, scopelocked, cannot perform write operation',
  'volume-type-unknown': 'misspelt volume type',
  'volume-type-narrowed': 'from all to data, less than before',
  'scale-set-os-volume': 'vmss linux os disk',
  'confidential-os-volume': 'cvm os disk',
  'request-malformed': 'bad request, typo in parameter, invalid settings, missing parameter',
  'query-replaced-status': 'queryencryptionstatus by tool',
  'linux-os-cannot-be-decrypted':
    'decrypt linux root, undo os disk encryption, disable os on linux, remove encryption from linux os disk, linux os disk decrypt impossible, irreversible',
  'two-encryptions-chosen': 'ade plus sse cmk, both kinds, double',
  'deprecated-publisher': 'old template, microsoft.ostcextensions',
  'extension-for-other-os': 'wrong extension type in template, exit code 126',
  'bitlocker-policy-conflict':
    'gpo conflict, domain policy, require tpm, aes-xts, 0x8031005b 0x80310060, gpo blocks bitlocker, group policy requires tpm, domain gpo',
  'bitlocker-on-cluster': 'failover cluster, csv, s2d, cluster shared volume, csv volume',
  'volume-unfit-for-bitlocker': 'dynamic disk, refs, exfat, fat32',
  'key-volume-relabelled': 'renamed bek volume, wrong label on key disk',
  'automount-disabled': 'no drive letter, mountvol /n, noautomount, diskpart automount',
  'volume-label-unreadable': 'ampersand in volume name, semicolon in drive label',
  'caller-lacks-azure-role': 'no permission in azure, access denied by rbac',
  'size-not-available': 'no capacity in region, allocation failed',
  'quota-exhausted': 'core limit reached, vcpu limit',
  'provider-not-registered': 'subscription not registered',
  'resource-not-there': 'vm not found, resource was not found, parent resource not found, wrong resource group name',
  'subscription-not-accessible': 'subscription not found, wrong subscription id, subscription does not exist in cloud',
  'subscription-disabled':
    'subscription disabled or read only, trial or credit ended, free trial expired, spending limit',
  'too-many-requests': '429, throttled, throttling, rate limit, retry after',
  'caller-in-other-tenant': 'wrong tenant, wrong directory, wrong issuer of token, login to tenant',
  'volume-without-room': 'bitlocker drive too small, volume full, 2147942512',
  'server-core-lacks-tool': 'bdehdcfg.exe, copy from 2016 datacenter',
  'windows-extension-version': 'nullreference, nvme, extension bug, version broken',
  'log-file-locked': 'bitlockerextension.log in use, sharing violation',
  'windows-service-missing': 'winrm service stopped, cannot open winrm, wmi corrupted, wmi repository, winrm disabled',
  'stamp-comes-first': 'settings enabled but nothing encrypted, portal too early',
  'decrypted-inside': 'someone decrypted with bitlocker or cryptsetup inside, guest and portal disagree',
  'settings-cleared-only': 'cleared encryption settings, still encrypted inside',
  'removed-before-disabled': 'extension deleted first, removed extension without disable',
  'report-cut-or-old': 'status too long, 4096, truncated',
  'extension-not-started': 'just installed, wait a few minutes, install succeeded only',
  'agent-stopped':
    'waagent dead, service down, hung vm, agent crash, agent offline, agent not running, walinuxagent stopped',
  'agent-outdated': 'old waagent, update agent',
  'agent-away-during-copy': 'agent not ready while os encrypts, no heartbeat',
  'other-extension-broken': 'failed monitoring extension, antimalware extension failed',
  'restart-awaited': 'do i have to reboot now, finished waits for reboot, reboot required, restart due',
  'copy-takes-hours':
    'how long, how many hours, how much longer, eta, hours left, normal duration, how long does it take, duration, time estimate, per tb, slow, estimate, plan the maintenance window, how much time, time needed, duration of encryption, how fast, speed, throughput, faster disk',
  'copy-no-longer-runs':
    'request or prompt to restart never comes, never asked to restart, vmrestartpending never appears, no disk activity, copy died, is it hung or dead, zero iops, 0 iops, no disk io for hours, disk metrics show nothing',
  'work-goes-on': 'still encrypting, encryptioninprogress, in progress',
  'operation-goes-on': 'still updating, wait for extension',
  'decryption-goes-on': 'still decrypting',
  'decryption-interrupted': 'rebooted while decrypting',
  'decryption-stopped-on-volume': 'one disk stays encrypted',
  'migration-stopped': 'efa only, wrong passphrase, detached header',
  'normal-step': 'is this normal, nothing to worry about',
  'switched-off': 'who stopped the vm, auto shutdown, powered off',
  'text-unknown': 'never seen this message, strange text',
  'word-unknown': 'new status value',
  'named-by-template': 'different extension name, terraform name',
  'dual-pass-disabled': 'leftover aad settings',
  'dual-pass-chosen': 'aad client id, entra application parameters',
  'vault-address-differs': 'upper case lower case url, trailing slash, current config differs from effective config',
  'vault-id-mismatched':
    'true resource id, id and url differ, kek vault in other group, keyvaulturl and keyvaultresourceid do not match, resource id does not belong to url',
  'packages-missing': 'missing package dependency cannot mount key file',
  'package-manager-locked':
    'unattended upgrades, cloud-init, another process holds dpkg apt yum lock, lock-frontend, resource temporarily unavailable, yum locked, dpkg frontend lock',
  'key-not-found-at-boot':
    'no key found at boot, asks for passphrase after reboot, vm not coming back, vm does not boot after deallocate, key not delivered at start, enter passphrase at console, vm down after deallocate',
  'boot-tool-missing': 'nmap-ncat, ncat missing, rhel 7 centos 7 dracut after extension update',
  'boot-modules-missing': 'grub rescue, kernel panic, dropped to shell, initramfs without crypt module, root not found',
  'bitlocker-key-not-found': 'recovery screen after reboot, bek volume absent',
  'sign-in-lockout': 'too many wrong passwords, locked out, brute force rdp',
  'new-key-awaited': 'rotation not done, old key still needed, keep previous secret',
  'disk-not-unlocked':
    'crypto_luks, lvm2_member, cannot mount detached disk, wrong fs type, luksopen first, unlock with key, disk shows raw, raw file system',
  'stamped-disk-attached':
    'attach or add an encrypted disk to another vm, contains encryption settings, detach disk, attach encrypted disk as data disk fails, disk contains encryption settings, attach to another vm refused, attach encrypted os disk to a recovery vm',
  'dual-pass-on-generation-2': 'gen2 not supported, aad parameter on gen2, generation 2 with aad',
  'status-taken-for-secret-url': 'not a valid versioned key vault secret url, invalid secret url',
  'release-lacks-python': 'no python 2, sles 15, python missing, python not found',
  'scale-set-not-prepared': 'vmss unmanaged, feature flag',
  'client-outdated':
    'old az cli, old azurerm module, update powershell, old version of azure cli or az module, cli too old',
  'cmdlet-word-only': 'powershell says not encrypted, which is right',
  'outputs-differ': 'two outputs disagree, portal and lsblk differ, which output is right',
  'keys-not-in-target-region': 'dr keys missing, copy keys for asr',
  'backup-service-lacks-rights':
    'backup management service permission, access policy for backup, backup no permission on key vault, backup identity, backup management service no access',
  'caller-lacks-vault-rights':
    'my account lacks permission, user not authorized, 403, wrapkey denied, no get permission, key vault access denied for user, forbiddenbyrbac, no role on vault',
  'service-lacks-key-rights': 'disk encryption set refused, customer-managed key of storage account',
  'secret-disabled': 'secret disabled, turned off secret, disabled secret in key vault',
  'key-near-expiry': 'expiry date, expires soon, will expire next month',
  'vault-of-former-tenant':
    'tenant changed, transfer directory, akv10032 invalid issuer, vault from other tenant, subscription moved to a new tenant, wrong tenant id, after moving the subscription to another directory the key cannot be read',
  'vault-used-by-disks': 'cannot move vault, vault still in use',
  'refusal-names-reason': 'operation not allowed, refused by azure',
  'single-pass-not-registered': 'feature not registered',
  'partition-in-the-way': 'extend volume greyed out, system reserved partition after c:',
  'linux-os-disk-resized': 'grow or resize encrypted linux root disk, bigger os disk',
  'layers-not-extended': 'lvextend pvresize resize2fs growpart cryptsetup resize, grow encrypted lvm data disk',
  'volume-group-twice': 'vgimportclone vgrename, duplicate volume group rootvg',
  'compliance-reads-bitlocker': 'intune bitlocker check, win32_encryptablevolume, intune reads bitlocker state',
  'bitlocker-managed-by-mbam': 'mbam microsoft bitlocker administration and monitoring mdop, configmgr sccm bitlocker',
  'storage-spaces-unsupported': 's2d storage pool, sql server storage spaces',
}
