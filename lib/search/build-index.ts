import MiniSearch from 'minisearch'
import type { Language } from '@/lib/i18n/languages'
import { documentsOf } from './documents'
import { indexOptions } from './options'

/** The index of Help in one language as JSON, for `openIndex`. Made when the product is built. */
export async function buildIndex(language: Language): Promise<string> {
  const index = new MiniSearch(indexOptions)
  index.addAll(await documentsOf(language))
  return JSON.stringify(index)
}
