import type { AsPlainObject } from 'minisearch'
import type { Asked } from './asked'
import type { SearchDocument } from './options'

/** What the index stores of an article beside its words. */
export type StoredArticle = Pick<SearchDocument, 'id' | 'titled' | 'disrupts'>

/**
 * The index as lines of text, compressed a third shorter than minisearch's JSON: the articles, the fields, and for each term
 * the articles of each field, as distances; then the questions whose answers are known. Left out is what results do not
 * depend on: frequencies and lengths.
 */
const heading = 'sealwatch-help-index 2'
const base = 36
/** Begins the line of a question; no term begins with it. */
const questionMark = '?'

/** An index of words, and the questions whose answers are known. */
export interface Unpacked {
  readonly words: AsPlainObject
  readonly asked: readonly Asked[]
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
 * @param articles In the order in which they were added to the index.
 */
export function pack(
  articles: readonly StoredArticle[],
  { fieldIds, index }: AsPlainObject,
  asked: readonly Asked[],
): string {
  const fields = Object.keys(fieldIds)
  const terms = index
    .map(([term, found]) => [term, ...fields.map((field) => distancesOf(found[String(fieldIds[field])]))])
    .map((line) => line.join('\t'))
  const places = new Map<string, string>(articles.map(({ id }, place) => [id, place.toString(base)]))
  const questions = asked.map(
    ({ terms: each, answers }) =>
      `${questionMark}${answers.flatMap((id) => places.get(id) ?? []).join(',')}\t${each.join(' ')}`,
  )
  return [
    heading,
    fields.join('\t'),
    articles.map(({ id, titled, disrupts }) => `${id} ${titled} ${disrupts}`).join('\t'),
    ...terms.toSorted(),
    ...questions.toSorted(),
  ].join('\n')
}

function askedOf(line: string, articles: readonly (readonly string[])[]): Asked {
  const [places = '', terms = ''] = line.slice(questionMark.length).split('\t')
  return {
    terms: terms.split(' '),
    answers: places.split(',').flatMap((place) => articles[Number.parseInt(place, base)]?.[0] ?? []),
  }
}

/** Reads a text that `pack` wrote, for `MiniSearch.loadJS`. Throws an error for any other text. */
export function unpack(text: string): Unpacked {
  const [first, fields = '', stored = '', ...lines] = text.split('\n')
  if (first !== heading || lines.length === 0) throw new Error('This text is no index of Help')
  const terms = lines.filter((line) => !line.startsWith(questionMark))
  const names = fields.split('\t')
  const articles = stored.split('\t').map((each) => each.split(' '))
  const byPlace = <T>(value: (article: readonly string[]) => T): Record<string, T> =>
    Object.fromEntries(articles.map((article, place) => [String(place), value(article)]))
  const words: AsPlainObject = {
    serializationVersion: 2,
    documentCount: articles.length,
    nextId: articles.length,
    dirtCount: 0,
    documentIds: byPlace(([id]) => id),
    storedFields: byPlace(([, titled, disrupts]) => ({ titled: Number(titled), disrupts: Number(disrupts) })),
    fieldIds: Object.fromEntries(names.map((name, field) => [name, field])),
    fieldLength: byPlace(() => names.map(() => 1)),
    averageFieldLength: names.map(() => 1),
    index: terms.map((line) => {
      const [term = '', ...distances] = line.split('\t')
      return [term, postingsOf(distances)]
    }),
  }
  return {
    words,
    asked: lines.filter((line) => line.startsWith(questionMark)).map((line) => askedOf(line, articles)),
  }
}
