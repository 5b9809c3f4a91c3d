import type { World } from '../model/world'

/** Applies what is due by the world's clock, oldest first. */
export function applyDue(world: World): void {
  const now = world.clock.now()
  while ((world.scheduled[0]?.at ?? Number.POSITIVE_INFINITY) <= now) world.scheduled.shift()?.apply(world)
}
