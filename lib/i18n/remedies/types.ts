import type { CauseKind } from '@/lib/diagnosis/causes/kinds'
import type { ProblemKind } from '@/lib/diagnosis/kinds'
import type { PrerequisiteKind } from '@/lib/diagnosis/readiness/kinds'
import type { ReasonKind } from '@/lib/diagnosis/readiness/reasons'
import type { StepKind } from '@/lib/diagnosis/steps/kinds'
import type { StepRight, StepRisk } from '@/lib/diagnosis/steps/types'

export interface ProblemWords {
  /** A few words, as in a list: no full stop. */
  readonly title: string
  /** What the problem means for the VM. */
  readonly meaning: string
  /** What follows if nothing is done. */
  readonly consequence: string
}

export interface CauseWords {
  readonly title: string
  /** One or two sentences; `{name}` is replaced by a value of the finding. */
  readonly text: string
}

export interface StepOutput {
  readonly output: string
  readonly means: string
}

export interface StepWords {
  readonly title: string
  readonly text: string
  /** Possible outputs, each with its meaning. */
  readonly outputs: readonly StepOutput[]
}

export interface RiskWords {
  /** What the step can destroy or interrupt. */
  readonly warning: string
  /** What must be true before the step. */
  readonly precondition: string
}

export interface PrerequisiteWords {
  readonly title: string
  /** Why Azure Disk Encryption requires it. */
  readonly text: string
}

/** Every word of guided troubleshooting in one language. Backticks mark literal words. */
export interface Remedies {
  readonly problems: Readonly<Record<ProblemKind, ProblemWords>>
  readonly causes: Readonly<Record<CauseKind, CauseWords>>
  readonly steps: Readonly<Record<StepKind, StepWords>>
  readonly risks: Readonly<Record<StepRisk, RiskWords>>
  readonly rights: Readonly<Record<StepRight, string>>
  readonly prerequisites: Readonly<Record<PrerequisiteKind, PrerequisiteWords>>
  readonly reasons: Readonly<Record<ReasonKind, string>>
}
