import MiniSearch from 'minisearch'
import type { Language } from '@/lib/i18n/languages'
import { articleOf, type Article } from './articles'
import { indexOptions, searchOptions, type SearchDocument } from './options'
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

/**
 * The results of a question, the best first.
 * @param question Any text. Only its beginning is used: the message reader handles a long paste.
 */
export function findArticles(index: HelpIndex, question: string): readonly Article[] {
  const asked = question.slice(0, 300)
  const terms = new Set(termsOf(asked)).size
  const scored = index
    .search(asked, searchOptions)
    // One rare word must not outweigh all the others: results with more words of the question come first.
    .map(({ id, score, queryTerms }) => ({
      article: articleOf(String(id)),
      score: score * (new Set(queryTerms).size / terms),
    }))
    .sort((a, b) => b.score - a.score)
  const best = scored[0]?.score ?? 0
  const floor = best * (terms > sentence ? least.ofSentence : least.ofWords)
  return scored
    .filter(({ score }) => score >= floor)
    .flatMap(({ article }) => article ?? [])
    .slice(0, most)
}
