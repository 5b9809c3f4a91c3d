import type { AskedQuestion } from '@/lib/i18n/everyday/types'
import { isCommon, weightOf } from './options'
import { questionTermsOf } from './tokens'

/** A question whose answers are known: its terms, and the ids of the articles that answer it, the best first. */
export interface Asked {
  readonly terms: readonly string[]
  readonly answers: readonly string[]
}

/** How well each article answers what was asked alike before: from 0 to 1. */
export type Answers = ReadonlyMap<string, number>

/** Only the most similar questions say something. */
const nearest = 20
/** How much another article says that answers a question too. */
const weightOfOther = 0.5

/** The terms of a question that distinguish it, each once. */
export function distinctTermsOf(question: string): readonly string[] {
  return [...new Set(questionTermsOf(question))].filter((term) => !isCommon(term))
}

/** Questions as the index has them. */
export const withTerms = (questions: readonly AskedQuestion[]): readonly Asked[] =>
  questions.map(({ question, answers }) => ({ terms: distinctTermsOf(question), answers }))

/** From this likeness on, two questions are nearly one. */
const nearlySame = 0.85
const gainOfSame = 2

/** How certain answers are by the likeness of the most similar question: those to the same question outweigh all words. */
const certaintyOf = (likeness: number): number =>
  likeness + gainOfSame * Math.max(0, (likeness - nearlySame) / (1 - nearlySame))

/** A word of which enough is typed. */
const unfinished = /^[a-z]{4,}$/

interface Vector {
  readonly weights: ReadonlyMap<string, number>
  readonly answers: readonly string[]
}

function lengthOne(weights: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1
  return new Map(weights.map(([term, weight]) => [term, weight / length]))
}

/**
 * Finds answers by the likeness of questions, the cosine of their terms by rarity: what leads one question to its article
 * leads its like there too, whatever the words of the article.
 */
export function answersBy(asked: readonly Asked[]): (terms: readonly string[]) => Answers {
  const counts = new Map<string, number>()
  for (const { terms } of asked) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  // A word that is being typed stands for the first that begins with it.
  const completed = (term: string) =>
    counts.has(term) || !unfinished.test(term)
      ? term
      : ([...counts.keys()].find((known) => known.startsWith(term)) ?? term)
  const weigh = (terms: readonly string[]) =>
    lengthOne(terms.map((term) => [term, weightOf(term) * Math.log(1 + asked.length / (1 + (counts.get(term) ?? 0)))]))
  const withTerm = new Map<string, Vector[]>()
  for (const { terms, answers } of asked) {
    const vector = { weights: weigh(terms), answers }
    for (const term of terms) withTerm.set(term, [...(withTerm.get(term) ?? []), vector])
  }

  return (terms) => {
    const likeness = new Map<Vector, number>()
    for (const [term, weight] of weigh(terms.map(completed))) {
      for (const vector of withTerm.get(term) ?? [])
        likeness.set(vector, (likeness.get(vector) ?? 0) + weight * (vector.weights.get(term) ?? 0))
    }
    const alike = [...likeness].toSorted(([, a], [, b]) => b - a).slice(0, nearest)
    const sums = new Map<string, number>()
    for (const [{ answers }, like] of alike) {
      for (const [place, id] of answers.entries())
        sums.set(id, (sums.get(id) ?? 0) + like ** 4 * (place === 0 ? 1 : weightOfOther))
    }
    const most = Math.max(...sums.values())
    const certain = certaintyOf(alike[0]?.[1] ?? 0)
    return new Map([...sums].map(([id, sum]) => [id, (sum / most) * certain]))
  }
}
