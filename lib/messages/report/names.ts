/** A name this short is found only as a whole word. */
const shortName = 4
/** No name of Azure is longer; of a longer one the beginning is found. */
const longestName = 256

/** One UTF-16 unit or pair without its case, in as many units: places in the result are places in the text. */
function folded(character: string): string {
  const lower = character.toLowerCase()
  if (lower.length !== character.length) return character
  const upper = lower.toUpperCase()
  const again = upper.length === lower.length ? upper.toLowerCase() : lower
  return again.length === character.length ? again : lower
}

/** A text without upper and lower case, as long as before. */
function withoutCase(text: string): string {
  return /^[\0-\x7f]*$/.test(text) ? text.toLowerCase() : Array.from(text, folded).join('')
}

const isWordEnd = (character: string): boolean => !/[\p{L}\p{N}]/u.test(character)

/** Names to find in texts, in any case. */
export class NameIndex {
  readonly #names: ReadonlySet<string>
  /** The lengths of the names that begin with a character, longest first. */
  readonly #lengths = new Map<string, number[]>()

  /** @param names as a reader sees them */
  constructor(names: Iterable<string>) {
    const all = [...names].map((name) => withoutCase(name.trim()).slice(0, longestName)).filter((name) => name !== '')
    this.#names = new Set(all)
    const lengths = new Map<string, Set<number>>()
    for (const name of this.#names) {
      const first = name.charAt(0)
      lengths.set(first, (lengths.get(first) ?? new Set<number>()).add(name.length))
    }
    for (const [first, found] of lengths)
      this.#lengths.set(
        first,
        [...found].toSorted((left, right) => right - left),
      )
  }

  /**
   * Every place at which a name begins, with the longest name there. The work grows with the text, and not with the
   * number of names: a VM can have thousands of disks.
   */
  placesIn(text: string): { readonly start: number; readonly end: number }[] {
    const plain = withoutCase(text)
    const places: { readonly start: number; readonly end: number }[] = []
    for (let start = 0; start < plain.length; start += 1) {
      const lengths = this.#lengths.get(plain.charAt(start)) ?? []
      const length = lengths.find((each) => this.#isNameAt(plain, start, each))
      if (length !== undefined) places.push({ start, end: start + length })
    }
    return places
  }

  #isNameAt(plain: string, start: number, length: number): boolean {
    if (!this.#names.has(plain.slice(start, start + length))) return false
    if (length >= shortName) return true
    return isWordEnd(plain.charAt(start - 1)) && isWordEnd(plain.charAt(start + length))
  }
}
