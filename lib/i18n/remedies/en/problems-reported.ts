import type { ProblemWords } from '../types'

/** Problems that clients, boot screens, logs and other services report. */
export const reportedProblems = {
  'boot-waits-for-key': {
    title: 'VM does not boot: its disk is not unlocked or not found',
    meaning:
      'The boot screen asks for a passphrase, or finds no root device. Usual causes: the key volume, the vault, kernel modules or boot files.',
    consequence:
      'The VM does not finish booting. More restarts do not help and can make it worse. As long as the vault holds the secret and its key, a wholly copied disk can be read with them.',
  },
  'bitlocker-recovery': {
    title: 'Windows asks for the BitLocker key',
    meaning:
      'At boot, Windows did not unlock its OS volume: it did not get the key, or a policy locked it after failed sign-ins. Disk encryption stores no recovery password: the key (BEK) is the secret in the vault.',
    consequence:
      'The VM stays at this screen. The data can be read with the secret, and with the key that wraps it if there is one, as long as the vault holds them.',
  },
  'no-space-left': {
    title: 'A file system was full',
    meaning:
      'A write failed because there was no free space: on the disk, on `/boot`, or in the minimal system in memory.',
    consequence: 'The step that needed the space failed.',
  },
  'repair-disk-locked': {
    title: 'An encrypted disk must be unlocked before use on another VM',
    meaning:
      'Azure does not attach a disk with key settings to an existing VM, and no VM can mount an encrypted disk that is not unlocked. The attempt does not damage its content.',
    consequence:
      'The disk cannot be used until it is unlocked with its key; the safe way is a copy of it in a repair VM.',
  },
  'scale-set-refused': {
    title: 'A command for the scale set was refused',
    meaning:
      'Azure or the client refused a disk encryption command for a scale set. The model may not support the extension, the subscription may lack the feature, or the client is too old.',
    consequence: 'The refused command changed nothing on the disks. It shows nothing about their encryption.',
  },
  'vault-refused': {
    title: 'The request was refused for its key vault',
    meaning: 'Azure checked the vault first and refused it for the reason in the message.',
    consequence: 'The refused request changed no disk. Correct the vault or the request before you send it again.',
  },
  'client-request-refused': {
    title: 'The request does not fit this VM',
    meaning:
      'The client sent a request that this VM does not accept, probably one for dual pass, with an Entra application.',
    consequence: 'The refused request changed no disk.',
  },
  'site-recovery-refused': {
    title: 'Site Recovery was given no vault in the target region',
    meaning: 'Replicating an encrypted VM requires a vault with its keys in the target region, and none was specified.',
    consequence: 'Without its keys in the target region, the VM would not boot after a failover.',
  },
  'backup-refused': {
    title: 'Azure Backup cannot read the keys',
    meaning:
      'The backup of an encrypted VM includes its key and secret. The backup service has no permission to read them in this vault.',
    consequence: 'No new recovery points are created. A restore from old ones may lack the current key.',
  },
  'key-change-begun': {
    title: 'The extension takes the request for a key change',
    meaning:
      'The request differs from the saved settings, so the extension changes the key of the encrypted volumes. It encrypts a new disk only after that change. Whether the change ended is not shown here.',
    consequence:
      'A key change that fails can empty the key file on Linux: after a restart the VM may not boot. Keep the VM running until `Encryption settings updated` is reported.',
  },
  'key-update-pending': {
    title: 'The new key is not yet on the key volume',
    meaning:
      'The new passphrase is in the vault but not yet on the key volume. The running VM still uses the previous one.',
    consequence:
      'Both secrets are needed until the change is complete. An empty or wrong key file locks the VM at a restart: check the file before any restart.',
  },
  'reports-contradict': {
    title: 'The text contradicts itself',
    meaning:
      'One part says that a step has ended or was refused, or how a disk is encrypted, and another part of the text shows work in progress, another request, a failure or another state of a volume. Unless their times show it, which of them is newer is not known.',
    consequence:
      'Work may still be in progress, and a restart or stop during it can destroy the disk. Do neither until the status shows that nothing is in progress.',
  },
  'precheck-warning': {
    title: 'Warning from the pre-encryption checks',
    meaning: 'The extension found something that can keep the OS disk from being unmounted. The run continues.',
    consequence: 'The run may fail later at the unmount. Remove the cause before the next run.',
  },
  'client-fault': {
    title: 'Client error, not a VM error',
    meaning: 'Azure CLI or PowerShell failed on an unexpected field. This says nothing about the disks.',
    consequence: 'This client version cannot read the status.',
  },
  'cmdlet-word-uncertain': {
    title: 'Not certain: the cmdlet can print “NotEncrypted” for an encrypted disk',
    meaning:
      'The text contains only what `Get-AzVMDiskEncryptionStatus` printed. It is no proof that a disk is not encrypted.',
    consequence:
      'Check inside the VM (`manage-bde -status` on Windows, `lsblk` on Linux) before you encrypt again, detach or hand over a disk.',
  },
  'harmless-log-line': {
    title: 'Harmless log line',
    meaning:
      'The extension writes such lines on any VM, for example for each command, for system mounts or for its own key volume.',
    consequence: 'It is not the cause of a failure, and says nothing about the disks.',
  },
  'vault-access-refused': {
    title: 'Key Vault refused a call',
    meaning:
      'The vault did not return or store what was requested: permissions are missing, or the key, the secret or the whole vault is disabled or deleted.',
    consequence:
      'A running VM keeps running. Encryption requests fail, and after a deallocation the VM does not boot if its own key is affected.',
  },
  'azure-refused-request': {
    title: 'Azure refused the request',
    meaning:
      'Azure checked the request before it reached the VM, and refused it. The message names what is not allowed.',
    consequence: 'The refused request changed no disk. Correct what the message names before you send it again.',
  },
  'extension-version-refused': {
    title: 'Single pass is not registered in the subscription',
    meaning: 'Azure rejected the extension version in the request. Older subscriptions lack the feature that it needs.',
    consequence: 'The refused request changed no disk.',
  },
  'move-refused': {
    title: 'VM and vault cannot be moved while disks depend on the vault',
    meaning:
      'Disk encryption requires VM, disks and vault in one subscription. Azure refuses to move an encrypted VM to another subscription, and refuses any move of its vault.',
    consequence: 'Nothing was moved. If the vault was moved by other means, it is not found at the next start.',
  },
  'disk-not-extended': {
    title: 'The disk was resized, its volume was not',
    meaning:
      'A partition or volume was not extended. With an encrypted OS disk, the usual cause on Windows is the partition order; on Linux, resizing it is not supported.',
    consequence: 'The new space cannot be used. Encryption is not affected.',
  },
} satisfies Readonly<Record<string, ProblemWords>>
