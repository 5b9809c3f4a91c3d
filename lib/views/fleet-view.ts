import type { Subscription } from '@/lib/contract/fleet'
import type { FleetSearch } from '@/lib/contract/fleet-search'
import type { FleetEntry } from './fleet-entry'
import type { SubscriptionNames } from './fleet-fields'
import { matchFleet, type FilteredFleet, type Matches } from './fleet-filter'
import { groupFleet, type FleetGroup } from './fleet-group'
import { orderFleet } from './fleet-sort'

export interface FleetView extends FilteredFleet {
  /** Null without grouping. */
  readonly groups: readonly FleetGroup[] | null
}

/** Names of the subscriptions by id in lower case. */
export function namesOf(subscriptions: readonly Subscription[]): SubscriptionNames {
  return new Map(subscriptions.map((one) => [one.id.toLowerCase(), one.name]))
}

/** The rows that match, in order. The same array when all rows match and the order is unchanged. */
export function pickRows(
  entries: readonly FleetEntry[],
  order: Uint32Array | null,
  mask: Matches['mask'],
): readonly FleetEntry[] {
  if (order === null) return mask === null ? entries : entries.filter((_entry, index) => mask[index] === 1)
  const picked: FleetEntry[] = []
  for (const index of order) {
    const entry = entries[index]
    if (entry !== undefined && (mask === null || mask[index] === 1)) picked.push(entry)
  }
  return picked
}

/**
 * What the table shows: filtered, sorted and grouped. A pure function of its arguments, so the result can be memoised;
 * so can its parts, because a screen usually changes one of them at a time.
 * @param entries all rows, by name
 */
export function viewFleet(
  entries: readonly FleetEntry[],
  search: Pick<FleetSearch, 'filters' | 'sort' | 'groupBy'>,
  names: SubscriptionNames,
): FleetView {
  const matches = matchFleet(entries, search.filters, names)
  return assembleView(entries, orderFleet(entries, search.sort, names), matches, search.groupBy, names)
}

/** The same view, built from its parts. */
export function assembleView(
  entries: readonly FleetEntry[],
  order: Uint32Array | null,
  { mask, facets }: Matches,
  groupBy: FleetSearch['groupBy'],
  names: SubscriptionNames,
): FleetView {
  const picked = pickRows(entries, order, mask)
  return { entries: picked, facets, groups: groupBy === null ? null : groupFleet(picked, groupBy, names) }
}

/** Names (lower case) that several rows have, in order: a screen shows the resource group beside them. */
export function repeatedNames(entries: readonly Pick<FleetEntry, 'name'>[]): readonly string[] {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { name } of entries) {
    const key = name.toLowerCase()
    if (seen.has(key)) repeated.add(key)
    else seen.add(key)
  }
  return [...repeated].sort()
}
