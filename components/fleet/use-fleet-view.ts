'use client'

import { useMemo } from 'react'
import {
  defaultFleetSearch,
  hasFilters,
  parseFleetSearch,
  serialiseFleetSearch,
  type FleetSearch,
} from '@/lib/contract/fleet-search'
import { countStates, type FleetCounts } from '@/lib/views/fleet-counts'
import type { SubscriptionNames } from '@/lib/views/fleet-fields'
import type { FleetModel } from '@/lib/views/fleet-model'
import { matchFleet } from '@/lib/views/fleet-filter'
import { orderFleet } from '@/lib/views/fleet-sort'
import { assembleView, namesOf, type FleetView } from '@/lib/views/fleet-view'

export interface ShownFleet {
  readonly names: SubscriptionNames
  readonly counts: FleetCounts
  readonly view: FleetView
  /** Rows that match the filters; null when none are set. */
  readonly shown: number | null
}

/** A part of the search that stays the same object until its value changes, even when other parts change. */
function useSteady<Part extends 'filters' | 'sort'>(search: FleetSearch, part: Part): FleetSearch[Part] {
  const text = serialiseFleetSearch({ ...defaultFleetSearch, [part]: search[part] })
  return useMemo(() => parseFleetSearch(new URLSearchParams(text))[part], [text, part])
}

/** The view of a fleet, recomputed only for what changed. */
export function useFleetView(fleet: FleetModel, search: FleetSearch): ShownFleet {
  const filters = useSteady(search, 'filters')
  const sort = useSteady(search, 'sort')
  const { groupBy } = search
  const { entries, subscriptions } = fleet
  const names = useMemo(() => namesOf(subscriptions), [subscriptions])
  const counts = useMemo(() => countStates(entries), [entries])
  const matches = useMemo(() => matchFleet(entries, filters, names), [entries, filters, names])
  const order = useMemo(() => orderFleet(entries, sort, names), [entries, sort, names])
  const view = useMemo(
    () => assembleView(entries, order, matches, groupBy, names),
    [entries, order, matches, groupBy, names],
  )
  return { names, counts, view, shown: hasFilters(filters) ? view.entries.length : null }
}
