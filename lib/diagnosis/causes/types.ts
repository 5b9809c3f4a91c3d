import type { Prerequisite, Values } from '../readiness/types'
import type { PrerequisiteKind } from '../readiness/kinds'
import type { FactName, Problem, DiagnosisInput } from '../types'
import type { StepKind } from '../steps/kinds'
import type { InsideEvidence } from '../inside/types'
import type { CauseKind } from './kinds'

/** How much the evidence says for a cause. The order is the order on the screen. */
export const supports = ['shown', 'supported', 'possible', 'ruled-out'] as const
export type Support = (typeof supports)[number]

/** What the causes of a problem are weighed by. */
export interface CauseView {
  readonly reading: DiagnosisInput
  readonly problem: Problem
  /** What is known of each prerequisite; only those that were looked at. */
  readonly prerequisites: ReadonlyMap<PrerequisiteKind, Prerequisite>
  /** What a console log or an extension log shows; null where none was read. */
  readonly inside: InsideEvidence | null
}

export interface Weight {
  readonly support: Support
  /** What it was weighed by. */
  readonly facts: readonly FactName[]
  readonly prerequisites: readonly PrerequisiteKind[]
  readonly values: Values
}

/** What takes a cause away: look, do, prove. */
export interface Remedy {
  readonly check: readonly StepKind[]
  readonly do: readonly StepKind[]
  readonly verify?: readonly StepKind[]
  /** Nothing is asked for anew afterwards: the remedy ends here. */
  readonly final?: true
}

/** One possible cause of a problem. Null: it cannot be the cause on such a VM at all (a Linux cause on Windows). */
export interface CauseRule {
  readonly cause: CauseKind
  readonly weigh: (view: CauseView) => Weight | null
  /** Check, do, verify, in order. */
  readonly steps: readonly StepKind[]
}

/** One cause as it is shown: ranked, with its steps. */
export interface Cause extends Weight {
  readonly kind: CauseKind
  readonly steps: readonly StepKind[]
}
