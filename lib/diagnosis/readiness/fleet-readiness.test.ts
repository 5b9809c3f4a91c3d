import { describe, expect, it } from 'vitest'
import { inventoryVmOf } from '@/lib/facts/inventory'
import { vmStates } from '@/lib/encryption/types'
import { readVmRow } from '@/lib/wire/resource-graph'
import { fleetReadinessOfInventory, fleetReadinessOfVm } from './fleet-readiness'
import { setting } from './testing/settings'

const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/web'
const plain = {
  id,
  osType: 'Linux',
  power: 'PowerState/running',
  vmSize: 'Standard_D4s_v5',
  imgPublisher: 'Canonical',
  imgOffer: '0001-com-ubuntu-server-jammy',
  imgSku: '22_04-lts-gen2',
  imgId: '',
  osDiff: '',
  eah: 'false',
  secType: '',
  osDes: '',
  vmssId: '',
}

function ofRow(changes: object): string | null {
  const row = readVmRow({ ...plain, ...changes })
  return row === undefined ? null : fleetReadinessOfInventory(inventoryVmOf(row), 'not-encrypted')
}

describe('readiness of a fleet row', () => {
  it.each([
    ['no-obstacle', {}],
    ['no-obstacle', { osType: 'Windows', imgPublisher: 'Contoso' }],
    ['not-ready', { power: 'PowerState/deallocated' }],
    ['not-ready', { vmSize: 'Standard_A2_v2' }],
    ['not-ready', { eah: true }],
    ['not-ready', { secType: 'ConfidentialVM' }],
    ['not-ready', { osDes: '/des' }],
    ['not-ready', { osDiff: 'Local' }],
    ['not-ready', { vmssId: '/vmss' }],
    ['no-obstacle', { vmssId: '/vmss', osType: 'Windows' }],
    ['not-ready', { imgPublisher: '', imgOffer: '', imgSku: '', imgId: '/images/mine' }],
    ['unknown', { eah: null }],
    ['unknown', { secType: undefined }],
    ['unknown', { osDes: null }],
    ['unknown', { vmssId: 7 }],
    ['warnings', { imgPublisher: '', imgOffer: '', imgSku: '' }],
    ['warnings', { vmSize: 'Standard_D4s_v6' }],
    ['unknown', { imgPublisher: undefined }],
    ['unknown', { power: '' }],
    ['unknown', { osType: '' }],
    ['not-ready', { power: '', eah: true }],
  ])('%s: %j', (readiness, changes) => {
    expect(ofRow(changes)).toBe(readiness)
  })

  it('returns the same for a VM with a separate reading', () => {
    const of = (given: Parameters<typeof setting>[0]) => fleetReadinessOfVm(setting(given).facts, 'not-encrypted')
    expect(of({})).toBe('no-obstacle')
    expect(of({ vm: { securityProfile: { encryptionAtHost: true } } })).toBe('not-ready')
    expect(of({ view: { statuses: [{ code: 'PowerState/stopped' }] } })).toBe('not-ready')
    expect(of({ vm: { hardwareProfile: { vmSize: 'Standard_D4s_v6' } } })).toBe('warnings')
    expect(of({ body: {} })).toBe('unknown')
  })

  it('is null for a row that is encrypted already', () => {
    const row = readVmRow(plain)
    expect(row === undefined ? undefined : fleetReadinessOfInventory(inventoryVmOf(row), 'encrypted')).toBeNull()
  })

  it('is null where encryption is not to be started: ready and encrypted are different', () => {
    const silent = vmStates.filter((state) => fleetReadinessOfVm(setting({}).facts, state) === null)
    expect(vmStates.filter((state) => !silent.includes(state)).sort()).toEqual(['failed', 'not-encrypted'])
  })
})
