// Digits inside names compare as numbers (vm-2 before vm-10). The Japanese collation sorts kana and kanji as Japanese
// readers expect and keeps Latin letters in their usual order, so one order serves both languages.
const collator = new Intl.Collator('ja', { numeric: true, sensitivity: 'base' })

/** Compares two names in natural order; equal names by their exact characters, so that the order is total. */
export function compareText(left: string, right: string): number {
  return collator.compare(left, right) || byCharacter(left, right)
}

function byCharacter(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

const plain = /^[\x20-\x7e\n\t]*$/

/** A key that sorts nearly like `compareText`, for texts of plain letters, digits and signs. */
function plainKey(text: string): string {
  return text.toLowerCase().replaceAll(/\d+/g, (digits) => digits.padStart(12, '0'))
}

/**
 * The rank of each text among all given ones. Sorting the few distinct texts once is faster than comparing every row.
 * Thousands of distinct plain texts (messages) are sorted by a key, because the collator would take too long.
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
