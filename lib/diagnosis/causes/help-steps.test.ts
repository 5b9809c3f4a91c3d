import { describe, expect, it } from 'vitest'
import { catalogue } from '@/lib/messages/catalogue'
import { catalogueIds } from '@/lib/messages/ids'
import { samples } from '@/lib/messages/testing/samples'
import type { MessagePhase } from '@/lib/messages/types'
import { steps } from '../steps'
import { explainText } from '../text/explain-text'
import { helpSteps } from './help-steps'

const running: readonly MessagePhase[] = [
  'data-encrypting',
  'os-preparing',
  'os-encrypting',
  'finalizing',
  'decrypting',
]
const texts = catalogueIds.filter(
  (id) => catalogue[id].target === 'status-message' && running.includes(catalogue[id].phase),
)

describe('help without a VM', () => {
  it.each(texts)('offers nothing against %s that interrupts a copy', (id) => {
    const offeredSteps = explainText(samples[id]).problems.flatMap(({ kind }) => helpSteps(kind))
    const risky = offeredSteps.filter((kind) =>
      steps[kind].risks.some((risk) => !['irreversible', 'opens-network', 'needs-key'].includes(risk)),
    )
    expect(risky.filter((kind) => !steps[kind].readOnly)).toEqual([])
  })

  it('tells the reader to wait for "OS disk encryption started", and nothing else', () => {
    const [problem, ...more] = explainText('OS disk encryption started').problems
    expect(problem?.kind).toBe('os-encryption-silent-phase')
    expect(more).toEqual([])
    expect(helpSteps('os-encryption-silent-phase')).toEqual([
      'show-encryption',
      'wait-for-os-copy',
      'read-status-again',
    ])
    expect(helpSteps('encryption-overdue')).toContain('keep-vm-running')
    expect(helpSteps('encryption-overdue')).not.toContain('restore-os-disk')
  })
})
