import 'server-only'

/** A hash of the text: two 32-bit halves, of which 53 bits are kept. */
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

/** The inventory's data of each VM, as one number: every row of every query about it counts, in any order. */
export class Fingerprints {
  readonly #byKey = new Map<string, number>()
  readonly #partial = new Set<string>()

  /** @param key of the VM that the row is about; see `vmKey` */
  add(key: string, row: unknown): void {
    const sum = (this.#byKey.get(key) ?? 0) + hashOf(JSON.stringify(row))
    this.#byKey.set(key, sum % Number.MAX_SAFE_INTEGER)
  }

  /** Leaves out a row of a VM that this load does not read: hashing it would be wasted. */
  leaveOut(key: string): void {
    this.#partial.add(key)
  }

  of(key: string): number {
    return this.#byKey.get(key) ?? 0
  }

  /** The fingerprint for comparisons; null where a row was left out, so that it matches nothing. */
  whole(key: string): number | null {
    return this.#partial.has(key) ? null : this.of(key)
  }
}
