import { describe, expect, it } from 'vitest'
import { explainAny } from './explain-any'

const vault = '/subscriptions/s/resourceGroups/rg-harbor/providers/Microsoft.KeyVault/vaults/kv-harbor'
const settings = `"encryptionSettings":[{"enabled":true,"diskEncryptionKey":{"secretUrl":"https://kv-harbor.vault.azure.net/secrets/s/1","sourceVault":{"id":"${vault}"}}}]`

/** Parts of answers and outputs of tools, with what each of their lines is evidence of, and nothing beyond it. */
const parts: Readonly<Record<string, readonly [paste: string, ...findings: string[]]>> = {
  'a list of sub-statuses': [
    String.raw`"substatuses": [{"code":"ComponentStatus/Microsoft.Azure.Security.AzureDiskEncryptionForLinux/succeeded","level":"Info","message":"{\"os\":\"Encrypted\",\"data\":\"NotMounted\"}"}]`,
    'substatus os says-encrypted',
    'substatus data says-not-mounted',
  ],
  // Azure writes the settings before the first block is encrypted.
  'a disk alone': [
    `{"name":"os-lotus",${settings},"statuses":[{"code":"EncryptionState/encrypted","displayStatus":"Encryption is enabled on disk"}]}`,
    'disk os-lotus stamp-encrypted',
  ],
  // A request that Azure accepted: nothing here is about a disk.
  'an extension alone': [
    '{"name":"AzureDiskEncryptionForLinux","properties":{"provisioningState":"Succeeded","publisher":"Microsoft.Azure.Security","type":"AzureDiskEncryptionForLinux","settings":{"EncryptionOperation":"EnableEncryption","VolumeType":"All"}}}',
    'request-settings EncryptionOperation asked',
    'request-settings VolumeType asked',
    'extension AzureDiskEncryptionForLinux operation-ended',
  ],
  // A mapping that is open, and a file system mounted without one; the partition below the mapping says nothing.
  lsblk: [
    'NAME MAJ:MIN RM SIZE RO TYPE MOUNTPOINT\nsda 8:0 0 30G 0 disk\n├─sda1 8:1 0 29.9G 0 part\n│ └─osencrypt 253:0 0 29.9G 0 crypt /\nsdc 8:32 0 64G 0 disk\n└─sdc1 8:33 0 64G 0 part /data',
    'lsblk osencrypt crypt-open',
    'lsblk sdc1 mounted-plain',
  ],
  // Encrypted without protection is not protected.
  'manage-bde': [
    'Volume C: [Windows]\n[OS Volume]\n    Size: 126.45 GB\n    Conversion Status: Fully Encrypted\n    Percentage Encrypted: 100.0%\n    Protection Status: Protection Off\n    Lock Status: Unlocked',
    'manage-bde C: fully-encrypted-unprotected',
  ],
}

describe('a part of an answer, without a VM around it', () => {
  it.each(Object.keys(parts))('is evidence of what it states, and of no state of a VM: %s', (name) => {
    const [paste, ...findings] = parts[name] ?? ['']
    const read = explainAny(paste)
    if (read.kind !== 'text') throw new Error(`read as ${read.kind}`)
    const found = read.fragments.flatMap(({ kind, rows }) =>
      rows.map(({ subject, finding }) => `${kind} ${subject} ${finding}`),
    )
    expect(found).toEqual(findings)
    expect(read.text.problems).toEqual([])
  })

  it('is read for each VM of an array alone, and claims nothing without a report', () => {
    const vm = (name: string, osType: string) => ({
      name,
      id: `/subscriptions/s/resourceGroups/rg-harbor/providers/Microsoft.Compute/virtualMachines/${name}`,
      storageProfile: { osDisk: { osType, name: `os-${name}` }, dataDisks: [] },
    })
    const read = explainAny(JSON.stringify([vm('vm-lotus', 'Linux'), vm('vm-reed', 'Windows')]))
    if (read.kind !== 'vms') throw new Error(`read as ${read.kind}`)
    const states = read.vms.map((each) => 'explained' in each && each.explained.explanation.os.state)
    expect(states).toEqual(['unknown', 'unknown'])
  })
})
