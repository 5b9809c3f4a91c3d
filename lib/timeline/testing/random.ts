/** Random numbers from a seed, so that a failed run can be repeated (mulberry32). */
export interface Random {
  /** From 0 to 1. */
  readonly next: () => number
  readonly between: (low: number, high: number) => number
  /** Like `between`, with all factors equally likely. */
  readonly logBetween: (low: number, high: number) => number
  readonly pick: <T>(values: readonly T[]) => T
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (low: number, high: number): number => low + next() * (high - low)
  return {
    next,
    between,
    logBetween: (low, high) => Math.exp(between(Math.log(low), Math.log(high))),
    pick: (values) => values[Math.floor(next() * values.length)]!,
  }
}
