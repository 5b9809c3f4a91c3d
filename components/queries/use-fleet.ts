'use client'

import { useQuery, useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { ApiProblemError, localProblem, problemOf, type ApiProblem } from '@/components/providers/api-problem'
import { usePageAction } from '@/components/providers/page-actions'
import { useSession } from '@/components/providers/session-context'
import { forgetRunningLoad, runningLoad } from '@/components/providers/tab-memory'
import { useApi } from '@/components/providers/use-api'
import { failFleetLoad, FleetMerger } from '@/lib/views/fleet-merge'
import { emptyFleet, type FleetModel } from '@/lib/views/fleet-model'
import { useAutoRefreshPaused } from './auto-refresh'
import { useFleetState } from './fleet-state'
import { fleetKey } from './fleet-key'
import { paceOf } from './fleet-pace'
import { readFleet } from './read-fleet'

export interface FleetQuery {
  /** Everything known so far; empty before the first rows. */
  readonly fleet: FleetModel
  /** True while a load is running. */
  readonly isReading: boolean
  /** True while a load waits for the network. */
  readonly isOffline: boolean
  /** True when the user stopped the automatic refresh. */
  readonly isPaused: boolean
  /** Why the last load ended early. Rows read before it are kept. */
  readonly problem: ApiProblem | null
  /** The problem of the last attempt, while the next one is running or waiting. */
  readonly failing: ApiProblem | null
  readonly refresh: () => void
  /** Ends the running load; what it has read is kept. */
  readonly stop: () => void
}

const problemIn = (error: Error | null | undefined): ApiProblem | null =>
  error === null || error === undefined ? null : problemOf(error)

function currentFleet(client: QueryClient, key: QueryKey): FleetModel {
  return client.getQueryData<FleetModel>(key) ?? emptyFleet
}

/**
 * The fleet of the signed-in user, read as a stream: rows are shown while the load is still running, and a refresh
 * replaces what it reads. Refreshes automatically at an interval that depends on what is in motion, never in hidden
 * tabs. The same object until something of it changes.
 */
export function useFleet(): FleetQuery {
  const client = useQueryClient()
  const { fetchApi } = useApi()
  const { status, tenantId, account } = useSession()
  const isPaused = useAutoRefreshPaused()
  const accountId = account?.homeAccountId ?? ''
  const key = useMemo(() => fleetKey(tenantId, accountId), [tenantId, accountId])

  const isEnabled = status === 'signed-in'
  const { refetch } = useQuery<FleetModel>({
    queryKey: key,
    enabled: isEnabled,
    structuralSharing: false,
    // What it reads comes by `useFleetState`.
    notifyOnChangeProps: [],
    // A load that was interrupted is resumed on return; others stay fresh for their refresh interval.
    staleTime: ({ state }) => (state.data?.load.phase === 'running' ? 0 : (paceOf(state.data, null) ?? 0)),
    refetchInterval: ({ state }) => {
      if (isPaused || state.fetchStatus !== 'idle') return false
      return paceOf(state.data, state.error === null ? null : problemOf(state.error)) ?? false
    },
    queryFn: async ({ signal }) => {
      const merger = new FleetMerger()
      const problem = await readFleet(fetchApi, signal, (events, isDue) => {
        if (signal.aborted) return
        const merged = merger.merge(currentFleet(client, key), events, isDue)
        if (merged !== null) client.setQueryData<FleetModel>(key, merged)
      })
      const fleet = currentFleet(client, key)
      if (problem === null) return fleet
      if (!signal.aborted && fleet !== emptyFleet) client.setQueryData(key, failFleetLoad(fleet, problem))
      throw new ApiProblemError(problem)
    },
  })

  const stop = useCallback(() => {
    // The server would wait for a client to resume. If this request does not reach it, it stops on its own a little
    // later.
    const query = new URLSearchParams({ load: runningLoad() }).toString()
    forgetRunningLoad()
    void fetchApi(`/api/v1/fleet?${query}`, { method: 'DELETE', keepalive: true })
    void client.cancelQueries({ queryKey: key }).then(() => {
      client.setQueryData(key, failFleetLoad(currentFleet(client, key), localProblem('cancelled')))
    })
  }, [client, key, fetchApi])
  const refresh = useCallback(() => void refetch(), [refetch])
  usePageAction('refresh', refresh)
  const state = useFleetState()
  // Before its first request, a query waits for nothing but the end of the rendering.
  const begins = state === undefined || (state.status === 'pending' && state.fetchStatus === 'idle')
  return useMemo(
    (): FleetQuery => ({
      fleet: state?.data ?? emptyFleet,
      isReading: begins ? isEnabled : state.fetchStatus === 'fetching',
      isOffline: state?.fetchStatus === 'paused',
      isPaused,
      problem: problemIn(state?.error),
      failing: problemIn(state?.fetchFailureReason),
      refresh,
      stop,
    }),
    [state, begins, isEnabled, isPaused, refresh, stop],
  )
}
