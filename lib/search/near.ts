import { causes } from '@/lib/diagnosis/causes'
import { problemKinds } from '@/lib/diagnosis/kinds'
import type { StepKind } from '@/lib/diagnosis/steps/kinds'
import { idOf, type Article } from './articles'
import { scoredArticles, type HelpIndex, type ScoredArticle } from './find'

/** An article that explains and advises nothing by itself: a step without its problem could harm. */
export type NearArticle = Extract<Article, { readonly type: 'problem' | 'cause' | 'requirement' }>

const textLimit = 4_000
const mostSentences = 12
const shortest = 8
/** Of one sentence, an article further down shares only common words. */
const mostOfSentence = 10
const most = 3
/** Below this share of the best, an article is about something else. */
const least = 0.45
/** Words of another language that resemble English ones reach less. */
const leastScore = 5
/** A command resembles every step that has it; what a person wants or saw is in the words around it. */
const isCommand = (line: string): boolean => /^(?:[$>#] ?)?(?:az|--?[a-z]|[A-Z][a-z]{1,12}-Az)/.test(line)

/** The problem of a step that helps against one problem alone. */
function problemOfStep(step: StepKind): NearArticle | null {
  const [kind, ...others] = problemKinds.filter((each) => causes[each].some(({ steps }) => steps.includes(step)))
  return kind === undefined || others.length > 0 ? null : { type: 'problem', kind }
}

function nearOf(article: Article): NearArticle | null {
  switch (article.type) {
    case 'problem':
    case 'cause':
    case 'requirement':
      return article
    case 'step':
      return problemOfStep(article.kind)
    case 'role':
    case 'message':
      return null
  }
}

type Near = ScoredArticle & { readonly article: NearArticle }

/** The articles of one sentence, each with its best score. */
function ofSentence(index: HelpIndex, sentence: string): ReadonlyMap<string, Near> {
  const found = new Map<string, Near>()
  for (const { article, score } of scoredArticles(index, sentence).slice(0, mostOfSentence)) {
    const near = score < leastScore ? null : nearOf(article)
    if (near !== null && !found.has(idOf(near))) found.set(idOf(near), { article: near, score })
  }
  return found
}

/**
 * Articles about what a text without a known message mentions, the best first: a question, or a description in a
 * person's words. They share its subjects; nothing shows that they apply.
 */
export function nearArticles(index: HelpIndex, text: string): readonly NearArticle[] {
  const sentences = text
    .slice(0, textLimit)
    .split(/(?<=[.!?])\s+|(?<=[。！？])|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= shortest && !isCommand(sentence))
    .slice(0, mostSentences)
  const found = new Map<string, Near>()
  for (const sentence of sentences) {
    for (const [id, { article, score }] of ofSentence(index, sentence)) {
      found.set(id, { article, score: score + (found.get(id)?.score ?? 0) })
    }
  }
  const ranked = [...found.values()].toSorted((a, b) => b.score - a.score)
  const floor = (ranked[0]?.score ?? 0) * least
  return ranked
    .filter(({ score }) => score > floor)
    .slice(0, most)
    .map(({ article }) => article)
}
