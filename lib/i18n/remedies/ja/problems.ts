import type { Remedies } from '../types'
import { failureProblems } from './problems-failures'
import { stateProblems } from './problems-states'

export const problems: Remedies['problems'] = { ...failureProblems, ...stateProblems }
