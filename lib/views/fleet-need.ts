import type { FleetNeed } from '@/lib/contract/fleet-search'
import type { FleetEntry } from './fleet-entry'
import { nextOf, type NextCode, type VerdictSummary } from './verdict-summary'

/** Null where it is not known yet, or Azure may be at work. */
const needOfNext: Readonly<Record<NextCode, FleetNeed | null>> = {
  fix: 'fix',
  decide: 'decide',
  restart: 'restart',
  check: 'check',
  wait: 'wait',
  'wait-silent': 'wait',
  'wait-decrypting': 'wait',
  'wait-reading': null,
  'read-again': 'read-again',
  runtime: 'runtime',
  finish: 'finish',
  verify: 'verify',
  'operation-running': 'wait',
  'operation-not-known': null,
  nothing: 'nothing',
}

// Read for every row at each sort, filter and count; an entry never changes.
const known = new WeakMap<FleetEntry, FleetNeed | null>()

/** What a VM needs next, by the same decision as its page and Needs action; null where that is not known. */
export function fleetNeedOf(entry: FleetEntry): FleetNeed | null {
  const kept = known.get(entry)
  if (kept !== undefined) return kept
  const need = needOfNext[nextOf({ ...entry, data: entry.data.state }).code]
  known.set(entry, need)
  return need
}

/** Required actions, in the order of the inbox: what waits for a user now. */
export const urgentNeeds = ['restart', 'fix', 'decide', 'check'] as const satisfies readonly FleetNeed[]
export type UrgentNeed = (typeof urgentNeeds)[number]

const urgentOf = (need: FleetNeed | null): UrgentNeed | null => urgentNeeds.find((urgent) => urgent === need) ?? null

/** The action that a VM needs from a user now; null when nothing is urgent or nothing is known. */
export function urgentNeedOf(entry: FleetEntry): UrgentNeed | null {
  return urgentOf(fleetNeedOf(entry))
}

/** The same for a VM's page, which has no row. */
export function urgentNeedOfSummary(summary: VerdictSummary): UrgentNeed | null {
  return urgentOf(needOfNext[nextOf(summary).code])
}
