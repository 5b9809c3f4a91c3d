import { describe, expect, it } from 'vitest'
import { explainAny } from './explain-any'

const block =
  'OsVolumeEncrypted          : EncryptionInProgress\nDataVolumesEncrypted       : NotMounted\nProgressMessage            : OS disk encryption started'
const texts: readonly (readonly [string, string])[] = [
  ['a block of a cmdlet', block],
  ['a sub-status', '{"os":"Encrypted","data":"NotMounted"}'],
  [
    'a table of lsblk',
    'NAME MAJ:MIN RM SIZE RO TYPE MOUNTPOINT\nsda 8:0 0 30G 0 disk\n`-osencrypt 253:0 0 29G 0 crypt /',
  ],
  [
    'manage-bde',
    'Volume C: []\n[OS Volume]\n\n    Size:                 126.51 GB\n    Conversion Status:    Fully Encrypted\n    Percentage Encrypted: 100.0%\n    Protection Status:    Protection On\n    Lock Status:          Unlocked\n',
  ],
]

describe('a JSON string, as Azure CLI prints one value', () => {
  it.each(texts)('is read as its content: %s', (_name, text) => {
    const bare = explainAny(text)
    expect(bare.kind).not.toBe('none')
    expect(explainAny(JSON.stringify(text))).toEqual(bare)
    expect(explainAny(`$ az vm get-instance-view --query x\n${JSON.stringify(text)}\n`).kind).toBe(bare.kind)
  })

  it('keeps the strings of a document', () => {
    const vm = {
      name: 'vm-lotus',
      tags: { note: 'a\nb' },
      properties: { storageProfile: { osDisk: { osType: 'Linux' } } },
    }
    expect(explainAny(JSON.stringify(vm, null, 2)).kind).toBe('vm')
  })
})
