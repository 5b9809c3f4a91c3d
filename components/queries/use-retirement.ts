'use client'

import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { ApiProblemError, localProblem } from '@/components/providers/api-problem'
import { useSession } from '@/components/providers/session-context'
import { useApi } from '@/components/providers/use-api'
import { retirementSchema, type Retirement, type RetirementRequest } from '@/lib/contract/retirement'

/** Sizes and features hardly change, and reading them costs a list for each place. */
const freshMs = 30 * 60_000

/**
 * What stands around VMs with Azure Disk Encryption, read with the person's rights.
 * @param request null while it is not known yet where they stand
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
    // A VM that begins or ends changes the places asked for; what is known stays until the new answer is there.
    placeholderData: (known) => known,
  })
}
