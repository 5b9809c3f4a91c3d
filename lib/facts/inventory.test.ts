import { describe, expect, it } from 'vitest'
import { known, unknown } from '@/lib/shared/known'
import { readVmRow } from '@/lib/wire/resource-graph'
import { inventoryVmOf } from './inventory'

const id = '/subscriptions/S1/resourceGroups/SHOP/providers/Microsoft.Compute/virtualMachines/Web'

describe('a VM of the inventory', () => {
  it('is normalised', () => {
    const row = readVmRow({
      id,
      name: 'Web',
      osType: 'linux',
      power: 'PowerState/running',
      eah: true,
      nData: 2,
      dualPass: null,
      secType: '',
      tags: { a: 'b', c: 1 },
    })
    expect(row && inventoryVmOf(row)).toMatchObject({
      key: id.toLowerCase(),
      subscriptionId: 'S1',
      resourceGroup: 'SHOP',
      osType: known('Linux'),
      powerState: known('running'),
      encryptionAtHost: true,
      modelEnabled: false,
      dataDisks: known(2),
      securityType: null,
      osDiskId: null,
      osDiskSecurityEncryptionType: unknown('not-asked'),
      tags: { a: 'b' },
    })
  })

  it('needs nothing but its id', () => {
    const row = readVmRow({ id })
    expect(row && inventoryVmOf(row)).toMatchObject({
      name: 'Web',
      osType: unknown('absent'),
      powerState: unknown('absent'),
    })
    expect(readVmRow({ name: 'x' })).toBeUndefined()
  })
})
