import { az, powerShell, sequence } from '../commands/build'
import { act, azVault, keyParts, lines, named, own, psHere, psVault, registerFeature } from './parts'
import type { Step } from './types'
import type { StepKind } from './kinds'

const singlePassFeature = 'UnifiedDiskEncryptionForVMs'
const assignment = own('POLICY-ASSIGNMENT-ID')

/** Changes of the vault, its key, and their policies and locks. */
export const keySteps = {
  'enable-vault-for-disks': act('key-vault-contributor', 'harmless', (subject) => ({
    az: azVault(subject, 'keyvault update', ['enabled-for-disk-encryption', 'true']),
    powershell: psVault(
      subject,
      powerShell('Set-AzKeyVaultAccessPolicy', ['VaultName', named.vault(subject)], ['EnabledForDiskEncryption']),
    ),
  })),
  'enable-soft-delete': act('key-vault-contributor', ['irreversible'], (subject) => ({
    az: azVault(subject, 'keyvault update', ['set', 'properties.enableSoftDelete=true']),
    powershell: psVault(
      subject,
      '$vault = ',
      powerShell('Get-AzResource', ['ResourceId', named.vaultId(subject)]),
      '\n$vault.Properties | Add-Member -MemberType NoteProperty -Name enableSoftDelete -Value $true -Force\n',
      powerShell('Set-AzResource', ['ResourceId', named.vaultId(subject)]),
      ' -Properties $vault.Properties -Force',
    ),
  })),
  'let-platform-into-vault': act('key-vault-contributor', ['opens-network'], (subject) => ({
    az: azVault(subject, 'keyvault update', ['bypass', 'AzureServices']),
    powershell: psVault(
      subject,
      powerShell('Update-AzKeyVaultNetworkRuleSet', ['VaultName', named.vault(subject)], ['Bypass', 'AzureServices']),
    ),
  })),
  'create-vault-beside-vm': act('key-vault-contributor', 'harmless', (subject) => ({
    az: az(
      'keyvault create',
      ['name', own('NEW-KEY-VAULT-NAME')],
      ['resource-group', named.group(subject)],
      ['location', named.region(subject)],
      ['enabled-for-disk-encryption', 'true'],
      ['subscription', named.subscription(subject)],
    ),
    powershell: psHere(
      subject,
      powerShell(
        'New-AzKeyVault',
        ['VaultName', own('NEW-KEY-VAULT-NAME')],
        ['ResourceGroupName', named.group(subject)],
        ['Location', named.region(subject)],
        ['EnabledForDiskEncryption'],
      ),
    ),
  })),
  'recover-vault': act('key-vault-contributor', 'harmless', (subject) => ({
    az: lines([
      az('keyvault list-deleted', ['subscription', named.vaultSubscription(subject)], ['output', 'table']),
      az('keyvault recover', ['name', named.vault(subject)], ['subscription', named.vaultSubscription(subject)]),
    ]),
    powershell: psVault(
      subject,
      powerShell('Get-AzKeyVault', ['InRemovedState']),
      '\n',
      powerShell(
        'Undo-AzKeyVaultRemoval',
        ['VaultName', named.vault(subject)],
        ['ResourceGroupName', named.vaultGroup(subject)],
        ['Location', named.region(subject)],
      ),
    ),
  })),
  'recover-key': act('key-vault-crypto-officer', 'harmless', (subject) => {
    const { vault, name } = keyParts(subject)
    return {
      az: lines([
        az('keyvault key list-deleted', ['vault-name', vault], ['output', 'table']),
        az('keyvault key recover', ['vault-name', vault], ['name', name]),
      ]),
      powershell: lines([
        powerShell('Get-AzKeyVaultKey', ['VaultName', vault], ['InRemovedState']),
        powerShell('Undo-AzKeyVaultKeyRemoval', ['VaultName', vault], ['Name', name]),
      ]),
    }
  }),
  'enable-key-version': act('key-vault-crypto-officer', 'harmless', (subject) => {
    const { url, vault, name, version } = keyParts(subject)
    return {
      az: az('keyvault key set-attributes', ['id', url], ['enabled', 'true']),
      powershell: sequence(
        powerShell('Update-AzKeyVaultKey', ['VaultName', vault], ['Name', name], ['Version', version]),
        ' -Enable $true',
      ),
    }
  }),
  'extend-key-version': act('key-vault-crypto-officer', 'harmless', (subject) => {
    const { url, vault, name, version } = keyParts(subject)
    return {
      az: az('keyvault key set-attributes', ['id', url], ['expires', own('YYYY-MM-DDTHH:MM:SSZ')]),
      powershell: sequence(
        powerShell(
          'Update-AzKeyVaultKey',
          ['VaultName', vault],
          ['Name', name],
          ['Version', version],
          ['Expires', own('YYYY-MM-DDTHH:MM:SSZ')],
        ),
      ),
    }
  }),
  'create-key': act('key-vault-crypto-officer', 'harmless', (subject) => {
    const { name } = keyParts(subject)
    return {
      az: az(
        'keyvault key create',
        ['vault-name', named.vault(subject)],
        ['name', name],
        ['kty', 'RSA'],
        ['size', '4096'],
      ),
      powershell: powerShell(
        'Add-AzKeyVaultKey',
        ['VaultName', named.vault(subject)],
        ['Name', name],
        ['Destination', 'Software'],
        ['Size', '4096'],
      ),
    }
  }),
  'recover-secret': act('key-vault-secrets-officer', 'harmless', (subject) => ({
    az: lines([
      az('keyvault secret list-deleted', ['vault-name', named.vault(subject)], ['output', 'table']),
      az('keyvault secret recover', ['vault-name', named.vault(subject)], ['name', own('SECRET-NAME')]),
    ]),
    powershell: lines([
      powerShell('Get-AzKeyVaultSecret', ['VaultName', named.vault(subject)], ['InRemovedState']),
      powerShell('Undo-AzKeyVaultSecretRemoval', ['VaultName', named.vault(subject)], ['Name', own('SECRET-NAME')]),
    ]),
  })),
  'enable-secret-version': act('key-vault-secrets-officer', 'harmless', (subject) => ({
    az: az(
      'keyvault secret set-attributes',
      ['vault-name', named.vault(subject)],
      ['name', own('SECRET-NAME')],
      ['version', own('SECRET-VERSION')],
      ['enabled', 'true'],
    ),
    powershell: sequence(
      powerShell(
        'Update-AzKeyVaultSecret',
        ['VaultName', named.vault(subject)],
        ['Name', own('SECRET-NAME')],
        ['Version', own('SECRET-VERSION')],
      ),
      ' -Enable $true',
    ),
  })),
  // https://github.com/MicrosoftDocs/SupportArticles-docs/blob/1e37e72e/support/azure/virtual-machines/windows/extension-version-2.2-not-supported.md
  'register-single-pass': act('contributor', 'harmless', (subject) => registerFeature(subject, singlePassFeature)),
  'exempt-from-policy': act('resource-policy-contributor', 'harmless', (subject) => ({
    az: az(
      'policy exemption create',
      ['name', own('EXEMPTION-NAME')],
      ['policy-assignment', assignment],
      ['exemption-category', 'Waiver'],
      ['scope', named.vaultId(subject)],
    ),
    powershell: psVault(
      subject,
      '$assignment = ',
      powerShell('Get-AzPolicyAssignment', ['Id', assignment]),
      '\n',
      powerShell(
        'New-AzPolicyExemption',
        ['Name', own('EXEMPTION-NAME')],
        ['Scope', named.vaultId(subject)],
        ['ExemptionCategory', 'Waiver'],
      ),
      ' -PolicyAssignment $assignment',
    ),
  })),
  'remove-lock': act('user-access-administrator', ['removes-lock'], (subject) => ({
    // A lock of the subscription or of one resource is in no resource group: its id identifies it anywhere.
    az: az('lock delete', ['ids', named.lock(subject)]),
    powershell: psHere(subject, powerShell('Remove-AzResourceLock', ['LockId', named.lock(subject)])),
  })),
} satisfies Partial<Record<StepKind, Step>>
