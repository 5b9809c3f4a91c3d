import MiniSearch from 'minisearch'
import { askedQuestions } from '@/lib/i18n/everyday/asked'
import type { Language } from '@/lib/i18n/languages'
import { withTerms } from './asked'
import { documentsOf } from './documents'
import { indexOptions, isCommon, type SearchDocument } from './options'
import { pack } from './packed'
import { termsOf } from './tokens'

/** A word in more than this share of the texts distinguishes none of them; titles keep it. */
const most = 0.12

function frequentIn(documents: readonly SearchDocument[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { text } of documents) {
    for (const term of new Set(termsOf(text))) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count > documents.length * most).map(([term]) => term))
}

/** The index of Help in one language as text, for `openIndex`. Built together with the product. */
export async function buildIndex(language: Language): Promise<string> {
  const documents = await documentsOf(language)
  const frequent = frequentIn(documents)
  const index = new MiniSearch<SearchDocument>({
    ...indexOptions,
    processTerm: (term, field) => (isCommon(term) || (field === 'text' && frequent.has(term)) ? null : term),
  })
  index.addAll(documents)
  return pack(documents, index.toJSON(), withTerms(askedQuestions))
}
