import { bundleParts, type BundleExchange, type BundleHeader, type BundleManifest, type BundlePart } from './format'
import type { LineHash } from './read'

interface Counted {
  readonly name: 'header' | BundlePart
  lines: number
  readonly hash: LineHash
}

/** Writes the lines of a bundle in their order, and counts what its manifest needs. */
export class BundleWriter {
  readonly #parts: Counted[] = []

  /** @param write takes a line with its line feed */
  constructor(
    private readonly newHash: () => LineHash,
    private readonly write: (line: string) => Promise<void>,
  ) {}

  header(header: Omit<BundleHeader, 'kind'>): Promise<void> {
    return this.#put('header', { kind: 'header', ...header })
  }

  exchange(part: BundlePart, exchange: Omit<BundleExchange, 'kind' | 'part'>): Promise<void> {
    return this.#put(part, { kind: 'exchange', part, ...exchange })
  }

  manifest(manifest: Omit<BundleManifest, 'kind' | 'parts'>): Promise<void> {
    const parts = this.#parts.map(({ name, lines, hash }) => ({ name, lines, sha256: hash.digest() }))
    const line: BundleManifest = { kind: 'manifest', ...manifest, parts }
    return this.write(`${JSON.stringify(line)}\n`)
  }

  #put(name: 'header' | BundlePart, value: BundleHeader | BundleExchange): Promise<void> {
    const text = `${JSON.stringify(value)}\n`
    const last = this.#parts.at(-1)
    const part = last?.name === name ? last : this.#next(name)
    part.lines += 1
    part.hash.update(text)
    return this.write(text)
  }

  #next(name: 'header' | BundlePart): Counted {
    const order = ['header', ...bundleParts]
    const last = this.#parts.at(-1)
    if (last !== undefined && order.indexOf(name) <= order.indexOf(last.name))
      throw new Error(`${name} cannot follow ${last.name}`)
    const made = { name, lines: 0, hash: this.newHash() }
    this.#parts.push(made)
    return made
  }
}
