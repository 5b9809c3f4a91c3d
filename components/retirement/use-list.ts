'use client'

import { useMemo } from 'react'
import { useFleet, type FleetQuery } from '@/components/queries/use-fleet'
import { useRetirement } from '@/components/queries/use-retirement'
import type { Retirement } from '@/lib/contract/retirement'
import { evidenceOf } from '@/lib/retirement/blockers'
import { placesOf, retirementList, type RetirementItem } from '@/lib/retirement/plan'
import type { FleetEntry } from '@/lib/views/fleet-entry'

export type ShownItem = RetirementItem<FleetEntry>

export interface RetirementView {
  readonly query: FleetQuery
  readonly items: readonly ShownItem[]
  /** What stands around the VMs; null until it was read. */
  readonly answer: Retirement | null
  readonly isReading: boolean
  readonly hasFailed: boolean
  readonly retry: () => void
  readonly nameOfSubscription: (id: string) => string
}

/** Everything that has to leave Azure Disk Encryption, as far as it is read. */
export function useRetirementView(): RetirementView {
  const query = useFleet()
  const { fleet } = query
  const settled = fleet.settledAt !== null
  const request = useMemo(
    () => (settled ? placesOf(fleet.entries, fleet.subscriptions) : null),
    [settled, fleet.entries, fleet.subscriptions],
  )
  const { data, isFetching, isError, refetch } = useRetirement(request)
  const evidence = useMemo(() => (data === undefined ? null : evidenceOf(data)), [data])
  const items = useMemo(() => retirementList(fleet.entries, evidence), [fleet.entries, evidence])
  const names = useMemo(
    () => new Map(fleet.subscriptions.map(({ id, name }) => [id.toLowerCase(), name])),
    [fleet.subscriptions],
  )
  return {
    query,
    items,
    answer: data ?? null,
    isReading: isFetching,
    hasFailed: isError,
    retry: () => void refetch(),
    nameOfSubscription: (id) => names.get(id.toLowerCase()) ?? id,
  }
}
