import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const conversion =
  'Run `manage-bde -status` in the VM until every volume is fully encrypted; that can take half an hour or more.'
const stampsOnly = 'Check the stamps of all disks in ARM. They show key settings, not how much is encrypted.'
const readLog =
  'Read the BitLocker event log and `C:\\WindowsAzure\\Logs\\Plugins\\Microsoft.Azure.Security.AzureDiskEncryption\\<version>`.'
const enableAgain = 'Remove the cause, snapshot the disks, then enable again.'

/** Texts of the Windows extension. Its source is closed, so most of this comes from public reports. */
export const windows = {
  'win-version-only': {
    meaning:
      'Only a version number: the extension finished without an error. BitLocker may still be converting, so this does not prove encryption.',
    next: [conversion, stampsOnly],
  },
  'win-empty-success': {
    meaning:
      'An empty message: older versions end a successful enable with it; tools show `Provisioning succeeded`. BitLocker may still be converting.',
    next: [conversion, stampsOnly],
  },
  'win-disable-completed': {
    meaning: 'The extension disabled BitLocker. The message does not show whether every volume is already decrypted.',
    next: [
      'Run `manage-bde -status` in the VM until every volume is fully decrypted.',
      'Remove the extension only after that.',
    ],
  },
  'win-generic-prefixed': {
    meaning:
      'A Windows extension message that is not in the catalogue. Sealwatch concludes nothing about the disks from it.',
    next: [
      'Check the level of the status and the stamps; an error level is a failure until shown otherwise.',
      'Copy the raw text when you report it or contact support.',
    ],
  },
  'win-bitlocker-config-failed': {
    meaning:
      'The extension could not set up BitLocker. The cause follows `Exception:`. Some volumes may already be encrypted.',
    next: ['Read the text after `Exception:`.', readLog, enableAgain],
  },
  'win-connection-failed': {
    meaning:
      'The extension could not connect: its exception is about the connection, not about BitLocker. With dual pass the VM itself must reach Entra and the vault.',
    next: [
      'From the VM, test port 443 to the Entra sign-in host and to the vault, through the proxy if it uses one, and TLS 1.2.',
      enableAgain,
    ],
  },
  'win-entra-sign-in-failed': {
    meaning:
      'The extension could not sign in to Entra as the dual-pass application. The `AADSTS` number names the reason, often a wrong or expired secret.',
    next: [
      'Look up the `AADSTS` number, and give the application a valid secret or certificate.',
      'Enable again with it, or migrate to single pass.',
    ],
  },
  'win-protectkey-2150695006': {
    meaning:
      'BitLocker refused the key that the extension adds to a volume, probably because a group policy forbids it (inferred).',
    next: [
      'In group policy, allow the 256-bit recovery key and do not require a TPM, then run `gpupdate /force`.',
      enableAgain,
    ],
  },
  'win-protectkey-2150695086': {
    meaning:
      'BitLocker refused the key because the volume belongs to a cluster: the number is `0x803100AE`, not allowed on a cluster volume.',
    next: [
      'Remove the volume from the cluster if it is not needed there, then enable again.',
      'Otherwise protect clusters with encryption at host: disk encryption does not support them.',
    ],
  },
  'win-protectkey-2147942450': {
    meaning: 'BitLocker refused the key because it does not support the volume.',
    next: [
      'Find the volume in the extension log. It may be shared, dynamic or not NTFS.',
      'Convert or exclude it, then enable again.',
    ],
  },
  'win-protectkey-policy': {
    meaning:
      'BitLocker refused the key: group policy settings contradict each other, for startup options or for recovery keys of data volumes.',
    next: [
      'Compare the BitLocker policies with `gpresult /scope computer /v`: of the startup options only one may be required.',
      'Fix them at their source, run `gpupdate /force`.',
      enableAgain,
    ],
  },
  'win-protectkey-no-room': {
    meaning:
      'BitLocker refused the key: a volume is too small for it, or has no free space. The number does not show which volume.',
    next: [
      'Find the volume with `Get-Volume` and in the extension log, also those without a drive letter.',
      'Free space on it or extend it; exclude a volume that is too small.',
      enableAgain,
    ],
  },
  'win-key-not-saved': {
    meaning:
      'The extension could not write a key file. `2147942419` means that the target is write-protected, often by the policy “Deny write access to fixed drives not protected by BitLocker” (inferred).',
    next: [
      'Check that policy, `FDVDenyWriteAccess`, and the disk `BEK VOLUME`; do not format that disk.',
      'Fix the policy at its source, run `gpupdate /force`.',
      enableAgain,
    ],
  },
  'win-conversion-refused': {
    meaning:
      'BitLocker did not start to convert a volume. The number is an error code in decimal form; `2147942421` means that the device is not ready, for example because its conversion is paused (inferred).',
    next: [
      'Run `manage-bde -status` in the VM and look for a volume that is paused, locked or offline.',
      'Only if it is paused, continue it with `manage-bde -resume` before any new request.',
      readLog,
    ],
  },
  'win-volume-label': {
    meaning:
      'The extension could not read its own list of volumes: a volume label with a character such as `&` or `;` makes it invalid XML (inferred).',
    next: ['Look for such labels with `Get-Volume`, and rename those volumes.', enableAgain],
  },
  'win-bek-missing': {
    meaning:
      'The Windows extension did not find the key volume, or could not use it. This request did not continue; volumes that are already encrypted stay so.',
    next: [
      'Look for `BEK VOLUME` in Disk Management: it may be offline, or `automount` may be off. Never format or initialize it.',
      steps.checkVault,
      enableAgain,
    ],
  },
  'win-log-volume-skipped': {
    meaning:
      'The extension took this volume for a virtual disk file and skipped it. The run can end without an error although the volume is not encrypted.',
    next: [
      'Check every volume with `manage-bde -status`, above all those of storage pools.',
      'Enable again with the newest extension version.',
    ],
  },
  'win-protectkey-other': {
    meaning:
      'BitLocker refused the key that the extension adds to a volume. The number is an error code in decimal form.',
    next: [
      'Look the number up in hexadecimal: `0x8031…` comes from BitLocker, `0x8007…` from Windows.',
      readLog,
      enableAgain,
    ],
  },
  'win-access-denied': {
    meaning:
      'BitLocker’s setup was refused access. In version 1.1 (dual pass) the Entra application has no permission to set secrets or wrap keys; from version 2 on, the text does not name the cause.',
    next: [
      'Only for version 1.1: grant the application set on secrets and wrapKey on keys in the vault, then enable again.',
      'From version 2 on: read `BitlockerExtension.log` in the VM before any new request.',
    ],
  },
  'win-storage-spaces-old': {
    meaning: 'A volume lies in a storage pool, which the extension encrypts only on Windows Server 2016 and later.',
    next: [
      'Check each volume with `manage-bde -status`: others may already be encrypted.',
      'Upgrade Windows, move the data to a simple volume, or use encryption at host.',
    ],
  },
  'win-efa-not-supported': {
    meaning: 'The request asked to format the disks while encrypting, which only Linux supports. It was refused.',
    next: ['Send enable without `EncryptFormatAll`.'],
  },
  'win-resource-id-missing': {
    meaning: 'The settings contain no resource ID for a vault, so the extension could not continue.',
    next: [
      'Set `KeyVaultResourceId`, and with a KEK also `KekVaultResourceId`; templates often omit them.',
      'Then enable again.',
    ],
  },
  'win-nvme-null-reference': {
    meaning: 'The extension failed on an internal error while it looked for the disk of a volume.',
    next: [
      'Update the extension.',
      'Look for storage pools, volumes mounted in folders and NVMe disks, and remove them for the run if you can.',
      enableAgain,
    ],
  },
  'win-log-locked': {
    meaning: 'The run ended because another process had the extension’s log file open.',
    next: ['Close the tool that reads the file, or wait until the other run ends.', 'Then enable again.'],
  },
  'win-winrm': {
    meaning: 'The extension requires the Windows service WinRM and could not open it.',
    next: [
      'Check with `Get-Service WinRM` whether the service exists and starts, and repair it.',
      'Then enable again.',
    ],
  },
  'win-enable-exception-details': {
    meaning: 'Enable failed. The message contains the name of the exception, usually with a fault reason.',
    next: ['Read the fault reason.', steps.checkVault, steps.checkVaultAccess],
  },
  'win-send-settings-exception': {
    meaning: 'The platform rejected the key settings of this run.',
    next: [steps.checkVault, steps.checkVaultAccess, 'Then enable again.'],
  },
  'win-send-data-failed': {
    meaning:
      'The platform refused the encryption data of this run. Microsoft lists errors in vault, key, names and network as causes.',
    next: [
      steps.checkVault,
      steps.checkVaultAccess,
      'Check names and resource IDs for typos and special characters, then enable again.',
    ],
  },
  'win-onenable-exception': {
    meaning: 'The extension failed right at the start of enable. The exception in the message is the only clue.',
    next: [
      'Enable again once you have understood the exception.',
      readLog,
      'If it recurs, reinstall the extension, but only while no volume is encrypted.',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
