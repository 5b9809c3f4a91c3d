import { cases } from './asked-cases'
import { clients } from './asked-clients'
import { guide } from './asked-guide'
import { others } from './asked-others'
import { status } from './asked-status'
import type { AskedQuestion } from './types'

/** Questions that lead to articles by themselves and by their likeness to others. */
export const askedQuestions: readonly AskedQuestion[] = [...guide, ...status, ...clients, ...cases, ...others].flatMap(
  ([answers, questions]) => questions.split(' | ').map((question) => ({ question, answers: answers.split(' ') })),
)
