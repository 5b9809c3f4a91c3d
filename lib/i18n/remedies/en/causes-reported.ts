import type { CauseWords } from '../types'

/** Behind what clients, boot screens, logs and other services say. */
export const reportedCauses = {
  'vault-address-differs': {
    title: 'The address of the vault differs from the one in use',
    text: 'The request names the vault differently from the last one. A difference in upper and lower case alone already starts a needless change of the key.',
  },
  'vault-id-mismatched': {
    title: 'The id names another vault than the address',
    text: 'Id and address of the vault must name the same vault, in full.',
  },
  'package-manager-locked': {
    title: 'Another process holds the package manager',
    text: 'Automatic updates or another installation had the lock at that moment.',
  },
  'key-not-found-at-boot': {
    title: 'The key was not found at the start',
    text: 'The key volume is not attached or its key does not fit. Do not restart again and again. The passphrase is the content of the secret that the disk names; it can be typed at the serial console.',
  },
  'boot-modules-missing': {
    title: 'Modules or boot files are missing',
    text: 'The start files lack a module or do not name the encrypted root, after an update, a full `/boot` or an interrupted run.',
  },
  'bitlocker-key-not-found': {
    title: 'The key volume was not there at the start',
    text: 'A start after deallocation makes the platform attach it anew, if the vault lets it. Otherwise unlock a copy of the disk in a repair VM with the secret from the vault.',
  },
  'sign-in-lockout': {
    title: 'Windows locked itself after wrong sign-ins',
    text: 'A lockout policy asks for the recovery key after too many wrong sign-ins. The key volume can be in order. Find the policy before the next sign-in, and use the secret that the disk names.',
  },
  'new-key-awaited': {
    title: 'The key volume still has the former key',
    text: 'The change of the key is not complete: the former key still opens the disks. Keep the VM running and keep both secrets until the extension reports `Encryption settings updated`. A stop or a restart before that can leave the VM without its key.',
  },
  'disk-not-unlocked': {
    title: 'The disk is not unlocked yet',
    text: '`mount` sees the encryption layer or LVM and not the file system in it.',
  },
  'stamped-disk-attached': {
    title: 'A disk with key settings cannot become a data disk',
    text: 'Azure refuses it on a running VM. A repair VM gets a copy of it when it is created.',
  },
  'dual-pass-on-generation-2': {
    title: 'Dual pass does not know Generation 2',
    text: 'The request has parameters of an Entra application. Leave them out: single pass supports Generation 2.',
  },
  'scale-set-not-prepared': {
    title: 'The scale set is not prepared for encryption',
    text: 'It needs managed disks, a supported size and image, and on Linux only data volumes are possible.',
  },
  'client-outdated': {
    title: 'The client is out of date',
    text: 'Old versions do not know single pass or fields that Azure has added since.',
  },
  'keys-not-in-target-region': {
    title: 'The keys were not copied to the target region',
    text: 'A vault is used in its own region alone. Site Recovery needs copies of key and secret in one of the target region.',
  },
  'backup-service-lacks-rights': {
    title: 'The backup service lacks rights on the vault',
    text: 'It needs to get, list and back up keys and secrets: as an access policy, or as a role where the vault uses Azure RBAC. Policies lose their effect when a vault changes to Azure RBAC.',
  },
  'caller-lacks-vault-rights': {
    title: 'The caller lacks a right on the vault',
    text: 'The message names who called and what was missing. In single pass the platform itself needs no policy or role, but `enabledForDiskEncryption`.',
  },
  'secret-disabled': {
    title: 'The version of the secret is disabled',
    text: 'The platform cannot fetch the key of the disk while this version is disabled. Its content is still there.',
  },
  'key-near-expiry': {
    title: 'The version of the key is near its end',
    text: 'Rotation does not reach the disks: they keep to this version until the key is changed by a new request.',
  },
  'vault-of-former-tenant': {
    title: 'The vault belongs to a former tenant',
    text: 'When a subscription goes to another tenant, its vaults keep the tenant id and the access policies of the former one, and refuse everyone of the new one.',
  },
  'vault-used-by-disks': {
    title: 'Disks depend on the vault',
    text: 'Disks name vault, secret and key by their ids. A move would leave them with ids that lead nowhere.',
  },
  'single-pass-not-registered': {
    title: 'A feature is not registered in the subscription',
    text: 'Subscriptions from before single pass need `UnifiedDiskEncryptionForVMs` of `Microsoft.Compute`.',
  },
  'partition-in-the-way': {
    title: 'The system reserved partition stands behind the Windows volume',
    text: 'On an image without such a partition, disk encryption adds one directly behind the Windows volume. It blocks the extension into free space.',
  },
  'linux-os-disk-resized': {
    title: 'An encrypted Linux OS disk is not to be resized',
    text: 'Microsoft does not support it after encryption. The space can be had from a data disk or from a new VM with a larger OS disk.',
  },
  'layers-not-extended': {
    title: 'A layer of a data disk still has its former size',
    text: 'Disk, partition, encryption layer, physical volume, logical volume and file system are extended one after the other, from the outside in.',
  },
  'volume-group-twice': {
    title: 'The repair VM has a volume group of the same name',
    text: 'A repair VM from the same image has `rootvg` as well. LVM activates neither the copy nor its volumes until one has another name.',
  },
  'compliance-reads-bitlocker': {
    title: 'The policy reads the state of BitLocker',
    text: 'Intune looks at `Win32_EncryptableVolume`, which knows BitLocker alone. Azure Disk Encryption satisfies it, encryption at host does not.',
  },
  'bitlocker-managed-by-mbam': {
    title: 'MBAM or another tool manages BitLocker',
    text: 'The policies of BitLocker Administration and Monitoring do not go together with disk encryption: both set the protectors of the volume.',
  },
  'storage-spaces-unsupported': {
    title: 'The volume lies in Storage Spaces',
    text: 'Storage Spaces Direct is not supported, nor are Storage Spaces before Windows Server 2016 or on local NVMe disks.',
  },
} satisfies Readonly<Record<string, CauseWords>>
