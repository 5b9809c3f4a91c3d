import type { ProblemKind } from '@/lib/diagnosis/kinds'

export const problems: Readonly<Record<ProblemKind, string>> = {
  'os-failed-disk-touched':
    'failed after hours, failed half way, failed midway, aborted at percent, is my data lost, corrupt os disk, what now',
  'host-rejected-key-settings': 'settings not accepted, update request refused by host, send encryption settings',
  'os-failed-disk-untouched': 'failed right away, failed immediately, failed at the start, is it safe to retry',
  'os-failed-while-resuming': 'online encryption stopped, background copy stopped, resume failed after reboot',
  'data-resume-failed': 'cannot resume, resume of data disk after reboot, continue interrupted data disk',
  'data-file-system-unsupported': 'xfs btrfs zfs ntfs filesystem on data disk',
  'data-encryption-failed': 'data drive fails, cannot encrypt data disk, data disk error, raid mdadm fails',
  'mount-busy':
    'failed to unmount umount target is busy oldroot, all attempts to unmount failed, device busy, in use, open files',
  'key-vault-reference-invalid': 'invalid secret url, wrong vault id, bad keyvault url, typo in vault name',
  'key-encryption-key-invalid': 'kek url wrong, kek rejected, kek without version, bad key id',
  'key-volume-missing':
    'bek volume disk not attached, bek gone, key file missing, passphrase prompt, linuxpassphrasefilename',
  'packages-not-installed':
    'apt yum zypper dnf subscription manager repository, cannot install cryptsetup, dependency, timed out',
  'memory-too-small': 'ram too small, not enough ram, needs 7 gb 8 gb, small vm',
  'lvm-layout-unsupported': 'lvm root, logical volume manager, rootvg',
  'distribution-unsupported':
    'unsupported distro, os version, which linux are supported, debian centos oracle linux alma rocky',
  'volume-type-rejected': 'change volume type, all data os, narrower, only os to all',
  'confidential-vm-blocked': 'confidential computing vm, cvm, dc series, sev-snp',
  'secure-key-release-failed': 'skr, attestation, managed identity, release key, cvm',
  'kernel-module-missing': 'vfat dm-crypt dm_crypt module not found, modprobe fails, hardening cis',
  'metadata-service-unreachable': 'imds 169.254.169.254 timeout, metadata fails',
  'request-rejected': 'bad parameter, wrong settings, invalid json, sequenceversion, command not supported',
  'bitlocker-rejected': 'bitlocker 0x8031 tpm group policy gpo, protectkeywithexternalkey, windows encryption error',
  'windows-extension-fault': 'extension crash on windows, object reference, exception, winrm',
  'dual-pass-vault-access-failed': 'aad aadsts service principal, client secret invalid or expired, sign in failed',
  'decryption-failed': 'cannot decrypt, disable failed, decrypt error, luksadd failed',
  'key-update-failed':
    'key rotation failed, rotate kek, change key, new kek, new vault, move to another vault, passphrase change, key renewal',
  'migration-failed': 'migrate aad to single pass failed, migration error, without aad',
  'boot-waits-for-key':
    'vm does not boot or come back after encryption, passphrase prompt, asks for password or passphrase at start or after reboot, initramfs dracut emergency shell, black screen, grub',
  'bitlocker-recovery':
    'bitlocker recovery key screen, locked out, blue screen asks for key, 48 digit recovery password',
  'no-space-left': 'disk full, root partition full, boot full, no free space, enospc',
  'repair-disk-locked':
    'detach encrypted disk, attach or mount it on another vm or elsewhere, read the data of an encrypted disk, rescue, luksopen, header',
  'scale-set-refused': 'vmss cannot be encrypted, scale set command fails, instances',
  'vault-refused':
    'vault check failed before start, not enabled for disk encryption, region or subscription of vault rejected',
  'reports-contradict': 'status says success and in progress, conflicting status, contradictory output',
  'client-request-refused': 'az or powershell refuses command, usage error, missing parameter, wrong argument',
  'site-recovery-refused': 'asr replication fails, failover to another region, dr site',
  'backup-refused':
    'azure backup job fails after encryption, recovery services vault cannot back up, backup permission on vault',
  'vault-access-refused': 'forbidden 403, access denied to key vault, no permission on secret, forbiddenbyrbac',
  'azure-refused-request': 'operation not allowed, conflict 409, resize refused, vm must be running',
  'extension-version-refused': 'version 2.2 is not supported, unifieddiskencryptionforvms, feature registration',
  'move-refused':
    'move vm to another or new subscription, resource group, region, tenant; crosssubscriptionmove; move vault',
  'disk-not-extended':
    'resize encrypted disk, can i make the disk bigger, extend volume greyed out grayed, growpart, more space, grow',
  'failed-without-known-cause': 'it just failed, failed no reason, generic error, enable failed, why did it fail',
  'vault-unfit': 'key vault settings wrong, vault not suitable',
  'key-expires-soon': 'key expiring, kek expiry date near, expires next week',
  'network-unfit':
    'firewall nsg network security group, blocked outbound traffic, no internet, isolated network, udr route, which ports must be open, outbound rules, allowed destinations',
  'policy-denies-encryption': 'azure policy denied deny disallowed, requestdisallowedbypolicy',
  'lock-blocks-changes': 'resource lock scopelocked cannotdelete readonly, delete lock',
  'stamped-but-not-encrypted':
    'portal shows or says encrypted enabled but disk is not encrypted, guest disagrees, lsblk shows no crypt, false positive',
  'restart-pending': 'vmrestartpending, please reboot, os disk successfully encrypted, wants a reboot',
  'key-change-begun': 'encrypts nothing, only changed key, new vault given, current config differs',
  'key-update-pending':
    'key rotation not finished, new passphrase not placed yet, rotated but still old key, rotate the key encryption key',
  'encrypted-but-not-stamped':
    'guest encrypted but portal says no, azure shows not encrypted but lsblk crypt, settings missing, portal not encrypted but lsblk crypt',
  'stamped-after-failed-run':
    'failed but settings enabled, settings left after failure, clean up after failed encryption',
  'precheck-warning': 'precheck, likely app compat issue, incompatible environment suspected',
  'client-fault': 'python traceback in azure cli, nonetype, powershell module bug, cmdlet crash',
  'data-not-encrypted-after-success':
    'succeeded but data disk plain, nothing happened to data disk, encrypted 0 volumes',
  'data-disk-not-covered': 'new data disk added attached later is not encrypted, additional drive, extra disk',
  'data-disks-not-mounted': 'notmounted meaning, data not mounted',
  'decryption-not-resuming': 'decrypt interrupted, decryption stuck, half decrypted, decryption takes forever',
  'encryption-overdue':
    'encryption runs for days, is it dead or hung, encryptioninprogress, takes forever, stuck, how much longer, percent does not move',
  'decryption-running': 'decrypting now, how long does decryption take, decrypt percent, decryptioninprogress',
  'disable-refused-os-encrypted': 'cannot disable or decrypt linux os disk, disabling not supported',
  'query-sent-to-single-pass': 'queryencryptionstatus, status command replaced state',
  'extension-removed': 'removed or deleted or uninstalled the extension first, before disable',
  'extension-deprecated': 'ostcextensions microsoft.ostcextensions, old extension publisher',
  'extension-wrong-os': 'linux extension on windows, windows extension on linux, bitlockeriaasvmextension.exe on linux',
  'other-extension-failed': 'monitoring agent extension failed, another extension blocks',
  'other-extension-running': 'custom script extension, arm template at the same time, two extensions, terraform',
  'two-kinds-of-encryption':
    'server side encryption sse, encryption at rest, double encryption, ade and encryption at host together, both',
  'host-encryption-not-counted':
    'intune compliance policy, not compliant noncompliant, bitlocker required, conditional access',
  'cmdlet-word-uncertain': 'powershell output says notencrypted but it is, wrong output',
  'report-unreadable': 'garbled status, truncated status, broken json in substatus',
  'azure-word-unknown': 'new value, unexpected state',
  'report-missing': 'no status, extension status not available, unknown, empty status, nothing reported',
  'agent-not-ready': 'waagent not responding, guest agent down, not ready, no agent status, vm agent unresponsive',
  'agent-too-old': 'waagent windows azure agent version, minimum 2.2.38',
  'vm-stopping': 'stopped or deallocated the vm during encryption, stopping, deallocating',
  'vm-not-running': 'extension cannot be changed because the vm is stopped, deallocated, off, not running',
  'os-encryption-silent-phase':
    'stuck at os disk encryption started, ssh disabled refused no connection, no login, is it normal, restart or reboot or shut down during encryption, harm, unreachable while encrypting, encryptioninprogress, cancel encryption',
  'success-text-not-the-end': 'says succeeded but still running, data done os not yet',
  'harmless-unmount-attempt': 'attempt to unmount oldroot failed, is that bad',
  'harmless-stripped-down-restart': 'restarted extension from stripped down os',
  'harmless-log-line': 'can i ignore this line, warning in log, noise',
  'operation-running': 'extension transitioning updating, provisioning state updating, creating, operation in progress',
  'azure-stopped-waiting': 'provisioning timeout, 90 minutes, timed out, command timed out but encryption goes on',
  'message-unrecognised': 'unknown message in the status, what does this message mean',
  'extension-renamed': 'extension has another name, cannot find extension by name',
  'dual-pass-leftover': 'old aad settings remain, aad client id still there',
  'dual-pass-in-use': 'aad version, old version with entra application, 0.1 1.1 extension',
}
