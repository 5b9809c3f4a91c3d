import type { AsPlainObject } from 'minisearch'
import { articles, idOf } from './articles'
import type { Asked } from './asked'
import type { SearchDocument } from './options'

/** What the index stores of an article beside its words. */
export type StoredArticle = Pick<SearchDocument, 'id' | 'titled' | 'disrupts'>

/**
 * The index as lines of text, compressed a third shorter than minisearch's JSON: the articles, the fields, and for each term
 * the articles of each field, as distances; then the questions whose answers are known. Left out is what results do not
 * depend on, frequencies and lengths, and what the reader has: the ids of the articles, in the order of `articles`.
 */
const heading = 'sealwatch-help-index 3'
const base = 36
/** Begins the line of a question; no term begins with it. */
const questionMark = '?'

/** An index of words, and the questions whose answers are known. */
export interface Unpacked {
  readonly words: AsPlainObject
  readonly asked: readonly Asked[]
}

/** A number that other ids, or the same in another order, do not have. */
function markOf(ids: readonly string[]): string {
  let mark = 0
  for (const char of ids.join(' ')) mark = (Math.imul(mark, 31) + (char.codePointAt(0) ?? 0)) >>> 0
  return mark.toString(base)
}

type Postings = AsPlainObject['index'][number][1]

function distancesOf(counts: Postings[string] | undefined): string {
  const places = Object.keys(counts ?? {})
    .map(Number)
    .toSorted((a, b) => a - b)
  return places.map((place, index) => (place - (places[index - 1] ?? 0)).toString(base)).join(',')
}

function countsOf(distances: string): Record<string, number> {
  let place = 0
  const counts: Record<string, number> = {}
  for (const distance of distances.split(',')) {
    place += Number.parseInt(distance, base)
    counts[place] = 1
  }
  return counts
}

function postingsOf(distances: readonly string[]): Postings {
  const found = distances.flatMap((each, field) => (each === '' ? [] : [[String(field), countsOf(each)] as const]))
  return Object.fromEntries(found)
}

/**
 * Writes an index as text.
 * @param stored In the order in which they were added to the index.
 */
export function pack(
  stored: readonly StoredArticle[],
  { fieldIds, index }: AsPlainObject,
  asked: readonly Asked[],
): string {
  const fields = Object.keys(fieldIds)
  const terms = index
    .map(([term, found]) => [term, ...fields.map((field) => distancesOf(found[String(fieldIds[field])]))])
    .map((line) => line.join('\t'))
  const places = new Map<string, string>(stored.map(({ id }, place) => [id, place.toString(base)]))
  const questions = asked.map(
    ({ terms: each, answers }) =>
      `${questionMark}${answers.flatMap((id) => places.get(id) ?? []).join(',')}\t${each.join(' ')}`,
  )
  return [
    `${heading} ${markOf(stored.map(({ id }) => id))}`,
    fields.join('\t'),
    stored.map(({ titled, disrupts }) => `${titled} ${disrupts}`).join('\t'),
    ...terms.toSorted(),
    ...questions.toSorted(),
  ].join('\n')
}

function askedOf(line: string, ids: readonly string[]): Asked {
  const [places = '', terms = ''] = line.slice(questionMark.length).split('\t')
  return {
    terms: terms.split(' '),
    answers: places.split(',').flatMap((place) => ids[Number.parseInt(place, base)] ?? []),
  }
}

/** Reads a text that `pack` wrote, for `MiniSearch.loadJS`. Throws an error for any other text, also one of other articles. */
export function unpack(text: string): Unpacked {
  const ids = articles.map(idOf)
  const [first, fields = '', stored = '', ...lines] = text.split('\n')
  if (first !== `${heading} ${markOf(ids)}` || lines.length === 0) throw new Error('This text is no index of Help')
  const terms = lines.filter((line) => !line.startsWith(questionMark))
  const names = fields.split('\t')
  const numbers = stored.split('\t').map((each) => each.split(' '))
  const byPlace = <T>(value: (place: number) => T): Record<string, T> =>
    Object.fromEntries(ids.map((_, place) => [String(place), value(place)]))
  const words: AsPlainObject = {
    serializationVersion: 2,
    documentCount: ids.length,
    nextId: ids.length,
    dirtCount: 0,
    documentIds: byPlace((place) => ids[place]),
    storedFields: byPlace((place) => ({ titled: Number(numbers[place]?.[0]), disrupts: Number(numbers[place]?.[1]) })),
    fieldIds: Object.fromEntries(names.map((name, field) => [name, field])),
    fieldLength: byPlace(() => names.map(() => 1)),
    averageFieldLength: names.map(() => 1),
    index: terms.map((line) => {
      const [term = '', ...distances] = line.split('\t')
      return [term, postingsOf(distances)]
    }),
  }
  return { words, asked: lines.filter((line) => line.startsWith(questionMark)).map((line) => askedOf(line, ids)) }
}
