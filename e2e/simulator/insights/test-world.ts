import type { SimVm } from '../model/vm'
import type { World } from '../model/world'
import { createWorld } from '../worlds/create'

/** A tenant whose clock the test advances. */
export interface TestWorld {
  readonly world: World
  /** Advances the clock by seconds. */
  readonly pass: (seconds: number) => void
  readonly vm: (name: string) => SimVm
  readonly now: () => number
}

/** The world of timelines at a fixed time. */
export function timelineWorld(runs = 0, seed = 1): TestWorld {
  let real = Date.UTC(2026, 10, 24, 5, 0, 0)
  const world = createWorld({ tenantId: 'f1', scenario: 'timeline', seed, runs }, () => real)
  return {
    world,
    pass: (seconds) => {
      real += seconds * 1000
    },
    vm: (name) => {
      const found = [...world.vms.values()].find((each) => each.name === name)
      if (found === undefined) throw new Error(`no ${name}`)
      return found
    },
    now: () => world.clock.now(),
  }
}
