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

/** The possible causes of each problem; the likeliest first where no evidence distinguishes them. */
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
