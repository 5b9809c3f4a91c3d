import { describe, expect, it } from 'vitest'
import { readFragments } from '.'

const rowsOf = (text: string): readonly string[] =>
  readFragments(text.split('\n')).flatMap(({ rows }) => rows.map(({ subject, finding }) => `${subject} ${finding}`))

const id = '/subscriptions/s/resourceGroups/rg-lotus/providers/Microsoft.KeyVault/vaults/kv-lotus'
const url = 'https://kv-lotus.vault.azure.net'

describe('settings of a request', () => {
  it.each([
    [
      `  settings = <<SETTINGS\n{ "KeyVaultURL": "${id}",\n  "VolumeType": "All",`,
      ['VolumeType asked', 'KeyVaultURL not-a-vault-url'],
    ],
    [`"KeyVaultResourceId": "${url}/"`, ['KeyVaultResourceId not-a-vault-id']],
    [`"KekVaultResourceId" : "${url}"`, ['KekVaultResourceId not-a-vault-id']],
    [`"KeyEncryptionKeyURL": "${id}/keys/kek"`, ['KeyEncryptionKeyURL not-a-key-url']],
    [`"KeyEncryptionKeyURL": "${url}/keys/kek"`, ['KeyEncryptionKeyURL not-a-key-url']],
    [`"KeyEncryptionKeyURL": "${url}/"`, ['KeyEncryptionKeyURL not-a-key-url']],
  ])('names a value that stands in the place of another: %s', (text, rows) => {
    expect(rowsOf(text)).toEqual(rows)
  })

  it.each([
    `"KeyVaultURL": "${url}/", "KeyVaultResourceId": "${id}", "KekVaultResourceId": ""`,
    `"KeyEncryptionKeyURL": "${url}:443/keys/kek/0123456789abcdef0123456789abcdef"`,
    '"KeyVaultURL": "[parameters(\'vaultUrl\')]", "KeyEncryptionKeyURL": "${var.kek_url}", "KeyVaultResourceId": ""',
    '"KeyEncryptionKeyURL": null',
  ])('names none that fits, and no expression of a template: %s', (text) => {
    expect(rowsOf(text)).toEqual([])
  })
})
