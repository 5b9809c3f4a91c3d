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
      osDes: '',
      vmssId: 7,
      tags: { a: 'b', c: 1 },
    })
    expect(row && inventoryVmOf(row)).toMatchObject({
      key: id.toLowerCase(),
      subscriptionId: 'S1',
      resourceGroup: 'SHOP',
      osType: known('Linux'),
      powerState: known('running'),
      encryptionAtHost: known(true),
      modelEnabled: unknown('unreadable'),
      dataDisks: known(2),
      securityType: known(null),
      diskEncryptionSetId: known(null),
      scaleSetId: unknown('unreadable'),
      osDiskId: null,
      osDiskSecurityEncryptionType: unknown('unreadable'),
      tags: { a: 'b' },
    })
  })

  it.each<readonly [unknown, boolean | null]>([
    [true, true],
    [1, true],
    ['1', true],
    ['true', true],
    ['True', true],
    [false, false],
    [0, false],
    ['0', false],
    ['false', false],
    ['False', false],
    ...[null, undefined, '', 'yes', 2, -1, 0.5, [], [1], {}, Number.NaN].map((value) => [value, null] as const),
  ])('reads the flag %j as %j, and anything else as unknown', (sent, expected) => {
    const fact = expected === null ? unknown('unreadable') : known(expected)
    const row = readVmRow({ id, eah: sent, dualPass: sent })
    expect(row && inventoryVmOf(row)).toMatchObject({ encryptionAtHost: fact, modelEnabled: fact })
  })

  it.each([null, undefined, '2', 1.5, -1, [2]])('does not read %j as a number of disks', (nData) => {
    const row = readVmRow({ id, nData })
    expect(row && inventoryVmOf(row).dataDisks).toEqual(unknown('unreadable'))
  })

  it('needs only its id', () => {
    const row = readVmRow({ id })
    expect(row && inventoryVmOf(row)).toMatchObject({
      name: 'Web',
      osType: unknown('absent'),
      powerState: unknown('absent'),
    })
    expect(readVmRow({ name: 'x' })).toBeUndefined()
  })
})
