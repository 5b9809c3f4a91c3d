import type { SimVm } from '../model/vm'
import type { World } from '../model/world'
import { VmMap } from '../worlds/vm-map'

interface Index {
  readonly version: number
  readonly size: number
  readonly bySubscription: ReadonlyMap<string, readonly SimVm[]>
}

const indexes = new WeakMap<World, Index>()

function versionOf(world: World): number {
  return world.vms instanceof VmMap ? world.vms.version : 0
}

function build(world: World): Index {
  const bySubscription = new Map<string, SimVm[]>()
  for (const vm of world.vms.values()) {
    const key = vm.subscriptionId.toLowerCase()
    const list = bySubscription.get(key)
    if (list === undefined) bySubscription.set(key, [vm])
    else list.push(vm)
  }
  const keyed = [...bySubscription].map(([key, list]): [string, SimVm[]] => [key, sortById(list)])
  return { version: versionOf(world), size: world.vms.size, bySubscription: new Map(keyed) }
}

function sortById(vms: SimVm[]): SimVm[] {
  return vms.sort((left, right) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0))
}

/** The VMs of a subscription in the order of their ids. Cached until a VM is added or removed. */
export function vmsOfSubscription(world: World, subscriptionId: string): readonly SimVm[] {
  const kept = indexes.get(world)
  const isFresh = kept !== undefined && kept.version === versionOf(world) && kept.size === world.vms.size
  const index = isFresh ? kept : build(world)
  if (!isFresh) indexes.set(world, index)
  return index.bySubscription.get(subscriptionId.toLowerCase()) ?? []
}

/** Finds a VM by the parts of its id, without regard to case. */
export function findVm(world: World, subscriptionId: string, group: string, name: string): SimVm | undefined {
  const id = `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.Compute/virtualMachines/${name}`
  return world.vms.get(id.toLowerCase())
}

/** True if a group exists: the simulator's groups are those of its VMs. */
export function hasGroup(world: World, subscriptionId: string, group: string): boolean {
  const wanted = group.toLowerCase()
  return vmsOfSubscription(world, subscriptionId).some(({ resourceGroup }) => resourceGroup.toLowerCase() === wanted)
}
