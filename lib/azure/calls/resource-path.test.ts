import { describe, expect, it } from 'vitest'
import { resourcePath } from './resource-path'

const subscription = '/subscriptions/11111111-2222-4333-8444-555555555555'
const group = `${subscription}/resourceGroups/rg-été`
const disk = `${group}/providers/Microsoft.Compute/disks/web_OsDisk`

describe('resourcePath', () => {
  it('accepts the id of a resource of the type, in any letter case', () => {
    expect(resourcePath(disk, 'Microsoft.Compute/disks')).toEqual({
      path: disk.replace('rg-été', 'rg-%C3%A9t%C3%A9'),
      subscriptionId: '11111111-2222-4333-8444-555555555555',
    })
    expect(resourcePath(disk.toUpperCase(), 'Microsoft.Compute/disks')).not.toBeNull()
    const subnet = `${subscription}/resourceGroups/n/providers/Microsoft.Network/virtualNetworks/v/subnets/s`
    expect(resourcePath(subnet, 'Microsoft.Network/virtualNetworks/subnets')?.path).toBe(subnet)
  })

  it.each([
    ['', 'nothing'],
    [disk.replace('disks', 'snapshots'), 'another type'],
    [disk.replace('Microsoft.Compute', 'Microsoft.Evil'), 'another provider'],
    [`${disk}/../../x`, 'a way out'],
    [`${disk}/`, 'an end without a name'],
    [disk.replace('web_OsDisk', '..'), 'a way up'],
    [disk.replace('web_OsDisk', 'a?b=c'), 'a query'],
    [disk.replace('web_OsDisk', 'a%2fb'), 'an escape'],
    [disk.replace('web_OsDisk', 'a#b'), 'a fragment'],
    [disk.replace('web_OsDisk', 'x'.repeat(300)), 'a long name'],
    [disk.replace('11111111-2222-4333-8444-555555555555', 'x'), 'no subscription'],
    [`https://evil.example${disk}`, 'another host'],
    [`//evil.example${disk}`, 'another host without scheme'],
    [disk.replace('/', '\\'), 'a backslash'],
  ])('refuses %s (%s)', (id) => {
    expect(resourcePath(id, 'Microsoft.Compute/disks')).toBeNull()
  })
})
