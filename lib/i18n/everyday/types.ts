import type { CauseKind } from '@/lib/diagnosis/causes/kinds'
import type { ProblemKind } from '@/lib/diagnosis/kinds'
import type { PrerequisiteKind } from '@/lib/diagnosis/readiness/kinds'
import type { StepKind } from '@/lib/diagnosis/steps/kinds'
import type { StepRight } from '@/lib/diagnosis/steps/types'
import type { GuidedKind } from '../guidance/kinds'

/** What Help explains: an article with a separate address, or a row in the list of results. */
export type ArticleId =
  | `problem:${ProblemKind}`
  | `cause:${CauseKind}`
  | `step:${StepKind}`
  | `requirement:${PrerequisiteKind}`
  | `role:${StepRight}`
  | `message:${GuidedKind}`

/** Words that users search for where the article’s texts use others: one text for each article. */
export interface EverydayWords {
  readonly problem: Readonly<Record<ProblemKind, string>>
  readonly cause: Readonly<Record<CauseKind, string>>
  readonly step: Readonly<Record<StepKind, string>>
  readonly requirement: Readonly<Record<PrerequisiteKind, string>>
  readonly role: Readonly<Record<Exclude<StepRight, 'none'>, string>>
  /** A message is found by its own text: few need other words. */
  readonly message: Readonly<Partial<Record<GuidedKind, string>>>
}

/** Words of both languages that mean the same in a question to Help. */
export interface Synonyms {
  /** The term that replaces each of them, in the index and in a question. */
  readonly term: string
  /** English words and phrases in small letters; their inflected forms are included. */
  readonly en: readonly string[]
  /** Japanese words and phrases as they are written, without spaces. */
  readonly ja: readonly string[]
}

/**
 * Questions that the same articles answer: their ids, the best first, separated by blanks; and the questions of both
 * languages, separated by ` | `.
 */
export type AskedGroup = readonly [answers: string, questions: string]

/** A question as a hurried user types it, and the ids of the articles that answer it, the best first. */
export interface AskedQuestion {
  readonly question: string
  readonly answers: readonly string[]
}
