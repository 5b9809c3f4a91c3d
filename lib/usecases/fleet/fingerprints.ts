import 'server-only'
import { hash } from 'node:crypto'

/** A hash of the text, as a number of 48 bits. It only detects changes; nothing depends on its secrecy. */
const hashOf = (text: string): number => Number.parseInt(hash('sha1', text, 'hex').slice(0, 12), 16)

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
