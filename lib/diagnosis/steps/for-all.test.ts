import { describe, expect, it } from 'vitest'
import { commandText } from '../commands/build'
import { commandsForAll, type ListedVm } from './for-all'
import { stepKinds } from './kinds'
import { steps } from '.'

const vm = (name: string, more: Partial<ListedVm> = {}): ListedVm => ({
  subscriptionId: '00000000-0000-4000-8000-000000000001',
  resourceGroup: 'rg-one',
  name,
  instance: null,
  osType: 'Linux',
  ...more,
})
const az = (...given: Parameters<typeof commandsForAll>) => commandText(commandsForAll(...given).az ?? []).split('\n')

describe('the command of a check for all VMs of a list', () => {
  it('names each VM', () => {
    const lines = az('save-boot-log', [vm('a'), vm('b', { resourceGroup: 'rg-two' })])
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/ --resource-group rg-one --name a /)
    expect(lines[1]).toMatch(/ --resource-group rg-two --name b /)
  })

  it('is written once where VMs share it', () => {
    expect(az('show-recent-changes', [vm('a'), vm('b')])).toHaveLength(1)
    expect(az('show-recent-changes', [vm('a'), vm('b', { resourceGroup: 'rg-two' })])).toHaveLength(2)
  })

  it('is missing where a name is unknown, or one of them is an instance of a scale set', () => {
    expect(commandsForAll('show-vault', [vm('a')])).toEqual({})
    expect(commandsForAll('save-boot-log', [vm('a'), vm('b', { resourceGroup: null })])).toEqual({})
    const instance = { scaleSet: 'set', number: '1' }
    expect(commandsForAll('save-boot-log', [vm('a'), vm('set_1', { instance })])).toEqual({})
  })

  it('never changes anything and never runs inside a VM', () => {
    for (const kind of stepKinds) {
      const commands = commandsForAll(kind, [vm('a'), vm('b')])
      if (Object.keys(commands).length > 0) expect(steps[kind].readOnly, kind).toBe(true)
      expect(Object.keys(commands), kind).not.toContain('guest-bash')
    }
  })
})
