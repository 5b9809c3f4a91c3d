'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { problemOf } from '@/components/providers/api-problem'
import type { FleetReading } from '@/lib/views/completeness'
import { emptyFleet, type FleetModel } from '@/lib/views/fleet-model'
import { fleetKey } from './fleet-key'
import { useOwner } from './use-owner'

/** What another part of the page has read of the fleet so far; asks for nothing itself. */
export function useKeptFleet(): FleetReading {
  const client = useQueryClient()
  const [tenant, account] = useOwner()
  const key = useMemo(() => fleetKey(tenant, account), [tenant, account])
  const subscribe = useCallback((listener: () => void) => client.getQueryCache().subscribe(listener), [client])
  const read = () => client.getQueryState<FleetModel>(key)
  const state = useSyncExternalStore(subscribe, read, () => undefined)
  const error = state?.error ?? null
  return {
    fleet: state?.data ?? emptyFleet,
    isReading: state?.fetchStatus === 'fetching',
    isOffline: state?.fetchStatus === 'paused',
    problem: error === null ? null : problemOf(error),
  }
}
