import { vmStates, type VmState } from '@/lib/contract/codes'
import type { FleetEntry } from './fleet-entry'

/** What a browser stores of a user's visits to a fleet. ISO times by Azure's clock, like those of the rows. */
export interface Visits {
  /** The end of the visit before this one; null at the first visit. */
  readonly last: string | null
  /** The newest observation that this visit has shown. */
  readonly seen: string
}

/** After a longer absence a new visit begins. */
const awayMs = 30 * 60_000

/** The newest observation in the rows, ISO; null when no row has a history. */
export function newestObservation(entries: readonly FleetEntry[]): string | null {
  return entries.reduce<string | null>((newest, { history }) => {
    if (history === null) return newest
    return newest === null || history.seenAt > newest ? history.seenAt : newest
  }, null)
}

/** The visits after these observations were shown. */
export function visitsAfter(visits: Visits | null, newest: string): Visits {
  if (visits === null) return { last: null, seen: newest }
  const away = Date.parse(newest) - Date.parse(visits.seen)
  // A clock that was set back cannot measure the absence.
  if (!(away > 0)) return visits
  return { last: away > awayMs ? visits.seen : visits.last, seen: newest }
}

/** True for a VM that was observed in another state up to that time, and in its current state since. */
export function changedSince({ history }: FleetEntry, time: string): boolean {
  return history !== null && history.before !== null && history.firstSeen > time
}

/**
 * Number of VMs per state that they were not in before, in the fixed order of the states; states without such a VM are
 * omitted.
 */
export function changesSince(
  entries: readonly FleetEntry[],
  time: string,
): readonly { readonly state: VmState; readonly count: number }[] {
  const counts = new Map<VmState, number>()
  for (const entry of entries) {
    if (changedSince(entry, time)) counts.set(entry.state, (counts.get(entry.state) ?? 0) + 1)
  }
  return vmStates.flatMap((state) => {
    const count = counts.get(state)
    return count === undefined ? [] : [{ state, count }]
  })
}
