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

/** Everything that is known about one VM when a user opens its troubleshooting. */
export interface TroubleshootInput {
  readonly facts: VmFacts
  readonly verdict: Verdict
  /** The outcome of each prerequisite check. */
  readonly prerequisites: readonly Prerequisite[]
  /** What a console or extension log shows; null where no log was read. */
  readonly inside: InsideEvidence | null
  /** Null where no related resource was read. */
  readonly related: RelatedResources | null
}

export interface WeighedProblem extends Problem {
  /** Ranked: shown causes first. Never empty. */
  readonly causes: readonly Cause[]
}

export interface Troubleshooting {
  readonly problems: readonly WeighedProblem[]
  /** Every step that some cause or check names, once, with this VM's names in its commands. */
  readonly steps: readonly ShownStep[]
}

/** The evidence for the causes, and the names for their commands. */
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
  // While the OS disk is copied, a sign-in to the VM disturbs the copy, on every page that offers a check inside.
  const checks = offered(checksInGuest, situationOf(reading))
  const named = new Set<StepKind>([
    ...problems.flatMap(({ causes }) => causes.flatMap(({ steps }) => steps)),
    ...checks,
  ])
  return { problems, steps: stepKinds.filter((kind) => named.has(kind)).map((kind) => stepFor(kind, subject)) }
}

/**
 * The problems of one VM, each with its causes ranked by the evidence and the steps of their remedies. Pure and total:
 * no clock, no history beyond the verdict's flags, and no text from the guest in any command.
 */
export function troubleshoot(input: TroubleshootInput): Troubleshooting {
  const prerequisites = new Map(input.prerequisites.map((found) => [found.kind, found]))
  const reading = readingOf(input.facts, input.verdict, prerequisites, input.related)
  return weigh({ ...input, reading, subject: subjectOf(input.facts, input.related, prerequisites) })
}

/**
 * The same from words alone: nothing is known about the VM, so that every name in a command is a placeholder.
 * @param inside what the lines around the words show
 */
export function troubleshootWords(verdict: TextVerdict, inside: InsideEvidence | null): Troubleshooting {
  return weigh({ reading: readingOf(null, verdict), prerequisites: [], inside, subject: unknownSubject })
}
