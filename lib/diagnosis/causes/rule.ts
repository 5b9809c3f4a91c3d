import type { StepKind } from '../steps/kinds'
import type { CauseKind } from './kinds'
import { remedies } from './remedies'
import type { CauseRule } from './types'
import type { Weigh } from './weigh'

/** What has to be done around any remedy of a problem, such as bringing the disk back first. */
export interface Frame {
  readonly check: readonly StepKind[]
  readonly first: readonly StepKind[]
  readonly then: readonly StepKind[]
}

/** The remedy alone. */
export const plain: Frame = { check: [], first: [], then: [] }
/** Nothing is broken on the disks: take the cause away and ask again. */
export const retry: Frame = { check: [], first: [], then: ['snapshot-disks', 'enable-again'] }
/** The VM may sit in the small system in memory: bring the normal one back first. */
export const untouched: Frame = { ...retry, check: ['save-boot-log'], first: ['restart-to-leave-memory-system'] }
/** The OS disk was written to: bring back the one from before. */
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
