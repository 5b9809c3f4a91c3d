import { describe, expect, it } from 'vitest'
import { can } from './can'

const subscription = '/subscriptions/0000'
const group = `${subscription}/resourceGroups/rg`
const vm = `${group}/providers/Microsoft.Compute/virtualMachines/vm`
const read = 'Microsoft.Compute/virtualMachines/read'

describe('rights', () => {
  it.each([
    ['the same scope', vm, vm, true],
    ['a group above', group, vm, true],
    ['a subscription above', subscription, vm, true],
    ['the whole tenant', '/', vm, true],
    ['another letter case', group.toUpperCase(), vm, true],
    ['a slash at the end', `${group}/`, vm, true],
    ['a scope below', vm, group, false],
    ['a name that only begins alike', `${subscription}/resourceGroups/r`, vm, false],
    ['another subscription', '/subscriptions/0001', vm, false],
  ])('at %s', (_name, assigned, scope, expected) => {
    expect(can([{ scope: assigned, actions: ['*/read'] }], read, scope)).toBe(expected)
  })

  it.each([
    ['*', read, true],
    ['*/read', read, true],
    ['microsoft.compute/*/READ', read, true],
    ['Microsoft.Compute/virtualMachines/read', 'Microsoft.Compute/virtualMachines/instanceView/read', false],
    ['Microsoft.Compute/virtualMachines/*', 'Microsoft.Compute/virtualMachines/instanceView/read', true],
    ['*/read', 'Microsoft.Compute/virtualMachines/write', false],
    ['Microsoft.Compute.virtualMachines/read', read, false],
  ])('by action %s for %s', (pattern, action, expected) => {
    expect(can([{ scope: subscription, actions: [pattern] }], action, vm)).toBe(expected)
  })

  it('are empty without assignments', () => {
    expect(can([], read, vm)).toBe(false)
  })
})
