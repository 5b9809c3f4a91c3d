import 'server-only'

/** A number that changes with the text: two 32-bit halves, of which 53 bits are kept. */
function hashOf(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}

/** What an inventory says of each VM, as one number: every row of every question about it counts, in any order. */
export class Fingerprints {
  readonly #byKey = new Map<string, number>()

  /** @param key the VM that a row is about, as it is known everywhere */
  add(key: string, row: unknown): void {
    const sum = (this.#byKey.get(key) ?? 0) + hashOf(JSON.stringify(row))
    this.#byKey.set(key, sum % Number.MAX_SAFE_INTEGER)
  }

  of(key: string): number {
    return this.#byKey.get(key) ?? 0
  }
}
