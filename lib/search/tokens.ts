/** Kanji and katakana; content words are written in them, hiragana joins and inflects. */
const japaneseRun = /[ァ-ヺー一-鿿々]+/g
const latinWord = /[a-z0-9][a-z0-9_.\-/:]*[a-z0-9_]|[a-z0-9]/g
const betweenJapanese = /(?<=[ァ-ヺー一-鿿々])[ ・](?=[ァ-ヺー一-鿿々])/g

/** Whether a text is written in Japanese. */
export function hasJapanese(text: string): boolean {
  return /[ぁ-んァ-ヺ一-鿿々]/.test(text.normalize('NFKC'))
}

/** サーバ and サーバー are one word. Only at the end: inside a word the mark distinguishes it from others. */
const withoutLastMark = (run: string): string => (run.length > 2 ? run.replace(/ー$/, '') : run)

function pairsOf(run: string): string[] {
  const word = withoutLastMark(run)
  if (word.length === 1) return [word]
  return Array.from({ length: word.length - 1 }, (_, index) => word.slice(index, index + 2))
}

/** Makes singular and plural equal, as far as the last letter shows it; a wrong cut affects both sides alike. */
const singular = (word: string): string => (/^[a-z]{2,}[^sui\W]s$/.test(word) ? word.slice(0, -1) : word)

function partsOf(word: string): string[] {
  const parts = word.split(/[_.\-/:]+/).filter((part) => /[a-z]/.test(part) && part.length > 1)
  return parts.length > 0 && parts[0] !== word ? [word, ...parts] : [word]
}

/**
 * Terms of a text, the same for the index and for the question: Latin words whole and in their parts, Japanese in pairs
 * of characters, since browsers do not agree on its word boundaries.
 */
export function termsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase().replace(betweenJapanese, '')
  const latin = [...plain.matchAll(latinWord)].flatMap(([word]) => partsOf(word)).map(singular)
  const japanese = [...plain.matchAll(japaneseRun)].flatMap(([run]) => pairsOf(run))
  return [...latin, ...japanese]
}
