import type { ProblemKind } from '@/lib/diagnosis/kinds'

export const problems: Readonly<Record<ProblemKind, string>> = {
  'os-failed-disk-touched':
    'failed after hours, failed half way, failed midway, aborted at percent, is my data lost, corrupt os disk, what now, encryption died in the middle, crashed at the end, vm ruined or broken after failed encryption, half encrypted, encryption aborted partway, did i lose data, are my files gone, data lost, data loss, is the disk damaged, damaged disk, will i lose data, failed near the end',
  'host-rejected-key-settings':
    'settings not accepted, update request refused by host, send encryption settings, encryption settings rejected by the platform, host refuses',
  'os-failed-disk-untouched':
    'failed right away, failed immediately, failed at the start, is it safe to retry, can i just retry, run it again, first attempt failed, nothing was written, failed within minutes, failed at once, can i start over',
  'os-failed-while-resuming': 'online encryption stopped, background copy stopped, resume failed after reboot',
  'data-resume-failed': 'cannot resume, resume of data disk after reboot, continue interrupted data disk',
  'data-file-system-unsupported':
    'xfs btrfs zfs ntfs filesystem on data disk, file system type not supported, which file systems, ext4 only, in place, unsupported filesystem on data volume',
  'data-encryption-failed':
    'data drive fails, cannot encrypt data disk, data disk error, raid mdadm fails, data volume error, encryption failed for name sdc1 sdd1, data volume stays unencrypted after error, encrypting a data disk fails',
  'mount-busy':
    'failed to unmount umount target is busy oldroot, all attempts to unmount failed, device busy, in use, open files, who uses the disk, cannot umount, root is busy, unmount error, unmount fails, cannot unmount the root volume, volume in use',
  'key-vault-reference-invalid':
    'invalid secret url, wrong vault id, bad keyvault url, typo in vault name, vault id missing or invalid, vault name and id do not match, managed hsm hsm reference, keyvaulturl, keyvaultresourceid, diskencryptionkeyvaultid, keyvault url and resource id do not belong together, on-premises hsm, external key management',
  'key-encryption-key-invalid':
    'kek url wrong, kek rejected, kek without version, bad key id, key id needs a version, key url malformed, wrap key, keyencryptionkeyurl, keyencryptionkeyurl without version, kekvaultresourceid, what is a kek, kek meaning',
  'key-volume-missing':
    'bek volume disk not attached, bek gone, key file missing, passphrase prompt, linuxpassphrasefilename, bek missing, key volume not mounted or missing, key disk not found, cannot read the key, passphrase file missing, bek usb drive missing, cannot find the key drive',
  'packages-not-installed':
    'apt yum zypper dnf subscription manager repository, cannot install cryptsetup, dependency, timed out, package installation fails, apt-get or yum timed out, missing packages, repo, package download fails, pip python parted lsscsi missing, installation of prerequisites fails',
  'memory-too-small':
    'ram too small, not enough ram, needs 7 gb 8 gb, small vm, vm with 4 gb, 2 gb, memory requirement, low memory, minimum memory, memory minimum not met, how much memory',
  'lvm-layout-unsupported': 'lvm root, logical volume manager, rootvg',
  'distribution-unsupported':
    'unsupported distro, os version, which linux are supported, debian centos oracle linux alma rocky, is my linux or distro supported, supported operating systems, compatible distributions, ubuntu rhel red hat sles suse debian fedora flatcar version supported, which linux, which linux versions work, linux version list, is ubuntu 24.04 supported, amazon linux, which distros',
  'volume-type-rejected':
    'change volume type, all data os, narrower, only os to all, volumetype must be, first os then all, switch from os to data, windows cannot encrypt only data, volumetype all data os rejected, change volumetype',
  'confidential-vm-blocked':
    'confidential computing vm, cvm, dc series, sev-snp, cvm data disks, confidential vm cannot be encrypted',
  'secure-key-release-failed': 'skr, attestation, managed identity, release key, cvm',
  'kernel-module-missing': 'vfat dm-crypt dm_crypt module not found, modprobe fails, hardening cis',
  'metadata-service-unreachable':
    'imds 169.254.169.254 timeout, metadata fails, imds not reachable, instance metadata blocked',
  'request-rejected':
    'bad parameter, wrong settings, invalid json, sequenceversion, command not supported, extension settings json, settings field wrong, template parameter wrong, unknown parameter',
  'bitlocker-rejected':
    'bitlocker 0x8031 tpm group policy gpo, protectkeywithexternalkey, windows encryption error, bitlocker cannot be turned on, bitlocker encryption failed, failed to configure bitlocker, bitlocker error code, bitlocker fails',
  'windows-extension-fault':
    'extension crash on windows, object reference, exception, winrm, azurediskencryption extension error on windows, wmi corrupted or broken, bitlockerextension log, drives encrypted but extension failed, extension shows failed in portal',
  'dual-pass-vault-access-failed':
    'aad aadsts service principal, client secret invalid or expired, sign in failed, application cannot reach the vault, login of the app blocked, certificate thumbprint, aadclientid aadclientsecret wrong, entra sign in, app sign-in failure',
  'decryption-failed':
    'cannot decrypt, disable failed, decrypt error, luksadd failed, decryption does not work, disable encryption fails with an error, cannot remove encryption from data disk',
  'key-update-failed':
    'key rotation failed, rotate kek, change key, new kek, new vault, move to another vault, passphrase change, key renewal, changing the kek failed, error during key rotation, lost key file after rotation, rotation failed, changing the key went wrong',
  'migration-failed': 'migrate aad to single pass failed, migration error, without aad',
  'boot-waits-for-key':
    'vm does not boot or come back after encryption, passphrase prompt, asks for password or passphrase at start or after reboot, initramfs dracut emergency shell, black screen, grub, vm not booting after deallocate or resize, boots into emergency mode, stuck at boot, unbootable, cannot find root device, black console, reboot loop, osencrypt, vm lost after reboot, black screen with passphrase, waiting for passphrase, vm not starting, vm is down after restart, vm does not come back after resize or size change, no boot after stop and start',
  'bitlocker-recovery':
    'bitlocker recovery key screen, locked out, blue screen asks for key, 48 digit recovery password, bitlocker password, recovery key, bitlocker screen, asks for recovery key after restart, where do i find the recovery key, windows vm does not boot, bitlocker at boot, plug in the usb driver that has the bitlocker key, unlock this drive, recovery key after windows update or patch, where is my recovery key, where is my bitlocker key, key id, windows asks for key',
  'no-space-left':
    'disk full, root partition full, boot full, no free space, enospc, filesystem 100 percent full, ran out of space, disk space, df shows 100, root filesystem full, disk is full during encryption, no room',
  'repair-disk-locked':
    'detach encrypted disk, attach or mount it on another vm or elsewhere, read the data of an encrypted disk, rescue, luksopen, header, crypto_luks lvm2_member unknown filesystem type, cannot mount disk of encrypted vm, mount encrypted disk on a rescue vm, luks header damaged, encrypted disk on a different machine, look at files of an encrypted disk, read files from an encrypted disk, forensic, take the disk to another server',
  'scale-set-refused':
    'vmss cannot be encrypted, scale set command fails, instances, vmss encryption not supported, scale set instances not encrypted, vmss flexible or uniform, encryption of scale set',
  'vault-refused':
    'vault check failed before start, not enabled for disk encryption, region or subscription of vault rejected, keyvault check failed, cli refuses the vault, key vault not enabled, vault not accepted',
  'reports-contradict':
    'status says success and in progress, conflicting status, contradictory output, cli and powershell show different states, which status is true, different tools say different things, which one is right',
  'client-request-refused':
    'az or powershell refuses command, usage error, missing parameter, wrong argument, command rejected, az vm encryption enable error, parameter required',
  'site-recovery-refused': 'asr replication fails, failover to another region, dr site',
  'backup-refused':
    'azure backup job fails after encryption, recovery services vault cannot back up, backup permission on vault, backup of encrypted vm fails, recovery services permission, usererrorencryptedvmnotsupported, usererrorkeyvaultpermissionsnotconfigured, backup job fails every night since encryption, azure backup cannot protect encrypted vm, vm backup error after encryption',
  'vault-access-refused':
    'forbidden 403, access denied to key vault, no permission on secret, forbiddenbyrbac, wrapkey unwrapkey get denied, key vault 401 403, no access to key vault, missing role on the vault, rbac vault, authorizationfailed, forbidden, who can access the key, access control of key vault, rbac role on key vault missing',
  'azure-refused-request':
    'operation not allowed, conflict 409, resize refused, vm must be running, 409 conflict, request denied by azure, cannot resize, operationnotallowed, conflict, refused, authorizationfailed, badrequest, conflict error from terraform or bicep, request conflicts with another, apply failed with conflict',
  'extension-version-refused': 'version 2.2 is not supported, unifieddiskencryptionforvms, feature registration',
  'move-refused':
    'move vm to another or new subscription, resource group, region, tenant; crosssubscriptionmove; move vault, transfer vm to another subscription, relocate vault or vm, other resource group, move encrypted vm to other region, migrate vm to other region, another subscription, azure resource mover, move between resource groups',
  'disk-not-extended':
    'resize encrypted disk, can i make the disk bigger, extend volume greyed out grayed, growpart, more space, grow, extend os disk, enlarge disk, increase disk size, new size not visible, partition still old size, resize os disk of encrypted vm, grow the volume, expanded disk in portal but not in windows, larger disk not visible',
  'failed-without-known-cause':
    'it just failed, failed no reason, generic error, enable failed, why did it fail, provisioning failed without reason, unknown error, no details, why did encryption fail, find out the reason, encryption did not work, extension provisioning failed, extension failed',
  'vault-unfit': 'key vault settings wrong, vault not suitable',
  'key-expires-soon': 'key expiring, kek expiry date near, expires next week',
  'network-unfit':
    'firewall nsg network security group, blocked outbound traffic, no internet, isolated network, udr route, which ports must be open, outbound rules, allowed destinations, ports, blocked by firewall, custom route, forced tunneling, appliance, deny all outbound, air gapped, isolated, no outbound internet, private subnet, required outbound connections, what to open in the nsg',
  'policy-denies-encryption':
    'azure policy denied deny disallowed, requestdisallowedbypolicy, blocked by azure policy, policy violation, request disallowed by policy, denied by policy when creating secret or vm',
  'lock-blocks-changes':
    'resource lock scopelocked cannotdelete readonly, delete lock, cannot delete because of a lock, scope is locked, resource is locked, cannot delete because locked',
  'stamped-but-not-encrypted':
    'portal shows or says encrypted enabled but disk is not encrypted, guest disagrees, lsblk shows no crypt, false positive, encrypted in portal but not inside, fully decrypted but portal says encrypted, wrongly shown as encrypted, portal says encrypted, azure shows encrypted',
  'restart-pending':
    'vmrestartpending, please reboot, os disk successfully encrypted, wants a reboot, vm waits for reboot, needs a restart, reboot required, when do i reboot, finished but something is missing, encryption finished what next, vmrestartpending meaning, is a reboot needed, do i have to reboot after encryption',
  'key-change-begun': 'encrypts nothing, only changed key, new vault given, current config differs',
  'key-update-pending':
    'key rotation not finished, new passphrase not placed yet, rotated but still old key, rotate the key encryption key, annual key rotation, yearly rotation, rotate every year, switch to another key vault',
  'encrypted-but-not-stamped':
    'guest encrypted but portal says no, azure shows not encrypted but lsblk crypt, settings missing, portal not encrypted but lsblk crypt, encrypted inside but not in portal',
  'stamped-after-failed-run':
    'settings remain or left over after failure, failed but settings enabled, settings left after failure, clean up after failed encryption',
  'precheck-warning': 'precheck, likely app compat issue, incompatible environment suspected',
  'client-fault':
    'python traceback in azure cli, nonetype, powershell module bug, cmdlet crash, az crashes, cli error traceback, bug in cmdlet, cannot read attribute enabled',
  'data-not-encrypted-after-success':
    'succeeded but data disk plain, nothing happened to data disk, encrypted 0 volumes, success but data disks not encrypted, one data disk was skipped',
  'data-disk-not-covered':
    'new data disk added attached later is not encrypted, additional drive, extra disk, add a new data disk after encryption, one disk is not encrypted, encrypt the new disk, only c: encrypted, d: not encrypted, os disk encrypted but data disk not, one of the disks is plain, encrypt additional disks, how to encrypt a disk that i add later, add disk to encrypted vm, attach new disk to encrypted vm',
  'data-disks-not-mounted':
    'notmounted meaning, data not mounted, data volumes not mounted, what is notmounted, what does notmounted mean, volumes not mounted, unmounted volume, encrypt a volume that is not mounted',
  'decryption-not-resuming':
    'decrypt interrupted, decryption stuck, half decrypted, decryption takes forever, decryption stopped, decryption was interrupted by a restart',
  'encryption-overdue':
    'encryption runs for days, is it dead or hung, encryptioninprogress, takes forever, stuck, how much longer, percent does not move, takes too long, slow, stuck at the same percent, hanging, no progress for hours, longer than expected, encryption hangs, hangs, hung, no activity, sits at 0 percent, nothing happens for hours',
  'decryption-running':
    'decrypting now, how long does decryption take, decrypt percent, decryptioninprogress, decryption progress',
  'disable-refused-os-encrypted':
    'cannot disable or decrypt linux os disk, disabling not supported, disabling encryption is refused, os volume is encrypted, cannot turn off encryption on linux',
  'query-sent-to-single-pass': 'queryencryptionstatus, status command replaced state',
  'extension-removed':
    'removed or deleted or uninstalled the extension first, before disable, extension was deleted, uninstalled extension before decrypting, missing extension on encrypted vm, uninstalled ade by mistake, extension is gone',
  'extension-deprecated': 'ostcextensions microsoft.ostcextensions, old extension publisher',
  'extension-wrong-os': 'linux extension on windows, windows extension on linux, bitlockeriaasvmextension.exe on linux',
  'other-extension-failed':
    'monitoring agent extension failed, another extension blocks, a different extension failed, log analytics or antimalware extension in failed state',
  'other-extension-running':
    'custom script extension, arm template at the same time, two extensions, terraform, several extensions at once, customscript runs in parallel, dependson, bicep or arm deployment with two extensions, parallel deployment, extension order, dependency between extensions, conflict with another extension',
  'two-kinds-of-encryption':
    'server side encryption sse, encryption at rest, double encryption, ade and encryption at host together, both, bitlocker and encryption at host both, cmk and ade, conflict between encryption types, what is azure disk encryption, what is ade, what is sse, difference between server side encryption and azure disk encryption, storage encryption, encryption types overview',
  'host-encryption-not-counted':
    'intune compliance policy, not compliant noncompliant, bitlocker required, conditional access, device compliance fails, bitlocker not compliant',
  'cmdlet-word-uncertain':
    'powershell output says notencrypted but it is, wrong output, get-azvmdiskencryptionstatus shows notencrypted although encrypted',
  'report-unreadable': 'garbled status, truncated status, broken json in substatus',
  'azure-word-unknown': 'new value, unexpected state',
  'report-missing':
    'no status, extension status not available, unknown, empty status, nothing reported, extension does not report, status blank, no result, state unknown, cannot get status, does not report back, nothing shown in portal',
  'agent-not-ready':
    'waagent not responding, guest agent down, not ready, no agent status, vm agent unresponsive, guest agent offline, vm agent status not ready, agent unreachable, agent not reporting, guest agent not ready, agent stuck not ready, vm agent not communicating',
  'agent-too-old':
    'waagent windows azure agent version, minimum 2.2.38, update the agent, old walinuxagent, agent version requirement',
  'vm-stopping': 'stopped or deallocated the vm during encryption, stopping, deallocating',
  'vm-not-running':
    'extension cannot be changed because the vm is stopped, deallocated, off, not running, vm deallocated, vm powered off, cannot install extension on stopped vm, vm must be started first',
  'os-encryption-silent-phase':
    'stuck at os disk encryption started, ssh disabled refused no connection, no login, is it normal, restart or reboot or shut down during encryption, harm, unreachable while encrypting, encryptioninprogress, cancel encryption, cannot ssh during encryption, no progress message, login not possible, ssh dead, lost access to vm after enabling encryption, cannot get into the vm, vm not usable, use the vm while it is encrypting, availability, downtime, is the vm usable, ssh timeout, locked out of ssh, kill dd',
  'success-text-not-the-end': 'says succeeded but still running, data done os not yet, says success but is it finished',
  'harmless-unmount-attempt': 'attempt to unmount oldroot failed, is that bad',
  'harmless-stripped-down-restart': 'restarted extension from stripped down os',
  'harmless-log-line': 'can i ignore this line, warning in log, noise',
  'operation-running':
    'extension transitioning updating, provisioning state updating, creating, operation in progress, already in progress, another operation is running, wait for completion, vm stuck in updating, stuck updating, portal shows updating, stuck updating after enable',
  'azure-stopped-waiting':
    'provisioning timeout, 90 minutes, timed out, command timed out but encryption goes on, long running operation timeout, provisioning timed out, deployment timed out, pipeline timeout, deployment timeout after 90 minutes, terraform timeout',
  'message-unrecognised':
    'unknown message in the status, what does this message mean, what does this message mean, unknown progress message, what does the error mean, do not understand the message',
  'extension-renamed':
    'extension has another name, cannot find extension by name, extension name differs, unexpected extension name, terraform expects another name, name of the extension',
  'dual-pass-leftover': 'old aad settings remain, aad client id still there',
  'dual-pass-in-use':
    'aad version, old version with entra application, 0.1 1.1 extension, with azure ad, aad parameters required, previous release, encryption with an entra app, is the entra app way supported',
}
