'use client'

import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { ApiProblemError, localProblem, problemOf } from '@/components/providers/api-problem'
import { useSession } from '@/components/providers/session-context'
import { useApi } from '@/components/providers/use-api'
import { fleetHistorySchema, type FleetHistory } from '@/lib/contract/history'
import { answerCompleteness, unreadBy, type Completeness } from '@/lib/views/completeness'
import { groupGaps } from '@/lib/views/fleet-counts'

/** An answer younger than this is shown again without a request. */
const freshMs = 30_000
const againMs = 5 * 60_000
/** While the history is empty, the first observations are being stored or are about to be made. */
const emptyAgainMs = 10_000

/** Whether any VM was observed at any of the times. */
export function isSeen({ moments }: FleetHistory): boolean {
  return moments.some(({ counts }) => Object.values(counts).some((count) => count > 0))
}

/** How much of a fleet's history was read, and of the fleet itself. */
export function historyCompleteness({
  data,
  error,
  failureReason,
  dataUpdatedAt,
}: Pick<UseQueryResult<FleetHistory>, 'data' | 'error' | 'failureReason' | 'dataUpdatedAt'>): Completeness {
  const ofStore = data === undefined || data.failure === null ? null : unreadBy(data.failure)
  const failure = error === null ? ofStore : problemOf(error)
  // A history without any subscription contains no VM: this is how missing permissions appear.
  const isDenied = data !== undefined && data.vms === 0 && data.subscriptions.every((one) => one.error === 'arm-denied')
  const gaps = data === undefined ? [] : groupGaps({ gaps: [], subscriptions: data.subscriptions })
  return answerCompleteness({
    answer: data === undefined || data.failure !== null ? null : { isWhole: data.complete, gaps },
    failure: isDenied ? unreadBy('arm-denied') : failure,
    failing: failureReason === null ? null : problemOf(failureReason),
    at: new Date(dataUpdatedAt).toISOString(),
  })
}

/** States of the user's fleet over the last hours. */
export function useFleetHistory(hours: number): UseQueryResult<FleetHistory> {
  const { fetchApi } = useApi()
  const { status, tenantId, account } = useSession()
  const place = ['fleet-history', tenantId, account?.homeAccountId ?? '']
  return useQuery({
    queryKey: [...place, hours],
    enabled: status === 'signed-in',
    queryFn: async ({ signal }) => {
      const answer = await fetchApi(`/api/v1/fleet/history?hours=${hours}`, { signal })
      if (!answer.ok) throw new ApiProblemError(answer.failure)
      const parsed = fleetHistorySchema.safeParse(await answer.value.json().catch(() => null))
      if (!parsed.success) throw new ApiProblemError(localProblem('internal'))
      return parsed.data
    },
    staleTime: freshMs,
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && data.failure === null && !isSeen(data) ? emptyAgainMs : againMs,
  })
}
