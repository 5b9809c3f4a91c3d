import type { RelatedResources } from '@/lib/facts/related-resources/types'
import type { VmFacts } from '@/lib/facts/types'
import type { TextVerdict, Verdict } from '@/lib/encryption/types'
import { causesOf } from './causes/rank'
import type { Cause } from './causes/types'
import type { CommandSubject } from './commands/subject'
import { subjectOf } from './commands/subject-of'
import { unknownSubject } from './commands/unknown-subject'
import { problemsIn } from './diagnose'
import type { InsideEvidence } from './inside/types'
import { insideStepOf } from './readiness/inside-steps'
import type { Prerequisite } from './readiness/types'
import { readingOf } from './reading'
import { stepFor } from './steps'
import { stepKinds, type StepKind } from './steps/kinds'
import { offered } from './steps/offered'
import { situationOf } from './steps/situation'
import type { ShownStep } from './steps/types'
import type { Problem, DiagnosisInput } from './types'

/** Everything that is known of one VM when its troubleshooting is opened. */
export interface TroubleshootInput {
  readonly facts: VmFacts
  readonly verdict: Verdict
  /** What was found of each thing that disk encryption needs. */
  readonly prerequisites: readonly Prerequisite[]
  /** What a console or extension log shows; null where none was read. */
  readonly inside: InsideEvidence | null
  /** Null where nothing around the VM was read. */
  readonly related: RelatedResources | null
}

export interface WeighedProblem extends Problem {
  /** Ranked: what the evidence shows first. Never empty. */
  readonly causes: readonly Cause[]
}

export interface Troubleshooting {
  readonly problems: readonly WeighedProblem[]
  /** Every step that some cause or check names, once, with this VM's names in its commands. */
  readonly steps: readonly ShownStep[]
}

/** What is weighed, and the names for its commands. */
interface Weighing extends Pick<TroubleshootInput, 'inside' | 'prerequisites'> {
  readonly reading: DiagnosisInput
  readonly subject: CommandSubject
}

function weigh({ reading, prerequisites: assessed, inside, subject }: Weighing): Troubleshooting {
  const { prerequisites } = reading
  const problems = problemsIn(reading).map((problem) => ({
    ...problem,
    causes: causesOf({ reading, problem, prerequisites, inside }),
  }))
  const checksInGuest = assessed.map(({ kind }) => insideStepOf(kind)).filter((step) => step !== null)
  // While the OS disk is copied, a look inside disturbs the copy, whichever page offers it.
  const checks = offered(checksInGuest, situationOf(reading))
  const named = new Set<StepKind>([
    ...problems.flatMap(({ causes }) => causes.flatMap(({ steps }) => steps)),
    ...checks,
  ])
  return { problems, steps: stepKinds.filter((kind) => named.has(kind)).map((kind) => stepFor(kind, subject)) }
}

/**
 * The problems of one VM, each with its causes ranked by the evidence and the steps of their remedies. Pure and total:
 * no clock, no history beyond the verdict's flags, and nothing a guest wrote is in any command.
 */
export function troubleshoot(input: TroubleshootInput): Troubleshooting {
  const prerequisites = new Map(input.prerequisites.map((found) => [found.kind, found]))
  const reading = readingOf(input.facts, input.verdict, prerequisites, input.related)
  return weigh({ ...input, reading, subject: subjectOf(input.facts, input.related, prerequisites) })
}

/**
 * The same from words alone: nothing is known of the VM, so that every name in a command is a placeholder.
 * @param inside what the lines around the words show
 */
export function troubleshootWords(verdict: TextVerdict, inside: InsideEvidence | null): Troubleshooting {
  return weigh({ reading: readingOf(null, verdict), prerequisites: [], inside, subject: unknownSubject })
}
