import { describe, expect, it } from 'vitest'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { stamped } from '@/lib/encryption/testing/judged'
import { samples } from '@/lib/messages/testing/samples'
import type { StepKind } from '../steps/kinds'
import { harmsRunningWork } from '../steps/rest'
import { failedWith } from '../testing/case-parts'
import { explainAny } from './explain-any'

const plain = { os: 'NotEncrypted', data: 'NotMounted' } as const
const busy: VmOptions = { extension: { ...failedWith(19, samples['linux-os-target-busy']), report: plain } }
const due: VmOptions = {
  osDisk: stamped,
  extension: { status: { message: samples['linux-os-please-reboot'] }, report: { os: 'VMRestartPending' } },
}

/** The body of a VM whose own provisioning state is this one. */
function body(options: VmOptions, provisioningState = 'Succeeded'): string {
  const made = JSON.parse(JSON.stringify(vmBody(options))) as { properties: object }
  return JSON.stringify({ ...made, properties: { ...made.properties, provisioningState } })
}

function stepsFor(text: string): readonly StepKind[] {
  const read = explainAny(text)
  if (read.kind !== 'vm') throw new Error(`taken for ${read.kind}`)
  return read.troubleshooting.problems.flatMap(({ causes }) => causes.flatMap((cause) => cause.steps))
}

describe('a VM that Azure creates, changes or deletes', () => {
  it.each(['Updating', 'Creating', 'Deleting', 'Migrating'])('%s gets no step that harms running work', (state) => {
    expect(stepsFor(body(busy)).some(harmsRunningWork)).toBe(true)
    const found = stepsFor(body(busy, state))
    expect(found.filter(harmsRunningWork)).toEqual([])
    expect(found).toContain('wait-for-operation')
  })

  it('is restarted where its run waits for the restart', () => {
    expect(stepsFor(body(due, 'Updating'))).toContain('restart-vm')
  })
})

describe('data volumes that are being encrypted', () => {
  it.each(['EncryptionInProgress', 'DecryptionInProgress'] as const)('are not formatted, by the word %s', (data) => {
    const xfs = (report: object): VmOptions => ({
      data: [stamped],
      extension: { ...failedWith(19, samples['linux-data-failed-xfs']), report },
    })
    expect(stepsFor(body(xfs(plain)))).toContain('enable-format-all')
    expect(stepsFor(body(xfs({ os: 'NotEncrypted', data })))).not.toContain('enable-format-all')
  })
})
