'use client'

import { useQuery, useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { ApiProblemError, localProblem, problemOf, type ApiProblem } from '@/components/providers/api-problem'
import { useSession } from '@/components/providers/session-context'
import { forgetRunningLoad, runningLoad } from '@/components/providers/tab-memory'
import { useApi } from '@/components/providers/use-api'
import { applyFleetEvents, failFleetLoad } from '@/lib/views/fleet-merge'
import { emptyFleet, type FleetModel } from '@/lib/views/fleet-model'
import { useAutoRefreshPaused } from './auto-refresh'
import { fleetKey } from './fleet-key'
import { paceOf } from './fleet-pace'
import { readFleet } from './read-fleet'

export interface FleetQuery {
  /** All that is known; empty before the first rows. */
  readonly fleet: FleetModel
  /** True while a load runs. */
  readonly isReading: boolean
  /** True where a load waits for the network to come back. */
  readonly isOffline: boolean
  /** True where a person stopped the automatic reading. */
  readonly isPaused: boolean
  /** Why the last load ended early. What was read before stays. */
  readonly problem: ApiProblem | null
  /** What the last try met, while the next is under way or waits. */
  readonly failing: ApiProblem | null
  readonly refresh: () => void
  /** Ends the running load; what it has read stays. */
  readonly stop: () => void
}

function currentFleet(client: QueryClient, key: QueryKey): FleetModel {
  return client.getQueryData<FleetModel>(key) ?? emptyFleet
}

/**
 * The fleet of the person who is signed in, read as a stream: rows show while the load still runs, and a refresh
 * replaces what it reads. Reads again by itself at a pace that depends on what moves, never in hidden tabs.
 */
export function useFleet(): FleetQuery {
  const client = useQueryClient()
  const { fetchApi } = useApi()
  const { status, tenantId, account } = useSession()
  const isPaused = useAutoRefreshPaused()
  const accountId = account?.homeAccountId ?? ''
  const key = useMemo(() => fleetKey(tenantId, accountId), [tenantId, accountId])

  const query = useQuery<FleetModel>({
    queryKey: key,
    enabled: status === 'signed-in',
    structuralSharing: false,
    // A load that was left half-way is taken up again on return; others count for as long as their pace.
    staleTime: ({ state }) => (state.data?.load.phase === 'running' ? 0 : (paceOf(state.data, null) ?? 0)),
    refetchInterval: ({ state }) => {
      if (isPaused || state.fetchStatus !== 'idle') return false
      return paceOf(state.data, state.error === null ? null : problemOf(state.error)) ?? false
    },
    queryFn: async ({ signal }) => {
      const problem = await readFleet(fetchApi, signal, (events) => {
        if (!signal.aborted) client.setQueryData<FleetModel>(key, applyFleetEvents(currentFleet(client, key), events))
      })
      const fleet = currentFleet(client, key)
      if (problem === null) return fleet
      if (!signal.aborted && fleet !== emptyFleet) client.setQueryData(key, failFleetLoad(fleet, problem))
      throw new ApiProblemError(problem)
    },
  })

  const stop = useCallback(() => {
    // The server would wait for somebody to read on. Where this does not reach it, it stops by itself a little later.
    const query = new URLSearchParams({ load: runningLoad() }).toString()
    forgetRunningLoad()
    void fetchApi(`/api/v1/fleet?${query}`, { method: 'DELETE', keepalive: true })
    void client.cancelQueries({ queryKey: key }).then(() => {
      client.setQueryData(key, failFleetLoad(currentFleet(client, key), localProblem('cancelled')))
    })
  }, [client, key, fetchApi])
  const { refetch } = query
  const refresh = useCallback(() => void refetch(), [refetch])
  return {
    fleet: query.data ?? emptyFleet,
    isReading: query.fetchStatus === 'fetching',
    isOffline: query.fetchStatus === 'paused',
    isPaused,
    problem: query.error === null ? null : problemOf(query.error),
    failing: query.failureReason === null ? null : problemOf(query.failureReason),
    refresh,
    stop,
  }
}
