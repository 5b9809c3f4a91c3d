import { describe, expect, it } from 'vitest'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { commandText } from '../commands/build'
import { subjectOf } from '../commands/subject-of'
import { stepFor } from '.'
import { stepKinds, type StepKind } from './kinds'

const set = '/subscriptions/s1/resourceGroups/rg/providers/Microsoft.Compute/virtualMachineScaleSets/ss'
const body = vmBody({})
const instance = subjectOf(readVmFacts({ ...body, id: `${set}/virtualMachines/4`, name: 'ss_4' }), null, new Map())
const textOf = (kind: StepKind, shell: 'az' | 'powershell'): string =>
  commandText(stepFor(kind, instance).commands[shell] ?? [])

describe('an instance of a uniform scale set', () => {
  it('is stopped, started and restarted by its number in the set', () => {
    const options = "--resource-group 'rg' --name 'ss' --instance-ids '4' --subscription 's1'".replaceAll("'", '')
    const plain = (text: string): string => text.replaceAll("'", '')
    expect(plain(textOf('deallocate-and-start', 'az'))).toBe(`az vmss deallocate ${options}\naz vmss start ${options}`)
    expect(plain(textOf('restart-vm', 'az'))).toBe(`az vmss restart ${options}`)
    expect(plain(textOf('start-vm', 'powershell'))).toContain(
      'Start-AzVmss -ResourceGroupName rg -VMScaleSetName ss -InstanceId 4',
    )
  })

  it('gets no command that does not reach it, and keeps those of vault, snapshots and guest', () => {
    for (const kind of stepKinds) {
      expect(textOf(kind, 'az'), kind).not.toMatch(/\baz vm /)
      expect(textOf(kind, 'powershell'), kind).not.toMatch(/-AzVM/)
    }
    expect(textOf('enable-vault-for-disks', 'az')).toContain('az keyvault update')
    expect(textOf('snapshot-disks', 'az')).toContain('az snapshot create')
    expect(commandText(stepFor('see-mounts', instance).commands['guest-bash'] ?? [])).not.toBe('')
  })

  it('is no VM of a flexible scale set, which has a name', () => {
    const facts = readVmFacts(vmBody({}))
    expect(subjectOf(facts, null, new Map()).instance).toBeNull()
  })
})
