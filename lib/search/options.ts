import type { Options, SearchOptions } from 'minisearch'
import { termsOf } from './tokens'

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
    'a after am an and any are as at be but by can code do does error for from has have how i if in into is it its may more my no not of on one or so ' +
    'that the their then there this to was what when where which who will with without'
  ).split(' '),
)

/** Whether a word is left out of the index and of questions. */
export function isCommon(term: string): boolean {
  return common.has(term)
}

/** The options for building and reading an index: both must be the same. */
export const indexOptions: Options<SearchDocument> = {
  fields: ['title', 'words', 'literal', 'text'],
  tokenize: termsOf,
  processTerm: (term) => (isCommon(term) ? null : term),
  autoVacuum: false,
}

const latin = /^[\x20-\x7e]+$/

/** Latin words may be unfinished or misspelt; a pair of Japanese characters matches exactly or not at all. */
export const searchOptions: SearchOptions = {
  combineWith: 'OR',
  boost: { title: 3, words: 4, literal: 1.5 },
  // Articles link to causes and steps; a message is what the user met, and a known one is recognised without the index.
  // A role is only a name: commands of steps contain the same words.
  boostDocument: (id) => (String(id).startsWith('message:') ? 0.7 : String(id).startsWith('role:') ? 1.5 : 1),
  prefix: (term) => latin.test(term) && term.length > 2,
  fuzzy: (term) => /^[a-z]{5,}$/.test(term) && 0.2,
}
