import { askedQuestions } from '@/lib/i18n/everyday/asked'
import type { Language } from '@/lib/i18n/languages'
import { idOf } from '../articles'
import { answersBy, withTerms } from '../asked'
import { buildIndex } from '../build-index'
import { findArticles, indexLanguage, openIndex, type HelpIndex } from '../find'
import { knownText } from '../known-text'

export type Indexes = Readonly<Record<Language, HelpIndex>>

/** Both indexes as the build makes them and the page opens them. */
export async function builtIndexes(): Promise<Indexes> {
  const [en, ja] = await Promise.all(
    (['en', 'ja'] as const).map(async (language) => openIndex(await buildIndex(language))),
  )
  if (en === undefined || ja === undefined) throw new Error('An index is missing')
  return { en, ja }
}

/** Ids in the order of the Help page: the recognised text first, then the results of its words. */
export function askIn(indexes: Indexes, question: string): readonly string[] {
  const known = knownText(question)
  return [
    ...(known === null ? [] : [`message:${known.kind}`, ...known.problems.map((kind) => `problem:${kind}`)]),
    ...findArticles(indexes[indexLanguage(question)], question).map(idOf),
  ]
}

export async function openedIndexes() {
  const indexes = await builtIndexes()
  return (question: string): readonly string[] => askIn(indexes, question)
}

/** The indexes as if some questions of the pool had never been asked: only others answer them. */
export function indexesWithout({ en, ja }: Indexes, isLeftOut: (place: number) => boolean): Indexes {
  const answers = answersBy(withTerms(askedQuestions.filter((_, place) => !isLeftOut(place))))
  return { en: { ...en, answers }, ja: { ...ja, answers } }
}
