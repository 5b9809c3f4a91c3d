import { steps } from '../steps'
import type { StepKind } from '../steps/kinds'
import type { StepRisk } from '../steps/types'
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
/** The same without an application; the extension of dual pass would make the next request one of dual pass again. */
export const singlePass: Frame = {
  ...plain,
  then: ['snapshot-disks', 'remove-dual-pass-extension', 'enable-single-pass'],
}
/** The VM may still run the small in-memory system: restart into the normal one first. */
export const untouched: Frame = { ...retry, check: ['save-boot-log'], first: ['restart-to-leave-memory-system'] }
/** The OS disk was written to: restore the earlier one first. */
export const touched: Frame = { ...retry, check: ['save-boot-log', 'show-snapshots'], first: ['restore-os-disk'] }

/** Changes after which only a copy of the disks leads back. */
const costly: readonly StepRisk[] = [
  'restart',
  'stops-vm',
  'replaces-disk',
  'erases-data-disks',
  'unprotects-data',
  'removes-extension',
]

/** A snapshot stands before the first of them, whichever remedy and frame they come from. */
function withSnapshot(kinds: readonly StepKind[]): readonly StepKind[] {
  const first = kinds.findIndex((kind) => steps[kind].risks.some((risk) => costly.includes(risk)))
  if (first === -1) return kinds
  return [...new Set<StepKind>([...kinds.slice(0, first), 'snapshot-disks', ...kinds.slice(first)])]
}

/** One possible cause with all its steps: check, do, verify. */
export function rule(cause: CauseKind, weigh: Weigh, frame: Frame = plain): CauseRule {
  const { check, do: work, verify = [], final, elsewhere } = remedies[cause]
  // The system in memory has no SSH: what only the VM itself shows is read after the restart that leaves it.
  const late = frame === untouched ? check.filter((kind) => steps[kind].right === 'guest-administrator') : []
  const all: readonly StepKind[] = [
    ...frame.check,
    ...check.filter((kind) => !late.includes(kind)),
    ...frame.first,
    ...late,
    ...work,
    // What the remedy changed is proved before the request that relies on it.
    ...verify,
    ...(final === true ? [] : frame.then),
    elsewhere === true ? 'check-in-service' : 'read-status-again',
  ]
  return { cause, weigh, steps: withSnapshot([...new Set(all)]) }
}
