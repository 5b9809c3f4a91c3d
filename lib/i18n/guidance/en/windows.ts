import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const conversion =
  'Run `manage-bde -status` in the VM until every volume is fully encrypted; that can take half an hour or more.'
const stampsOnly = 'In ARM, read the stamps of all disks. They show key settings, not how much is encrypted.'
const readLog =
  'Read the BitLocker event log and `C:\\WindowsAzure\\Logs\\Plugins\\Microsoft.Azure.Security.AzureDiskEncryption\\<version>`.'
const enableAgain = 'Remove the cause, snapshot the disks, then enable again.'

/** Texts of the Windows extension. Its source is closed, so most of this comes from public reports. */
export const windows = {
  'win-version-only': {
    meaning:
      'Nothing but a version number: the extension did its part without an error. BitLocker may still be converting, so this proves no encryption.',
    next: [conversion, stampsOnly],
  },
  'win-empty-success': {
    meaning:
      'An empty text, with which older versions end an enable that worked; tools show `Provisioning succeeded`. BitLocker may still be converting.',
    next: [conversion, stampsOnly],
  },
  'win-disable-completed': {
    meaning: 'The extension switched BitLocker off. The text does not tell whether every volume is decrypted already.',
    next: [
      'Run `manage-bde -status` in the VM until every volume is fully decrypted.',
      'Remove the extension only after that.',
    ],
  },
  'win-generic-prefixed': {
    meaning:
      'A text of the Windows extension that the catalogue does not hold. Nothing about the disks is concluded from it.',
    next: [
      'Judge by the level of the status and by the stamps; an error level is a failure until shown otherwise.',
      'Copy the raw text when you report it or ask for support.',
    ],
  },
  'win-bitlocker-config-failed': {
    meaning:
      'The extension could not set BitLocker up. The reason stands behind `Exception:`. Some volumes may be encrypted already.',
    next: ['Read the text behind `Exception:`.', readLog, enableAgain],
  },
  'win-protectkey-2150695006': {
    meaning:
      'BitLocker refused the key that the extension adds to a volume, probably because a group policy forbids it (inferred).',
    next: [
      'In group policy allow the 256-bit recovery key and do not demand a TPM, then run `gpupdate /force`.',
      enableAgain,
    ],
  },
  'win-protectkey-2150695086': {
    meaning:
      'BitLocker refused the key because the volume belongs to a cluster: the number is `0x803100AE`, not allowed on a cluster.',
    next: [
      'Take the volume out of the cluster if it is not needed there, then enable again.',
      'Otherwise protect clusters with encryption at host: disk encryption does not support them.',
    ],
  },
  'win-protectkey-2147942450': {
    meaning: 'BitLocker refused the key because it does not support the volume.',
    next: [
      'Find the volume in the extension log. It may be shared, dynamic or without NTFS.',
      'Convert it or leave it out, then enable again.',
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
      'The Entra application that the dual pass uses may not set secrets or wrap keys, so no key was stored in this run.',
    next: ['Give the application set on secrets and wrapKey on keys in the vault.', 'Then enable again.'],
  },
  'win-efa-not-supported': {
    meaning: 'The request asked to format the disks while encrypting, which only Linux can do. It was refused.',
    next: ['Send enable without `EncryptFormatAll`.'],
  },
  'win-resource-id-missing': {
    meaning: 'The settings name no resource ID for a vault, so the extension could not go on.',
    next: [
      'Set `KeyVaultResourceId`, and with a KEK also `KekVaultResourceId`; templates often leave them out.',
      'Then enable again.',
    ],
  },
  'win-nvme-null-reference': {
    meaning: 'The extension failed on a fault of its own while it looked for the disk behind a volume.',
    next: [
      'Update the extension.',
      'Look for storage pools, volumes mounted in folders and NVMe disks, and take them out for the run if you can.',
      enableAgain,
    ],
  },
  'win-log-locked': {
    meaning: 'The run ended because another process has the log file of the extension open.',
    next: ['Close the tool that reads the file, or let the other run end.', 'Then enable again.'],
  },
  'win-winrm': {
    meaning: 'The extension needs the Windows service WinRM and could not open it.',
    next: ['See with `Get-Service WinRM` whether the service exists and starts, and repair it.', 'Then enable again.'],
  },
  'win-enable-exception-details': {
    meaning: 'Enable failed. The name of the exception follows in the text, mostly with a fault reason.',
    next: ['Read the fault reason.', steps.checkVault, steps.checkVaultAccess],
  },
  'win-send-settings-exception': {
    meaning: 'The platform did not accept the key settings that this run sent.',
    next: [steps.checkVault, steps.checkVaultAccess, 'Then enable again.'],
  },
  'win-send-data-failed': {
    meaning:
      'The platform refused the encryption data of this run. Microsoft names faults of vault, key, names and network as causes.',
    next: [
      steps.checkVault,
      steps.checkVaultAccess,
      'Look for typing errors and special characters in names and resource IDs, then enable again.',
    ],
  },
  'win-onenable-exception': {
    meaning: 'The extension failed right at the start of enable. The exception in the text is the only clue.',
    next: [
      'Enable again once the exception is understood.',
      readLog,
      'If it comes back, reinstall the extension, but only while no volume is encrypted.',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
