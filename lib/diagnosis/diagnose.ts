import type { VmFacts } from '@/lib/facts/types'
import type { TextVerdict, Verdict } from '@/lib/encryption/types'
import { goesOn } from './beside-problems'
import { checks } from './checks'
import { readingOf } from './reading'
import { problemSeverities, type Problem, type DiagnosisInput } from './types'

/** The problems that a reading shows, the most severe first, then in the order of the list of checks. */
export function problemsIn(reading: DiagnosisInput): readonly Problem[] {
  const found = checks.flatMap(({ kind, severity, uses, find }): readonly Problem[] => {
    const finding = find(reading)
    return finding === null ? [] : [{ kind, severity, evidence: uses, ...finding }]
  })
  const isInterrupted = found.some(({ kind }) => kind === 'vm-stopping')
  const holding = isInterrupted ? found.filter(({ kind }) => !goesOn.includes(kind)) : found
  return problemSeverities.flatMap((severity) => holding.filter((problem) => problem.severity === severity))
}

/**
 * Finds the problems that one reading of a VM shows, and what only seems to be one. The most severe first, then in the
 * order of the list of checks. Pure and total; uses no history, no clock and no other resource.
 */
export function diagnose(facts: VmFacts, verdict: Verdict): readonly Problem[] {
  return problemsIn(readingOf(facts, verdict))
}

/** The same for the output of another tool, as far as its words alone can show a problem. */
export function diagnoseWords(verdict: TextVerdict): readonly Problem[] {
  return problemsIn(readingOf(null, verdict))
}
