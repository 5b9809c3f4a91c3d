import { describe, expect, it } from 'vitest'
import { commandText } from '../commands/build'
import type { CommandSubject } from '../commands/subject'
import type { CommandShell } from '../commands/types'
import { unknownSubject } from '../commands/unknown-subject'
import { stepFor, steps } from '.'
import { stepKinds, type StepKind } from './kinds'
import { keyParts } from './parts'
import { requestSteps } from './requests'
import type { StepRisk } from './types'

const known: CommandSubject = {
  ...unknownSubject,
  subscriptionId: 'sub',
  resourceGroup: 'shop',
  name: 'web',
  osType: 'Linux',
  extensionName: 'ade',
  extensionType: 'AzureDiskEncryptionForLinux',
  otherExtensionName: 'backup',
  vaultId: '/subscriptions/vaults/resourceGroups/keys/providers/Microsoft.KeyVault/vaults/kv',
  vaultName: 'kv',
  vaultUrl: 'https://kv.vault.azure.net/',
  volumeType: 'OS',
  keyUrl: 'https://keys.vault.azure.net/keys/kek/1',
  keyVaultId: '/vaults/keys',
}

function textOf(kind: StepKind, shell: CommandShell, subject: CommandSubject = known): string | null {
  const parts = stepFor(kind, subject).commands[shell]
  return parts === undefined ? null : commandText(parts)
}

type RequestKind = keyof typeof requestSteps
const kinds = stepKinds.filter((kind): kind is RequestKind => kind in requestSteps)

const vm = '--resource-group shop --name web'
const context = 'Set-AzContext -Subscription sub | Out-Null\n'
const ofVm = '-ResourceGroupName shop -VMName web'
const azKey = ' --key-encryption-key https://keys.vault.azure.net/keys/kek/1 --key-encryption-keyvault /vaults/keys'
const psKey = ' -KeyEncryptionKeyVaultId /vaults/keys -KeyEncryptionKeyUrl https://keys.vault.azure.net/keys/kek/1'
const azEnable = (rest: string) =>
  `az vm encryption enable ${vm} --disk-encryption-keyvault ${known.vaultId}${azKey} ${rest} --subscription sub`
const psVault = `-DiskEncryptionKeyVaultId ${known.vaultId} -DiskEncryptionKeyVaultUrl https://kv.vault.azure.net/`
const psEnable = (rest: string) =>
  `${context}Set-AzVMDiskEncryptionExtension ${ofVm} ${psVault}${psKey} ${rest} -SkipVmBackup -SequenceVersion (New-Guid)`
const azDelete = (name: string) =>
  `az vm extension delete --resource-group shop --vm-name web --name ${name} --subscription sub`
const psRemove = (cmdlet: string, name: string) => `${context}${cmdlet} ${ofVm} -Name ${name}`

/** The text that a user copies for each request: for Azure CLI and for Azure PowerShell. */
const texts: Readonly<Record<RequestKind, readonly [string | null, string]>> = {
  'enable-again': [azEnable('--volume-type OS'), psEnable('-VolumeType OS')],
  'enable-single-pass': [azEnable('--volume-type OS'), psEnable('-VolumeType OS')],
  'enable-with-right-vault': [
    `az vm encryption enable ${vm} --disk-encryption-keyvault '<KEY-VAULT-RESOURCE-ID>' --key-encryption-key '<KEY-URL>' --key-encryption-keyvault '<KEY-VAULT-OF-KEY-RESOURCE-ID>' --volume-type OS --subscription sub`,
    `${context}Set-AzVMDiskEncryptionExtension ${ofVm} -DiskEncryptionKeyVaultId '<KEY-VAULT-RESOURCE-ID>' -DiskEncryptionKeyVaultUrl '<KEY-VAULT-URL>' -KeyEncryptionKeyVaultId '<KEY-VAULT-OF-KEY-RESOURCE-ID>' -KeyEncryptionKeyUrl '<KEY-URL>' -VolumeType OS -SkipVmBackup -SequenceVersion (New-Guid)`,
  ],
  'enable-for-all-volumes': [azEnable('--volume-type All'), psEnable('-VolumeType All')],
  'enable-data-only': [azEnable('--volume-type Data'), psEnable('-VolumeType Data')],
  'enable-format-all': [
    azEnable('--volume-type All --encrypt-format-all'),
    psEnable('-VolumeType All -EncryptFormatAll'),
  ],
  'disable-encryption': [
    `az vm encryption disable ${vm} --volume-type Data --subscription sub`,
    `${context}Disable-AzVMDiskEncryption ${ofVm} -VolumeType Data`,
  ],
  'remove-extension-after-disable': [azDelete('ade'), psRemove('Remove-AzVMDiskEncryptionExtension', 'ade')],
  'remove-wrong-extension': [azDelete("'<EXTENSION-NAME>'"), psRemove('Remove-AzVMExtension', "'<EXTENSION-NAME>'")],
  'remove-dual-pass-extension': [azDelete('ade'), psRemove('Remove-AzVMExtension', 'ade')],
  'remove-other-extension': [azDelete('backup'), psRemove('Remove-AzVMExtension', 'backup')],
  'migrate-to-single-pass': [null, `${context}Set-AzVMDiskEncryptionExtension ${ofVm} -Migrate`],
}

const risks: Readonly<Record<RequestKind, readonly StepRisk[]>> = {
  'enable-again': ['restart', 'irreversible-os-encryption', 'changes-key'],
  'enable-single-pass': ['restart', 'irreversible-os-encryption', 'changes-key'],
  'enable-with-right-vault': ['restart', 'irreversible-os-encryption', 'changes-key'],
  'enable-for-all-volumes': ['restart', 'irreversible-os-encryption', 'changes-key'],
  'enable-data-only': ['restart', 'changes-key'],
  'enable-format-all': ['erases-data-disks', 'restart', 'irreversible-os-encryption', 'changes-key'],
  'disable-encryption': ['restart', 'unprotects-data'],
  'remove-extension-after-disable': ['removes-extension'],
  'remove-wrong-extension': ['removes-extension'],
  'remove-dual-pass-extension': ['removes-extension'],
  'remove-other-extension': ['removes-other-extension'],
  'migrate-to-single-pass': ['restart'],
}

describe('a request of disk encryption', () => {
  it.each(kinds)('%s has these commands and these risks, for a contributor', (kind) => {
    expect([textOf(kind, 'az'), textOf(kind, 'powershell')]).toEqual(texts[kind])
    const { phase, readOnly, right } = steps[kind]
    expect({ phase, readOnly, right, risks: steps[kind].risks }).toEqual({
      phase: 'do',
      readOnly: false,
      right: 'virtual-machine-contributor',
      risks: risks[kind],
    })
  })

  it('of dual pass goes by PowerShell alone, names the application, and warns of the deallocation', () => {
    const dual = { ...known, isDualPass: true, applicationId: 'app' }
    for (const kind of kinds.filter((each) => risks[each].includes('changes-key') && each !== 'enable-single-pass')) {
      expect(textOf(kind, 'az', dual), kind).toBeNull()
      expect(textOf(kind, 'powershell', dual), kind).toMatch(/ -AadClientID app .* -AadClientSecret \(Read-Host /)
      expect(stepFor(kind, dual).risks, kind).toEqual([...risks[kind], 'deallocates-with-settings', 'needs-key'])
      expect(textOf(kind, 'powershell'), kind).not.toMatch(/Aad/)
    }
    const certified = textOf('enable-again', 'powershell', { ...dual, applicationCertificate: 'AB12' })
    expect(certified).toContain(' -AadClientID app -AadClientCertThumbprint AB12 ')
    expect(certified).not.toContain('Secret')
    expect(textOf('disable-encryption', 'az', dual)).toBeNull()
    expect(textOf('enable-single-pass', 'az', dual)).toBe(texts['enable-single-pass'][0])
    expect(stepFor('enable-single-pass', dual).risks).toEqual(risks['enable-single-pass'])
  })

  it.each(kinds)('%s warns only on Linux of an OS disk that cannot be decrypted, and not for data volumes', (kind) => {
    const warns = (subject: Partial<CommandSubject>) =>
      stepFor(kind, { ...known, ...subject }).risks.includes('irreversible-os-encryption')
    expect(warns({ osType: 'Windows' })).toBe(false)
    expect(warns({})).toBe(risks[kind].includes('irreversible-os-encryption'))
    expect(warns({ volumeType: 'Data' })).toBe(kind === 'enable-for-all-volumes')
  })

  it("formats with the VM's volume type or a wider one: Azure refuses the rest", () => {
    const typeFor = (volumeType: string | null) =>
      / --volume-type (\S+)/.exec(textOf('enable-format-all', 'az', { ...known, volumeType }) ?? '')?.[1]
    expect([typeFor('OS'), typeFor('All'), typeFor('Data'), typeFor(null)]).toEqual([
      'All',
      'All',
      'Data',
      "'<DATA-OR-ALL>'",
    ])
  })

  it.each(kinds)('%s names no key encryption key where the VM has none', (kind) => {
    const withoutKey = { ...known, keyUrl: null, keyVaultId: null }
    for (const shell of ['az', 'powershell'] as const) {
      const asked = textOf(kind, shell)?.replaceAll(/ --?key-?encryption\S+ \S+/gi, '') ?? null
      expect(textOf(kind, shell, withoutKey)).toBe(asked)
    }
  })

  it("is proved by the extension's report and by the cmdlet", () => {
    expect(textOf('read-status-again', 'az')).toBe(
      `az vm get-instance-view ${vm} --query 'instanceView.extensions[].{name:name,status:statuses[0].message,volumes:substatuses[0].message}' --output json --subscription sub`,
    )
    expect(textOf('read-status-again', 'powershell')).toBe(`${context}Get-AzVMDiskEncryptionStatus ${ofVm}`)
  })
})

describe('the names in commands', () => {
  it('use the subscription and resource group of the vault, where these differ', () => {
    expect(textOf('enable-vault-for-disks', 'az')).toMatch(/ --name kv --resource-group keys .*--subscription vaults$/)
    const unread = { ...known, vaultId: null, vaultName: null }
    expect(textOf('enable-vault-for-disks', 'az', unread)).toMatch(
      / --name '<KEY-VAULT-NAME>' --resource-group '<KEY-VAULT-RESOURCE-GROUP>' .*--subscription sub$/,
    )
  })

  it("use the extension's type where its name was not read", () => {
    expect(textOf('remove-extension-after-disable', 'az', { ...known, extensionName: null })).toBe(
      azDelete('AzureDiskEncryptionForLinux'),
    )
  })

  it('become a placeholder where they are unknown', () => {
    const reported = (['az', 'powershell'] as const).flatMap((shell) =>
      stepKinds.flatMap((kind) => textOf(kind, shell, unknownSubject)?.match(/<[^>]*>/g) ?? []),
    )
    const names = ['APPLICATION-ID', 'DENY-RULE-NAME', 'DISK-RESOURCE-GROUP', 'EXTENSION-NAME', 'KEY-NAME', 'KEY-URL']
    const more = ['KEY-VAULT-NAME', 'KEY-VAULT-RESOURCE-GROUP', 'KEY-VAULT-RESOURCE-ID', 'KEY-VAULT-URL', 'KEY-VERSION']
    const network = ['NETWORK-INTERFACE-NAME', 'NETWORK-INTERFACE-RESOURCE-GROUP', 'SECURITY-GROUP-NAME', 'LOCK-ID']
    const machine = ['OS-DISK-NAME', 'OTHER-EXTENSION-NAME', 'REGION', 'RESOURCE-GROUP', 'SUBSCRIPTION-ID', 'VM-NAME']
    for (const name of [...names, ...more, ...network, ...machine, 'VM-SIZE', 'VOLUME-TYPE'])
      expect(reported, name).toContain(`<${name}>`)
    expect(reported).not.toContain('<>')
  })

  it.each([
    ['https://keys.vault.azure.net/keys/kek-1/0d5f2a7c9b3e4f6a', ['keys', 'kek-1', '0d5f2a7c9b3e4f6a']],
    ['https://keys.vault.azure.net/keys/kek', ['keys', 'kek', null]],
    ['https://keys.vault.azure.net/secrets/kek/1', [null, null, null]],
    ['https://keys.vault.azure.net/keys/kek/1/2', [null, null, null]],
    ['https://keys.vault.azure.net/a/keys/kek/1', [null, null, null]],
    ['https://ke_ys.vault.azure.net/keys/kek/1', [null, null, null]],
    ['see https://keys.vault.azure.net/keys/kek/1', [null, null, null]],
    [null, [null, null, null]],
  ])('contain the parts of the key %s', (keyUrl, parts) => {
    const { url, vault, name, version } = keyParts({ ...known, keyUrl })
    expect([url.value, vault.value, name.value, version.value]).toEqual([keyUrl, ...parts])
  })
})

describe('what is typed inside the VM', () => {
  const shellsOn = (kind: StepKind, osType: CommandSubject['osType']) =>
    Object.keys(stepFor(kind, { ...known, osType }).commands)

  it.each<[StepKind, readonly string[], readonly string[]]>([
    ['see-selinux', ['guest-bash'], []],
    ['see-bitlocker-policy', [], ['guest-powershell']],
    ['see-encryption-inside', ['guest-bash'], ['guest-powershell']],
    ['update-agent', ['guest-bash'], ['guest-powershell']],
  ])('matches the operating system: %s', (kind, linux, windows) => {
    expect(shellsOn(kind, 'Linux')).toEqual(linux)
    expect(shellsOn(kind, 'Windows')).toEqual(windows)
    expect(shellsOn(kind, null)).toEqual([...linux, ...windows])
  })

  it('has no risk but a sign-in during the copy where it only reads, and what has no command changes nothing or names its risk', () => {
    for (const kind of stepKinds) {
      const { right, readOnly, risks: reported, commands } = steps[kind]
      if (right === 'guest-administrator' && readOnly) expect(reported, kind).toEqual(['never-during-os-encryption'])
      if (right === 'guest-administrator' && !readOnly) expect(steps[kind].phase, kind).toBe('do')
      if (commands === null) expect(readOnly, kind).toBe(reported.length === 0)
      if (readOnly && right !== 'guest-administrator') expect(reported, kind).toEqual([])
    }
    expect(steps['stop-services'].readOnly).toBe(false)
  })
})
