import type { Language } from '@/lib/i18n/languages'
import { idOf } from '../articles'
import { buildIndex } from '../build-index'
import { findArticles, indexLanguage, openIndex } from '../find'
import { knownText } from '../known-text'

/** Both indexes as the build makes them and the page opens them. */
export async function openedIndexes() {
  const [en, ja] = await Promise.all(
    (['en', 'ja'] as const).map(async (language) => openIndex(await buildIndex(language))),
  )
  const indexes: Readonly<Record<Language, typeof en>> = { en, ja }
  /** Ids in the order of the Help page: the recognised text first, then the results of its words. */
  return (question: string): readonly string[] => {
    const known = knownText(question)
    const index = indexes[indexLanguage(question)]
    return [
      ...(known === null ? [] : [`message:${known.kind}`, ...known.problems.map((kind) => `problem:${kind}`)]),
      ...(index === undefined ? [] : findArticles(index, question).map(idOf)),
    ]
  }
}
