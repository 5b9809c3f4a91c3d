import { powerShell, sequence } from '../commands/build'
import type { CommandSubject } from '../commands/subject'
import type { Commands } from '../commands/types'
import { fill, type Filled, type Word } from '../commands/values'
import { act, azHere, azVm, named, own, psHere, psOfVm } from './parts'
import type { Step } from './types'
import type { StepKind } from './kinds'

const contributor = 'virtual-machine-contributor'

interface Request {
  readonly volumeType: Word
  readonly format?: boolean
}

/** The same request with a vault and a key that the reader names, because the requested ones are wrong. */
const withoutVault = (subject: CommandSubject): CommandSubject => ({
  ...subject,
  vaultId: null,
  vaultUrl: null,
  vaultName: null,
  keyUrl: subject.keyUrl === null ? null : '',
  keyVaultId: null,
})

/** The address and the id of a key's vault belong together; without a key encryption key both are omitted. */
function keyOptions(subject: CommandSubject): { readonly url: Filled; readonly vault: Filled } | null {
  if (subject.keyUrl === null) return null
  return { url: fill(subject.keyUrl, 'KEY-URL'), vault: fill(subject.keyVaultId, 'KEY-VAULT-OF-KEY-RESOURCE-ID') }
}

/**
 * A request to encrypt. Azure CLI creates the sequence version; for PowerShell the reader supplies it, since a repeated
 * one does nothing. https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux
 * On a VM with dual pass both refuse a request without the application.
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux-aad
 */
function enable(subject: CommandSubject, { volumeType, format = false }: Request): Commands {
  const key = keyOptions(subject)
  return {
    az: azVm(
      subject,
      'vm encryption enable',
      ['disk-encryption-keyvault', named.vaultId(subject)],
      ...(key === null
        ? []
        : ([
            ['key-encryption-key', key.url],
            ['key-encryption-keyvault', key.vault],
          ] as const)),
      ['volume-type', volumeType],
      ...(subject.isDualPass
        ? ([
            ['aad-client-id', named.application(subject)],
            ['aad-client-secret', own('APPLICATION-SECRET')],
          ] as const)
        : []),
      ...(format ? ([['encrypt-format-all']] as const) : []),
    ),
    powershell: psHere(
      subject,
      psOfVm(
        subject,
        'Set-AzVMDiskEncryptionExtension',
        ['DiskEncryptionKeyVaultId', named.vaultId(subject)],
        ['DiskEncryptionKeyVaultUrl', fill(subject.vaultUrl, 'KEY-VAULT-URL')],
        ...(key === null
          ? []
          : ([
              ['KeyEncryptionKeyVaultId', key.vault],
              ['KeyEncryptionKeyUrl', key.url],
            ] as const)),
        ['VolumeType', volumeType],
        ...(subject.isDualPass
          ? ([
              ['AadClientID', named.application(subject)],
              ['AadClientSecret', own('APPLICATION-SECRET')],
            ] as const)
          : []),
        ...(format ? ([['EncryptFormatAll']] as const) : []),
        ['SkipVmBackup'],
      ),
      ' -SequenceVersion (New-Guid)',
    ),
  }
}

/**
 * A request may repeat the former volume type or widen it to `All`; any other is refused.
 * https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/check_util.py
 */
function typeWithData({ volumeType }: CommandSubject): Word {
  if (volumeType === null) return own('DATA-OR-ALL')
  return volumeType === 'Data' ? 'Data' : 'All'
}

/** Linux decrypts data volumes only; Windows decrypts all. */
function disable(subject: CommandSubject): Commands {
  const type = subject.osType === 'Windows' ? 'All' : 'Data'
  return {
    az: azVm(subject, 'vm encryption disable', ['volume-type', type]),
    powershell: psHere(subject, psOfVm(subject, 'Disable-AzVMDiskEncryption', ['VolumeType', type])),
  }
}

function removeExtension(subject: CommandSubject, name: Filled): Commands {
  return {
    az: azHere(
      subject,
      'vm extension delete',
      ['resource-group', named.group(subject)],
      ['vm-name', named.vm(subject)],
      ['name', name],
    ),
    powershell: psHere(subject, psOfVm(subject, 'Remove-AzVMExtension', ['Name', name])),
  }
}

/** Requests to Azure Disk Encryption. */
export const requestSteps = {
  'enable-again': act(contributor, ['restart', 'irreversible-os-encryption', 'changes-key'], (subject) =>
    enable(subject, { volumeType: fill(subject.volumeType, 'VOLUME-TYPE') }),
  ),
  'enable-with-right-vault': act(contributor, ['restart', 'irreversible-os-encryption', 'changes-key'], (subject) =>
    enable(withoutVault(subject), { volumeType: fill(subject.volumeType, 'VOLUME-TYPE') }),
  ),
  'enable-for-all-volumes': act(contributor, ['restart', 'irreversible-os-encryption', 'changes-key'], (subject) =>
    enable(subject, { volumeType: 'All' }),
  ),
  'enable-data-only': act(contributor, ['restart', 'changes-key'], (subject) =>
    enable(subject, { volumeType: 'Data' }),
  ),
  'enable-format-all': act(
    contributor,
    ['erases-data-disks', 'restart', 'irreversible-os-encryption', 'changes-key'],
    (subject) => enable(subject, { volumeType: typeWithData(subject), format: true }),
  ),
  'disable-encryption': act(contributor, ['restart', 'unprotects-data'], disable),
  'remove-extension-after-disable': act(contributor, ['removes-extension'], (subject) => ({
    ...removeExtension(subject, named.extension(subject)),
    powershell: psHere(
      subject,
      psOfVm(subject, 'Remove-AzVMDiskEncryptionExtension', ['Name', named.extension(subject)]),
    ),
  })),
  'remove-wrong-extension': act(contributor, ['removes-extension'], (subject) =>
    removeExtension(subject, own('EXTENSION-NAME')),
  ),
  'remove-other-extension': act(contributor, ['removes-other-extension'], (subject) =>
    removeExtension(subject, named.otherExtension(subject)),
  ),
  'migrate-to-single-pass': act(contributor, ['restart'], (subject) => ({
    powershell: psHere(
      subject,
      sequence(
        powerShell(
          'Set-AzVMDiskEncryptionExtension',
          ['ResourceGroupName', named.group(subject)],
          ['VMName', named.vm(subject)],
          ['Migrate'],
        ),
      ),
    ),
  })),
} satisfies Partial<Record<StepKind, Step>>
