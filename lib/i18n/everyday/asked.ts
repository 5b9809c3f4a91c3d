import { added } from './asked-added'
import { cases } from './asked-cases'
import { clients } from './asked-clients'
import { guide } from './asked-guide'
import { others } from './asked-others'
import { outside } from './asked-outside'
import { status } from './asked-status'
import type { AskedQuestion } from './types'

const groups = [...guide, ...status, ...clients, ...cases, ...others, ...added, ...outside]

/** Questions that lead to articles by themselves and by their likeness to others. */
export const askedQuestions: readonly AskedQuestion[] = groups.flatMap(([answers, questions]) =>
  questions.split(' | ').map((question) => ({ question, answers: answers.split(' ') })),
)
