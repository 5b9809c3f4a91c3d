import { vmStates, type VmState } from '@/lib/contract/codes'
import type { FleetEntry } from './fleet-entry'

/** What a browser keeps of a person's visits to a fleet. ISO times, by Azure's clock like those of the rows. */
export interface Visits {
  /** The end of the visit before this one; null at the first one. */
  readonly last: string | null
  /** The newest look that this visit has shown. */
  readonly seen: string
}

/** Whoever was away for longer than this comes again. */
const awayMs = 30 * 60_000

/** The newest look that the rows show, ISO; null where the history says nothing of any. */
export function newestLook(entries: readonly FleetEntry[]): string | null {
  return entries.reduce<string | null>((newest, { history }) => {
    if (history === null) return newest
    return newest === null || history.seenAt > newest ? history.seenAt : newest
  }, null)
}

/** The visits once these looks were shown. */
export function visitsAfter(visits: Visits | null, newest: string): Visits {
  if (visits === null) return { last: null, seen: newest }
  const away = Date.parse(newest) - Date.parse(visits.seen)
  // A clock that was set back tells nothing of how long anybody was away.
  if (!(away > 0)) return visits
  return { last: away > awayMs ? visits.seen : visits.last, seen: newest }
}

/** True for a VM that was seen in another state up to that time, and in the present one since. */
export function changedSince({ history }: FleetEntry, time: string): boolean {
  return history !== null && history.before !== null && history.firstSeen > time
}

/** How many VMs are in which state that they were not in before, in the fixed order of the states; none left out. */
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
