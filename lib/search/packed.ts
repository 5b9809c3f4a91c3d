import type { AsPlainObject } from 'minisearch'
import type { SearchDocument } from './options'

/** What the index stores of an article beside its words. */
export type StoredArticle = Pick<SearchDocument, 'id' | 'titled' | 'disrupts'>

/**
 * The index as lines of text, compressed a third shorter than minisearch's JSON: the articles, the fields, and for each term
 * the articles of each field, as distances. Left out is what results do not depend on: frequencies and lengths.
 */
const heading = 'sealwatch-help-index 1'
const base = 36

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
export function pack(articles: readonly StoredArticle[], { fieldIds, index }: AsPlainObject): string {
  const fields = Object.keys(fieldIds)
  const terms = index
    .map(([term, found]) => [term, ...fields.map((field) => distancesOf(found[String(fieldIds[field])]))])
    .map((line) => line.join('\t'))
  return [
    heading,
    fields.join('\t'),
    articles.map(({ id, titled, disrupts }) => `${id} ${titled} ${disrupts}`).join('\t'),
    ...terms.toSorted(),
  ].join('\n')
}

/** Reads a text that `pack` wrote, for `MiniSearch.loadJS`. Throws an error for any other text. */
export function unpack(text: string): AsPlainObject {
  const [first, fields = '', stored = '', ...terms] = text.split('\n')
  if (first !== heading || terms.length === 0) throw new Error('This text is no index of Help')
  const names = fields.split('\t')
  const articles = stored.split('\t').map((each) => each.split(' '))
  const byPlace = <T>(value: (article: readonly string[]) => T): Record<string, T> =>
    Object.fromEntries(articles.map((article, place) => [String(place), value(article)]))
  return {
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
}
