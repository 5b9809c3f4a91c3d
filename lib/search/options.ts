import type { Options, SearchOptions } from 'minisearch'
import { events } from '@/lib/i18n/everyday/events'
import { synonyms } from '@/lib/i18n/everyday/synonyms'
import type { Intent } from './intent'
import { hasJapanese, isKatakanaPart, stemOf, termsOf } from './tokens'

export interface SearchDocument {
  readonly id: string
  readonly title: string
  /** Everyday words that lead to the article. */
  readonly words: string
  /** Codes, commands, and passages of messages. */
  readonly literal: string
  readonly text: string
  /** Number of terms of the title. */
  readonly titled: number
  /** 1 for a step that stops, restarts, deletes or replaces; 0 for any other article. */
  readonly disrupts: 0 | 1
}

/** Words that occur in most texts of Help, or distinguish none of them. */
const common: ReadonlySet<string> = new Set(
  (
    'about accident actually after again already also am an and any anyone anymore are as at be been but by can code did do does ' +
    'done else error ever for from get got had has have he help hers how if im in into is issue it ive just keep know ' +
    'make may me more much my need no not now of on one or our per please question really said say says she should since ' +
    'so some somebody someone something still tell than that the their them then there these they this those to told vm ' +
    'very via want was we week were what when where which who why will with without yet you your'
  )
    .split(' ')
    .map(stemOf),
)

/** Whether a word is left out of the index and of questions; one letter or digit alone distinguishes nothing. */
export function isCommon(term: string): boolean {
  return (term.length === 1 && !hasJapanese(term)) || common.has(term)
}

/** What happened or is wanted decides more than the thing that it happened to. */
const eventTerms: ReadonlySet<string> = new Set(events.flatMap(({ term }) => termsOf(term)))
const knownTerms: ReadonlySet<string> = new Set(synonyms.flatMap(({ term }) => termsOf(term)))

/** The options for building and reading an index: both must be the same. */
export const indexOptions: Options<SearchDocument> = {
  fields: ['title', 'words', 'literal', 'text'],
  tokenize: termsOf,
  processTerm: (term) => (isCommon(term) ? null : term),
  storeFields: ['titled', 'disrupts'],
  autoVacuum: false,
}

/** Nearly every article is about a failure, or about something wrong: these words say little. */
const vague: ReadonlySet<string> = new Set(
  ['fail', 'wrong', 'unsupported', 'required', 'missing', 'different'].map(stemOf),
)
const weightOfVague = 0.6
/** A katakana word has as many parts as letters, but says no more than one word of two kanji. */
const weightOfKatakana = 0.35
/** A single kanji is mostly the stem of a common verb. */
const weightOfKanji = 0.25
const weightOfEvent = 1.6
/** The group of a code is less than the code. */
const weightOfGroup = 0.3

/** How much a term of a question counts. */
export function weightOf(term: string): number {
  if (vague.has(term)) return weightOfVague
  if (term === '0x8031' || term === 'aadsts') return weightOfGroup
  // A number of an error, a port or a version is seldom in a question by chance.
  if (eventTerms.has(term) || /^\d{2,}$/.test(term)) return weightOfEvent
  if (term.length === 1) return weightOfKanji
  return isKatakanaPart(term) ? weightOfKatakana : 1
}

/** A question that names a role is mostly answered by one. */
const weightOfRole = 1.6
/** What failed is explained by a problem, a cause or a message, or seen in a log; their pages have the other steps. */
const weightOfStepAfterFailure = 0.8

/** How much a term says by where it stands: a title and everyday words say what an article is about. */
const fieldWeight: Readonly<Record<string, number>> = { title: 3, words: 3.5, literal: 2, text: 1 }

/** The most that one of these fields says. */
export function weightOfFields(fields: readonly string[]): number {
  return Math.max(...fields.map((field) => fieldWeight[field] ?? 0))
}

/**
 * How much an article counts by its kind: problems link to causes and steps; a known message is recognised without the
 * index; what to do counts more where a question asks for it, and less where it would harm.
 */
export function weightOfKind(id: string, intent: Intent, disrupts: boolean): number {
  if (disrupts && intent === 'work') return 0.3
  if (intent === 'role' && id.startsWith('role:')) return weightOfRole
  if (id.startsWith('problem:')) return 1.15
  if (id.startsWith('message:')) return 0.8
  if (id.startsWith('requirement:')) return 0.95
  if (intent === 'action') return /^step:(?!wait-for-)/.test(id) ? 1.2 : 1
  const usual = disrupts ? 0.75 : 1
  return intent === 'failure' && /^step:(?!see-|show-)/.test(id) ? usual * weightOfStepAfterFailure : usual
}

/** Words may be unfinished or misspelt; numbers of errors and parts of Japanese words match exactly or not at all. */
export const searchOptions: SearchOptions = {
  tokenize: (term) => [term],
  prefix: (term) => /^[a-z]{3,}/.test(term),
  // Two wrong letters from seven on: a stem is shorter than its word. A known word is not misspelt: decrypt is not encrypt.
  fuzzy: (term) => !knownTerms.has(term) && /^[a-z]{5,}$/.test(term) && 0.22,
}
