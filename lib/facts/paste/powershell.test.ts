import { describe, expect, it } from 'vitest'
import { explainAny } from '@/lib/diagnosis/text/explain-any'
import { readStatusBlocks } from './powershell'

const block = (os: string, message: string): string =>
  `OsVolumeEncrypted          : ${os}\nDataVolumesEncrypted       : NotMounted\nProgressMessage            : ${message}\n`
const done = block('Encrypted', 'Encryption succeeded for all volumes')
const running = block('EncryptionInProgress', 'OS disk encryption started')

describe('blocks below heads that name a VM', () => {
  it.each([
    ['VM: vm-lotus\n', 'VM: vm-harbor\n'],
    ['VMName                     : vm-lotus\n', 'VMName                     : vm-harbor\n'],
    ['Name : vm-lotus\n', 'Name : vm-harbor\n'],
  ])('keep their own evidence: %j', (first, second) => {
    const read = explainAny(`${first}${done}\n${second}${running}`)
    if (read.kind !== 'vms') throw new Error(`read as ${read.kind}`)
    const found = read.vms.map(({ explained, troubleshooting }) => [
      explained.explanation.vm.name,
      explained.explanation.state,
      troubleshooting.problems.some(({ kind }) => kind === 'reports-contradict'),
    ])
    expect(found).toEqual([
      ['vm-lotus', 'encrypted-unverified', false],
      ['vm-harbor', 'encrypting', false],
    ])
  })

  it('name none where one of them has no head, or only one stands alone', () => {
    expect(readStatusBlocks(`VM: vm-lotus\n${done}\n${running}`).map(({ name }) => name)).toEqual([null, null])
    expect(readStatusBlocks(`VM: vm-lotus\n${done}`).map(({ name }) => name)).toEqual([null])
  })

  it('of one VM are held against each other', () => {
    const read = explainAny(`VM: vm-lotus\n${done}\nVM: vm-lotus\n${running}`)
    if (read.kind !== 'vms') throw new Error(`read as ${read.kind}`)
    expect(read.vms.every(({ troubleshooting }) => !troubleshooting.changesAllowed)).toBe(true)
  })
})
