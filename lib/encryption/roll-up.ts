import type { DataState, Stamp, VmState, VolumeState } from './types'

interface RolledVolume {
  readonly role: 'os' | 'data'
  readonly stamp: Stamp
  readonly state: VolumeState
}

/** Protection of a VM besides disk encryption. */
export interface OtherProtection {
  readonly encryptionAtHost: boolean
  readonly confidentialOsDisk: boolean
}

type CountedState = Exclude<VolumeState, 'not-mounted'>

/** A volume that is not mounted counts by its stamp alone. */
function countedAs({ state, stamp }: RolledVolume): CountedState {
  if (state !== 'not-mounted') return state
  return stamp === 'encrypted' ? 'encrypted-unverified' : 'not-encrypted'
}

/** As soon as one volume has one of these, it decides for the whole, in this order. */
const ranked = ['failed', 'conflict', 'restart-pending', 'encrypting', 'decrypting', 'unknown'] as const

function rollUp(states: readonly CountedState[]): Exclude<VmState, 'protected-otherwise'> {
  const first = ranked.find((state) => states.includes(state))
  if (first !== undefined) return first
  const some = states.some((state) => state === 'encrypted' || state === 'encrypted-unverified')
  const plain = states.includes('not-encrypted')
  if (some && plain) return 'partly-encrypted'
  if (states.includes('encrypted-unverified')) return 'encrypted-unverified'
  return some ? 'encrypted' : 'not-encrypted'
}

/** The state of the VM from all its volumes. */
export function stateOfVm(volumes: readonly RolledVolume[], protection: OtherProtection): VmState {
  const state = rollUp(volumes.map(countedAs))
  if (state !== 'not-encrypted') return state
  if (protection.encryptionAtHost) return 'protected-otherwise'
  if (!protection.confidentialOsDisk) return state
  return volumes.some((volume) => volume.role === 'data') ? 'partly-encrypted' : 'protected-otherwise'
}

/** The state of the data volumes together, which is never `protected-otherwise`. */
export function stateOfData(volumes: readonly RolledVolume[]): DataState {
  const data = volumes.filter((volume) => volume.role === 'data')
  if (data.length === 0) return 'none'
  return data.every((volume) => volume.state === 'not-mounted') ? 'not-mounted' : rollUp(data.map(countedAs))
}
