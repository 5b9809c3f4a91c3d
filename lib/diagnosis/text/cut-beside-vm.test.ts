import { describe, expect, it } from 'vitest'
import { answerForPeople } from '@/lib/cli/explain-as-text'
import { both, stamped } from '@/lib/encryption/testing/judged'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { messages } from '@/lib/i18n/messages'
import { samples } from '@/lib/messages/testing/samples'
import { harmsRunningWork } from '../steps/rest'
import { failedWith } from '../testing/case-parts'
import { explainAny } from './explain-any'

const encrypted: VmOptions = { osDisk: stamped, data: [stamped], extension: { report: both('Encrypted') } }
const failed: VmOptions = {
  extension: { ...failedWith(19, samples['linux-os-target-busy']), report: both('NotEncrypted') },
}
const running: VmOptions = {
  extension: {
    status: { code: 'ProvisioningState/transitioning', message: samples['linux-os-encryption-started'] },
    report: { os: 'EncryptionInProgress', data: 'NotEncrypted' },
  },
}
const indented = (options: VmOptions): string => JSON.stringify(vmBody(options), null, 2)
const nsg = '$ az network nsg show\n{ "name": "nsg1",\n  "rules": [ {'
const cutRun = indented(running)

describe('a whole answer before JSON that breaks off', () => {
  it.each([
    ['indented', indented(encrypted)],
    ['on one line', JSON.stringify(vmBody(encrypted))],
  ])('keeps its verdict as a doubtful one: %s', async (_name, body) => {
    const { states, verdict } = messages.en
    for (const rest of [nsg, cutRun.slice(0, cutRun.length / 2), cutRun.slice(0, -20)]) {
      const { output } = await answerForPeople(`${body}\n\n${rest}`, 'en')
      expect(output).toContain(`${states.state.encrypted} (?)`)
      expect(output).not.toContain(verdict.next.nothing.title)
    }
  })

  it('gets no step that harms what the rest can tell of', () => {
    const kinds = (text: string) => {
      const read = explainAny(text)
      if (read.kind !== 'vm') throw new Error(`taken for ${read.kind}`)
      return read.troubleshooting.steps.map(({ kind }) => kind).filter(harmsRunningWork)
    }
    expect(kinds(indented(failed))).not.toEqual([])
    for (let at = 1; at < 10; at += 1)
      expect(kinds(`${indented(failed)}\n\n${cutRun.slice(0, (cutRun.length * at) / 10)}`)).toEqual([])
    expect(kinds(`${indented(failed)}\n\n${nsg}`)).toEqual([])
  })

  it('is refused where it names a field twice', () => {
    const twice = indented(failed).replace('"name":', '"name": "x", "name":')
    expect(explainAny(`${twice}\n\n${nsg}`).kind).not.toBe('vm')
  })
})
