import type { StepKind } from '../steps/kinds'
import type { CauseKind } from './kinds'
import { remedies } from './remedies'
import type { CauseRule } from './types'
import type { Weigh } from './weigh'

/** Steps that surround every remedy of a problem, such as restoring the disk first. */
export interface Frame {
  readonly check: readonly StepKind[]
  readonly first: readonly StepKind[]
  readonly then: readonly StepKind[]
}

/** The remedy alone. */
export const plain: Frame = { check: [], first: [], then: [] }
/** Nothing is broken on the disks: remove the cause and request encryption again. */
export const retry: Frame = { check: [], first: [], then: ['snapshot-disks', 'enable-again'] }
/** The VM may still run the small in-memory system: restart into the normal one first. */
export const untouched: Frame = { ...retry, check: ['save-boot-log'], first: ['restart-to-leave-memory-system'] }
/** The OS disk was written to: restore the earlier one first. */
export const touched: Frame = { ...retry, check: ['save-boot-log', 'show-snapshots'], first: ['restore-os-disk'] }

/** One possible cause with all its steps: check, do, verify. */
export function rule(cause: CauseKind, weigh: Weigh, frame: Frame = plain): CauseRule {
  const { check, do: work, verify = [], final } = remedies[cause]
  const steps: readonly StepKind[] = [
    ...frame.check,
    ...check,
    ...frame.first,
    ...work,
    ...(final === true ? [] : frame.then),
    ...verify,
    'read-status-again',
  ]
  return { cause, weigh, steps: [...new Set(steps)] }
}
