import type { Subscription } from '@/lib/contract/fleet'
import type { FleetSearch } from '@/lib/contract/fleet-search'
import type { FleetEntry } from './fleet-entry'
import type { SubscriptionNames } from './fleet-fields'
import { filterFleet, type FilteredFleet } from './fleet-filter'
import { groupFleet, type FleetGroup } from './fleet-group'
import { sortFleet } from './fleet-sort'

export interface FleetView extends FilteredFleet {
  /** Null where no grouping is wanted. */
  readonly groups: readonly FleetGroup[] | null
}

/** Names of the subscriptions by id in lower case. */
export function namesOf(subscriptions: readonly Subscription[]): SubscriptionNames {
  return new Map(subscriptions.map((one) => [one.id.toLowerCase(), one.name]))
}

/**
 * What the table shows: filtered, sorted and grouped. Depends on its arguments alone, so it may be remembered by them.
 * @param entries all rows, by name
 */
export function viewFleet(
  entries: readonly FleetEntry[],
  search: Pick<FleetSearch, 'filters' | 'sort' | 'groupBy'>,
  names: SubscriptionNames,
): FleetView {
  const filtered = filterFleet(entries, search.filters, names)
  const sorted = sortFleet(filtered.entries, search.sort, names)
  const groups = search.groupBy === null ? null : groupFleet(sorted, search.groupBy, names)
  return { entries: sorted, facets: filtered.facets, groups }
}
