import { fail, ok, type Result } from '@/lib/shared/result'
import {
  bundleExchangeSchema,
  bundleFormat,
  bundleHeaderSchema,
  bundleManifestSchema,
  bundleParts,
  bundleVersion,
  type BundleExchange,
  type BundleHeader,
  type BundleManifest,
} from './format'

/**
 * Why a file is no bundle that can be shown. `foreign`: another kind of file; `other-version`: of another version of the
 * format; `cut`: it ends before its manifest; `damaged`: its contents do not fit its manifest, or a line is not as the
 * format has it; `too-large`: more than this reader takes.
 */
export interface BundleFailure {
  readonly code: 'foreign' | 'other-version' | 'cut' | 'damaged' | 'too-large'
  /** Number of the line, from 1; null where no line is at fault. */
  readonly line: number | null
}

export interface Bundle {
  readonly header: BundleHeader
  readonly exchanges: readonly BundleExchange[]
  readonly manifest: BundleManifest
}

/**
 * The beginning of a file whose writing was cut off: what the program that continues it need not read again. It is
 * unchecked, and never shown.
 */
export type BegunBundle = Pick<Bundle, 'header' | 'exchanges'>

/** A running SHA-256. */
export interface LineHash {
  readonly update: (text: string) => void
  /** Hexadecimal. */
  readonly digest: () => string
}

/** Lines that a reader takes at most: three for each of 500,000 VMs. */
const mostLines = 1_500_000

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined

function headerOf(line: string): Result<BundleHeader, BundleFailure> {
  const value = parsed(line)
  if (fieldOf(value, 'format') !== bundleFormat) return fail({ code: 'foreign', line: 1 })
  if (fieldOf(value, 'version') !== bundleVersion) return fail({ code: 'other-version', line: 1 })
  const header = bundleHeaderSchema.safeParse(value)
  return header.success ? ok(header.data) : fail({ code: 'damaged', line: 1 })
}

/** Reads the lines of one file. Nothing of it counts before its end has been checked. */
class BundleReader {
  #header: BundleHeader | null = null
  #manifest: BundleManifest | null = null
  readonly #exchanges: BundleExchange[] = []
  readonly #parts = new Map<string, { lines: number; readonly hash: LineHash }>()
  #line = 0

  constructor(private readonly newHash: () => LineHash) {}

  /** Takes a line without its line feed; returns why the file is refused. */
  take(text: string): BundleFailure | null {
    this.#line += 1
    const damaged: BundleFailure = { code: 'damaged', line: this.#line }
    if (this.#line > mostLines) return { code: 'too-large', line: this.#line }
    if (this.#manifest !== null) return damaged
    if (this.#header === null) {
      const header = headerOf(text)
      if (!header.ok) return header.failure
      this.#header = header.value
      this.#count('header', text)
      return null
    }
    const value = parsed(text)
    const exchange = bundleExchangeSchema.safeParse(value)
    if (exchange.success) {
      const { part } = exchange.data
      const last = this.#exchanges.at(-1)?.part ?? part
      if (bundleParts.indexOf(part) < bundleParts.indexOf(last)) return damaged
      this.#exchanges.push(exchange.data)
      this.#count(part, text)
      return null
    }
    const manifest = bundleManifestSchema.safeParse(value)
    if (!manifest.success) return damaged
    this.#manifest = manifest.data
    return null
  }

  end(): Result<Bundle, BundleFailure> {
    if (this.#header === null) return fail({ code: 'foreign', line: null })
    if (this.#manifest === null) return fail({ code: 'cut', line: null })
    const expected = this.#manifest.parts
    const fits =
      expected.length === this.#parts.size &&
      expected.every(({ name, lines, sha256 }) => {
        const found = this.#parts.get(name)
        return found !== undefined && found.lines === lines && found.hash.digest() === sha256
      })
    if (!fits || new Set(expected.map(({ name }) => name)).size !== expected.length)
      return fail({ code: 'damaged', line: null })
    return ok({ header: this.#header, exchanges: this.#exchanges, manifest: this.#manifest })
  }

  begun(): BegunBundle | null {
    return this.#header === null ? null : { header: this.#header, exchanges: this.#exchanges }
  }

  #count(name: string, text: string): void {
    const part = this.#parts.get(name) ?? { lines: 0, hash: this.newHash() }
    part.lines += 1
    part.hash.update(`${text}\n`)
    this.#parts.set(name, part)
  }
}

/**
 * Reads a bundle strictly: an unknown field, kind of line or version is refused, and so is a file whose parts do not have
 * the checksums of its manifest. Checksums find damage; they do not prove who wrote the file.
 * @param lines of the decompressed file, without line feeds; what they throw is passed on
 */
export async function readBundle(
  lines: AsyncIterable<string>,
  newHash: () => LineHash,
): Promise<Result<Bundle, BundleFailure>> {
  const reader = new BundleReader(newHash)
  for await (const line of lines) {
    const refused = reader.take(line)
    if (refused !== null) return fail(refused)
  }
  return reader.end()
}

const unchecked: LineHash = { update: () => undefined, digest: () => '' }

/**
 * Reads a file that was cut off up to its first line that is not whole.
 * @returns null where not even its header is
 */
export async function readBegunBundle(lines: AsyncIterable<string>): Promise<BegunBundle | null> {
  const reader = new BundleReader(() => unchecked)
  for await (const line of lines) if (reader.take(line) !== null) break
  return reader.begun()
}
