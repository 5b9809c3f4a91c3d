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
    text: 'The key volume is not attached or its key does not fit. Do not restart again and again. The passphrase is the content of the secret that the disk names.',
  },
  'boot-modules-missing': {
    title: 'Modules or boot files are missing',
    text: 'The start files lack a module or do not name the encrypted root, after an update, a full `/boot` or an interrupted run.',
  },
  'bitlocker-key-not-found': {
    title: 'The key volume was not there at the start',
    text: 'A start after deallocation makes the platform attach it anew, if the vault lets it. Otherwise unlock a copy of the disk in a repair VM with the secret from the vault.',
  },
  'new-key-awaited': {
    title: 'The key volume still has the former key',
    text: 'The platform writes a new key volume at a start after deallocation (inferred). Keep both secrets until the VM has started with the new one.',
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
} satisfies Readonly<Record<string, CauseWords>>
