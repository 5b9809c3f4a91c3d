import { isObject } from '../arm/json'
import { StorageProfile } from '../arm/render-model'
import type { SimVm } from '../model/vm'

const leftOut: ReadonlySet<string> = new Set(['diskSizeGB', 'storageAccountType'])

function without(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(without)
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([key]) => !leftOut.has(key))
  return Object.fromEntries(kept.map(([key, member]) => [key, without(member)]))
}

/** The storage profile of a VM row without size and type of its disks, which only their own rows have. */
export function bareStorageProfile(vm: SimVm): unknown {
  return without(new StorageProfile(vm).toJSON())
}
