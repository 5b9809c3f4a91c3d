'use client'

import { useDeferredValue, useMemo } from 'react'
import { hasFilters, type FleetSearch } from '@/lib/contract/fleet-search'
import { countStates, type FleetCounts } from '@/lib/views/fleet-counts'
import type { SubscriptionNames } from '@/lib/views/fleet-fields'
import type { FleetModel } from '@/lib/views/fleet-model'
import { namesOf, viewFleet, type FleetView } from '@/lib/views/fleet-view'

export interface ShownFleet {
  readonly names: SubscriptionNames
  readonly counts: FleetCounts
  readonly view: FleetView
  /** Rows that fit the filters; null where none are set. */
  readonly shown: number | null
}

/** What is to be seen of a fleet, worked out again only for what changed. */
export function useFleetView(fleet: FleetModel, search: FleetSearch): ShownFleet {
  const { filters, sort, groupBy } = useDeferredValue(search)
  const { entries, subscriptions } = fleet
  const names = useMemo(() => namesOf(subscriptions), [subscriptions])
  const counts = useMemo(() => countStates(entries), [entries])
  const view = useMemo(
    () => viewFleet(entries, { filters, sort, groupBy }, names),
    [entries, filters, sort, groupBy, names],
  )
  return { names, counts, view, shown: hasFilters(filters) ? view.entries.length : null }
}
