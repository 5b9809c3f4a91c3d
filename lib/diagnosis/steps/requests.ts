import { powerShell, sequence } from '../commands/build'
import type { CommandSubject } from '../commands/subject'
import type { Commands } from '../commands/types'
import { fill, type Filled, type Word } from '../commands/values'
import { act, azHere, azVm, named, own, psHere, psOfVm, type Parts } from './parts'
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
 */
function enable(subject: CommandSubject, request: Request): Commands {
  const powershell = enableByCmdlet(subject, request)
  return subject.isDualPass ? { powershell } : { az: enableByAz(subject, request), powershell }
}

/**
 * Only for single pass: of a VM with dual pass, azure-cli 2.74 updates the model without the VM's name, which fails, and
 * after it has deallocated a VM with key settings.
 * https://github.com/Azure/azure-cli/blob/azure-cli-2.74.0/src/azure-cli/azure/cli/command_modules/vm/disk_encryption.py
 */
function enableByAz(subject: CommandSubject, { volumeType, format = false }: Request): Parts {
  const key = keyOptions(subject)
  return azVm(
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
    ...(format ? ([['encrypt-format-all']] as const) : []),
  )
}

/** The application of dual pass and its certificate, where it has one. */
function applicationOf(subject: CommandSubject): readonly (readonly [string, Filled])[] {
  if (!subject.isDualPass) return []
  const { applicationCertificate: thumbprint } = subject
  const certificate = [['AadClientCertThumbprint', fill(thumbprint, 'CERTIFICATE-THUMBPRINT')]] as const
  return [['AadClientID', named.application(subject)], ...(thumbprint === null ? [] : certificate)]
}

/**
 * For both: on a VM with dual pass, a request without the application is refused. It signs in with the certificate that
 * the last request names, otherwise with a secret: that is asked for, so that it stays out of the shell's history.
 * https://github.com/Azure/azure-powershell/blob/6706dfa687fa0291772ff2b4a338579219bf0472/src/Compute/Compute/Extension/AzureDiskEncryption/SetAzureDiskEncryptionExtension.cs
 */
function enableByCmdlet(subject: CommandSubject, { volumeType, format = false }: Request): Parts {
  const key = keyOptions(subject)
  return psHere(
    subject,
    psOfVm(
      subject,
      'Set-AzVMDiskEncryptionExtension',
      ...applicationOf(subject),
      ['DiskEncryptionKeyVaultId', named.vaultId(subject)],
      ['DiskEncryptionKeyVaultUrl', fill(subject.vaultUrl, 'KEY-VAULT-URL')],
      ...(key === null
        ? []
        : ([
            ['KeyEncryptionKeyVaultId', key.vault],
            ['KeyEncryptionKeyUrl', key.url],
          ] as const)),
      ['VolumeType', volumeType],
      ...(format ? ([['EncryptFormatAll']] as const) : []),
      ['SkipVmBackup'],
    ),
    subject.isDualPass && subject.applicationCertificate === null
      ? " -AadClientSecret (Read-Host 'Application secret')"
      : '',
    ' -SequenceVersion (New-Guid)',
  )
}

/**
 * A request may repeat the former volume type or widen it to `All`; any other is refused.
 * https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/check_util.py
 */
function typeWithData({ volumeType }: CommandSubject): Word {
  if (volumeType === null) return own('DATA-OR-ALL')
  return volumeType === 'Data' ? 'Data' : 'All'
}

/**
 * Linux decrypts data volumes only; Windows decrypts all. Of a VM with dual pass, azure-cli 2.74 names the version as the
 * type of the extension.
 * https://github.com/Azure/azure-cli/blob/azure-cli-2.74.0/src/azure-cli/azure/cli/command_modules/vm/disk_encryption.py
 */
function disable(subject: CommandSubject): Commands {
  const type = subject.osType === 'Windows' ? 'All' : 'Data'
  const powershell = psHere(subject, psOfVm(subject, 'Disable-AzVMDiskEncryption', ['VolumeType', type]))
  return subject.isDualPass
    ? { powershell }
    : { az: azVm(subject, 'vm encryption disable', ['volume-type', type]), powershell }
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
  'enable-single-pass': act(contributor, ['restart', 'irreversible-os-encryption', 'changes-key'], (subject) =>
    enable({ ...subject, isDualPass: false }, { volumeType: fill(subject.volumeType, 'VOLUME-TYPE') }),
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
  'remove-dual-pass-extension': act(contributor, ['removes-extension'], (subject) =>
    removeExtension(subject, named.extension(subject)),
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
