import type { ScenarioName, World, WorldSpec } from '../model/world'
import { createClock } from './clock'
import { createDemoWorld } from './demo/world'
import { createFleetWorld } from './fleet'
import { createMixedWorld } from './mixed/world'
import { createOddWorld } from './mixed/odd-world'
import { createRecordedWorld } from './recorded'
import { createScaleSetWorld } from './scale-sets'
import type { SceneContents, ScenePlace } from './scene'
import { applyDue } from './scheduled'
import { day } from './scripted-vm'
import { createDeniedWorld, createEmptyWorld, createLifecycleWorld } from './small-worlds'
import { createTimelineWorld } from './timeline'
import { createTroubleshootingWorld } from './troubleshooting/world'
import { VmMap } from './vm-map'

const scenes: Readonly<Record<ScenarioName, (place: ScenePlace) => SceneContents>> = {
  mixed: createMixedWorld,
  empty: createEmptyWorld,
  denied: createDeniedWorld,
  fleet: createFleetWorld,
  recorded: createRecordedWorld,
  lifecycle: createLifecycleWorld,
  timeline: createTimelineWorld,
  troubleshooting: createTroubleshootingWorld,
  'scale-sets': createScaleSetWorld,
  demo: createDemoWorld,
  odd: createOddWorld,
}

/**
 * Creates a tenant. Deterministic: the same spec and the same time give the same tenant.
 * `realNow` (epoch milliseconds) drives the world's clock.
 */
export function createWorld(spec: WorldSpec, realNow: () => number = Date.now): World {
  const clock = createClock(realNow)
  const contents = scenes[spec.scenario]({ spec, now: clock.now() })
  const vms = new VmMap()
  for (const vm of contents.vms) {
    // Resource Graph shows everything before the world's start time.
    vm.past = []
    vms.set(vm.id, vm)
  }
  if (spec.daysBack !== undefined) {
    clock.freeze()
    clock.step(-spec.daysBack * day * 1000)
  }
  const world: World = {
    spec,
    tenantId: spec.tenantId,
    displayName: contents.displayName,
    clock,
    people: contents.people,
    servicePrincipals: contents.servicePrincipals,
    subscriptions: contents.subscriptions,
    vms,
    scaleSets: contents.scaleSets ?? [],
    departed: [],
    faults: [...(contents.faults ?? [])],
    related: {
      looseDisks: contents.looseDisks ?? [],
      withoutHostEncryption: contents.withoutHostEncryption ?? [],
      vaults: new Map((contents.vaults ?? []).map((vault) => [vault.id.toLowerCase(), vault])),
      locks: contents.locks ?? [],
      policyAssignments: contents.policyAssignments ?? [],
      patches: new Map(),
    },
    scheduled: [...(contents.scheduled ?? [])].sort((one, other) => one.at - other.at),
    log: [],
  }
  applyDue(world)
  return world
}
