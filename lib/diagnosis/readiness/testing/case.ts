import type { PrerequisiteKind } from '../kinds'
import type { ReasonKind } from '../reasons'
import type { PrerequisiteOutcome } from '../types'
import type { Given } from './settings'

export interface Case {
  readonly kind: PrerequisiteKind
  readonly outcome: PrerequisiteOutcome
  readonly reason: ReasonKind
  readonly given: Given
}

export function row(kind: PrerequisiteKind, outcome: PrerequisiteOutcome, reason: ReasonKind, given: Given = {}): Case {
  return { kind, outcome, reason, given }
}
