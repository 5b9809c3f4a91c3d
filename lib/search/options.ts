import type { Options, SearchOptions } from 'minisearch'
import { events } from '@/lib/i18n/everyday/events'
import { synonyms } from '@/lib/i18n/everyday/synonyms'
import { hasJapanese, isKatakanaPart, questionTermsOf, termsOf } from './tokens'

export interface SearchDocument {
  readonly id: string
  readonly title: string
  /** Everyday words that lead to the article. */
  readonly words: string
  /** Codes, commands, and passages of messages. */
  readonly literal: string
  readonly text: string
}

/** Words that occur in most texts of Help, or distinguish none of them. */
const common: ReadonlySet<string> = new Set(
  (
    'about after again already also am an and any are as at be been but by can code did do doe does error for ' +
    'from get got ha had has have how if in into is it just keep know may me more much my need no not now of on one ' +
    'or our please said say should since so some still that the their then there they thi this to vm wa ' +
    'want was we what when where which who why will with without you your'
  ).split(' '),
)

/** Whether a word is left out of the index and of questions; one letter or digit alone distinguishes nothing. */
export function isCommon(term: string): boolean {
  return (term.length === 1 && !hasJapanese(term)) || common.has(term)
}

/** What happened or is wanted decides more than the thing that it happened to. */
const eventTerms: ReadonlySet<string> = new Set(events.flatMap(({ term }) => termsOf(term)))
const knownTerms: ReadonlySet<string> = new Set(synonyms.flatMap(({ term }) => termsOf(term)))

const kindWeight = [
  ['problem:', 1.15],
  ['message:', 0.6],
  ['role:', 1.5],
] as const

/** The options for building and reading an index: both must be the same. */
export const indexOptions: Options<SearchDocument> = {
  fields: ['title', 'words', 'literal', 'text'],
  tokenize: termsOf,
  processTerm: (term) => (isCommon(term) ? null : term),
  autoVacuum: false,
}

/** Nearly every article is about a failure: the word says little. */
const weightOfFailure = 0.6
/** A katakana word has as many parts as letters, but says no more than one word of two kanji. */
const weightOfKatakana = 0.35
/** A single kanji is mostly the stem of a common verb. */
const weightOfKanji = 0.25
const weightOfEvent = 1.6

/** How much a term of a question counts. */
export function weightOf(term: string): number {
  if (term === 'fail') return weightOfFailure
  if (eventTerms.has(term)) return weightOfEvent
  if (term.length === 1) return weightOfKanji
  return isKatakanaPart(term) ? weightOfKatakana : 1
}

/** Words may be unfinished or misspelt; numbers of errors and parts of Japanese words match exactly or not at all. */
export const searchOptions: SearchOptions = {
  tokenize: questionTermsOf,
  combineWith: 'OR',
  boost: { title: 3, words: 4, literal: 1.5 },
  // Articles link to causes and steps; a message is what the user met, and a known one is recognised without the index.
  // A role is only a name: commands of steps contain the same words.
  boostDocument: (id) => kindWeight.find(([kind]) => String(id).startsWith(kind))?.[1] ?? 1,
  boostTerm: weightOf,
  prefix: (term) => /^[a-z]{3,}/.test(term),
  // Two wrong letters from seven on: a stem is shorter than its word. A known word is not misspelt: decrypt is not encrypt.
  fuzzy: (term) => !knownTerms.has(term) && /^[a-z]{5,}$/.test(term) && 0.22,
}
