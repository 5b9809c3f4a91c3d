import type { ProblemWords } from '../types'

/** What clients, boot screens, logs and other services say. */
export const reportedProblems = {
  'boot-waits-for-key': {
    title: 'The VM does not start: its disk is not unlocked or not found',
    meaning:
      'The boot screen asks for a passphrase, or finds no root device. The key volume, the vault, kernel modules or boot files are the usual reasons.',
    consequence:
      'The VM stays down. More restarts do not help and can make it worse; the data can be read with the key from the vault.',
  },
  'bitlocker-recovery': {
    title: 'Windows asks for the BitLocker key',
    meaning:
      'At its start Windows did not get the key of its OS volume. Disk encryption keeps no recovery password: the key is the secret in the vault.',
    consequence: 'The VM stays at this screen. The data can be read with the secret in the vault.',
  },
  'no-space-left': {
    title: 'A file system was full',
    meaning:
      'Something could not be written for lack of space: on the disk, on `/boot`, or in the small system in memory.',
    consequence: 'The step that needed the space has failed.',
  },
  'repair-disk-locked': {
    title: 'An encrypted disk cannot be used elsewhere as it is',
    meaning:
      'The disk was attached to another VM or mounted there without being unlocked. Its content is not damaged by that.',
    consequence: 'Its files cannot be read before it is unlocked with its key.',
  },
  'scale-set-refused': {
    title: 'The scale set was not accepted',
    meaning:
      'Disk encryption of this scale set was refused before it began: it is not prepared for it, or the client is too old.',
    consequence: 'The disks of its instances stay as they were.',
  },
  'client-request-refused': {
    title: 'The request does not fit this VM',
    meaning: 'The client sent a request of dual pass, with an Entra application, and this VM does not take it.',
    consequence: 'Nothing was begun. The disks stay as they were.',
  },
  'site-recovery-refused': {
    title: 'Site Recovery lacks the keys in the target region',
    meaning: 'Replication of an encrypted VM needs a vault with its keys in the target region, and none was named.',
    consequence: 'The VM is not replicated, or its encryption settings are not: after a failover it would not start.',
  },
  'backup-refused': {
    title: 'Azure Backup may not read the keys',
    meaning:
      'The backup of an encrypted VM holds its key and secret too. The backup service may not read them in this vault.',
    consequence: 'New recovery points are not made. A restore from old ones can miss the present key.',
  },
  'key-update-pending': {
    title: 'A new key waits for the next start',
    meaning:
      'The new passphrase is stored in the vault and not yet on the key volume. The running VM still uses the former one.',
    consequence:
      'Until the change is complete both secrets are needed. A restart before that may not find the right key.',
  },
  'precheck-warning': {
    title: 'A check before encryption warns',
    meaning: 'The extension found something that can keep the OS disk from being released. It goes on all the same.',
    consequence: 'The run may fail later at the unmount. Remove the cause before the next run.',
  },
  'client-fault': {
    title: 'The client failed, not the VM',
    meaning: 'Azure CLI or PowerShell stumbled over a field that it did not expect. This says nothing about the disks.',
    consequence: 'The status cannot be read with this client version.',
  },
  'harmless-log-line': {
    title: 'This line looks like a fault and is none',
    meaning: 'The extension writes it on every VM, for mounts of the system or for its own key volume.',
    consequence: 'Nothing follows from it.',
  },
  'vault-access-refused': {
    title: 'Key Vault refused a call',
    meaning:
      'The vault did not give or store what was asked of it: rights are missing, or the key, the secret or the whole vault is disabled or deleted.',
    consequence:
      'A running VM goes on. A request for encryption fails, and after a deallocation the VM does not start if its own key is concerned.',
  },
  'extension-version-refused': {
    title: 'The subscription does not know single pass',
    meaning:
      'Azure refused the version of the extension that the request named. Old subscriptions lack a feature for it.',
    consequence: 'Nothing was begun. The disks stay as they were.',
  },
  'move-refused': {
    title: 'VM and vault cannot be moved while disks depend on the vault',
    meaning:
      'Disk encryption keeps VM, disks and vault in one subscription. Azure refuses to move an encrypted VM to another subscription, and its vault anywhere.',
    consequence: 'Nothing was moved. A vault that was moved by other means is not found at the next start.',
  },
  'disk-not-extended': {
    title: 'The disk is larger, its volume is not',
    meaning:
      'A partition or volume was not extended. Where the OS disk is encrypted, the order of its partitions is the usual reason on Windows; on Linux its resize is not supported.',
    consequence: 'The new space cannot be used. The encryption is not affected.',
  },
} satisfies Readonly<Record<string, ProblemWords>>
