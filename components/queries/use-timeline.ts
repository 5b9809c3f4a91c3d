'use client'

import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { ApiProblemError, localProblem } from '@/components/providers/api-problem'
import { useSession } from '@/components/providers/session-context'
import { useApi } from '@/components/providers/use-api'
import { vmTimelineSchema, type VmTimeline } from '@/lib/contract/timeline'
import { vmApiPath, type VmReference } from '@/lib/contract/vm-reference'

const freshMs = 30_000

/**
 * The history of one VM, read with the user's permissions. The last good answer stays while a newer one fails.
 * @param readAt When the VM itself was last read: a newer reading triggers a new request for the timeline.
 * @param isWanted False where the screen does not show it.
 */
export function useTimeline(
  reference: VmReference,
  readAt: string | null,
  isWanted = true,
): UseQueryResult<VmTimeline> {
  const { fetchApi } = useApi()
  const { status, tenantId, account } = useSession()
  const query = useQuery({
    queryKey: ['timeline', tenantId, account?.homeAccountId ?? '', vmApiPath(reference).toLowerCase()],
    enabled: isWanted && status === 'signed-in',
    queryFn: async ({ signal }) => {
      const answer = await fetchApi(`${vmApiPath(reference)}/timeline`, { signal })
      if (!answer.ok) throw new ApiProblemError(answer.failure)
      const parsed = vmTimelineSchema.safeParse(await answer.value.json().catch(() => null))
      if (!parsed.success) throw new ApiProblemError(localProblem('internal'))
      return parsed.data
    },
    staleTime: freshMs,
  })
  const { refetch } = query
  const last = useRef(readAt)
  useEffect(() => {
    if (readAt === last.current) return
    if (last.current !== null && isWanted) void refetch()
    last.current = readAt
  }, [isWanted, readAt, refetch])
  return query
}
