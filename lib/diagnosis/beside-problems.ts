import { isContradicted } from './contradicted'
import type { ProblemKind } from './kinds'
import type { Beside, Situation } from './steps/situation'
import { problemSeverities, type Problem } from './types'

/**
 * Problems that claim that work goes on, or that the VM runs: none holds in a VM that is off, did not start, or is being
 * stopped.
 */
export const goesOn: readonly ProblemKind[] = [
  'os-encryption-silent-phase',
  'encryption-overdue',
  'decryption-running',
  'operation-running',
  'report-missing',
]

/** Where a text tells of work beside a failure, the claims about the failure may be out of date; these are not. */
const staysBeside: readonly ProblemKind[] = [
  'reports-contradict',
  'vm-not-running',
  'boot-waits-for-key',
  'bitlocker-recovery',
  'key-update-failed',
  'key-update-pending',
  'key-change-begun',
]

const atBoot: readonly ProblemKind[] = ['boot-waits-for-key', 'bitlocker-recovery']

/** A VM that does not start comes first: whatever else is wrong waits for that. */
const urgencyOf = ({ kind, severity }: Problem): number =>
  atBoot.includes(kind) ? -1 : problemSeverities.indexOf(severity)

/**
 * The problems of an answer, or of a text without one, together with those of what stands beside it; without those that
 * it rules out. The same rule for both.
 * @param decided the problems of the answer or of the message that is judged
 * @param found the problems of what stands beside it; one that is also decided is not repeated
 */
export function besideProblems<P extends Problem>(
  decided: readonly P[],
  found: readonly P[],
  { isPasted, mentioned }: Pick<Beside, 'isPasted' | 'mentioned'>,
  { isOff, bootFailed }: Pick<Situation, 'isOff' | 'bootFailed'>,
): readonly P[] {
  const isDown = isPasted && (isOff || bootFailed)
  const problems = new Map(decided.map((problem) => [problem.kind, problem]))
  for (const problem of found)
    if (problem.kind !== 'failed-without-known-cause' && !problems.has(problem.kind))
      problems.set(problem.kind, problem)
  return [...problems.values()]
    .filter(({ kind }) => !isDown || !goesOn.includes(kind))
    .filter(({ kind }) => !bootFailed || kind !== 'restart-pending')
    .filter(({ kind }, _, all) => mentioned === null || !isContradicted(all) || staysBeside.includes(kind))
    .toSorted((one, other) => urgencyOf(one) - urgencyOf(other))
}
