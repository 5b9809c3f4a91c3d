import type { StepKind } from '@/lib/diagnosis/steps/kinds'

export const steps: Readonly<Record<StepKind, string>> = {
  'show-encryption':
    'how to see progress, progressmessage, poll status, is it encrypted, current state, how far, check encryption status, status command, az vm encryption show, get-azvmdiskencryptionstatus, show progress percent, how do i know it is done, is encryption complete, done yet, am i done, completion, az vm encryption show output, monitor, watch progress',
  'check-nothing-runs':
    'is anything still running, is it safe to restart, safe to stop, before restart, can i restart now, can i stop the vm now',
  'check-still-at-boot': 'stuck at boot, hangs at the passphrase prompt, still not booting',
  'show-power-state': 'is the vm on',
  'show-agent': 'agent status, is agent ready',
  'show-extensions': 'which extensions are installed',
  'show-this-extension':
    'encryptionoperation enableencryption enableencryptionformatall disableencryption in the settings, what was requested, extension version, provisioning state',
  'show-disk-settings':
    'encryptionsettingscollection, which vault does the disk use, secret url of disk, unattached disk, orphaned disk, disk without vm, is an unattached disk encrypted, what is known about unattached disks, encryption settings of a disk, az disk show, find encrypted disks',
  'check-nothing-encrypted': 'no key settings left, is the vm plain',
  'show-size': 'how much memory has my size, vm size memory, how many gb',
  'show-vault': 'what the vault needs, vault requirements beforehand, vault properties, check vault',
  'show-key': 'kek version, check kek',
  'show-secret': 'does the secret exist, bek secret',
  'show-policies': 'which policies apply',
  'show-locks': 'find locks',
  'show-network-rules': 'effective nsg rules, outbound rules',
  'show-snapshots': 'is there a snapshot, find old snapshots, backup from before',
  'show-recent-changes':
    'who changed, deleted or stopped something last week; activity log; audit, who disabled, who enabled, who deleted the vault, who turned off, when was it changed, audit trail, activity log search',
  'show-disk-traffic':
    'is it still working, disk io, iops, metrics, write activity, disk metrics in portal, disk write activity, is it still writing, metrics of the disk',
  'save-boot-log':
    'boot diagnostics, serial console, screenshot, see the console of the vm, boot screenshot, serial port output',
  'see-what-holds-root': 'lsof fuser, which process, open files on root, which process blocks umount, find open files',
  'see-what-holds-data': 'lsof fuser data disk, which process uses data volume',
  'see-selinux': 'getenforce sestatus',
  'see-mounts': 'findmnt mount lsblk',
  'see-memory-use': 'df -h free -g, used space on root',
  'see-lvm-layout': 'lvs vgs pvs',
  'see-file-systems': 'blkid lsblk -f, which file system',
  'see-encryption-inside':
    'is it really encrypted, proof of encryption, lsblk crypt, cryptsetup status, manage-bde, check inside the vm, is my disk really encrypted, verify encryption in the guest, prove, proof for audit, evidence for the auditor, verify encrypted at rest, show that the disks are encrypted',
  'see-key-volume': 'bek volume attached, azure_bek_disk, is the bek disk attached, find bek volume',
  'see-key-file': 'linuxpassphrasefilename size, empty key file, key file content',
  'test-new-key': 'does the new key open the disks',
  'test-key-file':
    'does the key still open the disk, cryptsetup test-passphrase, no key available with this passphrase, luksopen no key available, is the passphrase right, key does not open',
  'see-extension-log':
    'where is the log, extension.log, /var/log/azure, c:\\windowsazure\\logs, collect logs, extension log path, log file location, windows log files, logs folder, log of the extension on windows server, where can i read the log, log directory',
  'see-package-manager': 'apt update works, yum repolist',
  'see-metadata-service': 'curl 169.254.169.254, imds test',
  'see-platform-address': 'ping or test wireserver 168.63.129.16, wire server',
  'see-proxy': 'http_proxy env, is a proxy set',
  'see-agent-inside': 'systemctl status waagent walinuxagent, windowsazureguestagent',
  'see-modules': 'lsmod modprobe dm_crypt vfat',
  'see-kernel': 'uname, kernel version, /etc/os-release',
  'see-boot-packages': 'grub-pc-bin autoremove, dpkg -l grub',
  'see-bitlocker-policy': 'gpresult, rsop, registry fve',
  'see-windows-volumes':
    'manage-bde get-bitlockervolume, get-volume, diskpart, is bitlocker finished, drive encrypted yet, bitlocker status, manage-bde -status, percentage encrypted on windows, bitlocker suspended, protection off, suspend-bitlocker, resume-bitlocker, bitlocker paused, protectors disabled, clear key, did bitlocker finish on a drive',
  'see-server-core-tool': 'where bdehdcfg',
  'see-winrm': 'get-service winrm, winrm quickconfig',
  'wait-for-os-copy': 'can i wait, do nothing, leave it alone, may i stop, restart or reboot during encryption',
  'wait-for-data-copy': 'terabyte, large data disk, days',
  'wait-for-operation': 'operation in progress, wait until done',
  'wait-for-decryption': 'wait decrypt',
  'wait-for-agent': 'agent just restarted',
  'nothing-to-do': 'do i need to do anything, all good, ignore',
  'keep-vm-running':
    'can i restart or reboot while it is encrypting, stop or cancel encryption, cancel encryption, is it safe to shut down, stop or deallocate during encryption, patch window, auto shutdown, may i restart, power off, resize or stop it now, leave it running, can i stop the vm, hit restart, do not touch, can i keep working, interrupt encryption',
  'redeploy-from-stock-image': 'new vm from marketplace, reinstall, rebuild vm from scratch, new vm from gallery image',
  'use-encryption-at-host':
    'ade retirement, retires 2028, end of support, until when, alternative, successor, migrate from disk encryption, replace ade, switch to host encryption, in place switch, azure disk encryption end of life 2028, when does ade end, deadline, deprecation, successor of ade, is azure disk encryption deprecated, host encryption, what happens on 15 september 2028, what happens after retirement, will my vm still boot after 2028, ade retirement date, fail to unlock after reboot, encryption at host migration',
  'choose-one-encryption':
    'which encryption should i use, ade or host, compare, ade vs encryption at host vs sse, difference, what is the difference, which one is better, cmk, sse or ade, types of encryption',
  'request-unsupported': 'ephemeral os disk, confidential vm, host encryption already on',
  'rebuild-linux-vm': 'new linux vm without encryption, get rid of linux os encryption, recreate, rebuild the server',
  'report-message': 'send unknown message, feedback',
  'ask-support':
    'open a ticket, support request, contact microsoft, call microsoft, open support case, who can help me, contact, help from microsoft',
  'wait-for-key-change': 'key rotation in progress, keep old key',
  'choose-larger-size': 'which size for 8 gb, more ram next time',
  'wait-for-package-manager': 'apt lock held, unattended upgrades, cloud-init still running, dpkg',
  'use-first-vault-address': 'same vault url as before',
  'use-single-pass': 'enable without aad, no client id',
  'copy-data-away': 'rsync robocopy, save data first, move data',
  'enter-passphrase': 'type passphrase in serial console, asks for passphrase',
  'back-up-luks-header':
    'luks header backup, luksheaderbackup, back up or save the header, copy of osluksheader, header backup before key change',
  'restore-key-file': 'rewrite key file, repair empty key file, linuxpassphrasefilename',
  'rebuild-boot-files':
    'update-initramfs dracut grub-mkconfig, recreate initramfs, chroot, chroot, rebuild initramfs, grub reinstall',
  'prepare-scale-set': 'register feature for vmss',
  'choose-other-size': 'no capacity, other vm size',
  'request-quota': 'raise core limit',
  'show-quota': 'vcpu usage and limits',
  'register-provider': 'az provider register',
  'grant-azure-role': 'give me contributor, role for my account',
  'find-resource': 'az resource list, where is the vm, which resource group',
  'show-subscriptions': 'az account list, which subscription am i in, az account show',
  'sign-in-to-tenant': 'az login tenant, switch directory, connect-azaccount tenant',
  'enable-subscription': 'reactivate subscription',
  'wait-for-request-limit': 'retry after seconds, how long until throttling ends',
  'update-client':
    'upgrade azure cli, update az module, install latest az cli, az upgrade, update-module, which version of azure powershell',
  'copy-keys-to-target': 'copy secrets and keys to dr region, asr copy keys script, keys in target vault',
  'decide-about-move':
    'how to move encrypted vm, create an image from an encrypted vm, capture image, generalize, sysprep, compute gallery, shared image gallery, image version, template vm, golden image of encrypted vm, clone to other region, move to another region, cross region, deploy more vms from an encrypted vm',
  'renew-vault-tenant': 'change tenant id of vault',
  'adapt-compliance-policy': 'intune policy change, fix compliance, change intune compliance rule',
  'take-out-of-mbam': 'exclude from mbam gpo',
  'snapshot-disks':
    'take snapshot, backup copy of disk, safety copy, make a backup before encryption, backup first, is the snapshot encrypted, encrypted snapshot, snapshot of one disk, single disk',
  'restart-vm': 'reboot once, when may i reboot',
  'restart-windows': 'reboot windows once',
  'restart-to-leave-memory-system': 'get out of stripped down os after failure',
  'restart-to-resume': 'resume after stop',
  'start-vm': 'power on, vm is off',
  'deallocate-and-start':
    'stop and start, key disk back, redeploy, redeploy vm, stop and start again, power cycle from portal',
  'resize-vm':
    'bigger vm, change size, more ram, change vm size, scale up, change vm size after encryption, switch to another size, different sku, scale down',
  'restore-os-disk':
    'restore from backup, roll back to the state before, go back to snapshot, put the old os disk back, undo, restore snapshot, rollback os disk, undo failed encryption, rollback after failed encryption, restore backup from before encryption, restore snapshot of one disk',
  'restore-data-disk':
    'restore data disk from backup, roll back data disk, undo, restore single disk, replace a data disk from snapshot',
  'build-vm-from-snapshot': 'new vm from snapshot, clone, second vm, clone encrypted vm, copy of encrypted vm',
  'prove-key-on-copy': 'test the key on a copy before stopping',
  'swap-repaired-disk':
    'az vm repair restore, put the repaired os disk back, swap os disk, exchange os disk, swapped os disk',
  'close-repair-disk': 'luksClose, vgchange -a n, umount the repaired disk',
  'repair-offline':
    'repair vm, az vm repair, does not boot, rescue, fix broken vm from another machine, rescue vm, repair vm, troubleshoot boot offline, attach os disk to another vm for repair, create a repair vm, attach disk offline',
  'enable-again':
    'retry, run again, try again, re-run, retry encryption, start encryption again, rerun enable, how do i turn on encryption, enable encryption first time, start encrypting, how to encrypt a vm, encrypt my vm, enable with arm template, bicep, terraform, enable by powershell or cli',
  'enable-single-pass': 'enable without aad parameters, single pass request',
  'enable-with-right-vault': 'set-azvmdiskencryptionextension, az vm encryption enable with vault',
  'enable-for-all-volumes':
    'encrypt everything, volume type all, include data disks, encrypt all disks, encrypt new disk too, from os to all',
  'enable-data-only':
    'only the data disks, without os, encrypt only data disks, leave os disk alone, only data volumes',
  'enable-format-all':
    'encryptformatall, erase, empty data disks, xfs, format and encrypt, encrypt empty disks fast, encryptformatall data loss',
  'disable-encryption':
    'decrypt data disks, turn off, undo encryption, get rid of encryption, remove ade, unencrypt, how to turn off or disable ade, switch encryption off, decrypt windows vm, decrypt vm, remove bitlocker, changed my mind, undo, stop using ade, remove encryption from windows vm, turn encryption off again',
  'remove-extension-after-disable':
    'uninstall extension, remove-azvmdiskencryptionextension, delete extension, delete or remove extension, get rid of the extension, cannot delete extension, order of disable and remove',
  'remove-wrong-extension': 'delete wrong extension',
  'remove-dual-pass-extension': 'delete the old aad extension 0.1',
  'remove-other-extension': 'remove monitoring extension, uninstall other extension',
  'migrate-to-single-pass':
    'migrate from aad, dual to single, upgrade ade version, upgrade extension 0.1 to 1.1, new ade version, move away from aad, -migrate',
  'enable-vault-for-disks':
    'enabledfordiskencryption true, az keyvault update, enable vault for volume encryption, set enabledfordiskencryption',
  'enable-soft-delete': 'turn on soft delete',
  'let-platform-into-vault':
    'trusted services bypass azureservices, open vault firewall, allow trusted microsoft services, bypass firewall',
  'create-vault-beside-vm': 'new vault, create vault same region',
  'recover-vault':
    'soft deleted vault, purged, vault deleted by mistake, get vault back, undelete vault, restore deleted vault, our data again after the vault was lost',
  'recover-key': 'undelete key, deleted key, get key back, restore deleted key, undelete, key in key vault',
  'enable-key-version': 're-enable key, enable the key in key vault',
  'extend-key-version':
    'renew expired key, change expiry date, prolong, renew kek expiry, key expired what to do, set new expiration',
  'create-key':
    'new kek, rsa key, new rsa 4096 key, own kek, bring your own key, byok, own key, supply my own key, azure-created key',
  'recover-secret':
    'undelete secret, deleted secret, get secret back, restore deleted secret, purged secret, secret in key vault',
  'enable-secret-version': 're-enable secret, enable the secret in key vault',
  'fetch-disk-key':
    'get, download or read the bek, passphrase or unlock key out of key vault; where is the key stored; az keyvault secret show, get bitlocker key or passphrase from vault, decode secret, where is the key, where is my key stored, export key, show bek',
  'unwrap-disk-key': 'unwrap bek with kek, wrapped bek, unwrapkey',
  'register-single-pass': 'az feature register unifieddiskencryptionforvms',
  'grant-application':
    'access policy for service principal, wrapkey set, give app permission on vault, which key vault permissions does the service principal need',
  'grant-application-role': 'rbac role for service principal',
  'grant-backup': 'access policy for azure backup, backup management service, give backup permission on key vault',
  'run-backup-again': 'retry backup job',
  'grant-caller': 'give me access to the vault, set-policy object-id',
  'grant-caller-role': 'vault role for my account',
  'grant-service-key': 'identity of disk encryption set',
  'grant-service-key-role': 'role for disk encryption set',
  'grant-backup-role': 'rbac role for azure backup, role for backup on rbac vault',
  'exempt-from-policy': 'policy exemption, exclude vault',
  'remove-lock': 'delete lock, az lock delete, remove cannotdelete lock',
  'allow-entra-and-vault':
    'open firewall, which urls endpoints to allow, allow outbound 443, service tags azurekeyvault azureactivedirectory',
  'allow-storage': 'storage service tag, blob outbound',
  'remove-platform-deny': 'nsg rule blocks wireserver, remove deny rule',
  'stop-services':
    'stop docker, database, mysql, postgres, antivirus before encryption; systemctl stop, shut down applications before encryption',
  'release-data-volume': 'umount data, stop process on data disk',
  'selinux-permissive': 'setenforce 0, selinux off temporarily',
  'disable-selinux': '/etc/selinux/config disabled, turn selinux off, selinux=0',
  'mount-data-disks': 'mount disk, mount point, initialize disk',
  'move-data-mounts': 'change mount point, not under /mnt',
  'install-packages': 'preinstall packages, offline, apt install cryptsetup',
  'load-modules': 'unblock vfat dm-crypt, remove blacklist, modprobe',
  'update-kernel': 'upgrade kernel, apt install linux-azure, new kernel, kernel update',
  'free-space':
    'clean up root, delete old kernels, /boot full, journal vacuum, make room on root, delete files, root 100 full',
  'free-data-space': 'clean up data disk',
  'update-agent': 'waagent upgrade, apt install walinuxagent, upgrade vm agent, install newer agent',
  'start-agent': 'restart waagent, systemctl start, agent down',
  'open-platform-address': 'allow wireserver wire server 168.63.129.16, iptables, unreachable',
  'bypass-proxy': 'no_proxy 169.254.169.254',
  'repair-winrm': 'winrm quickconfig, start winrm',
  'fix-bitlocker-policy': 'change gpo, gpupdate, allow without tpm',
  'enable-automount': 'mountvol /e, automount enable',
  'rename-volume': 'change the label of a drive',
  'prepare-server-core': 'bdehdcfg -target, copy files',
  'install-boot-tool': 'yum install nmap-ncat, dracut -f, rhel 7',
  'remove-lockout-policy': 'account lockout gpo',
  'unlock-repair-disk':
    'cryptsetup luksopen osluksheader, manage-bde unlock, open encrypted disk, open luks disk, unlock bitlocker disk on rescue vm, luks header file, no key available with this passphrase, unlock an unattached disk, decrypt disk on another vm, open disk offline, header damaged',
  'import-volume-group': 'vgimportclone vgrename rootvg',
  'restore-group-name': 'vgrename rootvg back',
  'extend-windows-volume': 'extend c drive, extend volume, grow c drive',
  'extend-linux-data':
    'lvextend pvresize, grow or resize encrypted lvm data disk, cryptsetup resize, grow data disk, resize data disk, growpart',
  'check-in-service': 'backup job result, replication result',
  'read-status-again': 'minutes after the restart, refresh, reload status',
  'watch-boot': 'follow boot in serial console',
  'verify-inside': 'double check',
  'verify-vault': 'recheck vault',
  'other-problem-first': '',
}
