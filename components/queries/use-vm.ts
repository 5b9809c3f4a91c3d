'use client'

import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { ApiProblemError, localProblem } from '@/components/providers/api-problem'
import { useSession } from '@/components/providers/session-context'
import { useApi } from '@/components/providers/use-api'
import { vmDetailSchema, type VmDetail } from '@/lib/contract/vm'
import { vmApiPath, type VmReference } from '@/lib/contract/vm-reference'

const movingMs = 30_000
const restingMs = 5 * 60_000

/** Key of one VM's reading: never shared between tenants or accounts; ARM ids are case-insensitive. */
export function vmKey(tenantId: string, accountId: string, reference: VmReference): readonly string[] {
  return ['vm', tenantId, accountId, vmApiPath(reference).toLowerCase()]
}

/** A VM in motion is read again every half minute, one at rest every five; hidden tabs do not read. */
function pace(vm: VmDetail | undefined): number {
  const state = vm?.verdict.state
  const moving = state === 'encrypting' || state === 'decrypting' || state === 'restart-pending'
  return moving ? movingMs : restingMs
}

/**
 * One VM, read with the user's permissions. The last good reading stays while a newer one fails.
 * @param reference Null reads nothing.
 */
export function useVm(reference: VmReference | null): UseQueryResult<VmDetail> {
  const { fetchApi } = useApi()
  const { status, tenantId, account } = useSession()
  const none: VmReference = { subscriptionId: '', resourceGroup: '', name: '' }
  return useQuery({
    queryKey: vmKey(tenantId, account?.homeAccountId ?? '', reference ?? none),
    enabled: reference !== null && status === 'signed-in',
    queryFn: async ({ signal }) => {
      const answer = await fetchApi(vmApiPath(reference ?? none), { signal })
      if (!answer.ok) throw new ApiProblemError(answer.failure)
      const parsed = vmDetailSchema.safeParse(await answer.value.json().catch(() => null))
      if (!parsed.success) throw new ApiProblemError(localProblem('internal'))
      return parsed.data
    },
    refetchInterval: (query) => pace(query.state.data),
    // A user who returns from the portal sees at once what they started there.
    refetchOnWindowFocus: 'always',
  })
}
