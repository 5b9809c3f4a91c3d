'use client'

import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { ApiProblemError, localProblem } from '@/components/providers/api-problem'
import { useSession } from '@/components/providers/session-context'
import { useApi } from '@/components/providers/use-api'
import { retirementSchema, type Retirement, type RetirementRequest } from '@/lib/contract/retirement'

/** VM sizes and features rarely change, and reading them costs one list request per place. */
const freshMs = 30 * 60_000

/**
 * The related resources of VMs with Azure Disk Encryption, read with the user's permissions.
 * @param request null while the places of the VMs are unknown
 */
export function useRetirement(request: RetirementRequest | null): UseQueryResult<Retirement> {
  const { fetchApi } = useApi()
  const { status, tenantId, account } = useSession()
  const body = JSON.stringify(request)
  return useQuery({
    queryKey: ['retirement', tenantId, account?.homeAccountId ?? '', body],
    enabled: status === 'signed-in' && request !== null,
    queryFn: async ({ signal }) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetchApi('/api/v1/retirement', { method: 'POST', headers, body, signal })
      if (!answer.ok) throw new ApiProblemError(answer.failure)
      const parsed = retirementSchema.safeParse(await answer.value.json().catch(() => null))
      if (!parsed.success) throw new ApiProblemError(localProblem('internal'))
      return parsed.data
    },
    staleTime: freshMs,
    // A VM that is added or removed changes the requested places; the last answer stays until the new one arrives.
    placeholderData: (known) => known,
  })
}
