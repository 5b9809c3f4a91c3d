import type { Prerequisite, Values } from '../readiness/types'
import type { PrerequisiteKind } from '../readiness/kinds'
import type { FactName, Problem, DiagnosisInput } from '../types'
import type { StepKind } from '../steps/kinds'
import type { InsideEvidence } from '../inside/types'
import type { CauseKind } from './kinds'

/** How strongly the evidence supports a cause, in the order of the screen. */
export const supports = ['shown', 'supported', 'possible', 'ruled-out'] as const
export type Support = (typeof supports)[number]

/** The evidence that the causes of a problem are weighed by. */
export interface CauseView {
  readonly reading: DiagnosisInput
  readonly problem: Problem
  /** The outcome of each prerequisite check; only prerequisites that were checked. */
  readonly prerequisites: ReadonlyMap<PrerequisiteKind, Prerequisite>
  /** What a console log or an extension log shows; null where no log was read. */
  readonly inside: InsideEvidence | null
}

export interface Weight {
  readonly support: Support
  /** The evidence that decided the support. */
  readonly facts: readonly FactName[]
  readonly prerequisites: readonly PrerequisiteKind[]
  readonly values: Values
}

/** The steps that remove a cause: check, do, verify. */
export interface Remedy {
  readonly check: readonly StepKind[]
  readonly do: readonly StepKind[]
  readonly verify?: readonly StepKind[]
  /** No new request follows: the remedy ends here. */
  readonly final?: true
  /** Another service shows the result, and the status of the VM does not. */
  readonly elsewhere?: true
}

/**
 * One possible cause of a problem. The weight is null where the cause cannot apply to such a VM (a Linux cause on
 * Windows).
 */
export interface CauseRule {
  readonly cause: CauseKind
  readonly weigh: (view: CauseView) => Weight | null
  /** Check, do, verify, in order. */
  readonly steps: readonly StepKind[]
  /** The steps where the cause is only possible; the same where absent. */
  readonly unproven?: readonly StepKind[]
}

/** One cause as the screen shows it: ranked, with its steps. */
export interface Cause extends Weight {
  readonly kind: CauseKind
  readonly steps: readonly StepKind[]
}
