/** A reproducible source of numbers: the same seed gives the same sequence on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number
  /** Whole number in [0, below). */
  readonly below: (below: number) => number
  readonly pick: <T>(items: readonly [T, ...T[]]) => T
  readonly hex: (digits: number) => string
  readonly uuid: () => string
}

/** FNV-1a, 32 bit. Stable, fast, good enough to distribute names. */
export function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}

/** Every group of four hexadecimal digits: a lookup is faster than formatting. */
const hexWords: readonly string[] = Array.from({ length: 0x10000 }, (_, word) => word.toString(16).padStart(4, '0'))

/** Mulberry32 over `seed`, with helpers. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  const hex = (digits: number): string => {
    let text = ''
    for (let left = digits; left > 0; left -= 4) text += hexWords[Math.floor(next() * 0x10000)] ?? ''
    return digits % 4 === 0 ? text : text.slice(0, digits)
  }
  return {
    next,
    below,
    pick: (items) => items[below(items.length)] ?? items[0],
    hex,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  }
}

/** A separate random source for `name`: adding another VM elsewhere does not change this one. */
export function randomFor(seed: number, name: string): Random {
  return createRandom((hash(name) ^ Math.imul(seed + 1, 0x9e3779b1)) >>> 0)
}
