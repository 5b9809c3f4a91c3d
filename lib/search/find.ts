import MiniSearch, { type SearchResult } from 'minisearch'
import type { Language } from '@/lib/i18n/languages'
import { articleOf, type Article } from './articles'
import { indexOptions, searchOptions, weightOf, type SearchDocument } from './options'
import { hasJapanese, termsOf } from './tokens'

export type HelpIndex = MiniSearch<SearchDocument>

const most = 20
/** Below this share of the best score a result merely shares a word with the question. */
const least = { ofWords: 0.3, ofSentence: 0.5 } as const
const sentence = 6

/** An index that `buildIndex` made. Rejects if the text is not such an index. */
export async function openIndex(json: string): Promise<HelpIndex> {
  return MiniSearch.loadJSONAsync(json, indexOptions)
}

/** The index in the language of a question, independent of the language of the screen. */
export function indexLanguage(question: string): Language {
  return hasJapanese(question) ? 'ja' : 'en'
}

/** How rare each term of the question is among the results: a rare one says more about an article. */
function raritiesOf(found: readonly SearchResult[], documents: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { queryTerms } of found) {
    for (const term of new Set(queryTerms)) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return new Map([...counts].map(([term, count]) => [term, weightOf(term) * Math.log(1 + documents / count)]))
}

const sumOf = (rarities: ReadonlyMap<string, number>, terms: Iterable<string>): number =>
  [...terms].reduce((sum, term) => sum + (rarities.get(term) ?? 0), 0)

/**
 * The results of a question, the best first.
 * @param question Any text. Only its beginning is used: the message reader handles a long paste.
 */
export function findArticles(index: HelpIndex, question: string): readonly Article[] {
  const asked = question.slice(0, 300)
  const terms = new Set(termsOf(asked)).size
  const found = index.search(asked, searchOptions)
  const rarities = raritiesOf(found, index.documentCount)
  const whole = sumOf(rarities, rarities.keys())
  const scored = found
    // One word must not outweigh all the others: what counts is how much of the question an article contains.
    .map(({ id, score, queryTerms }) => ({
      article: articleOf(String(id)),
      score: score * (sumOf(rarities, new Set(queryTerms)) / whole),
    }))
    .sort((a, b) => b.score - a.score)
  const best = scored[0]?.score ?? 0
  const floor = best * (terms > sentence ? least.ofSentence : least.ofWords)
  return scored
    .filter(({ score }) => score >= floor)
    .flatMap(({ article }) => article ?? [])
    .slice(0, most)
}
