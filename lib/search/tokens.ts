import { stemmer } from 'stemmer'
import { synonyms } from '@/lib/i18n/everyday/synonyms'

/** Kanji and katakana; content words are written in them, hiragana joins and inflects. */
const japaneseRun = /[ァ-ヺー]+|[一-鿿々]+/g
const latinWord = /[a-z0-9][a-z0-9_.\-/:]*[a-z0-9_]|[a-z0-9]/g
/** Blanks beside Japanese separate no words: キー コンテナー, 別の VM, VM が. */
const betweenJapanese =
  /(?<=[ぁ-んァ-ヺー一-鿿々]) | (?=[ぁ-んァ-ヺー一-鿿々])|(?<=[ァ-ヺー一-鿿々])・(?=[ァ-ヺー一-鿿々])/g

/** Whether a text is written in Japanese. */
export function hasJapanese(text: string): boolean {
  return /[ぁ-んァ-ヺ一-鿿々]/.test(text.normalize('NFKC'))
}

/** A verb negated in any of its forms: 起動しなくなった, 起動しなかった and 起動しません become 起動しない. キーがなくなった does not match. */
const negatedVerb =
  /(?<=[らかさたなまわばしきけせてねめれえべげ])(?:なく(?:なっ|なり|て)|なかっ)|(?<=[しきせれけめえ]|[てで]い)ません/g

/** Spellings of one word in katakana: ウイルス and ウィルス, ファイアウォール and ファイヤウォール. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/ヴァ/g, 'バ'],
  [/ヴィ/g, 'ビ'],
  [/ヴェ/g, 'ベ'],
  [/ヴォ/g, 'ボ'],
  [/ヴ/g, 'ブ'],
  [/ウィ/g, 'ウイ'],
  [/ウェ/g, 'ウエ'],
  [/ァイヤ/g, 'ァイア'],
  [/フェイル/g, 'フェール'],
  [/ヅ/g, 'ズ'],
]
/** A compound verb with or without the ending of its first part: 取り外す and 取外す, 切り替え and 切替え, 割り当て and 割当て. */
const firstEnding = /(?<=[入切割取受引差打掛換替書立組置読])[いえきけしちみりれ](?=[一-鿿])/g

const inOneSpelling = (text: string): string =>
  spellings.reduce((spelt, [from, to]) => spelt.replace(from, to), text).replace(firstEnding, '')

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

/** Amounts of time in one form: what differs between `after 10 hours` and `after two days` is no matter of the question. */
const amountOfTime =
  /\b(?:\d{1,3}|one|two|three|four|five|six|eight|ten|twelve|several|many|some|a few) ?(?:hours?|hrs?|h|days?|d|weeks?)\b/g
const japaneseAmountOfTime = /\d{1,3} ?(?:時間|日間?|週間)|[一二三四五六七八九十半数]{1,3}(?:時間|日(?!本)|週間)/g

const withoutAmounts = (text: string): string =>
  text.replace(amountOfTime, ' hours ').replace(japaneseAmountOfTime, '何時間')

/** Makes the inflected forms of a word equal; codes and names with digits or marks stay as they are. */
export const stemOf = (word: string): string => (/^[a-z]{3,}$/.test(word) ? stemmer(word) : word)

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

const switching: ReadonlySet<string> = new Set(
  ['turn', 'switch'].flatMap((verb) => [verb, `${verb}s`, `${verb}es`, `${verb}ed`, `${verb}ing`]),
)
const switched: ReadonlyMap<string, string> = new Map([
  ['off', 'disable'],
  ['on', 'enable'],
])
/** At most two words stand between the parts of such a verb. */
const longestObject = 2

/** Verbs of two words as one: `turn it off`, `switching encryption off`. */
function withOneVerb(words: readonly string[]): string[] {
  const found: string[] = []
  let verb = -1
  for (const word of words) {
    const one = verb >= 0 && found.length - verb <= longestObject + 1 ? switched.get(word) : undefined
    if (one === undefined) {
      if (switching.has(word)) verb = found.length
      found.push(word)
    } else {
      found[verb] = one
      verb = -1
    }
  }
  return found
}

/**
 * Forms that a stem would lose: `won’t` and the like with their negation as a separate word, and what has happened as
 * opposed to what will (`expired`, `soft deleted`).
 */
const withPlainForms = (text: string): string =>
  text
    .replace(/\bexpired\b/g, 'expired lapsed')
    .replace(/\bsoft[ -]deleted\b/g, 'soft delete deleted')
    .replace(/\bcan['’]t\b/g, 'not')
    .replace(/\bwon['’]t\b/g, 'not')
    .replace(/n['’]t\b/g, ' not')

const results = { first: 0x80_00_00_00, last: 0xff_ff_ff_ff, signed: 0x1_00_00_00_00 } as const

/** Results of Windows in one form: 2150695086, -2144272210 and 803100AE are 0x803100ae. */
const withHexCodes = (text: string): string =>
  text
    .replace(/(?<![\w.-])-?\d{10}(?![\w.-])/g, (digits) => {
      const code = Number(digits) < 0 ? Number(digits) + results.signed : Number(digits)
      return code >= results.first && code <= results.last ? `0x${code.toString(16)}` : digits
    })
    .replace(/(?<![\w.-])(?=\d{0,7}[a-f])8[0-9a-f]{7}(?![\w.-])/g, '0x$&')

const wordsOf = (text: string): string[] =>
  withOneNegation(withOneVerb((withPlainForms(text).match(latinWord) ?? []).flatMap(partsOf)).map(stemOf))

const longestFirst = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> =>
  new Map(pairs.toSorted(([a], [b]) => b.length - a.length))

const english = longestFirst(
  synonyms.flatMap(({ term, en }) => en.map((phrase) => [wordsOf(phrase).join(' '), stemOf(term)] as const)),
)
// Letters and spaces alone stand in these phrases: none has a meaning in an expression.
const englishPhrase = new RegExp(`(?<= )(?:${[...english.keys()].join('|')})(?= )`, 'g')

/** A particle, or none, where one noun or verb ends and another begins: キーの更新, キーを更新 and キー更新 are one phrase. */
const particle = /(?<=[a-z0-9ァ-ヺー一-鿿々])[をがのはもにで](?=[a-z0-9ァ-ヺー一-鿿々])/g
const noParticle = /(?<=[ァ-ヺー])(?=[一-鿿々])|(?<=[一-鿿々])(?=[ァ-ヺー])/g
const optional = '[をがのはもにで]?'

const withoutParticles = (phrase: string): string => phrase.replace(particle, '')
const plainJapanese = (text: string): string =>
  inOneSpelling(text.replace(betweenJapanese, '')).replace(negatedVerb, 'ない')

const japanese = longestFirst(
  synonyms.flatMap(({ term, ja }) => ja.map((phrase) => [plainJapanese(phrase), term] as const)),
)
const japaneseTerms: ReadonlyMap<string, string> = new Map(
  [...japanese].map(([phrase, term]) => [withoutParticles(phrase), term]),
)
// A katakana word does not begin inside another: コントロール is no ロール.
const japanesePhrase = new RegExp(
  [...japanese.keys()]
    .map((phrase) => ({
      start: /^[ァ-ヺ]/.test(phrase) ? '(?<![ァ-ヺー])' : '',
      phrase: phrase.replace(particle, optional).replace(noParticle, optional),
    }))
    .map(({ start, phrase }) => `${start}${phrase}`)
    .join('|'),
  'g',
)

const withJapaneseSynonyms = (text: string): string =>
  text.replace(japanesePhrase, (phrase) => {
    const term = japaneseTerms.get(withoutParticles(phrase)) ?? phrase
    return hasJapanese(term) ? term : ` ${term} `
  })

/**
 * Terms of a text, the same for the index and for the question: Latin words by their stems, whole and in their parts;
 * Japanese in parts of two or three characters, since browsers do not agree on its word boundaries; synonyms as one term.
 */
export function termsOf(text: string): string[] {
  const joined = plainJapanese(withHexCodes(withoutAmounts(text.normalize('NFKC').toLowerCase())))
  // Twice: ディスク in データディスク begins a word only after データ was replaced.
  const plain = withJapaneseSynonyms(withJapaneseSynonyms(joined))
  const latin = ` ${wordsOf(plain).join(' ')} `.replace(englishPhrase, (phrase) => english.get(phrase) ?? phrase).trim()
  const pairs = (plain.match(japaneseRun) ?? []).flatMap(partsOfRun)
  return [...(latin === '' ? [] : latin.split(' ')), ...pairs]
}

/** Codes that only their beginning explains here: the results of BitLocker and the sign-in errors of Entra. */
const codeGroup = /^(?:aadsts(?=\d)|0x8031(?=[0-9a-f]{4}$))/

const duration = stemOf('duration')
const lateFailure = stemOf('latefailure')
/** A failure of the run itself, as opposed to what cannot be done while it goes on. */
const failure = /fail|error|crash|abort|失敗|エラー|異常終了|こけ/i

/** A run that failed after hours is not one that takes hours: only the failure leads. */
function withFailureFirst(terms: readonly string[], text: string): readonly string[] {
  if (!terms.includes(duration) || !failure.test(text)) return terms
  return [...terms.filter((term) => term !== duration), lateFailure]
}

/** Terms of a question: those of its text, and the group of each code, of which Help may not know the number. */
export function questionTermsOf(text: string): string[] {
  return withFailureFirst(termsOf(text), text).flatMap((term) => [term, ...(codeGroup.exec(term) ?? [])])
}
