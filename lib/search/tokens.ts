import { stemmer } from 'stemmer'
import { synonyms } from '@/lib/i18n/everyday/synonyms'

/** Kanji and katakana; content words are written in them, hiragana joins and inflects. */
const japaneseRun = /[ァ-ヺー]+|[一-鿿々]+/g
const latinWord = /[a-z0-9][a-z0-9_.\-/:]*[a-z0-9_]|[a-z0-9]/g
const betweenJapanese =
  /(?<=[ぁ-んァ-ヺー一-鿿々]) (?=[ぁ-んァ-ヺー一-鿿々])|(?<=[ァ-ヺー一-鿿々])・(?=[ァ-ヺー一-鿿々])/g

/** Whether a text is written in Japanese. */
export function hasJapanese(text: string): boolean {
  return /[ぁ-んァ-ヺ一-鿿々]/.test(text.normalize('NFKC'))
}

/** A verb negated in any of its forms: 起動しなくなった, 起動しなかった and 起動しません become 起動しない. キーがなくなった does not match. */
const negatedVerb =
  /(?<=[らかさたなまわばしきけせてねめれえべげ])(?:なく(?:なっ|なり|て)|なかっ)|(?<=[しきせれけめえ])ません/g

/** サーバ and サーバー are one word. Only at the end: inside a word the mark distinguishes it from others. */
const withoutLastMark = (run: string): string => (run.length > 2 ? run.replace(/ー$/, '') : run)

const katakana = /^[ァ-ヺー]+$/

function partsOfRun(run: string): string[] {
  const word = withoutLastMark(run)
  const size = katakana.test(word) ? 3 : 2
  if (word.length <= size) return [word]
  return Array.from({ length: word.length - size + 1 }, (_, index) => word.slice(index, index + size))
}

/** Whether a term is one of the parts of a katakana word. */
export function isKatakanaPart(term: string): boolean {
  return term.length === 3 && katakana.test(term)
}

/** Makes the inflected forms of a word equal; codes and names with digits or marks stay as they are. */
const stemOf = (word: string): string => (/^[a-z]{3,}$/.test(word) ? stemmer(word) : word)

function partsOf(word: string): string[] {
  const parts = word.split(/[_.\-/:]+/).filter((part) => /[a-z]/.test(part) && part.length > 1)
  return parts.length > 0 && parts[0] !== word ? [word, ...parts] : [word]
}

/** Words that a phrase may contain without a change of meaning: `lost the vault`, `lost our vault`. All sets contain stems. */
const fillers: ReadonlySet<string> = new Set('a an the my our your their it thi that'.split(' ').map(stemOf))
const auxiliaries: ReadonlySet<string> = new Set(
  'do does did will would is are was were be been has have had can could'.split(' ').map(stemOf),
)
/** Words that negate the verb after them: `never boots`, `cannot boot`, `fails to boot`. */
const negations: ReadonlySet<string> = new Set(['never', 'cannot', 'cant', 'wont', 'dont', 'doesnt', 'didnt', 'isnt'])
const beforeTo: ReadonlySet<string> = new Set(['fail', 'refuse', 'unable'].map(stemOf))

/** Negated verbs in one form: `doesn’t boot`, `will not boot` and `refuses to boot` are all `not boot`. */
function withOneNegation(words: readonly string[]): string[] {
  return words.flatMap((word, index) => {
    const next = words[index + 1] ?? ''
    if (negations.has(word)) return ['not']
    if (word === 'no' && next === 'longer') return ['not']
    if (word === 'longer' && words[index - 1] === 'no') return []
    if (beforeTo.has(word) && next === 'to') return ['not']
    if (word === 'to' && beforeTo.has(words[index - 1] ?? '')) return []
    if (auxiliaries.has(word) && (next === 'not' || negations.has(next))) return []
    return fillers.has(word) ? [] : [word]
  })
}

/** `won’t`, `doesn't` and the like with their negation as a separate word. */
const withoutContractions = (text: string): string =>
  text
    .replace(/\bcan['’]t\b/g, 'not')
    .replace(/\bwon['’]t\b/g, 'not')
    .replace(/n['’]t\b/g, ' not')

const wordsOf = (text: string): string[] =>
  withOneNegation((withoutContractions(text).match(latinWord) ?? []).flatMap(partsOf).map(stemOf))

const longestFirst = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> =>
  new Map(pairs.toSorted(([a], [b]) => b.length - a.length))

const english = longestFirst(
  synonyms.flatMap(({ term, en }) => en.map((phrase) => [wordsOf(phrase).join(' '), stemOf(term)] as const)),
)
const japanese = longestFirst(
  synonyms.flatMap(({ term, ja }) => ja.map((phrase) => [phrase.replace(negatedVerb, 'ない'), term] as const)),
)
// Letters and spaces alone stand in these phrases: none has a meaning in an expression.
const englishPhrase = new RegExp(`(?<= )(?:${[...english.keys()].join('|')})(?= )`, 'g')
// A katakana word does not begin inside another: コントロール is no ロール.
const japanesePhrase = new RegExp(
  [...japanese.keys()].map((phrase) => (/^[ァ-ヺ]/.test(phrase) ? `(?<![ァ-ヺー])${phrase}` : phrase)).join('|'),
  'g',
)

const withJapaneseSynonyms = (text: string): string =>
  text.replace(japanesePhrase, (phrase) => {
    const term = japanese.get(phrase) ?? phrase
    return hasJapanese(term) ? term : ` ${term} `
  })

/**
 * Terms of a text, the same for the index and for the question: Latin words by their stems, whole and in their parts;
 * Japanese in parts of two or three characters, since browsers do not agree on its word boundaries; synonyms as one term.
 */
export function termsOf(text: string): string[] {
  const joined = text.normalize('NFKC').toLowerCase().replace(betweenJapanese, '').replace(negatedVerb, 'ない')
  // Twice: ディスク in データディスク begins a word only after データ was replaced.
  const plain = withJapaneseSynonyms(withJapaneseSynonyms(joined))
  const latin = ` ${wordsOf(plain).join(' ')} `.replace(englishPhrase, (phrase) => english.get(phrase) ?? phrase).trim()
  const pairs = (plain.match(japaneseRun) ?? []).flatMap(partsOfRun)
  return [...(latin === '' ? [] : latin.split(' ')), ...pairs]
}

/** Codes that only their beginning explains here: the results of BitLocker and the sign-in errors of Entra. */
const codeGroup = /^(?:aadsts(?=\d)|0x8031(?=[0-9a-f]{4}$))/

/** Terms of a question: those of its text, and the group of each code, of which Help may not know the number. */
export function questionTermsOf(text: string): string[] {
  return termsOf(text).flatMap((term) => [term, ...(codeGroup.exec(term) ?? [])])
}
