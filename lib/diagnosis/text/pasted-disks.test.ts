import { describe, expect, it } from 'vitest'
import { explainAny } from './explain-any'

const disk = (more: object): string =>
  JSON.stringify({ id, name: 'vm1_OsDisk_1', diskState: 'Attached', ...more }, null, 2)
const id = '/subscriptions/s/resourceGroups/RG/providers/Microsoft.Compute/disks/vm1_OsDisk_1'

const rowsOf = (text: string) => {
  const read = explainAny(text)
  return read.kind !== 'vm' && 'fragments' in read
    ? read.fragments.flatMap(({ rows }) => rows.map(({ finding }) => finding))
    : read.kind
}

describe('a disk alone', () => {
  it.each([
    [{ encryptionSettingsCollection: { enabled: true, encryptionSettings: [] } }, ['stamp-encrypted']],
    [{ properties: { encryptionSettingsCollection: { enabled: true } } }, ['stamp-encrypted']],
    [{ encryptionSettingsCollection: { enabled: false } }, ['stamp-not-encrypted']],
    [{ encryptionSettingsCollection: null }, ['stamp-absent']],
    [{}, ['stamp-absent']],
    // Chosen fields, and a template.
    [{ diskState: undefined }, 'none'],
    [{ id: "[parameters('disk')]", encryptionSettingsCollection: { enabled: true } }, 'none'],
  ])('shows its key settings: %j', (more, expected) => {
    expect(rowsOf(disk(more))).toEqual(expected)
  })
})

describe('an address in a setting', () => {
  const address =
    '"secretUrl": "https://kv1.vault.azure.net/secrets/96816bef-7edf-4f86-aca3-2b1a54226af2/5330c5df289e4475bec5b8ffe17969ca",'
  const kindsOf = (text: string) => {
    const read = explainAny(text)
    return read.kind === 'text' ? read.text.messages.map(({ kind }) => kind) : read.kind
  }

  it('is no message, and displaces none', () => {
    expect(kindsOf(address)).not.toContain('dual-secret-url')
    expect(kindsOf(`OS disk encryption started\n${address}`)).toEqual(['linux-os-encryption-started'])
  })

  it('is the message of the first dual pass where it stands as a message', () => {
    expect(kindsOf(address.replace('secretUrl', 'message'))).toContain('dual-secret-url')
  })
})
