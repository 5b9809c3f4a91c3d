import { describe, expect, it } from 'vitest'
import type { InventoryVm } from '@/lib/facts/inventory'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { known, unknown } from '@/lib/shared/known'
import {
  customerKeyedDisks,
  doubleEncryptionOf,
  otherEncryptionOfInventory,
  otherEncryptionOfVm,
} from './other-encryption'

const id = (name: string) => `/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/disks/${name}`
const one = { id: id('one'), type: 'EncryptionAtRestWithCustomerKey' }
const two = { id: id('two'), type: 'EncryptionAtRestWithPlatformAndCustomerKeys' }

describe('doubleEncryptionOf', () => {
  it('says no where no disk has a customer-managed key, without reading the disks', () => {
    expect(doubleEncryptionOf([], [])).toEqual(known(false))
  })

  it('says yes as soon as one disk says so, in any spelling', () => {
    const disks = [{ id: two.id.toUpperCase(), type: two.type.toLowerCase() }]
    expect(doubleEncryptionOf([id('one'), id('two')], disks)).toEqual(known(true))
  })

  it('says no only where every disk with a customer-managed key was read', () => {
    expect(doubleEncryptionOf([id('one')], [one])).toEqual(known(false))
    expect(doubleEncryptionOf([id('one'), id('two')], [one])).toEqual(unknown('denied'))
    expect(doubleEncryptionOf([id('one'), null], [one])).toEqual(unknown('denied'))
    expect(doubleEncryptionOf([id('one')], [{ ...one, type: null }])).toEqual(unknown('denied'))
  })

  it('ignores a disk that the VM does not have under such a key', () => {
    expect(doubleEncryptionOf([id('one')], [one, two])).toEqual(known(false))
  })
})

const diskEncryptionSet = { id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/diskEncryptionSets/own' }

/** A VM whose disks of these names have a customer-managed key. */
function factsOf(options: VmOptions, ...keyed: readonly string[]) {
  const facts = readVmFacts(vmBody(options))
  const withKey = <T extends { readonly name: string }>(disk: T): T =>
    keyed.includes(disk.name) ? { ...disk, diskEncryptionSetId: diskEncryptionSet.id } : disk
  return {
    ...facts,
    osDisk: facts.osDisk === null ? null : withKey(facts.osDisk),
    dataDisks: facts.dataDisks.map(withKey),
  }
}
const disks: VmOptions = { osDisk: { name: 'os' }, data: [{ name: 'a' }, { name: 'b' }] }

describe('the disks with a customer-managed key', () => {
  it('are those whose model names a key', () => {
    const ids = (...keyed: readonly string[]) =>
      customerKeyedDisks(factsOf(disks, ...keyed)).map((found) => found?.split('/').at(-1))
    expect(ids()).toEqual([])
    expect(ids('os')).toEqual(['os'])
    expect(ids('b', 'os')).toEqual(['os', 'b'])
    expect(customerKeyedDisks(factsOf({ osDisk: null, data: [{ name: 'a' }] }, 'a'))).toHaveLength(1)
  })
})

describe('protection of a VM besides ADE', () => {
  it.each<[string, VmOptions, readonly string[], readonly string[]]>([
    ['nothing', disks, [], []],
    ['nothing, without an OS disk', { osDisk: null }, [], []],
    ['encryption at host', { encryptionAtHost: true }, [], ['encryption-at-host']],
    ['not where it is off', { encryptionAtHost: false }, [], []],
    ['a key on the OS disk', disks, ['os'], ['customer-managed-key']],
    ['a key on one data disk', disks, ['b'], ['customer-managed-key']],
    [
      'a key on a data disk, without an OS disk',
      { osDisk: null, data: [{ name: 'a' }] },
      ['a'],
      ['customer-managed-key'],
    ],
    [
      'the guest state of a confidential VM',
      { osDisk: { securityEncryptionType: 'DiskWithVMGuestState' } },
      [],
      ['confidential-os-disk'],
    ],
    [
      'several, in the order of the list',
      { ...disks, encryptionAtHost: true },
      ['os'],
      ['encryption-at-host', 'customer-managed-key'],
    ],
  ])('is %s', (_, vm, keyed, kinds) => {
    expect(otherEncryptionOfVm(factsOf(vm, ...keyed))).toEqual(kinds)
  })

  it('includes double encryption only where it is known', () => {
    const facts = factsOf(disks)
    expect(otherEncryptionOfVm(facts, known(true))).toEqual(['double-encryption'])
    expect(otherEncryptionOfVm(facts, known(false))).toEqual([])
    expect(otherEncryptionOfVm(facts, unknown('denied'))).toEqual([])
  })

  it('is reduced in the inventory', () => {
    const plain = {
      encryptionAtHost: known(false),
      diskEncryptionSetId: known(null),
      osDiskSecurityEncryptionType: known(null),
    } as unknown as InventoryVm
    expect(otherEncryptionOfInventory(plain)).toEqual([])
    expect(otherEncryptionOfInventory({ ...plain, encryptionAtHost: known(true) })).toEqual(['encryption-at-host'])
    expect(otherEncryptionOfInventory({ ...plain, diskEncryptionSetId: known(diskEncryptionSet.id) })).toEqual([
      'customer-managed-key',
    ])
    const confidential = { ...plain, osDiskSecurityEncryptionType: known('DiskWithVMGuestState') }
    expect(otherEncryptionOfInventory(confidential)).toEqual(['confidential-os-disk'])
    expect(otherEncryptionOfInventory({ ...plain, osDiskSecurityEncryptionType: unknown('absent') })).toEqual([])
  })
})
