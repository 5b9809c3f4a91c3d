import { stemmer } from 'stemmer'
import { synonyms } from '@/lib/i18n/everyday/synonyms'

/** Kanji and katakana; content words are written in them, hiragana joins and inflects. */
const japaneseRun = /[ァ-ヺー一-鿿々]+/g
const latinWord = /[a-z0-9][a-z0-9_.\-/:]*[a-z0-9_]|[a-z0-9]/g
const betweenJapanese =
  /(?<=[ぁ-んァ-ヺー一-鿿々]) (?=[ぁ-んァ-ヺー一-鿿々])|(?<=[ァ-ヺー一-鿿々])・(?=[ァ-ヺー一-鿿々])/g

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

/** Makes the inflected forms of a word equal; codes and names with digits or marks stay as they are. */
const stemOf = (word: string): string => (/^[a-z]{3,}$/.test(word) ? stemmer(word) : word)

function partsOf(word: string): string[] {
  const parts = word.split(/[_.\-/:]+/).filter((part) => /[a-z]/.test(part) && part.length > 1)
  return parts.length > 0 && parts[0] !== word ? [word, ...parts] : [word]
}

const wordsOf = (text: string): string[] => (text.match(latinWord) ?? []).flatMap(partsOf).map(stemOf)

const longestFirst = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> =>
  new Map(pairs.toSorted(([a], [b]) => b.length - a.length))

const english = longestFirst(
  synonyms.flatMap(({ term, en }) => en.map((phrase) => [wordsOf(phrase).join(' '), stemOf(term)] as const)),
)
const japanese = longestFirst(synonyms.flatMap(({ term, ja }) => ja.map((phrase) => [phrase, term] as const)))
// Letters and spaces alone stand in these phrases: none has a meaning in an expression.
const englishPhrase = new RegExp(`(?<= )(?:${[...english.keys()].join('|')})(?= )`, 'g')
// A katakana word does not begin inside another: コントロール is no ロール.
const japanesePhrase = new RegExp(
  [...japanese.keys()].map((phrase) => (/^[ァ-ヺ]/.test(phrase) ? `(?<![ァ-ヺー])${phrase}` : phrase)).join('|'),
  'g',
)

/**
 * Terms of a text, the same for the index and for the question: Latin words by their stems, whole and in their parts;
 * Japanese in pairs of characters, since browsers do not agree on its word boundaries; synonyms as one term.
 */
export function termsOf(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(betweenJapanese, '')
    .replace(japanesePhrase, (phrase) => {
      const term = japanese.get(phrase) ?? phrase
      return hasJapanese(term) ? term : ` ${term} `
    })
  const latin = ` ${wordsOf(plain).join(' ')} `.replace(englishPhrase, (phrase) => english.get(phrase) ?? phrase).trim()
  const pairs = (plain.match(japaneseRun) ?? []).flatMap(pairsOf)
  return [...(latin === '' ? [] : latin.split(' ')), ...pairs]
}

/** Codes that only their beginning explains here: the results of BitLocker and the sign-in errors of Entra. */
const codeGroup = /^(?:aadsts(?=\d)|0x8031(?=[0-9a-f]{4}$))/

/** Terms of a question: those of its text, and the group of each code, of which Help may not know the number. */
export function questionTermsOf(text: string): string[] {
  return termsOf(text).flatMap((term) => [term, ...(codeGroup.exec(term) ?? [])])
}
