import type { ScenarioName, World, WorldSpec } from '../model/world'
import { createClock } from './clock'
import { createMixedWorld } from './mixed/world'
import type { SceneContents, ScenePlace } from './scene'
import { VmMap } from './vm-map'

const scenes: Readonly<Record<ScenarioName, (place: ScenePlace) => SceneContents>> = {
  mixed: createMixedWorld,
  empty: createMixedWorld,
  denied: createMixedWorld,
  fleet: createMixedWorld,
  recorded: createMixedWorld,
  lifecycle: createMixedWorld,
}

/**
 * Makes a tenant. Deterministic: the same spec and the same moment give the same tenant.
 * `realNow` (epoch milliseconds) drives the world's clock.
 */
export function createWorld(spec: WorldSpec, realNow: () => number = Date.now): World {
  const clock = createClock(realNow)
  const contents = scenes[spec.scenario]({ spec, now: clock.now() })
  const vms = new VmMap()
  for (const vm of contents.vms) vms.set(vm.id, vm)
  return {
    spec,
    tenantId: spec.tenantId,
    displayName: contents.displayName,
    clock,
    people: contents.people,
    servicePrincipals: contents.servicePrincipals,
    subscriptions: contents.subscriptions,
    vms,
    faults: [],
    log: [],
  }
}
