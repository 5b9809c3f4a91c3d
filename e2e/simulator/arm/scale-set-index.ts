import type { World } from '../model/world'
import type { SimInstance, SimScaleSet } from '../model/scale-set'

/** The uniform scale sets of a subscription, by id. */
export function scaleSetsOfSubscription({ scaleSets }: World, subscriptionId: string): readonly SimScaleSet[] {
  const wanted = subscriptionId.toLowerCase()
  return scaleSets.filter((set) => set.subscriptionId.toLowerCase() === wanted)
}

/** Finds a set by the parts of its id, without regard to case. */
export function findScaleSet(world: World, subscriptionId: string, group: string, name: string): SimScaleSet | null {
  const id = `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.Compute/virtualMachineScaleSets/${name}`
  return world.scaleSets.find((set) => set.id.toLowerCase() === id.toLowerCase()) ?? null
}

/** The instance with that number. */
export function findInstance(set: SimScaleSet, instanceId: string): SimInstance | null {
  return set.instances.find((instance) => instance.instanceId === instanceId) ?? null
}
