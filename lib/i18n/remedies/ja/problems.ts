import type { Remedies } from '../types'
import { failureProblems } from './problems-failures'
import { stateProblems } from './problems-states'
import { reportedProblems } from './problems-reported'

export const problems: Remedies['problems'] = { ...failureProblems, ...stateProblems, ...reportedProblems }
