import type { ProblemKind } from '../kinds'
import { besideProblems } from './beside'
import { dataFailures } from './data-failures'
import { keyProblems } from './keys'
import { osFailures } from './os-failures'
import { reportedProblems } from './reported'
import { requestProblems } from './requests'
import { stateProblems } from './states'
import type { CauseRule } from './types'
import { vaultAccessProblems } from './vault-access'

/** What can be behind each problem, the likeliest first where nothing tells them apart. */
export const causes: Readonly<Record<ProblemKind, readonly CauseRule[]>> = {
  ...osFailures,
  ...dataFailures,
  ...keyProblems,
  ...requestProblems,
  ...stateProblems,
  ...besideProblems,
  ...reportedProblems,
  ...vaultAccessProblems,
}
