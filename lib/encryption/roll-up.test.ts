import { describe, expect, it } from 'vitest'
import { stateOfData, stateOfVm } from './roll-up'
import type { Stamp, VolumeState } from './types'

const none = { encryptionAtHost: false, confidentialOsDisk: false }

function volumes(os: VolumeState, ...data: readonly (VolumeState | readonly [VolumeState, Stamp])[]) {
  const one = (role: 'os' | 'data', item: VolumeState | readonly [VolumeState, Stamp]) =>
    typeof item === 'string'
      ? ({ role, state: item, stamp: 'absent' } as const)
      : ({ role, state: item[0], stamp: item[1] } as const)
  return [one('os', os), ...data.map((item) => one('data', item))]
}

describe('the state of the VM', () => {
  const order = ['failed', 'conflict', 'restart-pending', 'encrypting', 'decrypting', 'unknown'] as const

  it.each(order.flatMap((first, index) => order.slice(index).map((second) => [first, second] as const)))(
    '%s comes before %s',
    (first, second) => {
      expect(stateOfVm(volumes(second, 'encrypted', first, 'not-encrypted'), none)).toBe(first)
    },
  )

  it.each([
    [volumes('encrypted', 'not-encrypted'), 'partly-encrypted'],
    [volumes('not-encrypted', 'encrypted-unverified'), 'partly-encrypted'],
    [volumes('encrypted', 'encrypted-unverified'), 'encrypted-unverified'],
    [volumes('encrypted', 'encrypted'), 'encrypted'],
    [volumes('encrypted'), 'encrypted'],
    [volumes('not-encrypted', 'not-encrypted'), 'not-encrypted'],
    [volumes('encrypted', ['not-mounted', 'encrypted']), 'encrypted-unverified'],
    [volumes('encrypted', ['not-mounted', 'notEncrypted']), 'partly-encrypted'],
    [volumes('not-encrypted', ['not-mounted', 'absent']), 'not-encrypted'],
  ])('%j', (rolled, state) => {
    expect(stateOfVm(rolled, none)).toBe(state)
  })
})

describe('other protection', () => {
  const atHost = { encryptionAtHost: true, confidentialOsDisk: false }
  const confidential = { encryptionAtHost: false, confidentialOsDisk: true }

  it.each([
    [volumes('not-encrypted'), atHost, 'protected-otherwise'],
    [volumes('not-encrypted', 'not-encrypted'), atHost, 'protected-otherwise'],
    [volumes('not-encrypted', ['not-mounted', 'absent']), atHost, 'protected-otherwise'],
    [volumes('not-encrypted'), confidential, 'protected-otherwise'],
    [volumes('not-encrypted', 'not-encrypted'), confidential, 'partly-encrypted'],
    [
      volumes('not-encrypted', 'not-encrypted'),
      { encryptionAtHost: true, confidentialOsDisk: true },
      'protected-otherwise',
    ],
    [volumes('encrypted', 'not-encrypted'), atHost, 'partly-encrypted'],
    [volumes('encrypted-unverified'), atHost, 'encrypted-unverified'],
    [volumes('unknown'), atHost, 'unknown'],
    [volumes('failed'), atHost, 'failed'],
    [volumes('not-encrypted', 'encrypted'), confidential, 'partly-encrypted'],
  ])('%j with %j', (rolled, protection, state) => {
    expect(stateOfVm(rolled, protection)).toBe(state)
  })
})

describe('the state of the data volumes', () => {
  it.each([
    [volumes('encrypted'), 'none'],
    [volumes('encrypted', 'not-mounted', 'not-mounted'), 'not-mounted'],
    [volumes('encrypted', ['not-mounted', 'encrypted'], 'encrypted'), 'encrypted-unverified'],
    [volumes('failed', 'not-encrypted'), 'not-encrypted'],
    [volumes('not-encrypted', 'encrypted', 'not-encrypted'), 'partly-encrypted'],
    [volumes('not-encrypted', 'unknown', 'encrypted'), 'unknown'],
  ])('%j', (rolled, state) => {
    expect(stateOfData(rolled)).toBe(state)
  })
})
