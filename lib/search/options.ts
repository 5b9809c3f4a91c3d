import type { Options, SearchOptions } from 'minisearch'
import { questionTermsOf, termsOf } from './tokens'

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
    'about after am an and any are as at be been but by can code did do doe does error for from get got ha had has have how if in into is it its just ' +
    'may me more much my need no not now of on one or please should so some still that the their then there this to vm wa was want we what when where ' +
    'which who why will with without you your'
  ).split(' '),
)

/** Whether a word is left out of the index and of questions; one character alone, digit or kanji, distinguishes nothing. */
export function isCommon(term: string): boolean {
  return term.length === 1 || common.has(term)
}

/** The options for building and reading an index: both must be the same. */
export const indexOptions: Options<SearchDocument> = {
  fields: ['title', 'words', 'literal', 'text'],
  tokenize: termsOf,
  processTerm: (term) => (isCommon(term) ? null : term),
  autoVacuum: false,
}

/** Words may be unfinished or misspelt; numbers of errors and pairs of Japanese characters match exactly or not at all. */
export const searchOptions: SearchOptions = {
  tokenize: questionTermsOf,
  combineWith: 'OR',
  boost: { title: 3, words: 4, literal: 1.5 },
  // Articles link to causes and steps; a message is what the user met, and a known one is recognised without the index.
  // A role is only a name: commands of steps contain the same words.
  boostDocument: (id) => (String(id).startsWith('message:') ? 0.7 : String(id).startsWith('role:') ? 1.5 : 1),
  prefix: (term) => /^[a-z]{3,}/.test(term),
  // Two wrong letters from seven on: a stem is shorter than its word.
  fuzzy: (term) => /^[a-z]{5,}$/.test(term) && 0.22,
}
