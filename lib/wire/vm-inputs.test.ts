import { describe, expect, it } from 'vitest'
import { unreadableVmInputs } from './vm-inputs'

const disk = (name: string, code?: string) => ({ name, statuses: code === undefined ? [] : [{ code }] })
const stamp = 'EncryptionState/encrypted'
const vm = (views: unknown, data: readonly string[] = ['data'], resources?: unknown) => ({
  properties: {
    storageProfile: { osDisk: { name: 'os' }, dataDisks: data.map((name) => ({ name })) },
    instanceView: { disks: views },
  },
  resources,
})

describe('inputs of a VM that cannot be relied on', () => {
  it('are absent where every input was read, and where extensions are listed by their ids alone', () => {
    expect(unreadableVmInputs(vm([disk('os', stamp), disk('data')]))).toEqual([])
    expect(unreadableVmInputs(vm([disk('OS'), disk('Data', stamp)], ['data'], [{ id: 'x' }]))).toEqual([])
  })

  it.each([
    [vm(undefined), 'properties.instanceView.disks'],
    [vm(null), 'properties.instanceView.disks'],
    [vm([{ statuses: [] }, disk('os'), disk('data')]), 'properties.instanceView.disks[].name'],
    [vm([{ name: 'os' }, disk('data')]), 'properties.instanceView.disks[].statuses'],
    [vm([disk('os'), disk('data')], ['data'], [{ properties: { type: 'x' } }]), 'resources[].properties.publisher'],
    [vm([disk('os'), disk('data')], ['data'], [{ properties: { publisher: 'x' } }]), 'resources[].properties.type'],
  ])('are members that Azure never leaves out: %#', (body, path) => {
    expect(unreadableVmInputs(body)).toEqual([path])
  })

  it('are the views where a stamped one is of no disk of the model, and a disk has none', () => {
    expect(unreadableVmInputs(vm([disk('os'), disk('other', stamp)]))).toEqual(['properties.instanceView.disks'])
    // A disk that was just taken off, while all that are there are shown; and a disk that was just put on.
    expect(unreadableVmInputs(vm([disk('os'), disk('data'), disk('other', stamp)]))).toEqual([])
    expect(unreadableVmInputs(vm([disk('os', stamp)]))).toEqual([])
  })
})
