import { vmBody } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { judge } from '@/lib/encryption/judge'
import type { PrerequisiteKind } from '../readiness/kinds'
import type { Prerequisite, PrerequisiteOutcome } from '../readiness/types'
import { readingOf } from '../reading'
import type { Reading } from '../types'
import type { ProblemCase } from './case-parts'

/** A prerequisite with an outcome, for tests that do not ask why. */
export function prerequisite(kind: PrerequisiteKind, outcome: PrerequisiteOutcome): Prerequisite {
  const reason = kind === 'key-version' ? 'key-version-disabled' : 'memory-enough'
  return { kind, outcome, reason, values: {}, missing: null }
}

/** The reading of the VM that shows a problem. */
export function readingOfCase({ shows, says, unmet = [], flags = [] }: ProblemCase): Reading {
  const facts = readVmFacts(vmBody(shows))
  const verdict = judge(facts)
  const around = new Map(unmet.map((kind) => [kind, prerequisite(kind, 'fail')]))
  const progress = says === undefined ? verdict.progress : { ...verdict.progress, messageKind: says }
  return readingOf(facts, { ...verdict, progress, flags: [...verdict.flags, ...flags] }, around)
}
