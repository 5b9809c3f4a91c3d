'use client'

import { useSearchParams } from 'next/navigation'
import { useMemo } from 'react'
import { useRetirementView, type RetirementView, type ShownItem } from '@/components/retirement/use-list'
import { defaultFleetSearch, hasFilters, parseFleetSearch, serialiseFleetSearch } from '@/lib/contract/fleet-search'
import { oldestEvidence } from '@/lib/export/fleet-table'
import { countStates, type FleetCounts } from '@/lib/views/fleet-counts'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import { matchFleet } from '@/lib/views/fleet-filter'
import { assembleView, namesOf } from '@/lib/views/fleet-view'
import { orderFleet } from '@/lib/views/fleet-sort'

export interface ReportFacts {
  readonly view: RetirementView
  /** The filters in the URL's notation; empty for none. */
  readonly filter: string
  readonly entries: readonly FleetEntry[]
  readonly counts: FleetCounts
  readonly oldest: string | null
  /** The items of the retirement list that match the filters: disks without a VM only when no filter is set. */
  readonly items: readonly ShownItem[]
}

/** The content of a report, for the filters in the fleet's URL. */
export function useReport(): ReportFacts {
  const view = useRetirementView()
  const { fleet } = view.query
  const address = useSearchParams().toString()
  const search = useMemo(() => parseFleetSearch(new URLSearchParams(address)), [address])
  const entries = useMemo(() => {
    const names = namesOf(fleet.subscriptions)
    const matches = matchFleet(fleet.entries, search.filters, names)
    const order = orderFleet(fleet.entries, search.sort, names)
    return assembleView(fleet.entries, order, matches, null, names).entries
  }, [fleet.entries, fleet.subscriptions, search])
  return useMemo(() => {
    const keys = new Set(entries.map(({ key }) => key))
    const isWhole = !hasFilters(search.filters)
    return {
      view,
      filter: serialiseFleetSearch({ ...defaultFleetSearch, filters: search.filters }),
      entries,
      counts: countStates(entries),
      oldest: oldestEvidence(entries),
      items: isWhole ? view.items : view.items.filter(({ key }) => keys.has(key)),
    }
  }, [view, entries, search])
}
