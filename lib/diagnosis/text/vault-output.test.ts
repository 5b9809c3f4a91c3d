import { describe, expect, it } from 'vitest'
import { keyLossesIn } from './key-loss'

const vault = 'https://kv1.vault.azure.net'

describe('the output of Key Vault', () => {
  it.each([
    [
      'secrets that are deleted',
      `[{"contentType":"BEK","deletedDate":"2026-11-28","recoveryId":"${vault}/deletedsecrets/96816bef"}]`,
      'secret-deleted',
    ],
    [
      'the same by PowerShell',
      `Vault Name           : kv1\nId                   : ${vault}/secrets/96816bef/5330\nDeleted Date         : 11/28/2026`,
      'secret-deleted',
    ],
    ['keys that are deleted', `"recoveryId": "${vault}/deletedkeys/kek1"`, 'key-deleted'],
    [
      'vaults that are deleted',
      '"id": "/subscriptions/1/providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/kv1"',
      'vault-deleted',
    ],
    [
      'the same as a table',
      'Name  Location    DeletionDate  ScheduledPurgeDate\nkv1   westeurope  2026-11-28    2027-02-26',
      'vault-deleted',
    ],
    ['a disabled secret', 'Name      : 96816bef\nEnabled   : False\nContent Type : BEK', 'secret-disabled'],
    [
      'the same as a table',
      'Name     Enabled Expires ContentType\n96816bef   False         Wrapped BEK',
      'secret-disabled',
    ],
    ['the same in the portal', 'Enabled?\nNo\nContent type (optional)\nBEK', 'secret-disabled'],
    ['a disabled key', 'Key Type       : RSA\nVersion        : 5330\nEnabled        : False', 'key-disabled'],
    ['the same as a table', 'Name Enabled Expires KeyType\nkek1   False         RSA', 'key-disabled'],
    ['a key that Terraform deleted', 'azurerm_key_vault_key.kek: Destruction complete after 8s', 'key-deleted'],
    [
      'a secret that it deletes',
      'module.a["b"].azurerm_key_vault_secret.s: Still destroying... [10s elapsed]',
      'secret-deleted',
    ],
    ['a vault that it deletes', `azurerm_key_vault.kv1: Destroying... [id=/vaults/kv1]`, 'vault-deleted'],
    ['a key that PowerShell deleted', 'PS> Remove-AzKeyVaultKey -VaultName kv1 -Name kek -Force', 'key-deleted'],
    ['a secret that PowerShell deleted', 'PS> Remove-AzKeyVaultSecret -VaultName kv1 -Name s', 'secret-deleted'],
    ['a deletion over HTTP', `DELETE ${vault}/secrets/96816bef?api-version=7.4`, 'secret-deleted'],
    ['a refused read of an expired secret', 'Operation get is not allowed on an expired secret.', 'unclear'],
    ['a vault that is not here', "The vault 'kv1' doesn't exist in current subscription.", 'unclear'],
  ])('shows %s', (_name, text, loss) => {
    expect(keyLossesIn(text)).toEqual([loss])
  })

  it.each([
    ['an expired secret, which can still be read', `"id":"${vault}/secrets/a","attributes":{"expires":"2020-01-01"}`],
    ['an access policy that Terraform removed', 'azurerm_key_vault_access_policy.a: Destruction complete after 2s'],
    ['a key that it created', 'azurerm_key_vault_key.kek: Creation complete after 8s'],
    ['an enabled secret', 'Enabled   : True\nContent Type : BEK'],
    [
      'settings of a disk',
      'Enabled : False\nDiskEncryptionKey : Microsoft.Azure.Management.Compute.Models.KeyVaultRef',
    ],
    ['a vault for deployments', 'Enabled For Deployment? : False\nSku : Standard'],
  ])('shows no loss: %s', (_name, text) => {
    expect(keyLossesIn(text)).toEqual([])
  })
})

describe('a log of operations', () => {
  it.each([
    ['2026-11-29T08:59:00Z  Delete Key Vault  Succeeded', 'vault-deleted'],
    ['[{"what":"Delete Key Vault","who":"a@b","how":"Succeeded"}]', 'vault-deleted'],
    ['{"operationName":{"value":"Microsoft.KeyVault/vaults/delete"},"status":{"value":"Succeeded"}}', 'vault-deleted'],
    ['Microsoft.KeyVault/locations/deletedVaults/purge/action  Succeeded', 'purged'],
    ['"operationName":"SecretDelete","resultType":"Success"', 'secret-deleted'],
  ])('tells of a loss: %s', (text, loss) => {
    expect(keyLossesIn(text)).toEqual([loss])
  })

  it.each([
    '2026-11-29T08:59:00Z  Delete Key Vault  Failed',
    '2026-11-29T08:59:00Z  Delete Key Vault  Started',
    '"actions": ["Microsoft.KeyVault/vaults/delete"]',
  ])('tells of none: %s', (text) => {
    expect(keyLossesIn(text)).toEqual([])
  })
})

it.each(['kv1 was purged', 'kv1 is gone', 'the vault of vm1 was purged'])(
  'words about a vault by name are read: %s',
  (words) => {
    expect(keyLossesIn(words)).not.toEqual([])
  },
)
