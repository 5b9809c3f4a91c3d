import { describe, expect, it } from 'vitest'
import { explainAny } from '@/lib/diagnosis/text/explain-any'
import { withoutExamples } from './examples'

const block = 'OsVolumeEncrypted : Encrypted\nDataVolumesEncrypted : Encrypted\nProgressMessage : Encryption succeeded'

describe('an output that a text announces', () => {
  it.each([
    ['a plan', `Tonight we encrypt the VM. Afterwards we expect:\n${block}`],
    ['a document', `## Verify\nRun the cmdlet. Expected output:\n\`\`\`\n${block}\n\`\`\`\nThen restart.`],
    ['an empty line between', `The status should read as follows:\n\n${block}`],
    ['an answer', `After the restart it will show this:\n\n~~~text\n${block}\n~~~`],
    ['Japanese', `作業後の出力例:\n${block}`],
    ['Japanese, a plan', `完了後は次のように表示されるはずです。\n${block}`],
  ])('is no state of a VM: %s', (_, text) => {
    expect(explainAny(text).kind).toBe('none')
  })

  it.each([
    ['a report', `This is what I see:\n${block}`],
    ['a report against the expected one', `It should show Encrypted, but shows:\n${block}`],
    ['a contradiction', `Expected result: all encrypted. Instead I got:\n${block}`],
    ['nothing', block],
    ['Japanese', `次のように表示されます:\n${block}`],
    ['a prompt', `PS C:\\> Get-AzVMDiskEncryptionStatus -ResourceGroupName rg -VMName vm\n\n${block}`],
  ])('is not taken for an example with %s', (_, text) => {
    expect(explainAny(text).kind).toBe('vm')
    expect(withoutExamples(text)).toBe(text)
  })

  it('leaves what was really printed below it', () => {
    const text = `Expected output:\n${block}\n\nActual output:\n${block.replace('OsVolumeEncrypted : Encrypted', 'OsVolumeEncrypted : EncryptionInProgress')}`
    const read = explainAny(text)
    expect(read.kind === 'vm' && read.explained.explanation.os.state).toBe('encrypting')
  })

  it('is searched in time that grows with the text', () => {
    const text = 'Expected output:\n'.repeat(100_000)
    expect(withoutExamples(text).length).toBeLessThanOrEqual(text.length)
  })
})
