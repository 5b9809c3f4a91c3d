import { describe, expect, it } from 'vitest'
import { known, unknown } from '@/lib/shared/known'
import { doubleEncryptionOf } from './other-encryption'

const id = (name: string) => `/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/disks/${name}`
const one = { id: id('one'), type: 'EncryptionAtRestWithCustomerKey' }
const two = { id: id('two'), type: 'EncryptionAtRestWithPlatformAndCustomerKeys' }

describe('doubleEncryptionOf', () => {
  it('says no where no disk has a key of one’s own, without a word from the disks', () => {
    expect(doubleEncryptionOf([], [])).toEqual(known(false))
  })

  it('says yes as soon as one disk says so, however ARM spells it', () => {
    const told = [{ id: two.id.toUpperCase(), type: two.type.toLowerCase() }]
    expect(doubleEncryptionOf([id('one'), id('two')], told)).toEqual(known(true))
  })

  it('says no only where every such disk was told of', () => {
    expect(doubleEncryptionOf([id('one')], [one])).toEqual(known(false))
    expect(doubleEncryptionOf([id('one'), id('two')], [one])).toEqual(unknown('denied'))
    expect(doubleEncryptionOf([id('one'), null], [one])).toEqual(unknown('denied'))
    expect(doubleEncryptionOf([id('one')], [{ ...one, type: null }])).toEqual(unknown('denied'))
  })

  it('does not take the word of a disk that the VM does not have under such a key', () => {
    expect(doubleEncryptionOf([id('one')], [one, two])).toEqual(known(false))
  })
})
