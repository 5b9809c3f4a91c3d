import type { Clock } from '../model/world'

/**
 * A world's clock. It runs with `realNow` (epoch milliseconds) until it is frozen, stepped or sped up;
 * it never jumps when its speed changes. A speed of 0 freezes it, `speed(1)` lets it run again.
 */
export function createClock(realNow: () => number): Clock {
  let simulated = realNow()
  let real = simulated
  let factor = 1
  const now = (): number => simulated + (realNow() - real) * factor
  const rebase = (to: number, nextFactor: number): void => {
    simulated = to
    real = realNow()
    factor = nextFactor
  }
  return {
    now,
    freeze: () => rebase(now(), 0),
    step: (milliseconds) => rebase(now() + milliseconds, factor),
    speed: (nextFactor) => rebase(now(), nextFactor),
  }
}
