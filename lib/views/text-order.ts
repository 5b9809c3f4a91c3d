// Numbers inside names count as numbers (vm-2 before vm-10). The Japanese rules sort kana and kanji as a Japanese
// reader expects and leave Latin letters where every reader expects them, so one order serves both languages.
const collator = new Intl.Collator('ja', { numeric: true, sensitivity: 'base' })

/** Compares two names for people; equal names by their exact characters, so that the order is total. */
export function compareText(left: string, right: string): number {
  return collator.compare(left, right) || byCharacter(left, right)
}

function byCharacter(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

const plain = /^[\x20-\x7e\n\t]*$/

/** A key whose characters sort as `compareText` does, near enough, for texts of plain letters, digits and signs. */
function plainKey(text: string): string {
  return text.toLowerCase().replaceAll(/\d+/g, (digits) => digits.padStart(12, '0'))
}

/**
 * The place of each text among all given ones. Sorting few distinct texts once is faster than comparing every row.
 * Thousands of distinct plain texts (messages) go by a key, for which the language's rules would take too long.
 */
export function ranksOf(texts: Iterable<string>): ReadonlyMap<string, number> {
  const distinct = [...new Set(texts)]
  if (distinct.length < 1000 || !distinct.every((text) => plain.test(text))) {
    return new Map(distinct.sort(compareText).map((text, index) => [text, index]))
  }
  const keyed = distinct.map((text) => ({ text, key: plainKey(text) }))
  keyed.sort((left, right) => byCharacter(left.key, right.key) || byCharacter(left.text, right.text))
  return new Map(keyed.map(({ text }, index) => [text, index]))
}
