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

/** The storage profile of a VM row that says neither size nor type of its disks, though their own rows do. */
export function bareStorageProfile(vm: SimVm): unknown {
  return without(new StorageProfile(vm).toJSON())
}
