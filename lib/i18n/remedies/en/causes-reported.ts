import type { CauseWords } from '../types'

/** Causes of what clients, boot screens, logs and other services report. */
export const reportedCauses = {
  'vault-address-differs': {
    title: 'The vault URL differs from the one in use',
    text: 'The request names the vault differently from the last one. Even a difference in upper and lower case starts a key change on every encrypted volume.',
  },
  'vault-id-mismatched': {
    title: 'Vault resource ID and URL do not match',
    text: 'The full resource ID and the URL must refer to the same vault.',
  },
  'packages-missing': {
    title: 'Packages that the extension needs are missing',
    text: 'Without them it cannot mount the key volume. The lines before show whether an installation failed, for example because another process held the lock.',
  },
  'package-manager-locked': {
    title: 'Another process locks the package manager',
    text: 'Automatic updates or another installation held the lock at that moment.',
  },
  'key-not-found-at-boot': {
    title: 'The key was not found at boot',
    text: 'The key volume is not attached or its key does not match. Do not restart repeatedly. The passphrase is the content of the secret that the disk references; you can enter it at the serial console.',
  },
  'boot-tool-missing': {
    title: 'The initramfs lacks nmap-ncat (RHEL, CentOS 7)',
    text: 'After an update of the extension, its boot script there needs `ncat`. Without it the disk is not unlocked, although vault and key volume are in order.',
  },
  'boot-modules-missing': {
    title: 'Modules or boot files are missing',
    text: 'The boot files lack a module or do not name the encrypted root, after an update, a full `/boot` or an interrupted run.',
  },
  'bitlocker-key-not-found': {
    title: 'The key volume was missing at boot',
    text: 'First get the key (BEK) from the vault, take a snapshot and try the key on a copy of the disk in a repair VM. If the vault is in order, a deallocation and start attaches the key volume again.',
  },
  'sign-in-lockout': {
    title: 'Windows locked after failed sign-ins',
    text: 'A lockout policy asks for the recovery key after too many failed sign-ins. The key volume may be in order. Unlock with the secret that the disk references, then remove the policy: otherwise it locks Windows again.',
  },
  'new-key-awaited': {
    title: 'The key volume still has the previous key',
    text: 'The key change is not complete. Keep both secrets until `Encryption settings updated`. A stop brings the new key, and whether that opens every disk is not shown: stop or restart only after a test of both keys and a snapshot of every disk.',
  },
  'disk-not-unlocked': {
    title: 'The disk is not unlocked yet',
    text: '`mount` finds an encryption layer or LVM, not the file system inside it. An LVM member that is unlocked, or was never encrypted, looks the same: then activate its volume group.',
  },
  'stamped-disk-attached': {
    title: 'A disk with key settings cannot be attached as a data disk',
    text: 'Azure refuses it on a running VM. A repair VM gets a copy of the disk when it is created.',
  },
  'dual-pass-on-generation-2': {
    title: 'Dual pass does not support Generation 2',
    text: 'Entra application parameters select dual pass. Remove them from the request: single pass supports Generation 2.',
  },
  'status-taken-for-secret-url': {
    title: 'The client took a status text for the secret URL',
    text: 'With dual pass, the client reads the secret URL from the extension’s message. It asked before the URL was there, or after another message had replaced it. Single pass needs no such URL.',
  },
  'release-lacks-python': {
    title: 'The distribution does not support dual pass (no Python 2)',
    text: 'The dual-pass extension needs Python 2 and a release of its time, for example not SLES 15. Use single pass on a supported release.',
  },
  'scale-set-not-prepared': {
    title: 'The scale set does not meet the requirements',
    text: 'It needs managed disks and a supported size and image; on Linux only data volumes can be encrypted.',
  },
  'client-outdated': {
    title: 'The client is out of date',
    text: 'Old versions do not support single pass, or fields that Azure has added since.',
  },
  'cmdlet-word-only': {
    title: 'The output of the cmdlet alone is no proof',
    text: 'Some releases of Az PowerShell print `NotEncrypted` for an encrypted disk. Only the VM itself shows it: `manage-bde -status` on Windows, `lsblk` and `cryptsetup status` on Linux.',
  },
  'outputs-differ': {
    title: 'The outputs are from different times or VMs',
    text: 'One of them is older, or belongs to another VM. Read the status and the volumes inside the VM again, one right after the other; if they still differ, ask support.',
  },
  'keys-not-in-target-region': {
    title: 'The request names no vault in the target region',
    text: 'A vault can be used only in its own region. Site Recovery needs copies of key and secret in a vault in the target region; whether copies exist is not shown.',
  },
  'backup-service-lacks-rights': {
    title: 'The backup service lacks permissions on the vault',
    text: 'It must be able to get, list and back up keys and secrets: through an access policy, or through a role if the vault uses Azure RBAC. Access policies have no effect once a vault uses Azure RBAC.',
  },
  'caller-lacks-vault-rights': {
    title: 'The caller lacks permissions on the vault',
    text: 'The message usually names the caller and the missing permission. With single pass the platform itself needs no policy or role, only `enabledForDiskEncryption`.',
  },
  'service-lacks-key-rights': {
    title: 'The service’s identity lacks permissions on the key',
    text: 'A storage account or disk encryption set reads and unwraps its key with an identity of its own. The message looks the same where the key itself is disabled or gone: check the key first.',
  },
  'secret-disabled': {
    title: 'The secret version is disabled',
    text: 'The platform cannot read the disk’s key while this version is disabled. Its content still exists.',
  },
  'key-near-expiry': {
    title: 'The key version expires soon',
    text: 'Rotation does not update the disks: they keep using this version until a new request changes the key.',
  },
  'vault-of-former-tenant': {
    title: 'The vault belongs to the previous tenant',
    text: 'When a subscription moves to another tenant, its vaults keep the previous tenant ID and access policies, and refuse all users of the new tenant.',
  },
  'vault-used-by-disks': {
    title: 'Disks depend on the vault',
    text: 'Disks reference vault, secret and key by resource ID. A move would leave them with IDs that no longer exist.',
  },
  'refusal-names-reason': {
    title: 'The message names the reason',
    text: 'For example a stopped VM, another change in progress, a feature that is not registered, or an extension under another name. The advice at the message says what to do.',
  },
  'single-pass-not-registered': {
    title: 'A feature is not registered in the subscription',
    text: 'Subscriptions older than single pass need `UnifiedDiskEncryptionForVMs` of `Microsoft.Compute`.',
  },
  'partition-in-the-way': {
    title: 'The system reserved partition follows the Windows volume',
    text: 'On an image without such a partition, disk encryption adds one directly after the Windows volume. It blocks the extension into free space.',
  },
  'linux-os-disk-resized': {
    title: 'Encrypted Linux OS disks cannot be resized',
    text: 'Microsoft does not support it after encryption. To get more space, use a data disk or a new VM with a larger OS disk.',
  },
  'layers-not-extended': {
    title: 'A layer of a data disk still has its previous size',
    text: 'Extend disk, partition, encryption layer, physical volume, logical volume and file system one after the other, from the outside in.',
  },
  'volume-group-twice': {
    title: 'The repair VM has a volume group with the same name',
    text: 'A repair VM from the same image also has `rootvg`. LVM activates neither the copy nor its volumes until one of them is renamed.',
  },
  'compliance-reads-bitlocker': {
    title: 'The policy reads the BitLocker state',
    text: 'Intune reads `Win32_EncryptableVolume`, which covers BitLocker only. Azure Disk Encryption satisfies it; encryption at host does not.',
  },
  'bitlocker-managed-by-mbam': {
    title: 'MBAM or another tool manages BitLocker',
    text: 'The policies of BitLocker Administration and Monitoring conflict with disk encryption: both set the volume’s key protectors.',
  },
  'storage-spaces-unsupported': {
    title: 'The volume is in Storage Spaces',
    text: 'Storage Spaces Direct is not supported, nor are Storage Spaces before Windows Server 2016 or on local NVMe disks.',
  },
} satisfies Readonly<Record<string, CauseWords>>
