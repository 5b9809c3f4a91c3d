import type { SimPace } from '../model/record'
import { randomFor } from './random'

const between = (low: number, high: number, share: number): number => low + (high - low) * share

/** A random pace from a seed: base speeds, used share from 20 to 100 %, hours that differ by 40 %, up to three pauses per copy. */
export function drawPace(seed: number): SimPace {
  const random = randomFor(seed, 'pace')
  return {
    seed,
    osMiBPerSecond: between(2, 8, random.next()),
    dataMiBPerSecond: between(40, 120, random.next()),
    fullness: between(0.2, 1, random.next()),
    hourlyVariation: 0.4,
    pauses: random.below(4),
    pauseTrickle: 0.02,
    stallAt: null,
    metricsDelay: [60, 180],
  }
}

/** The default constant pace, which a given one overrides. */
export const evenPace: SimPace = {
  seed: 1,
  osMiBPerSecond: 2.6,
  dataMiBPerSecond: 60,
  fullness: 0.4,
  hourlyVariation: 0,
  pauses: 0,
  pauseTrickle: 0,
  stallAt: null,
  metricsDelay: [60, 180],
}
